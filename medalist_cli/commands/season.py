"""`medalist season`."""

from medalist_cli import dataset, seasons, spoilers
from medalist_cli.answer import Records
from medalist_cli.options import Reader, SeasonArgument
from medalist_cli.rows import SeasonRow

_CARD = (
    "title", "title_ja", "episodes", "start", "end", "slot", "broadcaster", "also_on", "studio",
    "tagline", "tagline_ja", "premise", "expect", "arc", "manga", "ending", "themes",
    "staff_changes", "new_cast", "remarks", "dub", "also_airing", "trailers", "links",
    "confidence",
)  # fmt: skip


def season(reader: Reader, season: SeasonArgument = None) -> Records[SeasonRow]:
    """A season's sheet. Example: medalist season 2.

    Dates, slot, premise, what to expect, themes, staff changes, remarks, trailers, and what else
    airs beside it. Without a number: all seasons, a line each.
    """
    told = spoilers.up_to(dataset.load(reader.data), reader.seen)
    rows = seasons.sheets(told, season)
    return Records(
        notes=told.hidden,
        title=rows[0].title if len(rows) == 1 else f"Seasons of {told.show.title}",
        rows=rows,
        written=seasons.sheets(told, season, reader.names.write),
        fields=("season", "title", "episodes", "start", "end", "tagline"),
        as_of=told.as_of,
        card=_CARD,
        sheet=season is not None,
    )
