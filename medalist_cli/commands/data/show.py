"""`medalist data show`."""

import msgspec

from medalist_cli.model.dataset import Dataset
from medalist_cli.model.result import Json
from medalist_cli.options import Reader


def show(reader: Reader) -> Json:
    """Print the dataset as JSON. Example: medalist data show | jq .show."""
    dataset = reader.dataset
    content = msgspec.convert(dataset, Dataset, from_attributes=True)
    return Json(notes=dataset.hidden, content=msgspec.to_builtins(content))
