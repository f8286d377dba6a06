"""Records by what they have in common, so that each list is read once."""

from collections.abc import Callable, Iterable
from typing import TypeVar

Key = TypeVar("Key")
Each = TypeVar("Each")


def grouped(records: Iterable[Each], key: Callable[[Each], Key]) -> dict[Key, list[Each]]:
    """Return the records by their key, each group in the order of `records`."""
    groups: dict[Key, list[Each]] = {}
    for record in records:
        groups.setdefault(key(record), []).append(record)
    return groups
