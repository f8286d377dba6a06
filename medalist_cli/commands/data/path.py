"""`medalist data path`."""

from medalist_cli.model.result import Text
from medalist_cli.options import Reader
from medalist_cli.storage import bundle, installed


def path(reader: Reader) -> Text:
    """Print the path of the dataset in use. Example: medalist data path.

    The file has all spoilers, whatever --seen says.
    """
    kept, _ = installed.in_use()
    return Text(notes=(), text=str(reader.data or kept or bundle.location()))
