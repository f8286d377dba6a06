"""One JSON object a line; jsonlines.org."""

import msgspec
from msgspec import Struct

from medalist_cli.model.result import Records
from medalist_cli.render import Form, escaping, records
from medalist_cli.terminal import Terminal


def render(result: Records[Struct], form: Form, terminal: Terminal) -> str:
    """Return each record as an object on a line of its own."""
    text = msgspec.json.Encoder().encode_lines(records.data(result, form)).decode()
    return escaping.json_text(text, terminal.encoding)
