"""JSON for a badge of shields.io; the schema of its endpoint badges."""

import msgspec

from medalist_cli.model.result import Countdown
from medalist_cli.render import Form, countdown, escaping
from medalist_cli.terminal import Terminal
from medalist_cli.text import wording


def render(result: Countdown, form: Form, terminal: Terminal) -> str:
    """Return the document; its message is a date, not a count, since badges are cached."""
    message, colour = countdown.lasting(result.count, form.language)
    badge = {
        "schemaVersion": 1,
        "label": escaping.plain(wording.title(result.count, form.language), "utf-8"),
        "message": message,
        "color": colour.removeprefix("#"),
    }
    text = msgspec.json.format(msgspec.json.encode(badge), indent=2).decode()
    return escaping.json_text(text, terminal.encoding) + "\n"
