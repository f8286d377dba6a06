"""Where output goes: stdout, files and devices; and which files are never overwritten."""

import contextlib
import errno
import os
import shlex
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TextIO

import pytest
from conftest import SERIES, Ended, Program, process

from medalist_cli.cli import output
from medalist_cli.errors import OutputError
from medalist_cli.storage import bundle

TEXT = ("countdown", "film", "-f", "text")
PROGRAM = (sys.executable, "-m", "medalist_cli")


@pytest.fixture
def written(rower: Program) -> bytes:
    """The bytes that `countdown film -f text` writes."""
    return rower(*TEXT).out.encode()


@pytest.fixture
def stdout(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[int], TextIO]]:
    """Use an open file as the program's stdout, and restore descriptor 1 after the test."""
    kept = os.dup(1)
    files: list[TextIO] = []

    def become(descriptor: int) -> TextIO:
        files.append(os.fdopen(descriptor, "w", encoding="utf-8"))
        monkeypatch.setattr(sys, "stdout", files[-1])
        return files[-1]

    yield become
    os.dup2(kept, 1)
    os.close(kept)
    for file in files:
        with contextlib.suppress(OSError):
            file.close()


def assert_refused(ended: Ended, code: int, message: str) -> None:
    assert ended == (code, "", f"medalist: error: {message}\n")


def test_a_result_goes_into_the_file_and_nowhere_else(
    rower: Program, tmp_path: Path, written: bytes
) -> None:
    target = tmp_path / "out.txt"
    assert rower(*TEXT, "-o", target) == (0, "", "")
    assert target.read_bytes() == written


