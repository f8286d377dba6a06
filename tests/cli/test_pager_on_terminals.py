"""Long output on a terminal: which pager shows it, and what a bad one does."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import PROGRAM

from cli.test_fullscreen import Terminal
from medalist_cli.cli import pager
from medalist_cli.terminal import Terminal as Screen

LONG = (*PROGRAM, "data", "show")
FIRST = b'"schema_version"'

Paged = Callable[..., Terminal]


@pytest.fixture
def paged(tmp_path: Path) -> Iterator[Paged]:
    """Run a command on a terminal of 24 lines with a shell script as the pager."""
    terminals = []

    def run(script: str, *argv: str, **env: str) -> Terminal:
        program = tmp_path / "my pager"
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
        variables = {"MEDALIST_PAGER": f"'{program}'"} | env
        terminals.append(Terminal(*(argv or LONG), **variables))
        return terminals[-1]

    yield run
    for terminal in terminals:
        terminal.close()


@pytest.mark.parametrize(
    ("environ", "words"),
    [
        ({}, ["less"]),
        ({"PAGER": "more -s"}, ["more", "-s"]),
        ({"PAGER": "more", "MEDALIST_PAGER": "less -R"}, ["less", "-R"]),
        ({"PAGER": "more", "MEDALIST_PAGER": ""}, []),
        ({"PAGER": ""}, []),
        ({"PAGER": "cat"}, []),
        ({"PAGER": "more", "MEDALIST_PAGER": "cat"}, []),
        ({"PAGER": "'my pager' -x"}, ["my pager", "-x"]),
        ({"PAGER": "less; touch x"}, ["less;", "touch", "x"]),
        ({"PAGER": "less $(touch x)"}, ["less", "$(touch", "x)"]),
        ({"PAGER": "'not closed"}, []),
    ],
)
def test_the_pager_is_split_into_words_and_no_shell_reads_it(
    environ: dict[str, str], words: list[str]
) -> None:
    assert pager.command(environ) == words


@pytest.mark.parametrize(("lines", "is_taller"), [(23, False), (24, True), (25, True)])
def test_output_is_taller_if_a_prompt_below_it_does_not_fit(lines: int, is_taller: bool) -> None:
    assert pager.is_taller(b"x\n" * lines, Screen(width=80, lines=24)) is is_taller


def test_output_in_a_pipe_is_never_paged() -> None:
    assert not pager.is_taller(b"x\n" * 99, Screen(width=None))


@pytest.mark.thorough
def test_long_output_goes_to_the_pager_with_options_for_less(paged: Paged) -> None:
    terminal = paged('echo "LESS=$LESS"; wc -c')
    assert terminal.ended() == 0
    assert b"LESS=FRX" in terminal.raw
    assert FIRST not in terminal.raw


@pytest.mark.thorough
def test_the_options_for_less_of_the_user_are_kept(paged: Paged) -> None:
    terminal = paged('echo "LESS=$LESS"', LESS="M")
    assert terminal.ended() == 0
    assert b"LESS=M\r\n" in terminal.raw


@pytest.mark.thorough
@pytest.mark.parametrize("env", [{"ACCESSIBLE": "1"}, {"MEDALIST_PAGER": ""}, {"LINES": "9999"}])
def test_some_terminals_have_no_pager(paged: Paged, env: dict[str, str]) -> None:
    terminal = paged("echo paged", **env)
    assert terminal.ended() == 0
    assert (b"paged" in terminal.raw, FIRST in terminal.raw) == (False, True)


@pytest.mark.thorough
@pytest.mark.parametrize("more", [["--no-pager"], ["-o", "/dev/null"]])
def test_some_options_turn_the_pager_off(paged: Paged, more: list[str]) -> None:
    terminal = paged("echo paged", *LONG, *more)
    assert terminal.ended() == 0
    assert b"paged" not in terminal.raw


@pytest.mark.thorough
def test_a_pager_that_is_left_at_once_is_no_error(paged: Paged) -> None:
    terminal = paged("exit 0")
    assert (terminal.ended(), terminal.raw) == (0, b"")


@pytest.mark.thorough
@pytest.mark.parametrize("missing", ["no-such-pager", "/dev/null", "'not closed"])
def test_without_a_pager_that_starts_the_output_is_printed(paged: Paged, missing: str) -> None:
    terminal = paged("", MEDALIST_PAGER=missing)
    assert terminal.ended() == 0
    assert (FIRST in terminal.raw, b"medalist: " in terminal.raw) == (True, False)


@pytest.mark.thorough
def test_a_pager_that_fails_is_named_in_a_note(paged: Paged) -> None:
    terminal = paged("exit 3")
    assert terminal.ended() == 0
    shown = terminal.raw.decode().replace("\r\n", "\n")
    assert shown.startswith("medalist: note: the pager '")
    assert shown.endswith("' ended with exit code 3; --no-pager prints without it\n")
    assert shown.count("\n") == 1


@pytest.mark.thorough
@pytest.mark.parametrize(("script", "left"), [("trap 'exit 0' INT", 0), ("true", 0)])
def test_ctrl_c_is_for_the_pager(paged: Paged, script: str, left: int) -> None:
    terminal = paged(f"{script}; echo ready; while true; do sleep 0.1; done")
    terminal.until_raw(b"ready", 1)
    terminal.press(b"\x03")
    assert terminal.ended() == left
    assert b"Traceback" not in terminal.raw
    assert b"medalist: " not in terminal.raw


@pytest.mark.thorough
def test_a_pager_that_ignores_ctrl_c_goes_on(paged: Paged) -> None:
    terminal = paged("trap '' INT; echo ready; read answer </dev/tty; echo got $answer")
    terminal.until_raw(b"ready", 1)
    terminal.press(b"\x03")
    terminal.press(b"yes\n")
    assert terminal.ended() == 0
    assert b"got yes" in terminal.raw
