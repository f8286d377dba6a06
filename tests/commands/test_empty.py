"""An empty list: the answer where nothing was asked for, no match where something was."""

import json
from pathlib import Path

import pytest
from conftest import Program

EMPTY = {
    "schema_version": 2,
    "as_of": "2026-11-22",
    "show": {"id": "show", "title": "Show"},
    "anchor": "film",
    "milestones": [
        {"id": "film", "title": "Film", "kind": "film", "sources": [], "confidence": "one-source"}
    ],
}
LISTS = {
    "cast": "no cast members match these filters",
    "staff": "no staff members match these filters",
    "glossary": "the glossary is empty",
    "music": "no song is known",
    "links": "no link is known",
    "recap": "no episode is known",
    "episode": "no episode is known",
    "season": "no season is known",
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "empty.json"
    path.write_text(json.dumps(EMPTY))
    return path


@pytest.mark.parametrize("name", LISTS)
def test_an_empty_list_is_an_answer(medalist: Program, file: Path, name: str) -> None:
    note = f"medalist: note: {LISTS[name]}\n"
    assert medalist(name, "--data", file, "--json") == (0, "[]\n", note)
    assert medalist(name, "--data", file) == (0, "", note)
    assert medalist(name, "--data", file, "-f", "csv") == (0, "", note)


@pytest.mark.parametrize(
    "words",
    [
        ("cast", "zz"),
        ("cast", "--new"),
        ("staff", "zz"),
        ("glossary", "zz"),
        ("music", "--season", "2"),
        ("sources", "--conflicts"),
        ("search", "zz"),
    ],
)
def test_what_was_asked_for_and_is_not_there_is_no_match(
    medalist: Program, file: Path, words: tuple[str, ...]
) -> None:
    ended = medalist(*words, "--data", file, "--json")
    assert ended.code in {1, 2}
    assert ended.out == ""
    assert ended.err.startswith("medalist: error: ")


@pytest.mark.parametrize(
    ("command", "what"),
    [("glossary", "no glossary term matches 'zz'"), ("music", "no song matches 'zz'")],
)
def test_an_empty_list_is_not_advised(
    medalist: Program, file: Path, command: str, what: str
) -> None:
    assert medalist(command, "zz", "--data", file) == (1, "", f"medalist: error: {what}\n")


@pytest.mark.parametrize("option", [("--data", ""), ("--data=",)])
def test_an_empty_dataset_name_is_a_usage_error(medalist: Program, option: tuple[str, ...]) -> None:
    ended = medalist("countdown", *option)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("medalist: error: --data: the file name is empty\n")


def test_an_empty_variable_of_a_dataset_is_unset(medalist: Program) -> None:
    assert medalist("countdown", env={"MEDALIST_DATA": ""}) == medalist("countdown")
