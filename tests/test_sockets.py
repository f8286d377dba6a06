"""No command ever imports `socket`: the program cannot open a connection."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, SERIES, clean
from storage.importers.test_importers import EVERY, FIXTURES

from medalist_cli import commands, render
from medalist_cli.cli.loader import Command, Folder, Menu
from medalist_cli.commands._home import home
from medalist_cli.model.result import declared

pytestmark = pytest.mark.thorough

BUNDLED = str(ROOT / "data" / "medalist.json")

ARGUMENTS: dict[str, list[list[str]]] = {
    "init": [["bash"], ["zsh"], ["fish"]],
    "plan": [["--by", "film"]],
    "is within": [["7d"]],
    "due": [["film", "--state", "{folder}/due.json"]],
    "seen": [[], ["S1E1"]],
    "search": [["inori"]],
    "data diff": [[str(SERIES), BUNDLED]],
    "data import": [[name, str(FIXTURES / file)] for name, file in EVERY],
    "data install": [[str(SERIES), "--force"], ["--remove"]],
    "data merge": [[str(SERIES), BUNDLED]],
    "data validate": [[str(SERIES)]],
    "countdown": [[], ["--follow", "--at", "0", "s1e1"], ["--wait", "s1e1"]],
}
"""What a command needs, or has besides its plain form."""

LOOK = """
import io, json, sys
from medalist_cli.cli import app
guilty = {}
for run in json.load(sys.stdin):
    sys.stdout = io.TextIOWrapper(io.BytesIO(), "utf-8")
    code = app.main(run)
    if code not in (0, 1) or "socket" in sys.modules:
        guilty[" ".join(run)] = "socket" if "socket" in sys.modules else code
        sys.modules.pop("socket", None)
sys.__stdout__.write(json.dumps(guilty))
"""


def leaves(folder: Any, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Command]]:
    """Yield every command of a menu with its words."""
    for name in folder:
        found = folder[name]
        if isinstance(found, Menu):
            yield from leaves(found.commands, (*above, name))
        else:
            yield (*above, name), found


def runs() -> Iterator[list[str]]:
    """Yield every command in every form and format that its result has."""
    for words, command in leaves(Folder(commands)):
        yield [*words, "-h"]
        for arguments in ARGUMENTS.get(" ".join(words), [[]]):
            yield [*words, *arguments]
        first = ARGUMENTS.get(" ".join(words), [[]])[0]
        takes = {param.name for param in command.params}
        formats = render.formats(command.kind) if "format" in takes else ()
        yield from ([*words, *first, "-f", form] for form in formats)
    yield ["-h"]
    yield from (["-f", form] for form in render.formats(declared(home)[0]))


def guilty(folder: Path, look: str) -> dict[str, Any]:
    """Return the runs that failed or imported `socket`; all in one process."""
    listed = [[word.format(folder=folder) for word in run] for run in runs()]
    ran = subprocess.run(
        [sys.executable, "-c", look],
        input=json.dumps(listed),
        env=clean(
            XDG_DATA_HOME=str(folder),
            XDG_STATE_HOME=str(folder),
            MEDALIST_NOW="2026-11-22T12:00Z",
        ),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def test_no_command_imports_socket(tmp_path: Path) -> None:
    assert guilty(tmp_path, LOOK) == {}


def test_an_import_of_socket_would_be_found(tmp_path: Path) -> None:
    importing = LOOK.replace("    code =", "    import socket\n    code =", 1)
    assert set(guilty(tmp_path, importing).values()) == {"socket"}
