"""Windows, the 30-hour clock and states. Remaining time is in `test_days.py`."""

import datetime as dt
import random

import oracle
import pytest
from hypothesis import given
from hypothesis import strategies as st

from medalist_cli.dates import timeline
from medalist_cli.dates.zones import zone
from medalist_cli.model.dataset import Milestone, When
from medalist_cli.model.rows import Bucket, Precision, State

at = dt.datetime.fromisoformat
"""Parse a time such as `2026-01-24T16:30Z`."""

PREMIERE = When(date="2026-01-24", clock="25:30", zone="Asia/Tokyo")
START = at("2026-01-24T16:30Z")


def tokyo(date: str, clock: str | None = None) -> When:
    return When(date=date, clock=clock, zone="Asia/Tokyo")


def milestone(
    when: When | None, runtime: int | None = None, *, happened: bool = False
) -> Milestone:
    return Milestone(
        id="film",
        title="The Movie",
        kind="film",
        when=when,
        runtime_minutes=runtime,
        happened=happened,
        sources=(),
        confidence="two-sources",
    )


def state(record: Milestone, now: dt.datetime) -> State:
    return timeline.state(record, timeline.window(record.when) if record.when else None, now)


def seconds_after(moment: dt.datetime, count: int) -> dt.datetime:
    return moment + dt.timedelta(seconds=count)


@pytest.mark.parametrize(
    ("when", "precision", "earliest", "latest"),
    [
        (tokyo("2027"), "year", "2026-12-31T15:00Z", "2027-12-31T15:00Z"),
        (tokyo("2026-02"), "month", "2026-01-31T15:00Z", "2026-02-28T15:00Z"),
        (tokyo("2028-02"), "month", "2028-01-31T15:00Z", "2028-02-29T15:00Z"),
        (tokyo("2026-12"), "month", "2026-11-30T15:00Z", "2026-12-31T15:00Z"),
        (tokyo("2026-01-24"), "day", "2026-01-23T15:00Z", "2026-01-24T15:00Z"),
        (tokyo("2026-01-24", "00:00"), "minute", "2026-01-23T15:00Z", "2026-01-23T15:00Z"),
        (tokyo("1900-01-01"), "day", "1899-12-31T15:00Z", "1900-01-01T15:00Z"),
        (tokyo("2200"), "year", "2199-12-31T15:00Z", "2200-12-31T15:00Z"),
    ],
)
def test_the_width_of_a_window_follows_the_precision_of_its_date(
    when: When, precision: Precision, earliest: str, latest: str
) -> None:
    window = timeline.window(when)
    assert (window.earliest, window.latest) == (at(earliest), at(latest))
    assert window.precision == precision


@pytest.mark.parametrize(
    ("date", "clock", "instant"),
    [
        ("2026-01-24", "23:59", "2026-01-24T14:59Z"),
        ("2026-01-24", "24:00", "2026-01-24T15:00Z"),
        ("2026-01-24", "25:30", "2026-01-24T16:30Z"),
        ("2026-01-24", "29:59", "2026-01-24T20:59Z"),
        ("2026-12-31", "25:30", "2026-12-31T16:30Z"),
        ("2027-02-28", "25:30", "2027-02-28T16:30Z"),
        ("2028-02-28", "25:30", "2028-02-28T16:30Z"),
        ("2028-02-29", "25:30", "2028-02-29T16:30Z"),
        ("2200-12-31", "29:59", "2200-12-31T20:59Z"),
    ],
)
def test_hours_from_24_on_fall_on_the_next_day(date: str, clock: str, instant: str) -> None:
    window = timeline.window(tokyo(date, clock))
    assert window.earliest == window.latest == at(instant)


def test_a_window_is_given_in_its_own_zone() -> None:
    assert timeline.window(PREMIERE).earliest.isoformat() == "2026-01-25T01:30:00+09:00"


@pytest.mark.parametrize(
    ("when", "what"),
    [
        (tokyo("2026-01-24", "30:00"), "the clock '30:00' is not from 00:00 to 29:59"),
        (tokyo("2026-01-24", "12:60"), "the clock '12:60' is not from 00:00 to 29:59"),
        (tokyo("2027", "10:00"), "a clock (10:00) needs a full date, not '2027'"),
        (tokyo("2026-01", "10:00"), "a clock (10:00) needs a full date, not '2026-01'"),
        (tokyo("2026-00"), "there is no such date as '2026-00'"),
        (tokyo("2026-13"), "there is no such date as '2026-13'"),
        (tokyo("2026-01-00"), "there is no such date as '2026-01-00'"),
        (tokyo("2026-04-31"), "there is no such date as '2026-04-31'"),
        (tokyo("2027-02-29"), "there is no such date as '2027-02-29'"),
        (tokyo("2100-02-29"), "there is no such date as '2100-02-29'"),
        (tokyo("1899-12-31"), "the year of '1899-12-31' is not from 1900 to 2200"),
        (tokyo("2201"), "the year of '2201' is not from 1900 to 2200"),
        (When(date="2027", zone="JST"), "no time zone is named 'JST'"),
        (When(date="2027", zone="America"), "no time zone is named 'America'"),
    ],
)
def test_an_invalid_date_clock_or_zone_is_refused_with_a_reason(when: When, what: str) -> None:
    with pytest.raises(ValueError, match=r".") as caught:
        timeline.window(when)
    assert str(caught.value) == what


