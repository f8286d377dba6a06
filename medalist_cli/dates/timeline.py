"""Compute windows, states and remaining time of milestones, with the 30-hour broadcast clock.

Instants are compared and subtracted in UTC. Whole days, months and years are counted on a
calendar: the reader's for an exact time, the milestone's own for a coarser date.
"""

import datetime as dt

from dateutil.relativedelta import relativedelta
from msgspec import Struct

from medalist_cli.dates.zones import zone
from medalist_cli.model.dataset import Milestone, When
from medalist_cli.model.rows import Breakdown, Bucket, Precision, State

FIRST_YEAR, LAST_YEAR = 1900, 2200

_DAY = dt.timedelta(days=1)
_BUCKETS: tuple[tuple[dt.timedelta, Bucket], ...] = (
    (dt.timedelta(hours=1), "hour"),
    (dt.timedelta(days=1), "day"),
    (dt.timedelta(days=7), "week"),
    (dt.timedelta(days=31), "month"),
)


class Window(Struct, frozen=True):
    """The half-open interval [earliest, latest) of a start; both are equal for an exact time."""

    earliest: dt.datetime
    latest: dt.datetime
    precision: Precision
    first_day: dt.date
    """On the calendar of the milestone's zone, like `last_day`."""
    last_day: dt.date


def window(when: When) -> Window:
    """Return the window of `when`, in its own zone.

    Raises ValueError for a date that does not exist, a year outside 1900 to 2200, a clock time
    without a full date or past 29:59, and an unknown zone.
    """
    tz = zone(when.zone)
    parts = [int(part) for part in when.date.split("-")]
    if not FIRST_YEAR <= parts[0] <= LAST_YEAR:
        raise ValueError(f"the year of {when.date!r} is not from {FIRST_YEAR} to {LAST_YEAR}")
    first, last, precision = _days(parts, when.date)
    if when.clock is None:
        return Window(_midnight(first, tz), _midnight(last + _DAY, tz), precision, first, last)
    if precision != "day":
        raise ValueError(f"a clock ({when.clock}) needs a full date, not {when.date!r}")
    hours, minutes = _clock(when.clock)
    day = first + dt.timedelta(days=hours // 24)
    begin = _existing(dt.datetime(day.year, day.month, day.day, hours % 24, minutes, tzinfo=tz))
    return Window(begin, begin, "minute", begin.date(), begin.date())


def _days(parts: list[int], text: str) -> tuple[dt.date, dt.date, Precision]:
    try:
        match parts:
            case [year]:
                return dt.date(year, 1, 1), dt.date(year, 12, 31), "year"
            case [year, month]:
                first = dt.date(year, month, 1)
                return first, first + relativedelta(months=1, days=-1), "month"
            case [year, month, day]:
                return dt.date(year, month, day), dt.date(year, month, day), "day"
    except ValueError as error:
        raise ValueError(f"there is no such date as {text!r}") from error
    raise ValueError(f"{text!r} is not a year, a month or a day")


def _clock(text: str) -> tuple[int, int]:
    """Read the 30-hour clock of Japanese broadcasting, where a day ends at 29:59."""
    hours, minutes = map(int, text.split(":"))
    if hours > 29 or minutes > 59:
        raise ValueError(f"the clock {text!r} is not from 00:00 to 29:59")
    return hours, minutes


def _midnight(day: dt.date, tz: dt.tzinfo) -> dt.datetime:
    return _existing(dt.datetime(day.year, day.month, day.day, tzinfo=tz))


def _existing(moment: dt.datetime) -> dt.datetime:
    """Move a wall time that a clock change skips forward by the length of the gap; PEP 495."""
    return moment.astimezone(dt.UTC).astimezone(moment.tzinfo)


def state(milestone: Milestone, at: Window | None, now: dt.datetime) -> State:
    """Return the state at `now` of a milestone whose window is `at`.

    The clock decides: `happened` only counts for a milestone without a date.
    """
    if at is None:
        return "past" if milestone.happened else "tba"
    if seconds(at.earliest, now) > 0:
        return "upcoming"
    if at.precision == "minute":
        runtime = 60 * (milestone.runtime_minutes or 0)
        return "live" if -seconds(at.earliest, now) < runtime else "past"
    return "window" if seconds(at.latest, now) > 0 else "past"


def bucket(at: Window, now: dt.datetime) -> Bucket:
    """Return the bucket for the time until the beginning of `at`; `far` from 31 days on."""
    left = seconds(at.earliest, now)
    return next((name for span, name in _BUCKETS if left < span.total_seconds()), "far")


def seconds(moment: dt.datetime, now: dt.datetime) -> int:
    """Return the whole seconds from `now` to `moment`; both aware.

    Converted to UTC first, because Python subtracts two times of one zone by their wall clocks.
    """
    return round((moment.astimezone(dt.UTC) - now.astimezone(dt.UTC)).total_seconds())


def calendar(at: Window, reader: dt.tzinfo) -> dt.tzinfo | None:
    """Return the zone on whose calendar days to `at` are counted."""
    return reader if at.precision == "minute" else at.earliest.tzinfo


def days(at: Window, now: dt.datetime, reader: dt.tzinfo) -> tuple[int, int]:
    """Return the calendar days from `now` to the first and to the last day of `at`."""
    today = now.astimezone(calendar(at, reader)).date()
    if at.precision == "minute":
        count = (at.earliest.astimezone(reader).date() - today).days
        return count, count
    return (at.first_day - today).days, (at.last_day - today).days


def breakdown(at: Window, now: dt.datetime, reader: dt.tzinfo) -> Breakdown:
    """Return the calendar time between `now` and the beginning of `at`, counted from the earlier.

    As many whole years, months and days as fit on the calendar (`relativedelta`); the rest is
    measured in UTC, so hours can reach 24 on a day that a clock change lengthens.
    """
    tz = calendar(at, reader)
    start, end = (
        m.astimezone(tz) for m in sorted((now.astimezone(dt.UTC), at.earliest.astimezone(dt.UTC)))
    )
    day = end.date()
    reached, whole = _after(start, day)
    while reached > end.astimezone(dt.UTC):
        day -= _DAY
        reached, whole = _after(start, day)
    minutes, rest = divmod(seconds(end, reached), 60)
    return Breakdown(
        years=whole.years,
        months=whole.months,
        days=whole.days,
        hours=minutes // 60,
        minutes=minutes % 60,
        seconds=rest,
    )


def _after(start: dt.datetime, day: dt.date) -> tuple[dt.datetime, relativedelta]:
    """Return the UTC instant of `start`'s clock time on `day`, and the calendar time to it."""
    whole = relativedelta(day, start.date())
    if not (whole.years or whole.months or whole.days):
        return start.astimezone(dt.UTC), whole
    return (start.replace(fold=0) + whole).astimezone(dt.UTC), whole


def percent(announced: When | None, at: Window, now: dt.datetime) -> int | None:
    """Return the elapsed part of the wait from `announced` to `at`, in percent, rounded down.

    None if the announcement date is unknown; 100 once `at` has begun.
    """
    if seconds(at.earliest, now) <= 0:
        return 100
    if announced is None:
        return None
    begin = window(announced).earliest
    whole = seconds(at.earliest, begin)
    return max(0, 100 * seconds(now, begin) // whole) if whole > 0 else 0
