"""The log of sent reminders: each notice is new once, even with concurrent runs."""

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


def test_a_notice_never_recorded_is_new(path: Path) -> None:
    assert notified.first_time(path, "film", ["1h", "1d"]) == ["1h", "1d"]


def test_a_recorded_notice_is_not_new(path: Path) -> None:
    notified.first_time(path, "film", ["1h", "1d"])
    assert notified.first_time(path, "film", ["1h", "1d"]) == []


def test_only_new_notices_are_returned(path: Path) -> None:
    notified.first_time(path, "film", ["1d"])
    assert notified.first_time(path, "film", ["1h", "1d"]) == ["1h"]


def test_a_notice_is_new_for_another_key(path: Path) -> None:
    notified.first_time(path, "film", ["1d"])
    assert notified.first_time(path, "event", ["1d"]) == ["1d"]


def test_recording_one_key_keeps_the_others(path: Path) -> None:
    notified.first_time(path, "film", ["1d"])
    notified.first_time(path, "event", ["1d"])
    assert notified.first_time(path, "film", ["1d"]) == []


def test_no_file_is_created_without_notices(path: Path) -> None:
    assert notified.first_time(path, "film", []) == []
    assert not path.parent.exists()


def test_the_file_is_plain_json(path: Path) -> None:
    notified.first_time(path, "show/film", ["1h", "1d"])
    assert json.loads(path.read_text()) == {"show/film": ["1h", "1d"]}


def test_a_symlink_to_the_record_is_followed(path: Path, tmp_path: Path) -> None:
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
def test_an_invalid_file_is_an_error_and_is_kept(path: Path, content: str) -> None:
    path.parent.mkdir()
    path.write_text(content, errors="surrogatepass")
    before = path.read_bytes()
    with pytest.raises(OutputError) as refusal:
        notified.first_time(path, "film", ["1d"])
    assert refusal.value.message == f"{path}: not a medalist state file"
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


def test_a_failed_write_keeps_the_old_record(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
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
def test_only_one_of_several_processes_finds_a_key_new(path: Path) -> None:
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
    printed = [key for run in runs for key in run.communicate()[0].split()]
    assert sorted(printed, key=int) == [str(key) for key in range(20)]


def test_a_fifo_is_refused_without_blocking(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    with pytest.raises(OutputError, match="not a regular file"):
        notified.first_time(tmp_path / "fifo", "film", ["1d"])
