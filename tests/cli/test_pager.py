"""Long output on a terminal goes to a pager, and only there."""

import io
import os
import pty
import shlex
import signal
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import PROGRAM, ROOT, SERIES, clean

from medalist_cli.cli import app, pager
from medalist_cli.terminal import Terminal

LONG = ("season", "1")
"""A command whose output is taller than the terminals here."""
MARK = "sed s/^/paged:/"


@pytest.mark.parametrize(
    ("environ", "words"),
    [
        ({}, ["less"]),
        ({"PAGER": "more -s"}, ["more", "-s"]),
        ({"PAGER": "more", "MEDALIST_PAGER": "less -S"}, ["less", "-S"]),
        ({"PAGER": "more", "MEDALIST_PAGER": "cat"}, []),
        ({"PAGER": "more", "MEDALIST_PAGER": ""}, []),
        ({"PAGER": " "}, []),
        ({"PAGER": "less 'not closed"}, []),
        ({"PAGER": "less; touch x $(touch y)"}, ["less;", "touch", "x", "$(touch", "y)"]),
    ],
)
def test_the_pager_is_the_programs_else_the_users_else_less(
    environ: dict[str, str], words: list[str]
) -> None:
    assert pager.command(environ) == words


@pytest.mark.parametrize(("lines", "is_taller"), [(23, False), (24, True), (500, True)])
def test_output_is_paged_when_a_prompt_below_it_would_not_fit(lines: int, is_taller: bool) -> None:
    assert pager.is_taller(b"x\n" * lines, Terminal(width=80, lines=24)) == is_taller


def test_output_that_goes_to_no_terminal_is_never_too_tall() -> None:
    assert not pager.is_taller(b"x\n" * 500, Terminal(width=None))


def test_stdout_that_is_not_a_terminal_has_no_pager() -> None:
    def run(*_: object) -> bool:
        raise AssertionError

    assert pager.show(b"x", {}, run) is None


