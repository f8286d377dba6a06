"""`medalist links`."""

from typing import Annotated, Literal

import typer

from medalist_cli.model.result import Records
from medalist_cli.model.rows import LinkRow
from medalist_cli.options import Reader, Season
from medalist_cli.queries import links as query
from medalist_cli.queries.milestones import show_title
from medalist_cli.text.language import Phrase

GROUP = "Look up"
ALIASES = ("site", "website", "video", "videos")

Kind = Literal["official", "trailer", "music", "database"]
OfKind = Annotated[
    Kind | None, typer.Option("--kind", help="Show only links of this kind.", show_default=False)
]


def links(reader: Reader, kind: OfKind = None, season: Season = None) -> Records[LinkRow]:
    """List the official site, accounts and trailers. Example: medalist links --kind trailer.

    --season leaves out links that belong to no season, such as the official site.
    """
    dataset = reader.dataset
    reader.check_season(season)
    rows = query.links(dataset, kind, season)
    return Records(
        notes=dataset.hidden,
        title=Phrase("Links about {show}", show=show_title(dataset)),
        rows=rows,
        written=tuple(query.written(row, reader.names.text) for row in rows),
        fields=("kind", "title", "url"),
        as_of=dataset.as_of,
    )
