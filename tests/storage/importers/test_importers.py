"""What holds for every importer: whatever goes in, a valid dataset or one line comes out."""

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from medalist_cli.errors import UsageError
from medalist_cli.model.dataset import Dataset
from medalist_cli.queries import merge
from medalist_cli.storage import importers, validation

FIXTURES = Path(__file__).parent / "fixtures"
NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)

SERVICES = {
    "anilist": ["anilist.json"],
    "bangumi": ["bangumi.json", "bangumi-items.json"],
    "ics": ["google.ics", "sonarr.ics"],
    "tvmaze": ["tvmaze.json", "tvmaze-episodes.json"],
}
EVERY = [(name, file) for name, files in SERVICES.items() for file in files]
DOCUMENTS = [(name, file) for name, file in EVERY if file.endswith(".json")]
CALENDARS = [(name, file) for name, file in EVERY if file.endswith(".ics")]

slow = settings(suppress_health_check=list(HealthCheck))


def datasets(name: str, content: bytes, now: dt.datetime = NOW) -> tuple[Dataset, ...]:
    return importers.named(name).read(content, now).datasets


def fixture(file: str) -> bytes:
    return FIXTURES.joinpath(file).read_bytes()


def faults(dataset: Dataset) -> list[str]:
    """Return what is wrong with a dataset once it was written to a file and read back."""
    document = json.loads(msgspec.json.encode(dataset))
    found = list(validation.structural_errors(document))
    return found or list(validation.semantic_errors(msgspec.convert(document, Dataset)))


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of every value inside a document."""
    yield path
    items = value.items() if isinstance(value, dict) else ()
    for key, inner in items or (enumerate(value) if isinstance(value, list) else ()):
        yield from places(inner, (*path, key))


def replaced(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    """Return a document with another value at a path."""
    if not path:
        return new
    copy: Any = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = replaced(value[path[0]], path[1:], new)
    return copy


odd: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(-5, 10**10),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(),
    st.sampled_from([
        "", " ", "TBA", "0000-00-00", "2026-02-30", "2026-13", "9999-12-31T23:59:59Z",
        "0001-01-01T00:00:00+14:00", "2026-01-01T00:00:00", "R/2026-01-01T00:00:00Z/P0D",
        "R/1950-01-01T00:00:00Z/P1D", "R//P7D", "25:30", "a/b", "\x00", "\u202e", "Nowhere/Zone",
    ]),
    st.lists(st.none() | st.integers() | st.text(), max_size=3),
    st.dictionaries(st.text(max_size=5), st.none() | st.integers(), max_size=3),
)  # fmt: skip


def check(name: str, content: bytes) -> None:
    """Assert that an import of `content` is valid, also merged, or is refused in one line."""
    try:
        found = datasets(name, content)
    except ValueError as error:
        line = str(error)
        assert line.startswith(("$", "line ", "not ", "nested ", "is ", "looks "))
        assert line
        return
    assert found
    assert [faults(dataset) for dataset in found] == [[]] * len(found)
    merged = merge.merge(found)
    assert faults(merged) == []
    assert len(merged.shows) == len(found)


def test_every_importer_has_a_fixture() -> None:
    assert importers.names() == tuple(sorted(SERVICES))


def test_an_unknown_importer_lists_the_known_ones() -> None:
    with pytest.raises(UsageError) as caught:
        importers.named("_build")
    assert caught.value.advice == f"Known: {', '.join(importers.names())}."


@pytest.mark.parametrize(("name", "file"), EVERY)
def test_an_import_is_valid(name: str, file: str) -> None:
    check(name, fixture(file))


@pytest.mark.parametrize(("name", "file"), EVERY)
def test_every_record_has_one_source_and_is_of_the_day(name: str, file: str) -> None:
    for dataset in datasets(name, fixture(file)):
        assert dataset.as_of == NOW.date()
        assert len(dataset.sources) == 1
        lists = (getattr(dataset, field) for field in dataset.__struct_fields__)
        records = [each for listed in lists if isinstance(listed, tuple) for each in listed]
        sourced = [each for each in records if hasattr(each, "confidence")]
        assert sourced
        assert {each.confidence for each in sourced} == {"one-source"}
        assert {each.sources for each in sourced} == {(dataset.sources[0].id,)}


@pytest.mark.parametrize(("name", "file"), EVERY)
def test_ids_are_the_same_a_week_later(name: str, file: str) -> None:
    def ids(now: dt.datetime) -> list[str]:
        found = datasets(name, fixture(file), now)
        return [f"{each.show.id}/{m.id}" for each in found for m in each.milestones]

    assert ids(NOW) == ids(NOW + dt.timedelta(days=7))


@pytest.mark.parametrize(("name", "file"), DOCUMENTS)
@given(data=st.data())
@slow
def test_a_document_with_anything_anywhere_is_imported_or_refused(
    name: str, file: str, data: st.DataObject
) -> None:
    document = json.loads(fixture(file))
    for _ in range(data.draw(st.integers(1, 3))):
        path = data.draw(st.sampled_from(list(places(document))))
        document = replaced(document, path, data.draw(odd))
    check(name, json.dumps(document).encode())


@pytest.mark.parametrize(("name", "file"), DOCUMENTS)
def test_a_document_without_a_key_is_imported_or_refused(name: str, file: str) -> None:
    document = json.loads(fixture(file))
    for path in places(document):
        if path and isinstance(path[-1], str):
            above = document
            for key in path[:-1]:
                above = above[key]
            less = {key: value for key, value in above.items() if key != path[-1]}
            check(name, json.dumps(replaced(document, path[:-1], less)).encode())


@pytest.mark.parametrize(("name", "file"), CALENDARS)
@given(data=st.data())
@slow
def test_a_calendar_with_any_line_is_imported_or_refused(
    name: str, file: str, data: st.DataObject
) -> None:
    lines = fixture(file).decode().split("\r\n")
    for _ in range(data.draw(st.integers(1, 3))):
        index = data.draw(st.integers(0, len(lines) - 1))
        key, colon, value = lines[index].partition(":")
        new = st.text(st.characters(codec="utf-8")) | st.sampled_from([
            "19000101", "00010101T000000Z", "99991231T235959Z", "P1D", "20260101/PT1H", "-PT5M",
            "FREQ=WEEKLY", "", "x",
        ])  # fmt: skip
        changed = st.sampled_from([f"{key}{colon}{{}}", f"{{}}{colon}{value}", "{}", f"{key};{{}}"])
        lines[index] = data.draw(changed).replace("{}", data.draw(new), 1)
    check(name, "\r\n".join(lines).encode())


@pytest.mark.parametrize("name", SERVICES)
@given(content=st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
@slow
def test_bytes_of_any_kind_are_refused_in_one_line(name: str, content: bytes) -> None:
    check(name, content)


@pytest.mark.parametrize("name", SERVICES)
def test_another_service_is_refused_in_one_line(name: str) -> None:
    for other, file in EVERY:
        if other != name:
            check(name, fixture(file))


@pytest.mark.parametrize("name", SERVICES)
@pytest.mark.parametrize("depth", [50, 900, 100_000])
def test_a_deep_document_is_refused_in_one_line(name: str, depth: int) -> None:
    check(name, b'{"data":' * depth + b"1" + b"}" * depth)
    check(name, b"[" * depth + b"]" * depth)
