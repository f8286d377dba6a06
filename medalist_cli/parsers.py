"""Text from the command line or a variable, made into typed values.

Each function raises `typer.BadParameter` for text it cannot read; Typer adds the option's name.
"""

import datetime as dt
import re
from typing import NewType

import typer

from medalist_cli.dates import zones
from medalist_cli.queries import spoilers
from medalist_cli.queries.spoilers import Watched
from medalist_cli.terminal import WIDEST
from medalist_cli.text import language as languages
from medalist_cli.text.cells import shortened
from medalist_cli.text.suggestions import did_you_mean, nearest

_DURATION = "(?P<amount>[0-9]{1,6})(?P<unit>[wdhms])"
_UNITS = {"w": "weeks", "d": "days", "h": "hours", "m": "minutes", "s": "seconds"}

# Typer reads a plain tuple type as an option that takes several words.
Durations = NewType("Durations", tuple[dt.timedelta, ...])
Fields = NewType("Fields", tuple[str, ...])
Thresholds = NewType("Thresholds", tuple[tuple[str, dt.timedelta], ...])


class UnknownValue(typer.BadParameter):
    """A value that is unknown, with a line of advice."""

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message)
        self.advice = advice


def moment(text: str) -> dt.datetime:
    """Return an ISO 8601 time without fractions of a second; naive if it has no offset."""
    try:
        read = dt.datetime.fromisoformat(text)
    except ValueError as error:
        example = "2026-01-24T16:30Z"
        raise typer.BadParameter(
            f"invalid time {shortened(text)!r} (use e.g. {example})"
        ) from error
    if not 1 < read.year < 9999:
        raise typer.BadParameter(f"the year of {shortened(text)!r} is not from 2 to 9998")
    return read.replace(microsecond=0)


def zone(text: str) -> dt.tzinfo:
    """Return the IANA time zone with that name; a city alone suggests its zone."""
    try:
        return zones.zone(text)
    except ValueError as error:
        advice = did_you_mean(_zones_like(text))
        raise UnknownValue(f"unknown time zone {shortened(text)!r}", advice) from error


def language(text: str) -> str:
    """Return the code of a language that output can be in."""
    try:
        languages.find(text)
    except KeyError as error:
        advice = f"Known: {', '.join(languages.codes())}."
        raise UnknownValue(f"unknown language {text!r}", advice) from error
    return text


def _zones_like(name: str) -> tuple[str, ...]:
    """Return the zones that a city or a misspelled name probably means."""
    from zoneinfo import available_timezones  # noqa: PLC0415 - reads hundreds of files

    known: dict[str, list[str]] = {}
    for zone in sorted(available_timezones()):
        for form in (zone, zone.rpartition("/")[2]):
            known.setdefault(form, []).append(zone)
    return tuple(zone for form in nearest(name, known) for zone in known[form])


def watched(text: str) -> Watched:
    """Return how far someone has watched: an episode in any form, S1 (all of it), none or all."""
    try:
        return spoilers.watched(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def ordinal(text: str) -> int:
    """Return a whole number from 1 to 9999."""
    return _number(text, 1, 9999)


def cells(text: str) -> int:
    """Return a width in terminal cells."""
    return _number(text, 0, WIDEST)


def _number(text: str, least: int, most: int) -> int:
    if re.fullmatch(f"[0-9]{{1,{len(str(most))}}}", text) and least <= int(text) <= most:
        return int(text)
    raise typer.BadParameter(f"{shortened(text)!r} is not a number from {least} to {most}")


def duration(text: str) -> dt.timedelta:
    """Return a duration from a whole number and one of `w d h m s`; a day is 24 hours."""
    match = re.fullmatch(_DURATION, text)
    if match is None:
        raise typer.BadParameter(f"invalid duration {shortened(text)!r} (e.g. 30d, 12h, 90m)")
    return dt.timedelta(**{_UNITS[match["unit"]]: int(match["amount"])})


def durations(text: str) -> Durations:
    """Return the durations in a comma-separated list."""
    return Durations(tuple(map(duration, listed(text))))


def moments_before(text: str) -> Durations:
    """Return the durations in a comma-separated list, of which one may be 0."""
    parts = listed(text)
    if not parts:
        raise typer.BadParameter(f"{shortened(text)!r} has no duration such as 7d, 10m or 0")
    return Durations(tuple(dt.timedelta() if part == "0" else duration(part) for part in parts))


def thresholds(text: str) -> Thresholds:
    """Return the durations in a comma-separated list, each with the text it was given as."""
    if not listed(text):
        raise typer.BadParameter(f"{shortened(text)!r} has no duration such as 7d or 10m")
    return Thresholds(tuple((part, duration(part)) for part in listed(text)))


def listed(text: str) -> Fields:
    """Return the names in a comma-separated list, without the empty ones."""
    return Fields(tuple(part.strip() for part in text.split(",") if part.strip()))


def file_name(text: str) -> str:
    """Return a file's name, which is not empty."""
    if not text:
        raise typer.BadParameter("the file name is empty")
    return text


def fields(text: str) -> Fields:
    """Return the names in a comma-separated list, of which there is at least one."""
    if not listed(text):
        raise typer.BadParameter(f"{shortened(text)!r} names no field")
    return listed(text)


def words(parts: list[str] | None) -> str:
    """Return the words of an argument as one text, separated by single spaces."""
    return " ".join(" ".join(parts or ()).split())
