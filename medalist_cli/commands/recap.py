"""`medalist recap`."""

from medalist_cli.model.result import Records
from medalist_cli.model.rows import RecapRow, SeasonRow
from medalist_cli.options import EpisodeOption, Part, Reader
from medalist_cli.parsers import words
from medalist_cli.queries import recap as query
from medalist_cli.queries import season as seasons
from medalist_cli.queries.milestones import show_title
from medalist_cli.text.language import Phrase

GROUP = "Watch"
ALIASES = ("story", "summary", "plot", "あらすじ")


def recap(
    reader: Reader, part: Part = None, episode: EpisodeOption = ""
) -> Records[RecapRow | SeasonRow]:
    """Retell the story so far. Example: medalist recap 1, medalist recap s2e3.

    SEASON|EPISODE: a season (2, s2) or an episode (s2e3, 2x3, 16). Covers aired episodes; for an
    upcoming season, what to expect.
    """
    dataset = reader.dataset
    season, single = query.wanted(dataset, words(part), episode, reader.now)
    rows = query.recap(dataset, reader.now, season, single)
    if not rows:
        awaited = seasons.awaited(dataset, season)
        return Records(
            notes=dataset.hidden,
            title=Phrase("What to expect"),
            rows=awaited,
            written=tuple(seasons.written(row, reader.names) for row in awaited),
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
        hints=() if reader.limits or single else (query.hint(rows),),
        afterword=() if single else query.afterword(dataset, reader.now, rows),
        fields=("id", "air_date", "title", "summary"),
        card=("title", "title_ja", "season", "episode", "air_date", "arc", "summary", "note"),
        as_of=dataset.as_of,
        sheet=single is not None,
    )
