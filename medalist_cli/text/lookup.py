"""Words in texts: whole words first, then parts of words."""

import re
import unicodedata
from collections.abc import Sequence

from medalist_cli.text.matching import fold

_ACCENTS = "[\u0300-\u036f]"


def plain(text: str) -> str:
    """Return a text without case, width and accents; a plus sign is a word, as in Disney+."""
    bare = re.sub(_ACCENTS, "", unicodedata.normalize("NFKD", text).casefold())
    return unicodedata.normalize("NFC", bare).replace("+", " plus ")


def find(lines: Sequence[tuple[str, str]], query: str) -> list[int]:
    """Return the indices of the `lines` that have every word of `query`; all without a query.

    A line is an English text, and names, whose romanisations all count as the same spelling. If
    any line has the words as whole words, singular or plural, only such lines are returned.
    """
    split = re.findall(r"\w+", plain(query)) or query.split()
    wanted = [(word, fold(word)) for word in split]
    texts = [(plain(f"{english} {names}"), plain(fold(names))) for english, names in lines]
    whole = [
        index
        for index, (text, names) in enumerate(texts)
        if _whole(wanted, _words(text), _words(names))
    ]
    return whole or [
        index
        for index, (text, names) in enumerate(texts)
        if all(word in text or (folded and folded in names) for word, folded in wanted)
    ]


def _whole(wanted: Sequence[tuple[str, str]], text: set[str], names: set[str]) -> bool:
    return all(_singular(word) in text or folded in names for word, folded in wanted)


def _words(text: str) -> set[str]:
    found = re.findall(r"\w+", text)
    return {*found, *map(_singular, found)}


def _singular(word: str) -> str:
    return re.sub("(?<=[a-z]{3})(?<!s)s$", "", word)
