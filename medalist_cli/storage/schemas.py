"""The JSON Schema (2020-12) of the dataset, and of what each command gives as JSON."""

from importlib import import_module
from types import GenericAlias
from typing import Any

import msgspec

from medalist_cli.errors import UsageError
from medalist_cli.model import rows
from medalist_cli.model.dataset import Dataset
from medalist_cli.model.result import Records, declared

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def of_dataset() -> dict[str, Any]:
    """Return the schema of a dataset file."""
    return _described(Dataset)


def of_command(name: str) -> dict[str, Any]:
    """Return the schema of a command's JSON, as its function declares it.

    Raises UsageError where there is no such command, or where it has no JSON.
    """
    try:
        module = import_module(f"medalist_cli.commands.{name}")
        kind, listed = declared(getattr(module, name))
    except (ImportError, AttributeError, ValueError) as error:
        raise UsageError(f"no command with JSON is called {name!r}") from error
    if issubclass(kind, Records):
        return _described(*(GenericAlias(tuple, (row, ...)) for row in listed))
    if name == "countdown":
        return _described(rows.Countdown)
    raise UsageError(f"no command with JSON is called {name!r}")


def _described(*kinds: Any) -> dict[str, Any]:
    """Return the schema of what is of one of `kinds`."""
    found, parts = msgspec.json.schema_components(kinds, ref_template="#/$defs/{name}")
    schema = found[0] if len(found) == 1 else {"anyOf": list(found)}
    return {"$schema": DIALECT, **schema, "$defs": parts}
