"""`medalist where`."""

from medalist_cli.model.countries import Country
from medalist_cli.model.dataset import Dataset
from medalist_cli.model.result import Records
from medalist_cli.model.rows import WhereRow
from medalist_cli.options import Place, Reader, Season
from medalist_cli.parsers import words
from medalist_cli.queries import where as query
from medalist_cli.queries.milestones import show_title
from medalist_cli.storage import bundle
from medalist_cli.text.language import Phrase, either

GROUP = "Watch"
ALIASES = ("watch", "stream", "streams", "streaming", "配信")

_CARD = ("season", "region", "service", "starts", "audio", "url", "note", "confidence")


def where(reader: Reader, place: Place = None, season: Season = None) -> Records[WhereRow]:
    """Find where to watch. Example: medalist where uk, medalist where disney --season 2.

    COUNTRY: a name, code or short form, in English or Japanese. SERVICE: a streaming service.
    """
    dataset = reader.dataset
    reader.check_season(season)
    zone = reader.now.tzinfo
    found = query.streams(dataset, words(place), season, bundle.countries(), zone)
    names, country = reader.names, found.country
    return Records(
        notes=dataset.hidden,
        title=_title(dataset, country),
        rows=found.rows,
        written=tuple(query.written(row, names.text) for row in found.rows),
        fields=("season", "region", "service", "starts", "audio", "note"),
        afterword=query.gaps(found),
        as_of=dataset.as_of,
        card=_CARD,
        sheet=bool(place),
    )


def _title(dataset: Dataset, country: Country | None) -> str:
    show = show_title(dataset)
    if country is None:
        return Phrase("Where to watch {show}", show=show)
    name = either(country.in_sentence, country.name_ja)
    return Phrase("Where to watch {show} in {country}", show=show, country=name)
