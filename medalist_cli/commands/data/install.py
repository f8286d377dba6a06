"""`medalist data install`."""

from pathlib import Path
from typing import Annotated

import typer
from msgspec import structs

from medalist_cli.commands.data import diff as comparison
from medalist_cli.errors import DatasetError, Declined, UsageError, exclusive
from medalist_cli.model.dataset import Dataset
from medalist_cli.model.result import Diff, Text
from medalist_cli.model.rows import DiffRow
from medalist_cli.options import Reader
from medalist_cli.queries import diff as query
from medalist_cli.storage import installed, loader, untrusted
from medalist_cli.text.cells import visible

File = Annotated[Path | None, typer.Argument(metavar="FILE", show_default=False)]
Older = Annotated[
    bool, typer.Option("--force", help="Install a dataset older than the one in use.")
]
Remove = Annotated[bool, typer.Option("--remove", help="Go back to the bundled dataset.")]


def install(
    reader: Reader, file: File = None, force: Older = False, remove: Remove = False
) -> Diff[DiffRow] | Text:
    """Use another dataset from now on. Example: medalist data install my-show.json.

    Checks FILE (- is stdin), shows what changes and keeps a copy. The copy is used until you
    install another dataset, or a newer medalist brings later facts about the same show.
    """
    if remove:
        return _removed(file, force=force)
    if file is None:
        raise UsageError("FILE is missing", "See `medalist data install -h`.")
    name, content = untrusted.given(file)
    notes = tuple(f"{path}: unknown key" for path in untrusted.checked(name, content))
    new = untrusted.parsed(name, content)
    old = _in_use()
    if new.as_of < old.as_of and not force:
        what = f"{name}: its facts are of {new.as_of}, those in use of {old.as_of}"
        raise Declined(what, "Add --force to install it all the same.")
    kept = installed.keep(content)
    result = comparison.compared(reader, old, new)
    if not query.is_same_show(old, new):
        rows = query.other_show(old, new)
        result = structs.replace(result, rows=rows, written=rows)
    return structs.replace(result, notes=(*notes, *result.notes, *_kept(kept, old, new)))


def _in_use() -> Dataset:
    """Return the dataset in use; the bundled one where the installed one cannot be read."""
    try:
        return loader.load(None)
    except DatasetError:
        return loader.bundled()


def _kept(path: Path, old: Dataset, new: Dataset) -> tuple[str, ...]:
    """Return what was done, for a note, and what keeps it from being used."""
    lines = [f"installed as {path}: {new.show.title}, facts of {new.as_of}"]
    if installed.in_use()[0] is None:
        lines.append(f"the bundled dataset is newer ({old.as_of}), so it stays in use")
    return tuple(lines)


def _removed(file: Path | None, *, force: bool) -> Text:
    if file is not None or force:
        raise exclusive("--remove", "FILE" if file else "--force")
    was = installed.remove()
    now = loader.bundled()
    text = f"the bundled dataset is in use: {visible(now.show.title)}, facts of {now.as_of}"
    return Text(notes=() if was else ("no dataset was installed",), text=text)
