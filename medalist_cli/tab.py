"""What a shell is told when it asks, at TAB, through the variable `_MEDALIST_COMPLETE`.

The code of `medalist init` asks for one thing that only the dataset knows, by its name; Typer's
protocol (`complete_bash` and its like) asks about a whole line, and its `source_bash` for the code.
"""

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from medalist_cli import dataset, output, spoilers, suggestions
from medalist_cli.errors import MedalistError

Words = Sequence[tuple[str, str]]
"""Words, each with a few others about it or an empty string."""


def main(asked: str, arguments: Sequence[str]) -> int:
    """Write what `asked` names, one a line, and return the exit code; errors go unsaid.

    The last of `arguments` is the word that is being typed, the others stand before it.
    """
    try:
        return _answered(asked, arguments)
    except MedalistError as error:
        return error.exit_code
    except ValueError:
        return 2


def _answered(asked: str, arguments: Sequence[str]) -> int:
    if asked in suggestions.WHOLE or asked in suggestions.WORDS:
        *before, start = arguments or ("",)
        _write(_suggested(asked, before, start, {}))
        return 0
    what, _, shell = asked.partition("_")
    if what == "complete":
        return _completed(shell)
    from medalist_cli import cli  # noqa: PLC0415 - Typer, for what is asked once

    return cli.main(["init", shell, "--no-prompt"])


def _suggested(
    asked: str, before: Iterable[str], start: str, given: Mapping[str, str]
) -> tuple[str, ...]:
    """Return the dataset's words. Raises ValueError where it is not clear how much may be told."""
    seen = given.get("--seen") or os.environ.get("MEDALIST_SEEN")
    data = given.get("--data") or os.environ.get("MEDALIST_DATA")
    whole = dataset.load(Path(data) if data else None)
    told = spoilers.up_to(whole, spoilers.seen(seen) if seen else None)
    return suggestions.suggested(told, asked, before, start)


def _completed(shell: str) -> int:
    """Answer Typer's protocol for a shell."""
    from medalist_cli import cli, completions  # noqa: PLC0415 - Typer again

    *before, start = _line(shell, os.environ)
    line = completions.read(completions.grammar(cli.root()), before, start)
    if line.value.asks:
        found = _suggested(line.value.asks, line.before, line.start, line.given)
        known: Words = [(word, "") for word in found]
    else:
        known = [each for each in line.value.words if each[0].startswith(line.start)]
    words = [(line.prefix + word, about) for word, about in known]
    if os.environ.get("_TYPER_COMPLETE_FISH_ACTION") == "is-args":
        return 0 if words else 1
    _write(_written(shell, words))
    return 0


def _line(shell: str, environ: Mapping[str, str]) -> list[str]:
    """Return the words after `medalist`, the last being the one that is typed, perhaps empty."""
    if shell == "bash":
        last = int(environ["COMP_CWORD"])
        words = [*_split(environ["COMP_WORDS"]), ""][1 : last + 1]
        return [word for word in words[:-1] if word != "="] + [words[-1].removeprefix("=")]
    text = environ.get("_TYPER_COMPLETE_ARGS", "")
    words = _split(text)[1:]
    return words if words and not text[-1].isspace() else [*words, ""]


def _split(text: str) -> list[str]:
    return [re.sub(r"[\"'\\]", "", word) for word in text.split()]


def _written(shell: str, words: Words) -> Iterable[str]:
    if shell == "zsh":
        # Typer's code for zsh runs this line: only words that no shell reads anything into.
        plain = " ".join(f'"{word}"' for word, _ in words if re.fullmatch(r"[\w.,=/+-]+", word))
        return [f"_arguments '*: :(({plain}))'" if plain else "_files"]
    if shell == "fish":
        return (f"{word}\t{about}" if about else word for word, about in words)
    return (word for word, _ in words)


def _write(lines: Iterable[str]) -> None:
    output.to_stdout("".join(f"{line}\n" for line in lines).encode("utf-8", "replace"))
