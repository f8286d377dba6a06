"""`medalist plan`: what to watch on which day."""

import json
from typing import Any

import pytest
from conftest import Program, Rows

KEYS = ["date", "id", "season", "episode", "number", "title", "minutes", "title_ja"]

STAMP = "DTSTAMP:20261120T000000Z"
WEEK_TO_GO = "2027-01-03T12:00Z"  # seven days, the last of them the day before the premiere


TABLE = """\
Date            ID    Title             Minutes
Wed 6 Jan 2027  s1e1  Too Small to Row  30
Thu 7 Jan 2027  s1e2  Catch a Crab      30
Fri 8 Jan 2027  s1e3  Ashes             30
facts checked 20 Nov 2026
"""


def unseen(rower: Program, seen: str) -> list[dict[str, Any]]:
    """Return the plan of someone who has seen so much; stderr tells what is hidden."""
    planned: list[dict[str, Any]]
    planned = json.loads(rower("plan", "--by", "s2e1", "--seen", seen, "--json").out)
    return planned


def test_the_table_tells_day_episode_and_length(rower: Program) -> None:
    ended = rower("plan", "--by", "season-2-premiere", now="2027-01-06T12:00Z")
    assert ended == (0, TABLE, "")


def test_json_has_the_promised_keys_in_order(rows: Rows) -> None:
    assert [list(row) for row in rows("plan", "--by", "season-2-premiere")] == [KEYS] * 3


def test_json_tells_all_of_a_day(rows: Rows) -> None:
    assert rows("plan", "--by", "season-2-premiere", now=WEEK_TO_GO)[1] == {
        "date": "2027-01-05",
        "id": "s1e2",
        "season": 1,
        "episode": 2,
        "number": 2,
        "title": "Catch a Crab",
        "minutes": 30,
        "title_ja": "蟹を取る",
    }


def test_a_plan_of_one_episode_is_an_array(rower: Program) -> None:
    assert len(unseen(rower, "S1E2")) == 1


def test_a_plan_has_what_was_not_seen_yet(rower: Program) -> None:
    assert [row["id"] for row in unseen(rower, "S1E1")] == ["s1e2", "s1e3"]


def test_a_title_that_was_not_seen_is_not_told(rower: Program) -> None:
    titles = [row["title"] for row in unseen(rower, "S1E1")]
    assert titles == ["Season 1 episode 2", "Season 1 episode 3"]


def test_the_length_of_what_was_not_seen_is_told(rower: Program) -> None:
    assert [row["minutes"] for row in unseen(rower, "S1E1")] == [30, 30]


def test_an_episode_that_airs_before_the_target_is_in_the_plan(rows: Rows) -> None:
    assert [row["id"] for row in rows("plan", "--by", "film")] == [
        "s1e1",
        "s1e2",
        "s1e3",
        "s2e1",
        "s2e2",
    ]


def test_per_week_keeps_to_a_number_a_week(rows: Rows) -> None:
    planned = rows("plan", "--by", "film", "--per-week", "2", now="2027-06-01T12:00Z")
    assert [row["date"] for row in planned] == [
        "2027-06-01",
        "2027-06-04",
        "2027-06-08",
        "2027-06-11",
        "2027-06-15",
    ]


def test_too_few_a_week_names_the_number_that_would_do(rower: Program) -> None:
    ended = rower("plan", "--by", "s2e1", "--per-week", "2", now=WEEK_TO_GO)
    assert ended == (
        1,
        "",
        "medalist: error: --per-week 2 is not enough: 3 episodes in 6 days\nUse --per-week 3.\n",
    )


def test_the_number_that_would_do_does(rower: Program) -> None:
    assert rower("plan", "--by", "s2e1", "--per-week", "3", now=WEEK_TO_GO).code == 0


def test_the_days_are_the_readers(rows: Rows) -> None:
    late = "2027-01-08T20:00Z"  # the 9th in Tokyo, where the premiere is on the 10th
    dates = {row["date"] for row in rows("plan", "--by", "s2e1", "--tz", "Asia/Tokyo", now=late)}
    assert dates == {"2027-01-09"}


@pytest.mark.parametrize(
    ("by", "now", "message"),
    [
        ("third-season", WEEK_TO_GO, "'A third season' has no date to plan for"),
        ("season-1-premiere", WEEK_TO_GO, "'Season 1 premiere' has already started"),
        ("school-visit", WEEK_TO_GO, "'Visit to a rowing school' has no date to plan for"),
        ("season-2-premiere", "2027-01-09T12:00Z", "no day is left before 'Season 2 premiere'"),
        ("season-2-premiere", "2027-01-09T16:30Z", "'Season 2 premiere' has already started"),
    ],
)
def test_a_target_that_nobody_can_be_ready_for_is_no_match(
    rower: Program, by: str, now: str, message: str
) -> None:
    assert rower("plan", "--by", by, now=now) == (1, "", f"medalist: error: {message}\n")


