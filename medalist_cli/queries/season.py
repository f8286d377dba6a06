"""A season on one sheet."""

from typing import Any, TypeVar

from msgspec import structs

from medalist_cli.errors import NoMatch
from medalist_cli.model.dataset import Credit, Dataset, Dub, Remark, Role, Season
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
from medalist_cli.queries.grouping import grouped
from medalist_cli.queries.people import debuts
from medalist_cli.text import en
from medalist_cli.text.names import PLAIN, Style, Writer

Titled = TypeVar("Titled", LinkRow, NeighbourRow)


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
    parts = _Parts(dataset)
    return tuple(_sheet(parts, season, style) for season in ordered)


class _Parts:
    """The records of a dataset by season, so that many sheets find theirs."""

    def __init__(self, dataset: Dataset) -> None:
        self._lists: dict[str, dict[Any, list[Any]]] = {
            name: grouped(getattr(dataset, name), lambda each: (each.show, each.season))
            for name in ("arcs", "also_airing", "dubs", "episodes", "links", "remarks", "songs")
        }
        self._debuts = debuts(dataset.cast)
        self._arrivals = grouped(
            (each for each in dataset.staff if each.status in ("new", "promoted")),
            lambda each: (each.show, min(each.seasons, default=0)),
        )
        gone = (each for each in dataset.staff if each.status != "returning")
        self._posts = grouped(gone, lambda each: (each.show, _post(each)))

    def of(self, name: str, season: Season) -> list[Any]:
        """Return the records of a list of a season of its show."""
        return self._lists[name].get((season.show, season.season), [])

    def debuts(self, season: Season) -> list[Role]:
        """Return the cast that first appears in a season."""
        return self._debuts.get((season.show, season.season), [])

    def changes(self, season: Season, write: Writer) -> tuple[ChangeRow, ...]:
        """Return the posts that someone new holds in a season, with who held them before.

        Posts are the same when their Japanese names are, the English ones being translations.
        """
        return tuple(
            ChangeRow(
                role=credit.role,
                role_ja=credit.role_ja,
                before=next(
                    (
                        write(old.name)
                        for old in self._posts.get((season.show, _post(credit)), ())
                        if max(old.seasons, default=0) < season.season
                    ),
                    None,
                ),
                now=write(credit.name),
            )
            for credit in self._arrivals.get((season.show, season.season), ())
        )


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


def _sheet(parts: _Parts, season: Season, style: Style) -> SeasonRow:
    write = style.write
    episodes = sorted(parts.of("episodes", season), key=lambda each: each.episode)
    days = [each.when.date for each in episodes if each.when]
    links = parts.of("links", season)
    return as_row(
        SeasonRow,
        season,
        episodes=season.episodes or len(episodes) or None,
        start=days[0] if days else None,
        end=days[-1] if days else None,
        arcs=tuple(parts.of("arcs", season)),
        songs=tuple(parts.of("songs", season)),
        staff_changes=parts.changes(season, write),
        new_cast=tuple(filter(None, (write(role.character) for role in parts.debuts(season)))),
        remarks=tuple(_remark(each) for each in parts.of("remarks", season)),
        trailers=tuple(link for link in links if link.kind == "trailer"),
        links=tuple(link for link in links if link.kind != "trailer"),
        dubs=tuple(_dub(dub, style) for dub in parts.of("dubs", season)),
        also_airing=tuple(
            as_row(NeighbourRow, each, start=each.start.date if each.start else None)
            for each in parts.of("also_airing", season)
        ),
    )


def _dub(dub: Dub, style: Style) -> DubRow:
    crew = (
        as_row(DubCreditRow, each, name=style.write(each.name), name_ja=each.name.ja)
        for each in dub.crew
    )
    return as_row(DubRow, dub, crew=tuple(crew))


def _remark(remark: Remark) -> str:
    doubt = en.doubt(remark.confidence)
    return en.noted(f"{remark.speaker}: {remark.text}", (doubt,) if doubt else ())


def _post(credit: Credit) -> str:
    return credit.role_ja or credit.role
