"""A table in GitHub's Markdown, with links; one record alone is a list of its fields."""

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from medalist_cli.model.result import Records
from medalist_cli.render import Form, escaping, records
from medalist_cli.terminal import Terminal
from medalist_cli.text.language import worded


def render(result: Records[Struct], form: Form, terminal: Terminal) -> str:
    """Return a title, the records, and what the marks of doubtful ones mean."""
    encoding = terminal.encoding
    body = _sheet if records.is_sheet(result, form) else _table
    lines = [
        f"**{escaping.markdown(records.title(result, form), encoding)}**",
        "",
        *body(result, form, encoding),
        *(
            f"\n{escaping.markdown(line, encoding)}"
            for line in records.legend(result, form).split("\n")
        ),
        *(
            f"\n{escaping.markdown(worded(line, form.language), encoding)}"
            for line in result.afterword
        ),
    ]
    return "\n".join(lines) + "\n"


def _sheet(result: Records[Struct], form: Form, encoding: str) -> Iterator[str]:
    for item in records.sheet(result, form, split=True):
        label = form.language.labelled(escaping.markdown(item.label, encoding)).rstrip()
        text = _value(item.content, item.field, item.text, form, encoding)
        rest = form.language.noted("", item.other) + item.mark
        gap = " " if rest.startswith(" ") else ""
        yield f"- **{label}** {text}{gap}{escaping.markdown(rest, encoding)}"


def _table(result: Records[Struct], form: Form, encoding: str) -> Iterator[str]:
    names = records.fields(result, form)
    headers, rows = records.readable(result, form)
    yield _line(escaping.markdown(header, encoding) for header in headers)
    yield _line("---" for _ in names)
    for row, cells in zip(result.shown, rows, strict=True):
        own = records.link_field(row, names)
        yield _line(
            escaping.markdown_link(text, records.value(row, "url"), encoding)
            if name == own
            else _value(records.value(row, name), name, text, form, encoding)
            for name, text in zip(names, cells, strict=True)
        )


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _value(content: Any, field: str, text: str, form: Form, encoding: str) -> str:
    """Return a value with links to the pages it has; `text` is the whole of it in words."""
    if isinstance(content, tuple) and any(isinstance(item, Struct) for item in content):
        language = form.language
        texts = ((item, records.cell(item, field, language)) for item in content)
        linked = [_value(item, field, said, form, encoding) for item, said in texts]
        return language.listed(linked, are_phrases=True)
    said, url = records.linked(content, field, text, form.language)
    return escaping.markdown_link(said, url, encoding)
