"""Untrusted dataset files, and every way they are refused."""

import errno
import json
import os
import re
import sys
from collections.abc import Iterator
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import msgspec
import pytest
from conftest import ROOT, SERIES

from medalist_cli.errors import DatasetError
from medalist_cli.storage import files, untrusted

SMALL = {
    "schema_version": 2,
    "as_of": "2026-11-22",
    "show": {"id": "show", "title": "Show"},
    "anchor": "film",
    "milestones": [
        {"id": "film", "title": "Film", "kind": "film", "sources": [], "confidence": "one-source"}
    ],
}


def refused(path: Path) -> str:
    with pytest.raises(DatasetError) as caught:
        untrusted.dataset(path)
    assert caught.value.message.count("\n") == 0
    return caught.value.message


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "own.json"


def test_a_file_needs_no_more_than_five_keys(file: Path) -> None:
    file.write_text(json.dumps(SMALL))
    assert untrusted.dataset(file).milestones[0].id == "film"


def test_a_byte_order_mark_is_ignored(file: Path) -> None:
    file.write_text(json.dumps(SMALL), "utf-8-sig")
    assert untrusted.dataset(file).show.title == "Show"


def test_a_symlink_is_followed(file: Path, tmp_path: Path) -> None:
    file.write_text(json.dumps(SMALL))
    link = tmp_path / "link.json"
    link.symlink_to(file)
    assert untrusted.dataset(link) == untrusted.dataset(file)


def test_unknown_keys_are_ignored_and_reported(file: Path) -> None:
    file.write_text(json.dumps(SMALL | {"colour": 1, "show": {**SMALL["show"], "a.b\x1b": {}}}))  # type: ignore[dict-item]
    assert untrusted.dataset(file).show.id == "show"
    assert untrusted.checked(*untrusted.given(file)) == ("$.show.a.b^[", "$.colour")


def test_an_encoded_dataset_is_read_back(file: Path, series: Path) -> None:
    file.write_bytes(msgspec.json.encode(untrusted.dataset(series)))
    assert untrusted.dataset(file) == untrusted.dataset(series)


@pytest.mark.parametrize("key", SMALL)
def test_a_file_without_a_required_key_is_refused(file: Path, key: str) -> None:
    file.write_text(json.dumps({name: value for name, value in SMALL.items() if name != key}))
    assert refused(file) == f"{file}: $: object missing required field `{key}`"


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("", "is empty"),
        ("[]", "$: expected `object`, got `array`"),
        ("null", "$: expected `object`, got `null`"),
        ('"映画"', "$: expected `object`, got `str`"),
        ('{"a": 1, "a": 2}', "$: duplicate key 'a'"),
        ('{"a": NaN}', "not JSON: NaN is not a number"),
        (json.dumps(SMALL | {"schema_version": 0}), "$.schema_version: invalid enum value 0"),
        (json.dumps(SMALL | {"anchor": True}), "$.anchor: expected `str`, got `bool`"),
        (json.dumps(SMALL | {"as_of": "2026-02-29"}), "$.as_of: invalid RFC3339 encoded date"),
        (json.dumps(SMALL | {"as_of": "2026-02"}), "$.as_of: invalid RFC3339 encoded date"),
        (json.dumps(SMALL | {"anchor": "flim"}), "$.anchor: no milestone has the id 'flim'"),
        (json.dumps(SMALL | {"anchor": "a\x1b\n"}), "$.anchor: no milestone has the id 'a^[ '"),
    ],
)  # fmt: skip
def test_the_first_problem_is_one_line_with_its_file_and_path(
    file: Path, content: str, what: str
) -> None:
    file.write_text(content)
    assert refused(file) == f"{file}: {what}"


NEWER = "was made for a newer version of medalist (this one reads 1 and 2)"


