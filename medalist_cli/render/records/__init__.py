"""What the formats of lists share: which fields they show, and a value as one cell of text."""

import datetime as dt
from typing import Any

from msgspec import Struct, structs, to_builtins

from medalist_cli.model import rows
from medalist_cli.model.dataset import When
from medalist_cli.model.result import Records
from medalist_cli.render import Form, columns, escaping
from medalist_cli.text import wording
from medalist_cli.text.cells import visible

UNKNOWN = "unknown"
_MARKS = {"one-source": "*", "seed-only": "†"}
_LEGEND = {"*": "one source", "†": "the first article only"}
_BLANK = ("note", "also", "dub")
"""Fields left blank when missing."""
_LINKED = ("title", "service", "name", "term")
"""The fields that a row's own page is linked from, the first of them that is shown."""
_WORDY = 40
"""Characters from which an item of a list is a sentence, on a line of its own."""
_PROOF = ("sources", "confidence")
"""The fields a sheet ends with."""


def value(row: Struct, field: str) -> Any:
    """Return a field of a row; a dotted name is a field within a field."""
    found: Any = row
    for part in field.split("."):
        found = getattr(found, part, None)
    return found


def data(result: Records[Struct], form: Form) -> Any:
    """Return the rows for a data format, only with the fields asked for if any were."""
    if not form.fields:
        return result.rows
    return [{field: value(row, field) for field in form.fields} for row in result.rows]


def grid(result: Records[Struct], form: Form) -> tuple[tuple[str, ...], list[list[Any]]]:
    """Return the names and the plain values of the fields asked for, by default of all."""
    names = form.fields or (columns(type(result.rows[0])) if result.rows else ())
    return names, [[to_builtins(value(row, name)) for name in names] for row in result.rows]


def datum(content: Any) -> str:
    """Return a plain value as one cell of data: nothing for None, lists joined with `;`."""
    match content:
        case None:
            return ""
        case bool():
            return "true" if content else "false"
        case list() | tuple():
            return ";".join(map(datum, content))
        case dict():
            return ", ".join(datum(inner) for inner in content.values() if inner is not None)
        case _:
            return visible(str(content))


def sheet_cell(content: Any, encoding: str, *, quotes: bool = False) -> str:
    """Return a plain value as a cell that no spreadsheet runs; numbers stay numbers."""
    text = datum(content)
    is_number = isinstance(content, int | float)
    return text if is_number else escaping.sheet(text, encoding, quotes=quotes)


def header(field: str) -> str:
    """Return a field's name for people: `air_date` is `Air date`, `name_ja` is `Name (ja)`."""
    words = field.replace("_ja", " (ja)").replace("_", " ").replace(".", " ")
    return words[:1].upper() + words[1:]


def fields(result: Records[Struct], form: Form) -> tuple[str, ...]:
    """Return the fields that people are shown: those asked for, else the answer's choice."""
    return form.fields or result.fields


def readable(result: Records[Struct], form: Form) -> tuple[list[str], list[list[str]]]:
    """Return the headers and the rows of cells; a doubtful row is marked in its first cell."""
    names = fields(result, form)
    rows = [[cell(value(row, name), name) for name in names] for row in result.shown]
    for row, cells in zip(result.shown, rows, strict=True):
        cells[0] += mark(row)
    return [header(name) for name in names], rows


def cell(content: Any, field: str = "") -> str:  # noqa: C901 - one case per type
    """Return one value as a line for people."""
    match content:
        case None:
            return "" if field in _BLANK else "TBA" if field == "date" else UNKNOWN
        case bool():
            return "yes" if content else ""
        case When():
            return wording.when(content)
        case dt.datetime():
            return f"{content:%Y-%m-%d %H:%M %Z}"
        case rows.ChangeRow(role=role, before=before, now=now):
            return visible(f"{role}: {before or 'nobody'} → {now or UNKNOWN}")
        case rows.SongRow(kind=kind, title=title, artist=artist):
            return visible(f"{kind}: {title} by {artist}")
        case rows.NeighbourRow(title=title, start=start, studio=studio):
            return visible(f"{title} by {studio or UNKNOWN}, from {start or UNKNOWN}")
        case rows.ArcRow(name=name, first=first, last=last):
            return visible(f"{name} (episodes {first}–{last})")
        case rows.LinkRow(title=title, url=url, published=published):
            return visible(", ".join(filter(None, (title, url, published))))
        case Struct():
            parts = (getattr(content, name) for name in content.__struct_fields__)
            told = (cell(part) for part in parts if part is not None)
            return ", ".join(dict.fromkeys(told))
        case tuple():
            plain = all(" " not in str(item) for item in content)
            return (", " if plain else "; ").join(map(cell, content))
        case _:
            return visible(str(content))


def linked(content: Any, field: str = "") -> tuple[str, str | None]:
    """Return a value as a line for people, and the address of the page it leads to."""
    if field == "url" and content:
        return cell(content), content
    url = getattr(content, "url", None)
    if isinstance(content, Struct) and url:
        return cell(structs.replace(content, url=None)), url
    return cell(content, field), None


def link_field(row: Struct, names: tuple[str, ...]) -> str:
    """Return which of the shown fields leads to the row's own page; empty: none."""
    if not getattr(row, "url", None) or "url" in names:
        return ""
    return next((name for name in _LINKED if name in names), names[0])


def sheet(result: Records[Struct], form: Form) -> list[tuple[str, tuple[Any, ...]]]:
    """Return the known fields of the only row, each with its values; sentences are one each."""
    row = result.shown[0]
    names = form.fields or result.card or sorted(row.__struct_fields__, key=_PROOF.__contains__)
    pairs = ((name, value(row, name)) for name in names)
    return [
        (name, content if _is_prose(content) else (content,))
        for name, content in pairs
        if content not in (None, (), False)
    ]


def is_sheet(result: Records[Struct]) -> bool:
    """Return whether a result is better shown as one record, each field on its own line."""
    return result.sheet and len(result.rows) == 1


def _is_prose(content: object) -> bool:
    return isinstance(content, tuple) and any(
        isinstance(item, Struct) or len(str(item)) > _WORDY for item in content
    )


def mark(row: Struct) -> str:
    """Return the mark of a row that fewer than two sources support, else nothing."""
    return _MARKS.get(getattr(row, "confidence", ""), "")


def legend(result: Records[Struct]) -> str:
    """Return the line under a table: what its marks mean, and the day of its facts."""
    marks = {mark(row) for row in result.rows}
    told = [f"{sign} {meaning}" for sign, meaning in _LEGEND.items() if sign in marks]
    return " · ".join((*told, f"as of {result.as_of}"))
