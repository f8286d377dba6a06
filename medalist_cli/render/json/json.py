"""The document, indented."""

import msgspec

from medalist_cli.model.result import Json
from medalist_cli.render import Form, escaping
from medalist_cli.terminal import Terminal


def render(result: Json, form: Form, terminal: Terminal) -> str:
    """Return the document as indented JSON."""
    text = msgspec.json.format(msgspec.json.encode(result.content), indent=2).decode()
    return escaping.json_text(text, terminal.encoding) + "\n"
