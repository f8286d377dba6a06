"""A JSON line for a custom module of Waybar; waybar-custom(5). Its texts are Pango markup."""

import msgspec

from medalist_cli.answer import Countdown
from medalist_cli.render import Form, countdown, pango, plain_json
from medalist_cli.screen import Screen

HAS_LINE = True
"""Whether it can be one line, for --follow."""


def render(answer: Countdown, form: Form, screen: Screen) -> str:
    """Return text, tooltip, classes (state and bucket) and percentage; an empty text hides it."""
    count = answer.count
    shown = {
        "text": pango(countdown.bar(answer, form)),
        "alt": count.state,
        "tooltip": pango("\n".join(countdown.lines(answer))),
        "class": countdown.classes(count),
        "percentage": count.percent or 0,
    }
    return plain_json(msgspec.json.encode(shown).decode(), screen.encoding) + "\n"
