"""`medalist staff`."""

from typing import Annotated

import typer

from medalist_cli import dataset, names, spoilers
from medalist_cli.answer import Records
from medalist_cli.errors import Misuse
from medalist_cli.model import Status
from medalist_cli.options import Query, Reader, Season, words
from medalist_cli.rows import StaffRow

New = Annotated[bool, typer.Option("--new", help="Only those new in their post.")]
Returning = Annotated[bool, typer.Option("--returning", help="Only those who came back.")]
Post = Annotated[
    str, typer.Option("--role", metavar="TEXT", help="Only posts with TEXT.", show_default=False)
]


def staff(
    reader: Reader,
    query: Query = None,
    season: Season = None,
    new: New = False,
    returning: Returning = False,
    role: Post = "",
) -> Records[StaffRow]:
    """Who makes it. Example: medalist staff yamamoto, medalist staff --season 2 --new.

    QUERY is a part of a name, in any script or spelling.
    """
    if new and returning:
        raise Misuse("--new contradicts --returning")
    status: Status | None = "new" if new else "returning" if returning else None
    told = spoilers.up_to(dataset.load(reader.data), reader.seen)
    found = names.posts(told, words(query), season, status=status, post=role)
    return Records(
        notes=told.hidden,
        title=f"Staff of {told.show.title}",
        rows=tuple(names.staff_row(credit) for credit in found),
        written=tuple(names.staff_row(credit, reader.names.write) for credit in found),
        fields=("role", "name", "seasons", "status"),
        as_of=told.as_of,
        card=("name", "name_ja", "role", "role_ja", "seasons", "status", "note"),
        sheet=bool(query),
    )
