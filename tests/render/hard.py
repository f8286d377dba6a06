"""Texts and screens that are hard to render."""

import re

from medalist_cli.terminal import Terminal
from medalist_cli.text.cells import width

HOSTILE = (
    "=1+1 \x1b[31mred\x1b]52;c;eA==\x07\x9b2J\x85\u202eevil\u2066\u200b\ufeff\x7f\x00"
    "\n\ttab [red]x[/red] [/b] :smile: | # % & < > %{F#f00} #[fg=red] $(touch x) `x` "
    "**x** <b>x</b> [x](http://x) --- \\ ' \" \r\u2028end"
)
"""What terminals, markup, shells, bars and spreadsheets would obey."""
KANJI = "潮凪・うしおなぎ（なぎ）と👩‍🎤é"
LONG = "A name that does not end " * 12 + "凪" * 60 + "x" * 90

PIPE = Terminal(width=None)
TERMINAL = Terminal(width=80)
WIDTHS = (20, 40, 80, 200)
ENCODINGS = ("ascii", "cp1252", "cp932")

_UNSEEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200c-\u200f\u2028-\u202e\u2066-\u2069\ufeff]|(?<![@#%$\\\\])\u200b"
)


def obeyed(text: str) -> list[str]:
    """Return what in `text` a terminal would obey rather than show; line feeds are meant.

    So are the zero-width spaces that keep the beginning of a tag or a mention apart.
    """
    return _UNSEEN.findall(text)


def widest(text: str) -> int:
    """Return how many cells the longest line of `text` takes."""
    return max(map(width, text.splitlines()))
