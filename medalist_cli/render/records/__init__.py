"""What the formats of lists share: which fields they show, and a value as one cell of text."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

from msgspec import Struct, structs, to_builtins

from medalist_cli.model import rows
from medalist_cli.model.dataset import When
from medalist_cli.model.result import Records
from medalist_cli.render import Form, columns, escaping, origin
from medalist_cli.text import labels, wording
from medalist_cli.text.cells import visible

UNKNOWN = "unknown"
_MARKS = {"one-source": "*", "seed-only": "†"}
_LEGEND = {"*": "one source", "†": "the first article only"}
_BLANK = (
    *("note", "claim", "also", "dub", "status", "season", "milestone"),
    *("field", "old", "new", "days"),
)
"""Fields left blank when missing."""
_MISSING = {"date": "TBA", "starts": "not stated"} | dict.fromkeys(_BLANK, "")
"""What stands for a missing value, where that is not `unknown`."""
_DAYS = ("start", "end", "air_date", "released", "published")
"""Fields with a day, month or year as the data writes it."""
_DAY = "[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?"
_WRITERS: dict[str, Callable[[Any], str]] = {
    "confidence": lambda code: labels.CONFIDENCE.get(code, code),
    "status": labels.status,
    "facts": lambda count: wording.plural(count, "fact"),
    "runtime_minutes": lambda count: wording.plural(count, "minute"),
}
"""How to write the values of fields that are codes or bare numbers in the data."""
_WORDY = 40
"""Characters from which an item of a list is a sentence, and stands on a line of its own."""
_LAST = ("sources", "confidence")
"""The fields a sheet ends with."""
_LINKED = ("title", "service", "name", "term")
"""The fields that a row's own page is linked from, the first of them that is shown."""


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


class Item(Struct, frozen=True):
    """A line of a sheet: the label, the value with its field, and the mark of a doubtful one."""

    label: str
    content: Any
    field: str
    mark: str = ""


def is_sheet(result: Records[Struct], form: Form) -> bool:
    """Return whether a result is one record to show whole, a line for each field."""
    return result.sheet and len(result.rows) == 1 and not form.fields


def pairs(result: Records[Struct], form: Form, *, split: bool) -> list[tuple[str, str]]:
    """Return the labels and texts of the first record's sheet; see `sheet`."""
    return [
        (item.label, cell(item.content, item.field) + item.mark)
        for item in sheet(result, form, split=split)
    ]


def sheet(result: Records[Struct], form: Form, *, split: bool) -> list[Item]:
    """Return the lines of the first record's sheet, without what is unknown or empty.

    A missing day stays: that there is none is an answer. Each sentence or record of a list has a
    pair of its own; `split`: each phrase too. A Japanese form is left out where the field itself
    shows it already.
    """
    row = result.shown[0]
    names = form.fields or result.card or sorted(row.__struct_fields__, key=_LAST.__contains__)
    found: list[Item] = []
    for name in names:
        content = value(row, name)
        is_missing = content is None and not _MISSING.get(name)
        if is_missing or content in ((), "") or content is False or _is_shown(row, name):
            continue
        items = content if _is_split(content, split=split) else (content,)
        doubt = mark(row, "dated") if name == "starts" else ""
        found += [Item(_label(item, name), item, name, doubt) for item in items]
    if found:
        found[0] = structs.replace(found[0], mark=found[0].mark + mark(row))
    return found


def _is_shown(row: Struct, name: str) -> bool:
    base = str(value(row, name.removesuffix("_ja")))
    return name.endswith("_ja") and str(value(row, name)) in base


def _is_split(content: object, *, split: bool) -> bool:
    return isinstance(content, tuple) and any(
        isinstance(item, Struct) or len(str(item)) > _WORDY or (split and " " in str(item))
        for item in content
    )


def _label(item: object, field: str) -> str:
    """Return the label of a field, or of an item of it that has one of its own."""
    match item:
        case rows.SongRow(kind=kind):
            return visible(labels.SONGS.get(kind, kind))
        case rows.DubRow(language=language):
            return visible(f"{language} dub")
        case _:
            return labels.label(field)


def fields(result: Records[Struct], form: Form) -> tuple[str, ...]:
    """Return the fields that people are shown: those asked for, else the answer's choice."""
    return form.fields or result.fields


