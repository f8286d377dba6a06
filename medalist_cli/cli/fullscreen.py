"""Full-screen mode; always restores the terminal."""

import contextlib
import os
import re
import select
import signal
import sys
import termios
import tty
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from medalist_cli.cli import output
from medalist_cli.errors import OutputError
from medalist_cli.terminal import in_foreground


class Event(NamedTuple):
    """What ended a wait."""

    ending: int | None = None
    """The exit code to end with; None to go on."""
    is_blank: bool = False
    """Whether the screen has lost its content and needs a full redraw."""


Wait = Callable[[float], Event]
"""Waits for a number of seconds, or until something happens."""

# Alternate screen, hidden cursor, no line wrap; xterm ctlseqs. Leaving moves the cursor home first,
# for terminals without an alternate screen.
_ENTER = "\x1b[?1049h\x1b[?25l\x1b[?7l"
_CLEAR = "\x1b[2J"
_LEAVE = "\x1b[2J\x1b[H\x1b[?7h\x1b[?25h\x1b[?1049l"

_ENDING_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
_HANDLED_SIGNALS = (*_ENDING_SIGNALS, signal.SIGTSTP, signal.SIGCONT, signal.SIGWINCH)

_QUIT_KEYS = b"qQ\x1b"
_SEQUENCE = re.compile(rb"\x1b[\[O]?[0-?]*[ -/]*[@-~]")
"""The bytes of a key without a character, such as an arrow or the mouse wheel; ECMA-48 §5.4."""


class SavedState(NamedTuple):
    """State to restore when the terminal is released."""

    modes: list[Any] | None
    """Terminal modes of stdin; None if stdin is not a terminal."""
    handlers: dict[signal.Signals, Any]


@contextlib.contextmanager
def entered() -> Iterator[Wait]:
    """Use the alternate screen inside the context; yields a function that waits for events."""
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    woken = signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
    try:
        saved = _acquire()
        try:
            yield lambda seconds: _next(seconds, reading, saved)
        finally:
            _release(saved)
    finally:
        signal.set_wakeup_fd(woken)
        os.close(reading)
        os.close(writing)


def _acquire() -> SavedState:
    """Acquire the terminal; a background job first stops until it is in the foreground.

    Raises OSError if the terminal modes cannot be set.
    """
    if not in_foreground(1):
        os.kill(0, signal.SIGTTOU)
    modes = termios.tcgetattr(sys.stdin) if sys.stdin is not None and sys.stdin.isatty() else None
    saved = SavedState(modes, {number: signal.signal(number, _wake) for number in _HANDLED_SIGNALS})
    try:
        _enter(saved)
    except termios.error as error:
        _release(saved)
        raise OSError(*error.args) from error
    return saved


def _wake(number: int, frame: object) -> None:
    """Do nothing: the wakeup pipe already reports the signal."""


def _enter(saved: SavedState) -> None:
    if saved.modes is not None:
        tty.setcbreak(sys.stdin)
    if in_foreground(1):
        output.to_stdout(_ENTER.encode())


def _release(saved: SavedState) -> None:
    with contextlib.suppress(OutputError, termios.error):  # the terminal may be gone
        if in_foreground(1):
            output.to_stdout(_LEAVE.encode())
            if saved.modes is not None:
                termios.tcsetattr(sys.stdin, termios.TCSADRAIN, saved.modes)
    for number, handler in saved.handlers.items():
        signal.signal(number, handler)


def _next(seconds: float, signals: int, saved: SavedState) -> Event:
    keys = [sys.stdin.fileno()] if saved.modes is not None else []
    ready, _, _ = select.select([signals, *keys], [], [], seconds)
    if signals in ready:
        return _on_signals(os.read(signals, 64), saved)
    return _on_keys(keys[0]) if ready else Event()


def _on_signals(numbers: bytes, saved: SavedState) -> Event:
    """Return the event for signals that arrived together."""
    for number in numbers:
        if number in _ENDING_SIGNALS:
            return Event(ending=128 + number)
    if signal.SIGTSTP in numbers:
        _suspend(saved)
    elif signal.SIGCONT in numbers:  # continued after SIGSTOP, which cannot be caught
        _enter(saved)
    return Event(is_blank=True)


def _on_keys(keys: int) -> Event:
    """Return the event for pressed keys; end of file means that the terminal is gone."""
    try:
        read = os.read(keys, 64)
    except OSError:
        read = b""
    if not read:
        return Event(ending=128 + signal.SIGHUP)
    characters = _SEQUENCE.sub(b"", read)
    return Event(ending=0) if any(key in _QUIT_KEYS for key in characters) else Event()


def _suspend(saved: SavedState) -> None:
    """Stop on Ctrl-Z with the terminal released; acquire it again when continued."""
    _release(saved)
    os.kill(os.getpid(), signal.SIGTSTP)
    _acquire()


def size() -> tuple[int, int]:
    """Return the columns and lines of the terminal, or 80 by 24 if unknown."""
    with contextlib.suppress(OSError):
        columns, lines = os.get_terminal_size(1)
        if columns > 0 and lines > 0:
            return columns, lines
    return 80, 24


def draw(lines: list[str], shown: list[str]) -> list[str]:
    """Replace the `shown` lines with `lines` in one write that contains only the changed lines.

    The screen is cleared first if `shown` is empty. Returns the lines now shown: none for a
    background job, which draws nothing.
    """
    if not in_foreground(1):
        return []
    old = shown + [""] * (len(lines) - len(shown))
    changed = "".join(
        f"\x1b[{row};1H\x1b[K{line}\x1b[0m"
        for row, (line, was) in enumerate(zip(lines, old, strict=False), start=1)
        if line != was
    )
    clear = "" if shown else _CLEAR
    output.to_stdout((clear + changed).encode(sys.stdout.encoding, "replace"))
    return lines
