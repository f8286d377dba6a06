"""A line for a custom module of Starship, which styles it itself; an empty one hides it."""

from medalist_cli.answer import Countdown
from medalist_cli.render import Form, countdown
from medalist_cli.screen import Screen

HAS_LINE = True
"""Whether it can be one line, for --follow."""


def render(answer: Countdown, form: Form, screen: Screen) -> str:
    """Return the bare line, without a line break where there is nothing to wait for."""
    text = countdown.bar(answer, form)
    return f"{text}\n" if text else ""
