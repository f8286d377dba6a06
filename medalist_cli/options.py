"""Options and arguments that commands share, with their variables, parsers and completion.

An option group is a frozen struct. A command takes it as one parameter; `cli.loader` turns its
fields into single Typer options.
"""

import datetime as dt
import os
import sys
import time
from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any

import typer
from msgspec import Struct, structs

from medalist_cli import parsers, shell
from medalist_cli.dates import zones
from medalist_cli.errors import UsageError
from medalist_cli.model.dataset import Kind
from medalist_cli.model.result import Result
from medalist_cli.parsers import Fields
from medalist_cli.queries import spoilers
from medalist_cli.queries.spoilers import Seen, VisibleDataset
from medalist_cli.render import Form
from medalist_cli.shell import candidates
from medalist_cli.shell.candidates import Candidate
from medalist_cli.storage import bundle, loader
from medalist_cli.terminal import Colour
from medalist_cli.text import language as languages
from medalist_cli.text.cells import encodable, visible
from medalist_cli.text.language import Language
from medalist_cli.text.names import Order, Script, Style

Completion = Callable[[typer.Context, str], list[tuple[str, str]]]
Source = Callable[[VisibleDataset], Iterable[Candidate]]


def _completed(source: Callable[[typer.Context, str], Iterable[Candidate]]) -> Completion:
    """Return an `autocompletion` function that offers what `source` yields."""

    def complete(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
        shell = os.environ.get("_MEDALIST_COMPLETE", "").rpartition("_")[2]
        return candidates.offered(source(ctx, incomplete), _words(ctx), incomplete, shell)

    return complete


def _from_dataset(source: Source) -> Completion:
    """Return an `autocompletion` function over the dataset that the command line asks for."""
    return _completed(lambda ctx, _: source(_reader(ctx).dataset))


def _words(ctx: typer.Context) -> tuple[str, ...]:
    """Return the words that an argument of several words has so far."""
    for param in ctx.command.params:
        if param.nargs == -1:
            return tuple(ctx.params.get(param.name or "") or ())
    return ()


def _reader(ctx: typer.Context) -> "Reader":
    """Return the reader options on an unfinished line. Raises UsageError if one is invalid."""
    given = {}
    for name in ("seen", "data"):
        value = ctx.params.get(name)
        source = ctx.get_parameter_source(name)
        if value is None and source is not None and source.name in ("COMMANDLINE", "ENVIRONMENT"):
            raise UsageError(f"invalid --{name}")  # without it, completion would show too much
        given[name] = value
    data = given["data"]
    return Reader(seen=given["seen"], data=Path(data) if data else None)


def _argument(metavar: str, source: Source) -> Any:
    """Return an argument of words from the dataset."""
    return typer.Argument(metavar=metavar, show_default=False, autocompletion=_from_dataset(source))


Words = list[str] | None

Target = Annotated[Words, _argument("[TARGET]...", candidates.targets)]
CastQuery = Annotated[Words, _argument("[QUERY]...", candidates.cast)]
StaffQuery = Annotated[Words, _argument("[QUERY]...", candidates.staff)]
Place = Annotated[
    Words,
    _argument(
        "[COUNTRY or SERVICE]...", lambda dataset: candidates.places(dataset, bundle.countries())
    ),
]
Song = Annotated[Words, _argument("[QUERY]...", candidates.songs)]
EpisodeArgument = Annotated[Words, _argument("[EPISODE]...", candidates.episode_ids)]
Term = Annotated[Words, _argument("[TERM]...", candidates.terms)]
SourceId = Annotated[str, _argument("[ID]", candidates.sources)]
TargetOption = Annotated[
    str,
    typer.Option(
        "--by",
        metavar="TARGET",
        help="Finish before TARGET.",
        show_default=False,
        autocompletion=_from_dataset(candidates.targets),
    ),
]
Season = Annotated[
    int | None,
    typer.Option(
        "--season",
        "-s",
        parser=parsers.ordinal,
        metavar="N",
        help="Show only season N.",
        autocompletion=_from_dataset(candidates.seasons),
    ),
]
SeasonArgument = Annotated[
    int | None,
    typer.Argument(
        metavar="[SEASON]",
        parser=parsers.ordinal,
        show_default=False,
        autocompletion=_from_dataset(candidates.seasons),
    ),
]
Shell = Annotated[
    str,
    typer.Argument(
        metavar="SHELL",
        show_default=False,
        autocompletion=_completed(lambda _ctx, _: map(Candidate, shell.names())),
    ),
]
Upcoming = Annotated[bool, typer.Option("--upcoming", help="Show only upcoming dates.")]
OfKind = Annotated[
    Kind | None, typer.Option("--kind", help="Show only dates of this kind.", show_default=False)
]
Zone = Annotated[
    dt.tzinfo | None,
    typer.Option(
        "--tz",
        parser=parsers.zone,
        envvar="MEDALIST_TZ",
        metavar="ZONE",
        help="Show times in ZONE, e.g. Europe/Paris.",
        show_default=False,
        autocompletion=_completed(lambda _ctx, _: candidates.zones()),
    ),
]
Zones = Annotated[
    list[dt.tzinfo] | None,
    typer.Option(
        "--tz",
        parser=parsers.zone,
        envvar="MEDALIST_TZ",
        metavar="ZONE",
        help="Show times in ZONE; repeat for a watch party.",
        show_default=False,
        autocompletion=_completed(lambda _ctx, _: candidates.zones()),
    ),
]


def _of_terminal() -> str | None:
    """Return the language of the locale, where stdout is a terminal that can show it."""
    if sys.stdout is None or not sys.stdout.isatty():
        return None
    code = languages.of_locale(os.environ)
    shown = code and languages.find(code).label("unknown")
    return code if shown and encodable(shown, sys.stdout.encoding) == shown else None


class OptionGroup(Struct, frozen=True, kw_only=True, dict=True):
    """Options that several commands share; a command takes them as one value."""


class Reader(OptionGroup, frozen=True, kw_only=True):
    """Who asks: when, where, and how much of the show they have seen."""

    tz: Zone = None
    pretended: Annotated[
        dt.datetime | None,
        typer.Option(
            "--now",
            parser=parsers.moment,
            envvar="MEDALIST_NOW",
            metavar="TIME",
            help="Use TIME as the current time (ISO 8601).",
            show_default=False,
        ),
    ] = None
    seen: Annotated[
        Seen | None,
        typer.Option(
            "--seen",
            parser=parsers.watched,
            envvar="MEDALIST_SEEN",
            metavar="EPISODE",
            help="Hide spoilers after this episode (S1E10, S1, none).",
            show_default=False,
            autocompletion=_from_dataset(candidates.episodes),
        ),
    ] = None
    lang: Annotated[
        str | None,
        typer.Option(
            "--lang",
            parser=parsers.language,
            envvar="MEDALIST_LANG",
            metavar="LANG",
            help="Language of sentences, labels and dates.",
            show_default=False,
            autocompletion=_completed(lambda _ctx, _: map(Candidate, languages.codes())),
        ),
    ] = None
    script: Annotated[
        Script | None,
        typer.Option(
            "--names",
            envvar="MEDALIST_NAMES",
            help="Write names in English, Japanese or both; by default as --lang.",
            show_default=False,
        ),
    ] = None
    order: Annotated[
        Order,
        typer.Option(
            "--name-order",
            envvar="MEDALIST_NAME_ORDER",
            help="Put the given or the family name first.",
        ),
    ] = "given"
    data: Annotated[
        Path | None,
        typer.Option(
            "--data",
            envvar="MEDALIST_DATA",
            metavar="FILE",
            help="Use another dataset file.",
            show_default=False,
        ),
    ] = None

    @cached_property
    def dataset(self) -> VisibleDataset:
        """The dataset to answer from, without spoilers. Raises DatasetError."""
        return spoilers.up_to(loader.load(self.data), self.seen)

    @cached_property
    def names(self) -> Style:
        """How the reader wants names written: where nothing else is asked, in their language."""
        return Style(self.script or ("ja" if self._code == "ja" else "en"), self.order)

    @cached_property
    def language(self) -> Language:
        """The language of sentences, labels and dates, which writes names as `names` says."""
        return languages.find(self._code, self.names)

    @cached_property
    def _code(self) -> str:
        """The language asked for; on a terminal that can show it, else the locale's."""
        return self.lang or _of_terminal() or "en"

    @property
    def zones(self) -> tuple[dt.tzinfo, ...]:
        """The zones given with `--tz`; the first is the reader's."""
        return (self.tz,) if self.tz else ()

    @cached_property
    def _zone(self) -> tuple[dt.tzinfo, str]:
        """The reader's zone, and a note if the system's cannot be used."""
        return (self.zones[0], "") if self.zones else zones.machine(os.environ)

    @cached_property
    def _start(self) -> float:
        """When this run began, as a whole Unix time so that seconds change with the clock's."""
        return float(int(time.time()))

    @cached_property
    def now(self) -> dt.datetime:
        """The time of the question, to the second, in the reader's zone."""
        return self.clock()

    def clock(self) -> dt.datetime:
        """Return the current time in the reader's zone; `--now` sets where it starts."""
        zone = self._zone[0]
        if self.pretended is None:
            return dt.datetime.now(zone).replace(microsecond=0)
        start = self.pretended
        if start.tzinfo is None:
            start = start.replace(tzinfo=zone)
        elapsed = dt.timedelta(seconds=int(time.time() - self._start))
        return (start.astimezone(dt.UTC) + elapsed).astimezone(zone)

    @property
    def notes(self) -> tuple[str, ...]:
        """What to tell the reader about their time zone, if the command used it."""
        # cached_property stores its value under its name once it was used.
        used = vars(self).get("_zone")
        return (used[1],) if used and used[1] else ()


class MultiZoneReader(Reader, frozen=True, kw_only=True):
    """Reader options with a repeatable `--tz`."""

    tz: Zones = None  # type: ignore[assignment]

    @property
    def zones(self) -> tuple[dt.tzinfo, ...]:
        """The zones given with `--tz`; the first is the reader's."""
        return tuple(self.tz or ())


class OutputOptions(OptionGroup, frozen=True, kw_only=True):
    """Where the output goes."""

    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write to FILE (- for stdout).",
            show_default=False,
        ),
    ] = None
    force: Annotated[
        bool, typer.Option("--force", help="Overwrite FILE if it exists.", show_default=False)
    ] = False
    colour: Annotated[Colour, typer.Option("--color", help="Use colour.")] = "auto"

    no_pager: Annotated[
        bool,
        typer.Option("--no-pager", help="Print long output without a pager.", show_default=False),
    ] = False

    def form(self, default: str) -> Form:
        """Return how to render the result; `default` is the result's own format."""
        return Form(default)


