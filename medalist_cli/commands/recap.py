"""`medalist recap`."""

from medalist_cli.model.result import Records
from medalist_cli.model.rows import RecapRow, SeasonRow
from medalist_cli.options import EpisodeOption, Part, Reader
from medalist_cli.parsers import words
from medalist_cli.queries import recap as query
from medalist_cli.queries import season as seasons


def recap(
    reader: Reader, part: Part = None, episode: EpisodeOption = ""
) -> Records[RecapRow | SeasonRow]:
    """Recap the story so far. Example: medalist recap 1, medalist recap s2e3.

    SEASON|EPISODE: a season (2, s2) or an episode (s2e3, 2x3, 16). Covers aired episodes; for an
    upcoming season, what to expect.
    """
    dataset = reader.dataset
    season, single = query.wanted(dataset, words(part), episode, reader.now)
    rows = query.recap(dataset, reader.now, season, single)
    if not rows:
        return Records(
            notes=dataset.hidden,
            title="What to expect",
            rows=seasons.awaited(dataset, season),
            fields=("season", "title", "premise", "expect"),
            card=("title", "start", "slot", "premise", "expect"),
            as_of=dataset.as_of,
            sheet=True,
        )
    return Records(
        notes=dataset.hidden,
        title=f"{dataset.show.title}: the story so far",
        rows=rows,
        written=query.marked(rows),
        hints=() if reader.limits or single else (query.hint(rows),),
        afterword=() if single else query.chapters(dataset, reader.now, rows),
        fields=("id", "air_date", "title", "summary"),
        card=("id", "title", "title_ja", "air_date", "summary", "note"),
        as_of=dataset.as_of,
        sheet=single is not None,
    )
