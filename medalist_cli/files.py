"""A file written whole or not at all."""

import contextlib
import os
import stat
from pathlib import Path


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
