"""`medalist glossary`."""

from medalist_cli.model.result import Records
from medalist_cli.model.rows import TermRow
from medalist_cli.options import Reader, Term
from medalist_cli.parsers import words
from medalist_cli.queries.glossary import terms


def glossary(reader: Reader, term: Term = None) -> Records[TermRow]:
    """The words a newcomer needs to follow the story. Example: medalist glossary axel.

    TERM is a part of a word, in English or Japanese.
    """
    dataset = reader.dataset
    return Records(
        notes=dataset.hidden,
        title=f"Words of {dataset.show.title}",
        rows=terms(dataset, words(term)),
        fields=("term", "term_ja", "meaning"),
        as_of=dataset.as_of,
        sheet=bool(term),
    )
