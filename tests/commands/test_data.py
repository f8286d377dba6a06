"""`medalist data`: the dataset itself."""

import json
from pathlib import Path

import jsonschema
import pytest
from conftest import ROOT, SERIES, Program

LISTS = ["cast", "glossary", "plan", "recap", "schedule", "season", "sources", "staff", "where"]


def test_path_names_the_bundled_file(medalist: Program) -> None:
    assert medalist("data", "path") == (0, f"{ROOT / 'data' / 'medalist.json'}\n", "")


def test_path_names_the_file_asked_for(rower: Program) -> None:
    assert rower("data", "path") == (0, f"{SERIES}\n", "")


def test_path_ignores_what_has_been_seen(rower: Program) -> None:
    assert rower("data", "path", "--seen", "none") == (0, f"{SERIES}\n", "")


def test_path_takes_no_argument(medalist: Program) -> None:
    ended = medalist("data", "path", "film")
    assert (ended.code, ended.out) == (2, "")


def test_show_gives_the_whole_file(rower: Program) -> None:
    ended = rower("data", "show")
    assert (ended.code, json.loads(ended.out), ended.err) == (0, json.loads(SERIES.read_text()), "")


def test_show_gives_a_dataset_that_is_valid(rower: Program, tmp_path: Path) -> None:
    shown = tmp_path / "shown.json"
    shown.write_text(rower("data", "show", "--seen", "S1E1").out)
    assert rower("data", "validate", shown) == (0, f"{shown}: valid\n", "")


def test_show_hides_what_has_not_been_seen_and_counts_it(rower: Program) -> None:
    ended = rower("data", "show", "--seen", "S1E1")
    assert ("Boathouse" in ended.out, ended.code) == (False, 0)
    assert ended.err == "medalist: note: spoilers after S1E1 hidden (4 episodes)\n"


def test_show_of_a_file_that_is_not_there_ends_with_3(medalist: Program) -> None:
    ended = medalist("data", "show", "--data", "/nowhere/show.json")
    assert ended == (
        3,
        "",
        "medalist: error: /nowhere/show.json: No such file or directory\n",
    )


def test_schema_describes_the_dataset(medalist: Program) -> None:
    schema = json.loads(medalist("data", "schema").out)
    assert (schema["$schema"], schema["$ref"]) == (
        "https://json-schema.org/draft/2020-12/schema",
        "#/$defs/Dataset",
    )


@pytest.mark.parametrize("path", [SERIES, ROOT / "data" / "medalist.json"])
def test_a_dataset_fits_the_schema(medalist: Program, path: Path) -> None:
    schema = json.loads(medalist("data", "schema").out)
    jsonschema.Draft202012Validator(schema).validate(json.loads(path.read_text()))


@pytest.mark.parametrize("command", ["", "countdown", "sources"])
def test_a_schema_is_one_of_draft_2020_12(medalist: Program, command: str) -> None:
    ended = medalist("data", "schema", *filter(None, [command]))
    assert (ended.code, ended.err) == (0, "")
    jsonschema.Draft202012Validator.check_schema(json.loads(ended.out))


@pytest.mark.parametrize("command", LISTS)
def test_the_schema_of_a_list_is_that_of_an_array(medalist: Program, command: str) -> None:
    schema = json.loads(medalist("data", "schema", command).out)
    kinds = schema.get("anyOf", [schema])
    assert {kind["type"] for kind in kinds} == {"array"}


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        *(("data", ""), ("is", ""), ("data path", ""), ("no such", ""), ("cast inori", "")),
        *(("../cast", "Did you mean cast?\n"), ("_cast", "Did you mean cast?\n")),
        *(("cats", "Did you mean cast?\n"), ("data dif", "Did you mean data diff?\n")),
    ],
)
def test_a_schema_of_no_command_is_a_usage_error(
    medalist: Program, words: str, advice: str
) -> None:
    ended = medalist("data", "schema", *words.split())
    assert ended == (2, "", f"medalist: error: no JSON schema for '{words}'\n{advice}")


def test_the_schema_of_a_command_in_a_menu_is_that_of_its_rows(medalist: Program) -> None:
    ended = medalist("data", "schema", "data", "diff")
    assert (ended.code, "DiffRow" in json.loads(ended.out)["$defs"]) == (0, True)


def test_validate_says_that_a_file_is_valid(medalist: Program, series: Path) -> None:
    assert medalist("data", "validate", series) == (0, f"{series}: valid\n", "")


def test_validate_notes_an_unknown_key(medalist: Program, tmp_path: Path) -> None:
    path = changed(tmp_path, colour="blue")
    assert medalist("data", "validate", path) == (
        0,
        f"{path}: valid\n",
        "medalist: note: $.colour: unknown key\n",
    )


def test_validate_has_a_line_for_every_fault(medalist: Program, tmp_path: Path) -> None:
    path = changed(tmp_path, as_of="yesterday", glossary=[{"term": "x"}, {"term": 1}])
    assert medalist("data", "validate", path) == (
        3,
        "",
        (
            f"medalist: error: {path}: $.glossary[0]: object missing required field `sources`\n"
            f"medalist: error: {path}: $.glossary[1].term: expected `str`, got `int`\n"
            f"medalist: error: {path}: $.as_of: invalid RFC3339 encoded date\n"
        ),
    )


def test_validate_has_a_line_for_every_id_that_names_nothing(
    medalist: Program, tmp_path: Path
) -> None:
    remark = {"season": 1, "speaker": "x", "text": "y", "confidence": "two-sources"}
    path = changed(tmp_path, remarks=[remark | {"sources": ["a", "b"], "since": "s9e9"}])
    ended = medalist("data", "validate", path)
    assert (ended.code, ended.out) == (3, "")
    assert ended.err == (
        f"medalist: error: {path}: $.remarks[0].sources[0]: no source has the id 'a'\n"
        f"medalist: error: {path}: $.remarks[0].sources[1]: no source has the id 'b'\n"
        f"medalist: error: {path}: $.remarks[0].since: no episode has the id 's9e9'\n"
    )


def test_validate_without_a_file_is_misuse(medalist: Program) -> None:
    ended = medalist("data", "validate")
    assert ended == (
        2,
        "",
        "medalist: error: FILE is missing\nSee: medalist data validate -h\n",
    )


def test_a_command_names_the_first_fault_alone(medalist: Program, tmp_path: Path) -> None:
    path = changed(tmp_path, as_of="yesterday", anchor="")
    ended = medalist("cast", "--data", path)
    assert ended == (
        3,
        "",
        f"medalist: error: {path}: $.as_of: invalid RFC3339 encoded date\n",
    )


def test_a_hostile_file_name_is_shown_harmlessly(medalist: Program, tmp_path: Path) -> None:
    path = tmp_path / "a\x1b]52;c;eA==\x07[b].json"
    path.write_bytes(SERIES.read_bytes())
    ended = medalist("data", "validate", path)
    assert (ended.code, ended.out) == (0, f"{tmp_path}/a^[]52;c;eA==^G[b].json: valid\n")


def test_data_alone_is_misuse(medalist: Program) -> None:
    ended = medalist("data")
    assert ended == (2, "", "medalist: error: missing command\nSee: medalist data -h\n")


def changed(folder: Path, **changes: object) -> Path:
    """Return a file like the invented show's, but for `changes`."""
    path = folder / "changed.json"
    path.write_text(json.dumps(json.loads(SERIES.read_text()) | changes))
    return path
