"""A line for a custom/script module of Polybar, whose tags begin with `%{`."""

from medalist_cli.model.result import Countdown
from medalist_cli.render import Form, countdown, escaping
from medalist_cli.terminal import Terminal

HAS_LINE = True
"""Whether it can be one line, for --follow."""


def render(result: Countdown, form: Form, terminal: Terminal) -> str:
    """Return the line in its colour; an empty line hides the module."""
    text = escaping.polybar(countdown.bar(result, form), terminal.encoding)
    colour = countdown.colour(result.count)
    return f"%{{F{colour}}}{text}%{{F-}}\n" if text and colour else f"{text}\n"
