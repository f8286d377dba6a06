"""`medalist where`."""

from typing import Annotated

import typer

from medalist_cli import dataset, spoilers, streams
from medalist_cli.answer import Records
from medalist_cli.options import Reader, Season, words
from medalist_cli.rows import WhereRow

Region = Annotated[list[str] | None, typer.Argument(metavar="[REGION]...", show_default=False)]


def where(reader: Reader, region: Region = None, season: Season = None) -> Records[WhereRow]:
    """Where to watch. Example: medalist where united states, medalist where japan --season 2.

    REGION is a part of a region's name, or of a service's.
    """
    told = spoilers.up_to(dataset.load(reader.data), reader.seen)
    return Records(
        notes=told.hidden,
        title=f"Where to watch {told.show.title}",
        rows=streams.listed(told, words(region), season),
        fields=("season", "region", "service", "start", "note"),
        as_of=told.as_of,
    )
