"""Long output on a terminal goes to a pager, and only there."""

import os
import pty
import subprocess
import termios
from pathlib import Path

import pytest
from conftest import PROGRAM, ROOT, SERIES, clean

from medalist_cli.cli import pager
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

    assert not pager.show(b"x", {}, run)


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
