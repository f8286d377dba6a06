"""Match names regardless of script, case, width, word order and romanisation."""

import re
import string
import unicodedata
from collections.abc import Callable, Iterable, Sequence

from medalist_cli.text.cells import few_marks

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
    plain = re.sub(_MARKS, "", unicodedata.normalize("NFKD", few_marks(text)).casefold())
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
    return sorted(_found(lines, _words(query)))


def best(lines: Sequence[str], query: str) -> list[int]:
    """Return the indices of the `lines` that match `query` best, in any spelling.

    Those that have all its words as whole words; if there are none, as beginnings of words; else
    as parts of words.
    """
    words = _words(query)
    found = _found(lines, words)
    for before, after in ((" ", " "), (" ", "")):
        wanted = [f"{before}{word}{after}" for word in words]
        better = [i for i, line in found.items() if all(word in f" {line} " for word in wanted)]
        if better:
            return sorted(better)
    return sorted(found)


def _words(query: str) -> list[str]:
    return fold(query).split() or query.split()  # a punctuation-only query folds to nothing


def _found(lines: Sequence[str], words: list[str]) -> dict[int, str]:
    """Return the folded lines that contain every one of the folded `words`, by their indices."""
    # Most lines are ASCII, and those fold five times as fast when they are folded separately.
    plain = [index for index, line in enumerate(lines) if line.isascii()]
    other = [index for index, line in enumerate(lines) if not line.isascii()]
    return {
        index: line
        for group in (plain, other)
        for index, line in zip(group, _folded([lines[index] for index in group]), strict=True)
        if all(word in line for word in words)
    }


def _folded(lines: list[str]) -> list[str]:
    if not lines:
        return []
    return fold("\n".join(line.replace("\n", " ") for line in lines)).split("\n")


_BARE = str.maketrans(dict.fromkeys(set(string.punctuation) - {"'"}, " ") | {"'": None, "\t": " "})
_PUNCTUATION = (
    r"[!-/:-@\[-`{-\xbf\u02b0-\u02ff\u2000-\u206f\u2190-\u2bff"
    r"\u3000-\u3004\u3008-\u3020\u3030\u30fb]"
)
_DROPPED = "[\u0300-\u036f'’´`]"
"""Accents, and apostrophes: with one, a word stays one word."""


def plain(text: str) -> str:
    """Return a text without case, accents, width and punctuation; words stay apart.

    Line breaks and other control characters stay, so it is fit for a whole list at once. Nothing
    is romanised: it is for English texts, in which "foo" is not "hoo".
    """
    if text.isascii():
        return text.casefold().replace("'s", " s").translate(_BARE)
    text = unicodedata.normalize("NFKD", few_marks(text)).casefold()
    text = text.replace("'s", " s").replace("’s", " s")
    text = unicodedata.normalize("NFC", re.sub(_DROPPED, "", text))
    return re.sub(_PUNCTUATION, " ", text)


def folded(lines: Sequence[str], by: Callable[[str], str] = fold) -> list[str]:
    """Return each line folded, `by` the function; line breaks in it become spaces."""
    # Most lines are ASCII, and those fold five times as fast when they are folded separately.
    found = [""] * len(lines)
    for is_ascii in (True, False):
        group = [index for index, line in enumerate(lines) if line.isascii() == is_ascii]
        whole = by("\n".join([lines[index].replace("\n", " ") for index in group]))
        for index, line in zip(group, whole.split("\n") if group else (), strict=True):
            found[index] = line
    return found


_SHORT, _LONG, _MOST = 4, 8, 3
"""Letters that may have one and two errors, and how many names are suggested."""


def nearest(word: str, known: Iterable[str], *, romanised: bool = False, edits: int = 2) -> str:
    """Return the names that `word` is likely a misspelling of, joined with "or"; none: ''.

    Only the closest, at most three. One letter may be wrong, missing, added or swapped with the
    next, two in words of eight letters and more, none in those of three and fewer; `edits` may
    allow less. The first letter must be right, unless it is swapped, and so must all digits.
    `romanised` is for names: any romanisation is then the same spelling.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    names = list(dict.fromkeys(known))
    by = fold if romanised else plain
    wanted, *forms = ("".join(form.split()) for form in folded([word, *names], by))
    if not wanted:
        return ""
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
    best = min((distance for distance, _ in close), default=0)
    alike = [names[index] for distance, index in sorted(close) if distance == best]
    return " or ".join(alike[:_MOST])


def _begins_alike(one: str, other: str) -> bool:
    return one[:1] == other[:1] or one[:2] == other[1::-1]


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))
