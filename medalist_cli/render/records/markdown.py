"""A table in GitHub's Markdown, with links; one record alone is a list of its fields."""

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from medalist_cli.model.result import Records
from medalist_cli.render import Form, escaping, records
from medalist_cli.terminal import Terminal
from medalist_cli.text import labels


def render(result: Records[Struct], form: Form, terminal: Terminal) -> str:
    """Return a title, the records, and what the marks of doubtful ones mean."""
    encoding = terminal.encoding
    body = _sheet if records.is_sheet(result, form) else _table
    lines = [
        f"**{escaping.markdown(result.title, encoding)}**",
        "",
        *body(result, form, encoding),
        *(f"\n{escaping.markdown(line, encoding)}" for line in records.legend(result).split("\n")),
        *(f"\n{escaping.markdown(line, encoding)}" for line in result.afterword),
    ]
    return "\n".join(lines) + "\n"


def _sheet(result: Records[Struct], form: Form, encoding: str) -> Iterator[str]:
    for item in records.sheet(result, form, split=True):
        label = escaping.markdown(item.label, encoding)
        text = _value(item.content, item.field, encoding)
        yield f"- **{label}:** {text}{escaping.markdown(item.mark, encoding)}"


def _table(result: Records[Struct], form: Form, encoding: str) -> Iterator[str]:
    names = records.fields(result, form)
    yield _line(escaping.markdown(labels.label(name), encoding) for name in names)
    yield _line("---" for _ in names)
    for row, cells in zip(result.shown, records.readable(result, form)[1], strict=True):
        own = records.link_field(row, names)
        yield _line(
            escaping.markdown_link(text, records.value(row, "url"), encoding)
            if name == own
            else _value(records.value(row, name), name, encoding, text)
            for name, text in zip(names, cells, strict=True)
        )


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _value(content: Any, field: str, encoding: str, text: str | None = None) -> str:
    """Return a value with links to the pages it has; `text` is its text where it has none."""
    if isinstance(content, tuple) and any(isinstance(item, Struct) for item in content):
        return "; ".join(_value(item, field, encoding) for item in content)
    shown, url = records.linked(content, field)
    return escaping.markdown_link(shown if text is None or url else text, url, encoding)
