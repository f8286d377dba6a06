"""The words that help to follow the story."""

from medalist_cli.errors import NoMatch
from medalist_cli.matching import nearest, search
from medalist_cli.model import Dataset
from medalist_cli.rows import TermRow


def listed(dataset: Dataset, term: str) -> tuple[TermRow, ...]:
    """Return the words that `term` is a part of, in any form they are printed in; else all.

    Raises NoMatch when there are none.
    """
    lines = [
        f"{each.term} {each.term_ja or ''} {' '.join(each.as_printed)}" for each in dataset.glossary
    ]
    found = [dataset.glossary[index] for index in search(lines, term)]
    if not found:
        near = nearest(term, (each.term for each in dataset.glossary))
        what = f"no word matches {term!r}" if term else "no word is known"
        raise NoMatch(what, f"Did you mean {near}?" if near else "")
    return tuple(
        TermRow(
            term=each.term,
            term_ja=each.term_ja,
            meaning=each.meaning,
            as_printed=each.as_printed,
            sources=each.sources,
            confidence=each.confidence,
        )
        for each in found
    )
