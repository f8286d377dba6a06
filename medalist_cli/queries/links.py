"""Pages on the web about the show."""

from msgspec import structs

from medalist_cli.errors import NoMatch
from medalist_cli.model.dataset import Dataset
from medalist_cli.model.rows import LinkRow, as_row
from medalist_cli.text.names import TextWriter


def links(dataset: Dataset, kind: str | None, season: int | None) -> tuple[LinkRow, ...]:
    """Return the links of that kind and season, in the order of the file.

    Links without an address come last. Raises NoMatch if there are none.
    """
    found = [
        link
        for link in dataset.links
        if kind in (None, link.kind) and season in (None, link.season)
    ]
    if not found:
        raise NoMatch("no links match these filters" if kind or season else "no link is known")
    return tuple(as_row(LinkRow, each) for each in sorted(found, key=lambda each: each.url is None))


def written(row: LinkRow, write: TextWriter) -> LinkRow:
    """Return a link with its title in the script that `write` chooses."""
    return structs.replace(row, title=write(row.title, row.title_ja))
