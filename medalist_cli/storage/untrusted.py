"""Read and check untrusted dataset files."""

from pathlib import Path

import msgspec

from medalist_cli.errors import DatasetError
from medalist_cli.model.dataset import Dataset
from medalist_cli.storage import files, strict_json, validation


def dataset(path: Path) -> Dataset:
    """Return the dataset in a file. Raises DatasetError with the first problem."""
    document = _document(path)
    for problem in validation.version_problems(document):
        raise DatasetError(f"{path}: {problem}")
    try:
        found = msgspec.convert(document, Dataset)
    except msgspec.ValidationError as error:
        raise DatasetError(f"{path}: {validation.located(error)}") from error
    for problem in validation.semantic_errors(found):
        raise DatasetError(f"{path}: {problem}")
    return found


def check(path: Path) -> tuple[str, ...]:
    """Return the paths of the unknown keys in a valid dataset file.

    Raises DatasetError with every problem: one per record, and one per unknown id.
    """
    document = _document(path)
    found = list(validation.version_problems(document))
    found = found or list(validation.structural_errors(document))
    if not found:
        found = list(validation.semantic_errors(msgspec.convert(document, Dataset)))
    elif isinstance(document, dict):
        found += validation.unknown_sources(document)
    if found:
        lines = tuple(f"{path}: {problem}" for problem in found)
        raise DatasetError(lines[0], details=lines)
    return tuple(validation.unknown_keys(document))


def _document(path: Path) -> strict_json.Json:
    try:
        return strict_json.parse(read(path))
    except ValueError as error:
        raise DatasetError(f"{path}: {error}") from error
    except MemoryError as error:
        raise DatasetError(f"{path}: not enough memory") from error


def read(path: Path) -> bytes:
    """Return the content of a regular file. Raises DatasetError with the system's message."""
    if "://" in str(path)[:12] or str(path).startswith(
        ("http:", "https:")
    ):  # Path joins the slashes
        url = str(path).replace(":/", "://", 1)
        what = f"{url}: is a URL, and medalist does not use the network"
        raise DatasetError(what, "Download it, then pass the file.")
    try:
        return files.content(path)
    except OSError as error:
        raise DatasetError(f"{path}: {error.strerror}") from error
    except ValueError as error:  # a NUL in the name
        raise DatasetError(f"{path}: {error}") from error
