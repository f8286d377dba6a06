"""The dataset as someone who has seen so much of the show may know it."""

import math
import re
from typing import NamedTuple

from msgspec import structs

from medalist_cli.model.dataset import Dataset, Episode, Milestone, Record, Season, Source
from medalist_cli.text.wording import plural


class Seen(NamedTuple):
    """The last episode someone has seen; infinity is the last of a season, (0, 0) is none."""

    season: int
    episode: float


NOTHING = Seen(0, 0)

_SEEN = "(?:s(?=[0-9]+(?:e|$))|(?=[0-9]+x))(?P<season>[0-9]{1,4})(?:[ex](?P<episode>[0-9]{1,4}))?"

_DROPPED = (
    "cast",
    "staff",
    "themes",
    "remarks",
    "dubs",
    "links",
    "glossary",
    "conflicts",
    "sources",
)
"""What is gone when it is later; the rest keeps its dates and numbers."""


def seen(text: str) -> Seen:
    """Read how far someone has watched: S1E10, 1x10, S1 for all of it, none.

    Raises ValueError for anything else.
    """
    if text.lower() == "none":
        return NOTHING
    match = re.fullmatch(_SEEN, text.lower())
    if match is None:
        raise ValueError(f"{text!r} is not an episode such as S1E10, 1x10, S1 or none")
    episode = match["episode"]
    return Seen(int(match["season"]), math.inf if episode is None else int(episode))


class VisibleDataset(Dataset, frozen=True, kw_only=True, omit_defaults=True):
    """A dataset with nothing in it that its reader should not know yet."""

    hidden: tuple[str, ...] = ()
    """What was taken out, counted, for a note to the reader."""
    seen: Seen | None = None
    """How far it tells; None: all of it."""


def up_to(dataset: Dataset, seen: Seen | None) -> VisibleDataset:
    """Return `dataset` without what is told only after `seen`; None has seen everything.

    A later episode keeps its id, numbers and times. A text belongs to the episode in its record's
    `since`, by default to the first of its (first) season.
    """
    whole = VisibleDataset(**structs.asdict(dataset))
    if seen is None:
        return whole
    kept = {
        field: tuple(record for record in getattr(dataset, field) if _is_told(record, seen))
        for field in _DROPPED
    }
    later = sum(1 for e in dataset.episodes if (e.season, e.episode) > seen)
    gone = sum(len(getattr(dataset, field)) - len(kept[field]) for field in _DROPPED)
    return structs.replace(
        whole,
        **kept,
        seen=seen,
        episodes=tuple(_episode(e, seen) for e in dataset.episodes),
        seasons=tuple(_season(s, dataset, seen) for s in dataset.seasons),
        milestones=tuple(_milestone(m, seen) for m in dataset.milestones),
        hidden=(f"{plural(later, 'later episode')} hidden, and {plural(gone, 'record')} with them",)
        if later or gone
        else (),
    )


def _is_told(record: Record | Source, seen: Seen) -> bool:
    return _place(record) <= seen


def _place(record: Record | Source) -> tuple[int, int]:
    """Return the season and episode whose viewers may read a record; (0, 0) is anyone."""
    if record.since:
        return _numbers(record.since)
    if isinstance(record, Milestone) and record.episode:
        return _numbers(record.episode)[0], 1
    first: int = getattr(record, "season", None) or min(getattr(record, "seasons", ()), default=0)
    return (first, 1) if first else (0, 0)


def _numbers(episode: str) -> tuple[int, int]:
    """Return the season and episode of an id such as `s2e1`."""
    season, number = map(int, episode.removeprefix("s").split("e"))
    return season, number


def _episode(episode: Episode, seen: Seen) -> Episode:
    if (episode.season, episode.episode) <= seen:
        return episode
    return structs.replace(
        episode,
        title=None,
        title_literal=None,
        title_ja=None,
        summary=None,
        note=None,
        key=False,
    )


def _season(season: Season, dataset: Dataset, seen: Seen) -> Season:
    episodes = [e.episode for e in dataset.episodes if e.season == season.season]
    last = max(episodes, default=math.inf)
    if seen >= (season.season, last):
        return season
    if _is_told(season, seen):
        return structs.replace(season, ending=None)
    return structs.replace(
        season,
        title=f"Season {season.season}",
        title_ja=None,
        tagline=None,
        tagline_ja=None,
        premise=None,
        expect=(),
        arc=None,
        manga=None,
        ending=None,
    )


def _milestone(milestone: Milestone, seen: Seen) -> Milestone:
    """Keep what a milestone is called, unless its own `since` says that the name tells."""
    if _is_told(milestone, seen):
        return milestone
    if milestone.since is None:
        return structs.replace(milestone, note=None)
    return structs.replace(milestone, title=milestone.kind.capitalize(), note=None)
