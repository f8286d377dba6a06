"""Which sources support what, and where they disagree."""

from collections import Counter

from medalist_cli.errors import NoMatch
from medalist_cli.model.dataset import Dataset, Source
from medalist_cli.model.rows import ConflictRow, SourceRow, as_row
from medalist_cli.queries.milestones import every, titles_ja
from medalist_cli.queries.milestones import titles as titles_of
from medalist_cli.text.language import Phrase, either
from medalist_cli.text.matching import nearest


def sources(dataset: Dataset, wanted: str) -> tuple[SourceRow, ...]:
    """Return the sources, or those of the source or milestone with the id `wanted`.

    In the order of the file, each with how many records name it. Raises NoMatch for an unknown id.
    """
    facts = _counted(dataset)
    if not dataset.sources:
        raise NoMatch("no source is known")
    if not wanted:
        return tuple(_row(source, facts) for source in dataset.sources)
    by_id = {source.id: source for source in dataset.sources}
    of_milestones = {milestone.id: milestone.sources for milestone in reversed(every(dataset))}
    if wanted not in by_id and wanted not in of_milestones:
        near = nearest(wanted, (*by_id, *of_milestones))
        advice = f"Did you mean {near}?" if near else ""
        raise NoMatch(f"no source or milestone has the id {wanted!r}", advice)
    ids = of_milestones.get(wanted, (wanted,))
    return tuple(_row(by_id[name], facts) for name in ids if name in by_id)


def title(dataset: Dataset, wanted: str) -> str:
    """Return the heading of the sources of a milestone or source, or of all."""
    if not wanted:
        return Phrase("All sources")
    titles = {each.id: each.title for each in dataset.sources} | titles_of(dataset)
    what = either(titles.get(wanted, wanted), titles_ja(dataset).get(wanted))
    return Phrase("Sources for {what}", what=what)


def evidence(dataset: Dataset, wanted: str) -> tuple[str, ...]:
    """Return how the facts about the milestone with the id `wanted` are known, if it is noted."""
    found = (each.evidence for each in every(dataset) if each.id == wanted and each.evidence)
    return tuple(Phrase("How we know: {text}", text=text) for text in found)


def _counted(dataset: Dataset) -> Counter[str]:
    lists = (getattr(dataset, field) for field in dataset.__struct_fields__)
    records = (record for each in lists if isinstance(each, tuple) for record in each)
    return Counter(name for record in records for name in getattr(record, "sources", ()))


def _row(source: Source, facts: Counter[str]) -> SourceRow:
    return as_row(SourceRow, source, facts=facts[source.id])


def conflicts(dataset: Dataset) -> tuple[ConflictRow, ...]:
    """Return where sources disagree. Raises NoMatch if that is nowhere."""
    if not dataset.conflicts:
        raise NoMatch("no conflicts between sources are known")
    return tuple(as_row(ConflictRow, conflict) for conflict in dataset.conflicts)