def test_a_file_for_a_newer_version_says_so_and_nothing_else(file: Path) -> None:
    file.write_text(json.dumps(SMALL | {"schema_version": 3, "milestones": "in a new form"}))
    assert refused(file) == f"{file}: $.schema_version: 3 {NEWER}"
    with pytest.raises(DatasetError) as caught:
        untrusted.checked(*untrusted.given(file))
    assert caught.value.details == (f"{file}: $.schema_version: 3 {NEWER}",)


@pytest.mark.parametrize(
    ("more", "what"),
    [
        ({"themes": []}, "$.themes: renamed to songs in schema version 2"),
        (
            {"streams": [{}, {"region": "Japan"}]},
            "$.streams[1].region: needs countries or everywhere_except since schema version 2",
        ),
        (
            {"conflicts": [{"seed_says": "x"}, {"seed_says": "y"}]},
            "$.conflicts[0].seed_says: renamed to article_says in schema version 2",
        ),
        ({"seasons": [{"arc": "x"}]}, "$.seasons[0].arc: moved to $.arcs in schema version 2"),
        (
            {"dubs": [{"text": "x"}]},
            "$.dubs[0].text: split into language, studio and crew in schema version 2",
        ),
    ],
)
def test_a_file_of_the_first_form_gets_one_error_that_says_what_changed(
    file: Path, more: dict[str, object], what: str
) -> None:
    file.write_text(json.dumps(SMALL | {"schema_version": 1} | more))
    assert refused(file) == f"{file}: {what}"


def test_a_check_of_the_first_form_reports_every_change(file: Path) -> None:
    old = {"schema_version": 1, "themes": [], "seasons": [{"arc": "x"}]}
    file.write_text(json.dumps(SMALL | old))
    with pytest.raises(DatasetError) as caught:
        untrusted.checked(*untrusted.given(file))
    assert [each.removeprefix(f"{file}: ").split(":")[0] for each in caught.value.details] == [
        "$.themes",
        "$.seasons[0].arc",
    ]


@pytest.mark.parametrize("where", ["countries", "everywhere_except"])
def test_a_file_of_version_1_without_the_old_keys_is_read(file: Path, where: str) -> None:
    stream = {
        "season": 1, "service": "S", "region": "Japan", where: ["JP"], "sources": [],
        "confidence": "one-source",
    }  # fmt: skip
    file.write_text(json.dumps(SMALL | {"schema_version": 1, "streams": [stream]}))
    assert untrusted.dataset(file).streams[0].region == "Japan"


def test_the_old_keys_are_merely_unknown_in_version_2(file: Path) -> None:
    file.write_text(json.dumps(SMALL | {"themes": []}))
    assert untrusted.checked(*untrusted.given(file)) == ("$.themes",)


def test_a_check_reports_every_problem(file: Path) -> None:
    milestone = {"id": 1, "title": "", "kind": "film"}
    file.write_text(json.dumps(SMALL | {"milestones": [milestone, milestone], "as_of": 0}))
    with pytest.raises(DatasetError) as caught:
        untrusted.checked(*untrusted.given(file))
    problems = (
        f"{file}: $.milestones[0].id: expected `str`, got `int`",
        f"{file}: $.milestones[1].id: expected `str`, got `int`",
        f"{file}: $.as_of: expected `date`, got `int`",
    )
    assert caught.value.details == problems
    assert caught.value.message == problems[0]


def test_a_missing_file_is_refused(file: Path) -> None:
    assert refused(file) == f"{file}: No such file or directory"


def test_a_directory_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path) == f"{tmp_path}: Is a directory"


def test_a_path_through_a_file_is_refused(file: Path) -> None:
    file.touch()
    assert refused(file / "more") == f"{file}/more: Not a directory"


def test_a_symlink_loop_is_refused(file: Path) -> None:
    file.symlink_to(file)
    assert refused(file) == f"{file}: Too many levels of symbolic links"


def test_a_too_long_name_is_refused(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 300)
    assert refused(path) == f"{path}: File name too long"


def test_a_name_with_nul_is_refused() -> None:
    assert refused(Path("a\0b")).startswith("a\0b: ")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_refused(file: Path) -> None:
    file.touch(mode=0)
    assert refused(file) == f"{file}: Permission denied"


