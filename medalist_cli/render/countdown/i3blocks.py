"""Three lines for i3blocks: full text, short text, colour; i3blocks(1), with `markup=pango`."""

from medalist_cli import phrases
from medalist_cli.answer import Countdown
from medalist_cli.render import Form, countdown, pango
from medalist_cli.screen import Screen


def render(answer: Countdown, form: Form, screen: Screen) -> str:
    """Return the lines, or nothing when there is nothing to wait for."""
    full = countdown.bar(answer, form)
    if not full:
        return ""
    colour = countdown.colour(answer.count)
    lines = (pango(full), pango(phrases.short(answer.count)), *([colour] if colour else []))
    return "\n".join(lines) + "\n"
