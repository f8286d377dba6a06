"""The live view in a terminal that is none: what it shows, and that it gives all of it back."""

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
from medalist_cli.cli.fullscreen import Event, Taken

pytestmark = pytest.mark.thorough

LIVE = (*PROGRAM, "countdown", "--live")
TITLE = "Season 2 premiere"
PATIENCE = 5.0
"""Seconds after which something that should be on the screen is missed."""

CLEAR = b"\x1b[2J"

# Its first act is to open the terminal, which makes that the one that controls it.
ON_TERMINAL = ("sh", "-c", 'exec "$@" <>"$0" >&0 2>&0')


class Terminal:
    """A terminal with a program in it: keys in, a screen out."""

    def __init__(self, *argv: str, now: str = "2027-01-09T15:00Z", **env: str) -> None:
        self._ours, self._theirs = os.openpty()
        termios.tcsetwinsize(self._theirs, (24, 80))
        self.modes = termios.tcgetattr(self._theirs)
        self.screen = pyte.Screen(80, 24)
        self.raw = b""
        self._stream = pyte.ByteStream(self.screen)
        told = {"TERM": "xterm", "MEDALIST_NOW": now, "MEDALIST_DATA": str(SERIES)}
        self.program = subprocess.Popen(
            [*ON_TERMINAL, os.ttyname(self._theirs), *argv],
            start_new_session=True,
            cwd=ROOT,
            env=clean(**told | env),
        )

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display)

    def press(self, keys: bytes) -> None:
        os.write(self._ours, keys)

    def signal(self, number: int) -> None:
        os.kill(self.program.pid, number)

    def resize(self, columns: int, lines: int) -> None:
        self.screen.resize(lines or 24, columns or 80)
        termios.tcsetwinsize(self._ours, (lines, columns))

    def until(self, seen: Callable[[], bool]) -> None:
        """Read on until something is seen. Raises AssertionError when it is not in time."""
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
        if select.select([self._ours], [], [], seconds)[0]:
            read = os.read(self._ours, 65536)
            self.raw += read
            self._stream.feed(read)

    def ended(self) -> int:
        """Return the exit code, once the program has ended and all it wrote is read."""
        self.until(lambda: self.program.poll() is not None)
        self._read(0)
        return self.program.returncode

    def hang_up(self) -> None:
        os.close(self._ours)
        self._ours = -1

    def modes_now(self) -> list[object]:
        return termios.tcgetattr(self._theirs)

    def close(self) -> None:
        if self.program.poll() is None:
            os.killpg(self.program.pid, signal.SIGKILL)
            self.program.wait()
        for descriptor in (self._ours, self._theirs):
            if descriptor >= 0:
                os.close(descriptor)


Open = Callable[..., Terminal]


@pytest.fixture
def opened() -> Iterator[Open]:
    """Open terminals, and close them in the end."""
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
def turning() -> Iterator[Terminal]:
    """Open a live view a second before the premiere."""
    terminal = Terminal(*LIVE, now="2027-01-09T16:29:59Z")
    yield terminal
    terminal.close()


@pytest.fixture(scope="module")
def turned(turning: Terminal) -> Terminal:
    """Look at a live view until the premiere is on air."""
    turning.until_text("On air, minute 1 of 30")
    return turning


@pytest.fixture(scope="module")
def ends(turning: Terminal) -> Iterator[dict[str, tuple[Terminal, int]]]:
    """Start the live view once for each ending, all together, and end each in its way."""
    assert turning.program  # its second passes meanwhile
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
    """Return the one group of the last match."""
    return [bytes(match[1]) for match in re.finditer(pattern, raw)][-1]


@every_ending
def test_an_ending_has_its_exit_code(ends: Ends, ending: str) -> None:
    assert ends[ending][1] == ENDINGS[ending][0]


@every_ending
def test_the_cursor_is_shown_again(ends: Ends, ending: str) -> None:
    assert last(rb"\x1b\[\?25([hl])", ends[ending][0].raw) == b"h"


@every_ending
def test_the_other_screen_is_left(ends: Ends, ending: str) -> None:
    assert last(rb"\x1b\[\?1049([hl])", ends[ending][0].raw) == b"l"


@every_ending
def test_long_lines_wrap_again(ends: Ends, ending: str) -> None:
    assert last(rb"\x1b\[\?7([hl])", ends[ending][0].raw) == b"h"


@every_ending
def test_the_modes_are_as_before(ends: Ends, ending: str) -> None:
    terminal = ends[ending][0]
    assert terminal.modes_now() == terminal.modes


@every_ending
def test_the_prompt_comes_in_the_first_column(ends: Ends, ending: str) -> None:
    assert ends[ending][0].screen.cursor.x == 0


@every_ending
def test_nothing_is_said_in_the_end(ends: Ends, ending: str) -> None:
    assert b"medalist: " not in ends[ending][0].raw


