"""A table in GitHub's Markdown."""

from collections.abc import Iterable

from msgspec import Struct

from medalist_cli.answer import Records
from medalist_cli.cells import visible
from medalist_cli.render import Form, markdown_text, records
from medalist_cli.screen import Screen


def render(answer: Records[Struct], form: Form, screen: Screen) -> str:
    """Return a title, a table with a row a record, and what its marks mean."""
    names, rows = records.readable(answer, form)
    lines = [
        f"**{markdown_text(visible(answer.title))}**",
        "",
        _line(map(markdown_text, names)),
        _line("---" for _ in names),
        *(_line(map(markdown_text, cells)) for cells in rows),
        "",
        markdown_text(records.legend(answer)),
        *(f"\n{markdown_text(line)}" for line in answer.afterword),
    ]
    return "\n".join(lines) + "\n"


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
