"""A dataset from a file that nobody vouches for, read with care."""

import errno
import os
import stat
from pathlib import Path

import msgspec

from medalist_cli import faults, strict
from medalist_cli.errors import DatasetError
from medalist_cli.model import Dataset

LARGEST = 256 * 2**20
"""Bytes; far above what 100,000 entries take, far below what fills a memory."""


def dataset(path: Path) -> Dataset:
    """Return the dataset in a file. Raises DatasetError with its first fault."""
    document = _document(path)
    try:
        found = msgspec.convert(document, Dataset)
    except msgspec.ValidationError as error:
        raise DatasetError(f"{path}: {faults.placed(error)}") from error
    for fault in faults.of_sense(found):
        raise DatasetError(f"{path}: {fault}")
    return found


def check(path: Path) -> tuple[str, ...]:
    """Return the paths of the keys in a sound dataset file that mean nothing here.

    Raises DatasetError with every fault: one for each record, and for each id that names nothing.
    """
    document = _document(path)
    found = list(faults.of_form(document))
    if not found:
        found = list(faults.of_sense(msgspec.convert(document, Dataset)))
    if found:
        lines = tuple(f"{path}: {fault}" for fault in found)
        raise DatasetError(lines[0], faults=lines)
    return tuple(faults.unknown_keys(document))


def _document(path: Path) -> strict.Json:
    try:
        return strict.parse(read(path))
    except ValueError as error:
        raise DatasetError(f"{path}: {error}") from error


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
        raise DatasetError(f"{path}: {error.strerror}") from error
    except ValueError as error:  # a NUL in the name
        raise DatasetError(f"{path}: {error}") from error
