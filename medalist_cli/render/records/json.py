"""The records as a JSON array, complete."""

import msgspec
from msgspec import Struct

from medalist_cli.answer import Records
from medalist_cli.render import Form, plain_json, records
from medalist_cli.screen import Screen


def render(answer: Records[Struct], form: Form, screen: Screen) -> str:
    """Return an array of objects, even of one; `--fields` keeps those keys, in that order."""
    chosen = records.data(answer, form)
    text = msgspec.json.format(msgspec.json.encode(chosen), indent=2).decode()
    return plain_json(text, screen.encoding) + "\n"
