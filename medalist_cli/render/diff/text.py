"""One line a change: what, from what to what, and by how many days."""

from medalist_cli.model.result import Diff
from medalist_cli.model.rows import DiffRow
from medalist_cli.render import Form, records
from medalist_cli.render.records import text
from medalist_cli.terminal import Terminal
from medalist_cli.text.cells import visible


def render(result: Diff[DiffRow], form: Form, terminal: Terminal) -> str:
    """Return a line for each change; with --fields, those fields alone."""
    if form.fields:
        return text.render(result, form, terminal)
    return "".join(f"{_line(row)}\n" for row in result.shown)


def _line(row: DiffRow) -> str:
    match row.kind:
        case "appeared" | "went":
            date = records.cell(row.new if row.kind == "appeared" else row.old)
            parts = [row.id, row.kind, ", ".join(filter(None, (row.title, date)))]
        case _:
            field = "" if row.field in ("when", "start") else row.field
            change = f"{records.cell(row.old)} → {records.cell(row.new)}"
            parts = [row.id, field or "", change, _days(row.days)]
    return visible("  ".join(filter(None, parts)))


def _days(days: int | None) -> str:
    return f"{days:+} day{'' if abs(days) == 1 else 's'}" if days else ""
