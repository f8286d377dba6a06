"""`medalist recap`: the story so far."""

import json
from pathlib import Path

import pytest
from conftest import SERIES, Program, Rows, answered

KEYS = [
    "id", "season", "episode", "number", "title", "title_ja", "air_date", "arc", "key", "summary",
    "sources", "confidence",
]  # fmt: skip


def test_one_episode_in_a_pipe_is_a_line_for_each_field(rower: Program) -> None:
    ended = rower("recap", "1", "--episode", "1")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.splitlines()[:-1] == [
        "Title: ★ Too Small to Row (小さすぎる)",
        "Season: 1",
        "Episode: 1",
        "Air date: Sat 4 Oct 2025",
        "Arc: The Borrowed Boat",
        "Summary: Nagi is turned away by four clubs; a seven without a cox asks her to shout.",
    ]


def test_json_has_the_promised_keys_in_order(rows: Rows) -> None:
    assert list(rows("recap")[0])[: len(KEYS)] == KEYS


def test_json_tells_all_of_an_episode(rows: Rows) -> None:
    (found,) = rows("recap", "1", "-e", "2")
    assert {key: found[key] for key in KEYS} == {
        "id": "s1e2",
        "season": 1,
        "episode": 2,
        "number": 2,
        "title": "Catch a Crab",
        "title_ja": "蟹を取る",
        "air_date": "2025-10-11",
        "arc": "The Borrowed Boat",
        "key": False,
        "summary": "The first outing ends in the water, and Hayate in a temper.",
        "sources": ["gazette", "club-site"],
        "confidence": "one-source",
    }


def test_a_translated_title_is_marked_as_ours(rows: Rows) -> None:
    translated = {row["title"]: row["translated"] for row in rows("recap")}
    assert translated == {"Too Small to Row": False, "Catch a Crab": False, "Ashes": True}


def test_an_episode_still_to_come_is_not_told(rows: Rows) -> None:
    assert [row["id"] for row in rows("recap")] == ["s1e1", "s1e2", "s1e3"]


def test_an_episode_is_told_from_its_first_minute(rows: Rows) -> None:
    found = rows("recap", "2", now="2027-01-09T16:30:00Z")
    assert [row["id"] for row in found] == ["s2e1"]


def test_an_episode_is_not_shown_a_second_before(rower: Program) -> None:
    ended = rower("recap", "--json", now="2027-01-09T16:29:59Z")
    assert ended.code == 0
    assert "A boat is lent" not in ended.out
    assert "s2e1" not in ended.out


@pytest.mark.parametrize(
    "arguments",
    [
        *(["s1e2"], ["1x2"], ["1", "2"], ["#2"], ["episode", "2"], ["第2話"], ["第1期第2話"]),
        *(["-e", "2"], ["1", "-e", "2"], ["-e", "s1e2"], ["season", "1", "--episode", "第2話"]),
    ],
)
def test_an_episode_is_found_in_any_form(rows: Rows, arguments: list[str]) -> None:
    assert [row["id"] for row in rows("recap", *arguments)] == ["s1e2"]


@pytest.mark.parametrize("words", [["1"], ["s1"], ["season", "1"], ["第1期"], ["season", "one"]])
def test_a_season_is_found_in_any_form(rows: Rows, words: list[str]) -> None:
    assert [row["id"] for row in rows("recap", *words)] == ["s1e1", "s1e2", "s1e3"]


def test_a_number_that_is_no_season_counts_through_all_seasons(medalist: Program) -> None:
    ended = medalist("recap", "16", "-f", "csv", "--fields", "id")
    assert ended == (0, "id\ns2e3\n", "")
    assert medalist("recap", "--episode", "16", "-f", "csv", "--fields", "id") == ended


def test_what_is_later_than_seen_is_not_shown(rower: Program) -> None:
    ended = rower("recap", "--seen", "S1E1", "-f", "csv", "--fields", "id")
    note = "medalist: note: spoilers after S1E1 hidden (4 episodes)\n"
    assert ended == (0, "id\ns1e1\n", note)


@pytest.mark.parametrize("seen", ["2", "第2話", "ep 2", "1x2", "season 1 episode 2"])
def test_how_far_someone_has_seen_can_be_in_any_form(rower: Program, seen: str) -> None:
    ended = rower("recap", "--seen", seen, "-f", "csv", "--fields", "id")
    assert (ended.code, ended.out) == (0, "id\ns1e1\ns1e2\n")


def test_a_season_still_to_come_shows_what_to_expect(rower: Program) -> None:
    assert rower("recap", "2") == (
        0,
        (
            "Title: Still Water Eight Season 2\n"
            "Start: Sat 9 Jan 2027\n"
            "Broadcast: Saturdays 25:30–26:00 JST\n"
            "Story: The crew meets those who burnt nothing down and rowed all the while.\n"
            "What to expect: A rival who has rowed since she could walk.\n"
            "What to expect: A river with a tide.\n"
            "facts checked 20 Nov 2026\n"
        ),
        "",
    )


