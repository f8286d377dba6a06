"""Comma-separated values with a header row; RFC 4180, with line feeds as Unix tools want them."""

import csv
import io

from msgspec import Struct

from medalist_cli.model.result import Records
from medalist_cli.render import Form, records
from medalist_cli.terminal import Terminal


def render(result: Records[Struct], form: Form, terminal: Terminal) -> str:
    """Return all keys, or the chosen ones, one line a record; nothing for an unknown.

    A text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    names, rows = records.grid(result, form)
    encoding = terminal.encoding
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([records.sheet_cell(content, encoding) for content in row] for row in rows)
    return file.getvalue()
