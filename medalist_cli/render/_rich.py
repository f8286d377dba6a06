"""What Rich draws: tables, cards, and the whole picture for a terminal."""

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from rich import box
from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.theme import Theme

from medalist_cli.render._sgr import stripped
from medalist_cli.render._text import Text
from medalist_cli.terminal import Terminal
from medalist_cli.text.cells import encodable
from medalist_cli.text.language import Language

MEASURE = 80
"""Cells that prose takes at most: longer lines are hard to read."""
NARROW = 60
"""Cells below which nothing is indented or set beside its label."""
PAGE = 100
"""Cells of a picture that no terminal measures."""

STYLES = Theme(
    {
        "title": "bold not dim",
        "head": "bold cyan",
        "label": "cyan",
        "answer": "bold green",
        "unit": "bold",
        "faint": "dim",
        "mark": "magenta",
        "new": "green",
        "done": "green",
        "rest": "dim",
    }
)
"""The colours of pictures, those of `_sgr` among them."""

MARKS = ("*", "†", "+")
"""What a doubtful record ends with, and the ASCII that stands in for it."""
_NAME = 16
"""Cells that a name in kanji or kana takes at most."""


def drawn(picture: RenderableType, terminal: Terminal) -> str:
    """Return `picture` as text for a terminal, in colour where `terminal` has it."""
    file = io.StringIO()
    console(terminal, file).print(picture)
    # Rich gives each link a random id, and two runs are to be the same bytes.
    text = re.sub(r"\x1b\]8;id=[^;]*;", "\x1b]8;;", file.getvalue())
    return "".join(f"{stripped(line)}\n" for line in text.splitlines())


def console(terminal: Terminal, file: io.StringIO, *, record: bool = False) -> Console:
    """Return what draws for `terminal` into `file`, in our styles and with no markup read."""
    return Console(
        file=file,
        record=record,
        width=terminal.width or PAGE,
        color_system="standard" if terminal.colour else None,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        theme=STYLES,
        _environ={},
    )


def table(
    title: str,
    names: list[str],
    rows: list[list[str]],
    foot: str,
    terminal: Terminal,
    language: Language,
    urls: Sequence[str | None] = (),
    styles: Sequence[Sequence[str]] = (),
) -> RenderableType:
    """Return a table, or where `terminal` is too narrow for its columns, a list of small cards.

    `urls` are what the first cells of the rows link to, where the screen has links; `styles` are
    the colours of the cells.
    """
    title, foot, *names = _shown([title, foot, *names], terminal)
    rows = [_shown(row, terminal) for row in rows]
    if _least(names, rows) > (terminal.width or PAGE):
        return _stacked(title, [*map(language.labelled, names)], rows, foot)
    grid = Table(
        box=_lines(terminal),
        title=Text(title, style="title"),
        title_justify="left",
        header_style="head",
        border_style="faint",
        show_edge=False,
        pad_edge=False,
    )
    for name in names:
        grid.add_column(Text(name), overflow="fold")
    for row, url, colours in zip_longest(rows, urls if terminal.links else (), styles):
        first, *others = _coloured(row, colours)
        first.stylize(link(url))
        grid.add_row(first, *others)
    return Group(grid, Text(foot, style="faint"))


def _coloured(cells: Sequence[str], styles: Sequence[str] | None) -> list[Text]:
    """Return cells in their colours; the mark of a doubtful record has its own."""
    texts = [
        Text(cell, style=style) for cell, style in zip_longest(cells, styles or (), fillvalue="")
    ]
    if texts[0].plain.endswith(MARKS):
        texts[0].stylize("mark", len(texts[0].plain) - 1)
    return texts


def groups(
    headers: list[str],
    headings: list[str],
    cells: list[list[str]],
    styles: list[list[str]],
    terminal: Terminal,
) -> Iterator[RenderableType]:
    """Yield a table whose rows are under headings; columns are straight throughout."""
    headers = _shown(headers, terminal)
    headings = _shown(headings, terminal)
    rows = [_shown(row, terminal) for row in cells]
    if _least(headers, rows) + 2 > (terminal.width or PAGE):
        for heading, row, colours in zip(headings, rows, styles, strict=True):
            yield Text("")
            first, *others = _coloured(row, colours)
            yield Text.assemble(first, (f"  {heading}", "head"))
            yield from (Text.assemble("  ", text) for text in others if text.plain)
        return
    grid = Table.grid(padding=(0, 3, 0, 0))
    for _ in headers:
        grid.add_column(overflow="fold")
    last = None
    for heading, row, colours in zip(headings, rows, styles, strict=True):
        if heading != last:
            grid.add_row(Text(f"\n{heading}" if heading else "", style="head"))
        last = heading
        first, *others = _coloured(row, colours)
        grid.add_row(Padding(first, (0, 0, 0, 2)), *others)
    yield grid