def test_what_to_expect_is_one_line_of_text(rower: Program) -> None:
    assert rower("recap", "2", "-f", "text").out == (
        "2  Still Water Eight Season 2"
        "  The crew meets those who burnt nothing down and rowed all the while."
        "  A rival who has rowed since she could walk., A river with a tide.\n"
    )


def test_the_heading_says_what_the_rows_are(rower: Program) -> None:
    for part, heading in (("2", "What to expect"), ("1", "Still Water Eight: the story so far")):
        assert rower("recap", part, "-f", "markdown").out.splitlines()[0] == f"**{heading}**"


def test_who_has_seen_a_season_is_told_what_to_expect_of_the_next(medalist: Program) -> None:
    ended = medalist("recap", "2", "--seen", "S1")
    assert ended.code == 0
    assert "Opponents who have skated since early childhood" in ended.out


def test_the_result_of_a_season_is_not_told_to_who_has_begun_it(medalist: Program) -> None:
    assert "Where it ends" not in medalist("season", "2", "--seen", "S2E1", "--json").out
    shown = json.loads(medalist("season", "2", "--seen", "S2E1", "--json").out)[0]
    assert shown["ending"] is None
    assert shown["premise"]
    assert "Level 6" not in medalist("season", "1", "--seen", "S1E1", "--json").out


HINT = (
    "medalist: note: spoilers up to S1E3;"
    " hide later ones with `medalist seen S1E1` or --seen S1E1\n"
)


def test_a_terminal_is_told_once_how_to_hide_later_episodes() -> None:
    assert answered("recap", columns=80).err == HINT


@pytest.mark.parametrize(
    ("arguments", "columns"),
    [(["recap"], 0), (["recap", "--seen", "all"], 80), (["recap", "s1e2"], 80), (["cast"], 80)],
)
def test_the_hint_is_for_a_whole_recap_without_a_limit_on_a_terminal_alone(
    arguments: list[str], columns: int
) -> None:
    assert answered(*arguments, columns=columns).err == ""


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (["99"], "no episode 99 is known"),
        (["1", "-e", "9"], "no episode 9 of season 1 is known"),
        (["2x9"], "no episode 9 of season 2 is known"),
    ],
)
def test_an_unknown_episode_ends_with_1(rower: Program, arguments: list[str], what: str) -> None:
    ended = rower("recap", *arguments)
    error = f"medalist: error: {what}\n`medalist episode` lists all.\n"
    assert ended == (1, "", error)


@pytest.mark.parametrize(
    "words", [["3"], ["s3"], ["season", "3"], ["season", "three"], ["第3期"], ["s3e1"], ["3", "1"]]
)
def test_a_season_that_nobody_announced_ends_with_1_and_names_the_next_headline(
    medalist: Program, words: list[str]
) -> None:
    assert medalist("recap", *words) == (
        1,
        "",
        (
            "medalist: error: no season 3 has been announced (facts checked 22 Nov 2026)\n"
            "Next: Medalist: The Movie (medalist countdown film)\n"
        ),
    )


@pytest.mark.parametrize("words", ["one", "-1", "1.5", "film", "s1e", "x"])
def test_what_is_neither_a_season_nor_an_episode_is_a_usage_error(
    rower: Program, words: str
) -> None:
    assert rower("recap", "--", words) == (
        2,
        "",
        (
            f"medalist: error: invalid season '{words}' (use 1, 2 or 3)\n"
            "Or an episode: s2e3, 2x3, 16 or 第16話.\n"
        ),
    )


def test_an_episode_of_another_season_is_a_usage_error(rower: Program) -> None:
    ended = rower("recap", "1", "-e", "s2e1")
    assert ended == (2, "", "medalist: error: --episode: 's2e1' is not of season 1\n")


def test_a_season_of_the_story_has_a_heading_and_an_episode_a_number(tmp_path: Path) -> None:
    dataset = json.loads(SERIES.read_bytes())
    dataset["episodes"][-1] |= {"note": "Told by the river."}
    path = tmp_path / "series.json"
    path.write_text(json.dumps(dataset))
    words = ("recap", "--data", str(path))
    ended = answered(*words, env={"NO_COLOR": "1"}, columns=60, now="2027-02-01T12:00Z")
    lines = ended.out.splitlines()
    assert lines[lines.index("") + 8 :][:12] == [
        "",
        "★ 3  Ashes*                                  Sat 18 Oct 2025",
        "     The boathouse burns on the night before the regatta.",
        "     Note: It began half an hour later than usual.",
        "",
        "SEASON 2 · The Tide (episodes 1–2)",
        "",
        "  1  Borrowed                                 Sat 9 Jan 2027",
        "     A boat is lent, at a price.",
        "",
        "  2  Episode 2*                              Sat 16 Jan 2027",
        "     Note: Told by the river.",
    ]
