"""How far someone has watched, and what is left."""

import datetime as dt
import math
from collections.abc import Mapping

from medalist_cli.errors import UsageError
from medalist_cli.model.dataset import Dataset
from medalist_cli.model.rows import SeenRow
from medalist_cli.queries import episodes, milestones, spoilers
from medalist_cli.queries.spoilers import EVERYTHING, NOTHING, Seen
from medalist_cli.text.cells import visible


def chosen(dataset: Dataset, text: str, now: dt.datetime) -> dict[str, Seen]:
    """Return how far each show is watched according to `text`, by its id.

    In a dataset of several shows an episode needs its show: `SHOW/S1E10`. Raises UsageError for
    other text or a missing show, NoMatch for an episode or season not in the dataset.
    """
    limits = spoilers.limits(dataset, text)
    if not limits:
        known = ", ".join(visible(show.id) for show in dataset.every_show)
        raise UsageError(f"no show has the id {visible(text.rpartition('/')[0])!r}", known)
    for show, seen in limits.items():
        if seen in (NOTHING, EVERYTHING):
            continue
        if len(limits) > 1:
            advice = f"Try: medalist seen {show}/{text}"
            raise UsageError(f"{visible(text)!r} is ambiguous: there are several shows", advice)
        milestones.check_season(dataset, int(seen.season), now)
        if seen.episode != math.inf:
            episodes.find(dataset, f"{show}/{seen}")
    return limits


def progress(dataset: Dataset, limits: Mapping[str, Seen], now: dt.datetime) -> tuple[SeenRow, ...]:
    """Return how far each show is watched by `limits`, in the order of the dataset.

    A show without a limit counts as seen.
    """
    return tuple(
        _row(dataset, show.id, limits.get(show.id, EVERYTHING), now) for show in dataset.every_show
    )


def _row(dataset: Dataset, show: str, seen: Seen, now: dt.datetime) -> SeenRow:
    every = [each for each in dataset.episodes if (each.show or dataset.show.id) == show]
    later = [each for each in every if (each.season, each.episode) > seen]
    later.sort(key=lambda each: (each.season, each.episode))
    left = sum(1 for each in later if milestones.is_out(milestones.of(each), now))
    aired = sum(1 for each in every if milestones.is_out(milestones.of(each), now))
    return SeenRow(
        show=show,
        episode=str(seen),
        seen=aired - left,
        left=left,
        next=later[0].id if later else None,
    )
