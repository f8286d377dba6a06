"""How the first screen looks."""

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from medalist_cli.answer import Home
from medalist_cli.render.countdown import _picture
from medalist_cli.render.drawing import drawn
from medalist_cli.render.home import chapters
from medalist_cli.screen import Screen

__all__ = ["drawn", "of"]


def of(answer: Home, screen: Screen) -> RenderableType:
    """Return the framed countdown with the chapters under it."""
    parts: list[RenderableType] = [_picture.of(answer, screen)]
    for heading, pairs in chapters(answer):
        grid = Table.grid(padding=(0, 2))
        grid.add_column(style="label", overflow="fold")
        grid.add_column(overflow="fold")
        for name, told in pairs:
            grid.add_row(Text(f"  {name}"), Text(told))
        parts += [Text(""), Text(heading, style="title"), grid]
    return Group(*parts)