def link(url: str | None) -> str:
    """Return the style of a text that links to `url`; only to a page, and to no trick in it."""
    is_page = url is not None and url.startswith(("https://", "http://")) and url.isprintable()
    return f"link {url}" if is_page and " " not in str(url) else ""


def beside(label: Text, text: Text) -> RenderableType:
    """Return a text beside a label, folded under itself where it is too long."""
    grid = Table.grid()
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(label, text)
    return grid


def text(content: str, style: str, terminal: Terminal) -> Text:
    """Return a text in a style, with stand-ins for what `terminal` cannot encode."""
    return Text(encodable(content, terminal.encoding), style=style)


def _shown(texts: Iterable[str], terminal: Terminal) -> list[str]:
    """Return the texts with their stand-ins, which do not have the width of what they stand for."""
    return [encodable(text, terminal.encoding) for text in texts]


def followed(picture: RenderableType, lines: tuple[str, ...]) -> RenderableType:
    """Return `picture` with lines of prose below it, whose words up to a colon are labels."""
    if not lines:
        return picture
    texts = []
    for line in lines:
        label = re.match(".*?(: |：)", line)
        text = Text(line)
        text.stylize("label", 0, label.end() if label else 0)
        texts.append(text)
    return Group(picture, Text(""), *texts)


def _least(names: list[str], rows: list[list[str]]) -> int:
    """Return the cells that the columns need so that no name of one word is broken."""
    columns = zip(names, *rows, strict=True)
    words = (
        max(_unbroken(word) for text in column for word in text.split() or [""])
        for column in columns
    )
    return sum(word + 3 for word in words) - 3


def _unbroken(word: str) -> int:
    """Return the cells that a word needs; kanji and kana may be broken anywhere but in a name."""
    cells = cell_len(word)
    return cells if cells == len(word) else min(cells, _NAME)


def _stacked(title: str, names: list[str], rows: list[list[str]], foot: str) -> RenderableType:
    parts: list[RenderableType] = [Text(title, style="title")]
    for row in rows:
        parts.append(Text(""))
        parts.extend(
            Text.assemble((name, "label"), text) if index else Text(text, style="bold")
            for index, (name, text) in enumerate(zip(names, row, strict=True))
        )
    return Group(*parts, Text(""), Text(foot, style="faint"))


def card(title: str, pairs: list[tuple[str, str]], foot: str, terminal: Terminal) -> RenderableType:
    """Return one record as a card: a label and a text on each line, or above each other."""
    pairs = [(label, encodable(text, terminal.encoding)) for label, text in pairs]
    width = terminal.width or PAGE
    labels = max((cell_len(label) for label, _ in pairs), default=0)
    body: RenderableType
    if width < labels + 24:
        lines: list[RenderableType] = []
        for label, text in pairs:
            lines += [Text(label, style="label"), Padding(Text(text), (0, 0, 0, 1))]
        body = Group(*lines)
    else:
        grid = Table.grid(padding=(0, 2))
        grid.add_column(style="label", no_wrap=True)
        grid.add_column(overflow="fold")
        for label, text in pairs:
            grid.add_row(Text(label), Text(text))
        body = grid
    return framed(title, body, foot, terminal)


def framed(title: str, body: RenderableType, foot: str, terminal: Terminal) -> RenderableType:
    """Return `body` in a frame with a title, a line under it; no wider than it has to be.

    A title too long for the frame stands within.
    """
    heading = text(title, "title", terminal)
    fits = heading.cell_len <= (terminal.width or PAGE) - 6
    panel = Panel(
        body if fits else Group(heading, body),
        title=heading if fits else None,
        title_align="left",
        box=_frame(terminal),
        border_style="faint",
        expand=False,
        padding=(0, 1),
    )
    return Group(panel, Text(foot, style="faint"))


def _lines(terminal: Terminal) -> box.Box:
    return box.SIMPLE_HEAD if _has_lines(terminal) else box.ASCII2


def _frame(terminal: Terminal) -> box.Box:
    return box.ROUNDED if _has_lines(terminal) else box.ASCII


def _has_lines(terminal: Terminal) -> bool:
    try:
        "─│╭╰╮╯".encode(terminal.encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
