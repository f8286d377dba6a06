"""The first screen: the countdown, and where to go from there."""

from medalist_cli.model.result import Home
from medalist_cli.render import Form, countdown, home
from medalist_cli.terminal import Terminal


def render(result: Home, form: Form, terminal: Terminal) -> str:
    """Return the screen; in a pipe the plain lines, with a width the longest answer that fits."""
    line = countdown.one_line(result, form, terminal)
    if line:
        return line
    if terminal.accessible:
        return "\n".join(home.sentences(result, form)) + "\n"
    if terminal.width is None:
        return "\n".join(home.lines(result, form, colour=terminal.colour)) + "\n"
    from medalist_cli.render import _rich  # noqa: PLC0415 - Rich takes 20 ms, and a pipe needs none
    from medalist_cli.render.home import _rich as home_rich  # noqa: PLC0415

    return _rich.drawn(home_rich.of(result, form, terminal), terminal)
