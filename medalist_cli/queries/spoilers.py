"""A dataset without spoilers, for someone who has watched a show up to some episode."""

import math
from collections.abc import Mapping
from typing import Any, NamedTuple

from msgspec import Struct, field, structs

from medalist_cli.errors import UsageError
from medalist_cli.model.dataset import Arc, Dataset, Episode, Milestone, Record, Season, Source
from medalist_cli.queries import episodes
from medalist_cli.text.cells import shortened
from medalist_cli.text.cells import visible as harmless
from medalist_cli.text.language import Phrase, amount, either


class Seen(NamedTuple):
    """The last episode someone has seen; an infinite `episode` is the last of the season."""

    season: float
    episode: float

    def __str__(self) -> str:
        """Return `S1E10`, `S1`, `none` or `all`, as `limits` reads it."""
        if self == NOTHING:
            return "none"
        if self == EVERYTHING:
            return "all"
        season = f"S{int(self.season)}"
        return season if self.episode == math.inf else f"{season}E{int(self.episode)}"


NOTHING = Seen(0, 0)
EVERYTHING = Seen(math.inf, math.inf)


class Watched(Struct, frozen=True):
    """How far someone has watched, as they wrote it."""

    text: str
    is_variable: bool = False
    """Whether it comes from the environment, not from the command line."""


_LISTS = (
    "arcs", "cast", "staff", "songs", "remarks", "dubs", "streams", "also_airing", "links",
    "glossary", "conflicts", "sources",
)  # fmt: skip
"""Lists whose later records are left out; all other records keep their dates and numbers."""


def watched(text: str) -> Watched:
    """Return how far someone has watched: none, all, a season (S1) or an episode in any form.

    Each may stand after `SHOW/`. Raises ValueError for anything else.
    """
    rest = text.rpartition("/")[2].strip().lower()
    if rest in ("none", "all") or episodes.read(rest) or episodes.read_season(rest) is not None:
        return Watched(text)
    raise ValueError(
        f"{shortened(text)!r} is not an episode such as S1E10, 1x10, 16, S1, none or all"
    )


def limits(dataset: Dataset, text: str) -> dict[str, Seen]:
    """Return how far each show of `dataset` was watched, by id, from what someone wrote.

    `SHOW/S1E10` is about that show alone, and empty if the dataset does not have it; anything else
    is about every show. Raises UsageError for what `watched` refuses, NoMatch for a running number
    that no episode has.
    """
    try:
        watched(text)
    except ValueError as error:
        raise UsageError(harmless(str(error))) from error
    show, _, rest = text.rpartition("/")
    known = [each.id for each in dataset.every_show]
    return {name: _seen(dataset, name, rest) for name in known if show in ("", name)}


def _seen(dataset: Dataset, show: str, text: str) -> Seen:
    lower = text.strip().lower()
    if lower in ("none", "all"):
        return NOTHING if lower == "none" else EVERYTHING
    season = episodes.read_season(lower)
    if season is not None:
        return Seen(season, math.inf)
    named = episodes.read(lower)
    if named is None or named.season is None:
        found = episodes.find(dataset, f"{show}/{text}")
        return Seen(found.season, found.episode)
    return Seen(named.season, named.episode)


class VisibleDataset(Dataset, frozen=True, kw_only=True, omit_defaults=True):
    """A dataset with spoilers removed."""

    hidden: tuple[str, ...] = ()
    """What was removed, counted, one line per show."""
    limits: dict[str, Seen] = field(default_factory=dict)
    """How far each show has been watched, by its id; a show without a limit is shown whole."""

    def shows_episode(self, episode: Episode) -> bool:
        """Return whether the content of an episode may be shown."""
        return (episode.season, episode.episode) <= self.limit(episode.show)

    def limit(self, show: str | None) -> Seen:
        """Return how far a show has been watched; None is the dataset's own show."""
        return self.limits.get(show or self.show.id, EVERYTHING)


