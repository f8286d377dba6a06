"""`medalist glossary`."""

from medalist_cli.model.result import Records
from medalist_cli.model.rows import TermRow
from medalist_cli.options import Reader, Term
from medalist_cli.parsers import words
from medalist_cli.queries.glossary import terms, written
from medalist_cli.text.language import Phrase

GROUP = "Look up"
ALIASES = ("term", "terms", "jump", "jumps")


def glossary(reader: Reader, term: Term = None) -> Records[TermRow]:
    """Explain skating terms. Example: medalist glossary axel, medalist glossary jump.

    TERM: a term, part of one or a group of terms, in English or Japanese.
    """
    dataset = reader.dataset
    rows = terms(dataset, words(term))
    return Records(
        notes=dataset.hidden,
        title=Phrase("Skating glossary"),
        rows=rows,
        written=tuple(written(row, reader.names.text) for row in rows),
        fields=("term", "term_ja", "meaning"),
        card=("term", "term_ja", "meaning", "group", "as_printed", "note", "sources"),
        as_of=dataset.as_of,
        sheet=bool(term),
    )
