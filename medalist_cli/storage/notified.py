"""Log of sent reminders, safe for concurrent runs."""

import contextlib
import fcntl
import json
import os
from collections.abc import Iterator
from pathlib import Path

import msgspec

from medalist_cli.errors import OutputError
from medalist_cli.storage import files, strict_json

Log = dict[str, list[str]]
"""The thresholds of sent reminders, by key."""


def first_time(path: Path, key: str, notices: list[str]) -> list[str]:
    """Record `notices` under `key` and return the new ones, in order.

    Concurrent runs take turns, and the record is on disk on return. Raises OutputError if the file
    cannot be read or written.
    """
    if not notices:
        return []
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        target = Path(os.path.realpath(path))
        with _locked(target):
            log = _read(path)
            new = [notice for notice in notices if notice not in log.get(key, [])]
            if new:
                log[key] = [*log.get(key, []), *new]
                files.replace(target, (json.dumps(log, indent=1, sort_keys=True) + "\n").encode())
            return new
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror or error}") from error


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold the lock file next to `path`; the system releases it when the process ends."""
    with open(f"{path}.lock", "a", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _read(path: Path) -> Log:
    try:
        return msgspec.convert(strict_json.parse(files.content(path)), Log)
    except FileNotFoundError:
        return {}
    except (ValueError, msgspec.ValidationError) as error:
        what = f"{path}: not what medalist writes there"
        raise OutputError(what, "Remove it to start anew.") from error
