"""The real program on a terminal, and with streams that are closed, full or unread."""

import errno
import fcntl
import os
import pty
import re
import signal
import struct
import subprocess
import termios
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pyte
import pytest
from conftest import PROGRAM, ROOT, SERIES, Ended, Program, clean, process, side_by_side

from medalist_cli import __version__
from medalist_cli.text.cells import width

pytestmark = pytest.mark.thorough

_COLOUR = re.compile("\x1b\\[[0-9;]*m")
"""SGR, ECMA-48 §8.3.117: sequences that set colours, and no others."""
FULL = "No space left on device"
CLOSED = "Bad file descriptor"


# The runs on a terminal: columns, variables, arguments.
SHOWN: dict[str, tuple[int, dict[str, str], list[str]]] = {
    "cast": (80, {}, ["cast"]),
    "card": (80, {}, ["cast", "nagi"]),
    "countdown": (80, {}, ["countdown"]),
    "narrow": (20, {}, ["cast"]),
    "kanji": (80, {}, ["cast", "--names", "ja"]),
    "no colour": (80, {"NO_COLOR": "1"}, ["cast"]),
    "no columns": (0, {"COLUMNS": "²"}, ["cast"]),
    "accessible": (80, {"ACCESSIBLE": "1"}, ["cast", "nagi"]),
    "japanese": (80, {"LANG": "ja_JP.UTF-8"}, ["cast"]),
    "english": (80, {"LANG": "ja_JP.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, ["cast"]),
    "json": (80, {"FORCE_COLOR": "1"}, ["cast", "--json"]),
    "no match": (80, {}, ["cast", "kujirei"]),
}


def on_a_terminal(columns: int, env: dict[str, str], arguments: list[str]) -> Ended:
    """Run the program with stdout and stderr on a pseudo-terminal of that many columns."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    variables = clean(TERM="xterm-256color", MEDALIST_DATA=str(SERIES), MEDALIST_PAGER="cat") | env
    with subprocess.Popen(
        [*PROGRAM, *arguments], stdin=slave, stdout=slave, stderr=slave, env=variables, cwd=ROOT
    ) as running:
        os.close(slave)
        shown = b""
        while content := _read(master):
            shown += content
        os.close(master)
        code = running.wait(timeout=20)
    return Ended(code, shown.decode().replace("\r\n", "\n"), "")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError as error:
        if error.errno != errno.EIO:  # Linux reports a closed other end as EIO
            raise
        return b""


@pytest.fixture(scope="module")
def shown() -> dict[str, Ended]:
    """Return how each of the runs on a terminal ends, and what it shows."""
    return side_by_side({name: partial(on_a_terminal, *run) for name, run in SHOWN.items()})


def test_output_on_a_terminal_is_coloured(shown: dict[str, Ended]) -> None:
    assert _COLOUR.search(shown["cast"].out)


def test_colours_are_the_only_escape_sequences(shown: dict[str, Ended]) -> None:
    assert "\x1b" not in _COLOUR.sub("", shown["cast"].out + shown["card"].out)


@pytest.mark.parametrize("run", ["no colour", "json"])
def test_json_and_no_color_have_no_escape_sequences(shown: dict[str, Ended], run: str) -> None:
    assert "\x1b" not in shown[run].out


@pytest.mark.parametrize(
    ("run", "columns"),
    [("cast", 80), ("card", 80), ("countdown", 80), ("narrow", 20), ("kanji", 80)],
)
def test_no_line_is_wider_than_the_terminal(
    shown: dict[str, Ended], run: str, columns: int
) -> None:
    lines = _COLOUR.sub("", shown[run].out).splitlines()
    assert max(map(width, lines)) <= columns


def test_a_terminal_with_a_japanese_locale_has_japanese_labels(shown: dict[str, Ended]) -> None:
    assert "声優" in shown["japanese"].out
    assert shown["english"].out == shown["cast"].out


def test_a_pipe_is_english_whatever_the_locale() -> None:
    piped = {"MEDALIST_DATA": str(SERIES), "LC_ALL": "ja_JP.UTF-8"}
    assert "Voice actor" in process(*PROGRAM, "cast", env=piped).out


def test_a_terminal_of_unknown_size_counts_as_80_columns(shown: dict[str, Ended]) -> None:
    assert shown["no columns"].out == shown["cast"].out


def test_a_single_match_is_shown_as_a_card(shown: dict[str, Ended]) -> None:
    assert shown["card"].out.lstrip("\x1b[0123456789;m").startswith("╭─")


def test_a_card_shows_more_than_the_table(shown: dict[str, Ended]) -> None:
    assert ("潮凪" in shown["card"].out, "潮凪" in shown["cast"].out) == (True, False)


def test_columns_are_aligned_on_the_screen(shown: dict[str, Ended]) -> None:
    """After names of four and of two kanji, the next column begins in the same cell."""
    terminal = pyte.Screen(80, 24)
    pyte.Stream(terminal).feed(shown["kanji"].out.replace("\n", "\r\n"))
    rows = [terminal.buffer[line] for line in range(24)]
    starts = {
        next(cell for cell in range(80) if row[cell].data == "小" or row[cell].data == "鳳")
        for row in rows
        if any(row[cell].data in ("小", "鳳") for cell in range(80))
    }
    assert len(starts) == 1


def test_an_accessible_terminal_has_sentences(shown: dict[str, Ended]) -> None:
    assert (
        "Character: Nagi Ushio (潮凪).\nVoice actor: Sayo Otori (鳳小夜)."
        in shown["accessible"].out
    )


def test_an_error_on_a_terminal_has_no_escape_sequence(shown: dict[str, Ended]) -> None:
    ended = shown["no match"]
    assert (ended.code, "\x1b" in ended.out) == (1, False)
    assert ended.out.startswith("medalist: error: no character or actor matches 'kujirei'\n")


class Case(NamedTuple):
    """A run with redirected streams, and how it must end."""

    arguments: str
    redirected: str
    code: int
    err: str = ""


CASES = {
    f"{case.arguments} {case.redirected}": case
    for case in (
        Case("cast", ">/dev/full", 4, f"medalist: error: stdout: {FULL}\n"),
        Case("countdown --json", ">/dev/full", 4, f"medalist: error: stdout: {FULL}\n"),
        Case("-h", ">/dev/full", 4, f"medalist: error: stdout: {FULL}\n"),
        Case("-V", ">/dev/full", 4, f"medalist: error: stdout: {FULL}\n"),
        Case("cast -o /dev/full", "", 4, f"medalist: error: /dev/full: {FULL}\n"),
        Case("cast", ">&-", 4, f"medalist: error: stdout: {CLOSED}\n"),
        Case("-V", ">&-", 4, f"medalist: error: stdout: {CLOSED}\n"),
        Case(
            "cast zzz",
            ">&-",
            1,
            "medalist: error: no character or actor matches 'zzz'\n`medalist cast` lists all.\n",
        ),
        Case("cast zzz", "2>/dev/full", 1),
        Case("cast zzz", "2>&-", 1),
        Case("cast", ">&- 2>&-", 4),
        Case("-V", "<&-", 0),
    )
}


def redirected(case: Case) -> Ended:
    """Run the program in a shell that redirects its streams."""
    script = f'exec "$@" {case.redirected}'
    return process("sh", "-c", script, "sh", *PROGRAM, *case.arguments.split(), env=ON_SERIES)


def into_closed_pipe(arguments: list[str], *, ignored: bool = False) -> Ended:
    """Run the program with stdout a pipe whose reading end is already closed."""
    end, pipe = os.pipe()
    os.close(end)
    ran = subprocess.run(
        [*PROGRAM, *arguments],
        env=clean(**ON_SERIES),
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=pipe,
        stderr=subprocess.PIPE,
        restore_signals=not ignored,
        timeout=20,
        check=False,
    )
    os.close(pipe)
    return Ended(ran.returncode, "", ran.stderr.decode())


ON_SERIES = {"MEDALIST_DATA": str(SERIES)}
CLOSED_PIPES: dict[str, Callable[[], Ended]] = {
    "long": partial(into_closed_pipe, ["data", "show", "--data", str(ROOT / "data/medalist.json")]),
    "short": partial(into_closed_pipe, ["-V"]),
    "SIGPIPE ignored": partial(into_closed_pipe, ["cast"], ignored=True),
}


@pytest.fixture(scope="module")
def streams() -> dict[str, Ended]:
    """Return how each of the runs with redirected streams ends."""
    cases = {name: partial(redirected, case) for name, case in CASES.items()}
    return side_by_side(cases | CLOSED_PIPES)


@pytest.mark.parametrize("case", CASES)
def test_failing_streams_end_with_the_right_code_and_message(
    streams: dict[str, Ended], case: str
) -> None:
    if "/dev/full" in case and not os.path.exists("/dev/full"):
        pytest.skip("this system has no /dev/full")
    assert (streams[case].code, streams[case].err) == CASES[case][2:]


@pytest.mark.parametrize("case", [name for name, case in CASES.items() if case.code])
def test_a_failed_run_leaves_stdout_empty(streams: dict[str, Ended], case: str) -> None:
    assert streams[case].out == ""


def test_a_closed_stdin_changes_nothing(streams: dict[str, Ended]) -> None:
    assert streams["-V <&-"].out == f"medalist {__version__}\n"


@pytest.mark.parametrize("run", CLOSED_PIPES)
def test_a_closed_pipe_is_not_an_error(streams: dict[str, Ended], run: str) -> None:
    assert (streams[run].code in (0, -signal.SIGPIPE), streams[run].err) == (True, "")


def test_a_file_is_written_even_if_stdout_is_closed(rower: Program, tmp_path: Path) -> None:
    (tmp_path / "show.json").write_text("old")
    case = Case(f"data show -o {tmp_path / 'show.json'} --force", ">&-", 0)
    assert redirected(case) == (0, "", "")
    assert (tmp_path / "show.json").read_text() == rower("data", "show").out


def test_the_c_locale_gets_replacement_characters_and_no_error() -> None:
    ended = process(
        *PROGRAM,
        *("cast", "coach"),
        env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"} | ON_SERIES,
    )
    assert (ended.code, ended.err) == (0, "")
    assert "Coach K (???K)*" in ended.out
    assert "????" not in ended.out
    assert "???" in ended.out


def test_an_error_can_be_shown_in_the_c_locale() -> None:
    ended = process(
        *PROGRAM,
        *("cast", "潮潮"),
        env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"} | ON_SERIES,
    )
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith("medalist: error: no character or actor matches '")
