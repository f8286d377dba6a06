"""A panel for a terminal: the result, its clocks, a bar of the wait; plain lines in a pipe."""

from medalist_cli.model.result import Countdown
from medalist_cli.render import Form, countdown, origin
from medalist_cli.terminal import Terminal


def render(result: Countdown, form: Form, terminal: Terminal) -> str:
    """Return the panel; with a width only the longest answer that fits it."""
    line = countdown.one_line(result, form, terminal)
    if line:
        return line
    if terminal.width is None or terminal.accessible:
        return (
            "\n".join((*countdown.lines(result), f"as of {result.count.as_of}{origin(result)}"))
            + "\n"
        )
    from medalist_cli.render import _rich  # noqa: PLC0415 - Rich takes 20 ms, and a pipe needs none
    from medalist_cli.render.countdown import _rich as countdown_rich  # noqa: PLC0415

    return _rich.drawn(countdown_rich.of(result, form, terminal), terminal)
