"""`medalist glossary`."""

from typing import Annotated

import typer

from medalist_cli import dataset, glossaries, spoilers
from medalist_cli.answer import Records
from medalist_cli.options import Reader, words
from medalist_cli.rows import TermRow

Term = Annotated[list[str] | None, typer.Argument(metavar="[TERM]...", show_default=False)]


def glossary(reader: Reader, term: Term = None) -> Records[TermRow]:
    """The words a newcomer needs to follow the story. Example: medalist glossary axel.

    TERM is a part of a word, in English or Japanese.
    """
    told = spoilers.up_to(dataset.load(reader.data), reader.seen)
    return Records(
        notes=told.hidden,
        title=f"Words of {told.show.title}",
        rows=glossaries.listed(told, words(term)),
        fields=("term", "term_ja", "meaning"),
        as_of=told.as_of,
        sheet=bool(term),
    )
