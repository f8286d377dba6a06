"""A date that moved: in the schedule, in the details of a countdown, in calendars."""

import json
from pathlib import Path

import icalendar
import pytest
from conftest import SERIES, Program, Rows

MOVED = "moved from Sat 18 Apr 2026"


def with_was(folder: Path, *dates: str | None) -> Path:
    """Write the invented show with earlier dates of its film, and return the path."""
    document = json.loads(SERIES.read_text())
    film = next(each for each in document["milestones"] if each["id"] == "film")
    film["when"] = {"date": "2028-03-01", "zone": "Asia/Tokyo"}
    film.pop("claims")
    film["was"] = [
        {"when": date and {"date": date, "zone": "Asia/Tokyo"}, "as_of": f"2026-0{number}-01"}
        for number, date in enumerate(dates, 1)
    ]
    path = folder / "moved.json"
    path.write_text(json.dumps(document))
    return path


def test_the_details_of_a_countdown_say_where_the_date_stood(rower: Program) -> None:
    assert MOVED in rower("countdown", "stage-play").out.splitlines()
    assert MOVED in rower("countdown", "stage-play", "-f", "text").out.splitlines()


@pytest.mark.parametrize("arguments", [("--width", "80"), ("-f", "tmux"), ("--template", "{text}")])
def test_one_line_has_no_room_for_it(rower: Program, arguments: tuple[str, ...]) -> None:
    assert "moved" not in rower("countdown", "stage-play", *arguments).out


def test_the_schedule_marks_it(rower: Program) -> None:
    marked = [line for line in rower("schedule").out.splitlines() if "moved from" in line]
    assert len(marked) == 1
    assert f"Stage play: The Night the Boathouse Burned ({MOVED})" in marked[0]


def test_json_has_where_it_stood(rows: Rows) -> None:
    [row] = [row for row in rows("schedule") if row["was"]]
    assert (row["title"], row["was"]) == (
        "Stage play: The Night the Boathouse Burned",
        [
            {
                "when": {"date": "2026-04-18", "zone": "Asia/Tokyo"},
                "as_of": "2026-01-10",
            }
        ],
    )


@pytest.mark.parametrize(
    ("dates", "line"),
    [
        (("2027", "2028-02-01"), "moved from Tue 1 Feb 2028"),
        (("2028-02-01", "2027"), "moved from 2027"),
        (("2027", None), "moved from 2027"),
        ((None,), ""),
        ((), ""),
    ],
)
def test_the_last_known_date_counts(
    medalist: Program, tmp_path: Path, dates: tuple[str | None, ...], line: str
) -> None:
    ended = medalist("countdown", "film", "--data", with_was(tmp_path, *dates))
    assert [each for each in ended.out.splitlines() if "moved" in each] == [line] * bool(line)


@pytest.mark.parametrize("dates", [(), ("2027",), ("2027", "2028-02-01", None)])
def test_a_calendar_counts_the_moves(
    medalist: Program, tmp_path: Path, dates: tuple[str | None, ...]
) -> None:
    text = medalist("calendar", "--data", with_was(tmp_path, *dates)).out
    events = {str(e["UID"]): e for e in icalendar.Calendar.from_ical(text).walk("VEVENT")}
    film = events["film@still-water"]
    assert int(film.get("SEQUENCE", 0)) == len(dates)
    assert ("LAST-MODIFIED" in film) == bool(dates)
    if dates:
        assert film.decoded("last-modified") == film.decoded("dtstamp")


def test_an_event_that_never_moved_has_no_sequence(rower: Program) -> None:
    events = icalendar.Calendar.from_ical(rower("calendar").out).walk("VEVENT")
    moved = {str(event["UID"]) for event in events if "SEQUENCE" in event}
    assert moved == {"stage-play@still-water"}
