"""What bash and zsh write alike; Shell Command Language, POSIX.1-2024 XCU §2."""

from collections.abc import Callable
from typing import assert_never

from medalist_cli.shells import Days, Grammar, Hours, Minutes, Place, Step, Value

Quoted = Callable[[str], str]
"""Writes a text as a word that a shell reads nothing into."""


def quoted(text: str) -> str:
    """Return a text between single quotes, where nothing but their end means anything."""
    return "'" + text.replace("'", "'\\''") + "'"


def steps(prompt: tuple[Step, ...], title: Quoted) -> str:
    """Return the branches that assign MEDALIST_PROMPT by `now`; past the last it is empty."""
    branches = [
        f"  {'elif' if index else 'if'} ((now < {step.until})); then\n{_assigned(step, title)}\n"
        for index, step in enumerate(prompt)
    ]
    if not branches:
        return "  MEDALIST_PROMPT="
    return "".join(branches) + "  else\n    MEDALIST_PROMPT=\n  fi"


def _assigned(step: Step, title: Quoted) -> str:
    name = title(f"{step.title} ")
    match step.wait:
        case str(word):
            return f"    MEDALIST_PROMPT={title(f'{step.title} {word}')}"
        case Days(first, last, offset):
            today = f"(now + {offset}) / 86400"
            until = f"-$(({last} - {today}))" if last != first else ""
            return f'    MEDALIST_PROMPT={name}"$(({first} - {today})){until}d"'
        case Hours(at):
            return _clock(name, at, 3600, "hm")
        case Minutes(at):
            return _clock(name, at, 60, "ms")
        case other:
            assert_never(other)


def _clock(name: str, at: int, unit: int, letters: str) -> str:
    """Return `3h 04m`; a hundred is added, and cut off again, for the zero before the 4."""
    return (
        f"    left=$(({at} - now)) rest=$((100 + left % {unit} / {unit // 60}))\n"
        f'    MEDALIST_PROMPT={name}"$((left / {unit})){letters[0]} ${{rest:1}}{letters[1]}"'
    )


def valued(grammar: Grammar) -> str:
    """Return the branches that notice an option that takes a value."""
    lines = [f"        {'|'.join(names)}) option={names[0]} ;;\n" for names in grammar.valued]
    return "".join(lines).rstrip("\n")


def commands(grammar: Grammar) -> str:
    """Return the pattern of a command after the menu it stands in."""
    return "|".join(quoted(name if " " in name else f" {name}") for name in grammar.commands)


def places(grammar: Grammar, *, told: bool) -> str:
    """Return the branches that say what a state of the line wants; with `told`, words about it."""
    return "\n".join(_place(place, told=told) for place in grammar.places)


def _place(place: Place, *, told: bool) -> str:
    states, value = place
    pattern = "|".join(_pattern(state) for state in states)
    return f"    {pattern}) {_wanted(value, told=told)} ;;"


def _pattern(state: str) -> str:
    return f"*{quoted(state[1:])}" if state.startswith("*") else quoted(state)


def _wanted(value: Value, *, told: bool) -> str:
    if value.asks:
        return f"asked={value.asks}"
    if value.is_file:
        return "files=1"
    parts = [f"found=({' '.join(quoted(word) for word, _ in value.words)})"]
    if told and any(about for _, about in value.words):
        parts.append(f"told=({' '.join(quoted(about) for _, about in value.words)})")
    return " ".join(parts + ["many=1"] * value.many)
