"""The live view on a pseudo-terminal: what it shows, and that it restores the terminal."""

import os
import re
import select
import signal
import socket
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pyte
import pytest
from conftest import PROGRAM, ROOT, SERIES, Program, clean

from medalist_cli.cli import fullscreen
from medalist_cli.cli.fullscreen import Event, SavedState

pytestmark = pytest.mark.thorough

LIVE = (*PROGRAM, "countdown", "--live")
TITLE = "Season 2 premiere"
PATIENCE = 5.0
"""Seconds to wait for something on the screen before the test fails."""

CLEAR = b"\x1b[2J"

# The shell opens the terminal first, which makes it the controlling terminal.
ON_TERMINAL = ("sh", "-c", 'exec "$@" <>"$0" >&0 2>&0')


class Terminal:
    """A pseudo-terminal with a program in it: keys in, a screen out."""

    def __init__(self, *argv: str, now: str = "2027-01-09T15:00Z", **env: str) -> None:
        self._controller, self._device = os.openpty()
        termios.tcsetwinsize(self._device, (24, 80))
        self.modes = termios.tcgetattr(self._device)
        self.screen = pyte.Screen(80, 24)
        self.raw = b""
        self._stream = pyte.ByteStream(self.screen)
        variables = {"TERM": "xterm", "MEDALIST_NOW": now, "MEDALIST_DATA": str(SERIES)}
        self.program = subprocess.Popen(
            [*ON_TERMINAL, os.ttyname(self._device), *argv],
            start_new_session=True,
            cwd=ROOT,
            env=clean(**variables | env),
        )

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display)

    def press(self, keys: bytes) -> None:
        os.write(self._controller, keys)

    def signal(self, number: int) -> None:
        os.kill(self.program.pid, number)

    def resize(self, columns: int, lines: int) -> None:
        self.screen.resize(lines or 24, columns or 80)
        termios.tcsetwinsize(self._controller, (lines, columns))

    def until(self, seen: Callable[[], bool]) -> None:
        """Read until `seen` returns true. Raises AssertionError after PATIENCE seconds."""
        deadline = time.monotonic() + PATIENCE
        while not seen():
            left = deadline - time.monotonic()
            assert left > 0, f"not seen on the terminal:\n{self.text}\n{self.raw[-500:]!r}"
            self._read(min(left, 0.01))

    def until_text(self, *texts: str) -> None:
        self.until(lambda: all(text in self.text for text in texts))

    def until_raw(self, sent: bytes, times: int) -> None:
        self.until(lambda: self.raw.count(sent) >= times)

    def _read(self, seconds: float) -> None:
        if select.select([self._controller], [], [], seconds)[0]:
            read = os.read(self._controller, 65536)
            self.raw += read
            self._stream.feed(read)

    def ended(self) -> int:
        """Return the exit code, after the program has ended and its output is read."""
        self.until(lambda: self.program.poll() is not None)
        self._read(0)
        return self.program.returncode

    def hang_up(self) -> None:
        os.close(self._controller)
        self._controller = -1

    def modes_now(self) -> list[object]:
        return termios.tcgetattr(self._device)

    def close(self) -> None:
        if self.program.poll() is None:
            os.killpg(self.program.pid, signal.SIGKILL)
            self.program.wait()
        for descriptor in (self._controller, self._device):
            if descriptor >= 0:
                os.close(descriptor)


Open = Callable[..., Terminal]


@pytest.fixture
def opened() -> Iterator[Open]:
    """Open terminals, and close them after the test."""
    terminals: list[Terminal] = []

    def terminal(*argv: str, **env: str) -> Terminal:
        terminals.append(Terminal(*argv, **env))
        return terminals[-1]

    yield terminal
    for each in terminals:
        each.close()


ENDINGS: dict[str, tuple[int, Callable[[Terminal], None]]] = {
    "Ctrl-C": (130, lambda terminal: terminal.press(b"\x03")),
    "Ctrl-backslash": (131, lambda terminal: terminal.press(b"\x1c")),
    "SIGINT": (130, lambda terminal: terminal.signal(signal.SIGINT)),
    "SIGTERM": (143, lambda terminal: terminal.signal(signal.SIGTERM)),
    "SIGHUP": (129, lambda terminal: terminal.signal(signal.SIGHUP)),
    "SIGQUIT": (131, lambda terminal: terminal.signal(signal.SIGQUIT)),
    "q": (0, lambda terminal: terminal.press(b"q")),
}


