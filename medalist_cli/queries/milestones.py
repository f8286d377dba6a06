"""Which milestones a dataset has, which one is meant, and whether it has come."""

import datetime as dt
import math
import re
from collections.abc import Iterable

from msgspec import structs

from medalist_cli.dates import timeline
from medalist_cli.errors import NoMatch, UsageError
from medalist_cli.model.dataset import Dataset, Episode, Milestone
from medalist_cli.model.rows import State
from medalist_cli.text import en, ja
from medalist_cli.text.cells import visible
from medalist_cli.text.language import Worded, either
from medalist_cli.text.matching import fold, nearest

_WORD = re.compile(r"\w+")

NEXT = "next"
"""The target that is the first milestone not past."""


def every(dataset: Dataset) -> tuple[Milestone, ...]:
    """Return all milestones, in file order: those of the file, then one for each episode."""
    episodes = {episode.id: episode for episode in dataset.episodes}
    named = (_on_its_day(m, episodes.get(_episode_id(m))) for m in dataset.milestones)
    return (*named, *(of(episode) for episode in dataset.episodes))


def _episode_id(milestone: Milestone) -> str:
    """Return the id of the episode that a milestone is the day of, or an empty string."""
    if milestone.show and milestone.episode:
        return f"{milestone.show}/{milestone.episode}"
    return milestone.episode or ""


def _on_its_day(milestone: Milestone, episode: Episode | None) -> Milestone:
    if episode is None:
        return milestone
    return structs.replace(
        milestone,
        when=episode.when,
        inferred=episode.inferred,
        runtime_minutes=episode.runtime_minutes,
        season=episode.season,
    )


def of(episode: Episode) -> Milestone:
    """Return an episode's broadcast as a milestone."""
    numbers, name = (episode.season, episode.episode), episode.title or episode.title_literal
    return Milestone(
        id=episode.id,
        title=en.numbered(*numbers, name),
        title_ja=ja.numbered(*numbers, episode.title_ja),
        kind="episode",
        when=episode.when,
        inferred=episode.inferred,
        runtime_minutes=episode.runtime_minutes,
        season=episode.season,
        show=episode.show,
        note=episode.note,
        evidence=episode.evidence,
        sources=episode.sources,
        confidence=episode.dated or episode.confidence,
    )


def ids(dataset: Dataset) -> tuple[str, ...]:
    """Return every target's id, in file order, and `next`."""
    return (*(milestone.id for milestone in every(dataset)), NEXT)


def titles(dataset: Dataset) -> dict[str, str]:
    """Return the title of every milestone by its id."""
    return {milestone.id: milestone.title for milestone in every(dataset)}


def titles_ja(dataset: Dataset) -> dict[str, str | None]:
    """Return the Japanese title of every milestone by its id; None for one without."""
    return {milestone.id: milestone.title_ja for milestone in every(dataset)}


def show_title(dataset: Dataset) -> Worded:
    """Return the title of the show for a phrase."""
    return either(dataset.show.title, dataset.show.title_ja)


def target(dataset: Dataset, words: str, now: dt.datetime) -> Milestone:
    """Return the milestone that `words` mean; without words, the one to wait for now.

    Raises UsageError where they mean none or several, NoMatch where `next` finds nothing to come.
    """
    if not words:
        return _usual(dataset, now)
    known = every(dataset)
    exact = {milestone.id: milestone for milestone in reversed(known)}
    if words in exact:
        return exact[words]
    if words == NEXT:
        return _first_to_come(known, now, "nothing is left to come")
    return _titled(known, words, {e.id: f"episode {e.number}" for e in dataset.episodes})


def _titled(known: tuple[Milestone, ...], words: str, numbered: dict[str, str]) -> Milestone:
    """Return the one milestone that `words` name.

    Best in a row, else as whole words, else as parts of words. `numbered` are other names by id.
    """
    wanted = [fold(word) for word in words.split()]
    titles = [(m, _spaced(f"{m.title}, {numbered.get(m.id, '')}")) for m in known]
    inline = [m for m, title in titles if f" {' '.join(wanted)} " in title]
    whole = inline or [m for m, title in titles if set(wanted) <= set(title.split())]
    found = whole or [m for m, title in titles if all(word in title for word in wanted)]
    match found:
        case [milestone]:
            return milestone
        case []:
            near = nearest(words, (*(m.id for m in known), *(m.title for m in known)))
            advice = f"Did you mean {near}?" if near else "`medalist schedule` lists all."
            raise UsageError(f"no milestone is called {visible(words)!r}", advice)
        case _:
            listed = ", ".join(visible(milestone.id) for milestone in found)
            raise UsageError(f"{visible(words)!r} could be any of: {listed}")


def _spaced(title: str) -> str:
    """Return the words of a title, folded, with a space before and after each."""
    return f" {' '.join(_WORD.findall(fold(title)))} "


def anchor(dataset: Dataset) -> Milestone:
    """Return the milestone that the dataset is about; loading has made sure there is one."""
    return next(m for m in every(dataset) if m.id == dataset.anchor)


def _usual(dataset: Dataset, now: dt.datetime) -> Milestone:
    first = anchor(dataset)
    if not is_past(first, now):
        return first
    headlines = in_order((m for m in every(dataset) if m.headline), now.tzinfo) or [first]
    return next((m for m in headlines if not is_past(m, now)), headlines[-1])


def _first_to_come(known: Iterable[Milestone], now: dt.datetime, otherwise: str) -> Milestone:
    dated = (milestone for milestone in known if milestone.when is not None)
    coming = (each for each in in_order(dated, now.tzinfo) if not is_past(each, now))
    found = next(coming, None)
    if found is None:
        raise NoMatch(otherwise)
    return found


def in_order(milestones: Iterable[Milestone], reader: dt.tzinfo | None) -> list[Milestone]:
    """Return milestones in the order of the dates that people read.

    A minute counts on the calendar of `reader`, anything coarser on its own zone's. Whole days come
    after the clocks of that day, months and years after their last day or after the milestone that
    `after` names, and milestones without a date at the end.
    """
    given = list(milestones)
    by_id = {milestone.id: milestone for milestone in given}

    def key(milestone: Milestone, seen: frozenset[str] = frozenset()) -> tuple[float, ...]:
        at = timeline.window(milestone.when) if milestone.when else None
        if at is not None and at.precision in ("minute", "day"):
            return _exact_key(at, reader)
        following = by_id.get(milestone.after or "")
        if following is not None and following.id not in seen:
            return (*key(following, seen | {milestone.id}), 1)
        return (math.inf,) if at is None else (at.last_day.toordinal(), 2, at.latest.timestamp())

    return sorted(given, key=key)


def _exact_key(at: timeline.Window, reader: dt.tzinfo | None) -> tuple[float, ...]:
    if at.precision == "minute":
        return at.earliest.astimezone(reader).toordinal(), 0, at.earliest.timestamp()
    return at.first_day.toordinal(), 1, at.earliest.timestamp()


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
