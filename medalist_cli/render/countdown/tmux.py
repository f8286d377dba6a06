"""A line for tmux's status-left or status-right; tmux(1), FORMATS and STYLES."""

from medalist_cli.answer import Countdown
from medalist_cli.render import Form, countdown
from medalist_cli.screen import Screen

HAS_LINE = True
"""Whether it can be one line, for --follow."""


def render(answer: Countdown, form: Form, screen: Screen) -> str:
    """Return the line in its colour, with every `#` doubled; empty when there is no wait."""
    text = countdown.bar(answer, form).replace("#", "##")
    colour = countdown.colour(answer.count)
    return f"#[fg={colour}]{text}#[default]\n" if text and colour else f"{text}\n"
