"""Load a dataset: the bundled one as it is, a user's file only after checking it."""

from pathlib import Path

import msgspec

from medalist_cli.model.dataset import Dataset
from medalist_cli.storage import bundle


def load(path: Path | None) -> Dataset:
    """Return the dataset in the file `path`, or the bundled one.

    Raises DatasetError, naming the file and the JSON path of the first error.
    """
    if path is None:
        # Checking takes 3 ms; tests/test_facts.py does it for the bundled file.
        return msgspec.json.decode(bundle.content(), type=Dataset)
    from medalist_cli.storage import untrusted  # noqa: PLC0415 - only for a user's file

    return untrusted.dataset(path)
