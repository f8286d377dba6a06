"""`medalist season`."""

from medalist_cli.model.result import Records
from medalist_cli.model.rows import SeasonRow
from medalist_cli.options import Reader, SeasonArgument
from medalist_cli.queries.season import sheets

_CARD = (
    "title", "title_ja", "episodes", "start", "end", "slot", "broadcaster", "also_on", "studio",
    "tagline", "tagline_ja", "premise", "expect", "arcs", "manga", "ending", "songs",
    "staff_changes", "new_cast", "remarks", "dub", "also_airing", "trailers", "links",
    "confidence",
)  # fmt: skip


def season(reader: Reader, season: SeasonArgument = None) -> Records[SeasonRow]:
    """A season's sheet. Example: medalist season 2.

    Dates, slot, premise, what to expect, themes, staff changes, remarks, trailers, and what else
    airs beside it. Without a number: all seasons, a line each.
    """
    dataset = reader.dataset
    rows = sheets(dataset, season)
    return Records(
        notes=dataset.hidden,
        title=rows[0].title if len(rows) == 1 else f"Seasons of {dataset.show.title}",
        rows=rows,
        written=sheets(dataset, season, reader.names.write),
        fields=("season", "title", "episodes", "start", "end", "tagline"),
        as_of=dataset.as_of,
        card=_CARD,
        sheet=season is not None,
    )
