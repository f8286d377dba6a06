"""Where to watch."""

from medalist_cli.errors import NoMatch
from medalist_cli.model.dataset import Dataset
from medalist_cli.model.rows import WhereRow, as_row
from medalist_cli.text.matching import fold, nearest, search

_SHORT = {"us": "united states", "usa": "united states", "uk": "united kingdom"}
"""Short names of regions that the dataset spells out."""


def latest(dataset: Dataset) -> tuple[WhereRow, ...]:
    """Return the streams of the last season that has any; empty where there are none."""
    last = max((stream.season for stream in dataset.streams), default=0)
    return streams(dataset, "", last) if last else ()


def streams(dataset: Dataset, region: str, season: int | None) -> tuple[WhereRow, ...]:
    """Return the streams whose region or service has all words of `region`, latest season first.

    Raises NoMatch if there are none.
    """
    wanted = _SHORT.get(region.lower(), region)
    kept = [stream for stream in dataset.streams if season in (None, stream.season)]
    lines = [f"{stream.region or ' '.join(stream.countries)} {stream.service}" for stream in kept]
    found = [stream for stream in kept if fold(stream.region or "") == fold(wanted)]
    found = found or [kept[index] for index in search(lines, wanted)]
    if not found:
        raise _nowhere(
            region, tuple(dict.fromkeys(filter(None, (stream.region for stream in kept))))
        )
    return tuple(
        as_row(WhereRow, stream) for stream in sorted(found, key=lambda stream: -stream.season)
    )


def _nowhere(region: str, known: tuple[str, ...]) -> NoMatch:
    if not region or not known:
        return NoMatch("no stream is left after these filters")
    near = nearest(region, known)
    advice = f"Did you mean {near}?" if near else f"Known: {', '.join(known)}."
    return NoMatch(f"no region matches {region!r}", advice)
