"""How a countdown looks: the answer large, then its clocks, then a bar of the wait."""

from rich.console import Group, RenderableType
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from medalist_cli import phrases
from medalist_cli.answer import Countdown
from medalist_cli.cells import encodable, visible
from medalist_cli.render import countdown, drawing
from medalist_cli.render.drawing import drawn
from medalist_cli.rows import Countdown as Count
from medalist_cli.screen import Screen

__all__ = ["drawn", "of", "parts"]

_BAR = 40
"""Cells that the bar of the wait takes at most."""


def of(answer: Countdown, screen: Screen) -> RenderableType:
    """Return the framed picture of a countdown."""
    count = answer.count
    foot = f"as of {count.as_of}{_hint(count)}"
    return drawing.framed(visible(count.title), Group(*parts(answer, screen)), foot, screen)


def parts(answer: Countdown, screen: Screen) -> list[RenderableType]:
    """Return the lines within the frame: the answer, the clocks, the zones, the bar, the anchor."""
    count = answer.count
    said = phrases.answer(count)
    lines: list[RenderableType] = [
        Text.assemble(
            (said[:1].upper() + said[1:], "answer"), (phrases.doubt(count.confidence), "mark")
        )
    ]
    lines += [Text(clock) for clock in phrases.clocks(count) or [countdown.clocks(count)]]
    if len(count.zones) > 1:
        lines.append(_party(count))
    if count.state == "upcoming" and count.percent is not None:
        lines.append(_wait(count, screen))
    if count.anchor is not None:
        lines.append(Text(encodable(count.anchor.text, screen.encoding), style="faint"))
    return lines


def _party(count: Count) -> RenderableType:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(overflow="fold")
    grid.add_column(overflow="fold")
    for local in count.zones:
        at = phrases.clock(local.local) if local.local else "no clock yet"
        grid.add_row(Text(local.zone, style="label"), Text(at))
    return grid


def _wait(count: Count, screen: Screen) -> RenderableType:
    done = count.percent or 0
    cells = min(_BAR, (screen.width or drawing.PAGE) - 10)
    grid = Table.grid(padding=(0, 1))
    bar = ProgressBar(total=100, completed=done, width=cells, style="rest", complete_style="done")
    grid.add_row(bar, Text(f"{done}%"))
    return grid


def _hint(count: Count) -> str:
    return "" if not count.planned else " · a plan, as far as the sources know"
