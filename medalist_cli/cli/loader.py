"""Turn a folder of functions into Typer commands.

A command is imported when it is named. Its option groups become single Typer options, and the
kind of result it declares decides its formats.
"""

import inspect
import keyword
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import import_module
from itertools import pairwise
from types import ModuleType
from typing import Any, TypeAlias, get_type_hints

import typer
from msgspec import Struct, structs
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from medalist_cli.cli import runner, usage
from medalist_cli.errors import EarlyExit, NoMatch, UsageError
from medalist_cli.model.result import Countdown, Records, Result, Text, declared
from medalist_cli.options import (
    CountdownOptions,
    ListOptions,
    MultiZoneReader,
    OptionGroup,
    OutputOptions,
    Reader,
)
from medalist_cli.render import Form, formats

Function: TypeAlias = Callable[..., Any]

_SHARED = frozenset(
    field.name for group in (MultiZoneReader, ListOptions) for field in structs.fields(group)
)
"""The options that the help of a command shows after its own."""


class Folder(Mapping[str, "Command | Menu"]):
    """The commands in a package, by name: `is_.py` is `is`, a package inside is a submenu.

    Modules that begin with an underscore are shared helpers, not commands.
    """

    def __init__(self, package: ModuleType) -> None:
        self._package = package

    def __getitem__(self, name: str) -> "Command | Menu":
        module = self._module(name)
        if module is None:
            raise KeyError(name)
        if hasattr(module, "__path__"):
            return menu(module, name)
        return command(name, getattr(module, module.__name__.rpartition(".")[2]))

    def _module(self, name: str) -> ModuleType | None:
        if not name.isidentifier() or name.startswith("_") or name.endswith("_"):
            return None
        path = f"{self._package.__name__}.{name}{'_' if keyword.iskeyword(name) else ''}"
        try:
            return import_module(path)
        except ModuleNotFoundError as error:
            if error.name != path:
                raise
            return None

    def group(self, name: str) -> str:
        """Return the group of a command in the help: the `GROUP` of its module."""
        return str(getattr(self._module(name), "GROUP", usage.NO_GROUP))

    def aliases(self, name: str) -> tuple[str, ...]:
        """Return what people may call a command: the `ALIASES` of its module, for advice only."""
        return tuple(getattr(self._module(name), "ALIASES", ()))

    def __iter__(self) -> Iterator[str]:
        import pkgutil  # noqa: PLC0415 - 2 ms, for help and errors

        names = (module.name for module in pkgutil.iter_modules(self._package.__path__))
        return (name.rstrip("_") for name in names if not name.startswith("_"))

    def __len__(self) -> int:
        return sum(1 for _ in self)


class _WithResult:
    """What commands and menus share: their kind of result, and help that ends the run."""

    kind: type[Result] = Result
    """The kind of result."""
    rows: tuple[type[Struct], ...] = ()
    """The types of its rows, if it is a list."""

    def get_help(self, ctx: Any) -> str:
        """Raise EarlyExit with the help. Formats are listed only here, as that reads folders."""
        params = ctx.command.get_params(ctx)
        names = dict.fromkeys(name for row in self.rows for name in row.__struct_fields__)
        page = usage.page(
            ctx.command_path,
            ctx.command.help,
            params,
            commands=list(_listed(ctx.command)),
            shared=_SHARED,
            formats=formats(self.kind) if any(each.name == "format" for each in params) else (),
            fields=tuple(names) if any(each.name == "fields" for each in params) else (),
            is_root=ctx.parent is None,
        )
        raise EarlyExit(page)


def _listed(command: Any) -> Iterator[usage.Listed]:
    """Yield the commands of a menu, each with its group and its summary."""
    folder = getattr(command, "commands", None)
    if isinstance(folder, Folder):
        for name in folder:
            summary = usage.described(str(folder[name].help)).summary
            yield usage.Listed(folder.group(name), name, summary)


class Command(_WithResult, TyperCommand):
    """One command."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse the command line. Raises UsageError for two `--data`, and for one without a name.

        The second would win in silence, and an empty name would be the working directory.
        """
        options = args[: args.index("--")] if "--" in args else args
        if sum(word == "--data" or word.startswith("--data=") for word in options) > 1:
            raise UsageError("--data is given twice")
        if "--data=" in options or ("--data", "") in pairwise(options):
            raise UsageError("--data: the file name is empty")
        return super().parse_args(ctx, args)


class Menu(_WithResult, TyperGroup):
    """A command with subcommands: the files of a package."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that `args` begin with. Raises UsageError, with advice, for none."""
        name = args[0]
        if self.get_command(ctx, name) or name.startswith("-") or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        from medalist_cli.cli import advice  # noqa: PLC0415 - only for a word that is no command

        searching = self.get_command(ctx, "search")
        asked: Any = searching and searching.make_context(
            "search", list(args), ctx, resilient_parsing=True, ignore_unknown_options=True
        )
        known = _called(self.commands) | ({} if ctx.parent else {"version": "--version"})
        raise advice.unknown_command(name, known, ctx.command_path, asked)


