"""`medalist cast`."""

from typing import Annotated

import typer

from medalist_cli.model.result import Records
from medalist_cli.model.rows import CastRow
from medalist_cli.options import CastQuery, Reader, Season
from medalist_cli.parsers import words
from medalist_cli.queries import people
from medalist_cli.queries.milestones import show_title
from medalist_cli.text.language import Phrase

GROUP = "Look up"
ALIASES = ("character", "characters", "actor", "actors", "voice", "voices", "声優")

New = Annotated[bool, typer.Option("--new", help="Show only characters introduced in that season.")]

_CARD = (
    "character", "character_ja", "actor", "actor_ja", "dub", "aliases", "role", "seasons", "note",
)  # fmt: skip


def cast(
    reader: Reader, query: CastQuery = None, season: Season = None, new: New = False
) -> Records[CastRow]:
    """Look up characters and voice actors. Example: medalist cast inori, medalist cast --new.

    QUERY: part of a character's or actor's name, in Latin or Japanese script.
    """
    dataset, names = reader.dataset, reader.names
    reader.check_season(season)
    found = people.roles(dataset, words(query), season, new=new)
    debut = season or people.latest(dataset)
    return Records(
        notes=dataset.hidden,
        title=Phrase("Cast of {show}", show=show_title(dataset)),
        rows=tuple(people.cast_row(role, debut) for role in found),
        written=tuple(
            people.written(people.cast_row(role, debut, names.write), names.text) for role in found
        ),
        fields=("character", "actor", "role", "seasons"),
        as_of=dataset.as_of,
        card=_CARD,
        sheet=bool(query),
    )
