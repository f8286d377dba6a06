"""Three lines for i3blocks: full text, short text, colour; i3blocks(1), with `markup=pango`."""

from medalist_cli.model.result import Countdown
from medalist_cli.render import Form, countdown, escaping
from medalist_cli.terminal import Terminal
from medalist_cli.text import wording


def render(result: Countdown, form: Form, terminal: Terminal) -> str:
    """Return the lines, or nothing when nothing is to come."""
    full = countdown.bar(result, form)
    if not full:
        return ""
    colour = countdown.colour(result.count)
    lines = (
        escaping.pango(full, terminal.encoding),
        escaping.pango(wording.short(result.count, form.language), terminal.encoding),
        *([colour] if colour else []),
    )
    return "\n".join(lines) + "\n"
