"""`medalist music`: openings and endings."""

import json
from pathlib import Path

import pytest
from conftest import SERIES, Program, Rows

KEYS = [
    "season", "kind", "title", "title_ja", "artist", "artist_ja", "lyrics", "music", "arrangement",
    "released", "url", "note", "sources", "confidence",
]  # fmt: skip


def test_the_table_lists_the_songs(rower: Program) -> None:
    assert rower("music").out.splitlines()[:-1] == [
        "Season  Kind     Title       Artist        Released",
        "1       opening  Pull        The Slides    Sun 5 Oct 2025",
        "1*      ending   Nagisa      Kawabe Choir  unknown",
        "2       opening  Tide Table  The Slides    unknown",
    ]


def test_json_has_the_promised_keys_in_order(rows: Rows) -> None:
    assert list(rows("music")[0])[: len(KEYS)] == KEYS


def test_json_has_the_title_as_it_was_released(rows: Rows) -> None:
    (found,) = rows("music", "nagisa")
    assert (found["title"], found["title_latin"]) == ("なぎさ", "Nagisa")


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("slides", ["Pull", "Tide Table"]),
        ("スライズ", ["Pull"]),
        ("opening", ["Pull", "Tide Table"]),
        ("ed", ["なぎさ"]),
        ("opening 2", ["Tide Table"]),
        ("season 2 opening", ["Tide Table"]),
        ("オープニング", ["Pull", "Tide Table"]),
        ("主題歌", ["Pull", "なぎさ", "Tide Table"]),
        ("minamo", ["Pull"]),
        ("なぎさ", ["なぎさ"]),
        ("tid", ["Tide Table"]),
    ],
)
def test_a_song_is_found_by_title_kind_artist_or_author(
    rows: Rows, query: str, titles: list[str]
) -> None:
    assert [row["title"] for row in rows("music", query)] == titles


@pytest.mark.parametrize("query", ["none", "xx"])
def test_a_song_of_no_season_is_not_found_by_words_it_does_not_have(
    medalist: Program, tmp_path: Path, query: str
) -> None:
    document = json.loads(SERIES.read_text())
    document["songs"].append(document["songs"][0] | {"season": None, "kind": "insert"})
    path = tmp_path / "songs.json"
    path.write_text(json.dumps(document))
    assert medalist("music", "--data", path, query).code == 1
    assert medalist("music", "--data", path, "insert").code == 0


def test_a_season_keeps_its_own_songs(rows: Rows) -> None:
    assert [row["title"] for row in rows("music", "--season", "2")] == ["Tide Table"]


def test_the_sheet_has_the_note_on_the_song(medalist: Program) -> None:
    out = medalist("music", "yonezu").out
    assert "Artist: Kenshi Yonezu\n" in out
    assert "Yuzuru Hanyu" in out


def test_a_title_in_japanese_has_its_latin_letters_beside_it(medalist: Program) -> None:
    out = medalist("music", "ねぐせ").out
    assert "Title: Atashi no Dress (アタシのドレス)\n" in out


def test_an_artist_in_japanese_is_a_field_of_its_own(rower: Program) -> None:
    ended = rower("music", "pull", "-f", "text", "--fields", "artist,artist_ja")
    assert ended.out == "The Slides  ザ・スライズ\n"


def test_names_in_japanese_are_used_for_titles_and_artists(medalist: Program) -> None:
    out = medalist("music", "--names", "ja", "-f", "text", "--fields", "title,artist").out
    assert out.splitlines()[:2] == ["BOW AND ARROW  米津玄師", "アタシのドレス  ねぐせ。"]


def test_no_match_names_the_artists(rower: Program) -> None:
    assert rower("music", "foo") == (
        1,
        "",
        "medalist: error: no song matches 'foo'\nKnown artists: The Slides, Kawabe Choir.\n",
    )


def test_a_season_without_songs_ends_with_1(rower: Program) -> None:
    ended = rower("music", "--season", "3")
    assert ended == (1, "", "medalist: error: no song of season 3 matches\n")


@pytest.mark.parametrize("form", ["table", "text", "json", "csv", "markdown"])
def test_every_song_is_in_every_format(rower: Program, form: str) -> None:
    out = rower("music", "-f", form).out
    assert [title for title in ("Pull", "Tide Table") if title not in out] == []