def test_a_fifo_is_refused_without_blocking(file: Path) -> None:
    os.mkfifo(file)
    assert refused(file) == f"{file}: not a regular file"


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null"])
def test_a_device_is_refused(device: str) -> None:
    assert refused(Path(device)) == f"{device}: not a regular file"


def test_a_file_of_two_gigabytes_is_refused_as_too_large(file: Path) -> None:
    file.touch()
    os.truncate(file, 2**31)
    assert refused(file) == f"{file}: larger than 256 MiB"


def test_a_file_and_stdin_have_the_same_limit(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST", 2 * 2**20)
    whole, more = bytes(2 * 2**20), bytes(2 * 2**20 + 1)
    file.write_bytes(whole)
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(whole)))
    assert untrusted.given(file) == (str(file), whole)
    assert untrusted.given(Path("-")) == ("stdin", whole)
    file.write_bytes(more)
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(more)))
    for path, name in ((file, file), (Path("-"), "stdin")):
        with pytest.raises(DatasetError, match=f"^{name}: larger than 2 MiB$"):
            untrusted.given(path)


@pytest.mark.parametrize("error", [MemoryError(), OSError(errno.EIO, "Input/output error")])
def test_a_stdin_that_cannot_be_read_is_refused(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    class Broken(BytesIO):
        def read(self, *_: object) -> bytes:
            raise error

    monkeypatch.setattr(sys, "stdin", TextIOWrapper(Broken()))
    with pytest.raises(DatasetError) as caught:
        untrusted.given(Path("-"))
    reason = "Input/output error" if isinstance(error, OSError) else "not enough memory"
    assert caught.value.message == f"stdin: {reason}"


@pytest.mark.parametrize("url", ["http://a.example/b.json", "https://a.example/?of=http:/b"])
def test_a_url_is_refused_with_what_to_do(url: str) -> None:
    with pytest.raises(DatasetError) as caught:
        untrusted.dataset(Path(url))
    assert caught.value.message == f"{url}: is a URL, and medalist does not use the network"
    assert caught.value.advice == "Download it, then pass the file."


def test_unknown_ids_are_reported_beside_structural_problems(tmp_path: Path, series: Path) -> None:
    document = json.loads(series.read_text())
    document["cast"][0] = {"sources": ["nowhere"]}
    document["staff"][0]["sources"] = ["nobody"]
    file = tmp_path / "show.json"
    file.write_text(json.dumps(document))
    with pytest.raises(DatasetError) as failure:
        untrusted.checked(*untrusted.given(file))
    paths = [problem.removeprefix(f"{file}: ").split(":")[0] for problem in failure.value.details]
    assert sorted(paths) == ["$.cast[0]", "$.cast[0].sources[0]", "$.staff[0].sources[0]"]


def _lists_of_sources(value: Any, path: str = "$") -> Iterator[tuple[str, list[str]]]:
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
        place = f"{path}.{key}" if isinstance(value, dict) else f"{path}[{key}]"
        if key == "sources" and place != "$.sources":
            yield f"{place}[0]", inner
        elif isinstance(inner, dict | list):
            yield from _lists_of_sources(inner, place)


DATASETS = (SERIES, ROOT / "data" / "medalist.json")


@pytest.mark.parametrize("whole", DATASETS, ids=lambda path: path.name)
def test_an_unknown_source_is_refused_wherever_it_is(file: Path, whole: Path) -> None:
    document = json.loads(whole.read_bytes())
    kinds = set()
    for place, ids in _lists_of_sources(document):
        kind = re.sub(r"\[\d+\]", "[]", place)
        if ids and kind not in kinds:
            kinds.add(kind)
            kept, ids[0] = ids[0], "nobody"
            file.write_text(json.dumps(document))
            assert refused(file) == f"{file}: {place}: no source has the id 'nobody'"
            ids[0] = kept
    assert "$.dubs[].crew[].sources[]" in kinds
