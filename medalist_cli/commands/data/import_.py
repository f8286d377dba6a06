"""`medalist data import`."""

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from medalist_cli.errors import DatasetError
from medalist_cli.model.result import Json
from medalist_cli.options import Reader
from medalist_cli.queries import merge
from medalist_cli.storage import importers, untrusted

From = Annotated[
    str,
    typer.Argument(
        metavar="|".join(importers.names()),
        show_default=False,
        autocompletion=lambda incomplete: [
            name for name in importers.names() if name.startswith(incomplete)
        ],
    ),
]
File = Annotated[Path, typer.Argument(metavar="[FILE]", show_default=False)]


def import_(reader: Reader, service: From, file: File = Path(untrusted.STDIN)) -> Json:
    """Make a dataset from public schedule data. Example: medalist data import ics my-shows.ics.

    FILE is what the service answered. Without FILE, or with -, it is read from stdin: curl … |
    medalist data import anilist > show.json. Each title becomes a show. All facts count as checked
    today, by one source.
    """
    importer = importers.named(service)
    name, content = untrusted.given(file)
    try:
        with untrusted.bounded(name):
            found = importer.read(content, reader.now)
    except ValueError as error:
        raise DatasetError(f"{name}: {error}") from error
    datasets = found.datasets
    made = datasets[0] if len(datasets) == 1 else merge.merge(datasets)
    return Json(notes=found.notes, content=msgspec.to_builtins(made))
