"""One line a record, without a header."""

from msgspec import Struct

from medalist_cli.model.result import Records
from medalist_cli.render import Form, records
from medalist_cli.render._sgr import coloured, stripped
from medalist_cli.terminal import Terminal


def render(result: Records[Struct], form: Form, terminal: Terminal) -> str:
    """Return the fields of each record on a line of its own, two spaces apart."""
    fields = records.fields(result, form)
    lines = [records.cells(row, fields, form.language) for row in result.shown]
    if terminal.colour:
        styles = (records.styles(row, fields) for row in result.shown)
        lines = [*map(coloured, lines, styles)]
    return "".join(stripped("  ".join(cells)) + "\n" for cells in lines)
