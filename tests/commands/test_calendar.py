"""`medalist calendar`: the schedule as a file for calendar programs."""

import json
import re
from functools import partial
from pathlib import Path

import pytest
import vobject  # type: ignore[import-untyped]
from conftest import PROGRAM, SERIES, Ended, Program, process, side_by_side

NOTE = (
    "medalist: note: left out, no exact date: Manga begins, Manga volume 5, "
    "Still Water Eight: The Regatta, Visit to a rowing school, A third season\n"
)


def values(file: str, name: str) -> list[str]:
    """Return what stands after each property of that name, parameters before the colon."""
    lines = file.replace("\r\n ", "").split("\r\n")
    found = (re.match(rf"{name}(?:;[^:]*)?:", line) for line in lines)
    return [match.string[match.end() :] for match in found if match]


def event(file: str, uid: str) -> dict[str, str]:
    """Return the properties of one event, by their names with parameters."""
    lines = file.replace("\r\n ", "").split("\r\n")
    begin = lines.index(f"UID:{uid}@still-water")
    while lines[begin] != "BEGIN:VEVENT":
        begin -= 1
    end = lines.index("END:VEVENT", begin)
    return dict(line.split(":", 1) for line in lines[begin + 1 : end])


def test_what_has_a_day_is_in_and_the_rest_is_said_on_stderr(rower: Program) -> None:
    ended = rower("calendar")
    assert (ended.code, ended.err) == (0, NOTE)
    assert [uid.removesuffix("@still-water") for uid in values(ended.out, "UID")] == [
        "s1e1",
        "s1e2",
        "s1e3",
        "stage-play",
        "rowing-day",
        "s2e1",
        "season-2-stream",
        "s2e2",
    ]


def test_every_line_ends_in_crlf(rower: Program) -> None:
    file = rower("calendar").out
    assert file.count("\r\n") == file.count("\n") == file.count("\r") > 0


def test_a_broadcast_is_an_event_in_utc_as_long_as_it_runs(rower: Program) -> None:
    assert event(rower("calendar").out, "s2e1") == {
        "UID": "s2e1@still-water",
        "SUMMARY": "Still Water Eight: Season 2 episode 1: Borrowed (Season 2 premiere)",
        "DTSTAMP": "20261120T000000Z",
        "DTSTART": "20270109T163000Z",
        "DTEND": "20270109T170000Z",
        "STATUS": "CONFIRMED",
        "TRANSP": "TRANSPARENT",
    }


def test_a_note_is_the_description(rower: Program) -> None:
    file = rower("calendar").out
    assert event(file, "s1e3")["DESCRIPTION"] == "It began half an hour later than usual."
    assert "DESCRIPTION" not in event(file, "s1e1")


def test_an_event_names_every_milestone_that_is_its_day(medalist: Program, tmp_path: Path) -> None:
    path = changed(tmp_path, when=None, episode="s2e1")  # earlier in the file
    assert event(medalist("calendar", "--data", path).out, "s2e1")["SUMMARY"] == (
        "Still Water Eight: Season 2 episode 1: Borrowed (Rowing day\\, Season 2 premiere)"
    )


def test_a_day_is_an_event_of_that_date(rower: Program) -> None:
    days = event(rower("calendar").out, "rowing-day")
    assert days["DTSTART;VALUE=DATE"] == "20261122"
    assert days["DTEND;VALUE=DATE"] == "20261123"


def test_what_one_source_tells_is_tentative(rower: Program) -> None:
    file = rower("calendar").out
    assert {
        uid: event(file, uid)["STATUS"] for uid in ("s2e1", "s2e2", "s1e2", "season-2-stream")
    } == {
        "s2e1": "CONFIRMED",
        "s2e2": "TENTATIVE",
        "s1e2": "CONFIRMED",  # of its date two sources tell, if not of the rest
        "season-2-stream": "TENTATIVE",
    }


