"""A panel for a terminal: the answer, its clocks, a bar of the wait; plain lines in a pipe."""

from medalist_cli.answer import Countdown
from medalist_cli.render import Form, countdown
from medalist_cli.screen import Screen


def render(answer: Countdown, form: Form, screen: Screen) -> str:
    """Return the panel; with a width only the longest answer that fits it."""
    line = countdown.one_line(answer, form)
    if line:
        return line
    if screen.width is None or screen.accessible:
        return "\n".join((*countdown.lines(answer), f"as of {answer.count.as_of}")) + "\n"
    from medalist_cli.render.countdown import _picture  # noqa: PLC0415 - Rich: not for a pipe

    return _picture.drawn(_picture.of(answer, screen), screen)
