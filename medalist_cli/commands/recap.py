"""`medalist recap`."""

from typing import Annotated

import typer

from medalist_cli import dataset, seasons, spoilers
from medalist_cli.answer import Records
from medalist_cli.options import Reader, SeasonArgument
from medalist_cli.rows import RecapRow

Episode = Annotated[
    int | None,
    typer.Option("--episode", "-e", metavar="N", min=1, help="Only episode N of the season."),
]


def recap(
    reader: Reader, season: SeasonArgument = None, episode: Episode = None
) -> Records[RecapRow]:
    """The story so far, by season and episode. Example: medalist recap 1, medalist recap 2 -e 3.

    Only what has aired is told; of a season still to come, `medalist season` tells what to expect.
    """
    told = spoilers.up_to(dataset.load(reader.data), reader.seen)
    return Records(
        notes=told.hidden,
        title=f"{told.show.title}: the story so far",
        rows=seasons.recap(told, reader.now, season, episode),
        fields=("id", "air_date", "title", "summary"),
        as_of=told.as_of,
        sheet=episode is not None,
    )
