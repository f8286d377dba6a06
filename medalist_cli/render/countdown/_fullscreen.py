"""A countdown that fills the terminal: large digits, three clocks, a bar of the wait."""

from pyfiglet import Figlet
from rich.align import Align
from rich.console import Group, RenderableType
from rich.text import Text

from medalist_cli.model.result import Countdown
from medalist_cli.model.rows import Countdown as Count
from medalist_cli.render import _rich
from medalist_cli.render.countdown._rich import parts as _parts
from medalist_cli.terminal import Terminal
from medalist_cli.text.cells import encodable, visible

_FONTS = ("ansi_shadow", "small", "mini")
"""From large to small; the first is not ASCII."""


def frame(result: Countdown, terminal: Terminal, columns: int, lines: int) -> list[str]:
    """Return the lines of the terminal, at most `lines` of them, each at most `columns` cells."""
    here = Terminal(
        width=columns,
        colour=terminal.colour,
        encoding=terminal.encoding,
        accessible=terminal.accessible,
    )
    details = _parts(result, here)
    room = lines - len(details) - 3
    rows = [
        Text(visible(result.count.title), style="title", justify="center"),
        Text(""),
        *_digits(face(result.count), here, room),
        Text(""),
        *(Align.center(part) for part in details),
    ]
    whole = Align.center(Group(*rows), vertical="middle", height=lines)
    text = encodable(_rich.drawn(whole, here), terminal.encoding)
    return text.splitlines()[:lines]


def face(count: Count) -> str:
    """Return what the large digits say: `88d 04:12:33`, `40-404 days`."""
    left = max(0, count.seconds or 0)
    match count.state:
        case "upcoming" if count.precision == "minute":
            days, rest = divmod(left, 86400)
            clock = f"{rest // 3600:02}:{rest % 3600 // 60:02}:{rest % 60:02}"
            return f"{days}d {clock}" if days else clock
        case "upcoming":
            exact = count.days == count.days_max
            return f"{count.days} days" if exact else f"{count.days}-{count.days_max} days"
        case "live":
            return "on air"
        case "window":
            return "today" if count.precision == "day" else "any day"
        case "tba":
            return "TBA"
        case _:
            return "it is out"


def _digits(text: str, terminal: Terminal, room: int) -> list[RenderableType]:
    """Return `text` in the largest letters that the screen has room for; else as it is."""
    for font in _FONTS:
        drawn = Figlet(font=font, width=1000).renderText(text).rstrip()
        rows = [row.rstrip() for row in drawn.splitlines() if row.strip()]
        if terminal.accessible or encodable(drawn, terminal.encoding) != drawn:
            continue
        if len(rows) <= room and max(map(len, rows), default=0) <= (terminal.width or 0):
            width = max(map(len, rows))
            return [
                Align.center(Text(row.ljust(width), style="answer", no_wrap=True)) for row in rows
            ]
    return [Text(text, style="answer", justify="center")]