@pytest.fixture(scope="module")
def before_premiere() -> Iterator[Terminal]:
    """Open a live view two seconds before the premiere, so that the first frame is before it."""
    terminal = Terminal(*LIVE, now="2027-01-09T16:29:58Z")
    yield terminal
    terminal.close()


@pytest.fixture(scope="module")
def on_air(before_premiere: Terminal) -> Terminal:
    """Wait in that live view until the premiere is on air."""
    before_premiere.until_text("on air, minute 1 of 30")
    return before_premiere


@pytest.fixture(scope="module")
def ends(before_premiere: Terminal) -> Iterator[dict[str, tuple[Terminal, int]]]:
    """Start one live view per ending, all together, and end each in its own way."""
    assert before_premiere.program  # the views start while its seconds pass
    terminals = {name: Terminal(*LIVE) for name in ENDINGS}
    found = {}
    for name, terminal in terminals.items():
        terminal.until_text(TITLE)
        ENDINGS[name][1](terminal)
        found[name] = (terminal, terminal.ended())
    yield found
    for terminal in terminals.values():
        terminal.close()


Ends = dict[str, tuple[Terminal, int]]

every_ending = pytest.mark.parametrize("ending", ENDINGS)


def last(pattern: bytes, raw: bytes) -> bytes:
    """Return the only group of the last match."""
    return [bytes(match[1]) for match in re.finditer(pattern, raw)][-1]


@every_ending
def test_each_ending_has_its_own_exit_code(ends: Ends, ending: str) -> None:
    assert ends[ending][1] == ENDINGS[ending][0]


@every_ending
def test_the_cursor_is_shown_again(ends: Ends, ending: str) -> None:
    assert last(rb"\x1b\[\?25([hl])", ends[ending][0].raw) == b"h"


@every_ending
def test_the_alternate_screen_is_left(ends: Ends, ending: str) -> None:
    assert last(rb"\x1b\[\?1049([hl])", ends[ending][0].raw) == b"l"


@every_ending
def test_line_wrapping_is_restored(ends: Ends, ending: str) -> None:
    assert last(rb"\x1b\[\?7([hl])", ends[ending][0].raw) == b"h"


@every_ending
def test_the_terminal_modes_are_restored(ends: Ends, ending: str) -> None:
    terminal = ends[ending][0]
    assert terminal.modes_now() == terminal.modes


@every_ending
def test_the_cursor_ends_in_the_first_column(ends: Ends, ending: str) -> None:
    assert ends[ending][0].screen.cursor.x == 0


@every_ending
def test_no_message_is_printed_at_the_end(ends: Ends, ending: str) -> None:
    assert b"medalist: " not in ends[ending][0].raw


def test_the_screen_shows_title_digits_clocks_and_progress(opened: Open) -> None:
    terminal = opened(*LIVE)
    terminal.until_text(TITLE, "██", "Sat 9 Jan 2027, 16:30", "announced as Sat 25:30", "99 %")


def test_the_view_changes_when_the_premiere_begins(on_air: Terminal) -> None:
    before, _, _ = on_air.raw.decode().partition("on air, minute 1 of 30")
    assert "██╔═████╗██╔═████╗██╗" in before  # large digits, 00:00:02 or 00:00:01


def test_each_second_is_drawn_once(on_air: Terminal) -> None:
    drawn = [int(row) for row in re.findall(rb"\x1b\[(\d+);1H", on_air.raw)]
    assert sum(later <= row for row, later in pairwise(drawn)) in (1, 2)


def test_only_changed_lines_are_written(on_air: Terminal) -> None:
    frames = on_air.raw.partition(CLEAR)[2]
    shown: dict[bytes, bytes] = {}
    for row, line in re.findall(rb"\x1b\[(\d+);1H([^\n]*?)(?=\x1b\[\d+;1H|$)", frames):
        assert shown.get(row) != line
        shown[row] = line
    assert len(shown) > 5


def test_a_resized_screen_is_redrawn(opened: Open) -> None:
    terminal = opened(*LIVE)
    terminal.until_text("██")
    terminal.resize(20, 24)
    terminal.until(lambda: TITLE in terminal.text and "██" not in terminal.text)
    terminal.resize(100, 30)
    terminal.until_text("██")
    terminal.press(b"q")
    assert terminal.ended() == 0


