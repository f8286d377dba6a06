"""Rich's text, whose lines are broken where Japanese lines are."""

import re
from collections.abc import Iterable
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len
from rich.containers import Lines
from rich.text import Text as RichText

if TYPE_CHECKING:
    from rich.console import Console

_WIDE = r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_OPENING = "「『（【〈《(“‘第"
_CLOSING = "、。」』）】〉》)”’！？：；・〜…々ーぁぃぅぇぉっゃゅょァィゥェォッャュョ"
_DATE = r"(?:[0-9]+年)?[0-9]+月[0-9]+日(?:\([月火水木金土日]\))?"
_UNITS = "年月日時分秒件話期名巻回級枠か"
_PIECE = re.compile(
    rf"(?:[{_OPENING}]|あと(?=[0-9]))*"
    rf"(?:{_DATE}|[0-9][0-9〜–-]*[{_UNITS}]|[{_WIDE}]|[^\s{_WIDE}{_OPENING}{_CLOSING}]+|.)"
    rf"[{_CLOSING}]*\s*",
    re.DOTALL,
)
"""What no line is broken in: a Latin word, a date, a number with its unit, or one kanji or kana,
each with the punctuation that may not begin or end a line (JIS X 4051)."""


class Text(RichText):
    """A text that can be broken between kanji and kana, not only at spaces."""

    @classmethod
    def assemble(cls, *parts: Any, **options: Any) -> "Text":
        """Return the parts as one text; see `rich.text.Text.assemble`."""
        made = super().assemble(*parts, **options)
        assert isinstance(made, Text)
        return made

    def join(self, lines: Iterable[RichText]) -> "Text":
        """Return the texts as one, with this one between them."""
        return Text.assemble(super().join(lines))

    def wrap(self, console: "Console", width: int, **options: Any) -> Lines:
        """Return the text in lines of at most `width` cells; see `rich.text.Text.wrap`."""
        if not re.search(f"[{_WIDE}]", self.plain) or options.get("no_wrap") or self.no_wrap:
            return super().wrap(console, width, **options)
        lines = Lines()
        for line in self.split(allow_blank=True):
            for part in line.divide(_breaks(line.plain, width)):
                lines.extend(part.wrap(console, width, **options))
        return lines


def _breaks(line: str, width: int) -> list[int]:
    """Return where to break a line, so that all parts fit that have more than one piece."""
    pieces = _PIECE.findall(line)
    ends = accumulate(map(len, pieces))
    breaks, left, start = [], width, 0
    for piece, end in zip(pieces, ends, strict=True):
        if start and cell_len(piece.rstrip()) > left:
            breaks.append(start)
            left = width
        left -= cell_len(piece)
        start = end
    return breaks