def test_a_closed_stdout_has_no_pager(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert pager.show(b"x", {"PAGER": "true"}) is None


Show = Callable[[bytes, dict[str, str]], int | None]


@pytest.fixture
def show(monkeypatch: pytest.MonkeyPatch) -> Iterator[Show]:
    """Return `pager.show` with a terminal as stdout."""
    ours, theirs = pty.openpty()
    with os.fdopen(theirs, "w") as file:

        def on_terminal(content: bytes, environ: dict[str, str]) -> int | None:
            monkeypatch.setattr(sys, "stdout", file)
            return pager.show(content, environ)

        yield on_terminal
    os.close(ours)


@pytest.mark.parametrize(
    ("ending", "code"),
    [
        *(("exit 0", 0), ("exit 1", 1), ("exit 3", 3)),
        *(("exit 130", 0), ("kill -INT $$", 0), ("kill -HUP $$", 0)),
    ],
)
def test_the_exit_code_is_the_pagers_unless_a_signal_ended_it(
    show: Show, ending: str, code: int
) -> None:
    assert show(b"x", {"PAGER": f"sh -c '{ending}'"}) == code


@pytest.mark.parametrize("words", ["no-such-pager", "/dev/null", "cat", ""])
def test_a_pager_that_cannot_start_or_is_off_has_no_exit_code(show: Show, words: str) -> None:
    assert show(b"x", {"PAGER": words}) is None


def test_the_pager_gets_the_output_and_the_environment(show: Show, tmp_path: Path) -> None:
    script = 'cat >"$1"; echo "$LESS $MINE" >>"$1"'
    words = shlex.join(["sh", "-c", script, "sh", str(tmp_path / "got")])
    assert show(b"one\ntwo\n", {"PAGER": words, "MINE": "kept"}) == 0
    assert (tmp_path / "got").read_text() == "one\ntwo\nFRX kept\n"


SIGNALS = (signal.SIGINT, signal.SIGPIPE)


@pytest.mark.parametrize("script", ["exit 0", "kill -INT $PPID"])
@pytest.mark.parametrize("words", ["sh -c '{}'", "no-such-pager"])
def test_signals_are_handled_as_before_once_the_pager_has_left(
    show: Show, words: str, script: str
) -> None:
    before = [signal.getsignal(number) for number in SIGNALS]
    show(b"x" * 1_000_000, {"PAGER": words.format(script)})  # more than a pipe holds
    assert [signal.getsignal(number) for number in SIGNALS] == before


FAILED = "the pager 'sh p exit 3' ended with exit code 3; --no-pager prints without it"


@pytest.mark.parametrize(
    ("options", "ending", "note"),
    [
        ([], "exit 0", ""),
        ([], "exit 3", f"medalist: note: {FAILED}\n"),
        (["--no-pager"], "exit 3", ""),
    ],
)
def test_a_pager_that_fails_is_named_in_a_note(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, options: list[str], ending: str, note: str
) -> None:
    script = tmp_path / "p"
    script.write_text(f'cat >"$0.got"; {ending}\n')
    ours, theirs = pty.openpty()
    err = io.StringIO()
    with os.fdopen(theirs, "w") as file:
        monkeypatch.chdir(tmp_path)
        for name, value in {"MEDALIST_PAGER": f"sh p {ending}", "LINES": "3"}.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(sys, "stdout", file)
        monkeypatch.setattr(sys, "stderr", err)
        assert app.main(["cast", "--data", str(SERIES), *options]) == 0
        monkeypatch.undo()
    os.close(ours)
    assert err.getvalue() == note
    assert (tmp_path / "p.got").exists() == (not options)


class Shown:
    """What a program wrote to a terminal of 12 lines, and how it ended."""

    def __init__(self, *arguments: str, **env: str) -> None:
        ours, theirs = pty.openpty()
        termios.tcsetwinsize(theirs, (12, 80))
        variables = {"TERM": "xterm", "NO_COLOR": "1", "MEDALIST_DATA": str(SERIES)} | env
        with subprocess.Popen(
            [*PROGRAM, *arguments], stdin=theirs, stdout=theirs, stderr=theirs,
            env=clean(**variables), cwd=ROOT,
        ) as running:  # fmt: skip
            os.close(theirs)
            written = b"".join(iter(lambda: self._read(ours), b""))
            os.close(ours)
            self.code = running.wait(timeout=20)
        self.text = written.decode().replace("\r\n", "\n")

    @staticmethod
    def _read(terminal: int) -> bytes:
        try:
            return os.read(terminal, 65536)
        except OSError:  # EIO: the program has ended
            return b""


@pytest.fixture(scope="module")
def plain() -> str:
    """What the terminal shows without a pager."""
    return Shown(*LONG).text


def test_every_line_of_long_output_goes_through_the_pager(plain: str) -> None:
    shown = Shown(*LONG, MEDALIST_PAGER=MARK)
    assert shown.code == 0
    assert shown.text == "".join(f"paged:{line}\n" for line in plain.splitlines())


def test_output_that_fits_the_screen_is_printed() -> None:
    assert "paged:" not in Shown("season", MEDALIST_PAGER=MARK).text


@pytest.mark.parametrize(
    ("arguments", "env"),
    [(("--no-pager",), {}), ((), {"MEDALIST_PAGER": "cat"}), ((), {"MEDALIST_PAGER": "nosuch x"})],
    ids=["--no-pager", "cat", "missing"],
)
def test_without_a_pager_the_output_is_printed(
    plain: str, arguments: tuple[str, ...], env: dict[str, str]
) -> None:
    shown = Shown(*LONG, *arguments, **{"MEDALIST_PAGER": MARK} | env)
    assert (shown.code, shown.text) == (0, plain)


def test_accessible_output_is_not_paged() -> None:
    assert "paged:" not in Shown(*LONG, MEDALIST_PAGER=MARK, ACCESSIBLE="1").text


def test_a_file_is_not_paged(tmp_path: Path) -> None:
    shown = Shown(*LONG, "-o", str(tmp_path / "season"), MEDALIST_PAGER=MARK)
    assert (shown.code, shown.text) == (0, "")


@pytest.mark.parametrize("command", ["head -n 1", "true"])
def test_a_pager_that_leaves_early_is_no_error(plain: str, command: str) -> None:
    shown = Shown(*LONG, MEDALIST_PAGER=command)
    assert (shown.code, plain.startswith(shown.text)) == (0, True)


@pytest.mark.parametrize(("env", "options"), [({}, "FRX"), ({"LESS": "-S"}, "-S")])
def test_less_has_options_unless_the_user_has_set_them(env: dict[str, str], options: str) -> None:
    shown = Shown(*LONG, MEDALIST_PAGER="sh -c 'echo $LESS'", **env)
    assert shown.text == f"{options}\n"


def test_the_help_is_paged_too() -> None:
    assert Shown("-h", MEDALIST_PAGER=MARK).text.startswith("paged:Countdown and guide")
