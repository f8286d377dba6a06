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

Runner = Callable[[list[str], Mapping[str, str], bytes], bool]
"""Runs a program with an environment and an input; returns whether it could be started."""


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


def show(content: bytes, environ: Mapping[str, str], run: Runner | None = None) -> bool:
    """Show output in the pager and return when it ends; return False if there is no pager.

    A pager that is left early is no error.
    """
    words = command(environ)
    if not words or not _is_on_terminal():
        return False
    return (run or _run)(words, {"LESS": _LESS, **environ}, content)


def _is_on_terminal() -> bool:
    try:
        return os.isatty(sys.stdout.fileno())
    except (OSError, AttributeError):  # stdout is no file, or was closed at the start
        return False


def _run(words: list[str], environ: Mapping[str, str], content: bytes) -> bool:
    import subprocess

    sys.stdout.flush()
    # A pager that has left must not end this process, which ends on SIGPIPE otherwise.
    handlers = {signal.SIGINT: signal.getsignal(signal.SIGINT)}
    if hasattr(signal, "SIGPIPE"):
        handlers[signal.SIGPIPE] = signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    try:
        # The user's own choice, and no shell reads it.
        with subprocess.Popen(words, stdin=subprocess.PIPE, env=environ) as running:  # noqa: S603
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the pager's
            running.communicate(content)
    except OSError:  # no such program, or not one that may be run
        return False
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
    return True
