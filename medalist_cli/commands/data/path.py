"""`medalist data path`."""

from medalist_cli import dataset
from medalist_cli.answer import Text
from medalist_cli.options import Reader


def path(reader: Reader) -> Text:
    """The file that is read. Example: medalist data path.

    It is the whole file, whatever --seen says.
    """
    return Text(notes=(), text=str(reader.data or dataset.location()))
