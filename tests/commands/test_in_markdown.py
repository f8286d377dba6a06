"""Whole answers in Markdown as golden files: heading, columns, lines and what is below them."""

import json
from pathlib import Path

import pytest
from conftest import SERIES, Golden, Program

DOCUMENTS = {
    "cast": ("cast",),
    "cast-one": ("cast", "nagi"),
    "cast-note": ("cast", "kujirai"),
    "staff": ("staff",),
    "staff-one": ("staff", "minase"),
    "glossary": ("glossary",),
    "glossary-one": ("glossary", "cox"),
    "music": ("music",),
    "music-one": ("music", "pull"),
    "music-ending": ("music", "nagisa"),
    "links": ("links",),
    "season": ("season",),
    "season-past": ("season", "1"),
    "season-upcoming": ("season", "2"),
    "recap": ("recap",),
    "recap-one": ("recap", "s1e2"),
    "episode": ("episode", "--season", "2"),
    "episode-one": ("episode", "s1e3"),
    "where": ("where",),
    "where-country": ("where", "us"),
    "where-note": ("where", "us", "--season", "1"),
    "where-season": ("where", "japan", "--season", "1"),
    "schedule": ("schedule",),
    "timeline": ("timeline",),
    "sources": ("sources",),
    "sources-one": ("sources", "gazette"),
    "conflicts": ("sources", "--conflicts"),
    "search": ("search", "crab"),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_is_the_golden_one(golden: Golden, rower: Program, name: str) -> None:
    ended = rower(*DOCUMENTS[name], "-f", "markdown")
    assert (ended.code, ended.err) == (0, "")
    golden(f"document.{name}.markdown", ended.out.encode())


@pytest.mark.parametrize(
    ("line", "fields", "written"),
    [
        ("glossary cox", "term", "コックス"),
        ("recap s1e2", "id,title", "s1e2*  蟹を取る"),
        ("recap 2", "season,title", "2  凪の八人 第2期"),
        ("music pull", "title,artist", "Pull  ザ・スライズ"),
        ("staff minase", "role,name", "監督  水瀬薫"),
        ("episode s1e3", "title", "★ 灰*"),
    ],
)
def test_names_and_titles_are_in_japanese_in_every_answer(
    rower: Program, line: str, fields: str, written: str
) -> None:
    ended = rower(*line.split(), "--names", "ja", "-f", "text", "--fields", fields)
    assert ended == (0, f"{written}\n", "")


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        *(("staff", "staff minase"), ("glossary", "glossary cox"), ("episodes", "recap s1e2")),
        *(("episodes", "episode s1e2"), ("songs", "music nagisa"), ("sources", "sources gazette")),
    ],
)
def test_a_sheet_has_the_note_of_its_record(
    rower: Program, tmp_path: Path, kind: str, line: str
) -> None:
    show = json.loads(SERIES.read_text())
    for record in show[kind]:
        record["note"] = "Mind the bow."
    path = tmp_path / "show.json"
    path.write_text(json.dumps(show))
    assert "Note: Mind the bow." in rower(*line.split(), "--data", path).out.splitlines()


def test_the_sheet_of_a_song_names_its_authors_and_its_page(rower: Program, tmp_path: Path) -> None:
    show = json.loads(SERIES.read_text())
    authors = {"lyrics": "Ann", "music": "Bo", "arrangement": "Cy"}
    show["songs"][0] |= authors | {"url": "https://song.example/"}
    path = tmp_path / "show.json"
    path.write_text(json.dumps(show))
    lines = rower("music", "pull", "--data", path).out.splitlines()
    assert lines[4:8] == ["Lyrics: Ann", "Music: Bo", "Arrangement: Cy", "Released: Sun 5 Oct 2025"]
    assert "URL: https://song.example/" in lines


def test_the_sheet_of_a_term_names_its_group(rower: Program, tmp_path: Path) -> None:
    show = json.loads(SERIES.read_text())
    show["glossary"][0]["group"] = "Seats"
    path = tmp_path / "show.json"
    path.write_text(json.dumps(show))
    assert "Group: Seats" in rower("glossary", "cox", "--data", path).out.splitlines()
