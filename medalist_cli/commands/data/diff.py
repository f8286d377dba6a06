"""`medalist data diff`."""

from pathlib import Path
from typing import Annotated

import typer
from msgspec import structs

from medalist_cli.model.dataset import Dataset
from medalist_cli.model.result import Diff
from medalist_cli.model.rows import DiffRow
from medalist_cli.options import Reader
from medalist_cli.queries import diff as query
from medalist_cli.storage import untrusted
from medalist_cli.text.language import Phrase, either

Old = Annotated[Path, typer.Argument(metavar="OLD", show_default=False)]
New = Annotated[Path, typer.Argument(metavar="NEW", show_default=False)]


def diff(reader: Reader, old: Old, new: New) -> Diff[DiffRow]:
    """Compare two datasets. Example: medalist data diff last-week.json my-show.json.

    One line for each date that moved, each record added or removed, and each fact that is better
    confirmed now. Exit 0 if nothing changed, else 1. One of the files may be -, for stdin.
    """
    before, after = (untrusted.parsed(*each) for each in untrusted.several((old, new)))
    result = compared(reader, before, after)
    return structs.replace(result, exit_code=1 if result.rows else 0)


def compared(reader: Reader, old: Dataset, new: Dataset) -> Diff[DiffRow]:
    """Return what changed, as far as the reader may see it."""
    before, after = reader.visible(old), reader.visible(new)
    rows = query.diff(before, after)
    return Diff(
        notes=after.hidden,
        title=Phrase("Changes in {show}", show=either(new.show.title, new.show.title_ja)),
        rows=rows,
        written=query.written(rows),
        fields=("kind", "id", "field", "old", "new", "days"),
        as_of=new.as_of,
    )
