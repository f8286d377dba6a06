"""`medalist sources`."""

from typing import Annotated

import typer

from medalist_cli import dataset, references, spoilers
from medalist_cli.answer import Records
from medalist_cli.errors import Misuse
from medalist_cli.options import Reader
from medalist_cli.rows import ConflictRow, SourceRow

Id = Annotated[str, typer.Argument(metavar="[ID]", show_default=False)]
Conflicts = Annotated[
    bool, typer.Option("--conflicts", help="Where the first article and the others differ.")
]


def sources(
    reader: Reader, id: Id = "", conflicts: Conflicts = False
) -> Records[SourceRow | ConflictRow]:
    """Where the facts come from. Example: medalist sources film, medalist sources --conflicts.

    ID is a source's or a milestone's.
    """
    if id and conflicts:
        raise Misuse("--conflicts takes no ID")
    told = spoilers.up_to(dataset.load(reader.data), reader.seen)
    if conflicts:
        return Records(
            notes=told.hidden,
            title="Where the first article and other sources differ",
            rows=references.conflicts(told),
            fields=("seed_says", "others_say", "verdict"),
            as_of=told.as_of,
        )
    return Records(
        notes=told.hidden,
        title=f"Sources of {id}" if id else f"Sources on {told.show.title}",
        rows=references.listed(told, id),
        fields=("id", "publisher", "title", "published", "facts"),
        as_of=told.as_of,
        sheet=bool(id),
    )
