"""TVmaze: shows with or without their episodes, episode lists, schedules and search results."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct, field

from medalist_cli.model.dataset import Dataset, Episode, Link, Milestone, Season, Show, Source, When
from medalist_cli.storage.importers import Imported, _build

_SLUG = re.compile(r"/episodes/[0-9]+/(?P<show>.+?)-[0-9]+x[0-9]+")
_NUMBER = re.compile(r"/shows/(?P<id>[0-9]{1,9})(?![0-9])")


class _Country(Struct):
    timezone: str | None = None


class _Channel(Struct):
    name: str | None = None
    country: _Country | None = None


class _Show(Struct, rename="camel"):
    id: int | None = None
    name: str | None = None
    url: str | None = None
    genres: tuple[str | None, ...] | None = None
    premiered: str | None = None
    official_site: str | None = None
    network: _Channel | None = None
    web_channel: _Channel | None = None


class _Link(Struct):
    href: str | None = None
    name: str | None = None


class _Links(Struct):
    show: _Link | None = None


class _Episode(Struct):
    id: int | None = None
    url: str | None = None
    name: str | None = None
    season: int | None = None
    number: int | None = None
    airdate: str | None = None
    airtime: str | None = None
    airstamp: str | None = None
    runtime: float | None = None
    summary: str | None = None
    links: _Links | None = field(name="_links", default=None)


class _Title:
    """A show and its episodes, gathered from wherever in the document."""

    def __init__(self, path: str, name: str, show: _Show) -> None:
        self.path, self.name, self.show = path, name, show
        self.episodes: list[tuple[str, _Episode]] = []


def read(content: bytes, now: dt.datetime) -> Imported:
    """Return one dataset for each show in an answer. See `storage.importers`."""
    document = _build.document(content)
    _refuse_error(document)
    found: dict[str, _Title] = {}
    is_list = isinstance(document, list)
    for index, item in enumerate(document if is_list else [document]):
        path = f"$[{index}]" if is_list else "$"
        _gather(_build.typed(item, dict[str, Any], path), path, found)
    if not found:
        raise ValueError("$: no show and no episode of TVmaze in it")
    return Imported(tuple(_dataset(show, title, now) for show, title in found.items()))


def _refuse_error(document: Any) -> None:
    """Raise ValueError for an answer that is an error of HTTP."""
    status = document.get("status") if isinstance(document, dict) else None
    if isinstance(status, int) and status >= 400:
        raise ValueError(f"$.status: {status} {document.get('name', '')}".rstrip())


def _gather(item: dict[str, Any], path: str, found: dict[str, _Title]) -> None:
    """Add a show, an episode or a search result to the titles found so far."""
    embedded = item.get("_embedded")
    embedded = embedded if isinstance(embedded, dict) else {}
    above, where = item.get("show"), f"{path}.show"
    if above is None and "show" in embedded:
        above, where = embedded["show"], f"{path}._embedded.show"
    if "airdate" in item or "airstamp" in item:
        episode = _build.typed(item, _Episode, path)
        show = _build.typed(above, _Show, where) if above is not None else _inferred(episode)
        _title(found, where if above is not None else path, show).episodes.append((path, episode))
        return
    if above is not None:  # a search result
        _title(found, where, _build.typed(above, _Show, where))
        return
    title = _title(found, path, _build.typed(item, _Show, path))
    for name in ("episodes", "previousepisode", "nextepisode"):
        inner, inside = embedded.get(name), f"{path}._embedded.{name}"
        if isinstance(inner, list):
            listed = [(f"{inside}[{index}]", each) for index, each in enumerate(inner)]
        else:
            listed = [(inside, inner)] if inner is not None else []
        title.episodes += [(at, _build.typed(each, _Episode, at)) for at, each in listed]


def _title(found: dict[str, _Title], path: str, show: _Show) -> _Title:
    name = _build.text(show.name)
    if name is None:
        raise ValueError(f"{path}: object missing required field `name`")
    key = f"tvmaze-{show.id}" if show.id is not None else "tvmaze"
    return found.setdefault(key, _Title(path, name, show))


def _inferred(episode: _Episode) -> _Show:
    """Return what a bare episode says about its show: a link to it, or its own address."""
    link = (episode.links and episode.links.show) or _Link()
    number = _NUMBER.search(link.href or "")
    slug = _SLUG.search(episode.url or "")
    name = slug["show"].replace("-", " ").title() if slug else "Unknown show"
    return _Show(id=int(number["id"]) if number else None, name=_build.text(link.name) or name)


def _dataset(show_id: str, title: _Title, now: dt.datetime) -> Dataset:
    show, name, path = title.show, title.name, title.path
    channel = show.network or show.web_channel
    zone = _zone(channel)
    regular: list[Episode] = []
    specials: list[tuple[_Episode, When | None]] = []
    for at, each in title.episodes:
        when = _when(each, at, zone, is_tv=bool(show.network))
        season, number = _build.ordinal(each.season), _build.ordinal(each.number)
        if season and number:
            regular.append(_episode(each, season, number, when))
        else:
            specials.append((each, when))
    episodes = _build.numbered(regular)
    seasons = sorted({episode.season for episode in episodes}) or [1]
    shared: dict[str, Any] = {"sources": ("tvmaze",), "confidence": _build.ONE}
    page, site = _build.url(show.url), _build.url(show.official_site)
    return _build.dataset(
        Show(
            id=show_id,
            title=name,
            genres=tuple(filter(None, map(_build.text, show.genres or ()))),
            **shared,
        ),
        Source(id="tvmaze", title=f"TVmaze: {name}", publisher="TVmaze", url=page),
        (*_premieres(show, path, zone, seasons, episodes), *_specials(specials)),
        now,
        anchor=f"season-{seasons[-1]}-premiere",
        path=path,
        episodes=episodes,
        seasons=tuple(
            Season(
                season=number,
                title=name if seasons == [1] else f"{name} season {number}",
                broadcaster=_build.text(channel.name) if channel else None,
                **shared,
            )
            for number in seasons
        ),
        links=(
            *((Link(kind="official", title="Official site", url=site, **shared),) * bool(site)),
            *((Link(kind="database", title="TVmaze", url=page, **shared),) * bool(page)),
        ),
    )


def _zone(channel: _Channel | None) -> str:
    """Return the zone of a show's channel; UTC where it names none, as it airs everywhere."""
    country = channel.country if channel else None
    return _build.text(country.timezone if country else None) or "UTC"


