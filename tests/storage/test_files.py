"""Files are written whole or not at all, whichever step fails."""

import errno
import itertools
import os
import resource
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from medalist_cli.storage import files

STEPS = ("open", "fchmod", "fsync", "link", "replace")
"""System calls that `replace` makes, besides writing."""

OLD, NEW = b"old\n", b"new" * 30_000


@contextmanager
def failing(step: int) -> Iterator[None]:
    """Make the step with that number fail, counted over all of STEPS from 1."""
    counted = itertools.count(1)

    def broken(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            if next(counted) == step:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            return real(*arguments, **options)

        return call

    with pytest.MonkeyPatch.context() as patch:
        for name in STEPS:
            patch.setattr(os, name, broken(getattr(os, name)))
        yield


@contextmanager
def full_after(size: int) -> Iterator[None]:
    """Limit files to `size` bytes, as on a full disk."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


@contextmanager
def umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_has_the_content(tmp_path: Path) -> None:
    files.replace(tmp_path / "out", NEW, keep=True)
    assert (tmp_path / "out").read_bytes() == NEW


def test_an_existing_file_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "out"
    target.write_bytes(OLD)
    files.replace(target, NEW)
    assert target.read_bytes() == NEW


def test_an_existing_file_is_kept_on_request(tmp_path: Path) -> None:
    target = tmp_path / "out"
    target.write_bytes(OLD)
    with pytest.raises(FileExistsError):
        files.replace(target, NEW, keep=True)
    assert (target.read_bytes(), names(tmp_path)) == (OLD, ["out"])


def test_no_temporary_file_is_left(tmp_path: Path) -> None:
    files.replace(tmp_path / "out", NEW)
    assert names(tmp_path) == ["out"]


@pytest.mark.parametrize("step", range(1, 5))
def test_a_failed_replacement_leaves_the_old_file_unchanged(tmp_path: Path, step: int) -> None:
    target = tmp_path / "out"
    target.write_bytes(OLD)
    with failing(step), pytest.raises(OSError, match="Input/output error"):
        files.replace(target, NEW)
    assert (target.read_bytes(), names(tmp_path)) == (OLD, ["out"])


def test_a_replacement_has_at_most_four_steps(tmp_path: Path) -> None:
    target = tmp_path / "out"
    target.write_bytes(OLD)
    with failing(5):
        files.replace(target, NEW)
    assert target.read_bytes() == NEW


@pytest.mark.parametrize("step", [1, 2])
def test_a_new_file_that_fails_is_not_created(tmp_path: Path, step: int) -> None:
    with failing(step), pytest.raises(OSError, match="Input/output error"):
        files.replace(tmp_path / "out", NEW, keep=True)
    assert names(tmp_path) == []


@pytest.mark.parametrize("step", [4, 5])
def test_a_new_file_that_fails_on_a_disk_without_links_is_not_created(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    disable(monkeypatch, errno.EPERM, "link")
    with failing(step), pytest.raises(OSError, match="Input/output error"):
        files.replace(tmp_path / "out", NEW, keep=True)
    assert names(tmp_path) == []


def test_a_new_file_is_created_on_a_disk_without_links(tmp_path: Path) -> None:
    with failing(3):
        files.replace(tmp_path / "out", NEW, keep=True)
    assert ((tmp_path / "out").read_bytes(), names(tmp_path)) == (NEW, ["out"])


def disable(patch: pytest.MonkeyPatch, number: int, *steps: str) -> None:
    """Make every call of some steps fail with one error."""

    def broken(*_: Any, **__: Any) -> None:
        raise OSError(number, os.strerror(number))

    for step in steps:
        patch.setattr(os, step, broken)


def test_an_existing_file_is_kept_on_a_disk_without_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out"
    target.write_bytes(OLD)
    disable(monkeypatch, errno.EPERM, "link")
    with pytest.raises(FileExistsError):
        files.replace(target, NEW, keep=True)
    assert (target.read_bytes(), names(tmp_path)) == (OLD, ["out"])


def test_a_failing_disk_without_links_has_no_empty_file_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disable(monkeypatch, errno.EPERM, "link", "replace")
    with pytest.raises(PermissionError):
        files.replace(tmp_path / "out", NEW, keep=True)
    assert names(tmp_path) == []


def test_a_file_is_written_on_a_disk_without_modes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out"
    target.write_bytes(OLD)
    disable(monkeypatch, errno.EPERM, "fchmod")
    files.replace(target, NEW)
    assert target.read_bytes() == NEW


@pytest.mark.parametrize("size", [0, 1, 4096, len(NEW) - 1])
@pytest.mark.parametrize("keep", [True, False])
def test_a_full_disk_leaves_the_old_file_unchanged(tmp_path: Path, size: int, keep: bool) -> None:
    target = tmp_path / "out"
    before = [] if keep else ["out"]
    if not keep:
        target.write_bytes(OLD)
    with full_after(size), pytest.raises(OSError, match="File too large"):
        files.replace(target, NEW, keep=keep)
    assert names(tmp_path) == before
    assert keep or target.read_bytes() == OLD


@pytest.mark.parametrize("old", [0o600, 0o640, 0o755])
def test_the_mode_of_an_existing_file_is_kept(tmp_path: Path, old: int) -> None:
    target = tmp_path / "out"
    target.touch()
    target.chmod(old)
    files.replace(target, NEW)
    assert mode(target) == old


@pytest.mark.parametrize("mask", [0o022, 0o077, 0o000])
def test_a_new_file_follows_the_umask(tmp_path: Path, mask: int) -> None:
    with umask(mask):
        files.replace(tmp_path / "out", NEW, keep=True)
    assert mode(tmp_path / "out") == 0o666 & ~mask


@pytest.mark.parametrize("name", ["n" * 255, "氷" * 85])
def test_a_name_may_be_as_long_as_the_system_allows(tmp_path: Path, name: str) -> None:
    files.replace(tmp_path / name, NEW)
    assert names(tmp_path) == [name]
