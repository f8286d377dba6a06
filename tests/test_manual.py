"""The man page: the one in docs/ is that of the program, and roff reads it as it is meant."""

import os
import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from typing import Any

import manual
import pytest
from conftest import GOLDEN, ROOT, Golden, Program
from hypothesis import given
from hypothesis import strategies as st

from medalist_cli import __version__, commands
from medalist_cli.cli import loader, runner
from medalist_cli.commands._home import home
from medalist_cli.errors import DatasetError, NoMatch, OutputError, UsageError
from medalist_cli.storage import loader as storage_loader

FILE = ROOT / "docs" / "medalist.1"
TREE = loader.menu(commands, "medalist", home)


@pytest.fixture(scope="module")
def page() -> str:
    """Return the man page of the program as it is now."""
    return manual.page(TREE, __version__, str(storage_loader.load(None).as_of))


def of(command: Any) -> Iterator[Any]:
    """Yield a command and all that it leads to."""
    yield command
    for each in getattr(command, "commands", {}).values():
        yield from of(each)


def test_the_page_in_docs_is_that_of_the_program(page: str, golden: Golden) -> None:
    golden(os.path.relpath(FILE, GOLDEN), page.encode())


def test_every_command_has_a_chapter(page: str) -> None:
    chapters = re.findall(r"^\.SS \\fB(.*?)\\fR", page, re.MULTILINE)
    leaves = {f"medalist {each.name}" for each in TREE.commands.values() if within(each) is None}
    nested = {
        f"medalist {each.name} {name}"
        for each in TREE.commands.values()
        for name in within(each) or ()
    }
    assert set(chapters) == {"medalist", *leaves, *nested}


def within(command: Any) -> Any:
    """Return the commands of a menu; None for a command that is none."""
    return getattr(command, "commands", None)


def test_every_option_of_every_command_is_told(page: str) -> None:
    spelled = {name for each in of(TREE) for param in each.params for name in param.opts}
    options = {name for name in spelled if name.startswith("-")}
    assert {name for name in options if manual.roff(f"`{name}`") not in page} == set()


def test_every_variable_of_ours_is_told(page: str) -> None:
    code = "".join(path.read_text() for path in (ROOT / "medalist_cli").rglob("*.py"))
    assert set(re.findall(r"(?<!_)MEDALIST_[A-Z_]+[A-Z]", code)) == set(
        re.findall(r"(?<!_)MEDALIST_[A-Z_]+[A-Z]", page)
    )


def test_every_exit_code_is_told(page: str) -> None:
    kinds = (NoMatch, UsageError, DatasetError, OutputError)
    codes = {0, runner.INTERNAL_ERROR, runner.INTERRUPTED, *(kind.exit_code for kind in kinds)}
    chapter = page.partition(".SH EXIT STATUS")[2].partition(".SH")[0]
    assert set(map(int, re.findall(r"^\\fB([0-9]+)\\fR$", chapter, re.MULTILINE))) == codes


@pytest.mark.parametrize("example", manual.EXAMPLES)
def test_an_example_is_answered(
    example: str, medalist: Program, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    *_, last = (part for part in re.split(r"\|+", example) if "medalist" in part)
    assert (ended := medalist(*last.split()[1:])).code == 0
    assert (ended.err, bool(ended.out)) == ("", "-o" not in last) or "ics" in last


def test_the_wheel_installs_the_page() -> None:
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"][
        "targets"
    ]["wheel"]
    assert wheel["shared-data"] == {"docs/medalist.1": "share/man/man1/medalist.1"}


@given(st.text())
def test_no_text_can_be_a_request_or_an_escape(text: str) -> None:
    shown = manual.roff(text)
    assert shown.isascii()
    assert "'" not in shown
    escapes = r"\\(?:e|-|\(aq|\(ga|\(ha|\(ti|\[u[0-9A-F]{4,6}\]|f[BR])"
    assert "\\" not in re.sub(escapes, "", shown)


@pytest.mark.parametrize(
    "tool", [["groff", "-man", "-Tutf8", "-ww", "-z"], ["mandoc", "-T", "lint"]]
)
def test_roff_has_nothing_to_say_against_it(tool: list[str], page: str) -> None:
    if shutil.which(tool[0]) is None:
        pytest.skip(f"{tool[0]} is not installed")
    ran = subprocess.run(tool, input=page, text=True, capture_output=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
