"""What the formats of lists share: which fields they show, and a value as one cell of text."""

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any

from msgspec import Struct, structs, to_builtins

from medalist_cli.model import rows
from medalist_cli.model.dataset import Confidence, When
from medalist_cli.model.result import Records
from medalist_cli.render import Form, columns, escaping
from medalist_cli.text import wording
from medalist_cli.text.cells import visible
from medalist_cli.text.language import Language, worded

KEY_MARK = "★"
"""Before the title of a key episode."""
_MARKS: dict[Any, str] = {"one-source": "*", "seed-only": "†"}
_BLANK = (
    *("note", "claim", "dub", "status", "season", "milestone", "term_ja"),
    *("field", "old", "new", "days"),
)
"""Fields left blank when missing."""
_MISSING = {"date": "tba", "starts": "not_stated"}
"""The label that stands for a missing value, where that is not `unknown`."""
DAYS = ("start", "end", "air_date", "released", "published", "started")
"""Fields with a day, month or year as the data writes it."""
_DAY = "[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?"
_TERMS = ("confidence", "state", "status", "kind", "audio", "episode")
"""Fields whose values are codes in the data; `episode` is where someone has seen none or all."""
_UNITS = {"facts": "fact", "runtime_minutes": "minute"}
"""Fields whose values are numbers of something."""
_STYLES = {
    ("state", "upcoming"): "new",
    ("state", "live"): "answer",
    ("state", "window"): "answer",
    ("state", "past"): "faint",
    ("state", "tba"): "mark",
    ("status", "new"): "new",
    ("status", "promoted"): "label",
}
"""The colour of a cell, by its field and value."""
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


class Item(Struct, frozen=True, kw_only=True):
    """A line of a sheet."""

    label: str
    text: str
    """As people read it."""
    content: Any
    """The value of the field, or an item of it."""
    field: str
    other: tuple[str, ...] = ()
    """The same in another script."""
    mark: str = ""
    """The mark of a doubtful value."""


def is_sheet(result: Records[Struct], form: Form) -> bool:
    """Return whether a result is one record to show whole, a line for each field."""
    return result.sheet and len(result.rows) == 1 and not form.fields


def layout(result: Records[Struct], form: Form) -> rows.Layout:
    """Return how the rows are set on a terminal; fields that were asked for are always a table."""
    if form.fields or not result.rows:
        return rows.TABLE
    found: rows.Layout = getattr(type(result.rows[0]), "layout", rows.TABLE)
    return found


def title(result: Records[Struct], form: Form) -> str:
    """Return the heading of the list."""
    return visible(worded(result.title, form.language))


def pairs(result: Records[Struct], form: Form, *, split: bool) -> list[tuple[str, str]]:
    """Return the labels and texts of the first record's sheet; see `sheet`."""
    return [whole(item, form.language) for item in sheet(result, form, split=split)]


def whole(item: Item, language: Language) -> tuple[str, str]:
    """Return the label of a line, and its text with all that belongs to it."""
    return item.label, language.noted(item.text, item.other) + item.mark


def sheet(result: Records[Struct], form: Form, *, split: bool) -> list[Item]:
    """Return the lines of the first record's sheet, without what is unknown or empty.

    A missing day stays: that there is none is an answer. Each sentence or record of a list has a
    line of its own; `split`: each phrase too. A Japanese form belongs to the line of the field,
    unless the field shows it already.
    """
    row = result.shown[0]
    names = form.fields or result.card or sorted(row.__struct_fields__, key=_LAST.__contains__)
    found = items(row, tuple(names), form.language, split=split)
    if found:
        found[0] = structs.replace(found[0], mark=found[0].mark + mark(row))
    return found


def items(
    row: Struct, names: Sequence[str], language: Language, *, split: bool = False
) -> list[Item]:
    """Return the lines of some fields of a record; see `sheet`."""
    found: list[Item] = []
    for name in names:
        content = value(row, name)
        is_missing = content is None and name not in _MISSING and not _is_named(row, name)
        if is_missing or content in ((), "") or content is False or _follows(row, name, names):
            continue
        if isinstance(row, rows.EpisodeRow) and row.local and name in ("local", "earliest", "when"):
            found += _clocks(row, language) if name == "local" else []
            continue
        for each in content if _is_split(content, split=split) else (content,):
            item = Item(
                label=_label(each, name, language),
                text=shown(row, name, each, language),
                content=each,
                field=name,
                other=_other_script(row, name, names),
                mark=mark(row, "dated") if name == "starts" else "",
            )
            found.append(item)
    return found


