"""Ten times the records take at most twelve times the work, in every command.

Work is counted in lines of the package that run, so the result is the same on a busy machine.
"""

import copy
import itertools
import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from conftest import SERIES, Ended, answered
from everything import every_command
from test_gate import reads_named_files

PACKAGE = str(Path(__file__).parent.parent / "medalist_cli")
FEW, MANY = 30, 300
MOST = 12
"""Times the work for ten times the records; a sort grows a little faster than its input."""

OWN_WORDS = {
    ("countdown",): ("m7",),
    ("is", "out"): ("m7",),
    ("is", "within"): ("900d", "m7"),
    ("plan",): ("--by", "m7"),
    ("init",): ("bash",),
    ("search",): ("event",),
}
"""Words of commands that need some, or that would else read less."""
NO_DATASET = {("data", "import"), ("data", "path"), ("data", "schema"), ("help",)}


def grown(amount: int) -> Any:
    """Return a dataset with so many records in each list; dates without a day follow each other."""
    document = json.loads(SERIES.read_bytes())
    lists = [name for name, listed in document.items() if isinstance(listed, list)]
    for name in lists:
        listed = document[name]
        document[name] = [_record(name, listed[i % len(listed)], i) for i in range(amount)]
    document["anchor"] = "m7"
    return document


def _record(name: str, record: dict[str, Any], i: int) -> dict[str, Any]:
    gone = {"since", "note_since", "premise_since", "expect_since", "milestone", "claims", "was"}
    record = {key: value for key, value in copy.deepcopy(record).items() if key not in gone}
    own: dict[str, Any] = {"sources": [f"w{i}"]}
    if "season" in record:
        own["season"] = i + 1
    match name:
        case "sources":
            own = {"id": f"w{i}"}
        case "cast" | "staff":
            own["seasons"] = [i + 1]
            record.pop("first", None)
        case "episodes":
            own |= {"episode": 1, "number": i + 1}
        case "dubs":
            record.pop("crew", None)
        case "milestones":
            record.pop("episode", None)
            own |= {"id": f"m{i}", "title": f"Event {i}", "season": i + 1, "headline": i == 7}
            own["when"] = {"date": f"20{i % 90 + 10}", "zone": "Asia/Tokyo"}
            if i % 2:
                own["when"] |= {"date": f"20{i % 90 + 10}-03-04", "clock": "25:30"}
            elif i > 1:
                own["after"] = f"m{i - 2}"
    return record | own


def lines_run(run: Callable[[], Ended]) -> tuple[int, Ended]:
    """Return how many lines of the package a run takes, and how it ended."""
    count = itertools.count()

    def inside(_frame: FrameType, event: str, _: Any) -> Any:
        if event == "line":
            next(count)
        return inside

    def entered(frame: FrameType, _event: str, _: Any) -> Any:
        return inside if frame.f_code.co_filename.startswith(PACKAGE) else None

    before = sys.gettrace()
    sys.settrace(entered)
    try:
        ended = run()
    finally:
        sys.settrace(before)
    return next(count), ended


def words(path: tuple[str, ...], command: Any, folder: Path, amount: int) -> tuple[str, ...]:
    first, second = (str(folder / f"{amount}.{name}.json") for name in "ab")
    if reads_named_files(command):
        return (*path, first, *([second] if path[-1] in {"diff", "merge"} else []))
    return (*path, *OWN_WORDS.get(path, ()), "--data", first)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("growth")
    for amount in (FEW, MANY):
        document = grown(amount)
        (made / f"{amount}.a.json").write_text(json.dumps(document))
        document["show"]["id"] = "other"
        for each in document["milestones"]:
            each["title"] += " moved"
        (made / f"{amount}.b.json").write_text(json.dumps(document))
    return made


COMMANDS = {path: command for path, command in every_command() if path not in NO_DATASET}


@pytest.mark.parametrize("columns", [0, 100])
@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_ten_times_the_records_take_ten_times_the_work(
    folder: Path, path: tuple[str, ...], columns: int
) -> None:
    def run(amount: int) -> Callable[[], Ended]:
        line = words(path, COMMANDS[path], folder, amount)
        return lambda: answered(*line, columns=columns, now="2016-11-22T12:00Z")

    run(FEW)()  # what is imported once counts for neither
    few, ended = lines_run(run(FEW))
    many, also = lines_run(run(MANY))
    assert (ended.code, also.code) in {(0, 0), (1, 1)}
    assert many > 5_000  # it has read the dataset
    assert many / few <= MOST


def test_dates_that_follow_each_other_may_be_a_chain_of_any_length(tmp_path: Path) -> None:
    document = json.loads(SERIES.read_bytes())
    first = document["milestones"][0]
    document["milestones"] += [
        {**first, "id": f"c{i}", "title": f"Link {i}", "after": f"c{i - 1}" if i else "film"}
        for i in range(5_000)
    ]
    file = tmp_path / "chain.json"
    file.write_text(json.dumps(document))
    ended = answered("schedule", "--data", str(file), "--json", "--fields", "id")
    assert ended.code == 0
    found = [row["id"] for row in json.loads(ended.out)]
    assert [name for name in found if name[0] == "c" and name[1:].isdecimal()] == [
        f"c{i}" for i in range(5_000)
    ]


def test_dates_that_follow_each_other_in_a_circle_are_in_an_order(tmp_path: Path) -> None:
    document = json.loads(SERIES.read_bytes())
    first = document["milestones"][0]
    document["milestones"] += [
        {**first, "id": name, "after": after}
        for name, after in (("x", "y"), ("y", "x"), ("z", "x"))
    ]
    file = tmp_path / "circle.json"
    file.write_text(json.dumps(document))
    ended = answered("schedule", "--data", str(file), "--json", "--fields", "id")
    found = [row["id"] for row in json.loads(ended.out) if row["id"] in {"x", "y", "z"}]
    assert (ended.code, sorted(found)) == (0, ["x", "y", "z"])
    assert found.index("x") < found.index("z")


@pytest.mark.parametrize("more", [0, 1])
def test_more_than_2000_records_are_columns_on_a_terminal_too(tmp_path: Path, more: int) -> None:
    document = json.loads(SERIES.read_bytes())
    one = document["cast"][0]
    document["cast"] = [
        one | {"character": {"given": f"Nagi{i}", "family": "Ushio"}} for i in range(2_000 + more)
    ]
    file = tmp_path / "cast.json"
    file.write_text(json.dumps(document))
    terminal = answered("cast", "--data", str(file), columns=80, env={"NO_COLOR": "1"})
    piped = answered("cast", "--data", str(file))
    assert (terminal.out == piped.out) is bool(more)