def test_an_existing_file_is_kept_without_force(rower: Program, tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old")
    assert_refused(
        rower(*TEXT, "-o", target),
        4,
        f"{target}: file already exists\nUse --force to overwrite it.",
    )
    assert target.read_text() == "old"


def test_an_existing_file_is_replaced_with_force(
    rower: Program, tmp_path: Path, written: bytes
) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old")
    assert rower(*TEXT, "-o", target, "--force") == (0, "", "")
    assert target.read_bytes() == written


def test_a_query_without_matches_leaves_the_file_unchanged(rower: Program, tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old")
    assert rower("cast", "nobody", "-o", target, "--force").code == 1
    assert target.read_text() == "old"


def test_a_symlink_is_followed_and_kept(rower: Program, tmp_path: Path, written: bytes) -> None:
    target, link = tmp_path / "there" / "out.txt", tmp_path / "link"
    target.parent.mkdir()
    target.write_text("old")
    link.symlink_to(target)
    assert rower(*TEXT, "-o", link, "--force") == (0, "", "")
    assert (link.is_symlink(), target.read_bytes()) == (True, written)


def test_the_target_of_a_dangling_symlink_is_created(
    rower: Program, tmp_path: Path, written: bytes
) -> None:
    target, link = tmp_path / "out.txt", tmp_path / "link"
    link.symlink_to(target)
    assert rower(*TEXT, "-o", link) == (0, "", "")
    assert (link.is_symlink(), target.read_bytes()) == (True, written)


def test_a_symlink_to_an_existing_file_needs_force(rower: Program, tmp_path: Path) -> None:
    target, link = tmp_path / "out.txt", tmp_path / "link"
    target.write_text("old")
    link.symlink_to(target)
    assert rower(*TEXT, "-o", link).code == 4
    assert target.read_text() == "old"


def test_a_symlink_loop_is_refused(rower: Program, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(link)
    words = os.strerror(errno.ELOOP)
    assert_refused(rower(*TEXT, "-o", link, "--force"), 4, f"{link}: {words}")
    assert link.is_symlink()


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_a_folder_is_refused(rower: Program, tmp_path: Path, force: list[str]) -> None:
    assert_refused(rower(*TEXT, "-o", tmp_path, *force), 4, f"{tmp_path}: Is a directory")


def test_a_missing_folder_is_refused(rower: Program, tmp_path: Path) -> None:
    target = tmp_path / "none" / "out.txt"
    assert_refused(rower(*TEXT, "-o", target), 4, f"{target}: No such file or directory")


def test_a_file_in_place_of_a_folder_is_refused(rower: Program, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    target = tmp_path / "file" / "out.txt"
    assert_refused(rower(*TEXT, "-o", target), 4, f"{target}: Not a directory")


def test_a_too_long_name_is_refused(rower: Program, tmp_path: Path) -> None:
    target = tmp_path / ("n" * 256)
    assert_refused(rower(*TEXT, "-o", target), 4, f"{target}: File name too long")


def test_a_name_with_a_nul_is_refused(rower: Program) -> None:
    ended = rower(*TEXT, "-o", "a\0b")
    assert (ended.code, ended.out) == (4, "")
    assert ended.err.startswith("medalist: error: a^@b: ")


def test_a_fifo_is_written_directly_and_kept(
    rower: Program, tmp_path: Path, written: bytes
) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(fifo.read_bytes()))
    reader.start()
    assert rower(*TEXT, "-o", fifo) == (0, "", "")
    reader.join()
    assert (read, fifo.is_fifo()) == ([written], True)


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="the system has no pseudo-terminals")
def test_a_device_is_written_directly_and_kept(rower: Program, written: bytes) -> None:
    ours, theirs = os.openpty()  # unlike /dev/null, not even root can replace it by mistake
    name = os.ttyname(theirs)
    assert rower(*TEXT, "-o", name, "--force") == (0, "", "")
    assert os.read(ours, 65536).replace(b"\r\n", b"\n") == written
    assert Path(name).is_char_device()
    os.close(ours)
    os.close(theirs)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="the system has no /dev/full")
def test_a_full_device_is_an_output_error(rower: Program) -> None:
    words = os.strerror(errno.ENOSPC)
    assert_refused(rower(*TEXT, "-o", "/dev/full"), 4, f"/dev/full: {words}")


@pytest.mark.skipif(not os.path.exists("/dev/fd"), reason="the system has no /dev/fd")
def test_a_pipe_given_as_dev_fd_is_written_to(rower: Program, written: bytes) -> None:
    reading, writing = os.pipe()
    assert rower(*TEXT, "-o", f"/dev/fd/{writing}") == (0, "", "")
    os.close(writing)
    with open(reading, "rb") as file:
        assert file.read() == written


def test_a_dash_is_stdout(rower: Program, written: bytes) -> None:
    assert rower(*TEXT, "-o", "-") == (0, written.decode(), "")


@pytest.mark.parametrize("given", ["--data", "MEDALIST_DATA"])
@pytest.mark.parametrize("alias", ["itself", "symlink", "hard link"])
def test_the_dataset_in_use_is_never_overwritten(
    medalist: Program, tmp_path: Path, given: str, alias: str
) -> None:
    source = tmp_path / "series.json"
    source.write_bytes(SERIES.read_bytes())
    target = source if alias == "itself" else tmp_path / "alias"
    if alias == "symlink":
        target.symlink_to(source)
    elif alias == "hard link":
        target.hardlink_to(source)
    options = ["--data", source] if given == "--data" else []
    env = {} if options else {given: str(source)}
    ended = medalist(*TEXT, *options, "-o", target, "--force", env=env)
    assert_refused(ended, 2, f"--output: {target} is what medalist reads from")
    assert source.read_bytes() == SERIES.read_bytes()


def test_only_one_of_several_concurrent_writers_creates_the_file(tmp_path: Path) -> None:
    target = tmp_path / "out"
    contents = [bytes([65 + number]) * 100_000 for number in range(8)]
    refusals: list[OutputError] = []

    def write(content: bytes) -> None:
        try:
            output.to_file(str(target), content, force=False)
        except OutputError as refusal:
            refusals.append(refusal)

    run_concurrently(write, contents)
    assert target.read_bytes() in contents
    assert len(refusals) == len(contents) - 1


def test_concurrent_writers_with_force_leave_one_whole_file(tmp_path: Path) -> None:
    target = tmp_path / "out"
    contents = [bytes([65 + number]) * 100_000 for number in range(8)]
    run_concurrently(lambda content: output.to_file(str(target), content, force=True), contents)
    assert target.read_bytes() in contents
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def run_concurrently(write: Callable[[bytes], None], contents: list[bytes]) -> None:
    threads = [threading.Thread(target=write, args=(content,)) for content in contents]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_empty_output_is_not_written(stdout: Callable[[int], TextIO]) -> None:
    reading, writing = os.pipe()
    stdout(writing)
    os.close(reading)
    assert output.to_stdout(b"")


def test_a_closed_pipe_is_not_an_error(stdout: Callable[[int], TextIO]) -> None:
    reading, writing = os.pipe()
    stdout(writing)
    os.close(reading)
    assert not output.to_stdout(b"answer\n")


def lowest_free() -> int:
    """Return the lowest descriptor that is not open."""
    descriptor = os.dup(0)
    os.close(descriptor)
    return descriptor


def test_what_could_not_be_written_fails_once(stdout: Callable[[int], TextIO]) -> None:
    reading, writing = os.pipe()
    stdout(os.dup(writing))
    os.dup2(writing, 1)
    os.close(reading)
    free = lowest_free()
    assert not output.to_stdout(b"answer\n")
    os.write(1, b"what the end of the process writes\n")
    assert lowest_free() == free


def test_a_note_that_could_not_be_written_fails_once(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    kept = os.dup(2)
    with os.fdopen(os.dup(writing), "w", buffering=1) as file:
        monkeypatch.setattr(sys, "stderr", file)
        os.dup2(writing, 2)
        output.note("lost")
        os.write(2, b"what the end of the process writes\n")
        monkeypatch.undo()
        os.dup2(kept, 2)
        with contextlib.suppress(OSError):
            file.close()
    os.close(kept)


def test_progress_is_written_in_the_encoding_of_stderr(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    with os.fdopen(writing, "w", encoding="ascii") as file:
        monkeypatch.setattr(sys, "stderr", file)
        output.progress("Film — today")
        monkeypatch.undo()
    with os.fdopen(reading, "rb") as read:
        assert read.read() == b"\rFilm ? today\x1b[K"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="the system has no /dev/full")
def test_a_full_disk_is_an_output_error(stdout: Callable[[int], TextIO]) -> None:
    stdout(os.open("/dev/full", os.O_WRONLY))
    with pytest.raises(OutputError) as refusal:
        output.to_stdout(b"answer\n")
    assert refusal.value.message == f"stdout: {os.strerror(errno.ENOSPC)}"


def test_a_closed_stdout_is_an_output_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(OutputError) as refusal:
        output.to_stdout(b"answer\n")
    assert refusal.value.message == f"stdout: {os.strerror(errno.EBADF)}"


def test_a_closed_stderr_drops_the_note(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    output.note("lost")


@pytest.fixture
def show(tmp_path: Path) -> Path:
    """A dataset file of the reader's own."""
    path = tmp_path / "show.json"
    path.write_bytes(SERIES.read_bytes())
    return path


@pytest.mark.parametrize("name", ["show.json", "link", "hard", "folder/../show.json"])
@pytest.mark.parametrize(
    "command",
    [
        ["cast", "--data", "show.json"],
        ["data", "validate", "show.json"],
        ["data", "show", "--data", "link"],
    ],
)
def test_a_file_that_was_read_is_never_overwritten(
    medalist: Program, show: Path, monkeypatch: pytest.MonkeyPatch, command: list[str], name: str
) -> None:
    monkeypatch.chdir(show.parent)
    os.mkdir("folder")
    os.symlink("show.json", "link")
    os.link("show.json", "hard")
    ended = medalist(*command, "-o", name, "--force")
    what = f"medalist: error: --output: {name} is what medalist reads from\n"
    assert ended == (2, "", what)
    assert show.read_bytes() == SERIES.read_bytes()


@pytest.mark.parametrize("name", [bundle.DATASET, bundle.SCHEMA, bundle.COUNTRIES])
def test_a_bundled_file_is_never_overwritten(medalist: Program, show: Path, name: str) -> None:
    path = Path(bundle.location(name))
    content = path.read_bytes()
    ended = medalist("cast", "--data", show, "-o", path, "--force")
    assert (ended.code, ended.out, path.read_bytes()) == (2, "", content)


def test_a_folder_that_is_missing_is_not_made_a_file(rower: Program, tmp_path: Path) -> None:
    assert_refused(rower(*TEXT, "-o", f"{tmp_path}/new/"), 4, f"{tmp_path}/new/: Not a directory")
    assert os.listdir(tmp_path) == []


def test_dev_stdout_in_a_redirect_is_stdout(tmp_path: Path, written: bytes) -> None:
    line = f"{shlex.join(PROGRAM)} {shlex.join(TEXT)} -o /dev/stdout >{tmp_path}/out.txt"
    ended = process("sh", "-c", line, env={"MEDALIST_DATA": str(SERIES)})
    assert ended == (0, "", "")
    assert (tmp_path / "out.txt").read_bytes() == written


def test_dev_stdout_is_written_to(written: bytes) -> None:
    ended = process(*PROGRAM, *TEXT, "-o", "/dev/stdout", env={"MEDALIST_DATA": str(SERIES)})
    assert ended == (0, written.decode(), "")
