"""`medalist cast`."""

from typing import Annotated

import typer

from medalist_cli import dataset, names, spoilers
from medalist_cli.answer import Records
from medalist_cli.options import Query, Reader, Season, words
from medalist_cli.rows import CastRow

New = Annotated[bool, typer.Option("--new", help="Only those who first appear in that season.")]

_CARD = ("character", "character_ja", "actor", "actor_ja", "dub", "role", "seasons", "note")


def cast(
    reader: Reader, query: Query = None, season: Season = None, new: New = False
) -> Records[CastRow]:
    """Who voices whom. Example: medalist cast inori, medalist cast --season 2 --new.

    QUERY is a part of a character's or an actor's name, in any script or spelling.
    """
    told = spoilers.up_to(dataset.load(reader.data), reader.seen)
    found = names.roles(told, words(query), season, new=new)
    debut = season or names.latest(told)
    return Records(
        notes=told.hidden,
        title=f"Cast of {told.show.title}",
        rows=tuple(names.cast_row(role, debut) for role in found),
        written=tuple(names.cast_row(role, debut, reader.names.write) for role in found),
        fields=("character", "actor", "role", "seasons"),
        as_of=told.as_of,
        card=_CARD,
        sheet=bool(query),
    )
