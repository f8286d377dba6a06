"""The countdown as one JSON object, complete."""

import msgspec

from medalist_cli.answer import Countdown
from medalist_cli.render import Form, plain_json
from medalist_cli.screen import Screen

HAS_LINE = True
"""Whether it can be one line, for --follow."""


def render(answer: Countdown, form: Form, screen: Screen) -> str:
    """Return the object; times are RFC 3339, spans whole seconds, the unknown null."""
    indent = 0 if form.is_line else 2
    text = msgspec.json.format(msgspec.json.encode(answer.count), indent=indent).decode()
    return plain_json(text, screen.encoding) + "\n"
