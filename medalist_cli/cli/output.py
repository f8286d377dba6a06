"""Write results to stdout or a file, and notes and errors to stderr."""

import contextlib
import errno
import os
import sys
from pathlib import Path

from medalist_cli.errors import OutputError, UsageError
from medalist_cli.storage import bundle, files

STDOUT = "-"


def to_stdout(content: bytes) -> bool:
    """Write all of `content` to stdout; return whether the reader is still there.

    A closed pipe is not an error. Raises OutputError with the system's message for any other
    failure.
    """
    if not content:
        return True
    try:
        if sys.stdout is None:  # closed before the start
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        sys.stdout.flush()  # what a caller in this process printed comes first
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except OSError as error:
        _silence(1)
        if error.errno not in (errno.EPIPE, errno.EINVAL):  # EINVAL: a closed pipe on Windows
            raise OutputError(f"stdout: {error.strerror}") from error
        return False
    return True


def _silence(descriptor: int) -> None:
    """Redirect a descriptor to the null device, so that the flush at exit cannot fail again."""
    with contextlib.suppress(OSError, ValueError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, descriptor)
        os.close(null)


def progress(line: str) -> None:
    """Show `line` on stderr in place of the previous one; an empty line clears it.

    It has no buffer, so that a signal handler may call it in the middle of another call.
    """
    with contextlib.suppress(OSError):
        content = f"\r{line}\x1b[K".encode(sys.stderr.encoding, "replace")
        os.write(sys.stderr.fileno(), content)


def note(line: str) -> None:
    """Write one line to stderr; drop it if stderr cannot be written."""
    try:
        if sys.stderr is not None:
            sys.stderr.write(f"{line}\n")  # which is flushed line by line
    except OSError:
        _silence(2)


def to_file(name: str, content: bytes, *, force: bool) -> None:
    """Write `content` to the file `name`, whole or not at all; `-` is stdout.

    Symlinks are followed; a device, a FIFO or stdout by another name is written directly. Raises
    OutputError if the file exists and `force` is not set, and UsageError for a file that this run
    has read or that belongs to the installation: those are never overwritten.
    """
    if name == STDOUT:
        to_stdout(content)
        return
    try:
        _write_file(name, Path(name), content, force=force)
    except FileExistsError as error:
        raise OutputError(f"{name}: file already exists", "Use --force to overwrite it.") from error
    except OSError as error:
        raise OutputError(f"{name}: {error.strerror or error}") from error
    except ValueError as error:  # a NUL in the name
        raise OutputError(f"{name}: {error}") from error


def _write_file(name: str, path: Path, content: bytes, *, force: bool) -> None:
    if name.endswith(("/", os.sep)) and not path.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
    if files.was_read(path) or bundle.contains(path):
        raise UsageError(f"--output: {name} is what medalist reads from")
    if path.exists() and _is_stdout(path):
        to_stdout(content)
    elif path.exists() and not path.is_file():
        path.write_bytes(content)  # a directory fails here with the system's message
    elif path.exists() and not force:
        raise FileExistsError
    else:
        files.replace(Path(os.path.realpath(path)), content, keep=not force)


def _is_stdout(path: Path) -> bool:
    """Return whether a path such as /dev/stdout leads to what stdout is."""
    try:
        stdout = os.fstat(1)
    except OSError as error:
        if error.errno != errno.EBADF:
            raise
        return False  # stdout is closed
    return os.path.samestat(path.stat(), stdout)
