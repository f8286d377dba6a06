"""A map of places: under each season its regions, each with its services, starts and languages."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table

from medalist_cli.model.result import Records
from medalist_cli.model.rows import WhereRow
from medalist_cli.render import Form, _rich, records
from medalist_cli.render._text import Text
from medalist_cli.render.countdown import address
from medalist_cli.terminal import Terminal
from medalist_cli.text.cells import visible
from medalist_cli.text.language import Language

_COVERED = " ?[(（]"
"""What comes after a country where another region's record covers it."""


class Pen(NamedTuple):
    """What every part of the picture is drawn with."""

    language: Language
    terminal: Terminal

    def text(self, content: str, style: str = "") -> Text:
        """Return a text that the terminal can show."""
        return _rich.text(visible(content), style, self.terminal)

    def marked(self, row: WhereRow, field: str = "confidence") -> Text:
        """Return the mark of a doubtful record or field."""
        return self.text(records.mark(row, field), "mark")

    @property
    def width(self) -> int:
        """Return the width of the terminal, or of a page."""
        return self.terminal.width or _rich.PAGE


def of(result: Records[Any], form: Form, terminal: Terminal) -> Iterator[RenderableType]:
    """Yield the lines of the map, or of what one country has in every season."""
    pen = Pen(form.language, terminal)
    yield pen.text(records.title(result, form), "title")
    if result.sheet and len({_country(row) for row in result.shown}) == 1:
        yield from _one_place(result.shown, pen)
        return
    for number, group in groupby(result.shown, key=lambda row: row.season):
        found = list(group)
        yield Text("")
        yield pen.text(pen.language.season(number).upper(), "head")
        yield from _grid([(_region(row), row) for row in found], pen, is_map=True)
        yield from _notes(found, pen, is_map=True)


def _region(row: WhereRow) -> str:
    return row.region or ""


def _country(row: WhereRow) -> str:
    return re.split(_COVERED, _region(row))[0]


def _one_place(found: tuple[WhereRow, ...], pen: Pen) -> Iterator[RenderableType]:
    """Yield the services of one country: where each record covers it, then a line a season."""
    for region, group in groupby(found, key=_region):
        here = list(group)
        if re.search(_COVERED, region):
            yield pen.text(region, "faint")
        yield Text("")
        yield from _grid([(pen.language.season(row.season), row) for row in here], pen)
        yield from _notes(here, pen)


def _grid(
    rows: list[tuple[str, WhereRow]], pen: Pen, *, is_map: bool = False
) -> Iterator[RenderableType]:
    """Yield heads with their services; what is the same for several is said once.

    They are a grid, or below each other where that is too wide. A map leaves languages and sites
    to the notes.
    """
    is_wide = pen.width >= _rich.NARROW
    grid = Table.grid(padding=(0, 3))
    grid.add_column(overflow="fold", max_width=24)
    grid.add_column(overflow="fold")
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    last = None
    for head, group in _merged(rows):
        label = pen.text("" if head == last else head[:1].upper() + head[1:], "label")
        last = head
        audio = Text() if is_map else _audio(group[0], pen)
        parts = [_services(group, pen), _start(group[0], pen), audio]
        if is_wide:
            grid.add_row(label, *parts)
            continue
        if label.plain:
            yield label
        for index, part in enumerate(parts):
            if part.plain:
                yield Padding(part, (0, 0, 0, 4 if index else 2))
    if is_wide:
        yield Padding(grid, (0, 0, 0, 2))


def _merged(rows: list[tuple[str, WhereRow]]) -> list[tuple[str, list[WhereRow]]]:
    """Return the rows of a head, those together that say the same but for the service."""
    groups: dict[Any, list[WhereRow]] = {}
    for head, row in rows:
        key = (head, row.start, row.url, row.audio, row.dated if row.start else None)
        groups.setdefault(key, []).append(row)
    return [(key[0], group) for key, group in groups.items()]


def _services(group: list[WhereRow], pen: Pen) -> Text:
    """Return the services, each with its mark, and with a link to its page."""
    names = []
    for row in group:
        name = pen.text(row.service)
        if pen.terminal.links:
            name.stylize(_rich.link(row.url))
        names.append(Text.assemble(name, pen.marked(row)))
    separator = pen.language.listed(("", ""))
    return Text(separator).join(names)


def _start(row: WhereRow, pen: Pen) -> Text:
    if row.start is None:
        return pen.text(pen.language.label("start_unknown"), "faint")
    when = pen.language.moment(row.local) if row.local else pen.language.date(row.start.date)
    return Text.assemble(pen.text(when), pen.marked(row, "dated"))


def _audio(row: WhereRow, pen: Pen) -> Text:
    """Return the languages; and where the terminal has no links, the site."""
    parts = [pen.text(records.cell(row.audio, "audio", pen.language))] if row.audio else []
    if row.url and not pen.terminal.links:
        parts.append(pen.text(address(row.url).partition("/")[0]))
    return Text("\n").join(parts)


def _notes(found: list[WhereRow], pen: Pen, *, is_map: bool = False) -> Iterator[RenderableType]:
    """Yield the notes below the grid, each with the services it is about."""
    notes: dict[str, list[str]] = {}
    listed = pen.language.listed
    for row in found:
        site = address(row.url).partition("/")[0] if row.url and not pen.terminal.links else ""
        more = (site, records.cell(row.audio, "audio", pen.language)) if is_map else ()
        note = " · ".join(filter(None, (*more, row.note)))
        if note:
            notes.setdefault(note, []).append(row.service)
    room = max(0, pen.width - _rich.MEASURE)
    if notes:
        yield Text("")
    for note, services in notes.items():
        names = [*dict.fromkeys(services)]
        if len(names) > 3:
            names = [*names[:2], pen.language.and_more(len(names) - 2)]
        label = pen.language.labelled(listed(names))
        yield Padding(pen.text(f"{label}{note}", "faint"), (0, room, 0, 2))
