"""Answers as text: one folder for each kind of answer, one module for each format.

A format is a module with a function of its own name's folder's shape: `render(answer, form,
screen) -> str`. The folder is the list: a new file is a new format, in help, completion and errors.
"""

import re
from collections.abc import Callable, Iterator
from importlib import import_module
from types import ModuleType
from unicodedata import category

from msgspec import Struct, inspect, structs

from medalist_cli.answer import Answer
from medalist_cli.cells import encodable, visible
from medalist_cli.errors import Misuse
from medalist_cli.screen import Screen

_MARKDOWN = r"([\\|*_`<>\[\]~#&])"


class Form(Struct, frozen=True):
    """How an answer is to be given."""

    name: str
    """A format."""
    fields: tuple[str, ...] = ()
    """The fields to show; empty: those the answer and the format choose."""
    template: str | None = None
    width: int | None = None
    """Cells that one line may take; None: any number."""
    is_line: bool = False
    """Whether one line is wanted, of formats that can be more; they say HAS_LINE."""


def formats(kind: type[Answer]) -> tuple[str, ...]:
    """Return the names of the formats that answers of `kind` have, in order."""
    import pkgutil  # noqa: PLC0415 - 2 ms, for help and errors

    found = {
        module.name
        for folder in _folders(kind)
        for module in pkgutil.iter_modules(folder.__path__)
        if not module.name.startswith("_")
    }
    return tuple(sorted(found))


def form_of(kind: type[Answer], name: str) -> ModuleType:
    """Return the module of one format. Raises Misuse, listing the formats, when there is none."""
    for folder in _folders(kind):
        if name.isidentifier() and not name.startswith("_"):
            module = _module(f"{folder.__name__}.{name}")
            if module:
                return module
    known = ", ".join(formats(kind))
    raise Misuse(f"--format: there is no format {visible(name)!r} here", f"Known: {known}.")


def known_fields(kinds: tuple[type[Struct], ...], asked: tuple[str, ...]) -> None:
    """Raise Misuse, listing the fields of the row types, when one of those `asked` for is none."""
    if not asked:
        return
    known = [name for kind in kinds for name in (*kind.__struct_fields__, *columns(kind))]
    for name in asked:
        if name not in known:
            listed = ", ".join(dict.fromkeys(known))
            raise Misuse(f"--fields: there is no field {visible(name)!r} here", f"Known: {listed}.")


def columns(kind: type[Struct]) -> tuple[str, ...]:
    """Return the names of all fields of a row type, those of records within it dotted."""
    return tuple(_columns(inspect.type_info(kind), ""))


def _columns(kind: inspect.Type, path: str) -> list[str]:
    options = kind.types if isinstance(kind, inspect.UnionType) else (kind,)
    for option in options:
        if isinstance(option, inspect.StructType):
            within = f"{path}." if path else ""
            fields = ((within + field.encode_name, field.type) for field in option.fields)
            return [name for inner, of in fields for name in _columns(of, inner)]
    return [path]


def render(answer: Answer, form: Form, screen: Screen) -> str:
    """Return `answer` in a format, whole and ready to be written."""
    module = form_of(type(answer), form.name)
    encoding = getattr(module, "ENCODING", screen.encoding)
    text: str = module.render(answer, form, structs.replace(screen, encoding=encoding))
    return text


def notes(answer: Answer, form: Form) -> tuple[str, ...]:
    """Return what a format has to say of an answer besides giving it; most say nothing."""
    told: Callable[[Answer], tuple[str, ...]] | None
    told = getattr(form_of(type(answer), form.name), "notes", None)
    return told(answer) if told else ()


def encoded(text: str, kind: type[Answer], form: Form, screen: Screen) -> bytes:
    """Return a rendered text as the bytes to write, with ASCII for what the screen cannot show.

    A format whose standard fixes its encoding says so in `ENCODING`.
    """
    encoding = getattr(form_of(kind, form.name), "ENCODING", None)
    if encoding:
        return text.encode(encoding)
    return encodable(text, screen.encoding).encode(screen.encoding, "replace")


def plain_json(text: str, encoding: str) -> str:
    """Return JSON with nothing raw in it that a terminal would obey or `encoding` may lack.

    Control and format characters (Cc, Cf, U+2028, U+2029) are escaped; all that is not ASCII too,
    unless `encoding` is UTF-8.
    """
    whole = encoding.lower().replace("_", "-") in ("utf-8", "utf8")

    def shown(match: re.Match[str]) -> str:
        return match[0] if whole and _is_plain(match[0]) else _escaped(match[0])

    return re.sub("[^\\x00-\\x7e]", shown, text)


def _is_plain(char: str) -> bool:
    return char.isprintable() or category(char) not in ("Cc", "Cf", "Zl", "Zp")


def _escaped(char: str) -> str:
    """Return a character as JSON escapes it: in UTF-16, two escapes past U+FFFF; RFC 8259 §7."""
    units = char.encode("utf-16-be")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))


def markdown_text(text: str) -> str:
    """Return a text that Markdown and HTML read nothing into; CommonMark §2.4."""
    return re.sub(_MARKDOWN, r"\\\1", text)


def pango(text: str) -> str:
    """Return a text that Pango markup reads nothing into."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _folders(kind: type[Answer]) -> Iterator[ModuleType]:
    """Yield the packages of a kind of answer and of the kinds it is a special case of."""
    for each in kind.__mro__:
        if issubclass(each, Answer) and each is not Answer:
            folder = _module(f"{__name__}.{each.__name__.lower()}")
            if folder:
                yield folder


def _module(name: str) -> ModuleType | None:
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        return None
