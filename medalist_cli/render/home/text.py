"""The first screen in plain lines."""

from medalist_cli.answer import Home
from medalist_cli.render import Form, countdown, home
from medalist_cli.screen import Screen


def render(answer: Home, form: Form, screen: Screen) -> str:
    """Return the countdown and the chapters under it; one line for a template or a width."""
    return countdown.one_line(answer, form) or "\n".join(home.lines(answer)) + "\n"
