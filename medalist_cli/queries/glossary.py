"""Look up skating terms."""

from msgspec import structs

from medalist_cli.errors import NoMatch
from medalist_cli.model.dataset import Dataset, Term
from medalist_cli.model.rows import TermRow, as_row
from medalist_cli.text.cells import shortened
from medalist_cli.text.matching import find
from medalist_cli.text.names import TextWriter
from medalist_cli.text.suggestions import did_you_mean, nearest


def terms(dataset: Dataset, term: str) -> tuple[TermRow, ...]:
    """Return the terms that have the words of `term` in any of their forms or their group.

    If any has them as whole words, only such terms; without `term`, all. Raises NoMatch if there
    are none.
    """
    known = dataset.glossary
    found = [known[index] for index in find([_forms(each) for each in known], term)]
    if not found:
        near = nearest(term, (each.term for each in known))
        what = f"no glossary term matches {shortened(term)!r}" if term else "the glossary is empty"
        raise NoMatch(what, did_you_mean(near, "`medalist glossary` lists all." if known else ""))
    return tuple(as_row(TermRow, each) for each in found)


def written(row: TermRow, write: TextWriter) -> TermRow:
    """Return a term in the script that `write` chooses."""
    return structs.replace(row, term=write(row.term, row.term_ja))


def _forms(term: Term) -> tuple[str, str]:
    english = (term.term, term.group or "", *term.as_printed)
    return " ".join(english), " ".join((term.term_ja or "", *term.aliases))
