"""The records as a JSON array, complete."""

import msgspec
from msgspec import Struct

from medalist_cli.model.result import Records
from medalist_cli.render import Form, escaping, records
from medalist_cli.terminal import Terminal


def render(result: Records[Struct], form: Form, terminal: Terminal) -> str:
    """Return an array of objects, even of one; `--fields` keeps those keys, in that order."""
    chosen = records.data(result, form)
    text = msgspec.json.format(msgspec.json.encode(chosen), indent=2).decode()
    return escaping.json_text(text, terminal.encoding) + "\n"
