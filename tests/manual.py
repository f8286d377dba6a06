"""The man page, written from the commands themselves; man(7) and groff_char(7)."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from textwrap import wrap
from typing import Any, NamedTuple

from msgspec import structs

from medalist_cli.cli.usage import described
from medalist_cli.options import CountdownOptions, ListOptions, MultiZoneReader
from medalist_cli.render import formats

Command = Any
"""Typer's own copy of a Click command, which is not public."""

Option = Any

_SHARED = {
    field.name
    for group in (MultiZoneReader, ListOptions, CountdownOptions)
    for field in structs.fields(group)
}
"""What the options are called that several commands have; they are described once."""

_DESCRIPTION = """\
`medalist` counts down to what is coming up for the anime Medalist, and looks up its cast, staff,
story and streaming services. It reads one file, the dataset, and never uses the network.

A `TARGET` is an id, an episode such as `s2e3`, or words of a title; `next` is whatever comes next.
Without it: the next premiere or film. A `QUERY` is part of a name, in any script, order or
spelling.

In a terminal, output is laid out to fit, and long output goes to a pager. In a pipe, lists are
plain columns, one record a line, and nothing is cut. Answers go to standard output, everything
else to standard error. After an error, standard output is empty.

A date is as precise as its sources: what is known only to the year counts down to a range of days.
Broadcast clocks run past midnight: Saturday 25:30 is Sunday 01:30. Dates that were still to come
when the facts were checked are scheduled and may change. `*` marks facts from a single source, and
a dagger facts that only the original article has.
"""
_VARIABLES = {
    "MEDALIST_DEBUG": "1 prints a traceback for an internal error.",
    "MEDALIST_PAGER, PAGER": "The pager for output taller than the screen; the first that is set"
    " decides, else less. `cat` or an empty value turns it off.",
    "LESS": "Options of less; FRX if it is not set.",
    "NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, CLICOLOR, TERM": "Whether to use colour; the first"
    " that is set decides. `--color` overrides them.",
    "ACCESSIBLE": "Not empty and not 0: whole sentences, no boxes, no repainting, no pager.",
    "COLUMNS, LINES": "Terminal size, if it can't be detected.",
    "TZ": "Your time zone, after `--tz` and `MEDALIST_TZ`. If it is unknown, UTC is used.",
    "XDG_STATE_HOME": "Where `medalist due` records sent reminders, and `medalist seen` how far"
    " you have watched.",
    "XDG_DATA_HOME": "Where `medalist data install` keeps a dataset.",
}
_STATUS = {
    "0": "Done, or yes.",
    "1": "No match, or no.",
    "2": "Usage error: an unknown command, option, value, target, zone or time.",
    "3": "The dataset can't be read or is invalid.",
    "4": "The output can't be written.",
    "70": "Internal error.",
    "130": "Ctrl-C.",
}
_FILES = {
    "medalist.json": "The dataset that comes with the program; `medalist data path` says where.",
    "$XDG_STATE_HOME/medalist/due.json": "Sent reminders. Without the variable,"
    " below ~/.local/state.",
    "$XDG_STATE_HOME/medalist/seen.json": "How far you have watched each show.",
    "$XDG_DATA_HOME/medalist/": "The dataset that `medalist data install` keeps. Without the"
    " variable, below ~/.local/share.",
}
EXAMPLES = {
    "medalist countdown season-2-premiere": "Count down to the premiere of season 2.",
    "medalist countdown --tz Asia/Tokyo --tz Europe/Paris": "Show a watch party's times.",
    "medalist is out film || medalist countdown film": "Answer yes or no, then count down.",
    "medalist cast inori --json | jq -r '.[].actor'": "Print one name for a script.",
    "medalist schedule --upcoming -f ics -o medalist.ics": "Write a calendar file.",
    "medalist plan --by film --per-week 3": "Plan a rewatch before the film.",
}
_ALSO = "`cron`(8), `jq`(1), `tmux`(1), `date`(1)"

_folded = partial(wrap, width=76, break_long_words=False, break_on_hyphens=False)
_MARKS = {"\\": "\\e", "-": "\\-", "'": "\\(aq", "`": "\\(ga", "^": "\\(ha", "~": "\\(ti"}


class Leaf(NamedTuple):
    """A command that does something by itself."""

    name: str
    """As it is typed after `medalist`; empty: the bare program."""
    command: Command

    @property
    def typed(self) -> str:
        """The whole command."""
        return f"medalist {self.name}".rstrip()


def page(root: Command, version: str, date: str) -> str:
    """Return the man page of the program that `root` is the menu of, as roff."""
    leaves = [*_leaves(root, "")]
    lines = [f'.TH MEDALIST 1 {date} "medalist {version}" "User Commands"', ".SH NAME"]
    lines += [f"medalist \\- {roff('countdown and guide for the anime Medalist')}", ".SH SYNOPSIS"]
    lines += [".B medalist", r"[\fIOPTION\fR]...", ".br", ".B medalist"]
    lines += [r"\fICOMMAND\fR [\fIOPTION\fR]... [\fIARGUMENT\fR]...", ".SH DESCRIPTION"]
    lines += [*_paragraphs(_DESCRIPTION.split("\n\n"))][1:]
    lines += [".SH COMMANDS", *(line for leaf in leaves for line in _chapter(leaf))]
    lines += [".SH OPTIONS", *_shared(leaves)]
    lines += [".SH ENVIRONMENT", *_pairs(_variables(leaves) | _VARIABLES)]
    lines += [".SH EXIT STATUS", *_pairs(_STATUS)]
    lines += [".SH FILES", *_pairs(_FILES)]
    lines += [".SH EXAMPLES", *_pairs(EXAMPLES)]
    lines += [".SH SEE ALSO", *_prose(_ALSO)]
    return "\n".join(lines) + "\n"


