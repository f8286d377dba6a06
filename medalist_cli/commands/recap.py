"""`medalist recap`."""

from typing import Annotated

import typer

from medalist_cli import parsers
from medalist_cli.model.result import Records
from medalist_cli.model.rows import RecapRow, SeasonRow
from medalist_cli.options import Reader, SeasonArgument
from medalist_cli.queries import recap as query
from medalist_cli.queries import season as seasons
from medalist_cli.queries.milestones import show_title
from medalist_cli.text.language import Phrase

GROUP = "Watch"

Episode = Annotated[
    int | None,
    typer.Option(
        "--episode",
        "-e",
        parser=parsers.ordinal,
        metavar="N",
        help="Show only episode N of the season.",
    ),
]


def recap(
    reader: Reader, season: SeasonArgument = None, episode: Episode = None
) -> Records[RecapRow | SeasonRow]:
    """Retell the story so far. Example: medalist recap 1, medalist recap 2 -e 3.

    Covers aired episodes; for an upcoming season, what to expect.
    """
    dataset = reader.dataset
    rows = query.recap(dataset, reader.now, season, episode)
    if not rows:
        return Records(
            notes=dataset.hidden,
            title=Phrase("Not aired yet: what to expect"),
            rows=seasons.awaited(dataset, season),
            written=tuple(
                seasons.written(row, reader.names) for row in seasons.awaited(dataset, season)
            ),
            fields=("season", "title", "premise", "expect"),
            card=("title", "start", "slot", "premise", "expect"),
            as_of=dataset.as_of,
            sheet=True,
        )
    return Records(
        notes=dataset.hidden,
        title=Phrase("{show}: the story so far", show=show_title(dataset)),
        rows=rows,
        written=tuple(query.written(dataset, row, reader.names.text) for row in rows),
        afterword=() if episode else query.afterword(dataset, reader.now, rows),
        fields=("id", "air_date", "title", "summary"),
        card=("title", "title_ja", "season", "episode", "air_date", "arc", "summary", "note"),
        as_of=dataset.as_of,
        sheet=episode is not None,
    )
