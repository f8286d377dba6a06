"""Remaining days, calendar time and percent. Windows and states are in `test_timeline.py`."""

import datetime as dt
import random

import oracle
import pytest
from hypothesis import given
from hypothesis import strategies as st

from medalist_cli.dates import timeline
from medalist_cli.dates.timeline import Window
from medalist_cli.dates.zones import zone
from medalist_cli.model.dataset import When
from medalist_cli.model.rows import Breakdown

at = dt.datetime.fromisoformat
"""Parse a time such as `2026-01-24T16:30Z`."""

PREMIERE = timeline.window(When(date="2026-01-24", clock="25:30", zone="Asia/Tokyo"))
FILM = timeline.window(When(date="2027-02-19", zone="Asia/Tokyo"))
YEAR = timeline.window(When(date="2027", zone="Asia/Tokyo"))


def minute(moment: dt.datetime) -> Window:
    return Window(moment, moment, "minute", moment.date(), moment.date())


def days(window: Window, now: str, reader: str) -> tuple[int, int]:
    return timeline.days(window, at(now), zone(reader))


def breakdown(now: str, end: str, reader: str) -> Breakdown:
    there = zone(reader)
    moment = dt.datetime.fromisoformat(end).replace(tzinfo=there)
    return timeline.breakdown(minute(moment), at(now).replace(tzinfo=there), there)


def parts(**some: int) -> Breakdown:
    none = dict.fromkeys(("years", "months", "days", "hours", "minutes", "seconds"), 0)
    return Breakdown(**none | some)


@pytest.mark.parametrize(
    ("reader", "now", "expected"),
    [
        ("Europe/Paris", "2026-01-23T23:59:59+01:00", 1),
        ("Europe/Paris", "2026-01-24T00:00:00+01:00", 0),
        ("Asia/Tokyo", "2026-01-24T23:59:59+09:00", 1),
        ("Asia/Tokyo", "2026-01-25T00:00:00+09:00", 0),
        ("Asia/Tokyo", "2026-01-26T00:00:00+09:00", -1),
        ("Pacific/Apia", "2026-01-24T16:00:00Z", 0),
    ],
)
def test_days_to_an_exact_time_are_counted_on_the_readers_calendar(
    reader: str, now: str, expected: int
) -> None:
    assert days(PREMIERE, now, reader) == (expected, expected)


@pytest.mark.parametrize("reader", ["Asia/Tokyo", "Europe/Paris", "America/New_York"])
@pytest.mark.parametrize(
    ("window", "now", "expected"),
    [
        (FILM, "2027-02-18T23:59:59+09:00", (1, 1)),
        (FILM, "2027-02-19T00:00:00+09:00", (0, 0)),
        (FILM, "2027-02-20T00:00:00+09:00", (-1, -1)),
        (YEAR, "2026-11-22T12:00:00Z", (40, 404)),
        (YEAR, "2026-12-31T23:59:59+09:00", (1, 365)),
        (YEAR, "2027-01-01T00:00:00+09:00", (0, 364)),
        (YEAR, "2028-01-01T00:00:00+09:00", (-365, -1)),
    ],
)
def test_days_to_a_coarser_date_are_counted_in_its_own_zone(
    window: Window, now: str, expected: tuple[int, int], reader: str
) -> None:
    assert days(window, now, reader) == expected


@st.composite
def coarse(draw: st.DrawFn) -> Window:
    there = draw(st.sampled_from(oracle.ZONES))
    day = str(draw(st.dates(dt.date(1900, 1, 1), dt.date(2200, 12, 31))))
    digits = draw(st.sampled_from([4, 7, 10]))
    return timeline.window(When(date=day[:digits], zone=str(there)))


@given(coarse(), st.timedeltas(-3 * oracle.DAY, 3 * oracle.DAY), st.sampled_from(oracle.ZONES))
def test_days_reach_zero_exactly_when_the_window_begins(
    window: Window, off: dt.timedelta, reader: dt.tzinfo
) -> None:
    now = (window.earliest.astimezone(dt.UTC) + off).replace(microsecond=0)
    first, last = timeline.days(window, now.astimezone(reader), reader)
    assert (first <= 0) == (timeline.seconds(window.earliest, now) <= 0)
    assert (last < 0) == (timeline.seconds(window.latest, now) <= 0)


@pytest.mark.skipif(not oracle.DDIFF, reason="needs ddiff of dateutils")
def test_days_agree_with_dateutils() -> None:
    chance = random.Random(2026)
    dates = [dt.date(1900, 1, 1) + chance.randrange(109_000) * oracle.DAY for _ in range(500)]
    windows = [timeline.window(When(date=str(date), zone="UTC")) for date in dates]
    counted = [days(window, "2026-11-22T12:00Z", "UTC")[0] for window in windows]
    assert counted == oracle.ddiff(dt.date(2026, 11, 22), dates)


