"""Which episode is meant."""

import re

from medalist_cli.errors import NoMatch, UsageError
from medalist_cli.model.dataset import Dataset, Episode
from medalist_cli.text.cells import visible

_IN_SEASON = "s?(?P<season>[0-9]{1,4})[ex](?P<episode>[0-9]{1,4})"
_IN_SHOW = "(?:episode ?|ep ?|#|第)?(?P<number>[0-9]{1,4})話?"


def find(dataset: Dataset, text: str, season: int | None = None) -> Episode:
    """Return the episode that `text` means: s2e3, 2x3, 16, episode 16 or 第16話.

    A number alone counts through all seasons, or in `season` if one is given. Raises UsageError
    for a text of another form, NoMatch for an episode that the dataset lacks.
    """
    wanted = " ".join(text.casefold().split())
    exact = next((each for each in dataset.episodes if each.id == wanted), None)
    if exact is not None:
        return exact
    in_season = re.fullmatch(_IN_SEASON, wanted)
    in_show = re.fullmatch(_IN_SHOW, wanted)
    if in_season:
        key = (int(in_season["season"]), int(in_season["episode"]))
        found = [each for each in dataset.episodes if (each.season, each.episode) == key]
    elif in_show:
        number = int(in_show["number"])
        found = [
            each
            for each in dataset.episodes
            if number == (each.episode if season else each.number) and season in (None, each.season)
        ]
    else:
        example = "Use e.g. s2e3, 2x3 or 16."
        raise UsageError(f"{visible(text)!r} is not an episode", example)
    if not found:
        raise NoMatch(f"no episode {visible(text)!r} is known", "Try: medalist episode")
    return found[0]
