"""State files: one run at a time, in folders of their owner, whole or not at all."""

import json
import os
import stat
import sys
from pathlib import Path

import pytest

from medalist_cli.errors import OutputError
from medalist_cli.storage import seen, state


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "state" / "some.json"


def refused(path: Path) -> OutputError:
    with pytest.raises(OutputError) as caught, state.locked(path):
        pass
    return caught.value


def test_a_state_file_is_below_the_state_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "/some/state")
    assert state.file("due.json") == Path("/some/state/medalist/due.json")


@pytest.mark.parametrize("value", ["", "relative", "./here"])
def test_a_state_home_that_is_no_absolute_path_is_ignored(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", value)
    monkeypatch.setenv("HOME", "/home/someone")
    assert state.file("due.json") == Path("/home/someone/.local/state/medalist/due.json")


def test_without_a_home_folder_there_is_no_state_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_STATE_HOME")
    monkeypatch.setenv("HOME", "")
    with pytest.raises(OutputError, match=r"due\.json: no home folder to keep it in"):
        state.file("due.json")


def test_without_a_home_folder_nothing_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_STATE_HOME")
    monkeypatch.setenv("HOME", "")
    assert seen.recall() == {}


def test_every_folder_that_is_made_is_its_owners_alone(path: Path, tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    with state.locked(path):
        pass
    modes = [stat.S_IMODE(each.stat().st_mode) for each in path.parents[:3]]
    assert modes == [0o700, 0o700, 0o755]


def test_what_is_written_is_read_again(path: Path) -> None:
    with state.locked(path) as kept:
        state.write(kept, {"映画": ["b", "a"]})
    assert state.read(path, dict[str, list[str]], {}) == {"映画": ["b", "a"]}


def test_a_file_has_its_keys_in_order_whatever_was_written_first(path: Path) -> None:
    with state.locked(path) as kept:
        state.write(kept, {"b": "1", "a": "2"})
    assert list(json.loads(path.read_text())) == ["a", "b"]


def test_a_missing_file_is_empty(path: Path) -> None:
    assert state.read(path, dict[str, str], {"a": "b"}) == {"a": "b"}


def test_a_folder_is_no_state_file(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as caught:
        state.read(tmp_path, dict[str, str], {})
    assert caught.value.message == f"{tmp_path}: Is a directory"


def test_a_second_run_gives_up_after_a_while(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state, "PATIENCE", 0.05)
    with state.locked(path):
        error = refused(path)
        assert Path(f"{path}.lock").exists()
    assert error.message == f"another medalist is using {path}"
    assert error.advice == f"If none is running, delete {path}.lock."
    with state.locked(path):  # it is free again
        pass


def test_a_lock_that_another_run_left_behind_is_no_obstacle(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(state, "PATIENCE", 0.05)
    path.parent.mkdir(parents=True)
    Path(f"{path}.lock").touch()
    with state.locked(path) as kept:
        assert kept == path.resolve()


def test_without_fcntl_a_second_run_gives_up_too(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(state, "PATIENCE", 0.05)
    monkeypatch.setitem(sys.modules, "fcntl", None)
    with state.locked(path):
        assert refused(path).message == f"another medalist is using {path}"
    assert not Path(f"{path}.lock").exists()


def test_a_pipe_is_refused_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert refused(pipe).message == f"{pipe}: not a regular file"
    assert list(tmp_path.iterdir()) == [pipe]


def test_a_terminal_is_refused() -> None:
    both = os.openpty()
    name = os.ttyname(both[1])
    try:
        assert refused(Path(name)).message == f"{name}: not a regular file"
    finally:
        for end in both:
            os.close(end)


def test_a_folder_is_refused_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    assert refused(folder).message == f"{folder}: Is a directory"
    assert list(tmp_path.iterdir()) == [folder]


def test_a_file_is_written_where_links_lead(path: Path, tmp_path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.symlink_to(tmp_path / "elsewhere.json")
    with state.locked(path) as kept:
        state.write(kept, {})
    assert path.is_symlink()
    assert (tmp_path / "elsewhere.json").read_text() == "{}\n"
