"""`medalist data merge`: one dataset of several shows, which everything serves."""

import io
import json
from pathlib import Path

import icalendar
import pytest
import vobject  # type: ignore[import-untyped]
from conftest import ROOT, SERIES, Program
from storage.importers.test_importers import FIXTURES

BUNDLED = ROOT / "data" / "medalist.json"


@pytest.fixture
def watchlist(medalist: Program, tmp_path: Path) -> Path:
    """The bundled show and the invented one."""
    return merged(medalist, tmp_path / "watch.json", BUNDLED, SERIES)


def merged(medalist: Program, path: Path, *files: Path) -> Path:
    ended = medalist("data", "merge", *files)
    assert (ended.code, ended.err) == (0, "")
    path.write_text(ended.out)
    return path


def test_a_watchlist_is_valid(medalist: Program, watchlist: Path) -> None:
    assert medalist("data", "validate", watchlist) == (0, f"{watchlist}: valid\n", "")


def test_the_schedule_says_which_show_a_date_is_of(medalist: Program, watchlist: Path) -> None:
    ended = medalist("schedule", "--upcoming", "--data", watchlist, "-f", "text")
    titles = [line.split("  ")[1] for line in ended.out.splitlines()]
    assert titles == [
        "▶ Still Water Eight: Rowing day",
        "Still Water Eight: Manga volume 5",
        "Still Water Eight: Season 2 episode 1: Borrowed (Season 2 premiere)",
        "Still Water Eight: Season 2 streaming start",
        "Still Water Eight: Season 2 episode 2",
        "Medalist: The Movie",
        "Still Water Eight: The Regatta",
        "Still Water Eight: A third season",
    ]


def test_next_is_the_next_of_any_show(medalist: Program, watchlist: Path) -> None:
    ended = medalist("countdown", "next", "--data", watchlist, now="2027-01-01T00:00Z")
    assert ended.out.startswith("Still Water Eight: Season 2 premiere — ")


def test_a_target_is_named_with_its_show(medalist: Program, watchlist: Path) -> None:
    ended = medalist("is", "out", "medalist/s2e1", "--data", watchlist)
    assert (ended.code, medalist("is", "out", "still-water/s2e1", "--data", watchlist).code) == (
        0,
        1,
    )


def test_a_bar_says_which_show(medalist: Program, watchlist: Path) -> None:
    ended = medalist("countdown", "still-water/s2e2", "-f", "polybar", "--data", watchlist)
    assert "Still Water Eight: Season 2 episode 2" in ended.out


def test_a_reminder_is_given_once(medalist: Program, watchlist: Path, tmp_path: Path) -> None:
    arguments = ("due", "next", "--data", watchlist, "--state", tmp_path / "due.json")
    now = "2027-01-09T00:00Z"
    first, again = medalist(*arguments, now=now), medalist(*arguments, now=now)
    assert (first.out.startswith("Still Water Eight: Season 2 premiere"), again.out) == (True, "")


def test_the_first_screen_has_the_next_of_every_show(medalist: Program, watchlist: Path) -> None:
    ended = medalist("--data", watchlist)
    assert (ended.code, ended.err) == (0, "")
    assert "Still Water Eight: Rowing day" in ended.out


def test_a_season_is_of_one_show(medalist: Program, watchlist: Path) -> None:
    fields = "title,episodes,start,end"
    ended = medalist("season", "2", "--fields", fields, "-f", "csv", "--data", watchlist)
    assert ended.out.splitlines()[1:] == [
        "Medalist Season 2,9,2026-01-24,2026-03-21",
        "Still Water Eight Season 2,2,2027-01-09,2027-01-16",
    ]


def test_a_recap_tells_one_show_after_the_other(medalist: Program, watchlist: Path) -> None:
    ended = medalist("recap", "--data", watchlist, "--json")
    shows = [row["id"].partition("/")[0] for row in json.loads(ended.out)]
    assert shows == sorted(shows)
    assert set(shows) == {"medalist", "still-water"}


