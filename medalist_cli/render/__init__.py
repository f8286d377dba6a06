"""Results as text: one folder per kind of result, one module per format.

The folders are the list: a new file is a new format, in help, completion and errors. A result has
the formats of its own kind and of the kinds it derives from.
"""

from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any, Protocol, TypeVar, cast

from msgspec import Struct, inspect, structs

from medalist_cli.errors import UsageError
from medalist_cli.model.result import Result
from medalist_cli.terminal import Terminal
from medalist_cli.text import en
from medalist_cli.text.cells import encodable, shortened
from medalist_cli.text.language import Language
from medalist_cli.text.suggestions import did_you_mean, nearest

Result_contra = TypeVar("Result_contra", bound=Result, contravariant=True)


class Form(Struct, frozen=True):
    """How a result is to be rendered."""

    name: str
    """The format."""
    fields: tuple[str, ...] = ()
    """The fields to show; empty: those that the result and the format choose."""
    template: str | None = None
    width: int | None = None
    """The width of one line in terminal cells; None: any."""
    is_line: bool = False
    """Whether it is one line that is written again and again; for formats with HAS_LINE."""
    language: Language = en
    """The language of sentences, labels and dates."""


class Format(Protocol[Result_contra]):
    """The module of one format.

    It may also have `ENCODING`, if its standard fixes one; `HAS_LINE = True`, if `--follow` can
    use it; and `notes(result) -> tuple[str, ...]`, with what to tell the user on stderr.
    """

    def render(self, result: Result_contra, form: Form, terminal: Terminal, /) -> str:
        """Return the whole output for `result`."""


def formats(kind: type[Result]) -> tuple[str, ...]:
    """Return the names of the formats that results of `kind` have, in order."""
    import pkgutil  # noqa: PLC0415 - 2 ms, for help and errors

    found = {
        module.name
        for folder in _folders(kind)
        for module in pkgutil.iter_modules(folder.__path__)
        if not module.name.startswith("_")
    }
    return tuple(sorted(found))


def form_of(kind: type[Result], name: str) -> ModuleType:
    """Return the module of a format. Raises UsageError, listing the formats, for an unknown one."""
    if name.isidentifier() and not name.startswith("_"):
        module = helper(kind, name)
        if module:
            return module
    known = formats(kind)
    raise UsageError(f"--format: unknown format {shortened(name)!r}", _advice(name, known))


def helper(kind: type[Result], name: str) -> ModuleType | None:
    """Return the module `name` that results of `kind` use: of their own folder if it has one."""
    modules = (_module(f"{folder.__name__}.{name}") for folder in _folders(kind))
    return next(filter(None, modules), None)


def summary(kind: type[Result], name: str) -> str:
    """Return what a format is, in a few words."""
    return (form_of(kind, name).__doc__ or "").partition("\n")[0].rstrip(".")


def known_fields(kinds: tuple[type[Struct], ...], wanted: tuple[str, ...]) -> None:
    """Raise UsageError, listing the fields of the row types, if a `wanted` field is unknown."""
    if not wanted:
        return
    known = [name for kind in kinds for name in (*kind.__struct_fields__, *columns(kind))]
    for name in wanted:
        if name not in known:
            what = f"--fields: unknown field {shortened(name)!r}"
            raise UsageError(what, _advice(name, tuple(dict.fromkeys(known))))


def _advice(name: str, known: tuple[str, ...]) -> str:
    """Return what `name` may be a misspelling of, and all that is known."""
    return f"{did_you_mean(nearest(name, known))} Known: {', '.join(known)}.".lstrip()


def columns(kind: type[Struct]) -> tuple[str, ...]:
    """Return the names of all fields of a row type; fields of nested records are dotted."""
    return tuple(_columns(inspect.type_info(kind), ""))


def _columns(kind: inspect.Type, path: str) -> list[str]:
    options = kind.types if isinstance(kind, inspect.UnionType) else (kind,)
    for option in options:
        if isinstance(option, inspect.StructType):
            prefix = f"{path}." if path else ""
            fields = ((prefix + field.encode_name, field.type) for field in option.fields)
            return [name for inner, of in fields for name in _columns(of, inner)]
    return [path]


def render(result: Result, form: Form, terminal: Terminal) -> str:
    """Return the whole output for a result."""
    module = form_of(type(result), form.name)
    encoding = getattr(module, "ENCODING", terminal.encoding)
    format_ = cast("Format[Any]", module)
    return format_.render(result, form, structs.replace(terminal, encoding=encoding))


def notes(result: Result, form: Form) -> tuple[str, ...]:
    """Return what the format has to say about a result on stderr; usually nothing."""
    said = getattr(form_of(type(result), form.name), "notes", None)
    return said(result) if said else ()


def encoded(text: str, kind: type[Result], form: Form, terminal: Terminal) -> bytes:
    """Return the output as bytes, with ASCII for characters that the terminal's encoding lacks."""
    encoding = getattr(form_of(kind, form.name), "ENCODING", None)
    if encoding:
        return text.encode(encoding)
    return encodable(text, terminal.encoding).encode(terminal.encoding, "replace")


@cache
def _folders(kind: type[Result]) -> tuple[ModuleType, ...]:
    """Return the packages for a kind of result and for the kinds it derives from."""
    kinds = (each for each in kind.__mro__ if issubclass(each, Result))
    found = (_module(f"{__name__}.{each.__name__.lower()}") for each in kinds)
    return tuple(filter(None, found))


def _module(name: str) -> ModuleType | None:
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        return None
