"""Help pages: usage and examples first, then commands in groups, then options.

A command's docstring is a summary, which ends with its examples (`Example: A, B.`), and paragraphs.
"""

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from medalist_cli.text.language import codes

_WIDTH = 80
_COLUMN = 27
"""Cells that the names of options and commands take, with the space after them."""
GROUPS = ("Watch", "Look up", "Automate")
"""The groups of commands, in order. A command's module names its own with `GROUP`."""
NO_GROUP = "Commands"

Param = Any
"""Typer's own copy of a Click parameter, which is not public."""


class Described(NamedTuple):
    """A docstring in its parts."""

    summary: str
    examples: tuple[str, ...]
    paragraphs: tuple[str, ...]


class Listed(NamedTuple):
    """A command in the help of the menu it is in."""

    group: str
    name: str
    summary: str


def described(docstring: str) -> Described:
    """Return the summary, the examples and the other paragraphs of a docstring."""
    paragraphs, examples = [], []
    for part in docstring.split("\n\n"):
        text, _, listed = f" {' '.join(part.split())}".partition(" Example: ")
        examples += re.split(r", (?=medalist)", listed.removesuffix("."))
        paragraphs.append(text.strip())
    summary, *others = paragraphs
    return Described(summary, tuple(filter(None, examples)), tuple(filter(None, others)))


def page(
    command: str,
    docstring: str,
    params: Sequence[Param],
    *,
    commands: Sequence[Listed],
    shared: frozenset[str],
    formats: Sequence[str],
    fields: Sequence[str],
    is_root: bool,
) -> str:
    """Return the help of `command`, at most 80 columns wide but for examples.

    `shared` are the names of parameters that many commands have. The help of the whole program has
    one line for each command and option.
    """
    text = described(docstring)
    options = [param for param in params if param.param_type_name == "option"]
    arguments = [_metavar(param) for param in params if param.param_type_name == "argument"]
    usage = [command, *(["[COMMAND]"] if is_root else ["COMMAND"] if commands else arguments)]
    blocks = [[text.summary], [f"Usage: {' '.join(usage)} [OPTIONS]"]]
    if text.examples:
        blocks.append(["Examples", *(f"  $ {example}" for example in text.examples)])
    blocks += [textwrap.wrap(paragraph, _WIDTH) for paragraph in text.paragraphs]
    blocks += _menu(commands)
    own = [each for each in options if is_root or each.name not in shared]
    blocks.append(["Options", *_options(own, formats, is_root=is_root)])
    if not is_root:
        rest = [each for each in options if each.name in shared]
        blocks += [["Shared options", *_options(rest, formats)]] if rest else []
    if fields:
        words = textwrap.wrap(", ".join(fields), _WIDTH - 2)
        name = command.removeprefix("medalist ")
        about = f"`medalist data schema {name}` describes the whole answer."
        blocks.append(["Fields", *(f"  {line}" for line in words), about])
    blocks.append([_pointer(is_root=is_root)])
    return "\n\n".join("\n".join(block) for block in blocks)


def _pointer(*, is_root: bool) -> str:
    return (
        "`medalist COMMAND -h` shows a command's options, `man medalist` the manual."
        if is_root
        else "`man medalist` is the manual."
    )


def _menu(commands: Sequence[Listed]) -> Iterator[list[str]]:
    """Yield the commands, in groups where they have any."""
    names = dict.fromkeys((*GROUPS, *(each.group for each in commands)))
    for group in names:
        listed = [each for each in commands if each.group == group]
        if listed:
            yield [group, *(_row(each.name, each.summary.rstrip(".")) for each in listed)]


def _row(left: str, right: str) -> str:
    return f"  {left:<{_COLUMN - 2}} {right}".rstrip()


def _options(
    options: Iterable[Param], formats: Sequence[str], *, is_root: bool = False
) -> Iterator[str]:
    for option in options:
        left, right = _names(option), _about(option, formats, is_root=is_root)
        if is_root:
            yield _row(left, right)
            continue
        lines = textwrap.wrap(right, _WIDTH - _COLUMN - 1)
        if len(left) > _COLUMN - 2:
            yield f"  {left}"
        else:
            yield _row(left, lines.pop(0))
        yield from (" " * (_COLUMN + 1) + line for line in lines)


def _names(option: Param) -> str:
    names = ", ".join(sorted(option.opts, key=len))
    return names if option.is_flag else f"{names} {_metavar(option)}"


def _metavar(param: Param) -> str:
    if param.name == "lang":  # read here only: it takes 2 ms
        return "|".join(codes())
    choices = "|".join(getattr(param.type, "choices", ()))
    return str(param.metavar or choices)


def _about(option: Param, formats: Sequence[str], *, is_root: bool) -> str:
    """Return what an option does; on a page of its own also its default and its variable."""
    if option.name == "format":
        known = f"{', '.join(formats)}."
        return "Output format; see `medalist countdown -h`." if is_root else f"One of: {known}"
    text = str(_COMPLETION.get(option.name, option.help))
    if is_root:
        return text
    notes = []
    if option.show_default and option.default not in (None, False):
        notes.append(f"default: {option.default}")
    if option.envvar:
        notes.append(str(option.envvar))
    return f"{text} [{', '.join(notes)}]" if notes else text


_COMPLETION = {
    "show_completion": "Print the completion script of the current shell.",
    "help": "Show this help.",
}
"""What Typer's own options do, in one line each, where Typer has no short text."""
