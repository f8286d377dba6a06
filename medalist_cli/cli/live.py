"""Running countdowns: full screen, wait until released, or a new line every interval.

All of them follow the wall clock and check it at least every 30 seconds, so they notice when the
machine was suspended or the clock was set.
"""

import datetime as dt
import gc
import os
import sys
import time
from collections.abc import Callable
from typing import assert_never

from msgspec import structs

from medalist_cli import render
from medalist_cli.cli import output
from medalist_cli.errors import NoMatch, UsageError
from medalist_cli.model.result import Countdown, Live, Result
from medalist_cli.model.rows import Countdown as Count
from medalist_cli.render import Form
from medalist_cli.terminal import Terminal, in_foreground
from medalist_cli.text import wording

LONGEST_PAUSE = 30.0
"""Longest sleep in seconds, while more than a minute is left."""

Pause = Callable[[float], None]


def run(result: Live, form: Form, terminal: Terminal, pause: Pause = time.sleep) -> int:
    """Run the countdown to its end and return the exit code; `pause` sleeps for some seconds."""
    gc.enable()
    match result.mode:
        case "wait":
            wait(result, form, terminal, pause)
            return 0
        case "follow":
            return (follow_at if result.at else follow)(result, form, terminal, pause)
        case "live":
            return show(result, form, terminal)
        case _:
            assert_never(result.mode)


def wait(result: Live, form: Form, terminal: Terminal, pause: Pause) -> None:
    """Block until the milestone is out; show the remaining time on stderr if it is a terminal.

    Raises NoMatch if the milestone has no date.
    """
    is_shown = False
    try:
        while (left := _left(count := result.count().count)) > 0:
            is_shown = _can_repaint(terminal)
            if is_shown:
                columns = os.get_terminal_size(2).columns - 1
                output.progress(wording.fitting(count, columns, form.language))
            pause(_to_the_next_second() if is_shown or left <= 2 * LONGEST_PAUSE else LONGEST_PAUSE)
    finally:
        if is_shown:
            output.progress("")


def _can_repaint(terminal: Terminal) -> bool:
    """Return whether a line on stderr can be repainted; never in the background."""
    if terminal.accessible or os.environ.get("TERM") == "dumb":
        return False
    return sys.stderr is not None and sys.stderr.isatty() and in_foreground(2)


def _left(count: Count) -> float:
    """Return the seconds until a milestone is out: its exact time, or the end of its window."""
    if count.state == "past":
        return 0
    if count.latest_unix is None:
        raise NoMatch(f"{count.title!r} has no date yet, so --wait can't be used")
    return count.latest_unix - count.now.timestamp()


def _to_the_next_second() -> float:
    return 1.0 - time.time() % 1.0


def _line(form: Form) -> Form:
    """Return a form of one line. Raises UsageError for a format that has none."""
    line = structs.replace(form, name="text") if form.name == Result.default_format else form
    if not getattr(render.form_of(Countdown, line.name), "HAS_LINE", False):
        raise UsageError(f"--follow needs a format of one line, not {line.name}")
    return structs.replace(line, is_line=True)


def _write(shown: Countdown, line: Form, terminal: Terminal) -> bool:
    """Write one line; return whether anyone still reads there."""
    text = render.render(shown, line, terminal)
    return output.to_stdout(render.encoded(text, Countdown, line, terminal))


def follow(result: Live, form: Form, terminal: Terminal, pause: Pause) -> int:
    """Write a line at once and then one every interval, until the reader closes the pipe.

    Raises UsageError for a format of more than one line, and for an interval of zero.
    """
    line = _line(form)
    every, due = result.every.total_seconds(), 0.0
    if not every:
        raise UsageError("--every must be at least 1s")
    while True:
        if not _write(result.count(), line, terminal):
            return 0
        due = (due or time.time()) + every
        if not 0 < due - time.time() <= every:  # the clock was set, or the machine slept
            due = time.time() + every
        while 0 < (left := due - time.time()) <= every:
            pause(min(LONGEST_PAUSE, left))


def follow_at(result: Live, form: Form, terminal: Terminal, pause: Pause) -> int:
    """Write a line at each of `result.at` before the target, and return after the last.

    Thresholds that were over at the start are left out; several that pass while the machine
    sleeps are one line. A target known to the day has no hours: of shorter thresholds, 0 alone
    is kept, the beginning of its window. Raises NoMatch while nobody knows when that is.
    """
    line, shown = _line(form), result.count()
    left = _until(shown.count)
    waiting = [span.total_seconds() for span in result.at if _applies(span, shown.count)]
    waiting = [seconds for seconds in waiting if seconds <= left]
    while waiting:
        reached = [seconds for seconds in waiting if left <= seconds]
        if reached:
            waiting = [seconds for seconds in waiting if seconds < min(reached)]
            if not _write(shown, line, terminal):
                return 0
        if waiting:
            rest = left - max(waiting)
            pause(_to_the_next_second() if rest <= 2 * LONGEST_PAUSE else LONGEST_PAUSE)
            shown = result.count()
            left = _until(shown.count)
    return 0


def _applies(span: dt.timedelta, count: Count) -> bool:
    """Return whether a threshold makes sense for a target: hours only where it has a clock."""
    return count.precision == "minute" or not span % dt.timedelta(days=1)


def _until(count: Count) -> float:
    """Return the seconds until the window of a milestone begins, negative after that."""
    if count.earliest_unix is None:
        if count.state == "past":
            return -1
        raise NoMatch(f"{count.title!r} has no date yet, so there is nothing to wait for")
    return count.earliest_unix - count.now.timestamp()


def show(result: Live, form: Form, terminal: Terminal) -> int:
    """Fill the screen with the countdown until a key or a signal ends it; return the exit code.

    Raises UsageError without a terminal, or if it must not be repainted.
    """
    if terminal.width is None or os.environ.get("TERM") == "dumb":
        raise UsageError("--live needs a terminal", "Without a terminal, use --follow.")
    if terminal.accessible:
        raise UsageError("--live is disabled while ACCESSIBLE is set", "Use --follow instead.")
    try:
        from medalist_cli.cli import fullscreen  # noqa: PLC0415 - not on Windows
    except ImportError as error:
        raise UsageError("--live does not work on this system", "Use --follow.") from error
    from medalist_cli.render.countdown import _fullscreen  # noqa: PLC0415 - Rich and pyfiglet

    shown: list[str] = []
    with fullscreen.entered() as wait_for:
        while True:
            frame = _fullscreen.frame(result.count(), form, terminal, *fullscreen.size())
            shown = fullscreen.draw(frame, shown)
            event = wait_for(_to_the_next_second())
            if event.ending is not None:
                return event.ending
            if event.is_blank:
                shown = []
