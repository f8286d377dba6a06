"""Plain lines: the result, the clocks, the anchor; one line with a template or a width."""

from medalist_cli.model.result import Countdown
from medalist_cli.render import Form, countdown
from medalist_cli.terminal import Terminal

HAS_LINE = True
"""Whether it can be one line, for --follow."""


def render(result: Countdown, form: Form, terminal: Terminal) -> str:
    """Return the lines; one line for a template or a width."""
    line = countdown.one_line(result, form, terminal)
    return line or "\n".join(countdown.lines(result, form, colour=terminal.colour)) + "\n"
