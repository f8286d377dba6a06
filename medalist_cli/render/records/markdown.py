"""A table in GitHub's Markdown."""

from collections.abc import Iterable

from msgspec import Struct

from medalist_cli.model.result import Records
from medalist_cli.render import Form, escaping, records
from medalist_cli.terminal import Terminal
from medalist_cli.text.cells import visible


def render(result: Records[Struct], form: Form, terminal: Terminal) -> str:
    """Return a title, a table with a row a record, and what its marks mean."""
    names, rows = records.readable(result, form)
    lines = [
        f"**{escaping.markdown(visible(result.title))}**",
        "",
        _line(map(escaping.markdown, names)),
        _line("---" for _ in names),
        *(_line(map(escaping.markdown, cells)) for cells in rows),
        "",
        escaping.markdown(records.legend(result)),
        *(f"\n{escaping.markdown(line)}" for line in result.afterword),
    ]
    return "\n".join(lines) + "\n"


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
