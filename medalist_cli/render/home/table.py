"""The first screen: the countdown in its frame, and below it where to go from there."""

from medalist_cli.answer import Home
from medalist_cli.render import Form, countdown, home
from medalist_cli.screen import Screen


def render(answer: Home, form: Form, screen: Screen) -> str:
    """Return the screen; in a pipe the plain lines, with a width the longest answer that fits."""
    line = countdown.one_line(answer, form)
    if line:
        return line
    if screen.width is None or screen.accessible:
        return "\n".join(home.lines(answer)) + "\n"
    from medalist_cli.render.home import _picture  # noqa: PLC0415 - Rich: not for a pipe

    return _picture.drawn(_picture.of(answer, screen), screen)
