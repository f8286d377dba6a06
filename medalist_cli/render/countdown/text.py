"""Plain lines: the answer, the clocks, the anchor; one line with a template or a width."""

from medalist_cli.answer import Countdown
from medalist_cli.render import Form, countdown
from medalist_cli.screen import Screen

HAS_LINE = True
"""Whether it can be one line, for --follow."""


def render(answer: Countdown, form: Form, screen: Screen) -> str:
    """Return the lines; one line for a template or a width."""
    return countdown.one_line(answer, form) or "\n".join(countdown.lines(answer)) + "\n"
