"""Small JSON files that medalist remembers things in, one run at a time, whole or not at all.

They are below `$XDG_STATE_HOME/medalist` (XDG Base Directory Specification), in folders that only
their owner can read.
"""

import contextlib
import errno
import os
import stat
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from medalist_cli.errors import OutputError
from medalist_cli.storage import files

PATIENCE = 3.0
"""Seconds to wait for another medalist that uses the same file; then it is an error."""

Content = TypeVar("Content")


def file(name: str) -> Path:
    """Return the path of a state file. Raises OutputError where there is no home folder."""
    base = files.home("XDG_STATE_HOME", ".local", "state")
    if base is None:
        raise OutputError(f"{name}: no home folder to keep it in", "Set HOME.")
    return base / "medalist" / name


def read(path: Path, kind: type[Content], empty: Content) -> Content:
    """Return what a state file holds, as `kind`; `empty` where there is no file.

    Raises OutputError where it cannot be read, or is not a file of that form.
    """
    try:
        content = files.content(path)
    except (FileNotFoundError, NotADirectoryError):
        return empty
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror}") from error
    from medalist_cli.storage import strict_json  # noqa: PLC0415 - most runs have no such file

    try:
        return msgspec.convert(strict_json.parse(content), kind)
    except (ValueError, msgspec.ValidationError) as error:
        what = f"{path}: not a medalist state file"
        raise OutputError(what, "Delete it to start over.") from error


@contextlib.contextmanager
def locked(path: Path) -> Iterator[Path]:
    """Hold the lock of a state file, and yield where it is once links are followed.

    Makes its folder, readable by its owner alone. Raises OutputError, also after waiting
    `PATIENCE` seconds for another run, and for what is there and not a regular file.
    """
    from importlib.util import find_spec  # noqa: PLC0415 - few runs lock a file

    with warnings.catch_warnings(action="ignore"):  # filelock warns where it has no fcntl
        from filelock import FileLock, SoftFileLock, Timeout  # noqa: PLC0415 - 50 ms
    try:
        kept = Path(os.path.realpath(path))
        _make(kept.parent)
        _check_kind(kept)
        lock = FileLock if find_spec("fcntl") else SoftFileLock
        with lock(f"{kept}.lock", timeout=PATIENCE):
            yield kept
    except Timeout as error:
        what = f"another medalist is using {path}"
        raise OutputError(what, f"If none is running, delete {path}.lock.") from error
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror or error}") from error


def _make(folder: Path) -> None:
    """Make a folder and those above it, each with mode 0700; os.makedirs does so for the last."""
    for each in (*reversed(folder.parents), folder):
        if not each.exists():
            with contextlib.suppress(FileExistsError):  # another run was faster
                each.mkdir(0o700)


def _check_kind(path: Path) -> None:
    """Raise OSError for a folder, a device or a FIFO: a lock beside it would be left there."""
    with contextlib.suppress(FileNotFoundError):
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise OSError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not stat.S_ISREG(mode):
            raise OSError(errno.EINVAL, "not a regular file")


def write(path: Path, content: Any) -> None:
    """Replace a state file. `path` is what `locked` yields. Raises OSError."""
    text = msgspec.json.format(msgspec.json.encode(content, order="sorted"), indent=1)
    files.replace(path, text + b"\n")
