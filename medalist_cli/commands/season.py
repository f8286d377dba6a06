"""`medalist season`."""

from medalist_cli.model.dataset import Dataset
from medalist_cli.model.result import Records
from medalist_cli.model.rows import SeasonRow
from medalist_cli.options import Reader, SeasonArgument
from medalist_cli.queries import season as query
from medalist_cli.queries.milestones import show_title
from medalist_cli.text.language import Phrase

GROUP = "Look up"

_CARD = (
    "title", "title_ja", "episodes", "start", "end", "slot", "broadcaster", "also_on", "studio",
    "tagline", "tagline_ja", "premise", "expect", "arcs", "manga", "ending", "songs",
    "staff_changes", "new_cast", "remarks", "dubs", "also_airing", "trailers", "links",
    "confidence",
)  # fmt: skip


def season(reader: Reader, season: SeasonArgument = None) -> Records[SeasonRow]:
    """Show a season: dates, songs, story, trailers. Example: medalist season 2.

    SEASON: 2, s2 or 第2期. Without it: all seasons, one per line. What to expect of a season is
    shown until --seen is past its end.
    """
    dataset, names = reader.dataset, reader.names
    reader.check_season(season)
    rows = query.sheets(dataset, season)
    shown = tuple(query.written(row, names) for row in query.sheets(dataset, season, names))
    return Records(
        notes=dataset.hidden,
        title=shown[0].title if len(rows) == 1 else _title(dataset),
        rows=rows,
        written=shown,
        fields=("season", "title", "episodes", "start", "end", "tagline"),
        as_of=dataset.as_of,
        card=_card(rows[0]),
        sheet=season is not None,
    )


def _title(dataset: Dataset) -> str:
    return Phrase("Seasons of {show}", show=show_title(dataset))


def _card(row: SeasonRow) -> tuple[str, ...]:
    """Return the fields of a sheet: what to expect or where it ends, and who is new, if any was."""
    left_out = {"expect"} if row.ending else set()
    if row.season == 1:
        left_out.add("new_cast")
    return tuple(name for name in _CARD if name not in left_out)
