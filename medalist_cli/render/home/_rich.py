"""How the first screen looks: the countdown, and beside or below it where to go from there."""

from msgspec import structs
from rich.console import Group, RenderableType
from rich.table import Table

from medalist_cli.model.result import Home
from medalist_cli.render import Form, countdown
from medalist_cli.render._rich import MEASURE, PAGE, beside, text
from medalist_cli.render._text import Text
from medalist_cli.render.countdown import _rich
from medalist_cli.render.home import Chapter, chapters
from medalist_cli.terminal import Terminal
from medalist_cli.text.cells import encodable, width
from medalist_cli.text.language import Language

_TWO_COLUMNS = 110
"""Cells from which the chapters are beside the countdown."""
_COUNTDOWN = 60
_GAP = 6
_LEAST = 24
"""Cells below which what is said of a name is below it."""


def of(result: Home, form: Form, terminal: Terminal) -> RenderableType:
    """Return the picture of the first screen."""
    cells = terminal.width or PAGE
    age = text(countdown.age(result, form.language), "faint", terminal)
    if cells >= _TWO_COLUMNS:
        right = _chapters(result, form.language, terminal, cells - _COUNTDOWN - _GAP)
        left = _rich.parts(result, form, terminal, width=_COUNTDOWN, is_brief=True)
        grid = Table.grid(padding=(0, _GAP))
        grid.add_column(width=_COUNTDOWN)
        grid.add_row(Group(*left), Group(*right[1:]))
        return Group(grid, Text(""), age)
    shown = result
    while True:
        below = _chapters(shown, form.language, terminal, min(cells, MEASURE))
        above = _rich.parts(shown, form, terminal, below=len(below) + 2, is_brief=True)
        lines = len(above) + len(below) + 3
        if lines <= (terminal.lines or lines) or len(shown.coming) < 2:
            return Group(*above, *below, Text(""), age)
        shown = structs.replace(shown, coming=shown.coming[:-1])  # to fit the screen


def _chapters(
    result: Home, language: Language, terminal: Terminal, cells: int
) -> list[RenderableType]:
    """Return the lines of all chapters, an empty one before each."""
    shown: list[RenderableType] = []
    for heading, pairs in _encodable(chapters(result, language), terminal):
        left = max(width(name) for name, _ in pairs)
        shown += [Text(""), Text(heading, style="title")]
        for name, texts in pairs:
            label = Text(f"  {name}", style="label")
            if left + _LEAST > cells:
                shown += [label, beside(Text("    "), Text(language.listed(texts)))]
            else:
                label.append(" " * (left - width(name) + 2))
                shown.append(beside(label, Text(_cut(texts, cells - left - 4, language))))
    return shown


def _encodable(every: list[Chapter], terminal: Terminal) -> list[Chapter]:
    def plain(text: str) -> str:
        return encodable(text, terminal.encoding)

    return [
        (plain(heading), [(plain(name), tuple(map(plain, texts))) for name, texts in pairs])
        for heading, pairs in every
    ]


def _cut(texts: tuple[str, ...], cells: int, language: Language) -> str:
    """Return as many texts as fit on one line, and how many more there are; at least one."""

    def first(kept: int) -> str:
        more = [language.and_more(len(texts) - kept)] if kept < len(texts) else []
        return language.listed((*texts[:kept], *more))

    every = map(first, range(len(texts), 1, -1))
    return next((each for each in every if width(each) <= cells), first(1))
