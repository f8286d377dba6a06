"""Where the dataset lies, and how a file becomes one."""

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import msgspec

from medalist_cli import faults, strict
from medalist_cli.cells import visible
from medalist_cli.errors import DatasetError
from medalist_cli.model import Dataset

FILE = "medalist.json"
SCHEMA = "medalist.schema.json"

LARGEST = 256 * 2**20
"""Bytes; far above what 100,000 entries take, far below what fills a memory."""


def load(path: Path | None) -> Dataset:
    """Return the dataset in the file `path`; None is the bundled one.

    Raises DatasetError, naming the file and the first fault's JSON path.
    """
    if path is None:
        return msgspec.json.decode(bundled(FILE), type=Dataset)  # a test holds it to be faultless
    document = _document(path)
    try:
        dataset = msgspec.convert(document, Dataset)
    except msgspec.ValidationError as error:
        raise DatasetError(f"{_shown(path)}: {faults.placed(error)}") from error
    for fault in faults.of_sense(dataset):
        raise DatasetError(f"{_shown(path)}: {fault}")
    return dataset


def check(path: Path) -> tuple[str, ...]:
    """Return the paths of the keys in a sound dataset file that mean nothing here.

    Raises DatasetError with every fault: one for each record, and for each id that names nothing.
    """
    document = _document(path)
    found = list(faults.of_form(document))
    if not found:
        found = list(faults.of_sense(msgspec.convert(document, Dataset)))
    if found:
        lines = tuple(f"{_shown(path)}: {fault}" for fault in found)
        raise DatasetError(lines[0], faults=lines)
    return tuple(faults.unknown_keys(document))


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


def _document(path: Path) -> strict.Json:
    try:
        return strict.parse(read(path))
    except ValueError as error:
        raise DatasetError(f"{_shown(path)}: {error}") from error


def read(path: Path) -> bytes:
    """Return the content of a regular file. Raises DatasetError in the system's words."""
    try:
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
    except OSError as error:
        raise DatasetError(f"{_shown(path)}: {error.strerror}") from error
    except ValueError as error:  # a NUL in the name
        raise DatasetError(f"{_shown(path)}: {error}") from error


def _shown(path: Path) -> str:
    return visible(str(path))
