"""`medalist data diff`: what changed between two datasets."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from conftest import SERIES, Program

FILM = "film  Fri 19 Feb 2027 (one source) → Fri 26 Feb 2027 (two sources)  +7 days\n"


def file(folder: Path, name: str, **changes: Any) -> Path:
    """Write the invented show with `changes` to its film, and return the path."""
    document = json.loads(SERIES.read_text())
    film = next(each for each in document["milestones"] if each["id"] == "film")
    film.pop("claims")
    film |= {"when": {"date": "2027-02-19", "zone": "Asia/Tokyo"}, "confidence": "one-source"}
    film |= changes
    path = folder / name
    path.write_text(json.dumps(document))
    return path


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return file(tmp_path, "old.json")


@pytest.fixture
def new(tmp_path: Path) -> Path:
    moved = {"date": "2027-02-26", "zone": "Asia/Tokyo"}
    return file(tmp_path, "new.json", when=moved, confidence="two-sources")


def test_a_moved_date_is_one_line_and_exit_code_1(medalist: Program, old: Path, new: Path) -> None:
    assert medalist("data", "diff", old, new) == (1, FILM, "")


def test_the_same_facts_are_no_line_and_exit_code_0(medalist: Program, old: Path) -> None:
    assert medalist("data", "diff", old, old) == (0, "", "")
    assert medalist("data", "diff", old, old, "--json") == (0, "[]\n", "")


def test_json_has_the_promised_keys_and_fits_its_schema(
    medalist: Program, old: Path, new: Path
) -> None:
    ended = medalist("data", "diff", old, new, "--json")
    [row] = json.loads(ended.out)
    assert (ended.code, list(row)[:7]) == (
        1,
        ["kind", "id", "title", "field", "old", "new", "days"],
    )
    assert (row["kind"], row["id"], row["field"], row["days"]) == ("moved", "film", "when", 7)
    schema = json.loads(medalist("data", "schema", "data", "diff").out)
    jsonschema.Draft202012Validator(schema).validate([row])


@pytest.mark.parametrize("form", ["table", "csv", "tsv", "jsonl", "markdown", "html", "svg"])
def test_every_format_of_a_list_ends_with_1_too(
    medalist: Program, old: Path, new: Path, form: str
) -> None:
    ended = medalist("data", "diff", old, new, "-f", form)
    assert (ended.code, "film" in ended.out, ended.err) == (1, True, "")


def test_a_document_has_all_about_each_change(medalist: Program, old: Path, new: Path) -> None:
    title, _, _, _, change, _, footnote = medalist(
        "data", "diff", old, new, "-f", "markdown"
    ).out.splitlines()
    assert title == "**Changes in Still Water Eight**"
    assert change == (
        "| moved | film | when | Fri 19 Feb 2027 (one source) | Fri 26 Feb 2027 (two sources) | 7 |"
    )
    assert footnote == "facts checked 20 Nov 2026"


def test_csv_has_a_record_for_each_change(medalist: Program, old: Path, new: Path) -> None:
    ended = medalist("data", "diff", old, new, "-f", "csv")
    [row] = csv.DictReader(io.StringIO(ended.out))
    assert (row["id"], row["days"], row["old_confidence"]) == ("film", "7", "one-source")


def test_fields_are_those_asked_for(medalist: Program, old: Path, new: Path) -> None:
    assert medalist("data", "diff", old, new, "--fields", "id,days") == (1, "film  7\n", "")


def test_what_appeared_and_what_went_say_what_they_are(
    medalist: Program, tmp_path: Path, old: Path
) -> None:
    document = json.loads(old.read_text())
    gone = document["milestones"].pop(0)
    document["milestones"].insert(
        0,
        gone | {"id": "stage-play-2", "title": "Stage play 2", "when": None},
    )
    document["cast"][0]["confidence"] = "one-source"
    path = tmp_path / "other.json"
    path.write_text(json.dumps(document))
    assert medalist("data", "diff", old, path).out == (
        "stage-play-2  appeared  Stage play 2\n"
        "cast/Nagi Ushio  confidence  two-sources → one-source\n"
        "manga-start  went  Manga begins, 2019 (two sources)\n"
    )


def test_a_date_not_announced_yet_is_tba(medalist: Program, tmp_path: Path, old: Path) -> None:
    path = file(tmp_path, "tba.json", when=None)
    assert medalist("data", "diff", path, old).out == (
        "film  TBA (one source) → Fri 19 Feb 2027 (one source)\n"
    )


def test_spoilers_are_not_compared(medalist: Program, tmp_path: Path) -> None:
    document = json.loads(SERIES.read_text())
    document["episodes"][2]["summary"] = "The boat burns."
    path = tmp_path / "later.json"
    path.write_text(json.dumps(document))
    assert medalist("data", "diff", SERIES, path).out == (
        "s1e3  summary  The boathouse burns on the night before the regatta. → The boat burns.\n"
    )
    hidden = medalist("data", "diff", SERIES, path, "--seen", "S1E1")
    assert (hidden.code, hidden.out) == (0, "")
    assert hidden.err == "medalist: note: spoilers after S1E1 hidden (4 episodes)\n"


def test_one_of_the_files_may_be_stdin(
    medalist: Program, old: Path, new: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(new.read_bytes())))
    assert medalist("data", "diff", old, "-") == (1, FILM, "")


@pytest.mark.parametrize("command", ["diff", "merge"])
def test_stdin_can_be_read_only_once(medalist: Program, command: str) -> None:
    ended = medalist("data", command, "-", "-")
    line = "medalist: error: stdin can be read only once: give one - at most\n"
    assert ended == (2, "", line)


def test_a_bad_file_is_named_with_the_path(medalist: Program, tmp_path: Path, old: Path) -> None:
    path = tmp_path / "bad.json"
    path.write_text("{}")
    line = f"medalist: error: {path}: $: object missing required field `schema_version`\n"
    assert medalist("data", "diff", old, path) == (3, "", line)
    assert medalist("data", "diff", path, old) == (3, "", line)


def test_two_files_are_needed(medalist: Program, old: Path) -> None:
    ended = medalist("data", "diff", old)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("medalist: error: NEW is missing\n")


def test_nothing_of_a_file_is_obeyed(medalist: Program, tmp_path: Path, old: Path) -> None:
    path = file(tmp_path, "hostile.json", title="x\x1b]0;owned\x07\n→ [red]")
    ended = medalist("data", "diff", old, path)
    assert ended.out == "film  title  Still Water Eight: The Regatta → x^[]0;owned^G → [red]\n"