@pytest.mark.parametrize(
    ("now", "end", "reader", "expected"),
    [
        ("2026-01-24T17:30", "2026-01-24T17:30", "Europe/Paris", parts()),
        ("2026-01-24T17:29:59", "2026-01-24T17:30", "Europe/Paris", parts(seconds=1)),
        ("2025-01-22T12:00", "2026-01-24T17:00", "Europe/Paris", parts(years=1, days=2, hours=5)),
        ("2026-01-26T18:30", "2026-01-24T17:30", "Europe/Paris", parts(days=2, hours=1)),
        ("2026-01-31T12:00", "2026-02-28T12:00", "UTC", parts(months=1)),
        ("2026-01-31T12:00", "2026-03-01T11:00", "UTC", parts(months=1, hours=23)),
        ("2024-02-29T12:00", "2025-02-28T12:00", "UTC", parts(years=1)),
        ("2024-02-29T12:00", "2028-02-29T12:00", "UTC", parts(years=4)),
        # Spring and autumn in New York: days of 23 and 25 hours.
        ("2027-03-13T12:00", "2027-03-14T12:00", "America/New_York", parts(days=1)),
        ("2027-03-14T00:00", "2027-03-14T12:00", "America/New_York", parts(hours=11)),
        ("2027-11-06T12:00", "2027-11-07T11:59", "America/New_York", parts(hours=24, minutes=59)),
        ("2026-10-03T12:00", "2026-10-04T11:30", "Australia/Lord_Howe", parts(hours=23)),
        ("2011-12-29T12:00", "2011-12-31T13:00", "Pacific/Apia", parts(days=2, hours=1)),
    ],
)  # fmt: skip
def test_calendar_time_has_as_many_whole_days_as_fit(
    now: str, end: str, reader: str, expected: Breakdown
) -> None:
    assert breakdown(now, end, reader) == expected


@st.composite
def spans(draw: st.DrawFn) -> tuple[dt.datetime, dt.datetime]:
    """Draw two moments of one zone, the earlier first."""
    there = draw(st.sampled_from(oracle.ZONES))
    moments = draw(st.tuples(oracle.instants(there), oracle.instants(there)))
    start, end = sorted(moments, key=dt.datetime.timestamp)
    return start, end


def between(start: dt.datetime, end: dt.datetime) -> Breakdown:
    return timeline.breakdown(minute(end), start, end.tzinfo or dt.UTC)


@given(spans())
def test_calendar_time_added_to_now_gives_the_start(
    span: tuple[dt.datetime, dt.datetime],
) -> None:
    start, end = span
    assert oracle.reached(start, between(start, end)) == end.astimezone(dt.UTC)


@given(spans())
def test_calendar_time_leaves_no_whole_day_uncounted(
    span: tuple[dt.datetime, dt.datetime],
) -> None:
    start, end = span
    counted = between(start, end)
    whole = parts(years=counted.years, months=counted.months, days=counted.days)
    assert oracle.reached(start, whole, more=1) > end.astimezone(dt.UTC)


@given(spans())
def test_calendar_time_is_the_same_in_both_directions(
    span: tuple[dt.datetime, dt.datetime],
) -> None:
    start, end = span
    assert between(start, end) == between(end, start)


@given(spans())
def test_every_part_of_calendar_time_stays_in_its_range(
    span: tuple[dt.datetime, dt.datetime],
) -> None:
    counted = between(*span)
    assert counted.years >= 0
    assert 0 <= counted.months < 12
    assert 0 <= counted.days < 31
    assert 0 <= counted.hours <= 24
    assert 0 <= counted.minutes < 60
    assert 0 <= counted.seconds < 60


@pytest.mark.skipif(not oracle.has_gnu_date(), reason="needs the date of GNU coreutils")
def test_calendar_time_agrees_with_gnu_date() -> None:
    chance = random.Random(2026)
    ends, walls, rests = [], [], []
    for _ in range(500):
        there = chance.choice(oracle.ZONES)
        # At noon no zone here has ever changed its clocks.
        start = dt.datetime(1970, 1, 1, 12, tzinfo=there) + chance.randrange(40_000) * oracle.DAY
        end = start.astimezone(dt.UTC) + dt.timedelta(seconds=chance.randrange(4 * 10**9))
        counted = between(start, end.astimezone(there))
        ends.append(int(end.timestamp()))
        walls.append(f'TZ="{there}" {oracle.later(start, counted):%F %T}')
        rests.append(3600 * counted.hours + 60 * counted.minutes + counted.seconds)
    found = zip(oracle.gnu_date(walls), rests, strict=True)
    assert [wall + rest for wall, rest in found] == ends


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2025-12-31T00:00+09:00", 0),
        ("2026-01-01T00:00+09:00", 0),
        ("2026-01-25T00:00+09:00", 5),
        ("2027-02-18T23:59:59+09:00", 99),
        ("2027-02-19T00:00+09:00", 100),
        ("2030-01-01T00:00+09:00", 100),
    ],
)
def test_percent_of_the_wait_is_rounded_down(now: str, expected: int) -> None:
    announced = When(date="2026", zone="Asia/Tokyo")
    assert timeline.percent(announced, FILM, at(now)) == expected


def test_percent_is_unknown_without_an_announcement_date_until_the_start() -> None:
    assert timeline.percent(None, FILM, at("2027-02-18T23:59:59+09:00")) is None
    assert timeline.percent(None, FILM, at("2027-02-19T00:00:00+09:00")) == 100


@pytest.mark.parametrize("date", ["2027-02-19", "2028"])
def test_percent_is_0_before_the_announcement(date: str) -> None:
    announced = When(date=date, zone="Asia/Tokyo")
    assert timeline.percent(announced, FILM, at("2026-11-22T12:00Z")) == 0
