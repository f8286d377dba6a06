"""Load a dataset: the bundled one as it is, a user's file only after checking it."""

from pathlib import Path

import msgspec

from medalist_cli.errors import DatasetError
from medalist_cli.model.dataset import Dataset
from medalist_cli.storage import bundle, installed


def load(path: Path | None) -> Dataset:
    """Return the dataset in the file `path`, or else the installed or the bundled one.

    Raises DatasetError, naming the file and the JSON path of the first error.
    """
    if path is not None:
        return _checked(path)
    kept, _ = installed.in_use()
    if kept is None:
        return bundled()
    try:
        return _checked(kept)
    except DatasetError as error:
        raise DatasetError(error.message, installed.ADVICE) from error


def bundled() -> Dataset:
    """Return the dataset that came with the program."""
    # Checking takes 3 ms; tests/test_facts.py does it for the bundled file.
    return msgspec.json.decode(bundle.content(), type=Dataset)


def _checked(path: Path) -> Dataset:
    from medalist_cli.storage import untrusted  # noqa: PLC0415 - only for a user's file

    return untrusted.dataset(path)
