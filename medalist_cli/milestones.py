"""Which milestones a dataset has, which one is meant, and the countdown to each."""

import datetime as dt
import re
from collections.abc import Iterable

from msgspec import structs

from medalist_cli import phrases, timeline
from medalist_cli.cells import visible
from medalist_cli.errors import Misuse, NoMatch
from medalist_cli.matching import fold, nearest
from medalist_cli.model import Dataset, Episode, Kind, Milestone
from medalist_cli.rows import Anchor, Countdown, Local, State
from medalist_cli.zones import name as zone_name

_WORD = re.compile(r"\w+")

NEXT = "next"
"""The target that is the first milestone not past."""


def every(dataset: Dataset) -> tuple[Milestone, ...]:
    """Return all milestones, in file order: those of the file, then one for each episode."""
    episodes = {episode.id: episode for episode in dataset.episodes}
    named = (_on_its_day(m, episodes.get(m.episode or "")) for m in dataset.milestones)
    return (*named, *(of(episode) for episode in dataset.episodes))


def _on_its_day(milestone: Milestone, episode: Episode | None) -> Milestone:
    if episode is None:
        return milestone
    return structs.replace(
        milestone,
        when=episode.when,
        runtime_minutes=episode.runtime_minutes,
        season=episode.season,
    )


def of(episode: Episode) -> Milestone:
    """Return an episode's broadcast as a milestone."""
    title = f"Season {episode.season} episode {episode.episode}"
    name = episode.title or episode.title_literal
    return Milestone(
        id=episode.id,
        title=f"{title}: {name}" if name else title,
        kind="episode",
        when=episode.when,
        runtime_minutes=episode.runtime_minutes,
        season=episode.season,
        note=episode.note,
        sources=episode.sources,
        confidence=episode.dated or episode.confidence,
    )


def ids(dataset: Dataset) -> tuple[str, ...]:
    """Return every target's id, in file order, and `next`."""
    return (*(milestone.id for milestone in every(dataset)), NEXT)


def titles(dataset: Dataset) -> dict[str, str]:
    """Return the title of every milestone by its id."""
    return {milestone.id: milestone.title for milestone in every(dataset)}


def target(dataset: Dataset, words: str, now: dt.datetime) -> Milestone:
    """Return the milestone that `words` mean; without words, the one to wait for now.

    Raises Misuse where they mean none or several, NoMatch where `next` finds nothing to come.
    """
    if not words:
        return _usual(dataset, now)
    known = every(dataset)
    exact = {milestone.id: milestone for milestone in reversed(known)}
    if words in exact:
        return exact[words]
    if words == NEXT:
        return _first_to_come(known, now, "nothing is left to come")
    return _titled(known, words)


def _titled(known: tuple[Milestone, ...], words: str) -> Milestone:
    """Return the one milestone with all `words` in its title, whole words before parts of words."""
    wanted = [fold(word) for word in words.split()]
    titles = [(milestone, fold(milestone.title)) for milestone in known]
    whole = [m for m, title in titles if set(wanted) <= set(_WORD.findall(title))]
    found = whole or [m for m, title in titles if all(word in title for word in wanted)]
    match found:
        case [milestone]:
            return milestone
        case []:
            near = nearest(words, (*(m.id for m in known), *(m.title for m in known)))
            advice = f"Did you mean {near}?" if near else "`medalist schedule` lists all."
            raise Misuse(f"no milestone is called {visible(words)!r}", advice)
        case _:
            listed = ", ".join(visible(milestone.id) for milestone in found)
            raise Misuse(f"{visible(words)!r} could be any of: {listed}")


def anchor(dataset: Dataset) -> Milestone:
    """Return the milestone that the dataset is about; loading has made sure there is one."""
    return next(m for m in every(dataset) if m.id == dataset.anchor)


def _usual(dataset: Dataset, now: dt.datetime) -> Milestone:
    first = anchor(dataset)
    if not is_past(first, now):
        return first
    headlines = in_order(m for m in every(dataset) if m.headline) or [first]
    return next((m for m in headlines if not is_past(m, now)), headlines[-1])


def _first_to_come(known: Iterable[Milestone], now: dt.datetime, otherwise: str) -> Milestone:
    coming = (milestone for milestone in in_order(known) if not is_past(milestone, now))
    found = next(coming, None)
    if found is None:
        raise NoMatch(otherwise)
    return found


def in_order(milestones: Iterable[Milestone]) -> list[Milestone]:
    """Return them by when they can first be, then can last be, then as given; TBA at the end."""

    def by_time(milestone: Milestone) -> tuple[bool, float, float]:
        if milestone.when is None:
            return True, 0, 0
        at = timeline.window(milestone.when)
        return False, at.earliest.timestamp(), at.latest.timestamp()

    return sorted(milestones, key=by_time)


def _state(milestone: Milestone, now: dt.datetime) -> tuple[timeline.Window | None, State]:
    at = timeline.window(milestone.when) if milestone.when else None
    return at, timeline.state(milestone, at, now)


def is_past(milestone: Milestone, now: dt.datetime) -> bool:
    """Return whether `milestone` is over at `now`."""
    return _state(milestone, now)[1] == "past"


