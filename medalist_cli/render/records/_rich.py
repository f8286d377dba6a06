"""How a list looks: a card for one record that has a sheet, else a table."""

from msgspec import Struct
from rich.console import RenderableType

from medalist_cli.model.result import Records
from medalist_cli.render import Form, _rich, records
from medalist_cli.terminal import Terminal
from medalist_cli.text.cells import visible


def of(result: Records[Struct], form: Form, terminal: Terminal) -> RenderableType:
    """Return the picture of `answer`, fit for the screen's width."""
    title, foot = visible(result.title), records.legend(result)
    if result.sheet and len(result.rows) == 1:
        pairs = _once(records.pairs(result, form, split=False))
        card = _rich.card(title, pairs, foot, terminal)
        return _rich.followed(card, result.afterword)
    urls = [getattr(row, "url", None) for row in result.rows]
    table = _rich.table(title, *records.readable(result, form), foot, terminal, urls)
    return _rich.followed(table, result.afterword)


def _once(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the pairs with each label only before the first of its texts."""
    before = ["", *(label for label, _ in pairs)]
    return [
        ("" if label == last else label, text)
        for last, (label, text) in zip(before, pairs, strict=False)
    ]