def _is_named(row: Struct, field: str) -> bool:
    """Return whether a missing field has a name all the same: an episode's is its number."""
    return field == "title" and isinstance(row, rows.RecapRow | rows.EpisodeRow)


def _clocks(row: rows.EpisodeRow, language: Language) -> list[Item]:
    zone = getattr(row.local and row.local.tzinfo, "key", None) or ""
    clocks = wording.broadcast(row.when, row.earliest, row.local, zone, language)
    return [Item(label=label, text=text, content=text, field="") for label, text in clocks]


def _follows(row: Struct, name: str, names: Sequence[str]) -> bool:
    """Return whether a field is the Japanese form of one that is shown."""
    base = name.removesuffix("_ja")
    return base != name and base in names and value(row, base) is not None


def _other_script(row: Struct, name: str, names: Sequence[str]) -> tuple[str, ...]:
    """Return the Japanese form of a text, if it is to be shown and not in it already."""
    other = value(row, f"{name}_ja") if f"{name}_ja" in names else None
    if other is None or str(other) in str(value(row, name)):
        return ()
    return (visible(str(other)),)


def _is_split(content: object, *, split: bool) -> bool:
    return isinstance(content, tuple) and any(
        isinstance(item, Struct) or len(str(item)) > _WORDY or (split and " " in str(item))
        for item in content
    )


def _label(item: object, field: str, language: Language) -> str:
    """Return the label of a field, or of an item of it that has one of its own."""
    match item:
        case rows.SongRow(kind=kind):
            return visible(language.label(f"song_{kind}"))
        case rows.LinkRow(kind=kind):
            return visible(language.label(f"link_{kind}"))
        case rows.DubRow(language=en, language_ja=ja):
            return visible(language.dub(language.pick(en, ja) or en))
        case _:
            return language.label(field)


def fields(result: Records[Struct], form: Form) -> tuple[str, ...]:
    """Return the fields that people are shown: those asked for, else the answer's choice."""
    return form.fields or result.fields


def readable(result: Records[Struct], form: Form) -> tuple[list[str], list[list[str]]]:
    """Return the headers and the rows of cells; a doubtful row is marked in its first cell."""
    names = fields(result, form)
    headers = [form.language.label(name) for name in names]
    return headers, [cells(row, names, form.language) for row in result.shown]


def cells(row: Struct, names: tuple[str, ...], language: Language) -> list[str]:
    """Return a row as cells of text."""
    found = [shown(row, name, value(row, name), language) for name in names]
    found[0] += mark(row)
    for index, name in enumerate(names):
        if name == "starts":
            found[index] += mark(row, "dated")
    return found


def styles(row: Struct, names: tuple[str, ...]) -> list[str]:
    """Return the colour of each cell of a row, by what its value means."""
    return [_style(row, name) for name in names]


def _style(row: Struct, name: str) -> str:
    if name == "seasons" and value(row, "new") is True:
        return "new"
    content = value(row, name)
    style = _STYLES.get((name, content)) if isinstance(content, str) else None
    return style or ("faint" if name == "status" and content not in ("returning", None) else "")


def mark(row: Struct, field: str = "confidence") -> str:
    """Return the mark of a record, or of one of its fields, that fewer than two sources support."""
    return _MARKS.get(getattr(row, field, ""), "")


def shown(row: Struct, field: str, content: Any, language: Language) -> str:
    """Return a value of a row as a line for people, with what the rest of the row adds to it."""
    match row, field:
        case rows.Countdown(), "date":
            return wording.day(row, language) or language.label("tba")
        case rows.Countdown(), "title":
            return wording.title(row, language)
        case ((rows.EpisodeRow() | rows.WhereRow()), ("date" | "starts")):
            at = getattr(row, "when", None) or getattr(row, "start", None)
            return cell(row.local or at, field, language)
        case ((rows.RecapRow() | rows.EpisodeRow()), "title"):
            name = cell(content, field, language) if content else language.episode(row.episode)
            return f"{KEY_MARK} {name}" if row.key else name
        case rows.CastRow(new=True), "seasons":
            return f"{cell(content, field, language)} · {language.label('new').lower()}"
        case _:
            return cell(content, field, language)


