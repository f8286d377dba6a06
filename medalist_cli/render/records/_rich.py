"""How a list looks on a terminal: a card, a sheet, a table, groups, prose, or a map of places."""

from collections.abc import Iterable

from msgspec import Struct
from rich.console import Group, RenderableType

from medalist_cli.model import rows
from medalist_cli.model.result import Records
from medalist_cli.render import Form, _rich, records
from medalist_cli.render._text import Text
from medalist_cli.render.records import _places, _prose, _season
from medalist_cli.terminal import Terminal
from medalist_cli.text.cells import encodable, visible
from medalist_cli.text.language import worded


def of(result: Records[Struct], form: Form, terminal: Terminal) -> RenderableType:
    """Return the picture of a list, fit for the screen's width."""
    title, foot = records.title(result, form), records.legend(result, form)
    afterword = tuple(visible(worded(line, form.language)) for line in result.afterword)
    after = [encodable(line, terminal.encoding) for line in afterword]
    if records.is_sheet(result, form):
        if isinstance(result.rows[0], rows.SeasonRow):
            return _followed(_season.of(result, form, terminal), after, foot, terminal)
        pairs = _once(records.pairs(result, form, split=False))
        heading, pairs = _headed(title, pairs)
        return _rich.followed(_rich.card(heading, pairs, foot, terminal), tuple(after))
    match records.layout(result, form).kind:
        case "prose":
            return _followed(_prose.of(result, form, terminal), after, foot, terminal)
        case "places":
            return _followed(_places.of(result, form, terminal), after, foot, terminal)
        case "groups":
            return _followed(_groups(result, form, terminal), after, foot, terminal)
    return _rich.followed(_table(result, form, terminal, title, foot), tuple(after))


def _followed(
    parts: Iterable[RenderableType], lines: list[str], foot: str, terminal: Terminal
) -> RenderableType:
    """Return a picture with lines of prose below it, then the legend."""
    whole = _rich.followed(Group(*parts), tuple(lines))
    return Group(whole, Text(""), _rich.text(foot, "faint", terminal))


def _headed(title: str, pairs: list[tuple[str, str]]) -> tuple[str, list[tuple[str, str]]]:
    """Return the heading of a card, and its pairs: the first text is the heading."""
    return (pairs[0][1], pairs[1:]) if len(pairs) > 1 and pairs[1][0] else (title, pairs)


def _once(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the pairs with each label only before the first of its texts."""
    before = ["", *(label for label, _ in pairs)]
    return [
        ("" if label == last else label, text)
        for last, (label, text) in zip(before, pairs, strict=False)
    ]


def _table(
    result: Records[Struct], form: Form, terminal: Terminal, title: str, foot: str
) -> RenderableType:
    names = records.fields(result, form)
    headers, cells = records.readable(result, form)
    styles = [records.styles(row, names) for row in result.shown]
    urls = [getattr(row, "url", None) for row in result.rows]
    return _rich.table(title, headers, cells, foot, terminal, form.language, urls, styles)


def _groups(result: Records[Struct], form: Form, terminal: Terminal) -> Iterable[RenderableType]:
    """Return a table in parts, each with a heading, whose columns are straight throughout."""
    (field,) = records.layout(result, form).groups
    names = records.fields(result, form)
    headers, cells = records.readable(result, form)
    headings = [_group(row, field, form) for row in result.shown]
    styles = [records.styles(row, names) for row in result.shown]
    yield _rich.text(records.title(result, form), "title", terminal)
    yield from _rich.groups(headers, headings, cells, styles, terminal)


def _group(row: Struct, field: str, form: Form) -> str:
    name = form.language.pick(records.value(row, field), records.value(row, f"{field}_ja"))
    return visible(name or "")
