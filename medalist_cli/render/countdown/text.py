"""Plain lines: the answer, the clocks, the anchor; one line with a template or a width."""

from medalist_cli.answer import Countdown
from medalist_cli.render import Form, countdown
from medalist_cli.render.template import filled
from medalist_cli.screen import Screen

HAS_LINE = True
"""Whether it can be one line, for --follow."""


def render(answer: Countdown, form: Form, screen: Screen) -> str:
    """Return the lines; one line for a template or a width."""
    if form.template is not None:
        return filled(form.template, answer.count) + "\n"
    if form.is_line or form.width is not None:
        return countdown.line(answer, form) + "\n"
    return "\n".join((answer.count.text, *countdown.details(answer))) + "\n"
