"""The countdown as one JSON object, complete."""

import msgspec

from medalist_cli.answer import Countdown
from medalist_cli.render import Form, plain_json
from medalist_cli.screen import Screen


def render(answer: Countdown, form: Form, screen: Screen) -> str:
    """Return the object; times are RFC 3339, spans whole seconds, the unknown null."""
    text = msgspec.json.format(msgspec.json.encode(answer.count), indent=2).decode()
    return plain_json(text, screen.encoding) + "\n"
