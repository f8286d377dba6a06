"""The installed dataset: where it is, whether it is in use, and how it is replaced."""

import json
import os
import stat
from pathlib import Path

import pytest

from medalist_cli.errors import DatasetError, OutputError
from medalist_cli.storage import bundle, files, installed, loader

AFTER = {"as_of": "2199-01-01"}
BEFORE = {"as_of": "1999-01-01"}


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    return tmp_path


def bundled(**changes: object) -> bytes:
    return json.dumps(json.loads(bundle.content()) | changes).encode()


def test_without_a_file_the_bundled_dataset_is_in_use() -> None:
    assert installed.in_use() == (None, "bundled")


def test_another_show_is_in_use_however_old_it_is(series: Path) -> None:
    path = installed.keep(series.read_bytes().replace(b"2026-11-20", b"1999-01-01"))
    assert installed.in_use() == (path, "installed")
    assert loader.load(None).show.id == "still-water"


def test_the_same_show_is_in_use_until_the_bundled_one_is_newer() -> None:
    path = installed.keep(bundled(**AFTER))
    assert installed.in_use() == (path, "installed")
    installed.keep(bundled(**BEFORE))
    assert installed.in_use() == (None, "bundled")
    installed.keep(bundled())
    assert installed.in_use() == (path, "installed")


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b'{"as_of": "2026-01-01"}'])
def test_a_broken_file_is_an_error_with_the_way_out(content: bytes) -> None:
    path = installed.keep(content)
    with pytest.raises(DatasetError) as caught:
        loader.load(None)
    assert caught.value.message.startswith(f"{path}: ")
    assert "`medalist data install --remove`" in caught.value.advice


def test_a_file_that_is_a_directory_is_an_error_with_the_way_out(home: Path) -> None:
    home.joinpath("medalist/medalist.json").mkdir(parents=True)
    with pytest.raises(DatasetError, match="Is a directory") as caught:
        loader.load(None)
    assert "--remove" in caught.value.advice


def test_the_folder_is_for_the_user_alone(home: Path) -> None:
    installed.keep(b"{}")
    assert stat.S_IMODE(home.joinpath("medalist").stat().st_mode) == 0o700


def test_the_folders_above_are_made_too(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "not" / "there"))
    assert installed.keep(b"{}").read_bytes() == b"{}"


def test_a_file_that_cannot_be_removed_is_an_error(home: Path) -> None:
    path = home / "medalist" / "medalist.json"
    path.mkdir(parents=True)
    with pytest.raises(OutputError) as caught:
        installed.remove()
    assert caught.value.message in (f"{path}: Is a directory", f"{path}: Operation not permitted")


def test_removing_says_whether_there_was_one() -> None:
    installed.keep(b"{}")
    assert (installed.remove(), installed.remove()) == (True, False)
    assert installed.in_use() == (None, "bundled")


def test_a_file_that_cannot_be_written_leaves_the_one_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = installed.keep(b"before")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError) as caught:
        installed.keep(b"after")
    assert caught.value.message == f"{path}: No space left on device"
    assert path.read_bytes() == b"before"
    assert [each.name for each in path.parent.iterdir()] == ["medalist.json"]


def test_a_link_is_followed(home: Path) -> None:
    home.joinpath("medalist").mkdir()
    target = home / "dotfiles.json"
    home.joinpath("medalist/medalist.json").symlink_to(target)
    installed.keep(b"{}")
    assert (target.read_bytes(), target.is_symlink()) == (b"{}", False)


@pytest.mark.parametrize("value", ["", "here", "./here"])
def test_a_relative_home_is_no_home(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", value)
    monkeypatch.setenv("HOME", "/home/someone")
    assert installed.location() == Path("/home/someone/.local/share/medalist/medalist.json")


def test_the_working_directory_is_no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setenv("HOME", "here")
    assert installed.location() is None
    assert installed.in_use() == (None, "bundled")
    with pytest.raises(OutputError) as caught:
        installed.keep(b"{}")
    assert caught.value.message == "there is no home directory to install to"
    assert caught.value.advice == "Set XDG_DATA_HOME."
    assert not installed.remove()


def test_without_an_installed_dataset_nothing_is_read_to_find_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def never(*_: object) -> bytes:
        raise AssertionError

    monkeypatch.setattr(files, "content", never)
    monkeypatch.setattr(bundle, "content", never)
    assert installed.in_use() == (None, "bundled")
