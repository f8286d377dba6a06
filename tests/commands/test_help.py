"""`medalist help`: the same as -h."""

import pytest
from conftest import Program

from medalist_cli import commands
from medalist_cli.cli.loader import Folder, Menu

MENU = Folder(commands)
EVERY = [[], *([name] for name in MENU)] + [
    [name, inner]
    for name, menu in MENU.items()
    if isinstance(menu, Menu)
    for inner in menu.commands
]


@pytest.mark.parametrize("command", EVERY, ids=" ".join)
def test_help_is_the_same_as_the_option(medalist: Program, command: list[str]) -> None:
    shown = medalist("help", *command)
    assert shown == medalist(*command, "-h")
    assert (shown.code, shown.err) == (0, "")


@pytest.mark.parametrize("words", [["cast", "--", "nagi"], ["cast", "--data"], ["cast", "-f"]])
def test_help_runs_no_command_whatever_stands_beside_its_name(
    medalist: Program, words: list[str]
) -> None:
    assert medalist("help", "--", *words) == medalist("cast", "-h")


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        (["cats"], "Did you mean cast?"),
        (["inori"], "Try: medalist cast inori"),
        (["xyzzy"], "See: medalist -h"),
        (["data", "pth"], "Did you mean path?"),
        (["data", "xyzzy"], "See: medalist data -h"),
    ],
)
def test_an_unknown_command_is_a_usage_error(
    medalist: Program, words: list[str], advice: str
) -> None:
    expected = f"medalist: error: no such command '{words[-1]}'\n{advice}\n"
    assert medalist("help", *words) == (2, "", expected)
