"""A countdown that fills the terminal: what `countdown` shows, with a running clock and keys."""

from msgspec import structs
from rich.console import Group

from medalist_cli.model.result import Countdown
from medalist_cli.render import Form, _rich
from medalist_cli.render._text import Text
from medalist_cli.render.countdown import _rich as countdown_rich
from medalist_cli.terminal import Terminal
from medalist_cli.text.cells import encodable


def frame(result: Countdown, form: Form, terminal: Terminal, columns: int, lines: int) -> list[str]:
    """Return the lines of the terminal, at most `lines` of them, each at most `columns` cells.

    The countdown is in the middle; the last line has the keys and the time, where there is one.
    """
    here = structs.replace(terminal, width=min(columns, _rich.MEASURE), lines=lines)
    picture = Group(*countdown_rich.parts(result, form, here, below=2, ticking=True))
    body = _drawn(picture, here)[: max(1, lines - 1)]
    left = " " * ((columns - _rich.MEASURE) // 2)
    above = (lines - 1 - len(body)) // 2
    whole_width = structs.replace(here, width=columns)
    whole = [""] * above + [left + line if line else "" for line in body]
    if lines > 1:
        foot = Group(_foot(result, form, columns))  # alone, Rich would wrap it
        whole += [""] * (lines - 1 - len(whole)) + _drawn(foot, whole_width)
    return whole


def _foot(result: Countdown, form: Form, columns: int) -> Text:
    keys = form.language.key("q", "quit")
    clock = f"{result.count.now:%H:%M:%S}"
    gap = columns - len(clock) - Text(keys).cell_len
    return Text.assemble((keys, "faint"), " " * gap, (clock, "unit"), no_wrap=True)


def _drawn(picture: Group, terminal: Terminal) -> list[str]:
    return encodable(_rich.drawn(picture, terminal), terminal.encoding).splitlines()