def test_a_tiny_screen_does_not_end_the_view(opened: Open) -> None:
    terminal = opened(*LIVE)
    terminal.until_text(TITLE)
    for columns, lines in ((0, 0), (1, 1), (5, 3), (300, 2), (0, 24)):
        cleared = terminal.raw.count(CLEAR)
        terminal.resize(columns, lines)
        terminal.until_raw(CLEAR, cleared + 1)
    terminal.resize(80, 24)
    terminal.until_text(TITLE, "██")


def test_no_line_is_wider_than_a_terminal_of_20_columns(opened: Open) -> None:
    terminal = opened(*LIVE)
    terminal.until_text("██")
    before = len(terminal.raw)
    terminal.resize(20, 24)
    terminal.until(lambda: CLEAR in terminal.raw[before:] and "2 premiere" in terminal.text)
    wide = pyte.Screen(200, 24)
    pyte.ByteStream(wide).feed(terminal.raw[terminal.raw.index(CLEAR, before) :])
    assert max(len(line.rstrip()) for line in wide.display) <= 20


def test_the_whole_screen_is_redrawn_after_sigstop(opened: Open) -> None:
    terminal = opened(*LIVE)
    terminal.until_text(TITLE, "99 %")
    terminal.signal(signal.SIGSTOP)
    os.waitpid(terminal.program.pid, os.WUNTRACED)
    cleared = terminal.raw.count(CLEAR)
    terminal.screen.reset()
    terminal.signal(signal.SIGCONT)
    terminal.until_raw(CLEAR, cleared + 1)
    terminal.until_text(TITLE, "99 %")
    assert terminal.raw.count(b"\x1b[?1049h") == 2  # whoever stopped it may have left the screen


def test_stdin_need_not_be_a_terminal(opened: Open) -> None:
    terminal = opened("sh", "-c", 'exec "$@" </dev/null', "sh", *LIVE)
    terminal.until_text(TITLE)
    terminal.press(b"\x03")
    assert terminal.ended() == 130
    assert terminal.screen.cursor.x == 0


def test_a_closed_terminal_ends_the_view_even_if_sighup_is_ignored(
    opened: Open, tmp_path: Path
) -> None:
    code = tmp_path / "code"
    script = 'trap "" HUP; "$@"; echo $? >"$0"'
    terminal = opened("sh", "-c", script, str(code), *LIVE)
    terminal.until_text(TITLE)
    terminal.hang_up()
    terminal.program.wait(PATIENCE)
    assert code.read_text() == "129\n"


def test_a_dumb_terminal_is_refused(opened: Open, tmp_path: Path) -> None:
    stderr = tmp_path / "stderr"
    terminal = opened("sh", "-c", 'exec "$@" 2>"$0"', str(stderr), *LIVE, TERM="dumb")
    assert (terminal.ended(), terminal.raw) == (2, b"")
    assert stderr.read_text() == (
        "medalist: error: --live needs a terminal\nWithout a terminal, use --follow.\n"
    )


def test_stdout_that_is_not_a_terminal_is_refused(rower: Program) -> None:
    assert rower("countdown", "--live", env={"TERM": "xterm"}) == (
        2,
        "",
        "medalist: error: --live needs a terminal\nWithout a terminal, use --follow.\n",
    )


@pytest.fixture
def shell(opened: Open) -> Terminal:
    """Open an interactive bash that reports its jobs at once and prints nothing else."""
    terminal = opened("bash", "--norc", "--noprofile", "-i", PS1="$ ", LIVE=" ".join(LIVE))
    terminal.press(b"set -b; bind 'set enable-bracketed-paste off'; clear\n")
    terminal.until(lambda: terminal.text.strip() == "$")
    return terminal


def typed(shell: Terminal, command: str) -> int:
    """Type a command, and return how many bytes the terminal had received before."""
    before = len(shell.raw)
    shell.press(f"{command}\n".encode())
    return before


def test_ctrl_z_restores_the_terminal_and_fg_resumes_the_view(shell: Terminal) -> None:
    typed(shell, "$LIVE")
    shell.until_text(TITLE, "99 %")
    shell.press(b"\x1a")
    shell.until_text("Stopped")
    assert last(rb"\x1b\[\?25([hl])", shell.raw) == b"h"
    assert last(rb"\x1b\[\?1049([hl])", shell.raw) == b"l"
    typed(shell, "fg")
    shell.until_text(TITLE, "99 %")
    assert last(rb"\x1b\[\?25([hl])", shell.raw) == b"l"
    assert last(rb"\x1b\[\?1049([hl])", shell.raw) == b"h"
    shell.press(b"q")
    shell.until(lambda: shell.text.strip() == "$")
    typed(shell, "echo ended with $?")
    shell.until_text("ended with 0")


