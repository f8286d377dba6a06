"""What can be wrong with a dataset: its form, its dates, and ids that name nothing.

A fault is a line that begins with its JSON path: `$.cast[3].actor: expected …`.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import get_args, get_origin, get_type_hints

import msgspec
from msgspec import inspect

from medalist_cli.dates import timeline
from medalist_cli.model.dataset import Dataset, Episode, Record, Source, When
from medalist_cli.storage.strict_json import Json
from medalist_cli.text.cells import visible

_TIMES = ("when", "announced", "start")
"""The fields that hold a `when`, in whichever record."""


def structural_errors(document: Json) -> Iterator[str]:
    """Yield what is wrong with the form of `document`, one fault for each record at most."""
    if not isinstance(document, dict):
        yield from _of_one(document, Dataset, "$")
        return
    kinds = get_type_hints(Dataset).items()
    records = {key: get_args(kind)[0] for key, kind in kinds if get_origin(kind) is tuple}
    lists = [key for key in document if key in records and isinstance(document[key], list)]
    for key in lists:
        for index, item in enumerate(document[key]):
            yield from _of_one(item, records[key], f"$.{key}[{index}]")
    yield from _of_one(document | dict.fromkeys(lists, ()), Dataset, "$")


def _of_one(value: Json, kind: type, path: str) -> Iterator[str]:
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        yield located(error, path)


def located(error: msgspec.ValidationError, at: str = "$") -> str:
    """Turn msgspec's `Expected … - at `$.key`` around: the path first, and from the root."""
    what, _, where = str(error).partition(" - at `")
    path = where.removesuffix("`")
    inner = path.removeprefix("$") if path.startswith("$") else ""
    return visible(f"{at}{inner}: {what[:1].lower()}{what[1:]}")


def unknown_sources(document: Json) -> Iterator[str]:
    """Yield each source's id that names nothing, in an object of whatever form otherwise."""
    lists = {key: value for key, value in document.items() if isinstance(value, list)}
    records = {
        key: [each if isinstance(each, dict) else {} for each in lists[key]] for key in lists
    }
    known = [source.get("id") for source in records.get("sources", [])]
    for key, listed in records.items():
        for index, record in enumerate(listed):
            named = record.get("sources")
            for place, name in enumerate(named if isinstance(named, list) else []):
                if isinstance(name, str) and name not in known:
                    yield _no_source(f"$.{key}[{index}].sources[{place}]", name)


def _no_source(path: str, name: str) -> str:
    return f"{path}: no source has the id {visible(name)!r}"


def semantic_errors(dataset: Dataset) -> Iterator[str]:
    """Yield what is wrong with a dataset of the right form: ids first, then each record."""
    targets = [m.id for m in dataset.milestones] + [e.id for e in dataset.episodes]
    yield from _repeated("$.milestones", [m.id for m in dataset.milestones])
    yield from _repeated("$.episodes", [e.id for e in dataset.episodes])
    yield from _repeated("$.seasons", [str(s.season) for s in dataset.seasons])
    yield from _repeated("$.sources", [s.id for s in dataset.sources])
    if dataset.anchor not in targets:
        yield f"$.anchor: no milestone has the id {visible(dataset.anchor)!r}"
    sources = {source.id for source in dataset.sources}
    episodes = {episode.id for episode in dataset.episodes}
    for field in dataset.__struct_fields__:
        listed = getattr(dataset, field)
        if isinstance(listed, tuple):
            for index, record in enumerate(listed):
                yield from _of_record(record, f"$.{field}[{index}]", sources, episodes)


def _repeated(path: str, ids: Sequence[str]) -> Iterator[str]:
    if len(set(ids)) == len(ids):
        return
    seen: set[str] = set()
    for index, name in enumerate(ids):
        if name in seen:
            yield f"{path}[{index}]: {visible(name)!r} stands twice"
        seen.add(name)


def _of_record(
    record: Record | Source, path: str, sources: set[str], episodes: set[str]
) -> Iterator[str]:
    for index, name in enumerate(getattr(record, "sources", ())):
        if name not in sources:
            yield _no_source(f"{path}.sources[{index}]", name)
    # An episode's own `episode` is its number, not an id.
    named = ("since",) if isinstance(record, Episode) else ("since", "episode")
    for field in named:
        name = getattr(record, field, None)
        if name is not None and name not in episodes:
            yield f"{path}.{field}: no episode has the id {visible(name)!r}"
    yield from islice(_of_times(record, path), 1)


def _of_times(record: Record | Source, path: str) -> Iterator[str]:
    for field in _TIMES:
        when: When | None = getattr(record, field, None)
        try:
            if when is not None:
                timeline.window(when)
        except ValueError as error:
            yield f"{path}.{field}: {visible(str(error))}"


def unknown_keys(document: Json) -> Iterator[str]:
    """Yield the path of each key that means nothing here; the dataset must be of the right form."""
    yield from _unknown(document, inspect.type_info(Dataset), "$")


def _unknown(value: Json, kind: inspect.Type, path: str) -> Iterator[str]:
    match kind:
        case inspect.StructType() if isinstance(value, dict):
            fields = {field.encode_name: field.type for field in kind.fields}
            for key, inner in value.items():
                if key in fields:
                    yield from _unknown(inner, fields[key], f"{path}.{key}")
                else:
                    yield f"{path}.{visible(key)}"
        case inspect.VarTupleType() if isinstance(value, list):
            for index, inner in enumerate(value):
                yield from _unknown(inner, kind.item_type, f"{path}[{index}]")
        case inspect.UnionType():
            for option in kind.types:
                yield from _unknown(value, option, path)
        case _:
            return
