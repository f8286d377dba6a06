"""A season on one sheet."""

from medalist_cli import phrases
from medalist_cli.errors import NoMatch
from medalist_cli.model import Credit, Dataset, Link, Remark, Season, Theme
from medalist_cli.names import Writer, is_new, latin
from medalist_cli.rows import (
    ChangeRow,
    LinkRow,
    NeighbourRow,
    SeasonRow,
    ThemeRow,
)


def sheets(dataset: Dataset, number: int | None, write: Writer = latin) -> tuple[SeasonRow, ...]:
    """Return the sheet of each season, or of season `number`. Raises NoMatch for no such season."""
    found = [season for season in dataset.seasons if number in (None, season.season)]
    if not found:
        known = ", ".join(str(season.season) for season in dataset.seasons)
        what = "no season" if number is None else f"no season {number}"
        raise NoMatch(f"{what} is known", f"Known: {known}." if dataset.seasons else "")
    ordered = sorted(found, key=lambda season: season.season)
    return tuple(_sheet(dataset, season, write) for season in ordered)


def awaited(dataset: Dataset, number: int | None) -> tuple[SeasonRow, ...]:
    """Return the sheets that tell what to expect, of all seasons or of season `number`.

    Raises NoMatch when there is nothing to tell.
    """
    found = [sheet for sheet in sheets(dataset, number) if sheet.premise or sheet.expect]
    if not found:
        raise NoMatch("nothing of it has aired yet, or may be told")
    return tuple(found)


def _sheet(dataset: Dataset, season: Season, write: Writer) -> SeasonRow:
    number = season.season
    episodes = sorted(
        (each for each in dataset.episodes if each.season == number), key=lambda each: each.episode
    )
    days = [each.when.date for each in episodes if each.when]
    links = [link for link in dataset.links if link.season == number]
    debuts = (r for r in dataset.cast if number in r.seasons and is_new(r, number))
    dubs = (dub for dub in dataset.dubs if dub.season == number)
    return SeasonRow(
        season=number,
        title=season.title,
        title_ja=season.title_ja,
        episodes=season.episodes or len(episodes) or None,
        start=days[0] if days else None,
        end=days[-1] if days else None,
        slot=season.slot,
        broadcaster=season.broadcaster,
        also_on=season.also_on,
        studio=season.studio,
        premise=season.premise,
        expect=season.expect,
        arc=season.arc,
        manga=season.manga,
        tagline=season.tagline,
        tagline_ja=season.tagline_ja,
        themes=tuple(_theme(t) for t in dataset.themes if t.season == number),
        staff_changes=_changes(dataset.staff, number, write),
        new_cast=tuple(filter(None, (write(role.character) for role in debuts))),
        remarks=tuple(_remark(each) for each in dataset.remarks if each.season == number),
        trailers=tuple(_link(link) for link in links if link.kind == "trailer"),
        links=tuple(_link(link) for link in links if link.kind != "trailer"),
        dub=" ".join((*(f"{d.language}: {d.text}" for d in dubs),)) or None,
        ending=season.ending,
        also_airing=tuple(
            NeighbourRow(
                title=each.title,
                title_ja=each.title_ja,
                start=each.start.date if each.start else None,
                studio=each.studio,
            )
            for each in dataset.also_airing
            if each.season == number
        ),
        sources=season.sources,
        confidence=season.confidence,
    )


def _remark(remark: Remark) -> str:
    return f"{remark.speaker}: {remark.text}{phrases.doubt(remark.confidence)}"


def _theme(theme: Theme) -> ThemeRow:
    return ThemeRow(
        kind=theme.kind,
        title=theme.title,
        title_latin=theme.title_latin,
        artist=theme.artist,
        artist_ja=theme.artist_ja,
        writer=theme.writer,
        released=theme.released,
        note=theme.note,
    )


def _link(link: Link) -> LinkRow:
    return LinkRow(title=link.title, url=link.url, published=link.published)


def _changes(staff: tuple[Credit, ...], season: int, write: Writer) -> tuple[ChangeRow, ...]:
    """Return the posts that someone new holds in `season`, with who held them before.

    Posts are the same when their Japanese names are, the English ones being translations.
    """
    arrivals = (c for c in staff if c.status == "new" and min(c.seasons, default=0) == season)
    left = [c for c in staff if c.status == "replaced" and max(c.seasons, default=0) < season]
    return tuple(
        ChangeRow(
            role=credit.role,
            before=next((write(old.name) for old in left if _post(old) == _post(credit)), None),
            now=write(credit.name),
        )
        for credit in arrivals
    )


def _post(credit: Credit) -> str:
    return credit.role_ja or credit.role
