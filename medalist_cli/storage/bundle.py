"""Files that come with the program: the dataset, its schema, the names of countries."""

import os
from collections.abc import Iterator
from pathlib import Path

import msgspec

from medalist_cli.errors import DatasetError
from medalist_cli.model.countries import Country

COUNTRIES = "countries.json"
DATASET = "medalist.json"
SCHEMA = "medalist.schema.json"

_PACKAGE = os.path.dirname(os.path.dirname(__file__))


def location(name: str = DATASET) -> str:
    """Return the path of a bundled file; in a zip, the zip's path and the path inside it."""
    return next(_found(name))[0]


def contains(path: Path) -> bool:
    """Return whether a path, by whatever name, is one of the bundled files."""
    try:
        return any(path.samefile(location(name)) for name in (DATASET, SCHEMA, COUNTRIES))
    except (OSError, ValueError, DatasetError):  # not a file yet, or bundled in a zip
        return False


def content(name: str = DATASET) -> bytes:
    """Return the content of a bundled file. Raises DatasetError if it is not installed."""
    return next(_found(name))[1]


def countries() -> tuple[Country, ...]:
    """Return the 249 countries and territories, by code. Raises DatasetError if not installed."""
    return msgspec.json.decode(content(COUNTRIES), type=tuple[Country, ...])


def _found(name: str) -> Iterator[tuple[str, bytes]]:
    """Look inside the package, as in a wheel, then beside it, as in a checkout.

    The module's own loader also reads from a zip, and needs no further import.
    """
    for folder in (_PACKAGE, os.path.dirname(_PACKAGE)):
        path = os.path.join(folder, "data", name)
        try:
            content: bytes = __loader__.get_data(path)  # type: ignore[name-defined]
        except OSError:
            continue
        yield path, content
    raise DatasetError(f"{name}: missing from this installation", "Reinstall medalist.")
