"""Detect what standard output can show: width, colour and encoding."""

import os
from collections.abc import Mapping
from typing import Literal, TextIO

from msgspec import Struct

Colour = Literal["auto", "always", "never"]

NARROWEST = 20
"""Cells; a narrower terminal is treated as this wide."""
WIDEST = 10_000
_DEFAULT_WIDTH = 80
_DEFAULT_LINES = 24


class Terminal(Struct, frozen=True, kw_only=True):
    """What stdout can show, as far as a renderer needs to know."""

    width: int | None
    """In cells; None if stdout is not a terminal."""
    lines: int | None = None
    """How many lines fit; None if stdout is not a terminal."""
    colour: bool = False
    encoding: str = "utf-8"
    accessible: bool = False
    """Whether to use whole sentences instead of boxes."""
    links: bool = False
    """Whether hyperlinks (OSC 8) are supported."""


def detect(stdout: TextIO | None, environ: Mapping[str, str], colour: Colour = "auto") -> Terminal:
    """Return what `stdout` can show; `None` is a stdout that was closed at the start."""
    is_terminal = stdout is not None and stdout.isatty()
    coloured = _coloured(is_terminal, environ, colour)
    return Terminal(
        width=_width(stdout, environ) if stdout is not None and is_terminal else None,
        lines=_lines(stdout, environ) if stdout is not None and is_terminal else None,
        colour=coloured,
        encoding=(stdout and stdout.encoding) or "utf-8",
        accessible=environ.get("ACCESSIBLE", "") not in ("", "0"),
        links=coloured and is_terminal and environ.get("TERM") != "linux",
    )


def _coloured(is_terminal: bool, environ: Mapping[str, str], colour: Colour) -> bool:
    """Return whether to use colour; the first setting that applies wins.

    Source: no-color.org, force-color.org, bixense.com/clicolors.
    """
    if colour != "auto":
        return colour == "always"
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR") or environ.get("CLICOLOR_FORCE", "0") not in ("", "0"):
        return True
    if environ.get("CLICOLOR") == "0" or environ.get("TERM") == "dumb":
        return False
    return is_terminal


def _width(stdout: TextIO, environ: Mapping[str, str]) -> int:
    return max(NARROWEST, _size(stdout, environ, "COLUMNS") or _DEFAULT_WIDTH)


def _lines(stdout: TextIO, environ: Mapping[str, str]) -> int:
    return _size(stdout, environ, "LINES") or _DEFAULT_LINES


def _size(stdout: TextIO, environ: Mapping[str, str], variable: str) -> int:
    """Return one side of the terminal, from its variable or the terminal itself; 0: unknown."""
    text = environ.get(variable, "")
    is_number = text.isascii() and text.isdecimal() and len(text) <= len(str(WIDEST))
    if is_number and 0 < int(text) <= WIDEST:
        return int(text)
    try:
        size = os.get_terminal_size(stdout.fileno())
    except OSError:
        return 0
    return size.columns if variable == "COLUMNS" else size.lines


def in_foreground(descriptor: int) -> bool:
    """Return whether this job is in the foreground; True if `descriptor` is not a terminal."""
    if not hasattr(os, "tcgetpgrp"):  # Windows
        return True
    try:
        return os.tcgetpgrp(descriptor) == os.getpgrp()
    except OSError:
        return True
