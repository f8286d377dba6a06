"""What to say about a word that is no command."""

from collections.abc import Iterable, Sequence

import typer

from medalist_cli import options, parsers
from medalist_cli.errors import MedalistError, UsageError
from medalist_cli.queries import search
from medalist_cli.storage import bundle
from medalist_cli.text.cells import visible
from medalist_cli.text.suggestions import did_you_mean, nearest

_ABBREVIATION = 3
"""Letters from which the beginning of a command's name is taken for that command."""


def unknown_command(
    name: str, known: Iterable[str], path: str, asked: typer.Context | None
) -> UsageError:
    """Return the error for a word that is no command, with one line of advice.

    `known` are the commands of the menu `path`. `asked` has the words and options of the line as
    `search` reads them; None where the dataset has no say.
    """
    names = list(known)
    near = nearest(name, names, edits=1)
    found = _answer(asked) if asked else None
    command, is_title = found or ("", False)
    near = () if is_title else near or _begun(name, names)
    if not command:
        near = near or nearest(name, names)
    otherwise = f"Try: {command}" if command else f"See: {path} -h"
    return UsageError(f"no such command {visible(name)!r}", did_you_mean(near, otherwise))


def _begun(name: str, names: Sequence[str]) -> tuple[str, ...]:
    """Return the only one of the `names` that begins with `name`, if it is long enough."""
    begun = tuple(each for each in names if each.startswith(name))
    return begun if len(begun) == 1 and len(name) >= _ABBREVIATION else ()


def _answer(asked: typer.Context) -> tuple[str, bool] | None:
    """Return the command that answers the words, and whether it surely does.

    A dataset that cannot be read is no reason to hide the usage error.
    """
    try:
        reader = options.reader(asked)
        words = [word for word in asked.params.get("words") or () if not word.startswith("-")]
        return search.answer(reader.dataset, parsers.words(words), bundle.countries())
    except MedalistError:
        return None
