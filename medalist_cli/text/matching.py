"""Spellings that mean the same: any script, case, width, order and romanisation."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

# Patterns are compiled when they are used: eleven cost 2 ms, and few runs look for a name.
_KANA = "[\u3041-\u3096\u30a1-\u30f6]+"
_MARKS = "[\u0300-\u036f'’`´ʼ\\-‐・ー]+"
"""Latin accents, apostrophes, hyphens, and the marks of kana that only lengthen or divide."""
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
"""Hepburn spellings made Kunrei ones, and long vowels short. They leave a word cut anywhere, as
someone types it, a beginning of the whole word."""


def fold(text: str) -> str:
    """Return a form that all spellings of a name share; spaces and line breaks stay.

    Kana are romanised; kanji stay. Fit for a whole list at once, one name a line.
    """
    plain = re.sub(_MARKS, "", unicodedata.normalize("NFKD", text).casefold())
    if not plain.isascii():
        plain = unicodedata.normalize("NFC", plain)
        plain = re.sub(_KANA, lambda match: _romanised(match[0]), plain)
    for spelling, shared in _SPELLINGS:
        plain = re.sub(spelling, shared, plain)
    return plain


def _romanised(kana: str) -> str:
    """Return kana as Unicode names them: tu for つ, si for し, with sya for しゃ."""
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
    """Return the indices of the `lines` that hold every word of `query`, in any spelling."""
    words = fold(query).split() or query.split()  # of mere marks nothing is left
    # Both kinds are folded in one go, and ASCII, which most are, takes a fifth of the time.
    plain = [index for index, line in enumerate(lines) if line.isascii()]
    other = [index for index, line in enumerate(lines) if not line.isascii()]
    found = [
        index
        for group in (plain, other)
        for index, line in zip(group, _folded([lines[index] for index in group]), strict=True)
        if all(word in line for word in words)
    ]
    return sorted(found)


def _folded(lines: list[str]) -> list[str]:
    if not lines:
        return []
    return fold("\n".join(line.replace("\n", " ") for line in lines)).split("\n")


def nearest(word: str, known: Iterable[str], most: int = 3) -> str:
    """Return the names most like `word`, quoted and joined with commas; nothing like it: ''."""
    from rapidfuzz import process, utils

    names = list(dict.fromkeys(known))
    folded = [fold(name) for name in names]
    close = process.extract(
        fold(word), folded, processor=utils.default_process, limit=most, score_cutoff=60
    )
    return " or ".join(repr(names[index]) for _, _, index in close)
