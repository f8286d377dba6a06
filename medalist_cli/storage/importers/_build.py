"""What importers share: reading a document with paths, times, and putting a dataset together."""

import datetime as dt
import html
import re
from collections.abc import Iterable
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from medalist_cli.dates import timeline, zones
from medalist_cli.model.dataset import Confidence, Dataset, Episode, Milestone, Show, Source, When
from medalist_cli.storage import strict_json, validation

TOKYO = "Asia/Tokyo"

ONE: Confidence = "one-source"
"""A service is one source, however many feed it."""

LONGEST = 9999
"""The largest season, episode or number of minutes of a dataset."""

T = TypeVar("T")
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


def document(content: bytes) -> strict_json.Json:
    """Return a JSON document. Raises ValueError with the place of the first error."""
    return strict_json.parse(content)


def typed(value: Any, kind: type[T], path: str) -> T:
    """Return a value as `kind`. Raises ValueError with the path of what does not fit."""
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        raise ValueError(validation.located(error, path)) from error


def text(value: str | None) -> str | None:
    """Return a text without space around it; None for one that is blank."""
    return (value or "").strip() or None


def prose(value: str | None) -> str | None:
    """Return the text of an HTML fragment, on one line."""
    plain = html.unescape(re.sub(r"<[^<>]*>", " ", value or ""))
    return text(" ".join(plain.split()))


def url(value: str | None) -> str | None:
    """Return an address on the web; None for anything else."""
    found = text(value)
    return found if found and found.startswith(("https://", "http://")) else None


def ordinal(value: float | None) -> int | None:
    """Return a number that a dataset can hold, from 1; None for any other."""
    return int(value) if value is not None and 1 <= value <= LONGEST else None


def minute(moment: dt.datetime, zone: str, path: str) -> When:
    """Return an instant as the calendar and the clock of `zone`, to the minute.

    The clock ends at 23:59: an instant does not say on which day a broadcaster counts it.
    """
    try:
        there = moment.astimezone(zones.zone(zone))
    except (OverflowError, ValueError) as error:
        raise ValueError(f"{path}: {error}") from error
    return when(f"{there:%Y-%m-%d}".rjust(10, "0"), zone, path, clock=f"{there:%H:%M}")


def instant(value: str, path: str) -> dt.datetime:
    """Return an ISO 8601 time with an offset. Raises ValueError for any other text."""
    try:
        moment = dt.datetime.fromisoformat(value)
    except ValueError as error:
        raise ValueError(f"{path}: {value!r} is not an ISO 8601 time") from error
    if moment.tzinfo is None:
        raise ValueError(f"{path}: {value!r} has no time zone")
    return moment


def unix(value: int, path: str) -> dt.datetime:
    """Return a Unix time in seconds. Raises ValueError for one that no calendar has."""
    try:
        return dt.datetime.fromtimestamp(value, dt.UTC)
    except (OverflowError, ValueError, OSError) as error:
        raise ValueError(f"{path}: {value} is not a Unix time in seconds") from error


def when(date: str, zone: str, path: str, clock: str | None = None) -> When:
    """Return a time that a dataset can hold. Raises ValueError for one that it cannot."""
    if not _DATE.fullmatch(date):
        raise ValueError(f"{path}: there is no such date as {date!r}")
    made = When(date=date, clock=clock, zone=zone)
    try:
        timeline.window(made)
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from error
    return made


def numbered(episodes: Iterable[Episode]) -> tuple[Episode, ...]:
    """Return episodes in order, the first of each id, numbered through all seasons."""
    first: dict[tuple[int, int], Episode] = {}
    for episode in episodes:
        first.setdefault((episode.season, episode.episode), episode)
    ordered = enumerate(sorted(first), 1)
    return tuple(msgspec.structs.replace(first[key], number=count) for count, key in ordered)


def dataset(
    show: Show,
    source: Source,
    milestones: Iterable[Milestone],
    now: dt.datetime,
    *,
    anchor: str,
    path: str,
    **lists: tuple[Struct, ...],
) -> Dataset:
    """Return a dataset of one show and one source.

    Raises ValueError, naming `path` of the input, for what no dataset can hold.
    """
    made = Dataset(
        schema_version=2,
        as_of=now.date(),
        show=show,
        anchor=anchor,
        milestones=tuple(milestones),
        sources=(source,),
        **lists,  # type: ignore[arg-type]
    )
    try:
        whole = msgspec.convert(msgspec.to_builtins(made), Dataset)
    except msgspec.ValidationError as error:
        raise ValueError(f"{path}: {validation.located(error)}") from error
    for fault in validation.semantic_errors(whole):
        raise ValueError(f"{path}: {fault}")
    return whole
