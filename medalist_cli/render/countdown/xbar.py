"""Lines for an xbar or SwiftBar plugin: the menu bar's, then the menu's after `---`."""

from medalist_cli.model.result import Countdown
from medalist_cli.render import Form, countdown, escaping
from medalist_cli.terminal import Terminal


def render(result: Countdown, form: Form, terminal: Terminal) -> str:
    """Return the lines, or nothing when nothing is to come."""
    first, *menu = (
        escaping.xbar(line, terminal.encoding)
        for line in (countdown.bar(result, form), *countdown.lines(result, form))
    )
    if not first:
        return ""
    colour = countdown.colour(result.count)
    return "\n".join((f"{first} | color={colour}" if colour else first, "---", *menu)) + "\n"
