"""The countdown in a prompt, as steps that a shell can follow with a clock alone."""

import datetime as dt
from collections.abc import Iterator
from itertools import islice

from medalist_cli.dates import timeline
from medalist_cli.model.dataset import Dataset, Milestone
from medalist_cli.model.prompt import Days, Hours, Minutes, Step, Wait
from medalist_cli.queries import countdown, milestones
from medalist_cli.text import en, wording
from medalist_cli.text.cells import visible

_MOST = 100
"""Steps; a shell reads them all when it starts. A zone with summer time takes two a year."""

_EPOCH = dt.date(1970, 1, 1)
_MINUTE, _HOUR, _DAY, _WEEK = 60, 3600, 86400, 7 * 86400


def steps(dataset: Dataset, now: dt.datetime) -> tuple[Step, ...]:
    """Return what a prompt shows from `now` on, in order, without gaps.

    At any moment, the step is what a status bar shows for `medalist countdown`. After the last
    one, nothing with a date is upcoming. Days until a minute are counted on the calendar of
    `now`'s zone, by the zone's current rules.
    """
    return tuple(islice(_steps(dataset, now), _MOST))


def _steps(dataset: Dataset, now: dt.datetime) -> Iterator[Step]:
    began = None
    while began != now:
        began = now
        milestone = milestones.target(dataset, "", now)
        for step in _of(dataset, milestone, now):
            yield step
            now = dt.datetime.fromtimestamp(step.until, now.tzinfo)


def _of(dataset: Dataset, milestone: Milestone, now: dt.datetime) -> Iterator[Step]:
    """Yield the steps of one milestone until it is past; none when it is, or TBA."""
    if milestone.when is None or milestones.is_past(milestone, now):
        return
    at = timeline.window(milestone.when)
    begin, end = _unix(at.earliest), _unix(at.latest)
    waits: tuple[tuple[int, Wait], ...]
    if at.precision == "minute":
        end += 60 * (milestone.runtime_minutes or 0)
        waits = (*_days(at, now, begin - 2 * _DAY + 1), *_clock(begin))
    else:
        waits = tuple(_days(at, now, begin))
    if end > begin:
        begun = wording.short(countdown.countdown(dataset, milestone, at.earliest), en)
        waits = (*waits, (end, begun))
    for until, wait in waits:
        if until > now.timestamp():
            yield Step(until, visible(milestone.title), wait)


def _clock(begin: int) -> Iterator[tuple[int, Wait]]:
    yield begin - _HOUR + 1, Hours(begin)
    yield begin - _MINUTE + 1, Minutes(begin)
    yield begin, en.short_clock(_MINUTE - 1, ticking=False)


def _days(at: timeline.Window, now: dt.datetime, end: int) -> Iterator[tuple[int, Days]]:
    """Yield the days to wait until `end`; one item for each change of the zone's clocks."""
    zone = timeline.calendar(at, now.tzinfo or dt.UTC)
    days = (at.first_day, at.last_day)
    if at.precision == "minute":
        days = (at.earliest.astimezone(zone).date(),) * 2
    first, last = ((day - _EPOCH).days for day in days)
    begin = _unix(now)
    while begin < end:
        until = _change(zone, begin, end)
        yield until, Days(first, last, _offset(zone, begin))
        begin = until


def _change(zone: dt.tzinfo | None, begin: int, end: int) -> int:
    """Return when `zone` next changes its clocks after `begin`, or `end` if that comes first."""
    offset = _offset(zone, begin)
    weeks = range(begin, end + _WEEK, _WEEK)
    late = next((week for week in weeks if _offset(zone, week) != offset), None)
    if late is None:
        return end
    early = late - _WEEK
    while late - early > 1:
        middle = (early + late) // 2
        early, late = (middle, late) if _offset(zone, middle) == offset else (early, middle)
    return min(late, end)


def _offset(zone: dt.tzinfo | None, moment: int) -> int:
    offset = dt.datetime.fromtimestamp(moment, zone).utcoffset()
    return round(offset.total_seconds()) if offset else 0


def _unix(moment: dt.datetime) -> int:
    return int(moment.timestamp())
