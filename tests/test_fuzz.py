"""Random datasets and command lines: each is answered, or refused with a short error.

`MEDALIST_TEST_EXAMPLES=5000 pytest -m thorough tests/test_fuzz.py` tries more, different ones on
each run.
"""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import SERIES, answered
from hypothesis import given
from hypothesis import strategies as st
from render.hard import HOSTILE, KANJI, obeyed

from medalist_cli.errors import DatasetError
from medalist_cli.storage import untrusted

pytestmark = pytest.mark.thorough

DOCUMENT = json.loads(SERIES.read_bytes())
SEEDS = sorted((Path(__file__).parent / "seeds").iterdir())
"""Files with which the fuzzer atheris reached new code in the reader."""

Place = tuple[str | int, ...]


def places(value: Any, place: Place = ()) -> Iterator[Place]:
    """Yield the place of every value except the root."""
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield (*place, key)
            yield from places(value[key], (*place, key))


PLACES = [*places(DOCUMENT)]

WRONG: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 2, 9999, 10_000, 10**30, 1.0, 0.5, "", " ", "x", HOSTILE, KANJI),
    *("s1e1", "s9e9", "film", "next", "-h", "{}", "%s", "--", "x" * 5000, "\U0010ffff", "e\u0301"),
    *("2027", "2026-01", "2026-01-24", "2026-02-30", "1900-01-01", "2200-12-31", "0001", "9999"),
    *("25:30", "29:59", "30:00", "Asia/Tokyo", "Pacific/Kiritimati", "America", "..", "UTC"),
    *("two-sources", "episode", "replaced", "javascript:x", "file:///x", "http://example.org"),
    *([], {}, [1], [None], [""], [[]], ["s1e1"], [1, 1], {"a": 1}, {"date": "2027"}),
)
MISSING = object()

COMMANDS = (
    *((), ("countdown",), ("countdown", "film"), ("countdown", "next"), ("countdown", "s1e1")),
    *(("schedule",), ("is", "out"), ("is", "today"), ("is", "live"), ("is", "within", "3d")),
    *(("cast",), ("cast", "nagi"), ("cast", "--new"), ("staff",), ("staff", "--returning")),
    *(
        ("recap",),
        ("recap", "1", "-e", "2"),
        ("season",),
        ("season", "2"),
        ("where",),
        ("sources",),
    ),
    *(("glossary",), ("plan", "--by", "film"), ("calendar",), ("sources", "--conflicts")),
    *(("data", "show"), ("data", "validate", "{}"), ("init", "bash")),
)


def change(place: Place, value: Any, document: Any) -> None:
    """Set or delete the value at a place; do nothing if the place no longer exists."""
    *way, last = place
    try:
        for key in way:
            document = document[key]
        if value is MISSING:
            del document[last]
        else:
            document[last] = copy.deepcopy(value)
    except (IndexError, KeyError, TypeError):  # an earlier change removed the place
        return


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz") / "fuzzed.json"


changes = st.lists(
    st.tuples(st.sampled_from(PLACES), st.sampled_from((*WRONG, MISSING))), min_size=1, max_size=3
)
moments = st.sampled_from(
    ["2026-11-22T12:00Z", "0002-01-01", "9998-12-31", "2026-03-29T02:30", "2027-01-09T16:30Z"]
)


@given(changes, st.sampled_from(COMMANDS), st.booleans(), moments, st.sampled_from([0, 20, 80]))
def test_a_changed_dataset_is_answered_or_refused_in_one_line(
    file: Path, changes: Any, command: tuple[str, ...], seen: bool, now: str, columns: int
) -> None:
    document = copy.deepcopy(DOCUMENT)
    for place, value in changes:
        change(place, value, document)
    file.write_text(json.dumps(document))
    arguments = [word.replace("{}", str(file)) for word in command]
    if "validate" not in arguments:
        arguments += ["--data", str(file), *(["--seen", "S1E2"] if seen else [])]
    ended = answered(*arguments, now=now, columns=columns)
    assert (ended.code in (0, 1, 2, 3), obeyed(ended.err)) == (True, [])
    assert ended.code == 0 or ended.out == ""
    if ended.code == 3:
        lines = ended.err.splitlines()
        assert all(line.startswith(f"medalist: error: {file}: $") for line in lines)
        assert len(lines) == 1 or "validate" in arguments


