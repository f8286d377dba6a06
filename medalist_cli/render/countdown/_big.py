"""A countdown that fills the screen: large digits, three clocks, a bar of the wait."""

from pyfiglet import Figlet
from rich.align import Align
from rich.console import Group, RenderableType
from rich.text import Text

from medalist_cli.answer import Countdown
from medalist_cli.cells import encodable, visible
from medalist_cli.render import drawing
from medalist_cli.render.countdown import _picture
from medalist_cli.rows import Countdown as Count
from medalist_cli.screen import Screen

_FONTS = ("ansi_shadow", "small", "mini")
"""From large to small; the first is not ASCII."""


def frame(answer: Countdown, screen: Screen, columns: int, lines: int) -> list[str]:
    """Return the lines of the screen, at most `lines` of them, each at most `columns` cells."""
    here = Screen(
        width=columns,
        colour=screen.colour,
        encoding=screen.encoding,
        accessible=screen.accessible,
    )
    details = _picture.parts(answer, here)
    room = lines - len(details) - 3
    parts = [
        Text(visible(answer.count.title), style="title", justify="center"),
        Text(""),
        *_digits(face(answer.count), here, room),
        Text(""),
        *(Align.center(part) for part in details),
    ]
    whole = Align.center(Group(*parts), vertical="middle", height=lines)
    text = encodable(drawing.drawn(whole, here), screen.encoding)
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


def _digits(text: str, screen: Screen, room: int) -> list[RenderableType]:
    """Return `text` in the largest letters that the screen has room for; else as it is."""
    for font in _FONTS:
        drawn = Figlet(font=font, width=1000).renderText(text).rstrip()
        rows = [row.rstrip() for row in drawn.splitlines() if row.strip()]
        if screen.accessible or encodable(drawn, screen.encoding) != drawn:
            continue
        if len(rows) <= room and max(map(len, rows), default=0) <= (screen.width or 0):
            width = max(map(len, rows))
            return [
                Align.center(Text(row.ljust(width), style="answer", no_wrap=True)) for row in rows
            ]
    return [Text(text, style="answer", justify="center")]
