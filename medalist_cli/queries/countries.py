"""Which country a name or code means."""

import re
import unicodedata
from collections.abc import Sequence

from medalist_cli.model.countries import Country

_ACCENTS = r"[\u0300-\u036f]"

_PUNCTUATION = (
    r"[\x00-\x09\x0b-/:-@\[-`{-\xbf\u02b0-\u02ff\u2000-\u206f\u3000-\u3004\u3008-\u3030\u30fb]+"
)
"""Spaces and punctuation, but no line feed. The vowel signs of other scripts stay."""

_FILLERS = "(?m)^the +| +(?:and|the)(?= )"
"""Words that people add or drop: the Gambia, Trinidad (and) Tobago. "AND" alone is Andorra."""

_LETTERS = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i"}
    | {chr(hiragana): chr(hiragana + 0x60) for hiragana in range(0x3041, 0x3097)}
)
"""Letters with an accent that Unicode does not decompose, and hiragana as katakana."""

_SHORTEST = 5
"""Names with fewer letters are too close to other words: Oman and "woman"."""

_LONG = 9
"""From this length on, two typing errors are still a misspelling of the same name."""


def fold(names: str) -> str:
    """Return a form that all spellings of a name share; one name a line, lines stay.

    Case, width, accents, spaces and punctuation do not count, nor do "the" at the start, "and",
    and whether Saint is abbreviated. Words are not romanised: Iran and Ilan stay apart.
    """
    plain = unicodedata.normalize("NFKD", names).casefold()
    if not plain.isascii():
        plain = re.sub(_ACCENTS, "", plain)
        plain = unicodedata.normalize("NFC", plain).translate(_LETTERS)
    plain = re.sub(_FILLERS, "", plain)
    plain = re.sub(r"\bst[. -]+(?=\w)", "saint", plain)
    return re.sub(_PUNCTUATION, "", plain)


def find(query: str, countries: Sequence[Country]) -> Country | None:
    """Return the country that `query` is a code or a whole name of, or None."""
    wanted = fold(_one_line(query))
    if not wanted:
        return None
    names = [
        (name, country)
        for country in countries
        for name in (country.code, country.alpha3, *country.names)
    ]
    folded = fold("\n".join(name for name, _ in names)).split("\n")
    return next(
        (country for (_, country), name in zip(names, folded, strict=True) if name == wanted), None
    )


def near(query: str, countries: Sequence[Country]) -> tuple[str, ...]:
    """Return the names that `query` is likely a misspelling of, one a country, best only.

    Empty for a query that names a country, and for a word that is no misspelling: the first
    letter must be right, and one letter may be wrong, missing, added or swapped with the next
    (two in long names).
    """
    wanted = fold(_one_line(query))
    if len(wanted) < _SHORTEST - 1 or find(query, countries):
        return ()
    names = [(name, country.code) for country in countries for name in country.names]
    close = [
        (distance, *names[index])
        for distance, index in _misspelt(wanted, [name for name, _ in names])
    ]
    best = min((distance for distance, _, _ in close), default=0)
    by_country: dict[str, str] = {}
    for distance, name, code in close:
        if distance == best:
            by_country.setdefault(code, name)
    return tuple(by_country.values())


def misspelt(query: str, names: Sequence[str]) -> tuple[str, ...]:
    """Return the `names` that `query` is likely a misspelling of, as strictly as `near`."""
    found = _misspelt(fold(_one_line(query)), names)
    best = min((distance for distance, _ in found), default=0)
    return tuple(names[index] for distance, index in found if distance == best)


def _misspelt(wanted: str, names: Sequence[str]) -> list[tuple[float, int]]:
    """Return how many letters of a name are wrong in `wanted`, and the index of the name."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    folded = fold("\n".join(map(_one_line, names))).split("\n")
    return [
        (distance, index)
        for name, distance, index in process.extract(
            wanted, folded, scorer=OSA.distance, score_cutoff=2, limit=None
        )
        if name[:1] == wanted[:1]
        and len(name) >= _SHORTEST
        and (distance == 1 or min(len(name), len(wanted)) >= _LONG)
    ]


def _one_line(query: str) -> str:
    return " ".join(query.split())
