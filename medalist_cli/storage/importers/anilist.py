"""AniList: the answer of its GraphQL service to any query for media, lists or airings."""

import datetime as dt
from collections import deque
from collections.abc import Iterator
from typing import Any

from msgspec import Struct, structs

from medalist_cli.model.dataset import Episode, Kind, Link, Milestone, Season, Show, Source, When
from medalist_cli.storage.importers import Imported, _build

_ZONES = {"JP": _build.TOKYO, "KR": "Asia/Seoul", "CN": "Asia/Shanghai", "TW": "Asia/Taipei"}
"""The zone of the fuzzy dates, by country of origin; AniList counts Japan where none is given."""

_KINDS: dict[str | None, Kind] = {
    "MOVIE": "film",
    "MUSIC": "event",
    "MANGA": "volume",
    "NOVEL": "volume",
    "ONE_SHOT": "volume",
}
"""What a format is; every other one is broadcast in episodes."""


class _Titles(Struct, rename="camel"):
    english: str | None = None
    romaji: str | None = None
    native: str | None = None
    user_preferred: str | None = None


class _FuzzyDate(Struct):
    year: int | None = None
    month: int | None = None
    day: int | None = None


class _Airing(Struct, rename="camel"):
    episode: int
    airing_at: int


class _Edge(Struct):
    node: _Airing | None = None


class _Airings(Struct):
    nodes: tuple[_Airing | None, ...] | None = None
    edges: tuple[_Edge | None, ...] | None = None


class _Named(Struct):
    name: str | None = None


class _Studios(Struct):
    nodes: tuple[_Named | None, ...] | None = None


class _Trailer(Struct):
    id: str | None = None
    site: str | None = None


class _Media(Struct, rename="camel"):
    title: _Titles
    id: int | None = None
    type: str | None = None
    format: str | None = None
    status: str | None = None
    start_date: _FuzzyDate | None = None
    end_date: _FuzzyDate | None = None
    episodes: int | None = None
    duration: int | None = None
    country_of_origin: str | None = None
    genres: tuple[str | None, ...] | None = None
    studios: _Studios | None = None
    trailer: _Trailer | None = None
    site_url: str | None = None
    airing_schedule: _Airings | None = None
    next_airing_episode: _Airing | None = None


def read(content: bytes, now: dt.datetime) -> Imported:
    """Return one dataset for each title in an answer. See `storage.importers`."""
    document = _build.document(content)
    _refuse_errors(document)
    found: dict[str, tuple[str, _Media]] = {}
    aired: dict[str, list[tuple[str, _Airing]]] = {}
    for path, value, airing in _media(document):
        media = _build.typed(value, _Media, path)
        show = _show_id(media, path)
        found.setdefault(show, (path, media))
        airings = aired.setdefault(show, [])
        airings += _airings(media, path)
        if airing is not None:
            above = path.removesuffix(".media")
            airings.append((above, _build.typed(airing, _Airing, above)))
    if not found:
        raise ValueError("$: no media of AniList in it: query title, startDate and airingSchedule")
    return Imported(tuple(_dataset(s, *found[s], aired[s], now) for s in found))


def _refuse_errors(document: Any) -> None:
    """Raise ValueError for an answer that is an error; GraphQL §7.1.2."""
    errors = document.get("errors") if isinstance(document, dict) else None
    if errors:
        first = errors[0] if isinstance(errors, list) else errors
        message = first.get("message") if isinstance(first, dict) else first
        raise ValueError(f"$.errors[0].message: {message}")


def _media(document: Any) -> Iterator[tuple[str, Any, Any]]:
    """Yield every media with its path, and the airing that it was named by, in order."""
    left: deque[tuple[str, Any]] = deque([("$", document)])
    while left:
        path, value = left.popleft()
        inner: list[tuple[str, Any]] = []
        if isinstance(value, list):
            inner = [(f"{path}[{index}]", item) for index, item in enumerate(value)]
        elif isinstance(value, dict) and "title" in value:
            yield path, value, None
        elif isinstance(value, dict) and "airingAt" in value and "media" in value:
            yield f"{path}.media", value["media"], value
        elif isinstance(value, dict):
            inner = [(f"{path}.{key}", item) for key, item in value.items()]
        left.extendleft(reversed(inner))


def _show_id(media: _Media, path: str) -> str:
    if media.id is None:
        raise ValueError(f"{path}: object missing required field `id`")
    return f"anilist-{media.id}"


def _airings(media: _Media, path: str) -> Iterator[tuple[str, _Airing]]:
    """Yield the airings of a media, each with its path."""
    schedule = media.airing_schedule or _Airings()
    for index, airing in enumerate(schedule.nodes or ()):
        if airing is not None:
            yield f"{path}.airingSchedule.nodes[{index}]", airing
    for index, edge in enumerate(schedule.edges or ()):
        if edge is not None and edge.node is not None:
            yield f"{path}.airingSchedule.edges[{index}].node", edge.node
    if media.next_airing_episode is not None:
        yield f"{path}.nextAiringEpisode", media.next_airing_episode