def test_a_plan_is_of_the_show_of_its_target(medalist: Program, watchlist: Path) -> None:
    ended = medalist("plan", "--by", "still-water/film", "--data", watchlist, "--json")
    assert {row["id"].partition("/")[0] for row in json.loads(ended.out)} == {"still-water"}


def test_a_calendar_has_one_uid_for_an_event_wherever_it_is(
    medalist: Program, watchlist: Path
) -> None:
    def uids(*arguments: str | Path) -> set[str]:
        found = icalendar.Calendar.from_ical(medalist("calendar", *arguments).out)
        return {str(event["UID"]) for event in found.walk("VEVENT")}

    alone = uids() | uids("--data", SERIES)
    assert uids("--data", watchlist) == alone
    assert "film@medalist" in alone


def test_no_summary_of_a_calendar_has_its_show_twice(medalist: Program, watchlist: Path) -> None:
    for arguments in ((), ("--data", SERIES), ("--data", watchlist)):
        found = icalendar.Calendar.from_ical(medalist("calendar", *arguments).out)
        for event in found.walk("VEVENT"):
            summary = str(event["SUMMARY"])
            assert summary.count("Medalist") + summary.count("Still Water Eight") == 1


def test_a_show_twice_is_refused_with_both_files(medalist: Program, tmp_path: Path) -> None:
    copy = tmp_path / "copy.json"
    copy.write_bytes(SERIES.read_bytes())
    assert medalist("data", "merge", SERIES, copy) == (
        3,
        "",
        f"medalist: error: {copy}: $.show.id: 'still-water' is in {SERIES} too\n",
    )


def test_a_bad_file_is_named_with_the_path(medalist: Program, tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text("[]")
    ended = medalist("data", "merge", SERIES, bad)
    assert ended == (3, "", f"medalist: error: {bad}: $: expected `object`, got `array`\n")


def test_ids_that_become_the_same_are_refused(medalist: Program, tmp_path: Path) -> None:
    document = json.loads(SERIES.read_text())
    document["milestones"] += [
        document["milestones"][0] | {"id": name} for name in ("a/b", "a%2Fb")
    ]
    path = tmp_path / "same.json"
    path.write_text(json.dumps(document))
    ended = medalist("data", "merge", path)
    assert (ended.code, ended.out) == (3, "")
    assert "duplicate id 'still-water/a%2Fb'" in ended.err


def test_a_file_may_be_stdin(
    medalist: Program, watchlist: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(SERIES.read_bytes())))
    assert medalist("data", "merge", BUNDLED, "-").out == watchlist.read_text()


def test_without_a_file_it_is_misuse(medalist: Program) -> None:
    ended = medalist("data", "merge")
    assert (ended.code, ended.out) == (2, "")
    assert "is missing" in ended.err


@pytest.mark.thorough
def test_imports_of_three_services_make_a_calendar_that_others_can_read(
    medalist: Program, tmp_path: Path
) -> None:
    files = []
    for name in ("bangumi", "anilist", "tvmaze"):
        path = tmp_path / f"{name}.json"
        path.write_text(medalist("data", "import", name, FIXTURES / f"{name}.json").out)
        files.append(path)
    watch = merged(medalist, tmp_path / "watch.json", *files)
    assert medalist("data", "validate", watch).code == 0
    rows = json.loads(medalist("schedule", "--data", watch, "--json").out)
    dated = [row for row in rows if row["precision"] in ("day", "minute")]
    text = medalist("calendar", "--data", watch, "--alarm", "1h").out
    events = icalendar.Calendar.from_ical(text).walk("VEVENT")
    other = vobject.readOne(text).vevent_list
    assert len(events) == len(other) == len(dated)
    assert len({str(event["UID"]) for event in events}) == len(dated)
    assert {str(event["SUMMARY"]) for event in events} == {each.summary.value for each in other}
    assert all(str(event["STATUS"]) == "TENTATIVE" for event in events)
    assert {row["show"] for row in rows} == {
        show["id"] for show in json.loads(watch.read_text())["shows"]
    }
    back = tmp_path / "back.ics"
    back.write_text(text, newline="")
    again = json.loads(medalist("data", "import", "ics", back).out)
    assert len(again["milestones"]) == len(dated)
