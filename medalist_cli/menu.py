"""A folder as a menu: a command is imported when it is named, its groups of options spread."""

import inspect
import keyword
from collections.abc import Callable, Iterator, MutableMapping
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any, TypeAlias, get_type_hints

import typer
from msgspec import Struct, structs
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from medalist_cli import run
from medalist_cli.answer import Answer, Countdown, Records, declared
from medalist_cli.errors import Misuse
from medalist_cli.options import CountdownLook, Group, ListLook, Sink
from medalist_cli.render import formats

Function: TypeAlias = Callable[..., Any]
Command: TypeAlias = Any
"""Typer's own copy of a Click command; it is not public, so it has no name here."""


class Folder(MutableMapping[str, Command]):
    """The commands in a package, by name; `is_.py` is `is`, a package within is a submenu."""

    def __init__(self, package: ModuleType) -> None:
        self._package = package

    def __getitem__(self, name: str) -> Command:
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

    def __iter__(self) -> Iterator[str]:
        import pkgutil  # noqa: PLC0415 - 2 ms, for help and errors

        return (module.name.rstrip("_") for module in pkgutil.iter_modules(self._package.__path__))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __setitem__(self, name: str, value: object) -> None:
        """Raise TypeError: a command is a file in the folder."""
        raise TypeError(f"{name} is not a file in the folder")

    def __delitem__(self, name: str) -> None:
        """Raise TypeError, as setting does."""
        raise TypeError(f"{name} is a file in the folder")


class Helpful:
    """What a command and a menu have in common: their help is written as every answer is."""

    kind: type[Answer] = Answer
    rows: tuple[type[Struct], ...] = ()
    """The kind of answer it gives, and the types of its rows where that is a list."""

    def get_help(self, ctx: Any) -> str:
        """Raise run.Said with the help, naming the formats only now: that looks into folders."""
        named = [param for param in ctx.command.params if param.name == "format"]
        for param in named:
            param.help = f"One of: {', '.join(formats(self.kind))}."
        text = super().get_help(ctx)  # type: ignore[misc]
        for param in named:
            param.help = ""
        raise run.Said(text)


class Leaf(Helpful, TyperCommand):
    """One command."""


class Menu(Helpful, TyperGroup):
    """A command that leads to others, those of its package."""

    package: ModuleType

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = Folder(self.package)


@cache
def menu(package: ModuleType, name: str, function: Function | None = None) -> Command:
    """Return a package of commands as a menu; `function` is what it does by itself."""
    kind = declared(function)[0] if function else Answer
    here = type("Here", (Menu,), {"package": package, "kind": kind})
    app = _app(cls=here, name=name, invoke_without_command=function is not None)
    app.callback(help=(function or package).__doc__)(_alone(function))
    return get_command(app)


@cache
def command(name: str, function: Function) -> Command:
    """Return a function as a command, its groups of options spread into single ones."""
    kind, rows = declared(function)
    here = type("Here", (Leaf,), {"kind": kind, "rows": rows})
    app = _app()
    app.command(name, cls=here, help=function.__doc__)(_spread(function))
    return get_command(app)


def _alone(function: Function | None) -> Function:
    """Return what a menu does when no command of it is named; else nothing, and no options."""
    called = _spread(function) if function else lambda: 0

    def unless_named(ctx: typer.Context, **values: Any) -> int:
        if ctx.invoked_subcommand is None:
            return called(**values)
        for name in values:
            source = ctx.get_parameter_source(name)
            if source is not None and source.name == "COMMANDLINE":
                raise Misuse("options stand after the command", f"See `{ctx.command_path} -h`.")
        return 0

    given = inspect.signature(called).parameters.values()
    context = inspect.Parameter(
        "ctx", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context
    )
    return _signed(unless_named, [context, *given])


def _app(**settings: Any) -> typer.Typer:
    return typer.Typer(
        add_completion=False,
        rich_markup_mode=None,  # plain help: no Rich, and nothing in brackets is markup
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        **settings,
    )


def _look(kind: type) -> type[Sink] | None:
    """Return the group of options that an answer of `kind` gains."""
    if issubclass(kind, Records):
        return ListLook
    if issubclass(kind, Countdown):
        return CountdownLook
    return Sink if issubclass(kind, Answer) else None


def _spread(function: Function) -> Function:
    """Return a function of single options that puts the groups together and runs `function`."""
    kind, rows = declared(function)
    hints = get_type_hints(function, include_extras=True)
    groups = {name: hint for name, hint in hints.items() if _is_group(hint) and name != "return"}
    look = _look(kind)

    def called(**values: Any) -> int:
        def taken(group: type[Group]) -> Any:
            return group(**{name: values.pop(name) for name in group.__struct_fields__})

        sink: Sink | None = taken(look) if look else None
        form = run.form(kind, rows, sink) if sink else None
        built = {name: taken(group) for name, group in groups.items()}
        answer = function(**built, **values)
        return run.finish(answer, form, sink, built.get("reader"))

    parameters = [
        p.replace(annotation=hints[p.name])
        for p in inspect.signature(function).parameters.values()
        if p.name not in groups
    ]
    for group in (*groups.values(), *filter(None, [look])):
        parameters += _single(group)
    return _signed(called, parameters)


def _is_group(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, Group)


def _signed(function: Function, parameters: list[inspect.Parameter]) -> Function:
    """Give a function of any keywords the signature that Typer reads."""
    function.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    function.__annotations__ = {p.name: p.annotation for p in parameters}
    return function


def _single(group: type[Group]) -> Iterator[inspect.Parameter]:
    hints = get_type_hints(group, include_extras=True)
    for field in structs.fields(group):
        yield inspect.Parameter(
            field.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=field.default,
            annotation=hints[field.name],
        )
