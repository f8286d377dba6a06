"""Match names regardless of script, case, width, word order and romanisation."""

import re
import unicodedata
from collections.abc import Sequence

from medalist_cli.text import words
from medalist_cli.text.words import folded, with_words

# Patterns are compiled on use: all of them cost 2 ms, and few runs search for a name.
_KANA = "[\u3041-\u3096\u30a1-\u30f6]+"
_MARKS = "['’`´ʼ\\-‐・ー]+"
"""Apostrophes, hyphens, and the kana marks for long vowels and word breaks."""
_SPELLINGS = (
    ("ts(?=u|(?![a-z]))", "t"),
    ("sh(?=i|(?![a-z]))", "s"),
    ("sh", "sy"),
    ("ch(?=i|(?![a-z]))", "t"),
    ("ch", "ty"),
    ("c(?![a-z])", "t"),
    ("j(?=i|(?![a-z]))|d(?=[iu])", "z"),
    ("j", "zy"),
    ("f", "h"),
    ("m(?=[bpm])", "n"),
    ("o(?:[ou]|h(?![aeiou]))+", "o"),
    ("uu+", "u"),
)
"""Turn Hepburn spellings into Kunrei ones and shorten long vowels. The mapping preserves prefixes,
so a partly typed word still matches."""


def fold(text: str) -> str:
    """Return a form that all spellings of a name share; spaces and line breaks are kept.

    Kana are romanised and kanji are kept. Several names can be folded at once, one per line.
    """
    plain = re.sub(_MARKS, "", words.bare(text))
    if not plain.isascii():
        plain = re.sub(_KANA, lambda match: _romanised(match[0]), plain)
    for spelling, shared in _SPELLINGS:
        plain = re.sub(spelling, shared, plain)
    return plain


def _romanised(kana: str) -> str:
    """Return kana romanised by their Unicode names: tu for つ, si for し, and sya for しゃ."""
    latin = ""
    for char in kana:
        name = unicodedata.name(char).rpartition(" LETTER ")[2].lower()
        small = name.removeprefix("small ")
        if small in (name, "tu"):
            latin += name if small == name else "*"
        else:
            latin = latin[:-1] + small if latin[-1:] in ("i", "u", "e") else latin + small
    return re.sub(r"\*+(.?)", r"\1\1", latin).replace("wo", "o")


def search(lines: Sequence[str], query: str) -> list[int]:
    """Return the indices of the `lines` that contain every word of `query`, in any spelling."""
    wanted = _words(query)
    found = enumerate(folded(lines, fold))
    return [index for index, line in found if all(word in line for word in wanted)]


def best(lines: Sequence[str], query: str) -> list[int]:
    """Return the indices of the `lines` that match `query` best, in any spelling.

    Those that have all its words as whole words; if there are none, as beginnings of words; else
    as parts of words.
    """
    return with_words(folded(lines, fold), _words(query))


def _words(query: str) -> list[str]:
    return fold(query).split() or query.split()  # a punctuation-only query folds to nothing


def find(lines: Sequence[tuple[str, str]], query: str) -> list[int]:
    """Return the indices of the `lines` that have every word of `query`; all without a query.

    A line is an English text, and names, whose romanisations all count as the same spelling. If
    any line has the words as whole words, singular or plural, only such lines are returned.
    """
    split = words.fold(query).split() or query.split()
    wanted = [(word, fold(word)) for word in split]
    texts = folded([f"{text} {names}" for text, names in lines])
    names = folded(folded([names for _, names in lines], fold))
    pairs = list(zip(texts, names, strict=True))
    whole = [
        index
        for index, (text, name) in enumerate(pairs)
        if _has_whole(wanted, set(words.singular(text).split()), set(name.split()))
    ]
    return whole or [
        index
        for index, (text, name) in enumerate(pairs)
        if all(word in text or (spelt and spelt in name) for word, spelt in wanted)
    ]


def _has_whole(wanted: Sequence[tuple[str, str]], text: set[str], name: set[str]) -> bool:
    return all(words.singular(word) in text or spelt in name for word, spelt in wanted)
