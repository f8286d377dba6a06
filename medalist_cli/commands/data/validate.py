"""`medalist data validate`."""

from pathlib import Path
from typing import Annotated

import typer

from medalist_cli.model.result import Text
from medalist_cli.storage import untrusted
from medalist_cli.text.cells import visible

File = Annotated[Path, typer.Argument(metavar="FILE", show_default=False, readable=False)]


def validate(file: File) -> Text:
    """Every fault of a dataset, a line each. Example: medalist data validate my-show.json.

    Keys that mean nothing here are no fault; they are noted.
    """
    notes = tuple(f"{path}: means nothing here" for path in untrusted.check(file))
    return Text(notes=notes, text=f"{visible(str(file))}: valid")
