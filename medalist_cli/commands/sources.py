"""`medalist sources`."""

from typing import Annotated

import typer

from medalist_cli.errors import exclusive
from medalist_cli.model.result import Records
from medalist_cli.model.rows import ConflictRow, SourceRow
from medalist_cli.options import Reader, SourceId
from medalist_cli.queries import sources as query
from medalist_cli.text.language import Phrase

GROUP = "Look up"

Conflicts = Annotated[bool, typer.Option("--conflicts", help="Show where sources disagree.")]


def sources(
    reader: Reader, id: SourceId = "", conflicts: Conflicts = False
) -> Records[SourceRow | ConflictRow]:
    """Show where the facts come from. Example: medalist sources film, medalist sources --conflicts.

    ID: a source, a milestone or an episode.
    """
    if id and conflicts:
        raise exclusive("--conflicts", "ID")
    dataset = reader.dataset
    if conflicts:
        return Records(
            notes=dataset.hidden,
            title=Phrase("Where sources disagree"),
            rows=query.conflicts(dataset),
            fields=("topic", "article_says", "others_say", "verdict"),
            as_of=dataset.as_of,
        )
    found = query.sources(dataset, id)
    claim = ("claim",) if any(row.claim for row in found.rows) else ()
    of_record = ("publisher", "title", "published", "url", *claim)
    return Records(
        notes=dataset.hidden,
        title=found.title,
        rows=found.rows,
        fields=of_record if id else ("id", "publisher", "title", "published", "facts"),
        footnotes=(Phrase("How we know: {text}", text=found.evidence),) if found.evidence else (),
        as_of=dataset.as_of,
        sheet=bool(id),
        card=("id", "title", "publisher", "url", "published", "note", "claim", "facts"),
    )