def _called(commands: Any) -> dict[str, str]:
    """Return the names of commands by these names and by what else people call them."""
    aliases = {alias: name for name in commands for alias in commands.aliases(name)}
    return aliases | {name: name for name in commands}


@cache
def menu(package: ModuleType, name: str, function: Function | None = None) -> Menu:
    """Return a package of commands as a menu; `function` runs when no subcommand is named."""
    is_root = function is not None
    app = _app(add_completion=is_root, cls=Menu, name=name, invoke_without_command=is_root)
    app.callback(help=(function or package).__doc__)(_unless_named(function))
    built = get_command(app)
    assert isinstance(built, Menu)
    built.commands = Folder(package)  # type: ignore[assignment]
    if function is not None:
        built.kind, built.rows = declared(function)
    return built


@cache
def command(name: str, function: Function) -> Command:
    """Return a function as a command with single options instead of option groups."""
    app = _app()
    app.command(name, cls=Command, help=function.__doc__)(_spread(function))
    built = get_command(app)
    assert isinstance(built, Command)
    built.kind, built.rows = declared(function)
    return built


def _unless_named(function: Function | None) -> Function:
    """Return what a menu does without a subcommand: `function`, else nothing."""
    called = _spread(function) if function else lambda: 0

    def unless_named(ctx: typer.Context, **values: Any) -> int:
        if ctx.invoked_subcommand is None:
            return called(**values)
        for name in values:
            source = ctx.get_parameter_source(name)
            if source is not None and source.name == "COMMANDLINE":
                raise UsageError("put options after the command", f"See: {ctx.command_path} -h")
        return 0

    given = inspect.signature(called).parameters.values()
    context = inspect.Parameter(
        "ctx", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context
    )
    return _signed(unless_named, [context, *given])


def _app(*, add_completion: bool = False, **settings: Any) -> typer.Typer:
    return typer.Typer(
        add_completion=add_completion,
        rich_markup_mode=None,  # plain help: no Rich, and nothing in brackets is markup
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        **settings,
    )


def _output_options(kind: type) -> type[OutputOptions] | None:
    """Return the option group that commands with results of `kind` have besides their own."""
    if issubclass(kind, Records):
        return ListOptions
    if issubclass(kind, Countdown):
        return CountdownOptions
    return OutputOptions if issubclass(kind, Result) else None


def _spread(function: Function) -> Function:
    """Return a function of single options that builds the option groups and runs `function`."""
    kind, rows = declared(function)
    hints = get_type_hints(function, include_extras=True)
    groups = {name: hint for name, hint in hints.items() if _is_group(hint)}
    output_options = _output_options(kind)
    given = inspect.signature(function).parameters

    def called(**values: Any) -> int:
        def build(group: type[OptionGroup]) -> Any:
            names = group.__struct_fields__
            return group(
                **{name: values[name] if name in given else values.pop(name) for name in names}
            )

        output: OutputOptions | None = build(output_options) if output_options else None
        form = runner.form(kind, rows, output) if output else None
        built = {name: build(group) for name, group in groups.items()}
        reader: Reader | None = built.get("reader")
        if form and reader:
            form = structs.replace(form, language=reader.language)
        try:
            result = function(**built, **values)
        except NoMatch as error:
            if not issubclass(kind, Records) or form is None or any(values.values()):
                raise
            # Nothing was asked for, so an empty list is the answer and not a failure.
            text = "[]" if form.name == "json" else ""
            result, form = Text(notes=(error.message,), text=text), Form("text")
        return runner.finish(result, form, output, reader)

    parameters = [
        p.replace(annotation=hints[p.name]) for p in given.values() if p.name not in groups
    ]
    for group in (*groups.values(), *filter(None, [output_options])):
        # A command may declare an option of a group itself, to read it and to say what it means.
        parameters += (p for p in _single(group) if p.name not in given)
    return _signed(called, parameters)


def _is_group(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, OptionGroup)


def _signed(function: Function, parameters: list[inspect.Parameter]) -> Function:
    """Give a function of keywords the signature that Typer reads."""
    function.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    function.__annotations__ = {p.name: p.annotation for p in parameters}
    return function


def _single(group: type[OptionGroup]) -> Iterator[inspect.Parameter]:
    hints = get_type_hints(group, include_extras=True)
    for field in structs.fields(group):
        yield inspect.Parameter(
            field.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=field.default,
            annotation=hints[field.name],
        )
