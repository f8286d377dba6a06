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
from typing import Annotated, Any, get_type_hints

import typer
from msgspec import Struct, structs

from medalist_cli import parsers, shell
from medalist_cli.dates import zones
from medalist_cli.errors import DatasetError, NoMatch, OutputError, UsageError, exclusive
from medalist_cli.model.dataset import Dataset, Kind
from medalist_cli.model.result import Result
from medalist_cli.parsers import Fields
from medalist_cli.queries import episodes, milestones, spoilers
from medalist_cli.queries.spoilers import NOTHING, Seen, VisibleDataset, Watched
from medalist_cli.render import Form
from medalist_cli.shell import candidates
from medalist_cli.shell.candidates import Candidate
from medalist_cli.storage import bundle, installed, loader
from medalist_cli.storage import seen as memory
from medalist_cli.storage.installed import Origin
from medalist_cli.terminal import Colour
from medalist_cli.text import language as languages
from medalist_cli.text.cells import encodable, shortened
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
    return _completed(lambda ctx, _: source(reader(ctx).dataset))


def _words(ctx: typer.Context) -> tuple[str, ...]:
    """Return the words that an argument of several words has so far."""
    for param in ctx.command.params:
        if param.nargs == -1:
            return tuple(ctx.params.get(param.name or "") or ())
    return ()


def reader(ctx: typer.Context) -> "Reader":
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
SeenArgument = Annotated[Words, _argument("[EPISODE]...", candidates.episodes)]
Part = Annotated[Words, _argument("[SEASON|EPISODE]...", candidates.parts)]
Term = Annotated[Words, _argument("[TERM]...", candidates.terms)]
SearchWords = Annotated[list[str], _argument("WORDS...", candidates.searchable)]
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


def _numbered(ctx: typer.Context, season: str | None) -> int | None:
    """Return the number of a season (2, s2, 第2期). Raises UsageError, naming the known ones."""
    if season is None:
        return None
    named = episodes.read_season(season)
    if named is not None:
        return named
    try:
        return parsers.ordinal(season)
    except typer.BadParameter as error:
        dataset = loader.load(ctx.params.get("data"))
        raise episodes.invalid_season(dataset, season) from error


