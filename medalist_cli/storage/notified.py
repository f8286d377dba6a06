"""The log of sent reminders, safe for several runs at once."""

from pathlib import Path

from medalist_cli.storage import state

NAME = "due.json"

_Log = dict[str, list[str]]
"""The thresholds that were sent, by what they are about."""


def first_time(path: Path, key: str, notices: list[str]) -> list[str]:
    """Record `notices` under `key` and return the new ones, in order.

    The record is on disk when this returns, and no two runs get the same notice. Raises
    OutputError where the file cannot be read or written, or another run keeps it.
    """
    if not notices:
        return []
    with state.locked(path) as kept:
        empty: _Log = {}
        log = state.read(path, _Log, empty)
        new = [notice for notice in notices if notice not in log.get(key, [])]
        if new:
            state.write(kept, log | {key: [*log.get(key, []), *new]})
        return new
