"""`medalist staff`."""

from typing import Annotated

import typer

from medalist_cli.errors import exclusive
from medalist_cli.model.dataset import Status
from medalist_cli.model.result import Records
from medalist_cli.model.rows import StaffRow
from medalist_cli.options import Reader, Season, StaffQuery
from medalist_cli.parsers import words
from medalist_cli.queries import people
from medalist_cli.queries.milestones import show_title
from medalist_cli.text.language import Phrase

GROUP = "Look up"
ALIASES = ("crew", "makers")

New = Annotated[bool, typer.Option("--new", help="Show only staff new to their role.")]
Returning = Annotated[bool, typer.Option("--returning", help="Show only returning staff.")]
Role = Annotated[
    str,
    typer.Option(
        "--role", metavar="TEXT", help="Show only roles containing TEXT.", show_default=False
    ),
]


def staff(
    reader: Reader,
    query: StaffQuery = None,
    season: Season = None,
    new: New = False,
    returning: Returning = False,
    role: Role = "",
) -> Records[StaffRow]:
    """Look up the staff. Example: medalist staff yamamoto, medalist staff --season 2 --new.

    QUERY: part of a name, in Latin or Japanese script.
    """
    if new and returning:
        raise exclusive("--new", "--returning")
    status: Status | None = "new" if new else "returning" if returning else None
    dataset, names = reader.dataset, reader.names
    reader.check_season(season)
    found = people.crew(dataset, words(query), season, status=status, role=role)
    return Records(
        notes=dataset.hidden,
        title=Phrase("Staff of {show}", show=show_title(dataset)),
        rows=tuple(people.staff_row(credit) for credit in found),
        written=tuple(
            people.written(people.staff_row(credit, names.write), names.text) for credit in found
        ),
        fields=("role", "name", "seasons", "status"),
        as_of=dataset.as_of,
        card=("name", "name_ja", "role", "role_ja", "seasons", "status", "note"),
        sheet=bool(query),
    )
