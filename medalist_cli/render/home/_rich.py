"""How the first screen looks."""

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from medalist_cli.model.result import Home
from medalist_cli.render import Form
from medalist_cli.render._rich import PAGE
from medalist_cli.render.countdown import _rich
from medalist_cli.render.home import chapters
from medalist_cli.terminal import Terminal

_TOLD = 24
"""Cells below which what is said of a name stands under it."""


def of(result: Home, form: Form, terminal: Terminal) -> RenderableType:
    """Return the framed countdown with the chapters under it."""
    parts: list[RenderableType] = [_rich.of(result, form, terminal)]
    for heading, pairs in chapters(result):
        parts += [Text(""), Text(heading, style="title"), _chapter(pairs, terminal)]
    return Group(*parts)


def _chapter(pairs: list[tuple[str, str]], terminal: Terminal) -> RenderableType:
    """Return names with what there is to say of them beside or, in a narrow place, under them."""
    names = max(cell_len(name) for name, _ in pairs)
    if names + _TOLD > (terminal.width or PAGE):
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