def roff(text: str) -> str:
    """Return `text` so that roff shows it as it is; a span in backquotes is bold."""
    parts = re.split("`([^`]+)`", text)
    return "".join(_bold(part) if index % 2 else _plain(part) for index, part in enumerate(parts))


def _plain(text: str) -> str:
    return "".join(
        _MARKS.get(char, char if char.isascii() else f"\\[u{ord(char):04X}]") for char in text
    )


def _bold(text: str) -> str:
    return f"\\fB{_plain(text)}\\fR"


def _prose(text: str) -> list[str]:
    """Return `text` as lines of roff, each sentence on lines of its own."""
    sentences = re.split(r"(?<=[.:])\s(?=[A-Z`*])", text)
    lines = [line for sentence in sentences for line in _folded(roff(sentence))]
    return [f"\\&{line}" if line[:1] in (".", "'") else line for line in lines]


def _paragraphs(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield ".PP"
        yield from _prose(text)


def _pairs(pairs: Mapping[str, str]) -> Iterator[str]:
    for name, meaning in pairs.items():
        yield from (".TP", _bold(name), *_prose(meaning))


def _leaves(command: Command, name: str) -> Iterator[Leaf]:
    """Yield the commands that do something, a menu's after what it does by itself."""
    within = getattr(command, "commands", {})
    if not within or command.params:
        yield Leaf(name, command)
    for each in sorted(within):
        yield from _leaves(within[each], f"{name} {each}".strip())


def _chapter(leaf: Leaf) -> Iterator[str]:
    """Yield what a command does, its example, and the options that are its own."""
    arguments = [p.metavar for p in leaf.command.params if p.param_type_name == "argument"]
    yield f".SS {' '.join((_bold(leaf.typed), *map(_plain, arguments)))}"
    text = described(leaf.command.help)
    yield from _prose(text.summary)
    yield from _paragraphs(text.paragraphs)
    own = [p for p in _options(leaf) if p.name not in _SHARED]
    yield from (line for option in own for line in _option(option, _meaning(option)))
    if text.examples:
        typed = "`, `".join(text.examples)
        yield from _paragraphs([f"Example: `{typed}`"])


def _options(leaf: Leaf) -> list[Option]:
    return [p for p in leaf.command.params if p.param_type_name == "option"]


def _option(option: Option, meaning: str) -> list[str]:
    spelled = ", ".join(map(_bold, sorted(option.opts, key=len)))
    value = option.metavar or "|".join(getattr(option.type, "choices", ()))
    return [".TP", f"{spelled} \\fI{_plain(value)}\\fR" if value else spelled, *_prose(meaning)]


def _meaning(option: Option) -> str:
    text = re.sub(r" \[default: (.*)\]$", r" Default: \1.", option.help or "")
    has_default = option.show_default and option.default not in (None, False, "")
    return f"{text} Default: {option.default}." if has_default else text


def _shared(leaves: Sequence[Leaf]) -> Iterator[str]:
    """Yield the options of several commands, each once, with the commands that have it."""
    found: dict[str, dict[str, list[Leaf]]] = {}
    spelled = {}
    for leaf in leaves:
        for option in _options(leaf):
            if option.name in _SHARED:
                spelled[option.name] = option
                meaning = _meaning(option) or f"One of {', '.join(formats(leaf.command.kind))}."
                found.setdefault(option.name, {}).setdefault(meaning, []).append(leaf)
    for name, meanings in found.items():
        yield from _option(spelled[name], " ".join(_told(meanings, leaves)))
    yield from _pairs({"-h, --help": "Show the help of any command."})


def _told(meanings: Mapping[str, list[Leaf]], leaves: Sequence[Leaf]) -> Iterator[str]:
    """Yield what an option means, to most commands first, and which do not have it."""
    most, *others = sorted(meanings, key=lambda meaning: -len(meanings[meaning]))
    yield most
    for meaning in others:
        yield f"With {_names(meanings[meaning])}: {meaning[:1].lower()}{meaning[1:]}"
    having = [leaf for leaf in leaves if any(leaf in some for some in meanings.values())]
    lacking = [leaf for leaf in leaves if leaf not in having]
    if len(lacking) > len(having):
        yield f"Only with {_names(having)}."
    elif lacking:
        yield f"Not with {_names(lacking)}."


def _names(leaves: Iterable[Leaf]) -> str:
    return ", ".join(f"`{leaf.name or 'medalist'}`" for leaf in leaves)


def _variables(leaves: Sequence[Leaf]) -> dict[str, str]:
    options = [option for leaf in leaves for option in _options(leaf) if option.envvar]
    return {each.envvar: f"Default for `{each.opts[0]}`." for each in options}
