"""Importers of public schedule data: one file each, named as `data import` takes it.

An importer is a module with `read(content, now) -> Imported`. It gets the bytes as the service
sends them and the time of the question, and raises ValueError with a line that says where what is
wrong: a JSON path, or the number of a line. Nothing here opens a connection.
"""

import datetime as dt
from importlib import import_module
from typing import Protocol, cast

from msgspec import Struct

from medalist_cli.errors import UsageError
from medalist_cli.model.dataset import Dataset
from medalist_cli.text.cells import visible


class Imported(Struct, frozen=True):
    """What an importer found."""

    datasets: tuple[Dataset, ...]
    """One for each title, at least one, in the order of the file; no two have the same show."""
    notes: tuple[str, ...] = ()
    """What was there and could not be imported."""


class Importer(Protocol):
    """The module of one importer."""

    def read(self, content: bytes, now: dt.datetime, /) -> Imported:
        """Return the datasets in `content`; their `as_of` is the day of `now`."""


def names() -> tuple[str, ...]:
    """Return the names of the importers, in order."""
    import pkgutil  # noqa: PLC0415 - 2 ms, for one command

    found = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(sorted(name for name in found if not name.startswith("_")))


def named(name: str) -> Importer:
    """Return an importer. Raises UsageError, listing them, for an unknown name."""
    if name not in names():
        known = ", ".join(names())
        raise UsageError(f"there is no importer {visible(name)!r}", f"Known: {known}.")
    return cast("Importer", import_module(f"{__name__}.{name}"))
