"""`medalist where`."""

from medalist_cli.model.result import Records
from medalist_cli.model.rows import WhereRow
from medalist_cli.options import Reader, Region, Season
from medalist_cli.parsers import words
from medalist_cli.queries.where import streams


def where(reader: Reader, region: Region = None, season: Season = None) -> Records[WhereRow]:
    """Where to watch. Example: medalist where united states, medalist where japan --season 2.

    REGION is a part of a region's name, or of a service's.
    """
    dataset = reader.dataset
    return Records(
        notes=dataset.hidden,
        title=f"Where to watch {dataset.show.title}",
        rows=streams(dataset, words(region), season),
        fields=("season", "region", "service", "start", "note"),
        as_of=dataset.as_of,
    )
