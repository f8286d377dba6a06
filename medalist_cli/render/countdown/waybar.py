"""A JSON line for a custom module of Waybar; waybar-custom(5). Its texts are Pango markup."""

import msgspec

from medalist_cli.model.result import Countdown
from medalist_cli.render import Form, countdown, escaping
from medalist_cli.terminal import Terminal

HAS_LINE = True
"""Whether it can be one line, for --follow."""


def render(result: Countdown, form: Form, terminal: Terminal) -> str:
    """Return text, tooltip, classes (state and bucket) and percentage; an empty text hides it."""
    count = result.count
    shown = {
        "text": escaping.pango(countdown.bar(result, form)),
        "alt": count.state,
        "tooltip": escaping.pango("\n".join(countdown.lines(result, form))),
        "class": countdown.classes(count),
        "percentage": count.percent or 0,
    }
    return escaping.json_text(msgspec.json.encode(shown).decode(), terminal.encoding) + "\n"
