"""What to watch on which day, to be ready in time."""

import datetime as dt
import math

from medalist_cli import timeline
from medalist_cli.errors import NoMatch
from medalist_cli.model import Dataset, Episode, Milestone
from medalist_cli.rows import PlanRow
from medalist_cli.spoilers import NOTHING, Seen

WEEK = 7


def plan(
    dataset: Dataset,
    milestone: Milestone,
    now: dt.datetime,
    *,
    seen: Seen | None = None,
    per_week: int | None = None,
) -> tuple[PlanRow, ...]:
    """Return the episodes after `seen`, each on a day from today to the day before `milestone`.

    Evenly, or at most `per_week` in each week from today. An episode that is still to air is not
    planned before its day. Raises NoMatch where there is no day, no episode, or not enough time,
    and then names the number a week that would do.
    """
    last = _last_day(milestone, now)
    today = now.date()
    days = (last - today).days + 1
    if days < 1:
        raise NoMatch(f"no day is left before {milestone.title!r}")
    left = [e for e in dataset.episodes if (e.season, e.episode) > (seen or NOTHING)]
    left = [e for e in left if (day := _air_day(e, now)) is not None and day <= last]
    if not left:
        raise NoMatch(f"no episode is left to watch before {milestone.title!r}")
    weeks = math.ceil(days / WEEK)
    needed = math.ceil(len(left) / weeks)
    if per_week is not None and per_week < needed:
        raise NoMatch(
            f"{per_week} a week is too few: {len(left)} episodes in {days} days",
            f"--per-week {needed} would do.",
        )
    ordered = sorted(left, key=lambda e: (e.season, e.episode))
    offsets = _evenly(len(left), days) if per_week is None else _weekly(len(left), days, per_week)
    return tuple(
        _row(episode, max(today + dt.timedelta(days=offset), _air_day(episode, now) or today))
        for episode, offset in zip(ordered, offsets, strict=True)
    )


def _last_day(milestone: Milestone, now: dt.datetime) -> dt.date:
    if milestone.when is None:
        raise NoMatch(f"{milestone.title!r} has no date to be ready by")
    at = timeline.window(milestone.when)
    if timeline.state(milestone, at, now) != "upcoming":
        raise NoMatch(f"{milestone.title!r} has begun already")
    first = at.first_day
    if at.precision == "minute":
        first = at.earliest.astimezone(now.tzinfo).date()
    return first - dt.timedelta(days=1)


def _air_day(episode: Episode, now: dt.datetime) -> dt.date | None:
    """Return the reader's day from which an episode can be watched; None: it has no date."""
    if episode.when is None:
        return None
    return timeline.window(episode.when).earliest.astimezone(now.tzinfo).date()


def _evenly(count: int, days: int) -> list[int]:
    return [index * days // count for index in range(count)]


def _weekly(count: int, days: int, per_week: int) -> list[int]:
    """Return day offsets with `per_week` in each week, spread over what the week has of days."""
    offsets = []
    for index in range(count):
        week, place = divmod(index, per_week)
        within = min(WEEK, days - week * WEEK)
        offsets.append(week * WEEK + place * within // per_week)
    return offsets


def _row(episode: Episode, day: dt.date) -> PlanRow:
    numbers = f"Season {episode.season} episode {episode.episode}"
    return PlanRow(
        date=day,
        id=episode.id,
        season=episode.season,
        episode=episode.episode,
        number=episode.number,
        title=episode.title or episode.title_literal or numbers,
        minutes=episode.runtime_minutes,
    )
