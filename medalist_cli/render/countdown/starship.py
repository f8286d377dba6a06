"""A line for a custom module of Starship, which styles it itself; an empty one hides it."""

from medalist_cli.model.result import Countdown
from medalist_cli.render import Form, countdown, escaping
from medalist_cli.terminal import Terminal

HAS_LINE = True
"""Whether it can be one line, for --follow."""


def render(result: Countdown, form: Form, terminal: Terminal) -> str:
    """Return the bare line; nothing, not even a line break, when nothing is to come."""
    text = escaping.prompt(countdown.bar(result, form), terminal.encoding)
    return f"{text}\n" if text else ""
