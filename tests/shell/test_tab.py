"""Completion by real TAB presses in bash, zsh and fish."""

import json
import os
import pty
import re
import select
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import ROOT, SERIES, clean

pytestmark = pytest.mark.thorough

SHELLS = {
    "bash": ["bash", "--norc", "--noprofile", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "--no-config", "-i"],
}
# Each shell writes its command line to a file when Ctrl-G is pressed.
DUMP = {
    "bash": """bind -x '"\\C-g": printf %s "$READLINE_LINE" >line.new; mv line.new line'
    PS1='> '""",
    "zsh": "dump() { print -rn -- $BUFFER >line.new; mv line.new line }; zle -N dump;"
    " bindkey '^G' dump; PS1='> '; unsetopt beep; setopt no_list_beep",
    "fish": "function dump; commandline | string join '' >line.new; mv line.new line; end;"
    " bind \\cg dump; function fish_prompt; echo -n '> '; end",
}
HOSTILE = "x'; touch hacked; `touch hacked` $(touch hacked) \\$(touch hacked) \\[red] [/b] \"&|>"
PATIENCE = 15.0
"""Seconds to wait for a shell on a busy machine; it answers in a fraction of one."""


class Shell:
    """An interactive shell on a pseudo-terminal, with the program's completion loaded."""

    def __init__(self, name: str, folder: Path, data: Path) -> None:
        self.name = name
        self._folder = folder
        program = folder / "bin" / "medalist"
        program.parent.mkdir(exist_ok=True)
        python = f"exec {shlex.quote(sys.executable)} -m medalist_cli"
        program.write_text(f'#!/bin/sh\n{python} "$@"\n')
        program.chmod(0o755)
        path = f"{program.parent}:{os.environ['PATH']}"
        environ = clean(
            PATH=path,
            HOME=str(folder),
            TERM="xterm",
            MEDALIST_DATA=str(data),
            PYTHONPATH=str(ROOT),
            INPUTRC="/dev/null",
        )
        script = subprocess.run(
            [str(program), "init", name, "--no-prompt"],
            env=environ,
            capture_output=True,
            check=True,
            timeout=20,
        )
        (folder / "setup").write_bytes(script.stdout + b"\n" + DUMP[name].encode() + b"\n")
        self._process, self._terminal = pty.fork()
        if not self._process:
            os.chdir(folder)
            os.execvpe(SHELLS[name][0], SHELLS[name], environ)
        self._send(" . ./setup; touch ready\r")
        self._until((folder / "ready").exists)

    def completed(self, typed: str) -> str:
        """Return the command line after typing a text and pressing TAB."""
        self._press(f"{typed}\t")
        return (self._folder / "line").read_text().rstrip("\n")

    def shown(self, typed: str) -> str:
        """Return what the terminal shows after a text and two TABs."""
        return re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", self._press(f"{typed}\t\t"))

    def _press(self, keys: str) -> str:
        """Type on an empty line, wait until the shell has handled it, return what it wrote."""
        line = self._folder / "line"
        line.unlink(missing_ok=True)
        self._send(f"\x15{keys}\x07")  # Ctrl-U empties the line
        return self._until(line.exists)

    def close(self) -> None:
        """End the shell."""
        os.close(self._terminal)
        os.kill(self._process, 9)
        os.waitpid(self._process, 0)

    def _send(self, text: str) -> None:
        os.write(self._terminal, text.encode())

    def _read(self, seconds: float) -> str:
        if not select.select([self._terminal], [], [], seconds)[0]:
            return ""
        return os.read(self._terminal, 65536).decode(errors="replace")

    def _until(self, is_done: Callable[[], bool]) -> str:
        """Return what the shell writes until something has happened."""
        written = ""
        end = time.monotonic() + PATIENCE
        while not is_done():
            written += self._read(0.02)
            assert time.monotonic() < end, "the shell does not answer"
        return written + self._read(0.0)


@pytest.fixture(scope="module", params=SHELLS)
def shell(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Shell]:
    """Start each shell that is installed, with the invented show."""
    if not shutil.which(request.param):
        pytest.skip(f"{request.param} is not installed")
    started = Shell(request.param, tmp_path_factory.mktemp("home"), SERIES)
    yield started
    started.close()


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("medalist coun", "medalist countdown "),
        ("medalist countdown season-2-p", "medalist countdown season-2-premiere "),
        ("medalist cast coac", "medalist cast coach K "),
        ("medalist cast 潮", "medalist cast 潮凪 "),
        ("medalist where Kawa Str", "medalist where Kawa Stream "),
        ("medalist cast -f jsonl", "medalist cast -f jsonl "),
        ("medalist cast --fields actor_", "medalist cast --fields actor_ja "),
        ("medalist cast --fields role,dub", "medalist cast --fields role,dub "),
        ("medalist cast --seen none mei", "medalist cast --seen none mei"),
    ],
)
def test_tab_completes_a_line(shell: Shell, typed: str, completed: str) -> None:
    line = shell.completed(typed).replace("\\", "")
    assert line.rstrip() == completed.rstrip()


def test_tab_completes_inside_quotes(shell: Shell) -> None:
    line = shell.completed('medalist cast "Coac').replace("\\", "")
    assert shlex.split(line)[2] == "Coach K"


def test_tab_completes_a_file(shell: Shell) -> None:
    (shell._folder / "my-show.json").write_text("{}")
    line = shell.completed("medalist cast --data ~/my-sh")
    assert line.rstrip().endswith("/my-show.json")


def test_descriptions_are_shown(shell: Shell) -> None:
    shown = shell.shown("medalist countdown season-1-")
    if shell.name == "bash":
        pytest.skip("bash has no descriptions")
    assert "Season 1 premiere" in shown


@pytest.mark.parametrize("name", SHELLS)
def test_no_text_of_a_dataset_is_run(name: str, tmp_path: Path) -> None:
    """Every text that completion offers is hostile; none of it creates a file."""
    if not shutil.which(name):
        pytest.skip(f"{name} is not installed")
    show = json.loads(SERIES.read_bytes())
    show["milestones"][0] |= {"title": HOSTILE}
    show["milestones"][1] |= {"id": f"zz{HOSTILE}", "title": HOSTILE}
    for role in show["cast"]:
        role["character"] = {"name": HOSTILE}
    show["anchor"] = show["milestones"][0]["id"]
    data = tmp_path / "show.json"
    data.write_text(json.dumps(show))
    shell = Shell(name, tmp_path, data)
    try:
        for typed in ("countdown ", "countdown zz", "cast ", "cast x", "plan --by ", "sources "):
            shown = shell.shown(f"medalist {typed}")
            assert "Traceback" not in shown
    finally:
        shell.close()
    assert not list(tmp_path.rglob("hacked*"))
