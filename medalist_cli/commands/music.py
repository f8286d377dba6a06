"""`medalist music`."""

from medalist_cli.model.result import Records
from medalist_cli.model.rows import SongRow
from medalist_cli.options import Reader, Season, Song
from medalist_cli.parsers import words
from medalist_cli.queries import music as query
from medalist_cli.queries.milestones import show_title
from medalist_cli.text.language import Phrase

GROUP = "Look up"
ALIASES = ("song", "songs", "ost", "主題歌")

_CARD = (
    "season", "kind", "title", "title_ja", "artist", "lyrics", "music", "arrangement", "released",
    "url", "note",
)  # fmt: skip


def music(reader: Reader, song: Song = None, season: Season = None) -> Records[SongRow]:
    """Look up openings and endings. Example: medalist music, medalist music yonezu.

    QUERY: a title, an artist or author in any script, or a kind: opening, OP, season 2 ending.
    """
    dataset = reader.dataset
    reader.check_season(season)
    rows = query.songs(dataset, words(song), season)
    return Records(
        notes=dataset.hidden,
        title=Phrase("Songs of {show}", show=show_title(dataset)),
        rows=rows,
        written=tuple(query.written(row, reader.names) for row in rows),
        fields=("season", "kind", "title", "artist", "released"),
        as_of=dataset.as_of,
        card=_CARD,
        sheet=bool(song),
    )
