"""Which episode or season someone means, in any form that people write it."""

import re
import unicodedata
from typing import NamedTuple

from medalist_cli.errors import NoMatch, UsageError
from medalist_cli.model.dataset import Dataset, Episode
from medalist_cli.text import en
from medalist_cli.text.cells import shortened, visible
from medalist_cli.text.names import joined

_NUMBER = "0*([0-9]{1,9})"
_SEASON = f"(?:season ?|s ?){_NUMBER}"
_FORMS = (
    f"{_SEASON}[ ,._-]*(?:episode|ep[.]?|e) ?{_NUMBER}",  # s2e3, season 2 episode 3
    f"{_NUMBER} ?[x×] ?{_NUMBER}",  # 2x3
    f"第? ?{_NUMBER} ?期 ?第? ?{_NUMBER} ?話",  # 第2期第3話
    f"()(?:(?:episode|ep[.]?|#) ?)?{_NUMBER}",  # 16, episode 16, #16
    f"()第? ?{_NUMBER} ?話",  # 第16話
)
"""The season and the episode; no season where the number counts through all seasons."""
ORDINAL = r"\b([0-9]+)(?:st|nd|rd|th) season\b"
"""A season as it is counted in English: "2nd season"."""
_SEASON_FORMS = (_SEASON, f"第? ?{_NUMBER} ?期")
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

_NAMED = 3
"""How many seasons an error names one by one."""


class Reference(NamedTuple):
    """An episode as someone names it."""

    season: int | None
    """None: `episode` counts through all seasons."""
    episode: int
    show: str | None = None
    """Id of the show, where it is named (`SHOW/s2e3`)."""


def read(text: str) -> Reference | None:
    """Return the episode that `text` names, or None if it names none.

    The forms are s2e3, S02E03, 2x3, 16, #16, ep 16, episode 16, season 2 episode 3, 16話, 第16話
    and 第2期第3話, in any case and width, each also after `SHOW/`.
    """
    show, _, rest = text.rpartition("/")
    plain = _plain(rest)
    for form in _FORMS:
        match = re.fullmatch(form, plain)
        if match:
            season = int(match[1]) if match[1] else None
            return Reference(season, int(match[2]), show or None)
    return None


def read_season(text: str) -> int | None:
    """Return the number of the season that `text` names (s2, season 2, season two, 第2期)."""
    plain = _plain(text)
    for number, word in enumerate(_WORDS, 1):
        if plain == f"season {word}":
            return number
    matches = (re.fullmatch(form, plain) for form in _SEASON_FORMS)
    return next((int(match[1]) for match in matches if match), None)


def seasons_in(words: str) -> tuple[int, ...]:
    """Return the numbers of the seasons that `words` mention anywhere."""
    plain = _plain(words)
    for number, word in enumerate(_WORDS, 1):
        plain = re.sub(rf"\bseason {word}\b", f"season {number}", plain)
    found = (re.findall(rf"(?<!\w){form}(?!\w)", plain) for form in _SEASON_FORMS)
    return tuple(int(number) for numbers in found for number in numbers)


def _plain(text: str) -> str:
    plain = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    return re.sub(ORDINAL, r"season \1", plain)


def find(dataset: Dataset, text: str, season: int | None = None) -> Episode:
    """Return the episode that `text` names in any form that `read` knows.

    A plain number counts through all seasons, or within `season` if one is given. Raises
    UsageError for what names no episode, or several in a dataset of several shows, and NoMatch for
    an episode that is not in the dataset.
    """
    named = read(text)
    if named is None:
        what = f"{shortened(text)!r} is not an episode"
        raise UsageError(what, "Use a form such as s2e3, 2x3, 16 or 第16話.")
    if named.season is None:
        named = named._replace(season=season)
    found = _matching(dataset, named)
    match found:
        case [episode]:
            return episode
        case []:
            raise _unknown(dataset, named)
        case _:
            listed = ", ".join(visible(each.id) for each in found[:3])
            raise UsageError(f"{shortened(text)!r} is ambiguous: {listed} ({len(found)} in all)")


def _matching(dataset: Dataset, named: Reference) -> list[Episode]:
    found = [
        each
        for each in dataset.episodes
        if (each.number if named.season is None else each.episode) == named.episode
        and named.season in (None, each.season)
    ]
    show = named.show or dataset.show.id
    own = [each for each in found if (each.show or dataset.show.id) == show]
    return own if own or named.show else found


def _unknown(dataset: Dataset, named: Reference) -> NoMatch:
    if named.season is not None and named.season not in seasons(dataset):
        return unannounced(dataset, named.season)
    what = f"episode {named.episode}"
    what += f" of season {named.season}" if named.season is not None else ""
    what += f" of {visible(named.show)}" if named.show and dataset.shows else ""
    return NoMatch(f"no {what} is known", "`medalist episode` lists all." * bool(dataset.episodes))


def unannounced(dataset: Dataset, season: int, advice: str = "") -> NoMatch:
    """Return the error for a season that the dataset has nothing about."""
    checked = en.checked(dataset.as_of)
    return NoMatch(f"no season {season} has been announced ({checked})", advice)


def invalid_season(dataset: Dataset, text: str, advice: str = "") -> UsageError:
    """Return the error for what is not the number of a season."""
    known = [str(number) for number in sorted(seasons(dataset))]
    use = f"{known[0]} to {known[-1]}" if len(known) > _NAMED else joined(known, "or")
    hint = f" (use {use})" if known else ""
    return UsageError(f"invalid season {shortened(text)!r}{hint}", advice)


def seasons(dataset: Dataset) -> frozenset[int]:
    """Return the numbers of the seasons that anything in the dataset belongs to."""
    dated = (dataset.seasons, dataset.episodes, dataset.milestones, dataset.streams, dataset.songs)
    credited = (dataset.cast, dataset.staff)
    found = {record.season for records in dated for record in records}
    found.update(season for records in credited for each in records for season in each.seasons)
    return frozenset(season for season in found if season is not None)
