"""What changed between two datasets.

Dates that moved, records that are new or gone, facts that are better or less well supported.
Records are the same when their ids are; records without an id, when what names them is. Every
record is looked at once, so the time grows with the number of records.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from typing import Any

from msgspec import Struct, structs

from medalist_cli.dates import timeline
from medalist_cli.model.dataset import Confidence, Dataset, Episode, Milestone, Name, When
from medalist_cli.model.rows import Change, DiffRow, Value
from medalist_cli.queries import milestones
from medalist_cli.text import en, wording
from medalist_cli.text.names import latin

_NAMED_BY: dict[str, tuple[str, ...]] = {
    "seasons": ("season",),
    "arcs": ("season", "name"),
    "cast": ("character",),
    "staff": ("role", "name"),
    "songs": ("season", "kind", "title"),
    "remarks": ("season", "speaker", "text"),
    "dubs": ("season", "language"),
    "streams": ("season", "service", "region", "countries"),
    "also_airing": ("season", "title"),
    "links": ("season", "kind", "title"),
    "glossary": ("term",),
    "conflicts": ("topic",),
}
"""The fields that name a record of a list whose records have no id."""

_DATES = ("when", "start")
"""The fields that hold the date of a record."""
_DAYS = ("released", "published", "started")
"""The fields that hold a bare day."""
_WITH_DATE = ("claims", "was", "inferred")
"""The fields that say how sure a date is and where it stood: part of its line."""

_SURENESS: tuple[Confidence | None, ...] = (None, "seed-only", "one-source", "two-sources")
"""From unsure to sure."""

Key = tuple[str, ...]
Sure = tuple[Confidence | None, Confidence | None]
"""How well a fact was supported, and is."""


def diff(old: Dataset, new: Dataset) -> tuple[DiffRow, ...]:
    """Return the changes from `old` to `new`, in the order of `new`; what went comes last.

    A later `as_of` alone is no change.
    """
    rows = list(_of_dataset(old, new))
    for name in (*_lists(new), "manga"):
        rows += _of_list(name, _keyed(old, name), _keyed(new, name))
    return tuple(row for row in rows if row.kind != "went") + tuple(
        row for row in rows if row.kind == "went"
    )


def is_same_show(old: Dataset, new: Dataset) -> bool:
    """Return whether two datasets are about the same show."""
    return old.show.id == new.show.id


def other_show(old: Dataset, new: Dataset) -> tuple[DiffRow, ...]:
    """Return the one line that says more than a list of everything, where the show is another."""
    return (_row("changed", "show", new.show.title, "title", old.show.title, new.show.title),)


def _lists(dataset: Dataset) -> Iterator[str]:
    """Yield the lists of a dataset; episodes are among the milestones, as they are for targets."""
    for name in dataset.__struct_fields__:
        if name in ("milestones", "episodes", "sources", "shows") or name in _NAMED_BY:
            yield name


def _of_dataset(old: Dataset, new: Dataset) -> Iterator[DiffRow]:
    if old.anchor != new.anchor:
        yield _row("changed", "anchor", "", "anchor", old.anchor, new.anchor)
    yield from _of_record("show", new.show.title, old.show, new.show)


def _keyed(dataset: Dataset, name: str) -> dict[Key, Struct]:
    """Return the records of a list by what names them; a second one of a name is numbered."""
    listed = getattr(dataset, name) or ()
    records: dict[Key, Struct] = {}
    seen: Counter[Key] = Counter()
    for record in listed if isinstance(listed, tuple) else (listed,):
        key = _key(name, record)
        seen[key] += 1
        records[(*key, f"#{seen[key]}") if seen[key] > 1 else key] = record
    return records


def _key(name: str, record: Any) -> Key:
    if name == "manga":
        return (name,)
    if name not in _NAMED_BY:
        return (record.id,) if name in ("milestones", "episodes") else (name, record.id)
    show = (record.show,) if record.show else ()
    parts = (getattr(record, field) for field in _NAMED_BY[name])
    return (*show, name, *(text for part in parts if (text := _named(part))))


def _named(part: Any) -> str | None:
    match part:
        case Name():
            return latin(part) or part.ja
        case tuple():
            return ",".join(part)
        case _:
            return None if part is None else str(part)


def _of_list(name: str, old: dict[Key, Struct], new: dict[Key, Struct]) -> Iterator[DiffRow]:
    for key, record in new.items():
        where = "/".join(key)
        if key not in old:
            yield _whole("appeared", where, name, record)
        elif old[key] != record:
            yield from _of_record(where, _title(name, record), old[key], record)
    for key, record in old.items():
        if key not in new:
            yield _whole("went", "/".join(key), name, record)


def _whole(kind: Change, where: str, name: str, record: Struct) -> DiffRow:
    date = next(filter(None, (getattr(record, field, None) for field in (*_DATES, *_DAYS))), None)
    is_new = kind == "appeared"
    sure = _confidence(record)
    return DiffRow(
        kind=kind,
        id=where,
        title=_title(name, record),
        field=None,
        old=None if is_new else date,
        new=date if is_new else None,
        days=None,
        old_confidence=None if is_new else sure,
        new_confidence=sure if is_new else None,
    )


def _title(name: str, record: Any) -> str:
    """Return what a record is called."""
    if isinstance(record, Episode):
        return milestones.of(record).title
    if isinstance(record, Milestone):
        return record.title
    named = (getattr(record, field, None) for field in ("title", *_NAMED_BY.get(name, ())[::-1]))
    return next(filter(None, map(_named, named)), name)


def _confidence(record: Any) -> Confidence | None:
    """Return how well the date of a record is supported, or else the record."""
    sure: Confidence | None = getattr(record, "dated", None) or getattr(record, "confidence", None)
    return sure


def _of_record(where: str, title: str, old: Any, new: Any) -> Iterator[DiffRow]:
    """Yield a line for the date, for the confidence of the rest, and for each other field."""
    whole = (getattr(old, "confidence", None), getattr(new, "confidence", None))
    shown = {"confidence", "dated"}
    date = next((field for field in _DATES if hasattr(new, field)), None)
    sure = (_confidence(old), _confidence(new))
    if date:
        was, is_ = getattr(old, date), getattr(new, date)
        if was != is_ or sure[0] != sure[1]:
            yield _row(_change(was, is_, sure), where, title, date, was, is_, sure=sure)
            shown |= {date, *_WITH_DATE}
    if whole[0] != whole[1] and not (date and whole == sure):
        yield _row(_surer(whole), where, title, "confidence", *whole, sure=whole)
    for field in new.__struct_fields__:
        if field not in shown and getattr(old, field) != getattr(new, field):
            yield from _of_field(where, title, field, getattr(old, field), getattr(new, field))


def _of_field(where: str, title: str, field: str, old: Any, new: Any) -> Iterator[DiffRow]:
    before, after = dict(_leaves(field, old)), dict(_leaves(field, new))
    for path in dict.fromkeys((*after, *before)):
        was, is_ = before.get(path), after.get(path)
        if was != is_:
            is_day = path.rpartition(".")[2] in _DAYS
            kind = _day_change(str(was or ""), str(is_ or "")) if is_day else "changed"
            yield _row(kind, where, title, path, was, is_)


def _leaves(path: str, value: Any) -> Iterator[tuple[str, Value]]:
    """Yield the plain values in a field, each with its dotted path."""
    match value:
        case When() | str() | bool() | int() | None:
            yield path, value
        case dt.date():
            yield path, value.isoformat()
        case Struct():
            for field, inner in structs.asdict(value).items():
                yield from _leaves(f"{path}.{field}", inner)
        case tuple() if any(isinstance(item, Struct) for item in value):
            for index, item in enumerate(value):
                yield from _leaves(f"{path}[{index}]", item)
        case tuple():
            yield path, value


def _surer(sure: Sure) -> Change:
    before, after = map(_SURENESS.index, sure)
    return "surer" if after > before else "less sure"


def _change(old: When | None, new: When | None, sure: Sure) -> Change:
    """Return what became of a date: the date itself decides, then how sure it is."""
    if old == new:
        return _surer(sure)
    if old is None or new is None:
        return "surer" if old is None else "less sure"
    was, now = timeline.window(old), timeline.window(new)
    if (was.earliest, was.latest) == (now.earliest, now.latest):
        return "changed"  # the same time, written in another way
    if was.earliest <= now.earliest and now.latest <= was.latest:
        return "surer"
    if now.earliest <= was.earliest and was.latest <= now.latest:
        return "less sure"
    return "moved"


def _day_change(old: str, new: str) -> Change:
    """Return what became of a bare day: one that is more exact begins with the other."""
    if new.startswith(old):
        return "surer"
    return "less sure" if old.startswith(new) else "moved"


def _row(
    kind: Change,
    where: str,
    title: str,
    field: str,
    old: Any,
    new: Any,
    sure: Sure = (None, None),
) -> DiffRow:
    return DiffRow(
        kind=kind,
        id=where,
        title=title,
        field=field,
        old=old,
        new=new,
        days=_days(old, new),
        old_confidence=sure[0],
        new_confidence=sure[1],
    )


def _days(old: Value, new: Value) -> int | None:
    """Return how many days later `new` is, each on its own calendar; None if one is coarser."""
    before, after = _day(old), _day(new)
    return (after - before).days if before and after else None


def _day(value: Value) -> dt.date | None:
    if isinstance(value, When):
        at = timeline.window(value)
        return at.first_day if at.precision in ("minute", "day") else None
    try:
        return dt.date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


_SURE: dict[Confidence | None, str] = {
    "two-sources": " (two sources)",
    "one-source": " (one source)",
    "seed-only": " (unconfirmed)",
    None: "",
}


def written(rows: tuple[DiffRow, ...]) -> tuple[DiffRow, ...]:
    """Return the rows as people read them: dates in words, with how sure they are."""
    return tuple(
        structs.replace(
            row,
            old=_written(row, row.old, row.old_confidence),
            new=_written(row, row.new, row.new_confidence),
        )
        for row in rows
    )


def _written(row: DiffRow, value: Value, sure: Confidence | None) -> str:
    match value:
        case When():
            return f"{wording.when(value, en)}{_SURE[sure]}"
        case None if row.field in _DATES:
            return f"TBA{_SURE[sure]}"
        case None:
            return "none" if row.field else ""
        case bool():
            return "yes" if value else "no"
        case tuple():
            return ", ".join(map(str, value)) or "none"
        case _:
            return str(value)
