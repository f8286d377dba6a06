"""The options that commands share, each with its variable and its parser."""

import datetime as dt
import os
import re
import time
from functools import cached_property
from pathlib import Path
from typing import Annotated, NewType

import typer
from msgspec import Struct, structs

from medalist_cli import spoilers, zones
from medalist_cli.cells import visible
from medalist_cli.errors import Misuse
from medalist_cli.names import Order, Script, Style
from medalist_cli.render import Form
from medalist_cli.screen import WIDEST, Colour
from medalist_cli.spoilers import Seen

_SPAN = "(?P<amount>[0-9]{1,6})(?P<unit>[wdhms])"
_UNITS = {"w": "weeks", "d": "days", "h": "hours", "m": "minutes", "s": "seconds"}


def moment(text: str) -> dt.datetime:
    """Read an ISO 8601 time, cut to a second; without an offset it stays naive."""
    try:
        read = dt.datetime.fromisoformat(text)
    except ValueError as error:
        example = "2026-01-24T16:30Z"
        raise typer.BadParameter(f"{text!r} is no ISO 8601 time such as {example}") from error
    if not 1 < read.year < 9999:
        raise typer.BadParameter(f"the year of {text!r} is not from 2 to 9998")
    return read.replace(microsecond=0)


def zone(text: str) -> dt.tzinfo:
    """Read the name of an IANA zone."""
    try:
        return zones.zone(text)
    except ValueError as error:
        raise typer.BadParameter(f"{error}, as Asia/Tokyo or Europe/Paris are") from error


def watched(text: str) -> Seen:
    """Read how far someone has watched: S1E10, 1x10, S1 for all of it, none."""
    try:
        return spoilers.seen(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def ordinal(text: str) -> int:
    """Read a whole number from 1 to 9999."""
    return _number(text, 1, 9999)


def cells(text: str) -> int:
    """Read how many cells a line may take."""
    return _number(text, 0, WIDEST)


def _number(text: str, least: int, most: int) -> int:
    if re.fullmatch(f"[0-9]{{1,{len(str(most))}}}", text) and least <= int(text) <= most:
        return int(text)
    raise typer.BadParameter(f"{text!r} is not a number from {least} to {most}")


def duration(text: str) -> dt.timedelta:
    """Read a whole number and one of `w d h m s`; a day is 24 hours."""
    match = re.fullmatch(_SPAN, text)
    if match is None:
        raise typer.BadParameter(f"{text!r} is not a span such as 30d, 12h or 90m")
    return dt.timedelta(**{_UNITS[match["unit"]]: int(match["amount"])})


# Typer takes an option of a plain tuple for one with as many words as the tuple has types.
Spans = NewType("Spans", tuple[dt.timedelta, ...])
Fields = NewType("Fields", tuple[str, ...])
Thresholds = NewType("Thresholds", tuple[tuple[str, dt.timedelta], ...])


def durations(text: str) -> Spans:
    """Read spans between commas."""
    return Spans(tuple(map(duration, listed(text))))


def thresholds(text: str) -> Thresholds:
    """Read spans between commas, each kept with the words it was given in."""
    return Thresholds(tuple((part, duration(part)) for part in listed(text)))


def state_file() -> Path:
    """Return where `due` keeps what it has said; XDG Base Directory Specification."""
    home = os.environ.get("XDG_STATE_HOME", "")
    base = home if os.path.isabs(home) else os.path.expanduser("~/.local/state")
    return Path(base) / "medalist" / "due.json"


def listed(text: str) -> Fields:
    """Read names between commas."""
    return Fields(tuple(part.strip() for part in text.split(",") if part.strip()))


Season = Annotated[
    int | None,
    typer.Option("--season", "-s", parser=ordinal, metavar="N", help="Only season N."),
]
SeasonArgument = Annotated[
    int | None, typer.Argument(metavar="[SEASON]", parser=ordinal, show_default=False)
]
Query = Annotated[list[str] | None, typer.Argument(metavar="[QUERY]...", show_default=False)]
Target = Annotated[list[str] | None, typer.Argument(metavar="[TARGET]...", show_default=False)]
Zone = Annotated[
    dt.tzinfo | None,
    typer.Option(
        "--tz",
        parser=zone,
        envvar="MEDALIST_TZ",
        metavar="ZONE",
        help="Your time zone, as Europe/Paris. [default: the system's]",
        show_default=False,
    ),
]
Zones = Annotated[
    list[dt.tzinfo] | None,
    typer.Option(
        "--tz",
        parser=zone,
        envvar="MEDALIST_TZ",
        metavar="ZONE",
        help="Your time zone; again for the others of a watch party.",
        show_default=False,
    ),
]


def words(parts: list[str] | None) -> str:
    """Return the words of an argument as one text, single spaces between them."""
    return " ".join(" ".join(parts or ()).split())


class Group(Struct, frozen=True, kw_only=True, dict=True):
    """Options that stand together in several commands; a command takes them as one value."""


class Reader(Group, frozen=True, kw_only=True):
    """Who asks: when, where, and what they know already."""

    tz: Zone = None
    pretended: Annotated[
        dt.datetime | None,
        typer.Option(
            "--now",
            parser=moment,
            envvar="MEDALIST_NOW",
            metavar="TIME",
            help="Pretend it is then: 2026-01-24T16:30Z, or 2026-01-24.",
            show_default=False,
        ),
    ] = None
    seen: Annotated[
        Seen | None,
        typer.Option(
            "--seen",
            parser=watched,
            envvar="MEDALIST_SEEN",
            metavar="S1E10",
            help="Tell nothing later: S1E10, 1x10, S1 or none.",
            show_default=False,
        ),
    ] = None
    script: Annotated[
        Script,
        typer.Option("--names", envvar="MEDALIST_NAMES", help="How names are written."),
    ] = "en"
    order: Annotated[
        Order,
        typer.Option("--name-order", envvar="MEDALIST_NAME_ORDER", help="Which name comes first."),
    ] = "given"
    data: Annotated[
        Path | None,
        typer.Option(
            "--data",
            envvar="MEDALIST_DATA",
            metavar="FILE",
            help="Read another dataset.",
            show_default=False,
        ),
    ] = None

    @property
    def names(self) -> Style:
        """How the reader wants names written."""
        return Style(self.script, self.order)

    @property
    def zones(self) -> tuple[dt.tzinfo, ...]:
        """The zones asked for; the first is the reader's."""
        return (self.tz,) if self.tz else ()

    @cached_property
    def _place(self) -> tuple[dt.tzinfo, str]:
        return (self.zones[0], "") if self.zones else zones.machine(os.environ)

    @cached_property
    def _began(self) -> float:
        return float(int(time.time()))  # so that its seconds turn when the clock's do

    @cached_property
    def now(self) -> dt.datetime:
        """The moment of the question, to the second, in the reader's zone."""
        return self.clock()

    def clock(self) -> dt.datetime:
        """Return the time it is now in the reader's zone; from `--now` on it runs as time does."""
        place = self._place[0]
        if self.pretended is None:
            return dt.datetime.now(place).replace(microsecond=0)
        start = self.pretended
        if start.tzinfo is None:
            start = start.replace(tzinfo=place)
        gone = dt.timedelta(seconds=int(time.time() - self._began))
        return (start.astimezone(dt.UTC) + gone).astimezone(place)

    @property
    def notes(self) -> tuple[str, ...]:
        """What the reader should know of the zone, where it was asked for and cannot be had."""
        return tuple(filter(None, (self._place[1],))) if "_place" in self.__dict__ else ()


class Party(Reader, frozen=True, kw_only=True):
    """Those who ask together, each in their own zone."""

    tz: Zones = None  # type: ignore[assignment]

    @property
    def zones(self) -> tuple[dt.tzinfo, ...]:
        """The zones asked for; the first is the reader's."""
        return tuple(self.tz or ())


class Sink(Group, frozen=True, kw_only=True):
    """Where an answer goes."""

    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write to FILE; - is stdout.", show_default=False
        ),
    ] = None
    force: Annotated[
        bool, typer.Option("--force", help="Let --output replace a file.", show_default=False)
    ] = False
    colour: Annotated[Colour, typer.Option("--color", help="When to use colour.")] = "auto"

    def form(self, usual: str) -> Form:
        """Return how to give the answer, `usual` being the format where none was asked for."""
        return Form(usual)


