"""What `due` remembers: each notice once, whoever asks at the same time."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, clean

from medalist_cli.errors import OutputError
from medalist_cli.storage import notified

RUNS = 6

RACE = """
import sys
from pathlib import Path
from medalist_cli.storage import notified
print("ready", flush=True)
sys.stdin.readline()
for key in map(str, range(20)):
    if notified.first_time(Path(sys.argv[1]), key, ["1d"]):
        print(key)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "due.json"


def test_what_was_never_said_is_new(path: Path) -> None:
    assert notified.first_time(path, "film", ["1h", "1d"]) == ["1h", "1d"]


def test_what_was_said_is_not_new(path: Path) -> None:
    notified.first_time(path, "film", ["1h", "1d"])
    assert notified.first_time(path, "film", ["1h", "1d"]) == []


def test_only_the_new_of_several_is_returned(path: Path) -> None:
    notified.first_time(path, "film", ["1d"])
    assert notified.first_time(path, "film", ["1h", "1d"]) == ["1h"]


def test_another_key_has_said_nothing(path: Path) -> None:
    notified.first_time(path, "film", ["1d"])
    assert notified.first_time(path, "event", ["1d"]) == ["1d"]


def test_another_key_forgets_nothing(path: Path) -> None:
    notified.first_time(path, "film", ["1d"])
    notified.first_time(path, "event", ["1d"])
    assert notified.first_time(path, "film", ["1d"]) == []


def test_nothing_to_say_touches_no_file(path: Path) -> None:
    assert notified.first_time(path, "film", []) == []
    assert not path.parent.exists()


def test_the_file_is_json_that_a_person_can_mend(path: Path) -> None:
    notified.first_time(path, "show/film", ["1h", "1d"])
    assert json.loads(path.read_text()) == {"show/film": ["1h", "1d"]}


def test_the_record_stands_where_links_lead(path: Path, tmp_path: Path) -> None:
    path.parent.mkdir()
    path.symlink_to(tmp_path / "kept.json")
    notified.first_time(path, "film", ["1d"])
    assert path.is_symlink()
    assert json.loads((tmp_path / "kept.json").read_text()) == {"film": ["1d"]}


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        "null",
        '{"film": "1d"}',
        '{"film": [1]}',
        '{"film": [], "film": []}',
        '"\ud800"',
        "[" * 100_000,
        "1" * 5_000,
        "\0",
    ],
)
def test_a_file_that_is_not_ours_is_an_error_and_stays(path: Path, content: str) -> None:
    path.parent.mkdir()
    path.write_text(content, errors="surrogatepass")
    before = path.read_bytes()
    with pytest.raises(OutputError) as refusal:
        notified.first_time(path, "film", ["1d"])
    assert refusal.value.message == f"{path}: not what medalist writes there"
    assert path.read_bytes() == before


def test_a_folder_in_place_of_the_file_is_an_error(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(OutputError) as refusal:
        notified.first_time(path, "film", ["1d"])
    assert refusal.value.message == f"{path}: Is a directory"


def test_a_file_in_place_of_the_folder_is_an_error(path: Path) -> None:
    path.parent.touch()
    with pytest.raises(OutputError) as refusal:
        notified.first_time(path, "film", ["1d"])
    assert refusal.value.message.startswith(f"{path}: ")


def test_a_record_that_cannot_be_written_leaves_the_old_one(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notified.first_time(path, "film", ["1d"])
    before = path.read_bytes()

    def broken(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", broken)
        with pytest.raises(OutputError):
            notified.first_time(path, "film", ["1h"])
    assert path.read_bytes() == before


@pytest.mark.thorough
def test_of_processes_at_once_each_key_is_new_to_one(path: Path) -> None:
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", RACE, str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env=clean(),
        )
        for _ in range(RUNS)
    ]
    for run in runs:
        assert run.stdout
        assert run.stdout.readline() == "ready\n"
    for run in runs:
        assert run.stdin
        run.stdin.write("\n")
        run.stdin.flush()
    said = [key for run in runs for key in run.communicate()[0].split()]
    assert sorted(said, key=int) == [str(key) for key in range(20)]


def test_a_fifo_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    with pytest.raises(OutputError, match="not a regular file"):
        notified.first_time(tmp_path / "fifo", "film", ["1d"])
