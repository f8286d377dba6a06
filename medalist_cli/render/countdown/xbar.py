"""Lines for an xbar or SwiftBar plugin: the menu bar's, then the menu's after `---`."""

from medalist_cli.model.result import Countdown
from medalist_cli.render import Form, countdown
from medalist_cli.terminal import Terminal


def render(result: Countdown, form: Form, terminal: Terminal) -> str:
    """Return the lines, or nothing when there is nothing to wait for."""
    shown = countdown.bar(result, form)
    if not shown:
        return ""
    colour = countdown.colour(result.count)
    first = f"{_escaped(shown)} | color={colour}" if colour else _escaped(shown)
    return "\n".join((first, "---", *map(_escaped, countdown.lines(result, form)))) + "\n"


def _escaped(text: str) -> str:
    """Keep a text from being read as parameters, which a `|` begins, or as a separator."""
    return text.replace("|", "¦").replace("---", "- - -")
