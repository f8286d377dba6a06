"""Where to watch."""

import datetime as dt
from collections.abc import Iterable, Sequence

from msgspec import Struct, structs

from medalist_cli.dates import timeline
from medalist_cli.errors import NoMatch
from medalist_cli.model.countries import Country
from medalist_cli.model.dataset import Dataset, Stream, When
from medalist_cli.model.rows import WhereRow, as_row
from medalist_cli.queries import countries
from medalist_cli.text import en
from medalist_cli.text.cells import shortened
from medalist_cli.text.language import Phrase, either
from medalist_cli.text.matching import find
from medalist_cli.text.names import TextWriter, joined
from medalist_cli.text.pasting import line
from medalist_cli.text.suggestions import did_you_mean
from medalist_cli.text.words import fold


class Found(Struct, frozen=True, kw_only=True):
    """The streams that answer a question, latest season first."""

    rows: tuple[WhereRow, ...]
    country: Country | None = None
    """The country that was asked for."""
    missing: tuple[int, ...] = ()
    """Seasons that no source names a service for in that country, where it has others."""


class Names:
    """What countries are called, by code; a code that is no country's stays as it is."""

    def __init__(self, known: Sequence[Country]) -> None:
        self._by_code = {country.code: country for country in known}

    def en(self, codes: Iterable[str]) -> str:
        """Return the English names in a sentence."""
        found = [c.in_sentence if (c := self._by_code.get(x)) else x for x in codes]
        return joined(found, "and")

    def ja(self, codes: Iterable[str]) -> str:
        """Return the Japanese names."""
        return "、".join(c.name_ja if (c := self._by_code.get(x)) else x for x in codes)


def latest(dataset: Dataset, known: Sequence[Country]) -> tuple[WhereRow, ...]:
    """Return the streams of the last season that has any; empty where there are none.

    `known` are the countries that may be named.
    """
    last = max((stream.season for stream in dataset.streams), default=None)
    return _rows((each for each in dataset.streams if each.season == last), Names(known), None)


def streams(
    dataset: Dataset,
    wanted: str,
    season: int | None,
    known: Sequence[Country],
    reader: dt.tzinfo | None = None,
) -> Found:
    """Return the streams for a country or on a service; without `wanted` all of them.

    A name of a service comes first, then any name or code of the `known` countries, then words of
    a service or region. A country is answered by its own records of a season, else by the record
    that covers it. `reader` is the zone to write starts in. Raises NoMatch if there are none.
    """
    kept = [each for each in dataset.streams if season in (None, each.season)]
    if not kept:
        raise NoMatch(f"no source names a service for {_of(season)}")
    names = Names(known)
    services = {fold(form) for each in dataset.streams for form in spellings(each.service)}
    is_service = fold(wanted) in services
    country = None if is_service else countries.find(wanted, known)
    if country is not None:
        return _in_country(kept, season, country, names, reader)
    found = [kept[index] for index in find([_line(each) for each in kept], wanted)]
    if not found:
        raise _nowhere(dataset, wanted, season, known, names)
    return Found(rows=_rows(found, names, reader))


def written(row: WhereRow, write: TextWriter) -> WhereRow:
    """Return a row with its region in the script that `write` chooses."""
    return structs.replace(row, region=write(row.region, row.region_ja))


def gaps(found: Found) -> tuple[str, ...]:
    """Return a line for each season that no source names a service for in the country."""
    if found.country is None:
        return ()
    country = either(found.country.in_sentence, found.country.name_ja)
    return tuple(
        Phrase(
            "Season {number}: no source names a service in {country}.",
            number=number,
            country=country,
        )
        for number in found.missing
    )


def _line(stream: Stream) -> tuple[str, str]:
    names = " ".join(filter(None, (stream.region, stream.region_ja)))
    return " ".join(spellings(stream.service)), names


def spellings(service: str) -> tuple[str, str]:
    """Return what people write for a service: Disney+, where the sign may be left out, or Plus."""
    return (service, service.replace("+", " plus "))


def _in_country(
    kept: list[Stream],
    season: int | None,
    country: Country,
    names: Names,
    reader: dt.tzinfo | None,
) -> Found:
    found: list[Stream] = []
    missing = []
    for number in dict.fromkeys(each.season for each in kept):
        of_season = [each for each in kept if each.season == number]
        own = [each for each in of_season if country.code in each.countries]
        covering = [
            each
            for each in of_season
            if each.everywhere_except is not None and country.code not in each.everywhere_except
        ]
        found += own or covering
        if not (own or covering):
            missing.append(number)
    if not found:
        what = f"a service in {country.in_sentence}"
        raise NoMatch(f"no source names {what}" + (f" for {_of(season)}" if season else ""))
    return Found(
        rows=_rows(found, names, reader, country), country=country, missing=tuple(sorted(missing))
    )


def _of(season: int | None) -> str:
    return f"season {season}" if season else "any season"


def _rows(
    found: Iterable[Stream], names: Names, reader: dt.tzinfo | None, country: Country | None = None
) -> tuple[WhereRow, ...]:
    ordered = sorted(found, key=lambda stream: -stream.season)
    return tuple(_row(each, names, reader, country) for each in ordered)


def _row(
    stream: Stream, names: Names, reader: dt.tzinfo | None, country: Country | None
) -> WhereRow:
    region, region_ja = _region(stream, names, country)
    local = None
    if stream.start and stream.start.clock:
        local = timeline.window(stream.start).earliest.astimezone(reader)
    return as_row(
        WhereRow,
        stream,
        region=region,
        region_ja=region_ja,
        starts=_starts(stream.start, local),
        local=local,
    )


def _region(stream: Stream, names: Names, country: Country | None) -> tuple[str, str]:
    """Return what to call the countries of a stream, or the one asked for, in both languages."""
    but = stream.everywhere_except
    if but is None:
        en, ja = names.en(stream.countries), names.ja(stream.countries)
        covered, covered_ja = "", ""
    else:
        excepted = f" except {names.en(but)}" if but else ""
        en, ja = f"Everywhere{excepted}", f"{names.ja(but)}を除く全世界" if but else "全世界"
        covered, covered_ja = f' (covered by "everywhere{excepted}")', f"（{ja}）"
    if country is not None:
        return f"{country.name}{covered}", f"{country.name_ja}{covered_ja}"
    return stream.region or en, stream.region_ja or ja


def _starts(start: When | None, local: dt.datetime | None) -> str | None:
    """Return a start as people write it: on the reader's clock for a minute, else as announced."""
    if local is not None:
        return f"{en.moment(local)} {en.abbreviation(local)}"
    return en.date(start.date) if start else None


def _nowhere(
    dataset: Dataset, wanted: str, season: int | None, known: Sequence[Country], names: Names
) -> NoMatch:
    """Return the error for a word that is no country and no service of the season."""
    asked = shortened(wanted)
    every = dataset.streams
    other = find([_line(stream) for stream in every], wanted)
    if other:
        last = max(every[index].season for index in other)
        advice = f"Try: {line('where', wanted, f'--season {last}')}"
        return NoMatch(f"no source names {asked!r} for {_of(season)}", advice)
    services = tuple(dict.fromkeys(stream.service for stream in every))
    message = f"no country or service matches {asked!r}"
    regions = [stream.region or names.en(stream.countries) or "everywhere else" for stream in every]
    listed = ", ".join(dict.fromkeys((*regions, *services)))
    near = countries.near(wanted, known, services)
    return NoMatch(message, did_you_mean(near, f"Known: {listed}."))
