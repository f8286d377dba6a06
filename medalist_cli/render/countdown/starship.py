"""A line for a custom module of Starship, which styles it itself; an empty one hides it."""

from medalist_cli.model.result import Countdown
from medalist_cli.render import Form, countdown
from medalist_cli.terminal import Terminal

HAS_LINE = True
"""Whether it can be one line, for --follow."""


def render(result: Countdown, form: Form, terminal: Terminal) -> str:
    """Return the bare line, without a line break where there is nothing to wait for."""
    text = countdown.bar(result, form)
    return f"{text}\n" if text else ""
