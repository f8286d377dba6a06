"""Match names regardless of script, case, width, word order and romanisation."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

# Patterns are compiled on use: all of them cost 2 ms, and few runs search for a name.
_KANA = "[\u3041-\u3096\u30a1-\u30f6]+"
_MARKS = "[\u0300-\u036f'’`´ʼ\\-‐・ー]+"
"""Latin accents, apostrophes, hyphens, and the kana marks for long vowels and word breaks."""
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
    plain = re.sub(_MARKS, "", unicodedata.normalize("NFKD", text).casefold())
    if not plain.isascii():
        plain = unicodedata.normalize("NFC", plain)
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
    words = fold(query).split() or query.split()  # a punctuation-only query folds to nothing
    # Most lines are ASCII, and those fold five times as fast when they are folded separately.
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
    """Return up to `most` names similar to `word`, quoted and joined with "or"; else ''."""
    from rapidfuzz import process, utils

    names = list(dict.fromkeys(known))
    folded = [fold(name) for name in names]
    close = process.extract(
        fold(word), folded, processor=utils.default_process, limit=most, score_cutoff=60
    )
    return " or ".join(repr(names[index]) for _, _, index in close)
