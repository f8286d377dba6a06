"""Where the dataset lies, and how a file becomes one."""

import os
from collections.abc import Iterator
from pathlib import Path

import msgspec

from medalist_cli.errors import DatasetError
from medalist_cli.model import Dataset

FILE = "medalist.json"
SCHEMA = "medalist.schema.json"


def load(path: Path | None) -> Dataset:
    """Return the dataset in the file `path`; None is the bundled one.

    Raises DatasetError, naming the file and the first fault's JSON path.
    """
    if path is None:
        return msgspec.json.decode(bundled(FILE), type=Dataset)  # a test holds it to be faultless
    from medalist_cli import reading  # noqa: PLC0415 - the care costs 3 ms, ours needs none

    return reading.dataset(path)


def location(name: str = FILE) -> str:
    """Return the path of a bundled file; in a zip, the zip's path and the path inside."""
    return next(_bundles(name))[0]


def bundled(name: str) -> bytes:
    """Return the content of a bundled file. Raises DatasetError where it is not installed."""
    return next(_bundles(name))[1]


def _bundles(name: str) -> Iterator[tuple[str, bytes]]:
    """Look in the package, as a wheel has it, then beside it, as a checkout does.

    The module's own loader reads from a zip too, without an import.
    """
    here = os.path.dirname(__file__)
    for folder in (here, os.path.dirname(here)):
        path = os.path.join(folder, "data", name)
        try:
            content: bytes = __loader__.get_data(path)  # type: ignore[name-defined]
        except OSError:
            continue
        yield path, content
    raise DatasetError(f"{name}: missing from this installation", "Install medalist again.")
