"""One line a record, without a header."""

from msgspec import Struct

from medalist_cli.answer import Records
from medalist_cli.render import Form, records
from medalist_cli.screen import Screen


def render(answer: Records[Struct], form: Form, screen: Screen) -> str:
    """Return the fields of each record on a line of its own, two spaces apart."""
    _, rows = records.readable(answer, form)
    return "".join("  ".join(cells).rstrip() + "\n" for cells in rows)
