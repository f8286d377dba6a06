"""bangumi-data: the items of a month, or the packaged file with `siteMeta` and `items`."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct, structs

from medalist_cli.model.dataset import (
    Country,
    Dataset,
    Episode,
    Kind,
    Link,
    Milestone,
    Season,
    Show,
    Source,
    Stream,
    When,
)
from medalist_cli.storage.importers import Imported, _build
from medalist_cli.text.cells import shortened

_ZONES = {"ja": _build.TOKYO, "zh-Hans": "Asia/Shanghai", "zh-Hant": "Asia/Taipei"}
"""The calendar of an item, by its language; the data itself has instants in UTC."""

_KINDS: dict[str | None, Kind] = {"movie": "film", "ova": "volume"}
"""Types that begin on a day, not at a minute; every other one is a series."""

_RULE = re.compile(r"R/(?P<begin>[^/]+)/P(?P<amount>[0-9]{1,4})(?P<unit>[DWM])", re.ASCII)
_DAYS = {"D": 1, "W": 7}

_IDS = ("bangumi", "aniList", "mal", "anidb", "tmdb")
"""Databases whose number for an item never changes, the best first."""

_COUNTRY = re.compile("[A-Z]{2}", re.ASCII)


class _Site(Struct):
    site: str
    id: str | int | None = None
    url: str | None = None
    begin: str | None = None
    regions: tuple[str, ...] | None = None


class _Meta(Struct, rename="camel"):
    title: str | None = None
    url_template: str | None = None
    regions: tuple[str, ...] | None = None
    type: str | None = None


class _Item(Struct, rename="camel"):
    title: str
    title_translate: dict[str, tuple[str, ...] | None] | None = None
    type: str | None = None
    lang: str | None = None
    official_site: str | None = None
    begin: str | None = None
    broadcast: str | None = None
    end: str | None = None
    comment: str | None = None
    sites: tuple[_Site, ...] | None = None


def read(content: bytes, now: dt.datetime) -> Imported:
    """Return one dataset for each item. See `storage.importers`."""
    document = _build.document(content)
    items, where = document, "$"
    meta: dict[str, _Meta] = {}
    if isinstance(document, dict) and "title" not in document:
        items, where = document.get("items"), "$.items"
        meta = _build.typed(document.get("siteMeta") or {}, dict[str, _Meta], "$.siteMeta")
    is_one = isinstance(items, dict)
    found: dict[str, Dataset] = {}
    for index, value in enumerate([items] if is_one else _build.typed(items, list[Any], where)):
        path = where if is_one else f"{where}[{index}]"
        made = _dataset(_build.typed(value, _Item, path), path, meta, now)
        found.setdefault(made.show.id, made)
    if not found:
        raise ValueError(f"{where}: no items")
    return Imported(tuple(found.values()))


def _dataset(item: _Item, path: str, meta: dict[str, _Meta], now: dt.datetime) -> Dataset:
    native = _build.text(item.title)
    if native is None:
        raise ValueError(f"{path}.title: no title")
    english = (item.title_translate or {}).get("en") or ()
    title = next(filter(None, map(_build.text, english)), native)
    zone = _ZONES.get(item.lang or "ja", "UTC")
    kind = _KINDS.get(item.type, "season")
    first = _begin(item, path, kind, zone)
    episodes = _episodes(item, path, zone, now) if kind == "season" else ()
    show, page = _identity(item, native)
    shared: dict[str, Any] = {"sources": ("bangumi-data",), "confidence": _build.ONE}
    ja = native if item.lang == "ja" and native != title else None
    site = _build.url(item.official_site)
    premiere = Milestone(
        id="premiere",
        title="Premiere" if kind == "season" else title,
        title_ja=ja if kind != "season" else None,
        kind=kind,
        when=None if episodes else first,
        headline=True,
        episode="s1e1" if episodes else None,
        season=1 if kind == "season" else None,
        **shared,
    )
    return _build.dataset(
        Show(id=show, title=title, title_ja=ja, **shared),
        Source(
            id="bangumi-data", title=f"bangumi-data: {title}", publisher="bangumi-data", url=page
        ),
        (premiere, *_finale(item, path, zone, kind, episodes)),
        now,
        anchor="premiere",
        path=path,
        episodes=episodes,
        seasons=(Season(season=1, title=title, title_ja=ja, **shared),) * (kind == "season"),
        links=(Link(kind="official", title="Official site", url=site, **shared),) * bool(site),
        streams=tuple(_streams(item, path, zone, meta)) if kind == "season" else (),
    )


def _identity(item: _Item, native: str) -> tuple[str, str | None]:
    """Return the id of an item, by the best database that has it, and its page at bangumi."""
    numbers = {site.site: _build.text(str(site.id or "")) for site in item.sites or ()}
    page = f"https://bgm.tv/subject/{numbers['bangumi']}" if numbers.get("bangumi") else None
    known = (f"{name}-{numbers[name]}" for name in _IDS if numbers.get(name))
    return next(known, f"bangumi-data-{native}"), page


def _begin(item: _Item, path: str, kind: Kind, zone: str) -> When | None:
    """Return when an item begins: a minute of a series, a day of a film or a disc."""
    begin = _build.text(item.begin)
    if begin is None:
        return None
    at = _build.minute(_build.instant(begin, f"{path}.begin"), zone, f"{path}.begin")
    return at if kind == "season" else structs.replace(at, clock=None)


def _episodes(item: _Item, path: str, zone: str, now: dt.datetime) -> tuple[Episode, ...]:
    """Return an episode for each broadcast of the weekly slot, up to the end or the next one.

    The data has no list of episodes, so all but the first are inferred.
    """
    rule = _build.text(item.broadcast)
    if rule is None:
        return ()
    place = f"{path}.broadcast"
    match = _RULE.fullmatch(rule)
    if match is None:
        raise ValueError(
            f"{place}: {shortened(rule)!r} is not a rule such as R/2026-01-24T16:30:00Z/P7D"
        )
    if match["unit"] == "M":  # a month has no fixed length: the first broadcast alone is sure
        step = dt.timedelta()
    else:
        step = dt.timedelta(days=int(match["amount"]) * _DAYS[match["unit"]])
    first = _build.instant(match["begin"], place)
    end = _build.text(item.end)
    last = _build.instant(end, f"{path}.end") if end else max(first, now + step)
    amount = max(0, (last - first) // step) + 1 if step else 1
    if amount > _build.LONGEST:
        raise ValueError(f"{place}: more than {_build.LONGEST} broadcasts until {last:%Y-%m-%d}")
    return tuple(
        Episode(
            season=1,
            episode=number,
            number=number,
            when=_build.minute(first + step * (number - 1), zone, place),
            inferred=number > 1,
            evidence="Counted from the weekly slot." if number > 1 else None,
            sources=("bangumi-data",),
            confidence=_build.ONE,
        )
        for number in range(1, amount + 1)
    )


def _finale(
    item: _Item, path: str, zone: str, kind: Kind, episodes: tuple[Episode, ...]
) -> Iterator[Milestone]:
    """Yield the end of a series: its last broadcast, else the day that the data gives."""
    end = _build.text(item.end)
    if end is None or kind != "season" or len(episodes) == 1:
        return
    at = _build.minute(_build.instant(end, f"{path}.end"), zone, f"{path}.end")
    yield Milestone(
        id="finale",
        title="Finale",
        kind="season",
        when=None if episodes else structs.replace(at, clock=None),
        episode=f"s1e{len(episodes)}" if episodes else None,
        season=1,
        sources=("bangumi-data",),
        confidence=_build.ONE,
    )


def _streams(item: _Item, path: str, zone: str, meta: dict[str, _Meta]) -> Iterator[Stream]:
    """Yield the services of an item whose countries are known, which only the package says."""
    for index, site in enumerate(item.sites or ()):
        about = meta.get(site.site)
        regions = site.regions if site.regions is not None else (about.regions if about else None)
        if about is None or about.type != "onair":
            continue
        countries: tuple[Country, ...] = tuple(c for c in regions or () if _COUNTRY.fullmatch(c))
        if regions and not countries:
            continue
        begin, place = _build.text(site.begin), f"{path}.sites[{index}].begin"
        template = about.url_template
        page = template.replace("{{id}}", str(site.id)) if template and site.id else None
        yield Stream(
            season=1,
            service=_build.text(about.title) or site.site,
            countries=countries,
            everywhere_except=None if countries else (),
            start=_build.minute(_build.instant(begin, place), zone, place) if begin else None,
            url=_build.url(site.url) or _build.url(page),
            sources=("bangumi-data",),
            confidence=_build.ONE,
        )
