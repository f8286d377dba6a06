"""Titles compared by their words, in any script, case and width, with or without accents."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence

_ACCENTS = "[\u0300-\u036f]+"
_APOSTROPHES = "['’ʼ`´]"
_KATAKANA = {hiragana: hiragana + 0x60 for hiragana in range(0x3041, 0x3097)}

_SHORTEST = 4
"""Letters; shorter words are too close to others for a suggestion."""
_LONG = 9
"""From this length on, two typing errors are still a misspelling of the same word."""


def fold(text: str) -> str:
    """Return the words of `text`, with single spaces between them, so that equal ones are equal.

    Case, width, accents and punctuation do not count, and hiragana are katakana. Nothing is
    romanised: `foo` and `ho` stay apart.
    """
    plain = unicodedata.normalize("NFKD", re.sub(_APOSTROPHES, "", text)).casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFC", re.sub(_ACCENTS, "", plain)).translate(_KATAKANA)
    return " ".join(re.findall(r"\w+", plain))


def best(names: Sequence[Iterable[str]], query: str) -> list[int]:
    """Return the indices of those whose folded `names` match the folded `query` best.

    The first of these ways that finds any counts: a whole name, whole words in a row, whole words
    in any order, beginnings of words, parts of words. Empty for an empty query.
    """
    wanted = query.split()
    if not wanted:
        return []
    lines = ["| " + " | ".join(each) + " |" for each in names]  # no folded name has a bar in it
    ways: tuple[Callable[[str], bool], ...] = (
        lambda line: f"| {query} |" in line,
        lambda line: f" {query} " in line,
        lambda line: all(f" {word} " in line for word in wanted),
        lambda line: all(f" {word}" in line for word in wanted),
        lambda line: all(word in line for word in wanted),
    )
    for matches in ways:
        found = [index for index, line in enumerate(lines) if matches(line)]
        if found:
            return found
    return []


def misspelled(
    query: str, known: Iterable[tuple[str, str]], fold: Callable[[str], str] = fold
) -> str:
    """Return what `query` is likely a misspelling of, quoted, at most three; nothing: ''.

    `known` has each name with what to show for it. The first letter must be right, and one letter
    may be wrong, missing, added or swapped with the next (two in long words).
    """
    from rapidfuzz.distance import OSA

    wanted = fold(query)
    if len(wanted) < _SHORTEST:
        return ""
    close: dict[str, int] = {}
    for name, shown in known:
        folded = fold(name)
        if folded[:1] != wanted[0] or len(folded) < _SHORTEST:
            continue
        most = 2 if min(len(folded), len(wanted)) >= _LONG else 1
        distance = OSA.distance(wanted, folded, score_cutoff=most)
        if distance <= most:
            close[shown] = min(distance, close.get(shown, distance))
    least = min(close.values(), default=0)
    likely = [repr(name) for name, distance in close.items() if distance == least]
    return " or ".join(likely[:3])