def _episode(episode: _Episode, season: int, number: int, when: When | None) -> Episode:
    name = _build.text(episode.name)
    return Episode(
        season=season,
        episode=number,
        number=number,
        title=None if name in ("TBA", f"Episode {number}") else name,
        when=when,
        runtime_minutes=_build.ordinal(episode.runtime),
        summary=_build.prose(episode.summary),
        sources=("tvmaze",),
        confidence=_build.ONE,
    )


def _when(episode: _Episode, path: str, zone: str, *, is_tv: bool) -> When | None:
    """Return when an episode airs.

    TVmaze gives the day of the schedule, its clock and the instant. A clock after midnight on the
    schedule of the day before is one of 24:00 and later, on television. Without a clock, the
    instant is a placeholder and only the day counts.
    """
    date, clock = _build.text(episode.airdate), _build.text(episode.airtime)
    stamp = _build.text(episode.airstamp)
    if stamp is None or (clock is None and date is not None):
        return _build.when(date, zone, f"{path}.airdate") if date else None
    place = f"{path}.airstamp"
    there = _build.minute(_build.instant(stamp, place), zone, place)
    if not (is_tv and date and clock and clock == there.clock and clock < "06:00"):
        return there
    scheduled = _build.when(date, zone, f"{path}.airdate")
    late = f"{int(clock[:2]) + 24:02}{clock[2:]}"
    is_late = _next(scheduled.date) == there.date
    return _build.when(date, zone, place, clock=late) if is_late else there


def _next(date: str) -> str | None:
    try:
        return (dt.date.fromisoformat(date) + dt.timedelta(days=1)).isoformat()
    except ValueError:  # a month or a year alone
        return None


def _premieres(
    show: _Show, path: str, zone: str, seasons: list[int], episodes: tuple[Episode, ...]
) -> Iterator[Milestone]:
    """Yield the premiere of each season."""
    known = {episode.id for episode in episodes}
    premiered = _build.text(show.premiered)
    for number in seasons:
        first = f"s{number}e1"
        day = premiered if number == 1 and first not in known else None
        yield Milestone(
            id=f"season-{number}-premiere",
            title=f"Season {number} premiere",
            kind="season",
            when=_build.when(day, zone, f"{path}.premiered") if day else None,
            headline=True,
            episode=first if first in known else None,
            season=number,
            sources=("tvmaze",),
            confidence=_build.ONE,
        )


def _specials(episodes: list[tuple[_Episode, When | None]]) -> Iterator[Milestone]:
    """Yield a milestone for each episode without a number."""
    seen: set[str] = set()
    for episode, when in episodes:
        name = f"special-{episode.id}" if episode.id is not None else f"special-{len(seen) + 1}"
        if name in seen:
            continue
        seen.add(name)
        yield Milestone(
            id=name,
            title=_build.text(episode.name) or "Special",
            kind="event",
            when=when,
            runtime_minutes=_build.ordinal(episode.runtime),
            season=_build.ordinal(episode.season),
            sources=("tvmaze",),
            confidence=_build.ONE,
        )