def readable(result: Records[Struct], form: Form) -> tuple[list[str], list[list[str]]]:
    """Return the headers and the rows of cells; a doubtful row is marked in its first cell."""
    names = fields(result, form)
    rows = [[cell(value(row, name), name) for name in names] for row in result.shown]
    for row, cells in zip(result.shown, rows, strict=True):
        cells[0] += mark(row)
        if "starts" in names:
            cells[names.index("starts")] += mark(row, "dated")
    return [labels.label(name) for name in names], rows


def mark(row: Struct, field: str = "confidence") -> str:
    """Return the mark of a row, or of its date, that fewer than two sources support."""
    return _MARKS.get(getattr(row, field, ""), "")


def cell(content: Any, field: str = "") -> str:
    """Return one value as a line for people."""
    match content:
        case None:
            return _MISSING.get(field, UNKNOWN)
        case _ if field in _WRITERS:
            return visible(_WRITERS[field](content))
        case bool():
            return "yes" if content else ""
        case When():
            return wording.when(content)
        case dt.datetime():
            return wording.moment(content)
        case str() if field in _DAYS:
            return visible(_day(content))
        case Struct():
            return _record(content)
        case tuple():
            plain = all("," not in str(item) for item in content)
            return (", " if plain else "; ").join(map(cell, content))
        case _:
            return visible(str(content))


def linked(content: Any, field: str = "") -> tuple[str, str | None]:
    """Return a value as a line for people, and the address of the page it leads to."""
    if field == "url" and content:
        return cell(content), content
    url = getattr(content, "url", None)
    if isinstance(content, Struct) and url:
        return cell(structs.replace(content, url=None), field), url
    return cell(content, field), None


def link_field(row: Struct, names: tuple[str, ...]) -> str:
    """Return which of the shown fields leads to the row's own page; empty: none."""
    if not getattr(row, "url", None):
        return ""
    return next((name for name in _LINKED if name in names), names[0])


def _record(content: Struct) -> str:
    """Return a record within a record on one line."""
    match content:
        case rows.ChangeRow(role=role, before=before, now=now):
            change = f"{before} → {now or UNKNOWN}" if before else f"{now or UNKNOWN} (new post)"
            return visible(f"{role}: {change}")
        case rows.SongRow(title=title, title_ja=ja, artist=artist):
            other = f" ({ja})" if ja and ja != title else ""
            return visible(f"“{title}”{other} — {artist}")
        case rows.NeighbourRow(title=title, start=start, studio=studio):
            made = f"{title} ({studio})" if studio else title
            return visible(f"{made}, from {_day(start)}" if start else made)
        case rows.ArcRow(name=name, first=first, last=last, chapters=chapters):
            part = f"episodes {first}–{last}" + (f", chapters {chapters}" if chapters else "")
            return visible(f"{name} ({part})")
        case rows.LinkRow(title=title, url=url, published=published):
            return visible(", ".join(filter(None, (title, published and _day(published), url))))
        case rows.DubRow(studio=studio, crew=crew, note=note):
            made = "; ".join(filter(None, (studio, *map(cell, crew))))
            return visible(". ".join(filter(None, (made, note)))) or UNKNOWN
        case rows.DubCreditRow(role=role, name=name):
            return visible(f"{role}: {name or UNKNOWN}")
        case _:
            parts = (getattr(content, name) for name in content.__struct_fields__)
            return ", ".join(dict.fromkeys(cell(part) for part in parts if part is not None))


def _day(text: str) -> str:
    """Return a day, month or year in words; a text that is none of them stays as it is."""
    try:
        return wording.date(When(date=text, zone="UTC")) if re.fullmatch(_DAY, text) else text
    except ValueError:  # the 31st of April
        return text


def legend(result: Records[Struct]) -> str:
    """Return the lines under a table: footnotes, what its marks mean, the day of its facts."""
    marks = {mark(row, field) for row in result.rows for field in ("confidence", "dated")}
    told = [f"{sign} {meaning}" for sign, meaning in _LEGEND.items() if sign in marks]
    footnotes = map(visible, result.footnotes)
    age = f"as of {result.as_of}{origin(result)}"
    return "\n".join((*footnotes, " · ".join((*told, age))))
