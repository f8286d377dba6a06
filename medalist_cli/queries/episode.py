"""The episodes, and when they air."""

import datetime as dt
from collections.abc import Iterable

from msgspec import structs

from medalist_cli.errors import NoMatch
from medalist_cli.model.dataset import Dataset, Episode
from medalist_cli.model.rows import EpisodeRow, as_row
from medalist_cli.queries import countdown, milestones
from medalist_cli.queries.grouping import grouped
from medalist_cli.queries.recap import Arcs, arc_written
from medalist_cli.queries.spoilers import VisibleDataset
from medalist_cli.text import en, ja
from medalist_cli.text.names import TextWriter, Writer, latin


def listed(dataset: Dataset, season: int | None) -> tuple[Episode, ...]:
    """Return every episode, or those of a season, in order. Raises NoMatch if there are none."""
    found = [each for each in dataset.episodes if season in (None, each.season)]
    if not found:
        raise NoMatch(
            f"no episode of season {season} is known" if season else "no episode is known"
        )
    return tuple(sorted(found, key=lambda each: (each.season, each.episode)))


def rows(
    dataset: VisibleDataset,
    episodes: Iterable[Episode],
    now: dt.datetime,
    write: Writer = latin,
) -> tuple[EpisodeRow, ...]:
    """Return episodes as rows, with the names of their new characters written by `write`.

    A hidden episode has its numbers for a title, and introduces nobody.
    """
    arcs, new = Arcs(dataset), grouped(dataset.cast, lambda role: (role.show, role.first))
    return tuple(
        _row(
            dataset,
            episode,
            now,
            arc=arcs.name(episode),
            introduces=tuple(
                name
                for role in new.get((episode.show, f"s{episode.season}e{episode.episode}"), ())
                if dataset.shows_episode(episode) and (name := write(role.character))
            ),
        )
        for episode in episodes
    )


def _row(
    dataset: VisibleDataset,
    episode: Episode,
    now: dt.datetime,
    *,
    arc: str | None,
    introduces: tuple[str, ...],
) -> EpisodeRow:
    count = countdown.alone(dataset, milestones.of(episode), now)
    is_shown = dataset.shows_episode(episode)
    title = episode.english
    return as_row(
        EpisodeRow,
        episode,
        id=episode.id,
        title=title if is_shown else count.title,
        air_date=episode.when.date if episode.when else None,
        arc=arc,
        earliest=count.earliest,
        local=count.local,
        state=count.state,
        date=count.date,
        introduces=introduces,
        translated=episode.title is None and title is not None,
    )


def written(dataset: Dataset, row: EpisodeRow, write: TextWriter) -> EpisodeRow:
    """Return a row as people read it, its title and arc in the script that `write` chooses."""
    arc = arc_written(dataset, row.arc, write)
    numbers = (row.season, row.episode, None)
    is_numbered = row.title == en.numbered(*numbers)
    title = write(row.title, ja.numbered(*numbers) if is_numbered else row.title_ja)
    return structs.replace(row, title=title, arc=arc)
