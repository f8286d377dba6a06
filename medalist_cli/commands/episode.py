"""`medalist episode`."""

from medalist_cli.model.dataset import Dataset, Episode
from medalist_cli.model.result import Records
from medalist_cli.model.rows import EpisodeRow
from medalist_cli.options import EpisodeArgument, Reader, Season
from medalist_cli.parsers import words
from medalist_cli.queries import episode as query
from medalist_cli.queries import milestones
from medalist_cli.queries.milestones import show_title
from medalist_cli.text.language import Phrase

GROUP = "Watch"


def episode(
    reader: Reader, episode: EpisodeArgument = None, season: Season = None
) -> Records[EpisodeRow]:
    """List the episodes in your time zone, or show one. Example: medalist episode s2e3.

    EPISODE: s2e3, 2x3, 16, episode 16 or 第16話. With --season, a number counts in that season.
    """
    dataset, names, wanted = reader.dataset, reader.names, words(episode)
    reader.check_season(season)
    if wanted:
        found: tuple[Episode, ...] = (milestones.find_episode(dataset, wanted, season, reader.now),)
    else:
        found = query.listed(dataset, season)
    rows = query.rows(dataset, found, reader.now)
    shown = query.rows(dataset, found, reader.now, names.write)
    return Records(
        notes=dataset.hidden,
        title=_title(dataset, rows, season, is_one=bool(wanted)),
        rows=rows,
        written=tuple(query.written(dataset, row, names.text) for row in shown),
        fields=("number", "id", "title", "date", "state"),
        as_of=dataset.as_of,
        card=_card(rows[0]),
        sheet=bool(wanted),
    )


def _title(
    dataset: Dataset, rows: tuple[EpisodeRow, ...], season: int | None, *, is_one: bool
) -> str:
    show = show_title(dataset)
    if is_one:
        return Phrase(
            "{show}: season {season} episode {episode}",
            show=show,
            season=rows[0].season,
            episode=rows[0].episode,
        )
    if season:
        return Phrase("Episodes of {show} season {season}", show=show, season=season)
    return Phrase("Episodes of {show}", show=show)


def _card(row: EpisodeRow) -> tuple[str, ...]:
    """Return the fields of an episode's sheet; a day without a clock has no clocks."""
    time = "air_date" if row.local is None else "local"  # which brings Japan's along
    return (
        "title", "title_ja", "season", "episode", "number", time, "runtime_minutes", "state",
        "arc", "summary", "introduces", "note", "confidence", "sources",
    )  # fmt: skip
