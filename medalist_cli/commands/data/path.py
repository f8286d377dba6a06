"""`medalist data path`."""

from medalist_cli.model.result import Text
from medalist_cli.options import Reader
from medalist_cli.storage import bundle


def path(reader: Reader) -> Text:
    """The file that is read. Example: medalist data path.

    It is the whole file, whatever --seen says.
    """
    return Text(notes=(), text=str(reader.data or bundle.location()))
