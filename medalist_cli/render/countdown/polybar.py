"""A line for a custom/script module of Polybar, whose tags begin with `%{`."""

from medalist_cli.answer import Countdown
from medalist_cli.render import Form, countdown
from medalist_cli.screen import Screen

HAS_LINE = True
"""Whether it can be one line, for --follow."""


def render(answer: Countdown, form: Form, screen: Screen) -> str:
    """Return the line in its colour; an empty line hides the module."""
    text = countdown.bar(answer, form).replace("%", "%%")
    colour = countdown.colour(answer.count)
    return f"%{{F{colour}}}{text}%{{F-}}\n" if text and colour else f"{text}\n"
