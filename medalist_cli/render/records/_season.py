"""A season's sheet: at a glance first, then the story, the people and the links."""

from collections.abc import Iterator
from typing import Any

from rich.console import RenderableType
from rich.padding import Padding

from medalist_cli.model.result import Records
from medalist_cli.model.rows import SeasonRow
from medalist_cli.render import Form, _rich, records
from medalist_cli.render._text import Text
from medalist_cli.terminal import Terminal
from medalist_cli.text.cells import visible
from medalist_cli.text.language import Language

_GLANCE = (
    "title", "title_ja", "episodes", "start", "end", "slot", "broadcaster", "studio", "tagline",
    "tagline_ja", "songs",
)  # fmt: skip
"""The fields that the glance has, and the rest does not repeat."""


def of(result: Records[Any], form: Form, terminal: Terminal) -> Iterator[RenderableType]:
    """Yield the lines of the sheet."""
    row, language = result.shown[0], form.language
    width = min(terminal.width or _rich.PAGE, _rich.MEASURE)
    yield _text(
        visible(f"{row.title}{records.mark(row)}"),
        "title",
        terminal,
        beside="" if row.title_ja in (None, row.title) else row.title_ja,
        width=width,
    )
    for line in _glance(row, language):
        yield _text(line, "", terminal)
    rest = [name for name in result.card if name not in _GLANCE]
    lines = [
        (_text(label, "label", terminal), _text(text, "", terminal))
        for label, text in (
            records.whole(item, language) for item in records.items(row, rest, language)
        )
    ]
    yield Text("")
    last = ""
    widest = max(label.cell_len for label, _ in lines)
    room = max(0, (terminal.width or _rich.PAGE) - width)
    for label, shown in lines:
        is_new = label.plain != last
        last = label.plain
        if width < _rich.NARROW:
            if is_new:
                yield label
            yield Padding(shown, (0, 0, 0, 2))
        else:
            left = label if is_new else _text("", "label", terminal)
            left.append(" " * (widest - left.cell_len + 3))
            yield Padding(_rich.beside(left, shown), (0, room, 0, 0))


def _glance(row: SeasonRow, language: Language) -> Iterator[str]:
    """Yield the lines at the top: when and where, the tagline, and the songs."""
    parts = [language.amount(row.episodes, "episode")] if row.episodes else []
    if row.start and row.end:
        parts.append(language.days(row.start, row.end))
    if parts:
        yield language.listed(parts)
    made = " · ".join(filter(None, (row.slot, row.broadcaster, row.studio)))
    if made:
        yield visible(made)
    if row.tagline:
        yield visible(language.quoted(row.tagline))
    for song in row.songs:
        label = language.label(f"song_{song.kind}")
        yield f"{language.labelled(label)}{records.cell(song, 'songs', language)}"


def _text(
    content: str, style: str, terminal: Terminal, *, beside: str = "", width: int = 0
) -> Text:
    text = _rich.text(content, style, terminal)
    if not beside:
        return text
    aside = _rich.text(visible(beside), "faint", terminal)
    gap = width - text.cell_len - aside.cell_len
    return Text.assemble(text, " " * gap, aside) if gap >= 2 else Text.assemble(text, "\n", aside)
