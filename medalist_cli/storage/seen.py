"""How far each show has been watched, remembered from one run to the next."""

from collections.abc import Mapping

from medalist_cli.errors import OutputError
from medalist_cli.storage import state

NAME = "seen.json"

_Memory = dict[str, str]
"""`S1E10`, `S1`, `none` or `all`, by the id of the show."""


def recall() -> dict[str, str]:
    """Return how far each show was watched, by its id; empty where nothing is remembered.

    Raises OutputError where the file is there and cannot be read.
    """
    try:
        path = state.file(NAME)
    except OutputError:  # no home folder, so nothing was ever remembered
        return {}
    empty: _Memory = {}
    return state.read(path, _Memory, empty)


def remember(watched: Mapping[str, str]) -> None:
    """Remember how far some shows were watched, and keep what is known of others.

    Raises OutputError where the file cannot be read or written.
    """
    path = state.file(NAME)
    with state.locked(path) as kept:
        empty: _Memory = {}
        state.write(kept, state.read(path, _Memory, empty) | dict(watched))