def test_what_has_no_runtime_has_no_end(rower: Program) -> None:
    assert "DTEND" not in event(rower("calendar").out, "season-2-stream")


def test_alarms_of_hours_ring_only_before_what_has_a_clock(rower: Program) -> None:
    file = rower("calendar", "--alarm", "1d,1h").out
    starts = [line for line in file.split("\r\n") if line.startswith("DTSTART")]
    clocks = [not line.startswith("DTSTART;VALUE=DATE") for line in starts]
    expected = [alarm for clock in clocks for alarm in ("-P1D", "-PT1H")[: 1 + clock]]
    assert values(file, "TRIGGER") == expected
    assert set(clocks) == {True, False}


def test_no_alarm_rings_unasked(rower: Program) -> None:
    assert "VALARM" not in rower("calendar").out


@pytest.mark.parametrize(
    ("filters", "uids"),
    [
        (["--upcoming"], ["rowing-day", "s2e1", "season-2-stream", "s2e2"]),
        (["--season", "2"], ["s2e1", "season-2-stream", "s2e2"]),
        (["--kind", "event"], ["stage-play", "rowing-day"]),
        (["--kind", "stream", "--upcoming"], ["season-2-stream"]),
    ],
)
def test_filters_choose_what_is_in(rower: Program, filters: list[str], uids: list[str]) -> None:
    file = rower("calendar", *filters).out
    assert values(file, "UID") == [f"{uid}@still-water" for uid in uids]


def test_filters_that_leave_no_day_are_no_match(rower: Program) -> None:
    ended = rower("calendar", "--kind", "film")
    assert ended == (1, "", "medalist: error: none of these has an exact date\n")


def test_filters_that_leave_nothing_are_no_match(rower: Program) -> None:
    ended = rower("calendar", "--season", "1", "--kind", "film")
    assert ended == (1, "", "medalist: error: no dates match these filters\n")


def test_a_season_that_nobody_announced_is_no_match(rower: Program) -> None:
    ended = rower("calendar", "--season", "7")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith("medalist: error: no season 7 has been announced (facts checked ")


@pytest.mark.parametrize("alarm", ["soon", "1", "-1h"])
def test_an_alarm_that_is_no_span_is_misuse(rower: Program, alarm: str) -> None:
    ended = rower("calendar", "--alarm", alarm)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("medalist: error: --alarm: ")


def test_what_is_not_to_be_known_yet_is_hidden(rower: Program) -> None:
    later = event(rower("calendar", "--seen", "S1").out, "s2e1")
    assert later["SUMMARY"] == "Still Water Eight: Season 2 episode 1 (Season 2 premiere)"
    assert later["DTSTART"] == "20270109T163000Z"


def test_the_schedule_as_ics_is_the_same_file(rower: Program) -> None:
    assert rower("schedule", "-f", "ics") == rower("calendar")


def test_the_calendar_has_the_formats_of_the_schedule(rower: Program) -> None:
    assert rower("calendar", "--json") == rower("schedule", "--json")


def test_a_file_has_the_bytes_of_stdout(rower: Program, tmp_path: Path) -> None:
    target = tmp_path / "series.ics"
    assert rower("calendar", "-o", target) == (0, "", NOTE)
    assert target.read_bytes().decode() == rower("calendar").out


def test_a_moved_date_keeps_its_uid(medalist: Program, tmp_path: Path) -> None:
    moved = tmp_path / "moved.json"
    moved.write_text(SERIES.read_text().replace("2027-01-09", "2027-02-13"))
    file = medalist("calendar", "--data", moved).out
    assert event(file, "s2e1")["DTSTART"] == "20270213T163000Z"


def test_the_day_of_the_export_is_not_in_it(rower: Program) -> None:
    assert rower("calendar", now="2100-01-01T00:00Z") == rower("calendar")


