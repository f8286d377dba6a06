"""A file read with care, and one written whole or not at all."""

import contextlib
import errno
import os
import stat
from pathlib import Path

LARGEST = 256 * 2**20
"""Bytes; far above what a dataset of 100,000 entries takes, far below what fills a memory."""


def content(path: Path) -> bytes:
    """Return the content of a regular file. Raises OSError for anything else, and never waits."""
    # Without O_NONBLOCK, a FIFO that nobody writes to would be waited for for ever.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with open(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if stat.S_ISDIR(status.st_mode):
            raise OSError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "not a regular file")
        if status.st_size > LARGEST:
            raise OSError(errno.EFBIG, f"larger than {LARGEST >> 20} MiB")
        return file.read(LARGEST)


def replace(target: Path, content: bytes, *, keep: bool = False) -> None:
    """Write a new file beside `target`, then let it take that name in one step.

    The mode of a file that is there stays. Raises FileExistsError for one with `keep`, and
    OSError for whatever else the system says; then `target` is as it was.
    """
    mode = _mode(target)
    scratch = target.parent / f".medalist-{os.urandom(8).hex()}"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    descriptor = os.open(scratch, flags, 0o666 if mode is None else mode)
    try:
        with open(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            if mode is not None:
                with contextlib.suppress(PermissionError):  # a file system without modes
                    os.fchmod(descriptor, mode)
            os.fsync(descriptor)
        if keep:
            _name(scratch, target)
        else:
            os.replace(scratch, target)
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(scratch)


def _name(scratch: Path, target: Path) -> None:
    """Give `scratch` the name `target`. Raises FileExistsError where that is taken."""
    try:
        os.link(scratch, target)  # unlike a rename it fails where the name is taken
    except FileExistsError:
        raise
    except OSError:  # a file system without links: an empty file holds the name meanwhile
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
        try:
            os.replace(scratch, target)
        except OSError:
            os.unlink(target)
            raise


def _mode(target: Path) -> int | None:
    """Return the permissions of `target`; None where there is no such file."""
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        return None
