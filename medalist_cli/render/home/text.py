"""The first screen in plain lines."""

from medalist_cli.model.result import Home
from medalist_cli.render import Form, countdown, home
from medalist_cli.terminal import Terminal


def render(result: Home, form: Form, terminal: Terminal) -> str:
    """Return the countdown and the chapters under it; one line for a template or a width."""
    line = countdown.one_line(result, form, terminal)
    return line or "\n".join(home.lines(result, form, colour=terminal.colour)) + "\n"