class FormatOptions(OutputOptions, frozen=True, kw_only=True):
    """Which format the output has."""

    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="",
            show_default=False,
            autocompletion=_completed(
                lambda ctx, _: candidates.output_formats(getattr(ctx.command, "kind", Result))
            ),
        ),
    ] = None
    json: Annotated[
        bool, typer.Option("--json", help="Same as --format json.", show_default=False)
    ] = False

    def form(self, default: str) -> Form:
        """Return how to render the result. Raises UsageError for two different formats."""
        if self.json and self.format not in (None, "json"):
            raise UsageError(f"--json and --format {visible(str(self.format))} can't be combined")
        return Form("json" if self.json else self.format or default)


class ListOptions(FormatOptions, frozen=True, kw_only=True):
    """Format options of a list."""

    fields: Annotated[
        Fields | None,
        typer.Option(
            "--fields",
            parser=parsers.listed,
            metavar="A,B",
            help="Show only these fields, in this order.",
            show_default=False,
            autocompletion=_completed(
                lambda ctx, typed: candidates.field_lists(getattr(ctx.command, "rows", ()), typed)
            ),
        ),
    ] = None

    def form(self, default: str) -> Form:
        """Return how to render the list."""
        return structs.replace(super().form(default), fields=self.fields or ())


class CountdownOptions(FormatOptions, frozen=True, kw_only=True):
    """Format options of a countdown."""

    template: Annotated[
        str | None,
        typer.Option(
            "--template",
            metavar="TEXT",
            help="Print one line from JSON keys, e.g. '{days} days'.",
            show_default=False,
        ),
    ] = None
    width: Annotated[
        int | None,
        typer.Option(
            "--width",
            parser=parsers.cells,
            metavar="N",
            help="Fit the text into N columns.",
            show_default=False,
        ),
    ] = None

    def form(self, default: str) -> Form:
        """Return how to render the countdown. Raises UsageError for options that exclude others."""
        form = super().form(default)
        if self.template is None:
            return structs.replace(form, width=self.width)
        if self.json or self.format is not None or self.width is not None:
            raise UsageError("--template can't be combined with --format, --json or --width")
        return Form("text", template=self.template)
