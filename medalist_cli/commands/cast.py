"""`medalist cast`."""

from typing import Annotated

import typer

from medalist_cli.model.result import Records
from medalist_cli.model.rows import CastRow
from medalist_cli.options import CastQuery, Reader, Season
from medalist_cli.parsers import words
from medalist_cli.queries import people

New = Annotated[bool, typer.Option("--new", help="Only those who first appear in that season.")]

_CARD = ("character", "character_ja", "actor", "actor_ja", "dub", "role", "seasons", "note")


def cast(
    reader: Reader, query: CastQuery = None, season: Season = None, new: New = False
) -> Records[CastRow]:
    """Who voices whom. Example: medalist cast inori, medalist cast --season 2 --new.

    QUERY is a part of a character's or an actor's name, in any script or spelling.
    """
    dataset = reader.dataset
    found = people.roles(dataset, words(query), season, new=new)
    debut = season or people.latest(dataset)
    return Records(
        notes=dataset.hidden,
        title=f"Cast of {dataset.show.title}",
        rows=tuple(people.cast_row(role, debut) for role in found),
        written=tuple(people.cast_row(role, debut, reader.names.write) for role in found),
        fields=("character", "actor", "role", "seasons"),
        as_of=dataset.as_of,
        card=_CARD,
        sheet=bool(query),
    )
