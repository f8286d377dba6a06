"""`medalist data schema`."""

from collections.abc import Iterator
from types import GenericAlias
from typing import Annotated, Any

import msgspec
import typer

from medalist_cli.errors import UsageError
from medalist_cli.model import rows
from medalist_cli.model.dataset import Dataset
from medalist_cli.model.result import Countdown, Json, Records
from medalist_cli.options import Words
from medalist_cli.parsers import words
from medalist_cli.text.cells import shortened
from medalist_cli.text.suggestions import did_you_mean, nearest

Command = Annotated[Words, typer.Argument(metavar="[COMMAND]...", show_default=False)]

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(ctx: typer.Context, command: Command = None) -> Json:
    """Print the JSON Schema of the dataset or of a command. Example: medalist data schema cast."""
    name, root = words(command), ctx.find_root().command
    types = _types(_command(root, name)) if name else (Dataset,)
    if not types:
        near = nearest(name, _with_json(root))
        raise UsageError(f"no JSON schema for {shortened(name)!r}", did_you_mean(near))
    return Json(notes=(), content=_described(*types))


def _command(menu: Any, name: str) -> Any:
    """Return the command below `menu` with a name of one or more words; None for no such."""
    for word in name.split():
        menu = getattr(menu, "commands", {}).get(word)
    return menu


def _types(command: Any) -> tuple[Any, ...]:
    """Return the types that a command's JSON may have; empty if it writes none."""
    kind = getattr(command, "kind", object)
    if issubclass(kind, Records):
        return tuple(GenericAlias(tuple, (row, ...)) for row in command.rows)
    return (rows.Countdown,) if issubclass(kind, Countdown) else ()


def _with_json(menu: Any, path: str = "") -> Iterator[str]:
    """Yield the names of all commands below `menu` whose JSON has a schema."""
    for name, command in getattr(menu, "commands", {}).items():
        if _types(command):
            yield f"{path}{name}"
        yield from _with_json(command, f"{path}{name} ")


def _described(*kinds: Any) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a value that has one of the types `kinds`."""
    found, parts = msgspec.json.schema_components(kinds)
    one = found[0] if len(found) == 1 else {"anyOf": list(found)}
    return {"$schema": DIALECT, **one, "$defs": parts}