def test_a_view_sent_to_the_background_draws_nothing_and_can_be_killed(
    shell: Terminal,
) -> None:
    typed(shell, "$LIVE")
    shell.until_text(TITLE, "99 %")
    shell.press(b"\x1a")
    shell.until_text("Stopped")
    before = typed(shell, "clear; bg")
    shell.until_text("Stopped")
    assert b"\x1b[?1049h" not in shell.raw[before:]
    assert TITLE not in shell.text
    typed(shell, "kill %1")
    shell.until_text("Terminated")


def test_a_view_started_in_the_background_waits_for_the_foreground(
    shell: Terminal,
) -> None:
    before = typed(shell, "stty -g; $LIVE & clear")
    shell.until_text("Stopped")
    assert b"\x1b[?1049h" not in shell.raw[before:]
    assert TITLE not in shell.text
    typed(shell, "fg")
    shell.until_text(TITLE, "99 %")
    shell.press(b"q")
    shell.until(lambda: shell.text.strip() == "$")
    after = typed(shell, "stty -g; echo done")
    shell.until(lambda: b"\ndone" in shell.raw[after:])
    modes = re.findall(rb"^[0-9a-f:]{50,}", shell.raw[before:], re.MULTILINE)
    assert modes[0] == modes[1]


@pytest.fixture
def pressed() -> Iterator[Callable[[bytes], Event]]:
    """Return a function from pressed keys to their event."""
    reading, writing = os.pipe()

    def event(keys: bytes) -> Event:
        os.write(writing, keys)
        return fullscreen._on_keys(reading)

    yield event
    os.close(reading)
    os.close(writing)


@pytest.mark.parametrize(
    "keys", [b"q", b"Q", b"\x1b", b"xq", b"x\x1b", b"\x1b[Aq", b"\x1b[A" * 999 + b"q"]
)
def test_a_quit_key_ends_with_0(pressed: Callable[[bytes], Event], keys: bytes) -> None:
    assert pressed(keys) == Event(ending=0)


@pytest.mark.parametrize(
    "keys",
    [
        b"x",
        b"\n",
        b" ",
        b"\x1b[A",
        b"\x1bOB",
        b"\x1b[5~",
        b"\x1b[1;5C",
        b"\x1b[A" * 9,
        b"\x1b[A" * 22,
        b"\x1b[A" * 5_000,
        b"\x1b[",
        b"x\x1b[1;",
        "é氷".encode(),
    ],
)
def test_other_keys_do_not_end_the_view(pressed: Callable[[bytes], Event], keys: bytes) -> None:
    assert pressed(keys) == Event()


