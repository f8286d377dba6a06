"""State files and the installed dataset when many runs write, and when one is killed."""

import itertools
import json
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import PROGRAM, ROOT, SERIES, clean, process

from medalist_cli.storage import files

RUNS = 50
HOUR_BEFORE = "2027-01-09T15:30Z"
KILLED = """
import os, signal, sys
from pathlib import Path
step = int(sys.argv[1])
def counted(real):
    def call(*arguments, **options):
        global step
        step -= 1
        if step == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*arguments, **options)
    return call
for name in ("open", "fsync", "replace", "unlink"):
    setattr(os, name, counted(getattr(os, name)))
from medalist_cli.storage import files
files.replace(Path(sys.argv[2]), b"new")
"""


def together(*arguments: str, env: dict[str, str], runs: int = RUNS) -> list[tuple[int, str]]:
    """Run a command many times at once; return exit codes and what they print."""
    started = [
        subprocess.Popen(
            [*PROGRAM, *(word.format(n=n) for word in arguments)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            text=True,
            cwd=ROOT,
            env=clean(**env),
        )
        for n in range(runs)
    ]
    ended = [(run.communicate(timeout=120)[0], run.returncode) for run in started]
    return [(code, out) for out, code in ended]


def homes(tmp_path: Path) -> dict[str, str]:
    names = ("STATE", "DATA")
    return {"HOME": str(tmp_path)} | {f"XDG_{each}_HOME": str(tmp_path / each) for each in names}


@pytest.mark.thorough
def test_of_50_runs_at_once_one_prints_the_reminder(tmp_path: Path) -> None:
    env = homes(tmp_path) | {"MEDALIST_NOW": HOUR_BEFORE}
    ended = together("due", "--data", str(SERIES), env=env)
    printed = [out for code, out in ended if code == 0 and out]
    # A run that waits for 49 others may give up; it has printed nothing then, and says why.
    assert {code for code, _ in ended} <= {0, 4}
    assert all("another medalist is using" in out for code, out in ended if code == 4)
    assert len(printed) == 1
    assert stat.S_IMODE((tmp_path / "STATE" / "medalist").stat().st_mode) == 0o700


@pytest.mark.thorough
def test_50_runs_at_once_lose_no_show_that_another_has_seen(tmp_path: Path) -> None:
    document = json.loads(SERIES.read_bytes())
    for n in range(RUNS):
        document["show"]["id"] = f"show-{n}"
        (tmp_path / f"{n}.json").write_text(json.dumps(document))
    ended = together("seen", "S1E1", "--data", f"{tmp_path}/{{n}}.json", env=homes(tmp_path))
    kept = json.loads((tmp_path / "STATE" / "medalist" / "seen.json").read_bytes())
    assert len(kept) == sum(code == 0 for code, _ in ended) > 0
    assert {code for code, _ in ended} <= {0, 4}


@pytest.mark.thorough
def test_50_installs_at_once_leave_one_whole_dataset(tmp_path: Path) -> None:
    ended = together("data", "install", "--force", str(SERIES), env=homes(tmp_path))
    folder = tmp_path / "DATA" / "medalist"
    assert {code for code, _ in ended} == {0}
    assert (folder / "medalist.json").read_bytes() == SERIES.read_bytes()
    assert [each.name for each in folder.iterdir()] == ["medalist.json"]


@pytest.mark.thorough
def test_a_run_that_is_killed_at_any_step_leaves_the_old_file_or_the_new(tmp_path: Path) -> None:
    target = tmp_path / "due.json"
    seen = set()
    for step in itertools.count(1):
        target.write_bytes(b"old")
        command = (sys.executable, "-c", KILLED, str(step), str(target))
        ended = subprocess.run(command, cwd=ROOT, env=clean(), check=False, timeout=60)
        seen.add((target.read_bytes(), ended.returncode))
        if ended.returncode == 0:
            break
        assert ended.returncode == -signal.SIGKILL
    assert step > 3
    assert seen == {(b"old", -signal.SIGKILL), (b"new", -signal.SIGKILL), (b"new", 0)}


@pytest.mark.thorough
def test_a_killed_run_does_not_keep_the_lock(tmp_path: Path) -> None:
    code = (
        "import os, signal, sys\nfrom pathlib import Path\nfrom medalist_cli.storage import state\n"
        "with state.locked(Path(sys.argv[1])):\n os.kill(os.getpid(), signal.SIGKILL)"
    )
    path = tmp_path / "due.json"
    subprocess.run([sys.executable, "-c", code, str(path)], cwd=ROOT, env=clean(), check=False)
    env = {"MEDALIST_NOW": HOUR_BEFORE}
    ended = process(*PROGRAM, "due", "--data", str(SERIES), "--state", str(path), env=env)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out


@pytest.mark.thorough
@pytest.mark.parametrize(
    "words", [("seen", "S1E1"), ("due",), ("data", "install", "--force", str(SERIES))]
)
def test_a_home_that_is_no_folder_is_one_line_and_exit_code_4(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    (tmp_path / "home").write_text("")
    home = str(tmp_path / "home")
    env = {"HOME": home, "XDG_STATE_HOME": "", "XDG_DATA_HOME": "", "MEDALIST_NOW": HOUR_BEFORE}
    data = () if words[0] == "data" else ("--data", str(SERIES))
    ended = process(*PROGRAM, *words, *data, env=env)
    assert (ended.code, ended.out) == (4, "")
    assert ended.err.startswith("medalist: error: ")
    assert "Not a directory" in ended.err


@pytest.mark.thorough
@pytest.mark.parametrize(
    "words", [("seen", "S1E1"), ("due",), ("data", "install", "--force", str(SERIES))]
)
def test_without_a_home_nothing_is_made_in_the_working_directory(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    env = {"HOME": "", "XDG_STATE_HOME": "", "XDG_DATA_HOME": "", "MEDALIST_NOW": HOUR_BEFORE}
    env["PYTHONPATH"] = str(ROOT)
    data = () if words[0] == "data" else ("--data", str(SERIES))
    ended = process(*PROGRAM, *words, *data, env=env, cwd=tmp_path)
    assert (ended.code, ended.out) == (4, "")
    assert list(tmp_path.iterdir()) == []


def test_a_planted_link_is_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"kept")
    monkeypatch.setattr(os, "urandom", bytes)
    (tmp_path / f".medalist-{bytes(8).hex()}").symlink_to(victim)
    with pytest.raises(FileExistsError):
        files.replace(tmp_path / "out", b"new")
    assert victim.read_bytes() == b"kept"
    assert not (tmp_path / "out").exists()


def test_a_file_has_its_name_only_once_its_content_is_on_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out"
    order: list[tuple[str, int, bool]] = []
    sync, replace = os.fsync, os.replace

    def synced(descriptor: int) -> None:
        order.append(("sync", os.fstat(descriptor).st_size, target.exists()))
        sync(descriptor)

    def renamed(*names: Path) -> None:
        order.append(("rename", os.stat(names[0]).st_size, target.exists()))
        replace(*names)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(os, "replace", renamed)
    files.replace(target, b"x" * 100)
    assert order == [("sync", 100, False), ("rename", 100, False)]


def test_a_file_of_the_largest_size_is_read_and_one_byte_more_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "LARGEST", 2**20)
    file = tmp_path / "large"
    file.write_bytes(b"x" * 2**20)
    assert len(files.content(file)) == 2**20
    file.write_bytes(b"x" * (2**20 + 1))
    with pytest.raises(OSError, match="larger than 1 MiB"):
        files.content(file)


def test_a_file_of_several_million_bytes_is_read_whole(tmp_path: Path) -> None:
    file = tmp_path / "large"
    file.write_bytes(b"x" * 5_000_001)
    assert len(files.content(file)) == 5_000_001
