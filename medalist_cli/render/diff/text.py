"""One line a change: what, from what to what, and by how many days."""

from medalist_cli.model.result import Diff
from medalist_cli.model.rows import DiffRow
from medalist_cli.render import Form, records
from medalist_cli.render.records import text
from medalist_cli.terminal import Terminal
from medalist_cli.text.cells import visible
from medalist_cli.text.language import Language


def render(result: Diff[DiffRow], form: Form, terminal: Terminal) -> str:
    """Return a line for each change; with --fields, those fields alone."""
    if form.fields:
        return text.render(result, form, terminal)
    return "".join(f"{_line(row, form.language)}\n" for row in result.shown)


def _line(row: DiffRow, language: Language) -> str:
    match row.kind:
        case "appeared" | "went":
            date = records.cell(row.new if row.kind == "appeared" else row.old, "new", language)
            parts = [row.id, row.kind, ", ".join(filter(None, (row.title, date)))]
        case _:
            field = "" if row.field in ("when", "start") else row.field
            old, new = (records.cell(each, "old", language) for each in (row.old, row.new))
            change = f"{old} → {new}"
            parts = [row.id, field or "", change, language.moved_by(row.days) if row.days else ""]
    return visible("  ".join(filter(None, parts)))
