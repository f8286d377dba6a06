"""The whole terminal, borrowed: entered, drawn on, and given back as it was on every way out."""

import contextlib
import os
import select
import signal
import sys
import termios
import tty
from collections.abc import Callable, Iterator
from typing import NamedTuple

from medalist_cli import output


class Event(NamedTuple):
    """What happened while waiting."""

    ending: int | None = None
    """The exit code to end with."""
    is_blank: bool = False
    """Whether nothing of what was drawn is on the screen any more."""


Wait = Callable[[float], Event]
"""Waits for so many seconds, or until something happens."""

# Alternate screen, hidden cursor, no wrapping at the right edge, and all of it back; xterm ctlseqs.
_ENTER = "\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[2J"
_CLEAR = "\x1b[2J"
_LEAVE = "\x1b[?7h\x1b[?25h\x1b[?1049l"

_ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
_QUIT_KEYS = b"qQ\x1b"


@contextlib.contextmanager
def entered() -> Iterator[Wait]:
    """Enter the alternate screen for as long as the context lasts."""
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    before = {number: signal.signal(number, _wake) for number in _handled()}
    woken = signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
    modes = _take()
    try:
        yield lambda seconds: _next(seconds, reading, modes)
    finally:
        _give_back(modes)
        signal.set_wakeup_fd(woken)
        for number, handler in before.items():
            signal.signal(number, handler)
        os.close(reading)
        os.close(writing)


def _handled() -> tuple[signal.Signals, ...]:
    return (*_ENDING, signal.SIGTSTP, signal.SIGCONT, signal.SIGWINCH)


def _wake(number: int, frame: object) -> None:
    """Let a signal be seen in the pipe, and do nothing else."""


def _take() -> list[object] | None:
    """Take the terminal, and return the modes it had; None where stdin is none."""
    modes = None
    if sys.stdin is not None and sys.stdin.isatty():
        modes = termios.tcgetattr(sys.stdin)
        tty.setcbreak(sys.stdin)  # in the background this stops us, as it does every editor
    output.to_stdout(_ENTER.encode())
    return modes


def _give_back(modes: list[object] | None) -> None:
    output.to_stdout(_LEAVE.encode())
    if modes is not None:
        with contextlib.suppress(termios.error):  # the terminal may be gone
            termios.tcsetattr(sys.stdin, termios.TCSADRAIN, modes)  # type: ignore[arg-type]


def _next(seconds: float, signals: int, modes: list[object] | None) -> Event:
    keys = [sys.stdin.fileno()] if modes is not None else []
    ready, _, _ = select.select([signals, *keys], [], [], seconds)
    for source in ready:
        read = os.read(source, 64)
        if source != signals:
            if not read or any(key in _QUIT_KEYS for key in read):
                return Event(ending=0)
            continue
        for number in read:
            if number in _ENDING:
                return Event(ending=128 + number)
            if number == signal.SIGTSTP:
                _suspend(modes)
            output.to_stdout(_CLEAR.encode())  # resized, or continued
            return Event(is_blank=True)
    return Event()


def _suspend(modes: list[object] | None) -> None:
    """Stop as Ctrl-Z asks for, with the terminal given back, and take it again when continued."""
    _give_back(modes)
    signal.signal(signal.SIGTSTP, signal.SIG_DFL)
    os.kill(os.getpid(), signal.SIGTSTP)
    signal.signal(signal.SIGTSTP, _wake)
    _take()


def size() -> tuple[int, int]:
    """Return the columns and lines of the terminal; 80 by 24 where it does not say."""
    with contextlib.suppress(OSError):
        columns, lines = os.get_terminal_size(1)
        if columns > 0 and lines > 0:
            return columns, lines
    return 80, 24


def draw(lines: list[str], shown: list[str]) -> list[str]:
    """Show `lines` in place of those `shown`, writing only what changed, in one go.

    Returns what is shown then; in the background nothing is drawn.
    """
    if not _in_front():
        return []
    old = shown + [""] * (len(lines) - len(shown))
    changed = "".join(
        f"\x1b[{row};1H\x1b[K{line}\x1b[0m"
        for row, (line, was) in enumerate(zip(lines, old, strict=False), start=1)
        if line != was
    )
    output.to_stdout(changed.encode(sys.stdout.encoding, "replace"))
    return lines


def _in_front() -> bool:
    try:
        return os.tcgetpgrp(1) == os.getpgrp()
    except OSError:
        return True
