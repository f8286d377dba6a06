"""The dataset that `medalist data install` keeps, and whether it is the one in use."""

import contextlib
import datetime as dt
import os
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from medalist_cli.errors import OutputError
from medalist_cli.storage import bundle, files

Origin = Literal["installed", "bundled"]

ADVICE = "`medalist data install --remove` goes back to the bundled dataset."


class _Id(Struct):
    id: str


class _Head(Struct):
    """What tells which of two datasets is newer; reading it passes over everything else."""

    as_of: dt.date
    show: _Id


def location() -> Path | None:
    """Return where a dataset is installed; XDG Base Directory Specification.

    None where there is no home to put it.
    """
    base = files.home("XDG_DATA_HOME", ".local", "share")
    return base and base / "medalist" / "medalist.json"


def in_use() -> tuple[Path | None, Origin]:
    """Return the installed file if it is in use, and what is in use.

    The installed one, until a bundled one of the same show has a later `as_of`. One that cannot
    be read is in use too, so that reading it says what is wrong.
    """
    path = location()
    if path is None or not os.path.lexists(path):
        return None, "bundled"
    with contextlib.suppress(OSError, msgspec.MsgspecError):
        mine = msgspec.json.decode(files.content(path), type=_Head)
        theirs = msgspec.json.decode(bundle.content(), type=_Head)
        if mine.show.id == theirs.show.id and mine.as_of < theirs.as_of:
            return None, "bundled"
    return path, "installed"


def keep(content: bytes) -> Path:
    """Install a dataset in place of the one before, whole or not at all; return its path.

    Raises OutputError where it cannot be written.
    """
    path = location()
    if path is None:
        raise OutputError("there is no home directory to install to", "Set XDG_DATA_HOME.")
    try:
        path.parent.parent.mkdir(parents=True, exist_ok=True)
        path.parent.mkdir(mode=0o700, exist_ok=True)
        files.replace(Path(os.path.realpath(path)), content)
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror}") from error
    return path


def remove() -> bool:
    """Remove the installed dataset; return whether there was one. Raises OutputError."""
    path = location()
    if path is None or not os.path.lexists(path):
        return False
    try:
        path.unlink()
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror}") from error
    return True
