"""How a list looks: a card for one record that has a sheet, else a table."""

from msgspec import Struct
from rich.console import RenderableType

from medalist_cli.model.result import Records
from medalist_cli.render import Form, _rich, records
from medalist_cli.terminal import Terminal
from medalist_cli.text.cells import visible

_WORDY = 40
"""Characters from which an item of a list is a sentence, and stands on a line of its own."""
_PROOF = ("sources", "confidence")
"""The fields a card ends with."""


def of(result: Records[Struct], form: Form, terminal: Terminal) -> RenderableType:
    """Return the picture of `answer`, fit for the screen's width."""
    title, foot = visible(result.title), records.legend(result)
    if result.sheet and len(result.rows) == 1:
        return _rich.card(title, _pairs(result, form), foot, terminal)
    urls = [getattr(row, "url", None) for row in result.rows]
    table = _rich.table(title, *records.readable(result, form), foot, terminal, urls)
    return _rich.followed(table, result.afterword)


def _pairs(result: Records[Struct], form: Form) -> list[tuple[str, str]]:
    """Return the labels and texts of a card; one line for each item of a list of sentences."""
    row = result.shown[0]
    names = form.fields or result.card or sorted(row.__struct_fields__, key=_PROOF.__contains__)
    pairs = []
    for name in names:
        content = records.value(row, name)
        if content in (None, (), False):
            continue
        items = content if _is_prose(content) else (content,)
        for index, item in enumerate(items):
            pairs.append(("" if index else records.header(name), records.cell(item, name)))
    return pairs


def _is_prose(content: object) -> bool:
    return isinstance(content, tuple) and any(
        isinstance(item, Struct) or len(str(item)) > _WORDY for item in content
    )