@given(changes)
def test_check_and_reader_refuse_the_same_files(file: Path, changes: Any) -> None:
    document = copy.deepcopy(DOCUMENT)
    for place, value in changes:
        change(place, value, document)
    file.write_text(json.dumps(document))
    assert is_refused(untrusted.dataset, file) == is_refused(_check, file)


def _check(path: Path) -> tuple[str, ...]:
    return untrusted.checked(*untrusted.given(path))


def is_refused(read: Any, path: Path) -> bool:
    faults: tuple[str, ...] = ()
    try:
        read(path)
    except DatasetError as error:
        faults = error.details
    assert all(fault.startswith(f"{path}: ") and "\n" not in fault for fault in faults)
    return bool(faults)


OPTIONS = (
    *("-f", "--format", "--force", "--json", "--fields", "--template", "--width"),
    *("--tz", "--now", "--seen", "--names", "--name-order", "--data", "--color", "--season", "-s"),
    *("--new", "--returning", "--role", "--upcoming", "--kind", "--episode", "-e", "--by", "--at"),
    *("--per-week", "--alarm", "--conflicts", "--every", "-h", "-V", "--help", "--", "-"),
    *("--no-prompt", "--no-completion", "--wat", "-x", "--json=1", "--width=5", "-fjson"),
)
VALUES = (
    *("json", "table", "csv", "svg", "ics", "waybar", "nope", "ja", "both", "always", "S1E10"),
    *("none", "9x9", "season,episode", "a,b", ",", "{title}", "{title.x}", "{", "{{}}", "0", "1"),
    *("-1", "99999", "²", "1d", "1d,1h", "9999999d", "Asia/Tokyo", "Mars", "..", "2026-01-24"),
    *(
        "2026-03-29T02:30",
        "9998-12-31T23:59:59-23:59",
        "now",
        "film",
        "s1e1",
        "next",
        "bash",
        "cast",
    ),
    *("", " ", HOSTILE.replace("\0", ""), KANJI, "\udcff\udcfe", "x" * 3000, "missing/file"),
)
NAMES = (
    *("countdown", "schedule", "is", "out", "within", "cast", "staff", "recap", "season", "where"),
    *("glossary", "plan", "calendar", "due", "sources", "data", "show", "schema", "path", "init"),
)
words = st.sampled_from(OPTIONS) | st.sampled_from(VALUES) | st.sampled_from(NAMES) | st.text()


@given(
    st.lists(st.sampled_from(NAMES), max_size=2),
    st.lists(words.filter(lambda word: not word.startswith(("-o", "--o", "--st"))), max_size=5),
    st.sampled_from(["utf-8", "ascii", "cp932"]),
)
def test_any_command_line_is_answered_or_refused_in_two_lines(
    tmp_path_factory: pytest.TempPathFactory, names: list[str], words: list[str], encoding: str
) -> None:
    state = str(tmp_path_factory.getbasetemp() / "state")
    ended = answered(*names, *words, encoding=encoding, env={"XDG_STATE_HOME": state})
    assert ended.code in (0, 1, 2, 3, 4)
    assert ended.code == 0 or ended.out == ""
    lines = [line for line in ended.err.splitlines() if not line.startswith("medalist: note: ")]
    assert len(lines) <= 2
    assert bool(lines) == (ended.code != 0) or "is" in names
    assert obeyed(ended.err) == []


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name)
def test_a_fuzzer_seed_is_read_or_refused_in_one_line(seed: Path) -> None:
    assert is_refused(untrusted.dataset, seed) == is_refused(_check, seed)