def test_nothing_left_to_watch_is_no_match(rower: Program) -> None:
    ended = rower("plan", "--by", "s2e1", "--seen", "S1")
    message = "no episode is left to watch before 'Season 2 episode 1'"
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.endswith(f"medalist: error: {message}\n")


@pytest.mark.parametrize("by", ["s2e2", "2x2", "5", "episode 5", "第5話", "season 2 episode 2"])
def test_a_plan_can_be_for_an_episode_in_any_form(rows: Rows, by: str) -> None:
    planned = rows("plan", "--by", by)
    assert [row["id"] for row in planned] == ["s1e1", "s1e2", "s1e3", "s2e1"]


def test_a_plan_needs_a_target(rower: Program) -> None:
    assert rower("plan") == (2, "", "medalist: error: --by is missing\nSee: medalist plan -h\n")


@pytest.mark.parametrize("number", ["0", "-1", "two", "1.5"])
def test_a_number_a_week_that_is_none_is_misuse(rower: Program, number: str) -> None:
    ended = rower("plan", "--by", "film", "--per-week", number)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("medalist: error: --per-week: ")


def test_a_target_that_is_none_is_misuse(rower: Program) -> None:
    ended = rower("plan", "--by", "no-such-thing")
    assert (ended.code, ended.out) == (2, "")


def test_a_plan_is_a_calendar_of_whole_days(rower: Program) -> None:
    ended = rower("plan", "--by", "s2e1", "-f", "ics", now=WEEK_TO_GO)
    assert (ended.code, ended.err) == (0, "")
    events = ended.out.replace("\r\n", "\n").split("BEGIN:VEVENT\n")[1:]
    assert [event.splitlines()[1:4] for event in events] == [
        ["DTSTART;VALUE=DATE:20270103", "DTEND;VALUE=DATE:20270104", STAMP],
        ["DTSTART;VALUE=DATE:20270105", "DTEND;VALUE=DATE:20270106", STAMP],
        ["DTSTART;VALUE=DATE:20270107", "DTEND;VALUE=DATE:20270108", STAMP],
    ]
    assert events[1] == (
        "SUMMARY:Watch Still Water Eight s1e2: Catch a Crab\n"
        "DTSTART;VALUE=DATE:20270105\n"
        "DTEND;VALUE=DATE:20270106\n"
        f"{STAMP}\n"
        "UID:plan-s1e2@still-water\n"
        "DESCRIPTION:30 minutes\n"
        "STATUS:CONFIRMED\n"
        "TRANSP:TRANSPARENT\n"
        "END:VEVENT\n"
    )


def test_a_day_of_unknown_length_has_no_description(rower: Program) -> None:
    file = rower("plan", "--by", "film", "-f", "ics").out
    assert (file.count("BEGIN:VEVENT"), file.count("DESCRIPTION:")) == (5, 4)


@pytest.mark.parametrize(
    ("arguments", "amount"),
    [
        (["--by", "s2e1"], "3 episodes, about 2 hours"),  # 90 minutes
        (["--by", "film", "--seen", "s1e1"], "4 episodes, about 2 hours"),
        (["--by", "film", "--seen", "s1e2"], "3 episodes, about 1 hour"),
        (["--by", "film", "--seen", "s1"], "2 episodes"),  # 30 minutes, as far as known
        (["--by", "film", "--seen", "s2e1"], "1 episode"),
    ],
)
def test_the_title_tells_how_much_there_is_to_watch(
    rower: Program, arguments: list[str], amount: str
) -> None:
    title = rower("plan", *arguments, "-f", "markdown").out.splitlines()[0]
    assert title.startswith("**Rewatch plan for ")
    assert title.endswith(f": {amount}**")


def test_titles_are_in_japanese_where_asked_for(rower: Program) -> None:
    arguments = ("--names", "ja", "-f", "text", "--fields", "title")
    ended = rower("plan", "--by", "s2e1", *arguments)
    assert ended.out == "小さすぎる\n蟹を取る\n灰\n"


def test_a_plan_in_lines_is_one_object_a_line(rower: Program) -> None:
    lines = rower("plan", "--by", "s2e1", "-f", "jsonl").out.splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["s1e1", "s1e2", "s1e3"]
