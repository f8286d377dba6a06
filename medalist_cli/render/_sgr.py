"""Colour without Rich, for plain lines in a pipe; ECMA-48 §8.3.117."""

import re

STYLES = {
    "title": "1",
    "head": "1;36",
    "label": "36",
    "answer": "1;32",
    "faint": "2",
    "mark": "35",
    "new": "32",
}
"""The colours of plain lines: those that show on dark and on light."""


def painted(text: str, style: str, *, colour: bool) -> str:
    """Return `text` in a style if `colour` is wanted."""
    return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if colour and text else text


def labelled(mark: str, text: str, *, colour: bool) -> str:
    """Return a text after its label, which is in its colour but for a space at its end."""
    label = mark.rstrip()
    return painted(label, "label", colour=colour) + mark[len(label) :] + text


def stripped(line: str) -> str:
    """Return a line without the spaces at its end, in whatever colour they are."""
    return re.sub(r"(?: |\x1b\[[0-9;]*m)+$", lambda end: end[0].replace(" ", ""), line)


def coloured(cells: list[str], styles: list[str]) -> list[str]:
    """Return cells in their styles; an empty style leaves a cell as it is."""
    return [
        painted(cell, style, colour=bool(style)) for cell, style in zip(cells, styles, strict=True)
    ]
