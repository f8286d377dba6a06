"""A line for tmux's status-left or status-right; tmux(1), FORMATS and STYLES."""

from medalist_cli.model.result import Countdown
from medalist_cli.render import Form, countdown, escaping
from medalist_cli.terminal import Terminal

HAS_LINE = True
"""Whether it can be one line, for --follow."""


def render(result: Countdown, form: Form, terminal: Terminal) -> str:
    """Return the line in its colour; empty when nothing is to come."""
    text = escaping.tmux(countdown.bar(result, form), terminal.encoding)
    colour = countdown.colour(result.count)
    return f"#[fg={colour}]{text}#[default]\n" if text and colour else f"{text}\n"
