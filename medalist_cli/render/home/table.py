"""The first screen: the countdown in its frame, and below it where to go from there."""

from medalist_cli.answer import Home
from medalist_cli.render import Form
from medalist_cli.render.countdown import line
from medalist_cli.render.home import text
from medalist_cli.screen import Screen


def render(answer: Home, form: Form, screen: Screen) -> str:
    """Return the screen; in a pipe the plain lines."""
    if form.width is not None:
        return line(answer, form) + "\n"
    if screen.width is None or screen.accessible:
        return text.render(answer, form, screen)
    from medalist_cli.render.home import _picture  # noqa: PLC0415 - Rich: not for a pipe

    return _picture.drawn(_picture.of(answer, screen), screen)
