"""Detection of what standard output can show."""

import os
import pty
import termios
from collections.abc import Iterator
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import TextIO

import pytest

from medalist_cli.terminal import Colour, Terminal, detect, in_foreground

PIPE = TextIOWrapper(BytesIO(), encoding="utf-8")


@pytest.fixture
def terminal() -> Iterator[TextIO]:
    """Open a terminal of 24 lines and 100 columns."""
    controller, device = pty.openpty()
    termios.tcsetwinsize(device, (24, 100))
    with open(controller, "rb", buffering=0), open(device, "w", encoding="utf-8") as stdout:
        yield stdout


@pytest.mark.parametrize(
    ("environ", "is_coloured"),
    [
        ({}, True),
        ({"TERM": "xterm"}, True),
        ({"TERM": "dumb"}, False),
        ({"CLICOLOR": "0"}, False),
        ({"CLICOLOR": "1"}, True),
        ({"CLICOLOR": "1", "TERM": "dumb"}, False),
        ({"CLICOLOR_FORCE": "1", "CLICOLOR": "0", "TERM": "dumb"}, True),
        ({"CLICOLOR_FORCE": "0", "TERM": "dumb"}, False),
        ({"FORCE_COLOR": "1", "CLICOLOR": "0", "TERM": "dumb"}, True),
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": "0", "FORCE_COLOR": "1", "CLICOLOR_FORCE": "1"}, False),
        ({"NO_COLOR": "", "FORCE_COLOR": "", "CLICOLOR_FORCE": "", "CLICOLOR": ""}, True),
    ],
)
def test_a_terminal_is_coloured_unless_a_variable_disables_colour(
    terminal: TextIO, environ: dict[str, str], is_coloured: bool
) -> None:
    assert detect(terminal, environ).colour is is_coloured


@pytest.mark.parametrize(
    ("environ", "is_coloured"),
    [
        ({}, False),
        ({"CLICOLOR": "1"}, False),
        ({"CLICOLOR_FORCE": "0"}, False),
        ({"CLICOLOR_FORCE": "1"}, True),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_a_pipe_is_coloured_only_if_a_variable_forces_it(
    environ: dict[str, str], is_coloured: bool
) -> None:
    assert detect(PIPE, environ).colour is is_coloured


@pytest.mark.parametrize("environ", [{"NO_COLOR": "1"}, {"FORCE_COLOR": "1"}, {"TERM": "dumb"}])
@pytest.mark.parametrize(("option", "is_coloured"), [("always", True), ("never", False)])
def test_the_option_overrides_every_variable(
    option: Colour, environ: dict[str, str], is_coloured: bool
) -> None:
    assert detect(PIPE, environ, option).colour is is_coloured


@pytest.mark.parametrize(
    ("columns", "width"),
    [
        ("120", 120),
        ("20", 20),
        ("10000", 10000),
        ("10001", 100),
        ("1", 20),
        ("019", 20),
        ("", 100),
        ("0", 100),
        ("-5", 100),
        ("+80", 100),
        ("abc", 100),
        ("80.0", 100),
        ("²", 100),
        ("８０", 100),
        ("1e9", 100),
        ("1000000000", 100),
        ("9" * 5000, 100),
    ],
)
def test_columns_sets_the_width_unless_it_is_invalid(
    terminal: TextIO, columns: str, width: int
) -> None:
    assert detect(terminal, {"COLUMNS": columns}).width == width


@pytest.mark.parametrize(("columns", "width"), [(0, 80), (1, 20), (19, 20), (21, 21)])
def test_a_terminal_is_treated_as_at_least_20_columns_wide(
    terminal: TextIO, columns: int, width: int
) -> None:
    termios.tcsetwinsize(terminal.fileno(), (0, columns))
    assert detect(terminal, {}).width == width


@pytest.mark.parametrize(
    ("environ", "rows", "lines"),
    [
        ({}, 40, 40),
        ({}, 0, 24),
        ({"LINES": "1"}, 40, 1),
        ({"LINES": "0"}, 40, 40),
        ({"LINES": "50", "COLUMNS": "60"}, 0, 50),
    ],
)
def test_lines_sets_how_many_fit_unless_it_is_invalid(
    terminal: TextIO, environ: dict[str, str], rows: int, lines: int
) -> None:
    termios.tcsetwinsize(terminal.fileno(), (rows, 100))
    assert detect(terminal, environ).lines == lines


def test_a_pipe_has_no_size_whatever_the_variables_say() -> None:
    assert detect(PIPE, {"COLUMNS": "120", "LINES": "50"}) == Terminal(width=None, lines=None)


@pytest.mark.parametrize("environ", [{}, {"COLUMNS": "120"}])
def test_a_closed_stdout_has_no_width_and_no_colour(environ: dict[str, str]) -> None:
    assert detect(None, environ) == Terminal(width=None)


def test_what_is_no_terminal_counts_as_the_foreground(tmp_path: Path) -> None:
    with open(tmp_path / "file", "w") as file:
        assert in_foreground(file.fileno())


def test_a_system_without_jobs_has_everything_in_the_foreground(
    terminal: TextIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "tcgetpgrp")
    assert in_foreground(terminal.fileno())


def test_the_encoding_is_that_of_the_stream() -> None:
    assert detect(TextIOWrapper(BytesIO(), encoding="cp932"), {}).encoding == "cp932"


@pytest.mark.parametrize(
    ("value", "is_accessible"), [("1", True), ("yes", True), ("0", False), ("", False)]
)
def test_accessible_output_needs_a_variable_that_is_not_empty_or_0(
    value: str, is_accessible: bool
) -> None:
    assert detect(PIPE, {"ACCESSIBLE": value}).accessible is is_accessible


@pytest.mark.parametrize(
    ("environ", "has_links"),
    [({"TERM": "xterm"}, True), ({"TERM": "linux"}, False), ({"NO_COLOR": "1"}, False)],
)
def test_hyperlinks_need_a_terminal_that_supports_them(
    terminal: TextIO, environ: dict[str, str], has_links: bool
) -> None:
    assert detect(terminal, environ).links is has_links
    assert not detect(PIPE, environ | {"FORCE_COLOR": "1"}).links
