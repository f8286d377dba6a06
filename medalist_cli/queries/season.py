"""A season on one sheet."""

from collections.abc import Iterable
from typing import TypeVar

from msgspec import structs

from medalist_cli.errors import NoMatch
from medalist_cli.model.dataset import (
    Arc,
    Credit,
    Dataset,
    Dub,
    Episode,
    Link,
    Neighbour,
    Remark,
    Season,
    Song,
)
from medalist_cli.model.rows import (
    ChangeRow,
    DubCreditRow,
    DubRow,
    LinkRow,
    NeighbourRow,
    SeasonRow,
    as_row,
)
from medalist_cli.queries import music
from medalist_cli.queries.people import debuts
from medalist_cli.text import en
from medalist_cli.text.names import PLAIN, Style, Writer

Titled = TypeVar("Titled", LinkRow, NeighbourRow)

Of = TypeVar("Of", Arc, Dub, Episode, Link, Neighbour, Remark, Song)


def sheets(dataset: Dataset, number: int | None, style: Style = PLAIN) -> tuple[SeasonRow, ...]:
    """Return the sheet of each season, or of season `number`, with names in a `style`.

    Raises NoMatch for no such season.
    """
    found = [season for season in dataset.seasons if number in (None, season.season)]
    if not found and number is not None:
        raise NoMatch(f"no details of season {number} are known")
    if not found:
        raise NoMatch("no season is known")
    ordered = sorted(found, key=lambda season: season.season)
    return tuple(_sheet(dataset, season, style) for season in ordered)


def awaited(dataset: Dataset, number: int | None) -> tuple[SeasonRow, ...]:
    """Return the sheets that tell what to expect, of all seasons or of season `number`.

    Raises NoMatch if there is none.
    """
    found = [sheet for sheet in sheets(dataset, number) if sheet.premise or sheet.expect]
    if not found:
        raise NoMatch("nothing to recap yet")
    return tuple(found)


def written(row: SeasonRow, style: Style) -> SeasonRow:
    """Return a sheet as people read it, with titles, roles and artists in a `style`."""
    write = style.text
    return structs.replace(
        row,
        title=write(row.title, row.title_ja),
        tagline=write(row.tagline, row.tagline_ja),
        songs=tuple(music.written(song, style) for song in row.songs),
        arcs=tuple(structs.replace(arc, name=write(arc.name, arc.name_ja)) for arc in row.arcs),
        staff_changes=tuple(
            structs.replace(each, role=write(each.role, each.role_ja)) for each in row.staff_changes
        ),
        trailers=tuple(_titled(link, style) for link in row.trailers),
        links=tuple(_titled(link, style) for link in row.links),
        also_airing=tuple(_titled(each, style) for each in row.also_airing),
    )


def _titled(row: Titled, style: Style) -> Titled:
    return structs.replace(row, title=style.text(row.title, row.title_ja))


def _sheet(dataset: Dataset, season: Season, style: Style) -> SeasonRow:
    number, write = season.season, style.write
    episodes = sorted(_of(dataset.episodes, season), key=lambda each: each.episode)
    days = [each.when.date for each in episodes if each.when]
    links = _of(dataset.links, season)
    return as_row(
        SeasonRow,
        season,
        episodes=season.episodes or len(episodes) or None,
        start=days[0] if days else None,
        end=days[-1] if days else None,
        arcs=tuple(_of(dataset.arcs, season)),
        songs=tuple(_of(dataset.songs, season)),
        staff_changes=_changes(
            tuple(credit for credit in dataset.staff if credit.show == season.show), number, write
        ),
        new_cast=tuple(filter(None, (write(role.character) for role in debuts(dataset, season)))),
        remarks=tuple(_remark(each) for each in _of(dataset.remarks, season)),
        trailers=tuple(link for link in links if link.kind == "trailer"),
        links=tuple(link for link in links if link.kind != "trailer"),
        dubs=tuple(_dub(dub, style) for dub in _of(dataset.dubs, season)),
        also_airing=tuple(
            as_row(NeighbourRow, each, start=each.start.date if each.start else None)
            for each in _of(dataset.also_airing, season)
        ),
    )


def _of(records: Iterable[Of], season: Season) -> list[Of]:
    """Return the records of a season of its show."""
    wanted = (season.show, season.season)
    return [each for each in records if (each.show, each.season) == wanted]


def _dub(dub: Dub, style: Style) -> DubRow:
    crew = (
        as_row(DubCreditRow, each, name=style.write(each.name), name_ja=each.name.ja)
        for each in dub.crew
    )
    return as_row(DubRow, dub, crew=tuple(crew))


def _remark(remark: Remark) -> str:
    doubt = en.doubt(remark.confidence)
    return en.noted(f"{remark.speaker}: {remark.text}", (doubt,) if doubt else ())


def _changes(staff: tuple[Credit, ...], season: int, write: Writer) -> tuple[ChangeRow, ...]:
    """Return the posts that someone new holds in `season`, with who held them before.

    Posts are the same when their Japanese names are, the English ones being translations.
    """
    arrivals = (
        c for c in staff if c.status in ("new", "promoted") and min(c.seasons, default=0) == season
    )
    left = [c for c in staff if max(c.seasons, default=0) < season and c.status != "returning"]
    return tuple(
        ChangeRow(
            role=credit.role,
            role_ja=credit.role_ja,
            before=next((write(old.name) for old in left if _post(old) == _post(credit)), None),
            now=write(credit.name),
        )
        for credit in arrivals
    )


def _post(credit: Credit) -> str:
    return credit.role_ja or credit.role