@pytest.mark.parametrize("at", range(1, 6))
def test_a_sequence_that_arrives_in_two_parts_is_one_key(
    monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    parts = iter([b"\x1b[1;5C"[:at], b"\x1b[1;5C"[at:]])
    monkeypatch.setattr(os, "read", lambda *_: next(parts))
    monkeypatch.setattr(select, "select", lambda ready, *_: (ready, [], []))
    assert fullscreen._on_keys(0) == Event()


def test_a_terminal_that_is_gone_in_the_middle_of_a_sequence_ends_with_129(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    parts = iter([b"\x1b[", b""])
    monkeypatch.setattr(os, "read", lambda *_: next(parts))
    monkeypatch.setattr(select, "select", lambda ready, *_: (ready, [], []))
    assert fullscreen._on_keys(0) == Event(ending=129)


def test_an_interrupt_that_the_parent_ignores_does_not_end_the_view(opened: Open) -> None:
    terminal = opened("sh", "-c", "trap '' INT; exec \"$@\"", "sh", *LIVE)
    terminal.until_text(TITLE)
    terminal.press(b"\x03")
    terminal.signal(signal.SIGWINCH)
    terminal.until_raw(CLEAR, 2)
    terminal.press(b"q")
    assert terminal.ended() == 0


@pytest.mark.parametrize(
    ("numbers", "event"),
    [
        ([signal.SIGWINCH], Event(is_blank=True)),
        ([signal.SIGWINCH, signal.SIGWINCH], Event(is_blank=True)),
        ([signal.SIGINT], Event(ending=130)),
        ([signal.SIGWINCH, signal.SIGINT], Event(ending=130)),
        ([signal.SIGCONT, signal.SIGTERM], Event(ending=143)),
        ([signal.SIGTSTP, signal.SIGHUP], Event(ending=129)),
        ([signal.SIGTERM, signal.SIGINT], Event(ending=143)),
    ],
)
def test_an_ending_signal_is_not_lost_among_others(
    numbers: list[signal.Signals], event: Event
) -> None:
    assert fullscreen._on_signals(bytes(numbers), SavedState(None, {})) == event


@pytest.mark.parametrize(
    ("reported", "size"),
    [
        ((100, 30), (100, 30)),
        ((1, 1), (1, 1)),
        *(((0, 0), (80, 24)), ((0, 30), (80, 24)), ((100, 0), (80, 24))),
    ],
)
def test_a_terminal_without_a_size_counts_as_80_by_24(
    monkeypatch: pytest.MonkeyPatch, reported: tuple[int, int], size: tuple[int, int]
) -> None:
    sizes = {1: os.terminal_size(reported)}
    monkeypatch.setattr(os, "get_terminal_size", sizes.__getitem__)
    assert fullscreen.size() == size


def test_what_is_no_terminal_counts_as_80_by_24(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: int) -> os.terminal_size:
        raise OSError

    monkeypatch.setattr(os, "get_terminal_size", refuse)
    assert fullscreen.size() == (80, 24)


Draw = Callable[[list[str], list[str]], bytes]


@pytest.fixture
def drawn(capfdbinary: pytest.CaptureFixture[bytes]) -> Draw:
    """Return a function that gives the bytes written to replace some lines with others."""

    def written(lines: list[str], shown: list[str]) -> bytes:
        assert fullscreen.draw(lines, shown) == lines
        return capfdbinary.readouterr().out

    return written


def test_the_first_frame_clears_the_screen(drawn: Draw) -> None:
    assert drawn(["a", "", "c"], []) == b"\x1b[2J\x1b[1;1H\x1b[Ka\x1b[0m\x1b[3;1H\x1b[Kc\x1b[0m"


def test_a_screen_is_drawn_in_one_write(monkeypatch: pytest.MonkeyPatch) -> None:
    reader, writer = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)  # one message per write
    with reader, writer, writer.makefile("w", encoding="utf-8") as file:
        monkeypatch.setattr(sys, "stdout", file)
        fullscreen.draw(["█" * 80] * 24, [])
        monkeypatch.undo()
        assert reader.recv(65536).count(b";1H") == 24


def test_only_changed_lines_are_drawn(drawn: Draw) -> None:
    assert drawn(["a", "B", "c"], ["a", "b", "c"]) == b"\x1b[2;1H\x1b[KB\x1b[0m"


def test_an_unchanged_screen_writes_nothing(drawn: Draw) -> None:
    assert drawn(["a", "b"], ["a", "b"]) == b""


def test_a_view_in_the_background_draws_nothing(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr(os, "tcgetpgrp", lambda descriptor: os.getpgrp() + (descriptor == 1))
    assert fullscreen.draw(["a"], ["b"]) == []
    assert capfdbinary.readouterr().out == b""


def test_a_removed_line_is_cleared(drawn: Draw) -> None:
    assert drawn(["a", ""], ["a", "b"]) == b"\x1b[2;1H\x1b[K\x1b[0m"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
def test_a_wait_that_a_signal_ends_clears_its_line(opened: Open, number: signal.Signals) -> None:
    terminal = opened(*PROGRAM, "countdown", "--wait")
    terminal.until_text(TITLE)
    terminal.signal(number)
    assert (terminal.ended(), terminal.text.strip()) == (-number, "")


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGINT])
def test_a_wait_goes_on_where_the_parent_ignores_a_signal(
    opened: Open, number: signal.Signals
) -> None:
    terminal = opened(
        *("sh", "-c", f"trap '' {number.value}; exec \"$@\"", "sh", *PROGRAM, "countdown", "--wait")
    )
    terminal.until_text(TITLE)
    terminal.signal(number)
    shown = terminal.raw.count(b"\r")
    terminal.until_raw(b"\r", shown + 1)
    assert terminal.program.poll() is None


@pytest.mark.parametrize(("columns", "line"), [(0, "in 1 hour"), (1, "1h "), (30, "1h 30m")])
def test_the_line_of_a_wait_fits_terminals_of_every_size(
    opened: Open, columns: int, line: str
) -> None:
    script = f'stty cols {columns}; exec "$@"'
    terminal = opened("sh", "-c", script, "sh", *PROGRAM, "countdown", "--wait")
    terminal.until(lambda: line in terminal.raw.decode())
