"""Validate a dataset: structure, dates and references between ids.

A problem is one line that begins with its JSON path: `$.cast[3].actor: expected …`.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Struct, inspect

from medalist_cli.dates import timeline
from medalist_cli.model.dataset import (
    Dataset,
    Episode,
    Milestone,
    Record,
    Show,
    Stream,
    When,
)
from medalist_cli.storage.strict_json import Json
from medalist_cli.text.cells import shortened, visible

_DATE_FIELDS = ("when", "announced", "start")
"""The fields that hold a `When`, in any record."""


_NEWEST = 2
"""The schema version that this program writes."""

_RENAMED = (
    (None, "themes", "renamed to songs in schema version 2"),
    ("streams", "region", "needs countries or everywhere_except since schema version 2"),
    ("conflicts", "seed_says", "renamed to article_says in schema version 2"),
    ("seasons", "arc", "moved to $.arcs in schema version 2"),
    ("dubs", "text", "split into language, studio and crew in schema version 2"),
)
"""The list, the key and what became of it; keys outside a list have None."""
_NEW_KEYS = {"countries", "everywhere_except"}
"""A stream that has one of them may have the old key too."""


def version_problems(document: Json) -> Iterator[str]:
    """Yield why a file of another schema version cannot be read, one problem per old key.

    A file of version 1 can be read if it has none of the keys that changed.
    """
    version = document.get("schema_version") if isinstance(document, dict) else None
    if type(version) is not int:
        return
    if version > _NEWEST:
        what = (
            f"{version} was made for a newer version of medalist (this one reads 1 and {_NEWEST})"
        )
        yield f"$.schema_version: {what}"
    if version == 1:
        for name, key, change in _RENAMED:
            yield from (f"{path}: {change}" for path in _old_keys(document, name, key))


def _old_keys(document: Json, name: str | None, key: str) -> Iterator[str]:
    """Yield the path of the first record of a list that still has an old key."""
    if name is None:
        yield from [f"$.{key}"] * (key in document)
        return
    listed = document.get(name)
    for index, record in enumerate(listed if isinstance(listed, list) else []):
        if isinstance(record, dict) and key in record and not _NEW_KEYS & record.keys():
            yield f"$.{name}[{index}].{key}"
            return


def structural_errors(document: Json) -> Iterator[str]:
    """Yield the structural problems of `document`, at most one per record."""
    if not isinstance(document, dict):
        yield from _conversion_problem(document, Dataset, "$")
        return
    kinds = get_type_hints(Dataset).items()
    records = {key: get_args(kind)[0] for key, kind in kinds if get_origin(kind) is tuple}
    lists = [key for key in document if key in records and isinstance(document[key], list)]
    for key in lists:
        for index, item in enumerate(document[key]):
            yield from _conversion_problem(item, records[key], f"$.{key}[{index}]")
    yield from _conversion_problem(document | dict.fromkeys(lists, ()), Dataset, "$")


def _conversion_problem(value: Json, kind: type, path: str) -> Iterator[str]:
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        yield located(error, path)


def located(error: msgspec.ValidationError, at: str = "$") -> str:
    """Return msgspec's `Expected … - at `$.key`` with the path first, from the root."""
    # The last one: an invalid value is quoted in the message and may look like a path itself.
    what, is_inside, path = str(error).rpartition(" - at `$")
    what, inner = (what, path.removesuffix("`")) if is_inside else (path, "")
    return visible(f"{at}{inner}: {what[:1].lower()}{what[1:]}")


def unknown_sources(document: Json) -> Iterator[str]:
    """Yield a problem for each unknown source id in an object that may be malformed."""
    lists = {key: value for key, value in document.items() if isinstance(value, list)}
    records = {
        key: [each if isinstance(each, dict) else {} for each in lists[key]] for key in lists
    }
    ids = (source.get("id") for source in records.get("sources", []))
    known = {each for each in ids if isinstance(each, str)}
    for key, listed in records.items():
        for index, record in enumerate(listed):
            named = record.get("sources")
            for place, name in enumerate(named if isinstance(named, list) else []):
                if isinstance(name, str) and name not in known:
                    yield _unknown_source(f"$.{key}[{index}].sources[{place}]", name)


def _unknown_source(path: str, name: str) -> str:
    return f"{path}: no source has the id {shortened(name)!r}"


