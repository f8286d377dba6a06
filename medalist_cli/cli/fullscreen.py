"""The whole terminal, borrowed: entered, drawn on, and given back as it was on every way out."""

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


class Event(NamedTuple):
    """What happened while waiting."""

    ending: int | None = None
    """The exit code to end with."""
    is_blank: bool = False
    """Whether nothing of what was drawn is on the screen any more."""


Wait = Callable[[float], Event]
"""Waits for so many seconds, or until something happens."""

# Alternate screen, hidden cursor, no wrapping at the right edge; xterm ctlseqs. On the way out the
# cursor goes home first, for terminals without an alternate screen.
_ENTER = "\x1b[?1049h\x1b[?25l\x1b[?7l"
_CLEAR = "\x1b[2J"
_LEAVE = "\x1b[2J\x1b[H\x1b[?7h\x1b[?25h\x1b[?1049l"

_ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
_HANDLED = (*_ENDING, signal.SIGTSTP, signal.SIGCONT, signal.SIGWINCH)

_QUIT_KEYS = b"qQ\x1b"
_SEQUENCE = re.compile(rb"\x1b[\[O]?[0-?]*[ -/]*[@-~]")
"""What a key without a character sends, an arrow or a mouse wheel; ECMA-48 §5.4."""


class Taken(NamedTuple):
    """What to put back when the terminal is given back."""

    modes: list[Any] | None
    """Those of the terminal that is stdin; None where it is none."""
    handlers: dict[signal.Signals, Any]


@contextlib.contextmanager
def entered() -> Iterator[Wait]:
    """Enter the alternate screen for as long as the context lasts."""
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    woken = signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
    try:
        taken = _take()
        try:
            yield lambda seconds: _next(seconds, reading, taken)
        finally:
            _give_back(taken)
    finally:
        signal.set_wakeup_fd(woken)
        os.close(reading)
        os.close(writing)


def _take() -> Taken:
    """Take the terminal; in the background, stop first until the job is in front.

    Raises OSError where its modes cannot be set.
    """
    if not in_front(1):
        os.kill(0, signal.SIGTTOU)
    modes = termios.tcgetattr(sys.stdin) if sys.stdin is not None and sys.stdin.isatty() else None
    taken = Taken(modes, {number: signal.signal(number, _wake) for number in _HANDLED})
    try:
        _enter(taken)
    except termios.error as error:
        _give_back(taken)
        raise OSError(*error.args) from error
    return taken


def _wake(number: int, frame: object) -> None:
    """Let a signal be seen in the pipe, and do nothing else."""


def _enter(taken: Taken) -> None:
    if taken.modes is not None:
        tty.setcbreak(sys.stdin)
    if in_front(1):
        output.to_stdout(_ENTER.encode())


def _give_back(taken: Taken) -> None:
    with contextlib.suppress(OutputError, termios.error):  # the terminal may be gone
        if in_front(1):
            output.to_stdout(_LEAVE.encode())
            if taken.modes is not None:
                termios.tcsetattr(sys.stdin, termios.TCSADRAIN, taken.modes)
    for number, handler in taken.handlers.items():
        signal.signal(number, handler)


def _next(seconds: float, signals: int, taken: Taken) -> Event:
    keys = [sys.stdin.fileno()] if taken.modes is not None else []
    ready, _, _ = select.select([signals, *keys], [], [], seconds)
    if signals in ready:
        return _after(os.read(signals, 64), taken)
    return _pressed(keys[0]) if ready else Event()


def _after(numbers: bytes, taken: Taken) -> Event:
    """Return what signals that came together lead to."""
    for number in numbers:
        if number in _ENDING:
            return Event(ending=128 + number)
    if signal.SIGTSTP in numbers:
        _suspend(taken)
    elif signal.SIGCONT in numbers:  # stopped by a signal that nobody can handle
        _enter(taken)
    return Event(is_blank=True)


def _pressed(keys: int) -> Event:
    """Return what pressed keys lead to; none, where some were announced, is a terminal gone."""
    try:
        read = os.read(keys, 64)
    except OSError:
        read = b""
    if not read:
        return Event(ending=128 + signal.SIGHUP)
    alone = _SEQUENCE.sub(b"", read)
    return Event(ending=0) if any(key in _QUIT_KEYS for key in alone) else Event()


def _suspend(taken: Taken) -> None:
    """Stop as Ctrl-Z asks for, with the terminal given back, and take it again when continued."""
    _give_back(taken)
    os.kill(os.getpid(), signal.SIGTSTP)
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

    The screen is cleared where nothing is shown yet. Returns what is shown then; in the background
    nothing is drawn.
    """
    if not in_front(1):
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


def in_front(descriptor: int) -> bool:
    """Return whether this job is the one that has the terminal, where `descriptor` is one."""
    try:
        return os.tcgetpgrp(descriptor) == os.getpgrp()
    except OSError:
        return True
