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


class Terminal(Struct, frozen=True, kw_only=True):
    """What stdout can show, as far as a renderer needs to know."""

    width: int | None
    """In cells; None if stdout is not a terminal."""
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
    columns = environ.get("COLUMNS", "")
    is_number = columns.isascii() and columns.isdecimal() and len(columns) <= len(str(WIDEST))
    if not (is_number and 0 < int(columns) <= WIDEST):
        try:
            columns = str(os.get_terminal_size(stdout.fileno()).columns)
        except OSError:
            columns = "0"
    return max(NARROWEST, int(columns) or _DEFAULT_WIDTH)


def in_foreground(descriptor: int) -> bool:
    """Return whether this job is in the foreground; True if `descriptor` is not a terminal."""
    if not hasattr(os, "tcgetpgrp"):  # Windows
        return True
    try:
        return os.tcgetpgrp(descriptor) == os.getpgrp()
    except OSError:
        return True
