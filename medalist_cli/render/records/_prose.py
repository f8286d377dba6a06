"""A list to read: headings, titles, and sentences set as text."""

from collections.abc import Iterator

from msgspec import Struct
from rich.console import RenderableType
from rich.padding import Padding

from medalist_cli.model import rows
from medalist_cli.model.result import Records
from medalist_cli.render import Form, _rich, records
from medalist_cli.render._text import Text
from medalist_cli.terminal import Terminal
from medalist_cli.text.cells import visible
from medalist_cli.text.language import Language

_NARROW = 40


def of(result: Records[Struct], form: Form, terminal: Terminal) -> Iterator[RenderableType]:
    """Yield the lines of the list."""
    plan, language = records.layout(result, form), form.language
    width = min(terminal.width or _rich.PAGE, _rich.MEASURE)
    numbers = [str(records.value(row, plan.number)) for row in result.rows]
    digits = max(map(len, numbers)) if plan.number else 0
    last = ""
    for index, (row, plain) in enumerate(zip(result.shown, result.rows, strict=True)):
        heading = _heading(row, result, plan, language)
        if not heading and not index:
            yield _rich.text(records.title(result, form), "title", terminal)
        if heading and heading != last:
            if index:
                yield Text("")
            yield _rich.text(heading, "head", terminal)
        last = heading
        yield Text("")
        yield from _record(row, plain, plan, language, terminal, width, digits)


def _heading(row: Struct, result: Records[Struct], plan: rows.Layout, language: Language) -> str:
    """Return the heading that a record is under; a part of the story names its episodes."""
    parts = []
    for name in plan.groups:
        content = records.value(row, name)
        if content is None:
            continue
        if name == "season":
            parts.append(language.season(content).upper())
        elif name == "arc":
            season = records.value(row, "season")
            numbers = [
                records.value(each, "episode")
                for each in result.shown
                if (records.value(each, "season"), records.value(each, "arc")) == (season, content)
            ]
            parts.append(language.arc(content, min(numbers), max(numbers)))
        else:
            parts.append(content)
    return visible(" · ".join(parts))


def _record(
    row: Struct,
    plain: Struct,
    plan: rows.Layout,
    language: Language,
    terminal: Terminal,
    width: int,
    digits: int,
) -> Iterator[RenderableType]:
    left = ""
    if digits:
        key = records.KEY_MARK if records.value(row, "key") else " "
        left = f"{key} {records.value(row, plan.number):>{digits}}  "
    number = _rich.text(left, "mark", terminal)
    name = records.value(row, plan.title) or language.episode(records.value(row, plan.number))
    title = Text.assemble(
        _rich.text(visible(str(name)), "title", terminal),
        _rich.text(records.mark(row), "mark", terminal),
    )
    if terminal.links:
        title.stylize(_rich.link(records.value(row, "url")))
    indent = number.cell_len or 2
    aside = _rich.text(_aside(row, plain, plan, language), "faint", terminal)
    gap = width - number.cell_len - title.cell_len - aside.cell_len
    if aside.cell_len and width >= _NARROW and gap >= 2:
        yield Text.assemble(number, title, " " * gap, aside)
    else:
        yield _rich.beside(number, title) if digits else title
        if aside.cell_len:
            yield Padding(aside, (0, 0, 0, indent))
    room = max(0, (terminal.width or _rich.PAGE) - width)
    for text in _body(row, plan, language, terminal):
        yield Padding(text, (0, room, 0, indent))


def _body(row: Struct, plan: rows.Layout, language: Language, terminal: Terminal) -> Iterator[Text]:
    """Yield the lines below a title; one of several kinds of text has a label."""
    short = [
        records.shown(row, name, records.value(row, name), language)
        for name in plan.line
        if records.value(row, name) is not None
    ]
    if short:
        yield _rich.text(" · ".join(short), "faint", terminal)
    for field in plan.body:
        content = records.value(row, field)
        if not content or (field == "url" and terminal.links):
            continue
        text = _rich.text(visible(str(content)), "", terminal)
        if len(plan.body) > 2 or field == "note":
            label = _rich.text(language.labelled(language.label(field)), "label", terminal)
            text = Text.assemble(label, text)
        yield text


def _aside(row: Struct, plain: Struct, plan: rows.Layout, language: Language) -> str:
    """Return what stands beside a title: where that is the title itself, its other form."""
    content = records.value(row, plan.aside) if plan.aside else None
    if content is not None and content == records.value(row, plan.title):
        content = records.value(plain, plan.title)
        content = None if content == records.value(row, plan.title) else content
    if content is None:
        return ""
    return records.shown(row, plan.aside, content, language)
