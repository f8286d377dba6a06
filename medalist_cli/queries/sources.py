"""Which sources support what, and where they disagree."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from medalist_cli.errors import NoMatch
from medalist_cli.model.dataset import Dataset, Milestone, Source, When
from medalist_cli.model.rows import ConflictRow, SourceRow, as_row
from medalist_cli.queries.milestones import every
from medalist_cli.text import en
from medalist_cli.text.cells import shortened
from medalist_cli.text.language import Phrase, either
from medalist_cli.text.suggestions import did_you_mean, nearest


class Found(Struct, frozen=True, kw_only=True):
    """The sources of a record, or of everything."""

    title: str
    rows: tuple[SourceRow, ...]
    evidence: str | None = None
    """How the record is known."""


def sources(dataset: Dataset, wanted: str) -> Found:
    """Return the sources, or those of the source, milestone or episode with the id `wanted`.

    In the order of the file, or in which the record's dates name them, each with how many records
    name it. Raises NoMatch for an unknown id.
    """
    facts = _counted(dataset)
    if not dataset.sources:
        raise NoMatch("the dataset has no sources")
    by_id = {source.id: source for source in dataset.sources}
    if not wanted:
        rows = tuple(_row(source, facts) for source in dataset.sources)
        return Found(title=Phrase("All sources"), rows=rows)
    milestones = {milestone.id: milestone for milestone in reversed(every(dataset))}
    record = milestones.get(wanted) or milestones.get(wanted.lower())
    if record is not None:
        return _of_milestone(record, by_id, facts)
    if wanted in by_id:
        return Found(title=Phrase("Source {id}", id=wanted), rows=(_row(by_id[wanted], facts),))
    what = f"no source or milestone has the id {shortened(wanted)!r}"
    near = nearest(wanted, (*by_id, *milestones))
    raise NoMatch(what, did_you_mean(near, "`medalist sources` lists all."))


def _of_milestone(milestone: Milestone, known: dict[str, Source], facts: Counter[str]) -> Found:
    claims: dict[str, list[str]] = {}
    for claim in milestone.claims:
        for name in claim.sources:
            claims.setdefault(name, []).append(_date(claim.when))
    names = dict.fromkeys((*claims, *milestone.sources))
    rows = (
        _row(
            known[name],
            facts,
            claim=", ".join(claims.get(name, ())) or None,
            evidence=milestone.evidence,
        )
        for name in names
        if name in known
    )
    what = either(milestone.title, milestone.title_ja)
    return Found(
        title=Phrase("Sources for {what}", what=what),
        rows=tuple(rows),
        evidence=milestone.evidence,
    )


def _date(when: When) -> str:
    """Return a date as footnotes write it: `19 Feb 2027`, without the weekday."""
    written = en.date(when.date, weekday=False)
    return f"{written}, {when.clock}" if when.clock else written


def _counted(dataset: Dataset) -> Counter[str]:
    return Counter(name for record in _records(dataset) for name in getattr(record, "sources", ()))


def _records(dataset: Dataset) -> Iterator[Any]:
    for field in dataset.__struct_fields__:
        value = getattr(dataset, field)
        if isinstance(value, tuple):
            yield from value
        else:
            yield value


def _row(source: Source, facts: Counter[str], **of_record: str | None) -> SourceRow:
    return as_row(SourceRow, source, facts=facts[source.id], **of_record)


def conflicts(dataset: Dataset) -> tuple[ConflictRow, ...]:
    """Return where sources disagree. Raises NoMatch if that is nowhere."""
    if not dataset.conflicts:
        raise NoMatch("no conflicts between sources are known")
    return tuple(as_row(ConflictRow, conflict) for conflict in dataset.conflicts)
