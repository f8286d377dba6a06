"""How a countdown looks: the answer large, then its clocks, then a bar of the wait."""

from rich.console import Group, RenderableType
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from medalist_cli.model.result import Countdown
from medalist_cli.model.rows import Countdown as Count
from medalist_cli.render import Form, _rich, countdown, origin
from medalist_cli.terminal import Terminal
from medalist_cli.text import wording
from medalist_cli.text.cells import encodable, visible

_BAR = 40
"""Cells that the bar of the wait takes at most."""


def of(result: Countdown, form: Form, terminal: Terminal) -> RenderableType:
    """Return the framed picture of a countdown."""
    count = result.count
    foot = f"as of {count.as_of}{origin(result)}{_hint(count)}"
    return _rich.framed(visible(count.title), Group(*parts(result, terminal)), foot, terminal)


def parts(result: Countdown, terminal: Terminal) -> list[RenderableType]:
    """Return the lines within the frame: the result, the clocks, the zones, the bar, the anchor."""
    count = result.count
    said = wording.answer(count)
    lines: list[RenderableType] = [
        Text.assemble(
            (said[:1].upper() + said[1:], "answer"), (wording.doubt(count.confidence), "mark")
        )
    ]
    lines += [Text(clock) for clock in wording.clocks(count) or [countdown.clocks(count)]]
    if moved := wording.moved(count):
        lines.append(Text(moved))
    if len(count.zones) > 1:
        lines.append(_party(count))
    if count.state == "upcoming" and count.percent is not None:
        lines.append(_wait(count, terminal))
    if count.anchor is not None:
        lines.append(Text(encodable(count.anchor.text, terminal.encoding), style="faint"))
    return lines


def _party(count: Count) -> RenderableType:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(overflow="fold")
    grid.add_column(overflow="fold")
    for local in count.zones:
        at = wording.clock(local.local) if local.local else "no clock yet"
        grid.add_row(Text(local.zone, style="label"), Text(at))
    return grid


def _wait(count: Count, terminal: Terminal) -> RenderableType:
    done = count.percent or 0
    cells = min(_BAR, (terminal.width or _rich.PAGE) - 10)
    grid = Table.grid(padding=(0, 1))
    bar = ProgressBar(total=100, completed=done, width=cells, style="rest", complete_style="done")
    grid.add_row(bar, Text(f"{done}%"))
    return grid


def _hint(count: Count) -> str:
    return "" if not count.planned else " · a plan, as far as the sources know"
