"""`medalist sources`."""

from typing import Annotated

import typer

from medalist_cli.errors import UsageError
from medalist_cli.model.result import Records
from medalist_cli.model.rows import ConflictRow, SourceRow
from medalist_cli.options import Reader, SourceId
from medalist_cli.queries import sources as query

Conflicts = Annotated[
    bool, typer.Option("--conflicts", help="Where the first article and the others differ.")
]


def sources(
    reader: Reader, id: SourceId = "", conflicts: Conflicts = False
) -> Records[SourceRow | ConflictRow]:
    """Where the facts come from. Example: medalist sources film, medalist sources --conflicts.

    ID is a source's or a milestone's.
    """
    if id and conflicts:
        raise UsageError("--conflicts takes no ID")
    dataset = reader.dataset
    if conflicts:
        return Records(
            notes=dataset.hidden,
            title="Where the first article and other sources differ",
            rows=query.conflicts(dataset),
            fields=("topic", "article_says", "others_say", "verdict"),
            as_of=dataset.as_of,
        )
    return Records(
        notes=dataset.hidden,
        title=f"Sources of {id}" if id else f"Sources on {dataset.show.title}",
        rows=query.sources(dataset, id),
        fields=("id", "publisher", "title", "published", "facts"),
        as_of=dataset.as_of,
        sheet=bool(id),
    )
