"""How the first screen looks."""

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from medalist_cli.answer import Home
from medalist_cli.render.countdown import _picture
from medalist_cli.render.drawing import PAGE, drawn
from medalist_cli.render.home import chapters
from medalist_cli.screen import Screen

__all__ = ["drawn", "of"]


_TOLD = 24
"""Cells below which what is said of a name stands under it."""


def of(answer: Home, screen: Screen) -> RenderableType:
    """Return the framed countdown with the chapters under it."""
    parts: list[RenderableType] = [_picture.of(answer, screen)]
    for heading, pairs in chapters(answer):
        parts += [Text(""), Text(heading, style="title"), _chapter(pairs, screen)]
    return Group(*parts)


def _chapter(pairs: list[tuple[str, str]], screen: Screen) -> RenderableType:
    """Return names with what there is to say of them beside or, in a narrow place, under them."""
    names = max(cell_len(name) for name, _ in pairs)
    if names + _TOLD > (screen.width or PAGE):
        lines = [
            Padding(Text(text, style=style), (0, 0, 0, indent))
            for pair in pairs
            for text, style, indent in zip(pair, ("label", ""), (2, 4), strict=True)
        ]
        return Group(*lines)
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="label", no_wrap=True)
    grid.add_column(overflow="fold")
    for name, told in pairs:
        grid.add_row(Text(name), Text(told))
    return Padding(grid, (0, 0, 0, 2))
