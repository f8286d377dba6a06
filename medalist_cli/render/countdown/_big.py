"""Large digits: what they say, and how they are drawn where there is room."""

from typing import NamedTuple

from pyfiglet import Figlet
from rich.cells import cell_len

from medalist_cli.model.rows import Countdown
from medalist_cli.render._text import Text
from medalist_cli.terminal import Terminal
from medalist_cli.text import wording
from medalist_cli.text.cells import encodable
from medalist_cli.text.language import Language

_FONTS = ("ansi_shadow", "future", "small")
"""From large to small; the last is ASCII."""
_LEAST = 60
"""Cells below which a terminal has no large digits."""
_INDENT = "  "


class Face(NamedTuple):
    """What large digits say: numbers with their units, and a line beside them."""

    groups: tuple[tuple[str, str], ...]
    aside: str = ""


def face(count: Countdown, language: Language, *, ticking: bool) -> Face | None:
    """Return what the large digits say; None where words say it better."""
    match count.state:
        case "upcoming" if count.precision == "minute":
            return Face(_until(count, language, ticking=ticking))
        case "upcoming":
            first, last = count.days or 0, count.days_max or 0
            number = str(first) if first == last else f"{first}-{last}"
            return Face(((number, language.plural(last, "day")),), wording.date(count, language))
        case "live":
            return Face(((language.label("on_air").upper(), ""),), wording.answer(count, language))
        case "window" if count.precision == "day":
            return Face(((language.label("today").upper(), ""),), wording.date(count, language))
        case "past" if count.precision in ("day", "minute"):
            return _since(count, language)
    return None


def _until(count: Countdown, language: Language, *, ticking: bool) -> tuple[tuple[str, str], ...]:
    minutes, seconds = divmod(count.seconds or 0, 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    left = ((days, "day"), (hours, "hour"), (minutes, "minute"))
    if ticking:  # the same places every second
        clock = (f"{hours:02}:{minutes:02}:{seconds:02}", "")
        return ((str(days), language.plural(days, "day")), clock) if days else (clock,)
    kept = [(str(number), language.plural(number, unit)) for number, unit in left if number]
    return tuple(kept) or ((str(seconds), language.plural(seconds, "second")),)


def _since(count: Countdown, language: Language) -> Face | None:
    days, past = -(count.days or 0), -(count.seconds or 0)
    number, unit = (days, "day")
    if count.precision == "minute" and past < 60:
        return None
    if count.precision == "minute" and past < 24 * 3600:
        number, unit = (past // 3600, "hour") if past >= 3600 else (past // 60, "minute")
    is_open = count.planned or count.unconfirmed
    aside = wording.answer(count, language) if is_open else wording.date(count, language)
    return Face(((str(number), language.plural(number, unit, ago=True)),), aside)


def drawn(shown: Face, terminal: Terminal, width: int, room: int) -> list[Text]:
    """Return the digits in the largest font that fits `width` cells and `room` lines.

    Nothing fits: an empty list. A line beside the digits that does not fit is below them.
    """
    if width < _LEAST or terminal.accessible:
        return []
    for font in _FONTS:
        lines = _in_font(font, shown, terminal)
        if lines and len(lines) <= room and max(line.cell_len for line in lines) <= width:
            return lines
    if shown.aside:
        lines = drawn(Face(shown.groups), terminal, width, room - 1)
        aside = Text(_INDENT + encodable(shown.aside, terminal.encoding))
        if lines and aside.cell_len <= width:
            return [*lines, aside]
    return []


def _in_font(font: str, shown: Face, terminal: Terminal) -> list[Text]:
    """Return the lines in one font; none where the font or the encoding lacks a character."""
    blocks = []
    for number, unit in shown.groups:
        art = Figlet(font=font, width=1000).renderText(number) if number.isascii() else ""
        if not art.strip() or encodable(art, terminal.encoding) != art:
            return []
        blocks.append(([row.rstrip() for row in art.splitlines() if row.strip()], unit))
    height = len(blocks[0][0])
    is_one = len(blocks) == 1
    base = (height - 1) // 2 if is_one else height - 1 - (height > 5)
    lines = [Text(_INDENT) for _ in range(height)]
    for block, unit in blocks:
        wide = max(map(cell_len, block))
        for index, line in enumerate(lines):
            line.append(block[index] + " " * (wide - cell_len(block[index])), "answer")
        if unit and is_one:
            lines[base].append(f"   {encodable(unit, terminal.encoding)}", "unit")
        elif unit:
            _beside(lines, base, encodable(unit, terminal.encoding))
    if shown.aside:
        row = base + 1 if shown.groups[0][1] else base
        lines[row].append(f"   {encodable(shown.aside, terminal.encoding)}")
    for line in lines:
        line.rstrip()
    return lines


def _beside(lines: list[Text], base: int, unit: str) -> None:
    """Write a unit beside the digits, and the same width of space on the other lines."""
    for index, line in enumerate(lines):
        line.append(f" {unit}  " if index == base else " " * (cell_len(unit) + 3), "unit")
