"""Read regular files without blocking, and write files atomically."""

import contextlib
import errno
import os
import stat
from pathlib import Path

LARGEST = 256 * 2**20
"""Bytes; far more than a dataset of 100,000 entries, far less than the memory of a machine."""


_read: set[tuple[int, int]] = set()
"""Device and inode of every file that this run has read, to never overwrite one."""


def was_read(path: Path) -> bool:
    """Return whether this run has read the file, under this name or another."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return False
    return (status.st_dev, status.st_ino) in _read


def content(path: Path) -> bytes:
    """Return the content of a regular file; never blocks. Raises OSError for anything else."""
    # Without O_NONBLOCK, opening a FIFO without a writer blocks forever.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with open(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if stat.S_ISDIR(status.st_mode):
            raise OSError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "not a regular file")
        if status.st_size > LARGEST:
            raise OSError(errno.EFBIG, f"larger than {LARGEST >> 20} MiB")
        _read.add((status.st_dev, status.st_ino))
        return file.read(LARGEST)


def home(variable: str, *below_home: str) -> Path | None:
    """Return the base folder that an XDG variable names, by default one below the user's home.

    None where there is no home: a relative path would be one of the working directory, and the
    XDG Base Directory Specification has only absolute ones.
    """
    base = os.environ.get(variable, "")
    if not os.path.isabs(base):
        # expanduser makes an empty HOME the root of the file system
        home = os.path.expanduser("~") if os.environ.get("HOME") != "" else ""
        base = os.path.join(home, *below_home)
    return Path(base) if os.path.isabs(base) else None


def replace(target: Path, content: bytes, *, keep: bool = False) -> None:
    """Write a temporary file next to `target`, then rename it to `target` in one step.

    An existing file keeps its mode. Raises FileExistsError if `target` exists and `keep` is set,
    and OSError for any other failure; `target` is then unchanged.
    """
    mode = _mode(target)
    temporary = target.parent / f".medalist-{os.urandom(8).hex()}"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    descriptor = os.open(temporary, flags, 0o666 if mode is None else mode)
    try:
        with open(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            if mode is not None and hasattr(os, "fchmod"):  # Windows has no modes
                with contextlib.suppress(PermissionError):  # the file system has no modes
                    os.fchmod(descriptor, mode)
            os.fsync(descriptor)
        if keep:
            _rename_new(temporary, target)
        else:
            os.replace(temporary, target)
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(temporary)


def _rename_new(temporary: Path, target: Path) -> None:
    """Rename `temporary` to `target`. Raises FileExistsError if `target` exists."""
    try:
        os.link(temporary, target)  # unlike a rename, it fails if `target` exists
    except FileExistsError:
        raise
    except OSError:  # no hard links here: reserve the name with an empty file
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
        try:
            os.replace(temporary, target)
        except OSError:
            os.unlink(target)
            raise


def _mode(target: Path) -> int | None:
    """Return the permissions of `target`; None if the file does not exist."""
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        return None
