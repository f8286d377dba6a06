"""One JSON object a line; jsonlines.org."""

import msgspec
from msgspec import Struct

from medalist_cli.answer import Records
from medalist_cli.render import Form, plain_json, records
from medalist_cli.screen import Screen


def render(answer: Records[Struct], form: Form, screen: Screen) -> str:
    """Return each record as an object on a line of its own."""
    text = msgspec.json.Encoder().encode_lines(records.data(answer, form)).decode()
    return plain_json(text, screen.encoding)
