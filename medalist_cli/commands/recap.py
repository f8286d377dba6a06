"""`medalist recap`."""

from typing import Annotated

import typer

from medalist_cli import dataset, seasons, spoilers, story
from medalist_cli.answer import Records
from medalist_cli.options import Reader, SeasonArgument, ordinal
from medalist_cli.rows import RecapRow, SeasonRow

Episode = Annotated[
    int | None,
    typer.Option(
        "--episode", "-e", parser=ordinal, metavar="N", help="Only episode N of the season."
    ),
]


def recap(
    reader: Reader, season: SeasonArgument = None, episode: Episode = None
) -> Records[RecapRow | SeasonRow]:
    """The story so far, by season and episode. Example: medalist recap 1, medalist recap 2 -e 3.

    Only what has aired is told; of a season still to come, what to expect.
    """
    told = spoilers.up_to(dataset.load(reader.data), reader.seen)
    rows = story.recap(told, reader.now, season, episode)
    if not rows:
        return Records(
            notes=told.hidden,
            title="Not aired yet: what to expect",
            rows=seasons.awaited(told, season),
            fields=("season", "title", "premise", "expect"),
            card=("title", "start", "slot", "premise", "expect"),
            as_of=told.as_of,
            sheet=True,
        )
    return Records(
        notes=told.hidden,
        title=f"{told.show.title}: the story so far",
        rows=rows,
        written=story.marked(rows),
        afterword=() if episode else story.chapters(told, reader.now, rows),
        fields=("id", "air_date", "title", "summary"),
        card=("id", "title", "title_ja", "air_date", "summary", "note"),
        as_of=told.as_of,
        sheet=episode is not None,
    )
