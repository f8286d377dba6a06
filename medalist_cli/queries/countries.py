"""Which country a name or code means."""

import re
from collections.abc import Iterable, Sequence

from medalist_cli.model.countries import Country
from medalist_cli.text import words
from medalist_cli.text.suggestions import nearest

_FILLERS = "(?m)^the | (?:and|the)(?= )"
"""Words that people add or drop: the Gambia, Trinidad (and) Tobago. "AND" alone is Andorra."""

_SHORTEST = 5
"""Letters of a name that may be misspelled; shorter ones are too close to other words."""


def fold(names: str) -> str:
    """Return a form that all spellings of a name share; one name a line, lines stay.

    As for other texts; spaces do not count either, nor do "the" at the start, "and", and whether
    Saint is abbreviated.
    """
    plain = re.sub(_FILLERS, "", words.fold(names))
    return re.sub(r"\bst (?=\w)", "saint", plain).replace(" ", "")


def find(query: str, countries: Sequence[Country]) -> Country | None:
    """Return the country that `query` is a code or a whole name of, or None."""
    names = [
        (name, country)
        for country in countries
        for name in (country.code, country.alpha3, *country.names)
    ]
    wanted, *folded = words.folded([query, *(name for name, _ in names)], fold)
    if not wanted:
        return None
    pairs = zip(names, folded, strict=True)
    return next((country for (_, country), name in pairs if name == wanted), None)


def near(query: str, countries: Sequence[Country], others: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the closest names that `query` is likely a misspelling of, one a country.

    The names of `countries`, and `others`. Empty for a query that names a country.
    """
    if find(query, countries):
        return ()
    owners = {
        name: country.code
        for country in countries
        for name in country.names
        if len(name) >= _SHORTEST
    }
    owners |= {name: name for name in others}
    found: dict[str, str] = {}
    for name in nearest(query, owners, fold):
        found.setdefault(owners[name], name)
    return tuple(found.values())
