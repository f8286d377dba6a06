"""A show at a glance: its seasons and its most important dates along the years."""

from msgspec import structs

from medalist_cli.dates.timeline import Window, window
from medalist_cli.model.result import Mark, Span
from medalist_cli.model.rows import Countdown
from medalist_cli.queries.spoilers import VisibleDataset


def spans(dataset: VisibleDataset) -> tuple[Span, ...]:
    """Return each season of each show from its first to its last dated episode, in order."""
    days: dict[tuple[str, int], list[Window]] = {}
    titles: dict[str | None, str] = {show.id: show.title for show in dataset.shows}
    for episode in dataset.episodes:
        if episode.when is not None:
            day = structs.replace(episode.when, clock=None)  # 25:30 is part of the day before
            name = titles.get(episode.show, "")
            days.setdefault((name, episode.season), []).append(window(day))
    return tuple(
        Span(
            show=show,
            season=season,
            first=min(each.first_day for each in found),
            last=max(each.last_day for each in found),
        )
        for (show, season), found in sorted(days.items())
    )


def marks(rows: tuple[Countdown, ...]) -> tuple[Mark, ...]:
    """Return the dates to draw: where it all began, the first announcement, and the headlines.

    A season's premiere is drawn as the season; what has no date is not drawn.
    """
    dated = [row for row in rows if row.when is not None and row.kind != "episode"]
    announced = [row for row in dated if row.verb == "announced"]
    headlines = [row for row in dated if row.headline and row.kind != "season"]
    chosen = {row.id: row for row in (*dated[:1], *announced[:1], *headlines)}
    return tuple(map(_mark, chosen.values()))


def _mark(row: Countdown) -> Mark:
    assert row.when is not None
    windows = [window(row.when), *(window(claim.when) for claim in row.claims)]
    at = windows[0]
    return Mark(
        row=row,
        day=at.first_day + (at.last_day - at.first_day) / 2,
        first=min(each.first_day for each in windows),
        last=max(each.last_day for each in windows),
    )
