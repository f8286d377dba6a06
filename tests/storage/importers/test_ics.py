"""Calendars of anyone as datasets."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from medalist_cli.model.dataset import When
from medalist_cli.storage.importers import Imported, ics

from .test_importers import NOW, fixture

LONG = "Watch night with a summary that is long enough to be folded over two lines"


def calendar(*lines: str, above: tuple[str, ...] = ()) -> bytes:
    event = ("BEGIN:VEVENT", "UID:1@x", "SUMMARY:Outing", *lines, "END:VEVENT")
    text = ("BEGIN:VCALENDAR", "VERSION:2.0", *above, *event, "END:VCALENDAR", "")
    return "\r\n".join(text).encode()


def imported(*lines: str, above: tuple[str, ...] = (), now: dt.datetime = NOW) -> Imported:
    return ics.read(calendar(*lines, above=above), now)


def when(*lines: str, above: tuple[str, ...] = (), now: dt.datetime = NOW) -> When | None:
    return imported(*lines, above=above, now=now).datasets[0].milestones[0].when


def refused(content: bytes) -> str:
    with pytest.raises(ValueError, match=r".") as caught:
        ics.read(content, NOW)
    return str(caught.value)


def test_a_calendar_is_a_show_and_an_event_keeps_its_uid() -> None:
    [found] = ics.read(fixture("google.ics"), NOW).datasets
    assert (found.show.id, found.show.title) == ("rowing", "Rowing")
    assert [(m.id, m.title, m.when, m.runtime_minutes) for m in found.milestones] == [
        (
            "all-day@google.com",
            "Christmas regatta, open to all",
            When(date="2026-12-24", zone="Europe/Paris"),
            None,
        ),
        (
            "tokyo@google.com",
            "Premiere party",
            When(date="2027-01-10", clock="01:30", zone="Asia/Tokyo"),
            30,
        ),
        (
            "floating@google.com",
            "Training",
            When(date="2026-11-30", clock="18:30", zone="Europe/Paris"),
            45,
        ),
        (
            "weekly@google.com",
            LONG,
            When(date="2026-11-25", clock="19:00", zone="UTC"),
            None,
        ),
    ]
    assert found.milestones[0].note == "Bring a boat.\nAnd a friend."


def test_a_bare_countdown_counts_to_what_comes_next() -> None:
    assert ics.read(fixture("google.ics"), NOW).datasets[0].anchor == "weekly@google.com"


def test_what_is_not_taken_over_is_noted_with_its_line() -> None:
    assert ics.read(fixture("google.ics"), NOW).notes == (
        f"line 37: it repeats, and only its first date is taken: {LONG}",
        "line 45: left out, it is cancelled: Cancelled outing",
    )


def test_the_shows_that_events_name_are_shows_with_episodes() -> None:
    found = ics.read(fixture("sonarr.ics"), NOW).datasets
    assert [(each.show.id, [e.id for e in each.episodes]) for each in found] == [
        ("tide-table", ["s1e1", "s1e2"]),
        ("night-ferry", ["s2e10"]),
    ]
    pilot = found[0].episodes[0]
    assert (pilot.title, pilot.summary, pilot.runtime_minutes) == (
        "Pilot",
        "The tide comes in.",
        30,
    )


@pytest.mark.parametrize(
    ("summary", "show", "episode", "title"),
    [
        ("Tide Table - 1x02 - Ebb", "Tide Table", "s1e2", "Ebb"),
        ("Tide Table S01E02 Ebb", "Tide Table", "s1e2", "Ebb"),
        ("Tide Table: s1e2", "Tide Table", "s1e2", None),
        ("Route 66 - 2x11 - One - Two", "Route 66", "s2e11", "One - Two"),
    ],
)
def test_an_episode_is_read_from_the_usual_forms(
    summary: str, show: str, episode: str, title: str | None
) -> None:
    text = calendar("DTSTART:20261201T200000Z").replace(b"Outing", summary.encode())
    [found] = ics.read(text, NOW).datasets
    assert (found.show.title, found.episodes[0].id, found.episodes[0].title) == (
        show,
        episode,
        title,
    )


@pytest.mark.parametrize("summary", ["Race 1920x1080", "2x4 timber", "Outing 0x00"])
def test_other_numbers_are_no_episode(summary: str) -> None:
    text = calendar("DTSTART:20261201T200000Z").replace(b"Outing", summary.encode())
    [found] = ics.read(text, NOW).datasets
    assert [milestone.title for milestone in found.milestones] == [summary]


def test_an_instant_in_utc_stays_in_utc() -> None:
    assert when("DTSTART:20261201T203045Z") == When(date="2026-12-01", clock="20:30", zone="UTC")


@pytest.mark.parametrize(
    "zone", ["Asia/Tokyo", "Tokyo Standard Time", "/x.org/20200101/Asia/Tokyo"]
)
def test_a_zone_of_the_calendar_is_kept_by_its_usual_name(zone: str) -> None:
    found = when(f"DTSTART;TZID={zone}:20261201T203000")
    assert found == When(date="2026-12-01", clock="20:30", zone="Asia/Tokyo")


def test_a_zone_that_only_the_calendar_knows_becomes_utc() -> None:
    above = (
        "BEGIN:VTIMEZONE", "TZID:Boathouse", "BEGIN:STANDARD", "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0330", "TZOFFSETTO:+0330", "TZNAME:BHT", "END:STANDARD", "END:VTIMEZONE",
    )  # fmt: skip
    found = when("DTSTART;TZID=Boathouse:20261201T203000", above=above)
    assert found == When(date="2026-12-01", clock="17:00", zone="UTC")


def test_a_time_without_a_zone_is_the_readers() -> None:
    now = NOW.astimezone(ZoneInfo("Asia/Seoul"))
    assert when("DTSTART:20261201T203000", now=now) == When(
        date="2026-12-01", clock="20:30", zone="Asia/Seoul"
    )


def test_a_day_stays_a_day() -> None:
    assert when("DTSTART;VALUE=DATE:20261201") == When(date="2026-12-01", zone="UTC")


def test_an_event_without_a_start_is_to_be_announced() -> None:
    assert when() is None


def test_a_change_of_one_of_a_series_is_an_event_of_its_own() -> None:
    text = calendar("DTSTART:20261201T200000Z")
    event = text[text.index(b"BEGIN:VEVENT") : text.index(b"END:VCALENDAR")]
    change = event.replace(b"SUMMARY", b"RECURRENCE-ID:20261208T200000Z\r\nSUMMARY")
    [found] = ics.read(text.replace(event, event + change), NOW).datasets
    assert [milestone.id for milestone in found.milestones] == ["1@x", "1@x-20261208T200000Z"]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"", "line 1: not iCalendar: no whole VCALENDAR"),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "line 1: not iCalendar: no whole VCALENDAR"),
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "line 1: no event in the calendar"),
        (b"BEGIN:VCALENDAR\r\nX:\xff\r\n", "line 2: not UTF-8"),
        (
            calendar("DTSTART;TZID=Nowhere/Zone:20261201T200000"),
            "line 3: VEVENT: DTSTART: no time zone is named 'Nowhere/Zone'",
        ),
        (
            calendar("DTSTART:18500101T000000Z"),
            "line 3: VEVENT: DTSTART: the year of '1850-01-01' is not from 1900 to 2200",
        ),
    ],
)
def test_a_bad_calendar_is_refused_with_the_line(content: bytes, line: str) -> None:
    assert refused(content) == line


@pytest.mark.parametrize("start", ["DTSTART:20261301T200000Z", "DTSTART:soon"])
def test_a_start_that_is_no_time_is_refused_with_the_line_of_its_event(start: str) -> None:
    assert refused(calendar(start)).startswith("line 3: VEVENT: DTSTART: ")


@pytest.mark.parametrize("separator", ["\u2028", "\x0c", "\x85"])
def test_lines_are_counted_as_an_editor_does(separator: str) -> None:
    content = calendar("DTSTART:soon", above=(f"X-NOTE:one{separator}two",))
    assert refused(content).startswith("line 4: VEVENT: DTSTART: ")


def test_what_is_no_calendar_is_refused_with_the_line_that_shows_it() -> None:
    assert refused(b"BEGIN:VCALENDAR\r\nwhat is this\r\nEND:VCALENDAR\r\n").startswith(
        "line 2: not iCalendar: "
    )
