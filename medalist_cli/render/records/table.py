"""A table for a terminal, or its columns in a pipe: never boxed, wrapped or cut there."""

from msgspec import Struct

from medalist_cli.answer import Records
from medalist_cli.cells import encodable, pad, visible, width
from medalist_cli.render import Form, records
from medalist_cli.screen import Screen


def render(answer: Records[Struct], form: Form, screen: Screen) -> str:
    """Return the table that fits the screen; in a pipe a header and one line a record."""
    if screen.accessible:
        return _sentences(answer, form)
    if screen.width is None:
        return _columns(answer, form, screen.encoding)
    from medalist_cli.render.records import _picture  # noqa: PLC0415 - Rich, 19 ms no pipe need pay

    return _picture.drawn(_picture.of(answer, form, screen), screen)


def _columns(answer: Records[Struct], form: Form, encoding: str) -> str:
    names, rows = records.readable(answer, form)
    every = [[encodable(cell, encoding) for cell in row] for row in (names, *rows)]
    widths = [max(map(width, column)) for column in zip(*every, strict=True)]
    lines = (
        "  ".join(pad(cell, cells) for cell, cells in zip(row, widths, strict=True)).rstrip()
        for row in every
    )
    return "\n".join((*lines, records.legend(answer))) + "\n"


def _sentences(answer: Records[Struct], form: Form) -> str:
    names, rows = records.readable(answer, form)
    lines = (
        " ".join(f"{name}: {cell}." for name, cell in zip(names, row, strict=True) if cell)
        for row in rows
    )
    return "\n".join((f"{visible(answer.title)}.", *lines, f"{records.legend(answer)}.")) + "\n"
