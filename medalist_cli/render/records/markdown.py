"""A table in GitHub's Markdown, with links; one record alone is a list of its fields."""

from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from medalist_cli.model.result import Records
from medalist_cli.render import Form, escaping, records
from medalist_cli.terminal import Terminal


def render(result: Records[Struct], form: Form, terminal: Terminal) -> str:
    """Return a title, the records, and what the marks of doubtful ones mean."""
    encoding = terminal.encoding
    body = _sheet if records.is_sheet(result) else _table
    lines = [
        f"**{escaping.markdown(result.title, encoding)}**",
        "",
        *body(result, form, encoding),
        "",
        escaping.markdown(records.legend(result), encoding),
        *(f"\n{escaping.markdown(line, encoding)}" for line in result.afterword),
    ]
    return "\n".join(lines) + "\n"


def _table(result: Records[Struct], form: Form, encoding: str) -> list[str]:
    names = records.fields(result, form)
    headers = (escaping.markdown(records.header(name), encoding) for name in names)
    lines = [_line(headers), _line("---" for _ in names)]
    for row in result.shown:
        cells = [_value(records.value(row, name), name, encoding) for name in names]
        own = records.link_field(row, names)
        if own:
            text = records.cell(records.value(row, own), own)
            url = records.value(row, "url")
            cells[names.index(own)] = escaping.markdown_link(text, url, encoding)
        cells[0] += escaping.markdown(records.mark(row), encoding)
        lines.append(_line(cells))
    return lines


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _sheet(result: Records[Struct], form: Form, encoding: str) -> list[str]:
    lines = []
    for name, items in records.sheet(result, form):
        label = f"- **{escaping.markdown(records.header(name), encoding)}:**"
        texts = [_value(item, name, encoding) for item in items]
        if len(texts) == 1:
            lines.append(f"{label} {texts[0]}")
        else:
            lines += [label, *(f"  - {text}" for text in texts)]
    return lines


def _value(content: Any, field: str, encoding: str) -> str:
    if isinstance(content, tuple) and any(isinstance(item, Struct) for item in content):
        return "; ".join(_value(item, field, encoding) for item in content)
    return escaping.markdown_link(*records.linked(content, field), encoding)
