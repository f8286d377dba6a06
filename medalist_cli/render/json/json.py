"""The document, indented."""

import msgspec

from medalist_cli.answer import Json
from medalist_cli.render import Form, plain_json
from medalist_cli.screen import Screen


def render(answer: Json, form: Form, screen: Screen) -> str:
    """Return the document as indented JSON."""
    text = msgspec.json.format(msgspec.json.encode(answer.content), indent=2).decode()
    return plain_json(text, screen.encoding) + "\n"