Season = Annotated[
    int | None,
    typer.Option(
        "--season",
        "-s",
        parser=str,
        callback=_numbered,
        metavar="N",
        help="Show only season N.",
        autocompletion=_from_dataset(candidates.seasons),
    ),
]
SeasonArgument = Annotated[
    int | None,
    typer.Argument(
        metavar="[SEASON]",
        parser=str,
        callback=_numbered,
        show_default=False,
        autocompletion=_from_dataset(candidates.seasons),
    ),
]
EpisodeOption = Annotated[
    str,
    typer.Option(
        "--episode",
        "-e",
        metavar="EPISODE",
        help="Show only this episode (3 of the season, 16, s2e3).",
        show_default=False,
        autocompletion=_from_dataset(candidates.episode_ids),
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


def _zone(about: str) -> Any:
    """Return the option `--tz`; whether it may be repeated is the type's."""
    return typer.Option(
        "--tz",
        parser=parsers.zone,
        envvar="MEDALIST_TZ",
        metavar="ZONE",
        help=about,
        show_default=False,
        autocompletion=_completed(lambda _ctx, _: candidates.zones()),
    )


Zone = Annotated[dt.tzinfo | None, _zone("Show times in ZONE, e.g. Europe/Paris.")]
Zones = Annotated[list[dt.tzinfo] | None, _zone("Show times in ZONE; repeat for a watch party.")]


def _of_terminal() -> str | None:
    """Return the language of the locale, where stdout is a terminal that can show it."""
    if sys.stdout is None or not sys.stdout.isatty():
        return None
    code = languages.of_locale(os.environ)
    shown = code and languages.find(code).label("unknown")
    return code if shown and encodable(shown, sys.stdout.encoding) == shown else None


class OptionGroup(Struct, frozen=True, kw_only=True, dict=True):
    """Options that several commands share; a command takes them as one value."""

    @property
    def given(self) -> dict[str, str]:
        """The fields that are not as they are by default, each with the option's long name."""
        hints = get_type_hints(type(self), include_extras=True)
        return {
            field.name: hints[field.name].__metadata__[0].default  # the first of its names
            for field in structs.fields(self)
            if getattr(self, field.name) != field.default
        }


def _marked(
    ctx: typer.Context, param: typer.CallbackParam, value: Watched | None
) -> Watched | None:
    """Say whether the value of `--seen` comes from its variable."""
    source = ctx.get_parameter_source(param.name or "")
    if value is None or source is None or source.name != "ENVIRONMENT":
        return value
    return structs.replace(value, is_variable=True)


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
        Watched | None,
        typer.Option(
            "--seen",
            parser=parsers.watched,
            callback=_marked,
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
            help="Write sentences, labels and dates in this language.",
            show_default=False,
            autocompletion=_completed(lambda _ctx, _: map(Candidate, languages.codes())),
        ),
    ] = None
    script: Annotated[
        Script | None,
        typer.Option(
            "--names",
            envvar="MEDALIST_NAMES",
            help="Write names in English, Japanese or both.",
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
            is_eager=True,  # another option may need to know which
            show_default=False,
            readable=False,  # reading it says more, and is exit code 3
        ),
    ] = None

    @cached_property
    def dataset(self) -> VisibleDataset:
        """The dataset to answer from, without spoilers. Raises DatasetError and UsageError."""
        return spoilers.up_to(self._whole, self.limits)

    def visible(self, whole: Dataset) -> VisibleDataset:
        """Return another dataset without what this reader has not seen."""
        return spoilers.up_to(whole, self._limits(whole))

    @property
    def origin(self) -> Origin | None:
        """Where the dataset in use came from; None: from a file that was asked for."""
        return None if self.data else installed.in_use()[1]

    @cached_property
    def _whole(self) -> Dataset:
        return loader.load(self.data)

    @cached_property
    def limits(self) -> dict[str, Seen]:
        """How far each show has been watched, by its id; a show may have no limit.

        `--seen` comes first, then MEDALIST_SEEN, then what `medalist seen` remembers. Raises
        UsageError for an episode that the dataset does not have.
        """
        return self._limits(self._whole)

    def _limits(self, whole: Dataset) -> dict[str, Seen]:
        found: dict[str, Seen] = {}
        if self.seen is not None:
            found = self._watched(whole, self.seen)
        variable = os.environ.get("MEDALIST_SEEN")
        if variable and len(found) < len(_shows(whole)):  # --seen was about another show
            found = self._watched(whole, Watched(variable, is_variable=True)) | found
        if len(found) < len(_shows(whole)):
            found = self._remembered(whole) | found
        return found

    def _watched(self, whole: Dataset, watched: Watched) -> dict[str, Seen]:
        if watched.is_variable and "/" not in watched.text and not self._is_usual_show(whole):
            return {}
        try:
            return spoilers.limits(whole, watched.text)
        except (NoMatch, UsageError) as error:
            name = "MEDALIST_SEEN" if watched.is_variable else "--seen"
            raise UsageError(f"{name}: {error.message}", error.advice) from error

    def _is_usual_show(self, whole: Dataset) -> bool:
        """Return whether a dataset is about a show of the one that is read without `--data`.

        MEDALIST_SEEN is about that one: it says nothing about another show.
        """
        usual = os.environ.get("MEDALIST_DATA")
        if self.data is None or str(self.data) == usual:
            return True
        try:
            other = loader.load(Path(usual) if usual else None)
        except DatasetError:
            return True
        return not _shows(whole).isdisjoint(_shows(other))

    def _remembered(self, whole: Dataset) -> dict[str, Seen]:
        """Return the limits that `medalist seen` remembers for the shows of a dataset.

        A memory that cannot be read hides everything: whoever has one minds spoilers.
        """
        shows = _shows(whole)
        found: dict[str, Seen] = {}
        try:
            known = memory.recall()
            for show in shows & known.keys():
                found |= spoilers.limits(whole, f"{show}/{known[show]}")
        except (OutputError, UsageError, NoMatch) as error:
            note = f"{error.message}; all spoilers are hidden (--seen all shows them)"
            self._memory_notes.append(note)
            return dict.fromkeys(shows, NOTHING)
        return found

    @cached_property
    def _memory_notes(self) -> list[str]:
        """What to tell the reader about their memory; filled when it is read."""
        return []

    def check_season(self, number: int | None) -> None:
        """Raise NoMatch if nothing is known of season `number`; None is every season."""
        if number is not None:
            milestones.check_season(self.dataset, number, self.now)

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
        """What to tell the reader about their time zone and memory, if the command used them."""
        # cached_property stores its value under its name once it was used.
        zone = vars(self).get("_zone")
        notes = (*((zone[1],) if zone else ()), *self._memory_notes)
        return tuple(dict.fromkeys(filter(None, notes)))


def _shows(dataset: Dataset) -> frozenset[str]:
    """Return the ids of a dataset's shows."""
    return frozenset(show.id for show in dataset.every_show)


class MultiZoneReader(Reader, frozen=True, kw_only=True):
    """Reader options with a repeatable `--tz`."""

    tz: Zones = None  # type: ignore[assignment]

    @property
    def zones(self) -> tuple[dt.tzinfo, ...]:
        """The zones given with `--tz`; the first is the reader's."""
        return tuple(self.tz or ())


_HOW = ("force", "colour", "no_pager")
"""Fields of OutputOptions that say how to write, not what or where."""


class OutputOptions(OptionGroup, frozen=True, kw_only=True):
    """Where the output goes."""

    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            parser=parsers.file_name,
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

    def check_endless(self, mode: str) -> None:
        """Raise UsageError for an option that a countdown which runs on has no use for.

        `--wait` and `--live` write no result: of all options here they take those that say how to
        write, not what or where. `--follow` has a result without an end, so it takes no file.
        """
        for field, name in self.given.items():
            if field == "output" or (mode != "follow" and field not in _HOW):
                raise exclusive(f"--{mode}", name)


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
            raise exclusive("--json", f"--format {shortened(str(self.format))}")
        return Form("json" if self.json else default if self.format is None else self.format)


class ListOptions(FormatOptions, frozen=True, kw_only=True):
    """Format options of a list."""

    fields: Annotated[
        Fields | None,
        typer.Option(
            "--fields",
            parser=parsers.fields,
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
        for field, name in self.given.items():
            if field in ("format", "json", "width"):
                raise exclusive("--template", name)
        return Form("text", template=self.template)
