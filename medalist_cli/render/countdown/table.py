"""A picture for a terminal: the answer large, clocks, how sure it is; plain lines in a pipe."""

from medalist_cli.model.result import Countdown
from medalist_cli.render import Form, countdown
from medalist_cli.terminal import Terminal


def render(result: Countdown, form: Form, terminal: Terminal) -> str:
    """Return the picture; with a width only the longest answer that fits it."""
    line = countdown.one_line(result, form, terminal)
    if line:
        return line
    if terminal.width is None or terminal.accessible:
        plain = countdown.lines(result, form, colour=terminal.colour)
        return "\n".join((*plain, countdown.age(result, form.language))) + "\n"
    from medalist_cli.render import _rich  # noqa: PLC0415 - Rich takes 20 ms, and a pipe needs none
    from medalist_cli.render.countdown import _rich as countdown_rich  # noqa: PLC0415

    return _rich.drawn(countdown_rich.of(result, form, terminal), terminal)
