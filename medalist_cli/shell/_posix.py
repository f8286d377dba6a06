"""Code that bash and zsh share; Shell Command Language, POSIX.1-2024 XCU §2."""

from collections.abc import Callable
from typing import assert_never

from medalist_cli.model.prompt import Days, Hours, Minutes, Step

Quoted = Callable[[str], str]
"""Quotes a text so that the shell takes it literally."""


def quoted(text: str) -> str:
    """Return a text in single quotes, where nothing else is special."""
    return "'" + text.replace("'", "'\\''") + "'"


def steps(prompt: tuple[Step, ...], title: Quoted) -> str:
    """Return code that sets MEDALIST_PROMPT for the time `now`; empty after the last step."""
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
            # 100 is added and the 1 cut off, to keep the leading zero.
            return (
                f"    left=$(({at} - now)) rest=$((100 + left % 3600 / 60))\n"
                f'    MEDALIST_PROMPT={name}"$((left / 3600))h ${{rest:1}}m"'
            )
        case Minutes(at):
            return f'    MEDALIST_PROMPT={name}"$((({at} - now) / 60))m"'
        case other:
            assert_never(other)
