"""What to say about a word that is no command."""

from collections.abc import Mapping, Sequence

import typer

from medalist_cli import options, parsers
from medalist_cli.errors import MedalistError, UsageError
from medalist_cli.queries import search
from medalist_cli.storage import bundle
from medalist_cli.text.cells import shortened
from medalist_cli.text.pasting import line
from medalist_cli.text.suggestions import did_you_mean, nearest

_ABBREVIATION = 3
"""Letters from which the beginning of a command's name is taken for that command."""

_END = 4
"""Most words at the end of a question that are looked up on their own."""

_SMALL = frozenset(("a", "an", "the", "is", "are", "was", "in", "of", "on", "for", "to", "about"))
"""Words of a question that are not looked up."""


def unknown_command(
    name: str, known: Mapping[str, str], path: str, asked: typer.Context | None
) -> UsageError:
    """Return the error for a word that is no command, with one line of advice.

    `known` are the commands of the menu `path`, by their names and by what else people call them.
    `asked` has the words and options of the line as `search` reads them; None where the dataset
    has no say.
    """
    names = [each for each, meant in known.items() if each == meant]
    words = _words(asked) if asked else [name]
    meant = line(known[name]) if name in known else ""
    if meant and len(words) == 1:
        return UsageError(f"no such command {shortened(name)!r}", f"Try: {meant}")
    near = nearest(name, names, edits=1)
    found = _answer(asked, words) if asked else None
    command, is_title = found or ("", False)
    near = () if is_title else near or _begun(name, names)
    if not command:
        near = near or nearest(name, names)
    if asked and not command and not near:
        command = _answer_to_the_end(asked, words)
    command = command or meant
    otherwise = f"Try: {command}" if command else f"See: {path} -h"
    return UsageError(f"no such command {shortened(name)!r}", did_you_mean(near, otherwise))


def _begun(name: str, names: Sequence[str]) -> tuple[str, ...]:
    """Return the only one of the `names` that begins with `name`, if it is long enough."""
    begun = tuple(each for each in names if each.startswith(name))
    return begun if len(begun) == 1 and len(name) >= _ABBREVIATION else ()


def _words(asked: typer.Context) -> list[str]:
    return [word for word in asked.params.get("words") or () if not word.startswith("-")]


def _answer_to_the_end(asked: typer.Context, words: Sequence[str]) -> str:
    """Return the command that answers the longest end of a question, or an empty string.

    "when is the movie" ends with "movie". A single word has to be one of a title.
    """
    end = [word for word in words[1:] if word.lower() not in _SMALL][-_END:]
    for start in range(len(end)):
        command, is_title = _answer(asked, end[start:]) or ("", False)
        if is_title or (command and start < len(end) - 1):
            return command
    return ""


def _answer(asked: typer.Context, words: Sequence[str]) -> tuple[str, bool] | None:
    """Return the command that answers the words, and whether it surely does.

    A dataset that cannot be read is no reason to hide the usage error.
    """
    try:
        reader = options.reader(asked)
        return search.answer(reader.dataset, parsers.words([*words]), bundle.countries())
    except MedalistError:
        return None
