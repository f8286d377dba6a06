"""Where the modules that only POSIX has are missing, everything but `--live` works."""

import sys
from pathlib import Path

import pytest
from conftest import ROOT, Ended, answered, process

from medalist_cli import cli

WITHOUT = """
import os, sys
for name in ("fcntl", "termios", "tty", "resource", "pwd", "grp"):
    sys.modules[name] = None
for name in ("fchmod", "tcgetpgrp"):
    delattr(os, name)
from medalist_cli.cli import app
sys.exit(app.main(sys.argv[1:]))
"""
"""The program where the modules that only POSIX has are missing."""


def run_without(folder: Path, *arguments: str) -> Ended:
    given = [argument.format(folder=folder) for argument in arguments]
    env = {"XDG_STATE_HOME": str(folder), "PYTHONPATH": str(ROOT)}
    return process(sys.executable, "-c", WITHOUT, *given, env=env)


@pytest.mark.thorough
@pytest.mark.parametrize(
    "arguments",
    [
        *(["-h"], [], ["countdown"], ["countdown", "s2e1", "--wait"], ["recap"], ["is", "out"]),
        *(["cast", "-o", "{folder}/cast.txt"], ["init", "bash"], ["seen", "S1E1"]),
        ["due", "film", "--at", "900d", "--state", "{folder}/due.json"],
    ],
    ids=" ".join,
)
def test_a_command_works_without_the_modules_of_posix(arguments: list[str], tmp_path: Path) -> None:
    ended = run_without(tmp_path, *arguments)
    assert (ended.code, ended.err) == (0, "")


def test_live_is_a_usage_error_without_the_modules_of_posix(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delitem(sys.modules, "medalist_cli.cli.fullscreen", raising=False)
    monkeypatch.delattr(cli, "fullscreen", raising=False)
    monkeypatch.setitem(sys.modules, "termios", None)
    assert answered("countdown", "--live", columns=80, env={"TERM": "xterm"}) == (
        2,
        "",
        "medalist: error: --live does not work on this system\nUse --follow.\n",
    )
