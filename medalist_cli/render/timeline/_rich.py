"""How a timeline looks: years across, seasons as bars, dates as marks, and today."""

import datetime as dt
from typing import Any, NamedTuple

from rich.console import Group, RenderableType

from medalist_cli.model.result import Mark, Span, Timeline
from medalist_cli.render import Form, _rich, records
from medalist_cli.render._text import Text
from medalist_cli.terminal import Terminal
from medalist_cli.text import wording
from medalist_cli.text.cells import cut, encodable, visible, width
from medalist_cli.text.language import Language

_WIDEST = 120
_GAP = 2
_SYMBOLS = ("◆", "◇", "▇", "·", "▲")
_PLAIN = ("*", "o", "=", ".", "^")


class Item(NamedTuple):
    """Something on the timeline: its first and last cell, its symbols, and what it is."""

    first: int
    drawn: Text
    label: str


class Scale(NamedTuple):
    """Where a day is: `cells` for each year from the year `first` on."""

    first: int
    last: int
    cells: int

    def at(self, day: dt.date) -> int:
        """Return the cell of a day."""
        year = (day.replace(month=12, day=31) - day.replace(month=1, day=1)).days + 1
        part = (day - day.replace(month=1, day=1)).days / year
        return int((day.year - self.first + part) * self.cells)


def of(result: Timeline[Any], form: Form, terminal: Terminal) -> RenderableType:
    """Return the picture; where it is narrow, a line for each item."""
    cells = min(terminal.width or _rich.PAGE, _WIDEST)
    title = _rich.text(records.title(result, form), "title", terminal)
    foot = _rich.text(form.language.checked(result.as_of), "faint", terminal)
    symbols = (
        _SYMBOLS if encodable("".join(_SYMBOLS), terminal.encoding) == "".join(_SYMBOLS) else _PLAIN
    )
    days = [
        *(day for span in result.spans for day in (span.first, span.last)),
        *(day for mark in result.marks for day in (mark.first, mark.last)),
        result.today,
    ]
    first, last = min(days).year, max(days).year
    each = (cells - 1) // (last - first + 1)
    if cells < _rich.NARROW or each < 5:
        body = _listed(result, form.language, terminal, symbols)
    else:
        body = _drawn(result, form.language, terminal, Scale(first, last, each), symbols)
    return Group(title, Text(""), *body, Text(""), foot)


def _drawn(
    result: Timeline[Any],
    language: Language,
    terminal: Terminal,
    scale: Scale,
    symbols: tuple[str, ...],
) -> list[Text]:
    """Return the years, and below them lines with as many items each as do not overlap."""
    years = range(scale.first, scale.last + 1)
    head = Text("".join(f"{year:<{scale.cells}}" for year in years), style="head")
    items = [
        *(_season(span, scale, language, symbols[2]) for span in result.spans),
        *(_mark(mark, scale, language, symbols) for mark in result.marks),
    ]
    today = Item(scale.at(result.today), Text(symbols[4], style="answer"), language.label("today"))
    room = scale.cells * len(years)
    lines = _packed(sorted(items, key=lambda item: item.first), room, terminal)
    return [head, *lines, *_packed([today], room, terminal)]


def _season(span: Span, scale: Scale, language: Language, symbol: str) -> Item:
    first, last = scale.at(span.first), scale.at(span.last)
    bar = Text(symbol * max(1, last - first + 1), style="done")
    return Item(first, bar, _named(span, language))


def _named(span: Span, language: Language) -> str:
    name = language.season(span.season)
    return visible(f"{span.show}: {name}" if span.show else name)


def _mark(mark: Mark, scale: Scale, language: Language, symbols: tuple[str, ...]) -> Item:
    """Return a date as a mark; an uncertain one stands on a dotted span of where it can be."""
    sure, unsure, _, dot, _ = symbols
    name = wording.title(mark.row, language)
    if not _is_unsure(mark):
        return Item(scale.at(mark.day), Text(sure, style="label"), name)
    first, at, last = (scale.at(day) for day in (mark.first, mark.day, mark.last))
    dotted = Text(dot * (at - first), style="mark")
    dotted.append(unsure, "mark")
    dotted.append(dot * (last - at), "mark")
    return Item(first, dotted, language.noted(name, _notes(mark, language)))


def _is_unsure(mark: Mark) -> bool:
    return mark.first != mark.last and mark.row.state not in ("past", "live")


def _notes(mark: Mark, language: Language) -> tuple[str, ...]:
    date = language.date(mark.row.when.date, weekday=False) if mark.row.when else ""
    return tuple(filter(None, (date, language.doubt(mark.row.confidence))))


def _packed(items: list[Item], room: int, terminal: Terminal) -> list[Text]:
    """Return the items on as few lines as fit, each with its label at its right or its left."""
    lines: list[Text] = []
    for item in items:
        label = encodable(item.label, terminal.encoding)
        label = cut(label, max(room // 2, item.first - 1))
        right = item.first + item.drawn.cell_len + 1 + width(label)
        begin, text = item.first, Text.assemble(item.drawn, f" {label}")
        if right > room:
            begin = max(0, item.first - width(label) - 1)
            text = Text.assemble(f"{label} ", item.drawn)
        line = next((each for each in lines if each.cell_len + _GAP <= begin), None)
        if line is None:
            line = Text(no_wrap=True)
            lines.append(line)
        line.append(" " * (begin - line.cell_len))
        line.append_text(text)
    return lines


def _listed(
    result: Timeline[Any], language: Language, terminal: Terminal, symbols: tuple[str, ...]
) -> list[Text]:
    """Return a line for each item, in order, where there is no room for years across."""
    found = [
        (
            span.first,
            symbols[2],
            "done",
            _named(span, language),
            language.days(span.first.isoformat(), span.last.isoformat())
            if span.first != span.last
            else language.day(span.first),
        )
        for span in result.spans
    ]
    for mark in result.marks:
        symbol, style = (symbols[1], "mark") if _is_unsure(mark) else (symbols[0], "label")
        date = wording.day(mark.row, language) or language.label("tba")
        found.append((mark.day, symbol, style, wording.title(mark.row, language), date))
    today = language.day(result.today)
    found.append((result.today, symbols[4], "answer", language.label("today"), today))
    return [
        line
        for _, symbol, style, name, date in sorted(found, key=lambda item: item[0])
        for line in (
            Text.assemble((symbol, style), f" {encodable(visible(name), terminal.encoding)}"),
            _rich.text(f"  {date}", "faint", terminal),
        )
    ]
