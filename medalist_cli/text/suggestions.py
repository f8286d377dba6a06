"""What a misspelled word was probably meant to be."""

from collections.abc import Callable, Iterable

from medalist_cli.text import words
from medalist_cli.text.names import joined

_SHORT, _LONG, _MOST = 4, 9, 3
"""Letters that may have one and two errors, and how many names are suggested."""


def nearest(
    word: str, known: Iterable[str], fold: Callable[[str], str] = words.fold, *, edits: int = 2
) -> tuple[str, ...]:
    """Return the `known` names closest to `word`, if it is likely a misspelling of them.

    In the order of `known`, each once. Texts are compared as `fold` writes them, without spaces.
    One letter may be wrong, missing, added or swapped with the next, two in words of nine letters
    and more, none in those of three and fewer; `edits` may allow less. The first letter must be
    right, unless it is swapped, and so must all digits.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    names = list(dict.fromkeys(known))
    wanted, *forms = ("".join(form.split()) for form in words.folded([word, *names], fold))
    if not wanted:
        return ()
    allowed = min(edits, 2 if len(wanted) >= _LONG else 1)
    close = [
        (distance, index)
        for form, distance, index in process.extract(
            wanted, forms, scorer=OSA.distance, score_cutoff=allowed, limit=None
        )
        if _begins_alike(wanted, form)
        and _digits(wanted) == _digits(form)
        and (not distance or max(len(form), len(wanted)) >= _SHORT)
    ]
    least = min((distance for distance, _ in close), default=0)
    return tuple(names[index] for distance, index in sorted(close) if distance == least)


def _begins_alike(one: str, other: str) -> bool:
    return one[:1] == other[:1] or one[:2] == other[1::-1]


def _digits(text: str) -> list[str]:
    return list(filter(str.isdigit, text))


def did_you_mean(names: Iterable[str], otherwise: str = "") -> str:
    """Return a line of advice with the first three `names`; `otherwise` if there are none."""
    shown = list(dict.fromkeys(names))[:_MOST]
    return f"Did you mean {joined(shown, 'or')}?" if shown else otherwise
