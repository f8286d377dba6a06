"""One dataset of several shows: a watchlist."""

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct, structs

from medalist_cli.model.dataset import Dataset, Episode, Milestone, Record, Show, Source

WATCHLIST = Show(id="watchlist", title="Watchlist")

Ids = dict[str, str]
"""New ids by old ones."""


def merge(datasets: Sequence[Dataset]) -> Dataset:
    """Return one dataset with all shows of `datasets`, of which there is at least one.

    Every record names its show; ids of milestones and sources begin with `SHOW/`, as those of
    episodes do, and a `/` inside a part is written `%2F`. What was merged before keeps its ids.
    `as_of` is the oldest, the anchor that of the first, and the manga stays if only one has it.
    The time grows with the number of records. Two datasets with the same show give ids twice.
    """
    parts = [_with_show(dataset) for dataset in datasets]
    first, manga = parts[0], [part.manga for part in parts if part.manga]
    lists: dict[str, Any] = {
        name: tuple(record for part in parts for record in getattr(part, name))
        for name in first.__struct_fields__
        if isinstance(getattr(first, name), tuple)
    }
    return structs.replace(
        first,
        **lists,
        schema_version=2,
        as_of=min(part.as_of for part in parts),
        show=WATCHLIST,
        manga=manga[0] if len(manga) == 1 else None,
    )


def left_out(datasets: Sequence[Dataset]) -> tuple[str, ...]:
    """Return what a merged dataset has no place for, for a note."""
    several = [dataset.show.title for dataset in datasets if dataset.manga]
    return (f"manga left out, several shows have one: {', '.join(several)}",) * (len(several) > 1)


def _with_show(dataset: Dataset) -> Dataset:
    """Return a dataset whose every record names its show, and whose ids begin with it."""
    own = dataset.show.id
    targets: Ids = {each.id: _id(each, own) for each in dataset.episodes}
    targets |= {each.id: _id(each, own) for each in dataset.milestones}
    sources: Ids = {each.id: _id(each, own) for each in dataset.sources}
    rewritten = {
        name: tuple(_rewritten(record, own, targets, sources) for record in listed)
        for name in dataset.__struct_fields__
        if isinstance(listed := getattr(dataset, name), tuple) and name != "shows"
    }
    manga = dataset.manga
    return structs.replace(
        dataset,
        **rewritten,
        shows=tuple(_shows(dataset, sources)),
        anchor=targets[dataset.anchor],
        manga=manga and _rewritten(manga, own, targets, sources),
    )


def _shows(dataset: Dataset, sources: Ids) -> Iterator[Show]:
    """Yield the shows that a dataset is about: with its own, unless that is only their list."""
    listed = {show.id: show for show in dataset.shows}
    named = (getattr(dataset, name) for name in dataset.__struct_fields__)
    records = (record for each in named if isinstance(each, tuple) for record in each)
    if not listed or (
        dataset.show.id not in listed
        and any(isinstance(each, Record | Source) and not each.show for each in records)
    ):
        listed = {dataset.show.id: dataset.show} | listed
    for show in listed.values():
        yield structs.replace(show, id=_part(show.id), sources=_named(show.sources, sources))


def _part(text: str) -> str:
    return text.replace("/", "%2F")


def _id(record: Milestone | Episode | Source, own: str) -> str:
    """Return an id that begins with its show; one that was merged before already does."""
    show = record.show or own
    name = record.id.removeprefix(f"{show}/") if record.show else record.id
    return f"{_part(show)}/{_part(name)}"


def _rewritten(record: Any, own: str, targets: Ids, sources: Ids) -> Any:
    """Return a record with its show named, and every id in it the new one."""
    changes: dict[str, Any] = _references(record, targets, sources)
    if isinstance(record, Record | Source):
        changes["show"] = _part(record.show or own)
    if hasattr(record, "id") and not isinstance(record, Episode):
        changes["id"] = (sources if isinstance(record, Source) else targets)[record.id]
    for name in ("claims", "crew", "volumes"):
        if inner := getattr(record, name, ()):
            changes[name] = tuple(
                structs.replace(part, **_references(part, targets, sources)) for part in inner
            )
    return structs.replace(record, **changes)


def _references(record: Struct, targets: Ids, sources: Ids) -> dict[str, Any]:
    """Return the fields of a record that name others, with their new ids.

    `since`, `first` and `episode` are numbers within the record's own show, and stay.
    """
    found: dict[str, Any] = {}
    if hasattr(record, "sources"):
        found["sources"] = _named(record.sources, sources)
    for name in ("after", "milestone"):
        target = getattr(record, name, None)
        if target is not None:
            found[name] = targets[target]
    return found


def _named(ids: tuple[str, ...], new: Ids) -> tuple[str, ...]:
    return tuple(new[name] for name in ids)
