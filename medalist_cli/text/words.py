"""Match English and Japanese texts by their words."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence

from medalist_cli.text.cells import few_marks

# Patterns are compiled on use, as few runs need them.
_ACCENTS = "[\u0300-\u036f]+"
_APOSTROPHES = r"['’ʼ`´](?:[sS]\b)?"
"""Apostrophes, with the s of a possessive."""
_PUNCTUATION = (
    r"[!-/:-@\[-`{-\xbf\u02b0-\u02ff\u2000-\u206f\u2190-\u2bff"
    r"\u3000-\u3004\u3008-\u3020\u3030\u30fb]"
)
"""Punctuation and symbols. Letters of other scripts keep their vowel signs."""
_ASCII = str.maketrans(
    {chr(code): " " for code in (0x09, *range(0x21, 0x7F)) if not chr(code).isalnum()}
)
"""Tabs and ASCII punctuation as spaces; five times as fast as a pattern."""
_LETTERS = "[æœøđðłþı\u3041-\u3096]+"
_WRITTEN = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i"}
    | {chr(hiragana): chr(hiragana + 0x60) for hiragana in range(0x3041, 0x3097)}
)
"""How letters that Unicode does not decompose are written, and hiragana as katakana."""


def bare(text: str) -> str:
    """Return `text` without case, width and accents."""
    if text.isascii():
        return text.casefold()
    text = unicodedata.normalize("NFKD", few_marks(text)).casefold()
    return unicodedata.normalize("NFC", re.sub(_ACCENTS, "", text))


def fold(text: str) -> str:
    """Return the words of `text` with single spaces between them, for comparison.

    Case, width, accents, punctuation and the possessive 's do not count, and hiragana are
    katakana. Nothing is romanised: "foo" and "ho" stay apart. Line breaks and other control
    characters stay, so a text of many lines can be folded at once.
    """
    plain = bare(re.sub(_APOSTROPHES, "", text))
    if plain.isascii():
        plain = plain.translate(_ASCII)
    else:
        plain = re.sub(_LETTERS, lambda match: match[0].translate(_WRITTEN), plain)
        plain = re.sub(_PUNCTUATION, " ", plain.replace("\t", " "))
    while "  " in plain:
        plain = plain.replace("  ", " ")
    return plain.replace(" \n", "\n").replace("\n ", "\n").strip(" ")


def singular(text: str) -> str:
    """Return a folded text without the plural ending of its English words."""
    return re.sub(r"(?<=[a-z]{3})(?<!s)s\b", "", text)


def folded(lines: Sequence[str], by: Callable[[str], str] = fold) -> list[str]:
    """Return each line folded by the function `by`; line breaks in it become spaces."""
    # Most lines are ASCII, and those fold five times as fast when they are folded separately.
    found: dict[int, str] = {}
    for is_ascii in (True, False):
        group = [index for index, line in enumerate(lines) if line.isascii() == is_ascii]
        whole = by("\n".join([lines[index].replace("\n", " ") for index in group]))
        found |= zip(group, whole.split("\n"), strict=False)  # no group has one empty line
    return [found[index] for index in range(len(lines))]


def with_words(lines: Sequence[str], words: Sequence[str]) -> list[int]:
    """Return the indices of the folded `lines` that have all folded `words`; best only.

    Best is as whole words; if no line has them, as beginnings of words; else as parts of words.
    """
    found = {i: line for i, line in enumerate(lines) if all(word in line for word in words)}
    for before, after in ((" ", " "), (" ", "")):
        wanted = [f"{before}{word}{after}" for word in words]
        better = [i for i, line in found.items() if all(word in f" {line} " for word in wanted)]
        if better:
            return better
    return list(found)


def best(names: Sequence[Iterable[str]], query: str) -> list[int]:
    """Return the indices of those whose folded `names` match the folded `query` best.

    A whole name is best, then whole words in a row, then as in `with_words`. Empty for an empty
    query.
    """
    if not query:
        return []
    lines = ["| " + " | ".join(each) + " |" for each in names]  # no folded name has a bar in it
    for wanted in (f"| {query} |", f" {query} "):
        found = [index for index, line in enumerate(lines) if wanted in line]
        if found:
            return found
    return with_words(lines, query.split())
