"""`medalist data show`."""

import msgspec

from medalist_cli import dataset, spoilers
from medalist_cli.answer import Json
from medalist_cli.model import Dataset
from medalist_cli.options import Reader


def show(reader: Reader) -> Json:
    """The whole dataset as JSON. Example: medalist data show | jq .show."""
    told = spoilers.up_to(dataset.load(reader.data), reader.seen)
    content = Dataset(**{name: getattr(told, name) for name in Dataset.__struct_fields__})
    return Json(notes=told.hidden, content=msgspec.to_builtins(content))
