"""Tab-separated values with a header row, for cut and awk: no quotes, no escapes."""

from msgspec import Struct

from medalist_cli.model.result import Records
from medalist_cli.render import Form, records
from medalist_cli.terminal import Terminal


def render(result: Records[Struct], form: Form, terminal: Terminal) -> str:
    """Return all keys, or the chosen ones, one line a record; tabs in a text become spaces.

    As in CSV, a text that a spreadsheet would run gets an apostrophe before it; here also one that
    starts with a quotation mark.
    """
    names, rows = records.grid(result, form)
    lines = [
        names,
        *(
            [records.sheet_cell(content, terminal.encoding, quotes=True) for content in row]
            for row in rows
        ),
    ]
    return "".join("\t".join(line) + "\n" for line in lines)
