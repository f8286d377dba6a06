"""`medalist data validate`."""

from pathlib import Path
from typing import Annotated

import typer

from medalist_cli.model.result import Text
from medalist_cli.storage import untrusted
from medalist_cli.text.cells import visible

File = Annotated[Path, typer.Argument(metavar="FILE", show_default=False)]


def validate(file: File) -> Text:
    """List every problem in a dataset. Example: medalist data validate my-show.json.

    Unknown keys are reported but allowed.
    """
    notes = tuple(f"{path}: unknown key" for path in untrusted.check(file))
    return Text(notes=notes, text=f"{visible(str(file))}: valid")
