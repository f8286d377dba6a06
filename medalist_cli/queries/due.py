"""Which reminders of a milestone are due."""

import datetime as dt
import json
from collections.abc import Iterable

from medalist_cli.model.rows import Countdown

DAY = dt.timedelta(days=1)


def due(count: Countdown, thresholds: Iterable[tuple[str, dt.timedelta]]) -> list[str]:
    """Return the names of the thresholds that `count` is within.

    Whole days are counted on the calendar; anything shorter needs a clock. Nothing is due for what
    is past, or has no date.
    """
    is_over = count.state == "past"
    return [name for name, span in thresholds if not is_over and _is_within(count, name, span)]


def _is_within(count: Countdown, name: str, span: dt.timedelta) -> bool:
    if name.endswith(("w", "d")):
        return count.days is not None and count.days <= span // DAY
    if count.precision != "minute" or count.seconds is None:
        return False
    return count.seconds <= span.total_seconds()


def key(show: str, count: Countdown) -> str:
    """Return what a reminder is about: a milestone and its time, so that a moved date is new.

    It is a JSON array: no two lists of names have the same one.
    """
    when = count.when
    time = (when.date, when.clock, when.zone) if when else ()
    return json.dumps((show, count.id, *time), ensure_ascii=False)
