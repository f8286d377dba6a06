"""How a list looks: a card for one record that has a sheet, else a table."""

from msgspec import Struct
from rich.console import RenderableType

from medalist_cli.answer import Records
from medalist_cli.cells import visible
from medalist_cli.render import Form, drawing, records
from medalist_cli.render.drawing import drawn
from medalist_cli.screen import Screen

__all__ = ["drawn", "of"]

_WORDY = 40
"""Characters from which an item of a list is a sentence, and stands on a line of its own."""
_PROOF = ("sources", "confidence")
"""The fields a card ends with."""


def of(answer: Records[Struct], form: Form, screen: Screen) -> RenderableType:
    """Return the picture of `answer`, fit for the screen's width."""
    title, foot = visible(answer.title), records.legend(answer)
    if answer.sheet and len(answer.rows) == 1:
        return drawing.card(title, _pairs(answer, form), foot, screen)
    urls = [getattr(row, "url", None) for row in answer.rows]
    table = drawing.table(title, *records.readable(answer, form), foot, screen, urls)
    return drawing.followed(table, answer.afterword)


def _pairs(answer: Records[Struct], form: Form) -> list[tuple[str, str]]:
    """Return the labels and texts of a card; one line for each item of a list of sentences."""
    row = answer.shown[0]
    names = form.fields or answer.card or sorted(row.__struct_fields__, key=_PROOF.__contains__)
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
