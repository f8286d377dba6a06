"""`medalist data schema`."""

from typing import Annotated

import typer

from medalist_cli import schemas
from medalist_cli.answer import Json

Command = Annotated[str, typer.Argument(metavar="[COMMAND]", show_default=False)]


def schema(command: Command = "") -> Json:
    """The JSON Schema of the dataset or of a command. Example: medalist data schema cast."""
    return Json(notes=(), content=schemas.of_command(command) if command else schemas.of_dataset())