def is_live(milestone: Milestone, now: dt.datetime) -> bool:
    """Return whether `milestone` is on air at `now`."""
    return _state(milestone, now)[1] == "live"


def is_out(milestone: Milestone, now: dt.datetime) -> bool:
    """Return whether `milestone` has come: its minute, or the end of its window."""
    return _state(milestone, now)[1] in ("live", "past")


def is_today(milestone: Milestone, now: dt.datetime) -> bool:
    """Return whether `milestone` is on the day that `now` is: the reader's day for a minute."""
    at, state = _state(milestone, now)
    if at is None:
        return False
    if at.precision == "minute":
        return at.earliest.astimezone(now.tzinfo).date() == now.date()
    return at.precision == "day" and state == "window"


def is_within(milestone: Milestone, span: dt.timedelta, now: dt.datetime) -> bool:
    """Return whether `milestone` is not past and sure to have come once `span` is over."""
    at, state = _state(milestone, now)
    if at is None or state == "past":
        return False
    return timeline.seconds(at.latest, now) <= span.total_seconds()


def countdown(
    dataset: Dataset, milestone: Milestone, now: dt.datetime, zones: tuple[dt.tzinfo, ...] = ()
) -> Countdown:
    """Return how far `milestone` is from `now`, whose zone is the reader's.

    `zones` are those the reader asked to see beside each other.
    """
    count = _count(dataset, milestone, now, zones)
    first = anchor(dataset)
    if first.id == milestone.id:
        return count
    return structs.replace(count, anchor=_anchored(_count(dataset, first, now, ())))


def _anchored(count: Countdown) -> Anchor:
    return Anchor(
        id=count.id,
        title=count.title,
        state=count.state,
        seconds=count.seconds,
        days=count.days,
        text=count.text,
    )


def _count(
    dataset: Dataset, milestone: Milestone, now: dt.datetime, zones: tuple[dt.tzinfo, ...]
) -> Countdown:
    at = timeline.window(milestone.when) if milestone.when else None
    last_day = at.last_day if at else dt.date.max
    count = Countdown(
        id=milestone.id,
        title=milestone.title,
        kind=milestone.kind,
        headline=milestone.headline,
        state=timeline.state(milestone, at, now),
        planned=not milestone.happened and last_day > dataset.as_of,
        when=milestone.when,
        now=now,
        zone=zone_name(now.tzinfo or dt.UTC),
        zones=tuple(_local(at, now, tz) for tz in zones),
        confidence=milestone.confidence,
        sources=milestone.sources,
        as_of=dataset.as_of,
        runtime_minutes=milestone.runtime_minutes,
        season=milestone.season,
        happened=milestone.happened,
        note=milestone.note,
    )
    if at is not None:
        count = _dated(count, at, timeline.percent(milestone.announced, at, now))
    return structs.replace(count, text=phrases.sentence(count), date=phrases.day(count))


def _dated(count: Countdown, at: timeline.Window, percent: int | None) -> Countdown:
    """Fill in what only a milestone with a date has."""
    now, reader = count.now, count.now.tzinfo or dt.UTC
    first, last = timeline.days(at, now, reader)
    return structs.replace(
        count,
        bucket=timeline.bucket(at, now) if count.state == "upcoming" else None,
        precision=at.precision,
        earliest=at.earliest,
        latest=at.latest,
        earliest_unix=int(at.earliest.timestamp()),
        latest_unix=int(at.latest.timestamp()),
        seconds=timeline.seconds(at.earliest, now),
        days=first,
        days_max=last,
        breakdown=timeline.breakdown(at, now, reader),
        percent=percent,
        local=at.earliest.astimezone(reader) if at.precision == "minute" else None,
    )


def _local(at: timeline.Window | None, now: dt.datetime, tz: dt.tzinfo) -> Local:
    return Local(
        zone=zone_name(tz),
        local=at.earliest.astimezone(tz) if at and at.precision == "minute" else None,
        days=timeline.days(at, now, tz)[0] if at else None,
    )


def schedule(
    dataset: Dataset,
    now: dt.datetime,
    *,
    upcoming: bool = False,
    season: int | None = None,
    kind: Kind | None = None,
) -> tuple[Countdown, ...]:
    """Return the countdown to every milestone, by time.

    A milestone that is an episode's day has no row of its own: the episode's row names it in
    `also`. Raises NoMatch when the filters leave nothing.
    """
    known = every(dataset)
    days: dict[str, list[Milestone]] = {}
    for milestone in known:
        days.setdefault(milestone.episode or "", []).append(milestone)
    rows = []
    for milestone in in_order(m for m in known if m.episode is None):
        same = days.get(milestone.id, []) if milestone.kind == "episode" else []
        if season not in (None, milestone.season):
            continue
        if kind is None or kind in (milestone.kind, *(m.kind for m in same)):
            count = countdown(dataset, milestone, now)
            rows.append(structs.replace(count, also=tuple(m.id for m in same)))
    rows = [row for row in rows if row.state != "past" or not upcoming]
    if not rows:
        raise NoMatch("no milestone is left after these filters")
    return tuple(rows)
