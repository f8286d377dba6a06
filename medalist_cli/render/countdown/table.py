"""A panel for a terminal: the answer, its clocks, a bar of the wait; plain lines in a pipe."""

from medalist_cli.answer import Countdown
from medalist_cli.render import Form, countdown
from medalist_cli.screen import Screen


def render(answer: Countdown, form: Form, screen: Screen) -> str:
    """Return the panel; with a width only the longest answer that fits it."""
    if form.width is not None:
        return countdown.line(answer, form) + "\n"
    if screen.width is None or screen.accessible:
        lines = (answer.count.text, *countdown.details(answer), f"as of {answer.count.as_of}")
        return "\n".join(lines) + "\n"
    from medalist_cli.render.countdown import _picture  # noqa: PLC0415 - Rich: not for a pipe

    return _picture.drawn(_picture.of(answer, screen), screen)
