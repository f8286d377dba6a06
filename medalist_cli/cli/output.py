"""The only writer: answers to stdout or a file, notes and errors to stderr."""

import contextlib
import errno
import os
import sys
from pathlib import Path

from medalist_cli.errors import OutputError, UsageError
from medalist_cli.storage import files

STDOUT = "-"


def to_stdout(content: bytes) -> bool:
    """Write `content` to stdout, all of it or an error; return whether anyone still reads there.

    A reader who has left wants no more: that is no error. Raises OutputError with the system's
    words for anything else.
    """
    if not content:
        return True
    try:
        if sys.stdout is None:  # it was closed before the start
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except OSError as error:
        _silence(1)
        if error.errno not in (errno.EPIPE, errno.EINVAL):  # Windows says EINVAL for EPIPE
            raise OutputError(f"stdout: {error.strerror}") from error
        return False
    return True


def _silence(descriptor: int) -> None:
    """Keep the interpreter from failing once more when it flushes the stream at its end."""
    with contextlib.suppress(OSError, ValueError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, descriptor)
        os.close(null)


def progress(line: str) -> None:
    """Show `line` on stderr in place of the one before; an empty one clears it."""
    with contextlib.suppress(OSError):
        sys.stderr.write(f"\r{line}\x1b[K")
        sys.stderr.flush()


def note(line: str) -> None:
    """Say one line on stderr; where stderr cannot take it, it is lost."""
    try:
        if sys.stderr is not None:
            sys.stderr.write(f"{line}\n")
            sys.stderr.flush()
    except OSError:
        _silence(2)


def to_file(name: str, content: bytes, *, force: bool, source: Path | None) -> None:
    """Write `content` to the file `name`, whole or not at all; `-` is stdout.

    Links are followed; a device or a FIFO is written to as it is. `source` is the dataset in use,
    which is never written over. Raises OutputError for a file that is there, without `force`.
    """
    if name == STDOUT:
        to_stdout(content)
        return
    path = Path(name)
    try:
        # A dataset inside a zip is no file to be written over.
        if source is not None and source.exists() and path.exists() and path.samefile(source):
            raise UsageError(f"--output: {name} is the dataset itself")
        if path.exists() and not path.is_file():
            path.write_bytes(content)  # a directory is refused here, in the system's words
        elif path.exists() and not force:
            raise FileExistsError
        else:
            files.replace(Path(os.path.realpath(path)), content, keep=not force)
    except FileExistsError as error:
        raise OutputError(f"{name}: the file is there already", "Add --force.") from error
    except OSError as error:
        raise OutputError(f"{name}: {error.strerror or error}") from error
    except ValueError as error:  # a NUL in the name
        raise OutputError(f"{name}: {error}") from error
