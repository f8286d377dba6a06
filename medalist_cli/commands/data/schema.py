"""`medalist data schema`."""

from importlib import import_module
from types import GenericAlias
from typing import Annotated, Any

import msgspec
import typer

from medalist_cli.errors import UsageError
from medalist_cli.model import rows
from medalist_cli.model.dataset import Dataset
from medalist_cli.model.result import Countdown, Json, Records, declared

Command = Annotated[list[str] | None, typer.Argument(metavar="[COMMAND]...", show_default=False)]

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(command: Command = None) -> Json:
    """Print the JSON Schema of the dataset or of a command. Example: medalist data schema cast."""
    found = _of_command(" ".join(command).split()) if command else _described(Dataset)
    return Json(notes=(), content=found)


def _of_command(words: list[str]) -> dict[str, Any]:
    """Return the schema of a command's JSON, from the result type that its function declares."""
    name = " ".join(words)
    try:
        module = import_module(f"medalist_cli.commands.{'.'.join(words)}")
        kind, listed = declared(getattr(module, words[-1]))
    except (ImportError, AttributeError, ValueError) as error:
        raise UsageError(f"no command with JSON is called {name!r}") from error
    if issubclass(kind, Records):
        return _described(*(GenericAlias(tuple, (row, ...)) for row in listed))
    if issubclass(kind, Countdown):
        return _described(rows.Countdown)
    raise UsageError(f"no command with JSON is called {name!r}")


def _described(*kinds: Any) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a value that has one of the types `kinds`."""
    found, parts = msgspec.json.schema_components(kinds, ref_template="#/$defs/{name}")
    one = found[0] if len(found) == 1 else {"anyOf": list(found)}
    return {"$schema": DIALECT, **one, "$defs": parts}
