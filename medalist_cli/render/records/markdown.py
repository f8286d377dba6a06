"""A table in GitHub's Markdown."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from medalist_cli.model.result import Records
from medalist_cli.render import Form, escaping, records
from medalist_cli.terminal import Terminal
from medalist_cli.text.language import worded


def render(result: Records[Struct], form: Form, terminal: Terminal) -> str:
    """Return a title, a table with a row a record, and what its marks mean.

    One record that has a sheet is a list with an item for each field.
    """
    lines = [
        f"**{escaping.markdown(records.title(result, form))}**",
        "",
        *(_sheet(result, form) if records.is_sheet(result, form) else _table(result, form)),
        "",
        escaping.markdown(records.legend(result, form)),
        *(f"\n{escaping.markdown(worded(line, form.language))}" for line in result.afterword),
    ]
    return "\n".join(lines) + "\n"


def _sheet(result: Records[Struct], form: Form) -> Iterator[str]:
    for label, text in records.pairs(result, form, split=True):
        mark = form.language.labelled(escaping.markdown(label)).rstrip()
        yield f"- **{mark}** {escaping.markdown(text)}"


def _table(result: Records[Struct], form: Form) -> list[str]:
    names, rows = records.readable(result, form)
    return [
        _line(map(escaping.markdown, names)),
        _line("---" for _ in names),
        *(_line(map(escaping.markdown, cells)) for cells in rows),
    ]


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
