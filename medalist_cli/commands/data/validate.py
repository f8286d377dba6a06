"""`medalist data validate`."""

from pathlib import Path
from typing import Annotated

import typer

from medalist_cli.model.result import Text
from medalist_cli.storage import untrusted
from medalist_cli.text.cells import visible

File = Annotated[Path, typer.Argument(metavar="FILE", show_default=False, readable=False)]


def validate(file: File) -> Text:
    """List every error in a dataset file. Example: medalist data validate my-show.json.

    Unknown keys are noted, but are no errors. FILE may be -, for stdin.
    """
    name, content = untrusted.given(file)
    notes = tuple(f"{path}: unknown key" for path in untrusted.checked(name, content))
    return Text(notes=notes, text=f"{visible(name)}: valid")