class Look(Sink, frozen=True, kw_only=True):
    """What an answer looks like."""

    format: Annotated[
        str | None,
        typer.Option("--format", "-f", metavar="FORMAT", help="", show_default=False),
    ] = None
    json: Annotated[
        bool, typer.Option("--json", help="The same as -f json.", show_default=False)
    ] = False

    def form(self, usual: str) -> Form:
        """Return how to give the answer. Raises Misuse for two formats that are not the same."""
        if self.json and self.format not in (None, "json"):
            raise Misuse(f"--json contradicts --format {visible(str(self.format))}")
        return Form("json" if self.json else self.format or usual)


class ListLook(Look, frozen=True, kw_only=True):
    """What a list looks like."""

    fields: Annotated[
        Fields | None,
        typer.Option(
            "--fields",
            parser=listed,
            metavar="A,B",
            help="Only these fields, in this order.",
            show_default=False,
        ),
    ] = None

    def form(self, usual: str) -> Form:
        """Return how to give the list."""
        return structs.replace(super().form(usual), fields=self.fields or ())


class CountdownLook(Look, frozen=True, kw_only=True):
    """What a countdown looks like."""

    template: Annotated[
        str | None,
        typer.Option(
            "--template",
            metavar="TEXT",
            help="One line from the keys of the JSON: '{days} days'.",
            show_default=False,
        ),
    ] = None
    width: Annotated[
        int | None,
        typer.Option(
            "--width",
            parser=cells,
            metavar="N",
            help="The longest wording that fits N cells.",
            show_default=False,
        ),
    ] = None

    def form(self, usual: str) -> Form:
        """Return how to give the countdown. Raises Misuse for forms that exclude each other."""
        form = super().form(usual)
        if self.template is None:
            return structs.replace(form, width=self.width)
        if self.json or self.format is not None or self.width is not None:
            raise Misuse("--template contradicts --format, --json and --width")
        return Form("text", template=self.template)