@pytest.mark.thorough
def test_two_exports_are_the_same_bytes_wherever_they_are_made() -> None:
    places = [("0", "UTC"), ("1", "Asia/Tokyo"), ("2", "America/New_York")]

    def export(seed: str, zone: str) -> Ended:
        env = {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONIOENCODING": "ascii"}
        return process(*PROGRAM, "calendar", "--alarm", "1d", env=env)

    ended = side_by_side({seed: partial(export, seed, zone) for seed, zone in places})
    assert len(set(ended.values())) == 1
    assert ended["0"].code == 0


def test_another_parser_reads_every_milestone_of_medalist(medalist: Program) -> None:
    listed = json.loads(medalist("schedule", "--json").out)
    calendar = vobject.readOne(medalist("calendar", "--alarm", "1d").out)
    assert [event.uid.value for event in calendar.vevent_list] == [
        f"{row['id']}@medalist" for row in listed if row["precision"] in ("day", "minute")
    ]


def test_no_two_events_of_medalist_share_a_uid(medalist: Program) -> None:
    uids = values(medalist("calendar").out, "UID")
    assert len(set(uids)) == len(uids) > 0


HOSTILE = "x\r\nATTACH:y\rEND:VEVENT\u2028URL:z\x85\x0bBEGIN:VALARM"


def test_a_hostile_dataset_adds_no_property(medalist: Program, tmp_path: Path) -> None:
    path = tmp_path / "hostile.json"
    document = json.loads(SERIES.read_text())
    document["show"] |= {"id": f"still-water{HOSTILE}", "title": HOSTILE}
    for record in document["episodes"] + document["milestones"]:
        record |= {"title": HOSTILE, "note": HOSTILE}
    path.write_text(json.dumps(document))
    ended = medalist("calendar", "--data", path)
    names = {re.split("[;:]", line)[0] for line in ended.out.replace("\r\n ", "").splitlines()}
    assert ended.code == 0
    assert not names & {"ATTACH", "URL"}
    assert "VALARM" not in values(ended.out, "BEGIN")


def changed(tmp_path: Path, **changes: object) -> Path:
    """Return the dataset of the invented show with one milestone changed."""
    path = tmp_path / "changed.json"
    document = json.loads(SERIES.read_text())
    milestone = next(each for each in document["milestones"] if each["id"] == "rowing-day")
    milestone |= changes
    path.write_text(json.dumps(document))
    return path


@pytest.mark.parametrize(
    ("title", "summary"),
    [
        ("Rowing day", "Still Water Eight: Rowing day"),
        ("Still Water Eight: The Regatta", "Still Water Eight: The Regatta"),
        ("The STILL WATER EIGHT exhibition", "The STILL WATER EIGHT exhibition"),
    ],
)
def test_a_title_names_the_show_once(
    medalist: Program, tmp_path: Path, title: str, summary: str
) -> None:
    file = medalist("calendar", "--data", changed(tmp_path, title=title)).out
    assert event(file, "rowing-day")["SUMMARY"] == summary


def test_a_date_that_was_worked_out_is_tentative(medalist: Program, tmp_path: Path) -> None:
    path = changed(tmp_path, inferred=True, confidence="two-sources")
    assert event(medalist("calendar", "--data", path).out, "rowing-day")["STATUS"] == "TENTATIVE"


def test_a_long_list_of_what_is_left_out_is_cut(medalist: Program, tmp_path: Path) -> None:
    path = tmp_path / "many.json"
    document = json.loads(SERIES.read_text())
    vague = {"kind": "event", "sources": [], "confidence": "seed-only"}
    document["milestones"] += [vague | {"id": f"x{n}", "title": f"X{n}"} for n in range(20)]
    path.write_text(json.dumps(document))
    note = medalist("calendar", "--kind", "event", "--data", path).err
    assert note.count(",") == 13
    assert note.endswith(" more\n")


def test_the_film_of_medalist_links_to_its_trailer(medalist: Program) -> None:
    film = medalist("calendar", "--kind", "film").out
    assert values(film, "SUMMARY") == ["Medalist: The Movie"]
    assert values(film, "URL")[0].startswith("https://www.youtube.com/")