def test_the_screen_has_the_title_the_digits_the_clocks_and_the_wait(opened: Open) -> None:
    terminal = opened(*LIVE)
    terminal.until_text(TITLE, "██", "Sat 9 Jan 25:30 JST", "Sun 10 Jan 01:30 JST", "99%")


def test_the_view_turns_when_the_minute_comes(turned: Terminal) -> None:
    assert b"Today, in 1 second" in turned.raw
    assert "Today" not in turned.text


def test_a_second_is_drawn_once(turned: Terminal) -> None:
    drawn = [int(row) for row in re.findall(rb"\x1b\[(\d+);1H", turned.raw)]
    assert sum(later <= row for row, later in pairwise(drawn)) == 1


def test_only_lines_that_changed_are_written(turned: Terminal) -> None:
    frames = turned.raw.partition(CLEAR)[2]
    shown: dict[bytes, bytes] = {}
    for row, line in re.findall(rb"\x1b\[(\d+);1H([^\n]*?)(?=\x1b\[\d+;1H|$)", frames):
        assert shown.get(row) != line
        shown[row] = line
    assert len(shown) > 5


def test_a_screen_that_shrinks_and_grows_is_drawn_anew(opened: Open) -> None:
    terminal = opened(*LIVE)
    terminal.until_text("██")
    terminal.resize(20, 24)
    terminal.until(lambda: TITLE in terminal.text and "██" not in terminal.text)
    terminal.resize(100, 30)
    terminal.until_text("██")
    terminal.press(b"q")
    assert terminal.ended() == 0


def test_a_screen_of_hardly_any_size_is_survived(opened: Open) -> None:
    terminal = opened(*LIVE)
    terminal.until_text(TITLE)
    for columns, lines in ((0, 0), (1, 1), (5, 3), (300, 2), (0, 24)):
        cleared = terminal.raw.count(CLEAR)
        terminal.resize(columns, lines)
        terminal.until_raw(CLEAR, cleared + 1)
    terminal.resize(80, 24)
    terminal.until_text(TITLE, "██")


def test_no_line_is_longer_than_20_columns(opened: Open) -> None:
    terminal = opened(*LIVE)
    terminal.until_text("██")
    before = len(terminal.raw)
    terminal.resize(20, 24)
    terminal.until(lambda: CLEAR in terminal.raw[before:] and "2 premiere" in terminal.text)
    wide = pyte.Screen(200, 24)
    pyte.ByteStream(wide).feed(terminal.raw[terminal.raw.index(CLEAR, before) :])
    assert max(len(line.rstrip()) for line in wide.display) <= 20


def test_a_stop_that_nobody_can_handle_is_followed_by_a_whole_screen(opened: Open) -> None:
    terminal = opened(*LIVE)
    terminal.until_text(TITLE, "99%")
    terminal.signal(signal.SIGSTOP)
    os.waitpid(terminal.program.pid, os.WUNTRACED)
    cleared = terminal.raw.count(CLEAR)
    terminal.screen.reset()
    terminal.signal(signal.SIGCONT)
    terminal.until_raw(CLEAR, cleared + 1)
    terminal.until_text(TITLE, "99%")


def test_a_stdin_that_is_no_terminal_does_not_matter(opened: Open) -> None:
    terminal = opened("sh", "-c", 'exec "$@" </dev/null', "sh", *LIVE)
    terminal.until_text(TITLE)
    terminal.press(b"\x03")
    assert terminal.ended() == 130
    assert terminal.screen.cursor.x == 0


