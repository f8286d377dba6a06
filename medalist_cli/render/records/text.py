"""One line a record, without a header."""

from msgspec import Struct

from medalist_cli.model.result import Records
from medalist_cli.render import Form, records
from medalist_cli.terminal import Terminal


def render(result: Records[Struct], form: Form, terminal: Terminal) -> str:
    """Return the fields of each record on a line of its own, two spaces apart."""
    _, rows = records.readable(result, form)
    return "".join("  ".join(cells).rstrip() + "\n" for cells in rows)
