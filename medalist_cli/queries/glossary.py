"""Skating terms."""

from medalist_cli.errors import NoMatch
from medalist_cli.model.dataset import Dataset
from medalist_cli.model.rows import TermRow, as_row
from medalist_cli.text.matching import nearest, search


def terms(dataset: Dataset, term: str) -> tuple[TermRow, ...]:
    """Return the terms that contain `term` in any of their forms; without it, all.

    Raises NoMatch if there are none.
    """
    lines = [
        f"{each.term} {each.term_ja or ''} {' '.join(each.as_printed)}" for each in dataset.glossary
    ]
    found = [dataset.glossary[index] for index in search(lines, term)]
    if not found:
        near = nearest(term, (each.term for each in dataset.glossary))
        what = f"no word matches {term!r}" if term else "no word is known"
        raise NoMatch(what, f"Did you mean {near}?" if near else "")
    return tuple(as_row(TermRow, each) for each in found)
