"""`medalist data validate`."""

from pathlib import Path
from typing import Annotated

import typer

from medalist_cli import dataset
from medalist_cli.answer import Text

File = Annotated[Path, typer.Argument(metavar="FILE", show_default=False)]


def validate(file: File) -> Text:
    """Every fault of a dataset, a line each. Example: medalist data validate my-show.json.

    Keys that mean nothing here are no fault; they are noted.
    """
    unknown = dataset.check(file)
    return Text(
        notes=tuple(f"{path}: means nothing here" for path in unknown), text=f"{file}: valid"
    )