def semantic_errors(dataset: Dataset) -> Iterator[str]:
    """Yield the errors in a schema-valid dataset: ids first, then each record."""
    milestones = [milestone.id for milestone in dataset.milestones]
    episodes = [episode.id for episode in dataset.episodes]
    yield from _duplicates("$.milestones", milestones)
    yield from _duplicates("$.episodes", episodes, taken=milestones)
    yield from _duplicates("$.episodes", [_numbered(e) for e in dataset.episodes], what="number")
    seasons = [_with_show(season, season.season) for season in dataset.seasons]
    yield from _duplicates("$.seasons", seasons, what="season")
    yield from _duplicates("$.sources", [source.id for source in dataset.sources])
    yield from _duplicates("$.shows", [show.id for show in dataset.shows])
    known = _Known(
        sources={source.id for source in dataset.sources},
        targets={*milestones, *episodes},
        episodes=set(episodes),
        shows={show.id for show in (dataset.show, *dataset.shows)},
    )
    if dataset.anchor not in known.targets:
        yield f"$.anchor: no milestone has the id {shortened(dataset.anchor)!r}"
    for field in dataset.__struct_fields__:
        listed = getattr(dataset, field)
        if isinstance(listed, tuple):
            for index, record in enumerate(listed):
                yield from _record_problems(record, f"$.{field}[{index}]", known)
        elif isinstance(listed, Struct):
            yield from _source_problems(listed, f"$.{field}", known)


class _Known(Struct, frozen=True):
    """The ids that records may refer to."""

    sources: set[str]
    targets: set[str]
    episodes: set[str]
    shows: set[str]


def _numbered(episode: Episode) -> str:
    return _with_show(episode, episode.number)


def _with_show(record: Record, number: int) -> str:
    return f"{number} of {record.show}" if record.show else str(number)


def _duplicates(
    path: str, ids: Sequence[str], taken: Iterable[str] = (), what: str = "id"
) -> Iterator[str]:
    seen = set(taken)
    if len(set(ids)) == len(ids) and seen.isdisjoint(ids):
        return
    for index, name in enumerate(ids):
        if name in seen:
            yield f"{path}[{index}]: duplicate {what} {shortened(name)!r}"
        seen.add(name)


def _record_problems(record: Any, path: str, known: _Known) -> Iterator[str]:
    yield from _source_problems(record, path, known)
    if isinstance(record, Show):
        return
    yield from _reference_problems(record, path, known)
    if isinstance(record, Stream) and bool(record.countries) == (
        record.everywhere_except is not None
    ):
        yield f"{path}: needs either countries or everywhere_except"
    yield from islice(_date_problems(record, path), 1)
    if isinstance(record, Milestone):
        yield from islice(_claim_problems(record, path, known), 1)


def _source_problems(record: Any, path: str, known: _Known) -> Iterator[str]:
    """Yield the unknown sources of a record, and of the dub credits or volumes in it."""
    for index, name in enumerate(getattr(record, "sources", ())):
        if name not in known.sources:
            yield _unknown_source(f"{path}.sources[{index}]", name)
    for field in ("crew", "volumes"):
        for index, part in enumerate(getattr(record, field, ())):
            yield from _source_problems(part, f"{path}.{field}[{index}]", known)


def _reference_problems(record: Any, path: str, known: _Known) -> Iterator[str]:
    show = getattr(record, "show", None)
    if show is not None and show not in known.shows:
        yield f"{path}.show: no show has the id {shortened(show)!r}"
    # An episode's own `episode` is its number, not an id.
    fields = ("since", "note_since", "premise_since", "expect_since", "first")
    for field in fields if isinstance(record, Episode) else (*fields, "episode"):
        name = getattr(record, field, None)
        if isinstance(name, str) and _qualified(name, show) not in known.episodes:
            yield f"{path}.{field}: no episode has the id {shortened(name)!r}"
    for field in ("after", "milestone"):
        name = getattr(record, field, None)
        if name is not None and name not in known.targets:
            yield f"{path}.{field}: no milestone has the id {shortened(name)!r}"


def _qualified(episode: str, show: str | None) -> str:
    return f"{show}/{episode}" if show else episode


def _date_problems(record: Any, path: str) -> Iterator[str]:
    for field in _DATE_FIELDS:
        yield from _date_problem(getattr(record, field, None), f"{path}.{field}")
    for field in ("claims", "was"):
        for index, dated in enumerate(getattr(record, field, ())):
            yield from _date_problem(dated.when, f"{path}.{field}[{index}].when")


def _date_problem(when: When | None, path: str) -> Iterator[str]:
    try:
        if when is not None:
            timeline.window(when)
    except ValueError as error:
        yield f"{path}: {visible(str(error))}"


def _claim_problems(milestone: Milestone, path: str, known: _Known) -> Iterator[str]:
    """Yield what is wrong with claims: unknown sources, and a `when` less exact than they are."""
    for index, claim in enumerate(milestone.claims):
        for place, name in enumerate(claim.sources):
            if name not in known.sources:
                yield _unknown_source(f"{path}.claims[{index}].sources[{place}]", name)
    exactness = [_exactness(claim.when) for claim in milestone.claims]
    if exactness and (milestone.when is None or _exactness(milestone.when) < max(exactness)):
        yield f"{path}.when: not the most exact of its claims"


def _exactness(when: When) -> int:
    return len(when.date) + bool(when.clock)


def unknown_keys(document: Json) -> Iterator[str]:
    """Yield the path of each unknown key; the dataset must be structurally valid."""
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
