"""`medalist schedule`: every milestone, past and coming."""

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import SERIES, Program, Rows, Valid

from .test_countdown import KEYS


@pytest.fixture
def ids(rows: Rows) -> Any:
    """Return the ids of a schedule's rows."""

    def of(*arguments: str, now: str = "2026-11-22T12:00Z") -> list[str]:
        return [row["id"] for row in rows("schedule", *arguments, now=now)]

    return of


def test_the_table_gives_a_milestone_a_line(rower: Program) -> None:
    assert rower("schedule", "--kind", "film") == (
        0,
        (
            "Date  Title                             Kind  State\n"
            "2028  ▶ Still Water Eight: The Regatta  film  upcoming\n"
            "facts checked 20 Nov 2026\n"
        ),
        "",
    )


def test_titles_are_in_japanese_where_they_have_such_a_form(rower: Program) -> None:
    arguments = ("--lang", "ja", "-f", "text", "--fields", "title")
    event, film = (rower("schedule", "--kind", kind, *arguments) for kind in ("event", "film"))
    assert event.out.splitlines() == [
        "Stage play: The Night the Boathouse Burned（2026年4月18日(土)から変更）",
        "▶ Rowing day",
        "Visit to a rowing school*",
    ]
    assert film.out == "▶ 劇場版 凪の八人\n"


def test_rows_have_the_keys_of_a_countdown_in_order(rows: Rows) -> None:
    assert [key for key in rows("schedule")[0] if key in KEYS] == KEYS


def test_rows_are_in_order_of_time_and_the_unannounced_last(ids: Any) -> None:
    assert ids() == [
        "manga-start",
        "s1e1",
        "s1e2",
        "s1e3",
        "stage-play",
        "rowing-day",
        "manga-volume-5",
        "s2e1",
        "season-2-stream",
        "s2e2",
        "film",
        "school-visit",
        "third-season",
    ]


def test_a_whole_day_is_after_the_clocks_that_have_its_date(ids: Any, tmp_path: Path) -> None:
    document = json.loads(SERIES.read_text())
    play = next(each for each in document["milestones"] if each["id"] == "stage-play")
    play["when"]["date"] = "2025-10-11"  # the day of s1e2, at 25:30
    file = tmp_path / "show.json"
    file.write_text(json.dumps(document))

    def around(zone: str) -> list[str]:
        found = ids("--data", str(file), "--tz", zone, "--season", "1")
        return [name for name in found if name in ("s1e2", "stage-play")]

    assert around("Europe/Paris") == ["s1e2", "stage-play"]  # 18:30 on that day
    assert around("Asia/Tokyo") == ["stage-play", "s1e2"]  # 01:30 on the next day


def test_a_season_that_nobody_announced_ends_with_1(rower: Program) -> None:
    ended = rower("schedule", "--season", "4")
    assert (ended.code, ended.out) == (1, "")
    what = "no season 4 has been announced (facts checked 20 Nov 2026)"
    assert ended.err.startswith(f"medalist: error: {what}\nNext: Season 2 premiere (")


def test_a_premiere_is_told_by_its_episodes_row_alone(rows: Rows) -> None:
    also = {row["id"]: row["also"] for row in rows("schedule")}
    assert (also["s2e1"], "season-2-premiere" in also) == (["season-2-premiere"], False)


def test_the_row_of_a_premieres_episode_is_marked_for_people(rower: Program) -> None:
    assert "Season 2 episode 1: Borrowed (Season 2 premiere)" in rower("schedule").out


def test_the_title_in_json_has_no_marks(rows: Rows) -> None:
    titles = {row["id"]: row["title"] for row in rows("schedule")}
    assert (titles["rowing-day"], titles["s2e1"]) == ("Rowing day", "Season 2 episode 1: Borrowed")


def test_upcoming_keeps_what_is_not_past(ids: Any) -> None:
    found = ids("--upcoming")
    assert found == [
        "rowing-day",
        "manga-volume-5",
        "s2e1",
        "season-2-stream",
        "s2e2",
        "film",
        "third-season",
    ]


def test_upcoming_drops_an_episode_once_it_is_over(ids: Any) -> None:
    found = ids("--upcoming", now="2027-01-09T17:00:00Z")
    assert ("s2e1" in found, "s2e2" in found) == (False, True)


def test_a_season_keeps_its_milestones(ids: Any) -> None:
    assert ids("--season", "2") == ["s2e1", "season-2-stream", "s2e2"]


def test_a_kind_keeps_its_milestones(ids: Any) -> None:
    assert ids("--kind", "season") == ["s1e1", "s1e3", "s2e1", "third-season"]


def test_times_are_in_the_readers_zone(rower: Program) -> None:
    assert rower(
        "schedule", "--kind", "stream", "--tz", "Europe/Paris", "-f", "csv", "--fields", "id,date"
    ) == (0, 'id,date\nseason-2-stream,"Sat 9 Jan 2027, 18:00 CET"\n', "")


def test_a_later_episode_keeps_its_time_and_not_its_title(rower: Program) -> None:
    ended = rower(
        "schedule", "--season", "1", "--seen", "S1E1", "-f", "csv", "--fields", "id,title,seconds"
    )
    assert "s1e2,Season 1 episode 2,-35" in ended.out


def test_an_event_whose_title_tells_too_much_loses_it(rower: Program) -> None:
    ended = rower("schedule", "--seen", "S1E2")
    assert ("Boathouse" in ended.out, "Event" in ended.out) == (False, True)


def test_filters_that_leave_nothing_end_with_1(rower: Program) -> None:
    ended = rower("schedule", "--kind", "film", "--season", "1")
    assert ended == (1, "", "medalist: error: no dates match these filters\n")


def test_an_unknown_kind_is_misuse_that_lists_the_known(rower: Program) -> None:
    ended = rower("schedule", "--kind", "movie")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("medalist: error: --kind: 'movie' is not one of 'season', ")


def test_the_real_schedule_fits_its_schema(medalist: Program, valid: Valid) -> None:
    assert valid("schedule", medalist("schedule", "--json").out)