def test_a_terminal_that_is_gone_ends_it_though_hang_ups_are_ignored(
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
    said = tmp_path / "stderr"
    terminal = opened("sh", "-c", 'exec "$@" 2>"$0"', str(said), *LIVE, TERM="dumb")
    assert (terminal.ended(), terminal.raw) == (2, b"")
    assert said.read_text() == (
        "medalist: error: --live needs a terminal\n--follow writes lines anywhere.\n"
    )


def test_no_terminal_is_refused(rower: Program) -> None:
    assert rower("countdown", "--live", env={"TERM": "xterm"}) == (
        2,
        "",
        "medalist: error: --live needs a terminal\n--follow writes lines anywhere.\n",
    )


@pytest.fixture
def shell(opened: Open) -> Terminal:
    """Open an interactive bash that tells of its jobs at once, and of nothing else."""
    terminal = opened("bash", "--norc", "--noprofile", "-i", PS1="$ ", LIVE=" ".join(LIVE))
    terminal.press(b"set -b; bind 'set enable-bracketed-paste off'; clear\n")
    terminal.until(lambda: terminal.text.strip() == "$")
    return terminal


def typed(shell: Terminal, command: str) -> int:
    """Type a command, and return how much the terminal had been sent before."""
    before = len(shell.raw)
    shell.press(f"{command}\n".encode())
    return before


def test_ctrl_z_gives_the_terminal_back_and_fg_takes_it_again(shell: Terminal) -> None:
    typed(shell, "$LIVE")
    shell.until_text(TITLE, "99%")
    shell.press(b"\x1a")
    shell.until_text("Stopped")
    assert last(rb"\x1b\[\?25([hl])", shell.raw) == b"h"
    assert last(rb"\x1b\[\?1049([hl])", shell.raw) == b"l"
    typed(shell, "fg")
    shell.until_text(TITLE, "99%")
    assert last(rb"\x1b\[\?25([hl])", shell.raw) == b"l"
    assert last(rb"\x1b\[\?1049([hl])", shell.raw) == b"h"
    shell.press(b"q")
    shell.until(lambda: shell.text.strip() == "$")
    typed(shell, "echo ended with $?")
    shell.until_text("ended with 0")


def test_a_stopped_view_that_is_sent_to_the_background_draws_nothing_and_can_be_ended(
    shell: Terminal,
) -> None:
    typed(shell, "$LIVE")
    shell.until_text(TITLE, "99%")
    shell.press(b"\x1a")
    shell.until_text("Stopped")
    before = typed(shell, "clear; bg")
    shell.until_text("Stopped")
    assert b"\x1b[?1049h" not in shell.raw[before:]
    assert TITLE not in shell.text
    typed(shell, "kill %1")
    shell.until_text("Terminated")


def test_a_view_that_is_begun_in_the_background_waits_until_it_is_in_front(
    shell: Terminal,
) -> None:
    before = typed(shell, "stty -g; $LIVE & clear")
    shell.until_text("Stopped")
    assert b"\x1b[?1049h" not in shell.raw[before:]
    assert TITLE not in shell.text
    typed(shell, "fg")
    shell.until_text(TITLE, "99%")
    shell.press(b"q")
    shell.until(lambda: shell.text.strip() == "$")
    after = typed(shell, "stty -g; echo done")
    shell.until(lambda: b"\ndone" in shell.raw[after:])
    modes = re.findall(rb"^[0-9a-f:]{50,}", shell.raw[before:], re.MULTILINE)
    assert modes[0] == modes[1]


@pytest.fixture
def pressed() -> Iterator[Callable[[bytes], Event]]:
    """Return what keys lead to."""
    reading, writing = os.pipe()

    def event(keys: bytes) -> Event:
        os.write(writing, keys)
        return fullscreen._pressed(reading)

    yield event
    os.close(reading)
    os.close(writing)


@pytest.mark.parametrize("keys", [b"q", b"Q", b"\x1b", b"xq", b"\x1b[Aq"])
def test_a_key_to_quit_ends_with_0(pressed: Callable[[bytes], Event], keys: bytes) -> None:
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
        "é氷".encode(),
    ],
)
def test_an_arrow_or_a_mouse_wheel_ends_nothing(
    pressed: Callable[[bytes], Event], keys: bytes
) -> None:
    assert pressed(keys) == Event()


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
def test_of_signals_that_come_together_one_that_ends_is_not_lost(
    numbers: list[signal.Signals], event: Event
) -> None:
    assert fullscreen._after(bytes(numbers), Taken(None, {})) == event


Draw = Callable[[list[str], list[str]], bytes]


@pytest.fixture
def drawn(capfdbinary: pytest.CaptureFixture[bytes]) -> Draw:
    """Return what is written to show some lines in place of others."""

    def written(lines: list[str], shown: list[str]) -> bytes:
        assert fullscreen.draw(lines, shown) == lines
        return capfdbinary.readouterr().out

    return written


def test_a_first_screen_is_cleared_and_drawn_in_one_go(drawn: Draw) -> None:
    assert drawn(["a", "", "c"], []) == b"\x1b[2J\x1b[1;1H\x1b[Ka\x1b[0m\x1b[3;1H\x1b[Kc\x1b[0m"


def test_a_screen_is_drawn_in_one_write(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)  # a message for a write
    with ours, theirs, theirs.makefile("w", encoding="utf-8") as file:
        monkeypatch.setattr(sys, "stdout", file)
        fullscreen.draw(["█" * 80] * 24, [])
        monkeypatch.undo()
        assert ours.recv(65536).count(b";1H") == 24


def test_only_changed_lines_are_drawn(drawn: Draw) -> None:
    assert drawn(["a", "B", "c"], ["a", "b", "c"]) == b"\x1b[2;1H\x1b[KB\x1b[0m"


def test_an_unchanged_screen_writes_nothing(drawn: Draw) -> None:
    assert drawn(["a", "b"], ["a", "b"]) == b""


def test_a_line_that_is_gone_is_wiped(drawn: Draw) -> None:
    assert drawn(["a", ""], ["a", "b"]) == b"\x1b[2;1H\x1b[K\x1b[0m"
