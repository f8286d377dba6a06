"""A web page (HTML): a table, or the fields of one record; no script, nothing loaded."""

import datetime as dt
import re
from typing import Any

from msgspec import Struct

from medalist_cli.dates import timeline
from medalist_cli.model.dataset import When
from medalist_cli.model.result import Records
from medalist_cli.render import Form, _page, records
from medalist_cli.render._page import Link
from medalist_cli.terminal import Terminal

ENCODING = "utf-8"
_ISO_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_DATES = ("air_date", "start", "end", "published", "released")
"""Fields of text that hold an ISO 8601 date."""


class Time(Struct, frozen=True, kw_only=True):
    """A date or a moment: as people read it, and as ISO 8601, equally precise."""

    text: str
    iso: str


Value = str | Link | Time
Cell = Value | tuple[Value, ...]
"""What one field holds; a tuple is a list."""


def render(result: Records[Struct], form: Form, terminal: Terminal) -> str:
    """Return the page of a list; a record that stands alone has a line for each field."""
    is_sheet = records.is_sheet(result)
    return _page.render(
        "records/records.html.j2",
        ("page.css", "records/records.css"),
        lang="en",
        title=result.title,
        headers=[records.header(name) for name in records.fields(result, form)],
        rows=() if is_sheet else [_row(row, result, form) for row in result.shown],
        pairs=_pairs(result, form) if is_sheet else None,
        afterword=result.afterword,
        legend=records.legend(result),
    )


def _row(row: Struct, result: Records[Struct], form: Form) -> list[Cell]:
    """Return the cells of a row; the first names the record, with the mark of a doubtful one."""
    names = records.fields(result, form)
    cells = [_cell(records.value(row, name), name, row) for name in names]
    own = records.link_field(row, names)
    if own:
        text = records.cell(records.value(row, own), own)
        cells[names.index(own)] = Link(text=text, url=records.value(row, "url"))
    mark = records.mark(row)
    if mark:
        cells[0] = _flat(cells[0], mark)
    return cells


def _flat(cell: Cell, mark: str) -> Cell:
    if isinstance(cell, tuple):
        return (*cell, mark)
    return f"{cell}{mark}" if isinstance(cell, str) else _marked(cell, mark)


def _marked(cell: Link | Time, mark: str) -> Cell:
    if isinstance(cell, Link):
        return Link(text=f"{cell.text}{mark}", url=cell.url)
    return Time(text=f"{cell.text}{mark}", iso=cell.iso)


def _pairs(result: Records[Struct], form: Form) -> list[tuple[str, Cell]]:
    row = result.shown[0]
    pairs: list[tuple[str, Cell]] = []
    for name, items in records.sheet(result, form):
        cells = tuple(_value(item, name, row) for item in items)
        cell = cells[0] if len(items) == 1 and not isinstance(items[0], tuple) else None
        pairs.append((records.header(name), cell or _cell(records.value(row, name), name, row)))
    return pairs


def _cell(content: Any, field: str, row: Struct) -> Cell:
    """Return what a field holds; a list of records or of sentences stays a list."""
    if isinstance(content, tuple) and content and (_is_long(content) or field == "sources"):
        return tuple(_value(item, field, row) for item in content)
    return _value(content, field, row)


def _is_long(items: tuple[Any, ...]) -> bool:
    return any(isinstance(item, Struct) or " " in str(item) for item in items)


def _value(content: Any, field: str, row: Struct) -> Value:
    text, url = records.linked(content, field)
    if url:
        return Link(text=text, url=url)
    iso = _iso(content, field, row)
    if iso and iso == content:  # written as dates are everywhere else
        text = _page.written(When(date=iso, zone="UTC"))
    return Time(text=text, iso=iso) if iso else text


def _iso(content: Any, field: str, row: Struct) -> str:
    """Return the ISO 8601 form of a value that is a date or a moment; empty for another."""
    when = getattr(row, "when", None)
    match content:
        case When(clock=str()):
            return _page.utc(timeline.window(content).earliest)
        case When():
            return content.date
        case dt.datetime():
            return _page.utc(content)
        case dt.date():
            return content.isoformat()
        case str() if field == "date" and isinstance(when, When):
            return _iso(when, field, row)
        case str() if field in _DATES and _ISO_DATE.fullmatch(content):
            return content
    return ""
