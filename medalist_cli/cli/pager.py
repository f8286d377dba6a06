"""Show long output in a pager, as git(1) and man(1) do."""

import os
import shlex
import signal
import sys
from collections.abc import Callable, Mapping

from medalist_cli.terminal import Terminal

_DEFAULT = "less"
_LESS = "FRX"
"""Options for less: leave if all fits on a screen, keep colours, do not clear the screen."""
_OFF = "cat"
_INTERRUPTED = 130

Runner = Callable[[list[str], Mapping[str, str], bytes], int | None]
"""Runs a program with an environment and an input; returns its exit code as `show` does."""


def command(environ: Mapping[str, str]) -> list[str]:
    """Return the pager that the environment asks for, as words; empty: none.

    No shell reads it: `MEDALIST_PAGER`, else `PAGER`, is split into words and run.
    """
    wanted = environ.get("MEDALIST_PAGER", environ.get("PAGER", _DEFAULT))
    try:
        words = shlex.split(wanted)
    except ValueError:  # a quote that is not closed
        return []
    return [] if words == [_OFF] else words


def is_taller(content: bytes, terminal: Terminal) -> bool:
    """Return whether output does not fit the screen with a prompt below it."""
    return terminal.lines is not None and content.count(b"\n") >= terminal.lines


def show(content: bytes, environ: Mapping[str, str], run: Runner | None = None) -> int | None:
    """Show output in the pager and return its exit code; None if there is no pager.

    A pager that is left early, or ended by a signal such as Ctrl-C, has exit code 0.
    """
    words = command(environ)
    if not words or not _is_on_terminal():
        return None
    return (run or _run)(words, {"LESS": _LESS, **environ}, content)


def _is_on_terminal() -> bool:
    try:
        return os.isatty(sys.stdout.fileno())
    except (OSError, AttributeError):  # stdout is no file, or was closed at the start
        return False


def _run(words: list[str], environ: Mapping[str, str], content: bytes) -> int | None:
    import subprocess

    sys.stdout.flush()
    # Ctrl-C is the pager's. It must not inherit an ignored signal, so this one is caught.
    handlers = {signal.SIGINT: signal.getsignal(signal.SIGINT)}
    if handlers[signal.SIGINT] is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, lambda *_: None)
    # A pager that has left must not end this process, which ends on SIGPIPE otherwise.
    if hasattr(signal, "SIGPIPE"):
        handlers[signal.SIGPIPE] = signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    try:
        # The user's own choice, and no shell reads it.
        with subprocess.Popen(words, stdin=subprocess.PIPE, env=environ) as running:  # noqa: S603
            running.communicate(content)
    except OSError:  # no such program, or not one that may be run
        return None
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
    is_left = running.returncode < 0 or running.returncode == _INTERRUPTED
    return 0 if is_left else running.returncode
