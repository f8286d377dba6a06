"""What `due` has already said, in a file that two runs may want at once."""

import contextlib
import fcntl
import json
import os
from collections.abc import Iterator
from pathlib import Path

import msgspec

from medalist_cli.errors import OutputError
from medalist_cli.storage import files, strict_json

Said = dict[str, list[str]]
"""The thresholds that were told, by what they were told of."""


def first_time(path: Path, key: str, notices: list[str]) -> list[str]:
    """Record `notices` under `key`, and return those that were not recorded before, in order.

    Only one run at a time gets this far, and the record is on disk when it returns. Raises
    OutputError where the file cannot be read or written.
    """
    if not notices:
        return []
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        kept = Path(os.path.realpath(path))
        with _locked(kept):
            said = _read(path)
            new = [notice for notice in notices if notice not in said.get(key, [])]
            if new:
                said[key] = [*said.get(key, []), *new]
                files.replace(kept, (json.dumps(said, indent=1, sort_keys=True) + "\n").encode())
            return new
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror or error}") from error


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Wait for, then hold, the lock beside `path`; the system lets go of it with the process."""
    with open(f"{path}.lock", "a", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _read(path: Path) -> Said:
    try:
        return msgspec.convert(strict_json.parse(files.content(path)), Said)
    except FileNotFoundError:
        return {}
    except (ValueError, msgspec.ValidationError) as error:
        what = f"{path}: not what medalist writes there"
        raise OutputError(what, "Remove it to start anew.") from error