@pytest.mark.parametrize(
    ("zone_name", "date", "clock", "instant"),
    [
        ("America/New_York", "2027-03-14", "02:30", "2027-03-14T07:30Z"),
        ("America/New_York", "2027-03-13", "26:30", "2027-03-14T07:30Z"),
        ("Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:45Z"),
        ("America/Sao_Paulo", "2018-11-04", None, "2018-11-04T03:00Z"),
    ],
)
def test_a_time_skipped_by_a_clock_change_moves_forward_by_the_gap(
    zone_name: str, date: str, clock: str | None, instant: str
) -> None:
    window = timeline.window(When(date=date, clock=clock, zone=zone_name))
    assert window.earliest == at(instant)


def test_an_ambiguous_time_is_the_earlier_one() -> None:
    window = timeline.window(When(date="2026-11-01", clock="01:30", zone="America/New_York"))
    assert window.earliest.isoformat() == "2026-11-01T01:30:00-04:00"


def test_a_day_skipped_by_its_zone_has_an_empty_window() -> None:
    window = timeline.window(When(date="2011-12-30", zone="Pacific/Apia"))
    assert window.earliest == window.latest == at("2011-12-30T10:00Z")


@given(st.dates(dt.date(1900, 1, 1), dt.date(2200, 12, 30)), st.sampled_from(oracle.ZONES))
def test_a_window_ends_where_the_next_begins(day: dt.date, zone: dt.tzinfo) -> None:
    for digits, following in (
        (10, day + oracle.DAY),
        (7, day.replace(day=28) + 4 * oracle.DAY),
        (4, day.replace(month=12, day=31) + oracle.DAY),
    ):
        if following.year <= timeline.LAST_YEAR:
            this, after = (
                timeline.window(When(date=str(date)[:digits], zone=str(zone)))
                for date in (day, following)
            )
            assert this.latest == after.earliest


@pytest.mark.skipif(not oracle.has_gnu_date(), reason="needs the date of GNU coreutils")
def test_the_starts_of_windows_agree_with_gnu_date() -> None:
    chance = random.Random(2026)
    starts, dates = [], []
    for _ in range(500):
        day = dt.date(1970, 1, 1) + chance.randrange(80_000) * oracle.DAY
        # At noon and later no zone here has ever changed its clocks.
        hour, minute = chance.randrange(12, 30), chance.randrange(60)
        if not 24 <= hour < 28:
            name = str(chance.choice(oracle.ZONES))
            when = When(date=str(day), clock=f"{hour}:{minute:02}", zone=name)
            starts.append(timeline.window(when).earliest.timestamp())
            dates.append(f'TZ="{name}" {day} {hour % 24}:{minute:02} {hour // 24} day')
    assert starts == oracle.gnu_date(dates)


@pytest.mark.parametrize(
    ("record", "now", "expected"),
    [
        (milestone(PREMIERE, 30), seconds_after(START, -1), "upcoming"),
        (milestone(PREMIERE, 30), START, "live"),
        (milestone(PREMIERE, 30), seconds_after(START, 30 * 60 - 1), "live"),
        (milestone(PREMIERE, 30), seconds_after(START, 30 * 60), "past"),
        (milestone(PREMIERE), seconds_after(START, -1), "upcoming"),
        (milestone(PREMIERE), START, "past"),
        (milestone(tokyo("2027")), at("2026-12-31T23:59:59+09:00"), "upcoming"),
        (milestone(tokyo("2027")), at("2027-01-01T00:00+09:00"), "window"),
        (milestone(tokyo("2027")), at("2027-12-31T23:59:59+09:00"), "window"),
        (milestone(tokyo("2027")), at("2028-01-01T00:00+09:00"), "past"),
        (milestone(tokyo("2026-02")), at("2026-01-31T23:59:59+09:00"), "upcoming"),
        (milestone(tokyo("2026-02")), at("2026-02-01T00:00+09:00"), "window"),
        (milestone(tokyo("2026-02"), 30), at("2026-03-01T00:00+09:00"), "past"),
        (milestone(tokyo("2026-02-19"), 30), at("2026-02-19T00:00+09:00"), "window"),
        (milestone(tokyo("2026-02-19"), 30), at("2026-02-20T00:00+09:00"), "past"),
        (milestone(None), START, "tba"),
        (milestone(None, happened=True), START, "past"),
        (milestone(tokyo("2027"), happened=True), START, "upcoming"),
        (milestone(tokyo("2027"), happened=True), at("2027-06-01T00:00Z"), "window"),
        (milestone(tokyo("2027"), happened=True), at("2028-01-01T00:00Z"), "past"),
    ],
)
def test_a_state_changes_to_the_second(
    record: Milestone, now: dt.datetime, expected: State
) -> None:
    assert state(record, now) == expected


@pytest.mark.parametrize(
    ("span", "within", "beyond"),
    [
        (dt.timedelta(hours=1), "hour", "day"),
        (dt.timedelta(hours=24), "day", "week"),
        (dt.timedelta(days=7), "week", "month"),
        (dt.timedelta(days=31), "month", "far"),
    ],
)
def test_a_bucket_changes_to_the_second(span: dt.timedelta, within: Bucket, beyond: Bucket) -> None:
    window = timeline.window(PREMIERE)
    assert timeline.bucket(window, seconds_after(START - span, 1)) == within
    assert timeline.bucket(window, START - span) == beyond


def test_seconds_are_not_counted_on_a_wall_clock() -> None:
    new_york = zone("America/New_York")
    noon = dt.datetime(2027, 3, 13, 12, tzinfo=new_york)
    assert timeline.seconds(noon.replace(day=14), noon) == 23 * 3600


def test_a_date_with_too_many_parts_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^'2026-01-02-03' is not a year, a month or a day$"):
        timeline.window(When(date="2026-01-02-03", zone="UTC"))