def up_to(dataset: Dataset, limits: Mapping[str, Seen] | Seen | None) -> VisibleDataset:
    """Return `dataset` without what is only known after the episodes that were seen.

    `limits` has how far each show was watched, by id; one value is for all shows, None is no limit.
    What was public before a season began is never hidden (see `model.dataset`). Later episodes
    and milestones keep their ids, numbers and times.
    """
    shows = [show.id for show in dataset.every_show]
    if limits is None or isinstance(limits, Seen):
        limits = {} if limits is None else dict.fromkeys(shows, limits)
    limits = {show: seen for show, seen in limits.items() if show in shows and seen != EVERYTHING}
    whole = VisibleDataset(**structs.asdict(dataset) | {"limits": dict(limits), "hidden": ()})
    if not limits:
        return whole
    last = last_episodes(dataset)
    kept: dict[str, Any] = {
        name: tuple(
            _without_later_note(record, whole)
            for record in getattr(dataset, name)
            if _place(record) <= whole.limit(record.show)
        )
        for name in _LISTS
    }
    return structs.replace(
        whole,
        **kept,
        episodes=tuple(_episode(each, whole) for each in dataset.episodes),
        seasons=tuple(_season(each, whole, last) for each in dataset.seasons),
        milestones=tuple(_milestone(each, whole) for each in dataset.milestones),
        hidden=_hidden(dataset, whole),
    )


def _hidden(dataset: Dataset, visible: VisibleDataset) -> tuple[str, ...]:
    """Return one line for each show that has hidden episodes."""
    titles = {show.id: either(show.title, show.title_ja) for show in dataset.shows}
    lines: list[str] = []
    for show, seen in visible.limits.items():
        later = [
            each
            for each in dataset.episodes
            if (each.show or dataset.show.id) == show and not visible.shows_episode(each)
        ]
        if later:
            after = Phrase("spoilers after {seen}", seen=str(seen))
            line = Phrase(
                "{after} hidden ({amount})",
                after=Phrase("all spoilers") if seen == NOTHING else after,
                amount=amount(len(later), "episode"),
            )
            if len(titles) > 1:
                line = Phrase("{show}: {line}", show=titles[show], line=line)
            lines.append(line)
    return tuple(lines)


def last_episodes(dataset: Dataset) -> dict[tuple[str | None, int], int]:
    """Return the number of each season's last known episode, by show and season."""
    in_order = sorted(dataset.episodes, key=lambda each: each.episode)
    return {(each.show, each.season): each.episode for each in in_order}


def _place(record: Record | Source) -> tuple[int, int]:
    """Return the season and episode from which on a record may be shown; (0, 0): public."""
    if record.since:
        return _numbers(record.since)
    if isinstance(record, Arc):
        return record.season, record.first
    return 0, 0


def _numbers(episode: str) -> tuple[int, int]:
    """Return the season and episode of an id such as `s2e1`."""
    season, number = map(int, episode.removeprefix("s").split("e"))
    return season, number


def _is_later(since: str | None, show: str | None, visible: VisibleDataset) -> bool:
    return since is not None and _numbers(since) > visible.limit(show)


def _without_later_note(record: Any, visible: VisibleDataset) -> Any:
    if isinstance(record, Record) and _is_later(record.note_since, record.show, visible):
        return structs.replace(record, note=None, evidence=None)
    return record


def _episode(episode: Episode, visible: VisibleDataset) -> Episode:
    if visible.shows_episode(episode):
        return _without_later_note(episode, visible)  # type: ignore[no-any-return]
    return structs.replace(
        episode,
        title=None,
        title_literal=None,
        title_ja=None,
        title_latin=None,
        summary=None,
        note=None,
        evidence=None,
        key=False,
    )


def _season(
    season: Season, visible: VisibleDataset, last: Mapping[tuple[str | None, int], int]
) -> Season:
    hidden: dict[str, Any] = {}
    final = last.get((season.show, season.season), math.inf)
    if (season.season, final) > visible.limit(season.show):
        hidden["ending"] = None
    if _is_later(season.premise_since, season.show, visible):
        hidden["premise"] = None
    if _is_later(season.expect_since, season.show, visible):
        hidden["expect"] = ()
    shown: Season = _without_later_note(season, visible)
    return structs.replace(shown, **hidden) if hidden else shown


def _milestone(milestone: Milestone, visible: VisibleDataset) -> Milestone:
    """Keep what a milestone is called, unless its `since` says that the name is a spoiler."""
    if not _is_later(milestone.since, milestone.show, visible):
        return _without_later_note(milestone, visible)  # type: ignore[no-any-return]
    return structs.replace(
        milestone,
        title=milestone.kind.capitalize(),
        title_ja=None,
        aliases=(),
        note=None,
        evidence=None,
    )
