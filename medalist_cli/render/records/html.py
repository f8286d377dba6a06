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
from medalist_cli.text.language import worded

ENCODING = "utf-8"
_ISO_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_WRITTEN = {"date": "when", "starts": "start"}
"""Fields that are a date in words, and the fields that hold it."""


class Time(Struct, frozen=True, kw_only=True):
    """A date or a moment: as people read it, and as ISO 8601, equally precise."""

    text: str
    iso: str


Value = str | Link | Time
Cell = Value | tuple[Value, ...]
"""What one field holds; a tuple is a list."""


def render(result: Records[Struct], form: Form, terminal: Terminal) -> str:
    """Return the page of a list; a record that stands alone has a line for each field."""
    is_sheet = records.is_sheet(result, form)
    names = records.fields(result, form)
    headers, texts = records.readable(result, form)
    return _page.render(
        "records/records.html.j2",
        ("page.css", "records/records.css"),
        language=form.language,
        title=worded(result.title, form.language),
        headers=headers,
        rows=[
            _row(row, names, cells, form) for row, cells in zip(result.shown, texts, strict=True)
        ],
        pairs=_pairs(result, form) if is_sheet else None,
        afterword=[worded(line, form.language) for line in result.afterword],
        legend=records.legend(result, form).splitlines(),
    )


def _row(row: Struct, names: tuple[str, ...], texts: list[str], form: Form) -> list[Cell]:
    """Return the cells of a row, whose texts are given; one of them links to the row's page."""
    own, url = records.link_field(row, names), records.value(row, "url")
    return [
        Link(text=text, url=url)
        if name == own
        else _cell(records.value(row, name), name, row, text, form)
        for name, text in zip(names, texts, strict=True)
    ]


def _pairs(result: Records[Struct], form: Form) -> list[tuple[str, Cell]]:
    """Return the labels of a sheet with their values, those of one label together."""
    found: dict[str, list[Value]] = {}
    for item in records.sheet(result, form, split=True):
        text = form.language.noted(item.text, item.other) + item.mark
        value = _value(item.content, item.field, result.shown[0], text, form)
        found.setdefault(item.label, []).append(value)
    return [(label, tuple(some) if len(some) > 1 else some[0]) for label, some in found.items()]


def _cell(content: Any, field: str, row: Struct, text: str, form: Form) -> Cell:
    """Return what a field holds, `text` in words; a list of records or phrases stays a list."""
    if isinstance(content, tuple) and any(
        isinstance(item, Struct) or " " in str(item) for item in content
    ):
        texts = ((item, records.cell(item, field, form.language)) for item in content)
        return tuple(_value(item, field, row, said, form) for item, said in texts)
    return _value(content, field, row, text, form)


def _value(content: Any, field: str, row: Struct, text: str, form: Form) -> Value:
    shown, url = records.linked(content, field, text, form.language)
    if url:
        return Link(text=shown, url=url)
    iso = _iso(content, field, row)
    return Time(text=text, iso=iso) if iso else text


def _iso(content: Any, field: str, row: Struct) -> str:
    """Return the ISO 8601 form of a value that is a date or a moment; empty for another."""
    when = getattr(row, _WRITTEN.get(field, ""), None)
    match content:
        case When(clock=str()):
            return _page.utc(timeline.window(content).earliest)
        case When():
            return content.date
        case dt.datetime():
            return _page.utc(content)
        case dt.date():
            return content.isoformat()
        case str() if isinstance(when, When):
            return _iso(when, field, row)
        case str() if field in records.DAYS and _ISO_DATE.fullmatch(content):
            return content
    return ""