def _dataset(
    show: str, path: str, media: _Media, airings: list[tuple[str, _Airing]], now: dt.datetime
) -> Any:
    titles = media.title
    native, romaji = _build.text(titles.native), _build.text(titles.romaji)
    title = _build.text(titles.english) or romaji or _build.text(titles.user_preferred) or native
    if title is None:
        raise ValueError(f"{path}.title: no title")
    zone = _ZONES.get(media.country_of_origin or "JP", "UTC")
    kind = _KINDS.get(media.format, "volume" if media.type == "MANGA" else "season")
    episodes = _episodes(media, airings, zone) if kind == "season" else ()
    page = _build.url(media.site_url)
    studios = (media.studios.nodes or ()) if media.studios else ()
    season = Season(
        season=1,
        title=title,
        title_ja=native if native != title else None,
        episodes=_build.ordinal(media.episodes),
        studio=next((name for s in studios if s and (name := _build.text(s.name))), None),
        sources=("anilist",),
        confidence=_build.ONE,
    )
    return _build.dataset(
        Show(
            id=show,
            title=title,
            title_ja=season.title_ja,
            title_latin=romaji if romaji != title else None,
            genres=tuple(filter(None, map(_build.text, media.genres or ()))),
            sources=("anilist",),
            confidence=_build.ONE,
        ),
        Source(id="anilist", title=f"AniList: {title}", publisher="AniList", url=page),
        _milestones(media, path, kind, title, zone, episodes),
        now,
        anchor="premiere",
        path=path,
        seasons=(season,) if kind == "season" else (),
        episodes=episodes,
        links=tuple(_links(media, page)),
    )


def _episodes(media: _Media, airings: list[tuple[str, _Airing]], zone: str) -> tuple[Episode, ...]:
    """Return an episode for each airing; one that is numbered 0 is none of a season."""
    return _build.numbered(
        Episode(
            season=1,
            episode=number,
            number=number,
            when=_build.minute(
                _build.unix(airing.airing_at, f"{path}.airingAt"), zone, f"{path}.airingAt"
            ),
            runtime_minutes=_build.ordinal(media.duration),
            sources=("anilist",),
            confidence=_build.ONE,
        )
        for path, airing in airings
        if (number := _build.ordinal(airing.episode)) is not None
    )


def _milestones(
    media: _Media, path: str, kind: Kind, title: str, zone: str, episodes: tuple[Episode, ...]
) -> Iterator[Milestone]:
    """Yield the first day and, of what has episodes, the last."""
    is_series = kind == "season"
    known = {episode.episode: episode for episode in episodes}
    last = _build.ordinal(media.episodes)
    premiere = Milestone(
        id="premiere",
        title="Premiere" if is_series else title,
        kind=kind,
        when=_fuzzy(media.start_date, zone, f"{path}.startDate"),
        headline=True,
        happened=media.status in ("FINISHED", "RELEASING"),
        runtime_minutes=None if is_series else _build.ordinal(media.duration),
        season=1 if is_series else None,
        note="Cancelled." if media.status == "CANCELLED" else None,
        sources=("anilist",),
        confidence=_build.ONE,
    )
    yield _on(known.get(1), premiere)
    finale = structs.replace(
        premiere,
        id="finale",
        title="Finale",
        when=_fuzzy(media.end_date, zone, f"{path}.endDate"),
        headline=False,
        happened=media.status == "FINISHED",
    )
    end = known.get(last) if last else None
    if is_series and last != 1 and (end or finale.when):
        yield _on(end, finale)


def _on(episode: Episode | None, milestone: Milestone) -> Milestone:
    """Return a milestone as the day of an episode, whose time is the more exact."""
    return structs.replace(milestone, when=None, episode=episode.id) if episode else milestone


def _fuzzy(date: _FuzzyDate | None, zone: str, path: str) -> When | None:
    """Return a date as coarse as AniList knows it."""
    if date is None or date.year is None:
        return None
    parts = [f"{date.year:04}"]
    if date.month is not None:
        parts.append(f"{date.month:02}")
        if date.day is not None:
            parts.append(f"{date.day:02}")
    return _build.when("-".join(parts), zone, path)


def _links(media: _Media, page: str | None) -> Iterator[Link]:
    shared: dict[str, Any] = {"sources": ("anilist",), "confidence": _build.ONE}
    if page:
        yield Link(kind="database", title="AniList", url=page, **shared)
    trailer = media.trailer
    if trailer and trailer.site == "youtube" and _build.text(trailer.id):
        yield Link(
            kind="trailer",
            title="Trailer",
            url=f"https://www.youtube.com/watch?v={trailer.id}",
            **shared,
        )