def cell(content: Any, field: str, language: Language) -> str:  # noqa: C901 - one case per type
    """Return one value as a line for people."""
    match content:
        case None:
            return "" if field in _BLANK else language.label(_MISSING.get(field, "unknown"))
        case int() if field in _UNITS:
            return language.amount(content, _UNITS[field])
        case str() if field in _TERMS:
            return visible(language.term(field, content))
        case bool():
            return (KEY_MARK if field == "key" else language.label("yes")) if content else ""
        case When():
            return wording.when(content, language)
        case dt.datetime():
            return f"{language.moment(content)} {visible(language.abbreviation(content))}"
        case dt.date():
            return language.day(content)
        case str() if field in DAYS:
            return visible(day(content, language))
        case Struct():
            return _record(content, language)
        case tuple():
            texts = [cell(item, field, language) for item in content]
            return language.listed(texts, are_phrases=any("," in str(item) for item in content))
        case _:
            return visible(str(content))


def linked(content: Any, field: str, text: str, language: Language) -> tuple[str, str | None]:
    """Return a value as a line for people, and the address of the page it leads to.

    `text` is the line with any address in it.
    """
    if field == "url" and content:
        return text, content
    url = getattr(content, "url", None)
    if isinstance(content, Struct) and url:
        return cell(structs.replace(content, url=None), field, language), url
    return text, None


def link_field(row: Struct, names: tuple[str, ...]) -> str:
    """Return which of the shown fields leads to the row's own page; empty: none."""
    if not getattr(row, "url", None):
        return ""
    return next((name for name in _LINKED if name in names), names[0])


def _record(content: Struct, language: Language) -> str:
    """Return a record within a record on one line."""
    match content:
        case rows.ChangeRow(role=role, before=before, now=now):
            return visible(language.change(role, before, now))
        case rows.SongRow(title=title, title_ja=ja, artist=artist):
            return visible(language.song(title, ja if ja != title else None, artist))
        case rows.NeighbourRow(title=title, start=start, studio=studio):
            return visible(language.neighbour(title, studio, start and day(start, language)))
        case rows.ArcRow(name=name, first=first, last=last, chapters=chapters):
            return visible(language.arc(name, first, last, chapters))
        case rows.LinkRow(title=title, url=url, published=published):
            when = published and day(published, language)
            return visible(language.listed([*filter(None, (title, when, url))]))
        case rows.DubRow(studio=studio, crew=crew, note=note):
            made = [*filter(None, (studio, *(cell(each, "", language) for each in crew)))]
            said = language.listed(made, are_phrases=True)
            if note:
                said = f"{language.stopped(said)} {note}" if made else note
            return visible(said) or language.label("unknown")
        case rows.DubCreditRow(role=role, name=name):
            return visible(f"{language.labelled(role)}{name or language.label('unknown')}")
        case _:
            parts = (getattr(content, name) for name in content.__struct_fields__)
            texts = (cell(part, "", language) for part in parts if part is not None)
            return language.listed([*dict.fromkeys(texts)])


def day(text: str, language: Language) -> str:
    """Return a day, month or year in words; a text that is none of them stays as it is."""
    try:
        return language.date(text) if re.fullmatch(_DAY, text) else text
    except ValueError:  # the 31st of April
        return text


def legend(result: Records[Struct], form: Form) -> str:
    """Return the lines under a list: footnotes, what its marks mean, how old the facts are."""
    age = form.language.checked(result.as_of, result.origin)
    footnotes = (visible(worded(line, form.language)) for line in result.footnotes)
    return "\n".join((*footnotes, " · ".join((*marks(result, form), age))))


def marks(result: Records[Struct], form: Form) -> list[str]:
    """Return what the marks in a list mean."""
    language = form.language
    doubts: tuple[Confidence, ...] = ("one-source", "seed-only")
    found = {getattr(row, field, "") for row in result.rows for field in ("confidence", "dated")}
    meanings = [f"{_MARKS[doubt]} {language.legend(doubt)}" for doubt in doubts if doubt in found]
    if any(str(value(row, "status")).endswith("-only") for row in result.rows):
        meanings.append(language.label("as_far_as_known"))
    if any(value(row, "key") is True for row in result.rows):
        meanings.insert(0, f"{KEY_MARK} {language.label('key_episode')}")
    return meanings
