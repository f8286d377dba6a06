"""The only writer: answers to stdout or a file, notes and errors to stderr."""

import contextlib
import errno
import os
import stat
import sys
from pathlib import Path

from medalist_cli.errors import Misuse, OutputError

STDOUT = "-"


def to_stdout(content: bytes) -> None:
    """Write `content` to stdout, all of it or an error.

    A reader who has left wants no more: that is no error. Raises OutputError with the system's
    words for anything else.
    """
    if not content:
        return
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


def _silence(descriptor: int) -> None:
    """Keep the interpreter from failing once more when it flushes the stream at its end."""
    with contextlib.suppress(OSError, ValueError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, descriptor)
        os.close(null)


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
        if source is not None and path.exists() and path.samefile(source):
            raise Misuse(f"--output: {name!r} is the dataset itself")
        target = Path(os.path.realpath(path, strict=False))
        mode = _mode(target)
        if mode is not None and not stat.S_ISREG(mode):
            target.write_bytes(content)
            return
        if mode is not None and not force:
            raise OutputError(f"{name}: the file is there already", "Use --force to replace it.")
        _replace(target, content, mode, force=force)
    except FileExistsError as error:
        raise OutputError(f"{name}: another run has just written it") from error
    except OSError as error:
        raise OutputError(f"{name}: {error.strerror or error}") from error
    except ValueError as error:  # a NUL in the name
        raise OutputError(f"{name!r}: {error}") from error


def _mode(target: Path) -> int | None:
    try:
        return target.stat().st_mode
    except FileNotFoundError:
        return None


def _replace(target: Path, content: bytes, mode: int | None, *, force: bool) -> None:
    """Write a new file beside `target`, then let it take the name in one step."""
    import tempfile

    descriptor, scratch = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with open(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(descriptor)
            os.fchmod(descriptor, stat.S_IMODE(mode) if mode is not None else 0o666 & ~_umask())
        if force:
            os.replace(scratch, target)
        else:
            os.link(scratch, target)  # unlike a rename it fails where the name is taken
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(scratch)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
