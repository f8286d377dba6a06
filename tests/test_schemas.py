"""What a script reads today it can read tomorrow: the JSON Schemas of the last release.

tests/schemas has them. A key may be added; none may go, and none may change its type. After a
release, `pytest tests/test_schemas.py --schemas-update` replaces them, and only then.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from conftest import ROOT, SERIES, Program
from everything import every_command

from medalist_cli.commands.data.schema import _types

SCHEMAS = Path(__file__).parent / "schemas"
COMMANDS = [" ".join(path) for path, command in every_command() if path and _types(command)]
ASKED = {
    "plan": ("--by", "film"),
    "search": ("nagi",),
    "data install": (str(SERIES), "--force"),
    "data diff": (str(SERIES), str(ROOT / "data" / "medalist.json")),
}
"""Words of commands that need some."""


def snapshot(name: str) -> Any:
    return json.loads((SCHEMAS / f"{name.replace(' ', '-')}.json").read_bytes())


@pytest.mark.parametrize("name", ["dataset", *COMMANDS])
def test_every_schema_has_a_snapshot(
    medalist: Program, request: pytest.FixtureRequest, name: str
) -> None:
    path = SCHEMAS / f"{name.replace(' ', '-')}.json"
    if request.config.getoption("--schemas-update"):
        SCHEMAS.mkdir(exist_ok=True)
        words = () if name == "dataset" else (name,)
        path.write_text(medalist("data", "schema", *words).out, "utf-8")
    assert path.is_file()


def test_no_snapshot_is_of_a_command_that_is_gone() -> None:
    names = {name.replace(" ", "-") for name in ("dataset", *COMMANDS)}
    assert {path.stem for path in SCHEMAS.iterdir()} <= names


@pytest.mark.parametrize("name", COMMANDS)
def test_an_answer_of_today_is_valid_by_the_last_release(rower: Program, name: str) -> None:
    ended = rower(*name.split(), *ASKED.get(name, ()), "--json")
    answer = json.loads(ended.out)
    assert answer
    jsonschema.Draft202012Validator(snapshot(name)).validate(answer)


@pytest.mark.parametrize("path", [SERIES, ROOT / "data" / "medalist.json"], ids=lambda p: p.name)
def test_a_dataset_of_today_is_valid_by_the_last_release(path: Path) -> None:
    schema = snapshot("dataset")
    jsonschema.Draft202012Validator(schema).validate(json.loads(path.read_bytes()))


def keys(schema: Any, kind: str = "") -> Iterator[str]:
    """Yield `Record.key` for every key, and `Record.key!` for one that is always there."""
    for name, part in schema.get("$defs", {}).items():
        yield from keys(part, name)
    for key in schema.get("properties", {}):
        yield f"{kind}.{key}"
    for key in schema.get("required", ()):
        yield f"{kind}.{key}!"


@pytest.mark.parametrize("name", COMMANDS)
def test_no_key_of_an_answer_is_gone(medalist: Program, name: str) -> None:
    today = json.loads(medalist("data", "schema", name).out)
    assert set(keys(snapshot(name))) - set(keys(today)) == set()


def test_no_key_of_a_dataset_is_gone_and_none_is_newly_required(medalist: Program) -> None:
    today, before = json.loads(medalist("data", "schema").out), snapshot("dataset")
    known, was = set(keys(today)), set(keys(before))
    assert {key for key in was if not key.endswith("!")} - known == set()
    assert {key for key in known - was if key.endswith("!")} == set()


def test_a_key_that_goes_or_changes_is_noticed() -> None:
    before = snapshot("cast")
    kind = next(name for name, part in before["$defs"].items() if "actor" in part["properties"])
    after = json.loads(json.dumps(before))
    del after["$defs"][kind]["properties"]["actor"]
    assert set(keys(before)) - set(keys(after)) == {f"{kind}.actor"}
