"""The countdown as one JSON object, complete."""

import msgspec

from medalist_cli.model.result import Countdown
from medalist_cli.render import Form, escaping
from medalist_cli.terminal import Terminal

HAS_LINE = True
"""Whether it can be one line, for --follow."""


def render(result: Countdown, form: Form, terminal: Terminal) -> str:
    """Return the object; times are RFC 3339, spans whole seconds, the unknown null."""
    indent = 0 if form.is_line else 2
    text = msgspec.json.format(msgspec.json.encode(result.count), indent=indent).decode()
    return escaping.json_text(text, terminal.encoding) + "\n"
