"""Read and check untrusted dataset files."""

import contextlib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from medalist_cli.errors import DatasetError, UsageError
from medalist_cli.model.dataset import Dataset
from medalist_cli.storage import files, strict_json, validation

STDIN = "-"


def dataset(path: Path) -> Dataset:
    """Return the dataset in a file. Raises DatasetError with the first problem."""
    return parsed(str(path), read(path))


def parsed(name: str, content: bytes) -> Dataset:
    """Return the dataset in the content of the file `name`. Raises DatasetError."""
    with bounded(name):
        document = _document(name, content)
        for problem in validation.version_problems(document):
            raise DatasetError(f"{name}: {problem}")
        try:
            found = msgspec.convert(document, Dataset)
        except msgspec.ValidationError as error:
            raise DatasetError(f"{name}: {validation.located(error)}") from error
        for problem in validation.semantic_errors(found):
            raise DatasetError(f"{name}: {problem}")
        return found


@contextlib.contextmanager
def bounded(name: str) -> Iterator[None]:
    """Raise DatasetError in the context if the file `name` takes all memory or the whole stack."""
    try:
        yield
    except MemoryError as error:
        raise DatasetError(f"{name}: not enough memory") from error
    except RecursionError as error:
        raise DatasetError(f"{name}: nested too deeply") from error


def checked(name: str, content: bytes) -> tuple[str, ...]:
    """Return the paths of the unknown keys in the content of the valid dataset file `name`.

    Raises DatasetError with every problem: one per record, and one per unknown id.
    """
    with bounded(name):
        document = _document(name, content)
        found = list(validation.version_problems(document))
        found = found or list(validation.structural_errors(document))
        if not found:
            found = list(validation.semantic_errors(msgspec.convert(document, Dataset)))
        elif isinstance(document, dict):
            found += validation.unknown_sources(document)
        if found:
            lines = tuple(f"{name}: {problem}" for problem in found)
            raise DatasetError(lines[0], details=lines)
        return tuple(validation.unknown_keys(document))


def _document(name: str, content: bytes) -> strict_json.Json:
    try:
        return strict_json.parse(content)
    except ValueError as error:
        raise DatasetError(f"{name}: {error}") from error


def read(path: Path) -> bytes:
    """Return the content of a regular file. Raises DatasetError with the system's message."""
    if str(path).startswith(("http:", "https:")):  # Path joins the slashes
        url = str(path).replace(":/", "://", 1)
        what = f"{url}: is a URL, and medalist does not use the network"
        raise DatasetError(what, "Download it, then pass the file.")
    try:
        with bounded(str(path)):
            return files.content(path)
    except OSError as error:
        raise DatasetError(f"{path}: {error.strerror}") from error
    except ValueError as error:  # a NUL in the name
        raise DatasetError(f"{path}: {error}") from error


def given(path: Path) -> tuple[str, bytes]:
    """Return the name and the content of a file of the command line; `-` is stdin.

    Raises DatasetError where it cannot be read.
    """
    if str(path) != STDIN:
        return str(path), read(path)
    try:
        content = sys.stdin.buffer.read(files.LARGEST + 1) if sys.stdin else b""
    except MemoryError as error:
        raise DatasetError("stdin: not enough memory") from error
    except OSError as error:
        raise DatasetError(f"stdin: {error.strerror}") from error
    if len(content) > files.LARGEST:
        raise DatasetError(f"stdin: larger than {files.LARGEST >> 20} MiB")
    return "stdin", content


def several(paths: Sequence[Path]) -> Iterator[tuple[str, bytes]]:
    """Return the name and the content of each file of the command line, as `given` does.

    Raises UsageError for stdin twice.
    """
    if [str(path) for path in paths].count(STDIN) > 1:
        raise UsageError("stdin can be read only once: give one - at most")
    return map(given, paths)
