"""Plan a rewatch: which episode on which day."""

import datetime as dt
import math
from itertools import accumulate

from medalist_cli.dates import timeline
from medalist_cli.errors import NoMatch
from medalist_cli.model.dataset import Episode, Milestone
from medalist_cli.model.rows import PlanRow, as_row
from medalist_cli.queries.spoilers import NOTHING, VisibleDataset
from medalist_cli.text import en, ja
from medalist_cli.text.cells import shortened

WEEK = 7


def plan(
    dataset: VisibleDataset,
    milestone: Milestone,
    now: dt.datetime,
    *,
    per_week: int | None = None,
) -> tuple[PlanRow, ...]:
    """Return the episodes not seen yet, each on a day from today to the day before `milestone`.

    Without a limit to what was seen, all episodes. They are spread evenly, or at most `per_week`
    in each week from today; an episode that is still to air is not planned before its day. Raises
    NoMatch if there is no day, no episode or not enough time, naming the number that is enough.
    """
    today, last = now.date(), _last_day(milestone, now)
    days = (last - today).days + 1
    if days < 1:
        raise NoMatch(f"no day is left before {shortened(milestone.title)!r}")
    left = _to_watch(dataset, milestone.show, last, now)
    if not left:
        raise NoMatch(f"no episode is left to watch before {shortened(milestone.title)!r}")
    aired = list(accumulate((max(0, (day - today).days) for _, day in left), max))
    needed = _needed(aired, days)
    if per_week is not None and per_week < needed:
        raise NoMatch(
            f"--per-week {per_week} is not enough: {len(left)} episodes in {days} days",
            f"Use --per-week {needed}.",
        )
    offsets = _evenly(aired, days) if per_week is None else _weekly(aired, days, per_week)
    return tuple(
        _row(episode, today + dt.timedelta(days=offset))
        for (episode, _), offset in zip(left, offsets, strict=True)
    )


def _last_day(milestone: Milestone, now: dt.datetime) -> dt.date:
    if milestone.when is None:
        raise NoMatch(f"{shortened(milestone.title)!r} has no date to plan for")
    at = timeline.window(milestone.when)
    if timeline.state(milestone, at, now) != "upcoming":
        raise NoMatch(f"{shortened(milestone.title)!r} has already started")
    return _days(at, now)[0] - dt.timedelta(days=1)


def _days(at: timeline.Window, now: dt.datetime) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of `at`: the reader's for a minute, else its own zone's."""
    if at.precision != "minute":
        return at.first_day, at.last_day
    day = at.earliest.astimezone(now.tzinfo).date()
    return day, day


def _to_watch(
    dataset: VisibleDataset, show: str | None, last: dt.date, now: dt.datetime
) -> list[tuple[Episode, dt.date]]:
    """Return the episodes of a show to watch, in order, each with the day by which it has aired.

    Only those that have aired by the day `last`.
    """
    limits = dataset.limits
    later = (
        (e, e.when)
        for e in dataset.episodes
        if e.show == show and (e.season, e.episode) > limits.get(e.show or dataset.show.id, NOTHING)
    )
    dated = [(e, _days(timeline.window(when), now)[1]) for e, when in later if when]
    return sorted(
        ((e, day) for e, day in dated if day <= last), key=lambda e: (e[0].season, e[0].episode)
    )


def _needed(aired: list[int], days: int) -> int:
    """Return the least number a week that gets every episode in.

    `aired` has for each the days from today until it, and all before it, can be watched.
    """
    weeks = math.ceil(days / WEEK)
    return max(
        math.ceil((len(aired) - index) / (weeks - first // WEEK))
        for index, first in enumerate(aired)
    )


def _evenly(aired: list[int], days: int) -> list[int]:
    return [max(index * days // len(aired), first) for index, first in enumerate(aired)]


def _weekly(aired: list[int], days: int, per_week: int) -> list[int]:
    """Return day offsets with at most `per_week` in each week, spread over what it has of days."""
    offsets: list[int] = []
    week = place = 0
    for first in aired:
        if place == per_week:
            week, place = week + 1, 0
        if first // WEEK > week:
            week, place = first // WEEK, 0
        within = min(WEEK, days - week * WEEK)
        offsets.append(max(week * WEEK + place * within // per_week, first))
        place += 1
    return offsets


def _row(episode: Episode, day: dt.date) -> PlanRow:
    numbers = (episode.season, episode.episode)
    return as_row(
        PlanRow,
        episode,
        date=day,
        id=episode.id,
        title=episode.english or en.numbered(*numbers, None),
        title_ja=episode.title_ja or ja.numbered(*numbers, None),
        minutes=episode.runtime_minutes,
    )
