"""The songs: openings, endings and others."""

from msgspec import structs

from medalist_cli.errors import NoMatch
from medalist_cli.model.dataset import Dataset, Song
from medalist_cli.model.rows import SongRow, as_row
from medalist_cli.text.cells import shortened
from medalist_cli.text.matching import find
from medalist_cli.text.names import Style

_KINDS = {"opening": "OP オープニング 主題歌", "ending": "ED エンディング 主題歌"}
"""What fans call a kind of song."""


def songs(dataset: Dataset, query: str, season: int | None) -> tuple[SongRow, ...]:
    """Return the songs whose title, kind, season, artist or authors have the words of `query`.

    In the order of the file; `season` keeps those of that season. Raises NoMatch if there are none.
    """
    found = matching(dataset, query) or _called(dataset, query)
    if not found and query:
        raise NoMatch(f"no song matches {shortened(query)!r}", _known(dataset))
    kept = [song for song in found if season in (None, song.season)]
    if not kept:
        raise NoMatch(f"no song of season {season} matches" if season else "no song is known")
    return tuple(as_row(SongRow, song) for song in kept)


def matching(dataset: Dataset, query: str) -> tuple[Song, ...]:
    """Return the songs that have the words of `query`; without a query, all."""
    known = dataset.songs
    return tuple(known[index] for index in find([_line(song) for song in known], query))


def _called(dataset: Dataset, query: str) -> tuple[Song, ...]:
    """Return the songs that `query` calls by their season, or by their kind as fans do."""
    known = dataset.songs
    return tuple(known[index] for index in find([_call(song) for song in known], query))


def _call(song: Song) -> tuple[str, str]:
    season = f"season {song.season}" if song.season else ""
    return f"{season} {song.kind} {_KINDS.get(song.kind, '')}", ""


def _line(song: Song) -> tuple[str, str]:
    names = (
        song.title_ja, song.title_latin, song.artist, song.artist_ja, song.lyrics, song.music,
        song.arrangement,
    )  # fmt: skip
    return f"{song.title} {song.kind}", " ".join(filter(None, names))


def _known(dataset: Dataset) -> str:
    artists = ", ".join(dict.fromkeys(song.artist for song in dataset.songs))
    return f"Known artists: {artists}." if artists else ""


def written(song: SongRow, style: Style) -> SongRow:
    """Return a song as people read it, its title and artist in a `style`.

    In English, `title_ja` keeps the Japanese title, to be shown after it.
    """
    here = song.title_latin or song.title
    return structs.replace(
        song,
        title=style.text(here, song.title_ja),
        title_ja=song.title_ja if style.script == "en" and song.title_ja != here else None,
        artist=style.text(song.artist, song.artist_ja),
    )
