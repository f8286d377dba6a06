"""The story so far, by season and episode."""

import datetime as dt
import re
from collections.abc import Callable
from functools import partial

from msgspec import structs

from medalist_cli.errors import NoMatch, UsageError, exclusive
from medalist_cli.model.dataset import Dataset, Episode, Role, Season
from medalist_cli.model.rows import RecapRow, as_row
from medalist_cli.queries import countdown, episodes, milestones, spoilers
from medalist_cli.queries.grouping import grouped
from medalist_cli.queries.people import debuts
from medalist_cli.queries.spoilers import VisibleDataset
from medalist_cli.text import wording
from medalist_cli.text.cells import shortened
from medalist_cli.text.language import Phrase, Worded, either, listed
from medalist_cli.text.names import TextWriter, latin


def wanted(
    dataset: Dataset, words: str, option: str, now: dt.datetime
) -> tuple[int | None, Episode | None]:
    """Return the season and the episode that someone asked for; None: every one.

    `words` are a season or an episode: a plain number is a season that is known, or the one after
    it, else a running number; two numbers are a season and an episode. `option` is an episode, in
    that season if its form does not say. Raises NoMatch for what is not in the dataset, UsageError
    for what is neither, or for an episode of another season.
    """
    season, episode = _part(dataset, words, now)
    if option:
        if episode is not None:
            raise exclusive("--episode", repr(shortened(words)))
        episode = milestones.find_episode(dataset, option, season, now)
        if season not in (None, episode.season):
            raise UsageError(f"--episode: {shortened(option)!r} is not of season {season}")
    if episode is not None:
        season = episode.season
    return season, episode


def _part(dataset: Dataset, words: str, now: dt.datetime) -> tuple[int | None, Episode | None]:
    if not words:
        return None, None
    text = re.sub("^([0-9]+) ([0-9]+)$", r"\1x\2", words)
    named = episodes.read(text)
    season = episodes.read_season(text)
    if named is not None and text.isdecimal():
        last = max(episodes.seasons(dataset), default=0)
        season = named.episode if named.episode <= last + 1 else None
    if season is not None:
        milestones.check_season(dataset, season, now)
        return season, None
    if named is None:
        raise episodes.invalid_season(dataset, words, "Or an episode: s2e3, 2x3, 16 or 第16話.")
    return None, milestones.find_episode(dataset, text, None, now)


def recap(
    dataset: VisibleDataset,
    now: dt.datetime,
    season: int | None = None,
    episode: Episode | None = None,
) -> tuple[RecapRow, ...]:
    """Return the episodes that have begun by `now` and may be shown, in order; maybe none.

    Raises NoMatch when no such episode is known at all.
    """
    known = [
        each
        for each in dataset.episodes
        if season in (None, each.season) and episode in (None, each)
    ]
    if not known:
        of_season = f" of season {season}" if season is not None else ""
        raise NoMatch(f"no episode{of_season} is known")
    known = [each for each in known if dataset.shows_episode(each)]
    aired = [each for each in known if milestones.is_out(milestones.of(each), now)]
    arcs = Arcs(dataset)
    return tuple(_row(arcs, each) for each in sorted(aired, key=_place(dataset)))


def _place(dataset: Dataset) -> Callable[[Episode], tuple[int, int, int]]:
    """Return what orders episodes: their show, their season, their number."""
    shows: dict[str | None, int] = {show.id: place for place, show in enumerate(dataset.shows)}
    return lambda each: (shows.get(each.show, -1), each.season, each.episode)


class Arcs:
    """The arcs of a dataset by season, so that many episodes find theirs."""

    def __init__(self, dataset: Dataset) -> None:
        self._seasons = grouped(dataset.arcs, lambda each: (each.show, each.season))

    def name(self, episode: Episode) -> str | None:
        """Return the name of the arc that an episode belongs to."""
        arcs = self._seasons.get((episode.show, episode.season), ())
        found = (each.name for each in arcs if each.first <= episode.episode <= each.last)
        return next(found, None)


def arc_written(dataset: Dataset, name: str | None, write: TextWriter) -> str | None:
    """Return the name of an arc in the script that `write` chooses."""
    return write(name, next((each.name_ja for each in dataset.arcs if each.name == name), None))


def _row(arcs: Arcs, episode: Episode) -> RecapRow:
    return as_row(
        RecapRow,
        episode,
        id=episode.id,
        title=episode.english,
        air_date=episode.when.date if episode.when else None,
        arc=arcs.name(episode),
        translated=episode.title is None and episode.title_literal is not None,
    )


def hint(rows: tuple[RecapRow, ...]) -> str:
    """Return how far `rows` give the story away, and how to hide what is later."""
    first, last = (rows[index].id.upper() for index in (0, -1))
    return Phrase(
        "spoilers up to {last}; hide later ones with `medalist seen {first}` or --seen {first}",
        last=last,
        first=first,
    )


def written(dataset: Dataset, row: RecapRow, write: TextWriter) -> RecapRow:
    """Return a row as people read it, its title and arc in the script that `write` chooses."""
    arc = arc_written(dataset, row.arc, write)
    return structs.replace(row, title=write(row.title, row.title_ja), arc=arc)


def afterword(
    dataset: VisibleDataset, now: dt.datetime, rows: tuple[RecapRow, ...]
) -> tuple[str, ...]:
    """Return what rounds the episodes off: who is new, where the story stands, what is next.

    Where a season ends and what is next follow only its last known episode.
    """
    known = {each.id: each for each in dataset.episodes}
    shown = [known[row.id] for row in rows]
    last = spoilers.last_episodes(dataset)
    whole = {
        (each.show, each.season) for each in shown if each.episode == last[each.show, each.season]
    }
    sheets = {(sheet.show, sheet.season): sheet for sheet in dataset.seasons}
    several = dataset.shows if len(dataset.shows) > 1 else ()
    titles: dict[str | None, Worded] = {
        show.id: either(show.title, show.title_ja) for show in several
    }
    new = debuts(dataset.cast)
    lines: list[str] = []
    for place in dict.fromkeys((each.show, each.season) for each in shown):
        if place in sheets:
            chapter = _chapter(sheets[place], new.get(place, []), is_whole=place in whole)
            show = titles.get(place[0])
            lines += (
                Phrase("{show}: {line}", show=show, line=line) if show else line for line in chapter
            )
    following = milestones.target(dataset, "", now)
    if (shown[-1].show, shown[-1].season) in whole and not milestones.is_past(following, now):
        count = countdown.countdown(dataset, following, now)
        lines.append(Phrase("Coming up: {text}", text=partial(wording.sentence, count)))
    return tuple(lines)


def _chapter(sheet: Season, new: list[Role], *, is_whole: bool) -> list[str]:
    number = sheet.season
    lines: list[str] = []
    if new and number > 1:
        names = listed(either(latin(role.character), role.character.ja) for role in new)
        lines.append(Phrase("New in season {number}: {names}", number=number, names=names))
    if sheet.ending and is_whole:
        lines.append(
            Phrase("Where season {number} ends: {ending}", number=number, ending=sheet.ending)
        )
    return lines
