"""Calendars of anyone as datasets."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from medalist_cli.model.dataset import Dataset, Episode, Milestone, Show, Source, When
from medalist_cli.storage.importers import Imported, ics

from .test_importers import NOW, fixture

FACTS: Any = {"sources": ("ics",), "confidence": "one-source"}
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
    event: Any = {"kind": "event", **FACTS}
    assert ics.read(fixture("google.ics"), NOW).datasets == (
        Dataset(
            schema_version=2,
            as_of=dt.date(2026, 11, 22),
            show=Show(id="rowing", title="Rowing", **FACTS),
            anchor="weekly@google.com",
            milestones=(
                Milestone(
                    id="all-day@google.com",
                    title="Christmas regatta, open to all",
                    when=When(date="2026-12-24", zone="Europe/Paris"),
                    note="Bring a boat.\nAnd a friend.",
                    **event,
                ),
                Milestone(
                    id="tokyo@google.com",
                    title="Premiere party",
                    when=When(date="2027-01-10", clock="01:30", zone="Asia/Tokyo"),
                    runtime_minutes=30,
                    **event,
                ),
                Milestone(
                    id="floating@google.com",
                    title="Training",
                    when=When(date="2026-11-30", clock="18:30", zone="Europe/Paris"),
                    runtime_minutes=45,
                    **event,
                ),
                Milestone(
                    id="weekly@google.com",
                    title=LONG,
                    when=When(date="2026-11-25", clock="19:00", zone="UTC"),
                    **event,
                ),
            ),
            sources=(Source(id="ics", title="Calendar: Rowing"),),
        ),
    )


def test_the_shows_that_events_name_are_shows_with_episodes() -> None:
    def show(name: str, title: str, *episodes: Episode) -> Dataset:
        return Dataset(
            schema_version=2,
            as_of=dt.date(2026, 11, 22),
            show=Show(id=name, title=title, **FACTS),
            anchor=episodes[0].id,
            milestones=(),
            episodes=episodes,
            sources=(Source(id="ics", title=f"Calendar: {title}"),),
        )

    assert ics.read(fixture("sonarr.ics"), NOW).datasets == (
        show(
            "tide-table",
            "Tide Table",
            Episode(
                season=1,
                episode=1,
                number=1,
                title="Pilot",
                when=When(date="2026-12-01", clock="20:00", zone="UTC"),
                runtime_minutes=30,
                summary="The tide comes in.",
                **FACTS,
            ),
            Episode(
                season=1,
                episode=2,
                number=2,
                title="Ebb",
                when=When(date="2026-12-08", clock="20:00", zone="UTC"),
                runtime_minutes=30,
                **FACTS,
            ),
        ),
        show(
            "night-ferry",
            "Night Ferry",
            Episode(
                season=2,
                episode=10,
                number=1,
                when=When(date="2026-12-02", clock="01:30", zone="UTC"),
                runtime_minutes=30,
                **FACTS,
            ),
        ),
    )


@pytest.mark.parametrize(
    ("now", "anchor"),
    [
        ("2026-11-25T19:59+01:00", "1@x"),
        ("2026-11-25T20:00+01:00", "2@x"),  # a minute is over as soon as it is reached
        ("2026-11-26T23:59+00:00", "2@x"),
        ("2026-11-27T00:00+00:00", "2@x"),  # all are over: the last
    ],
)
def test_a_bare_countdown_counts_to_what_comes_next(now: str, anchor: str) -> None:
    first = calendar("DTSTART:20261125T190000Z")
    second = calendar("DTSTART;VALUE=DATE:20261126", above=("X-WR-TIMEZONE:UTC",))
    both = first + second.replace(b"UID:1", b"UID:2")
    [found] = ics.read(both, dt.datetime.fromisoformat(now)).datasets
    assert found.anchor == anchor


@pytest.mark.parametrize(
    ("above", "name", "title"),
    [
        (("X-WR-CALNAME:Rowing  Club", "NAME:Boats"), "rowing-club", "Rowing  Club"),
        (("NAME:Boats",), "boats", "Boats"),
        ((), "calendar", "Calendar"),
        (("X-WR-CALNAME:***",), "calendar", "***"),
    ],
)
def test_a_show_is_named_like_its_calendar(above: tuple[str, ...], name: str, title: str) -> None:
    [found] = imported("DTSTART:20261201T200000Z", above=above).datasets
    assert (found.show.id, found.show.title) == (name, title)


def test_of_two_titles_or_ids_of_an_event_the_first_counts() -> None:
    [found] = imported("DTSTART:20261201T200000Z", "SUMMARY:Regatta", "UID:2@x").datasets
    assert [(each.id, each.title) for each in found.milestones] == [("1@x", "Outing")]


def test_an_event_without_a_title_is_untitled() -> None:
    text = calendar("DTSTART:20261201T200000Z").replace(b"SUMMARY:Outing\r\n", b"")
    [found] = ics.read(text, NOW).datasets
    assert [milestone.title for milestone in found.milestones] == ["Untitled"]


@pytest.mark.parametrize(
    ("lines", "minutes"),
    [
        (("DTSTART:20261201T200000", "DTEND:20261201T213000"), 90),
        (("DTSTART:20261201T200000Z", "DTEND:20261201T200059Z"), None),
        (("DTSTART:20261201T200000Z", "DTEND:20261201T200100Z"), 1),
        (("DTSTART:20261201T200000Z", "DTEND:20261201T190000Z"), None),
        (("DTSTART:20261201T200000Z", "DTEND:20261201T213000"), None),
        (
            (
                "DTSTART;TZID=Europe/Paris:20261025T010000",
                "DTEND;TZID=Europe/Paris:20261025T040000",
            ),
            240,  # the clocks go back at 3
        ),
        (("DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20261202"), None),
        (("DTSTART;VALUE=DATE:20261201", "DURATION:PT45M"), None),
    ],
)
def test_a_runtime_is_whole_minutes_between_two_times(
    lines: tuple[str, ...], minutes: int | None
) -> None:
    [found] = imported(*lines).datasets
    assert found.milestones[0].runtime_minutes == minutes


def test_what_is_not_taken_over_is_noted_with_its_line() -> None:
    assert ics.read(fixture("google.ics"), NOW).notes == (
        f"line 37: it repeats, and only its first date is taken: {LONG}",
        "line 45: left out, it is cancelled: Cancelled outing",
    )


@pytest.mark.parametrize(
    ("summary", "show", "episode", "title"),
    [
        ("Tide Table - 1x02 - Ebb", "Tide Table", "s1e2", "Ebb"),
        ("Tide Table S01E02 Ebb", "Tide Table", "s1e2", "Ebb"),
        ("Tide Table: s1e2", "Tide Table", "s1e2", None),
        (r"Tide Table - 1x02 - Ebb\nand flow", "Tide Table", "s1e2", "Ebb\nand flow"),
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


@pytest.mark.parametrize(
    "summary", ["Race 1920x1080", "2x4 timber", "Outing 0x00", "Outing 0x05", "Outing 5x00"]
)
def test_other_numbers_are_no_episode(summary: str) -> None:
    text = calendar("DTSTART:20261201T200000Z").replace(b"Outing", summary.encode())
    [found] = ics.read(text, NOW).datasets
    assert [milestone.title for milestone in found.milestones] == [summary]


@pytest.mark.parametrize("line", ["RRULE:FREQ=DAILY", "RDATE:20261208T200000Z"])
def test_what_repeats_is_taken_once_and_noted(line: str) -> None:
    found = imported("DTSTART:20261201T200000Z", line)
    assert found.notes == ("line 3: it repeats, and only its first date is taken: Outing",)
    assert [each.when for each in found.datasets[0].milestones] == [
        When(date="2026-12-01", clock="20:00", zone="UTC")
    ]


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


def test_a_calendar_of_an_unknown_zone_is_one_of_utc() -> None:
    found = when("DTSTART:20261201T203000", above=("X-WR-TIMEZONE:Nowhere/Zone",))
    assert found == When(date="2026-12-01", clock="20:30", zone="UTC")


def test_of_two_starts_the_first_counts() -> None:
    found = when("DTSTART:20261201T203000Z", "DTSTART:20261202T203000Z")
    assert found == When(date="2026-12-01", clock="20:30", zone="UTC")


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
        (
            calendar("DTSTART;VALUE=DATE:18500101"),
            "line 3: VEVENT: DTSTART: the year of '1850-01-01' is not from 1900 to 2200",
        ),
        (
            calendar(above=("X-WR-CALNAME:Nagi",)).replace(b"UID:1@x", b"UID:s1e1")
            + calendar().replace(b"Outing", b"Nagi 1x01"),
            "line 4: $.episodes[0]: duplicate id 's1e1'",
        ),
    ],
)
def test_a_bad_calendar_is_refused_with_the_line(content: bytes, line: str) -> None:
    assert refused(content) == line


@pytest.mark.parametrize("start", ["DTSTART:20261301T200000Z", "DTSTART:soon"])
def test_a_start_that_is_no_time_is_refused_with_the_line_of_its_event(start: str) -> None:
    assert refused(calendar(start)).startswith("line 3: VEVENT: DTSTART: ")


def test_a_line_of_an_event_that_is_none_is_refused_with_the_line_of_its_event() -> None:
    assert refused(calendar("what is this")).startswith("line 3: VEVENT: content: ")


@pytest.mark.parametrize("separator", ["\u2028", "\x0c", "\x85"])
def test_lines_are_counted_as_an_editor_does(separator: str) -> None:
    content = calendar("DTSTART:soon", above=(f"X-NOTE:one{separator}two",))
    assert refused(content).startswith("line 4: VEVENT: DTSTART: ")


def test_an_event_whose_beginning_is_folded_is_refused_with_the_first_line() -> None:
    content = calendar("DTSTART:soon").replace(b"BEGIN:VEVENT", b"BEGIN:VE\r\n VENT")
    assert refused(content).startswith("line 1: VEVENT: DTSTART: ")


@pytest.mark.parametrize(
    ("content", "line"),
    [("what is this", 2), ("what is\r\n  this", 1), ("END:VCALENDAR", 1)],
)
def test_what_is_no_calendar_is_refused_with_the_line_that_shows_it(
    content: str, line: int
) -> None:
    text = f"BEGIN:VCALENDAR\r\n{content}\r\nEND:VCALENDAR\r\n"
    assert refused(text.encode()).startswith(f"line {line}: not iCalendar: ")
