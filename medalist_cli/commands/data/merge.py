"""`medalist data merge`."""

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from medalist_cli.errors import DatasetError
from medalist_cli.model.dataset import Dataset
from medalist_cli.model.result import Json
from medalist_cli.queries import merge as query
from medalist_cli.storage import untrusted, validation
from medalist_cli.text.cells import shortened

Files = Annotated[list[Path], typer.Argument(metavar="FILE...", show_default=False)]


def merge(files: Files) -> Json:
    """Merge the datasets of several shows into one. Example: medalist data merge a.json b.json.

    Use the result with --data or install it: schedule, calendar, due and bars then cover all shows.
    One of the files may be -, for stdin; "$(medalist data path)" is the dataset in use.
    """
    datasets: list[Dataset] = []
    shows: dict[str, str] = {}
    for name, content in untrusted.several(files):
        dataset = untrusted.parsed(name, content)
        for show in dataset.every_show:
            if show.id in shows:
                what = f"$.show.id: {shortened(show.id)!r} is in {shows[show.id]} too"
                raise DatasetError(f"{name}: {what}")
            shows[show.id] = name
        datasets.append(dataset)
    merged = query.merge(datasets)
    for fault in validation.semantic_errors(merged):
        raise DatasetError(f"merged: {fault}")
    return Json(notes=query.left_out(datasets), content=msgspec.to_builtins(merged))
