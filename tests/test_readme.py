"""What the documents show is what the program does, and nothing of it is left out."""

import os
import pty
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from conftest import GOLDEN, NOW, ROOT, Golden, Program, clean
from msgspec import structs

from medalist_cli import commands
from medalist_cli.cli import loader
from medalist_cli.commands._home import home
from medalist_cli.options import CountdownOptions, ListOptions, MultiZoneReader
from medalist_cli.render import formats

DOCUMENTS = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in (".", "docs")
    for path in ROOT.glob(f"{folder}/*.md")
)
README = (ROOT / "README.md").read_text()
TREE = loader.menu(commands, "medalist", home)
COLUMNS = 80
CUT = "…"
"""A line of its own that stands for any number of lines."""


class Shown(NamedTuple):
    """What a document shows: a command, and what comes of it."""

    document: str
    command: str
    lines: tuple[str, ...]


def shown() -> Iterator[Shown]:
    """Yield each command of the `console` blocks with what is shown of it."""
    for name in DOCUMENTS:
        for block in re.findall(
            r"^```console\n(.*?)^```", (ROOT / name).read_text(), re.MULTILINE | re.DOTALL
        ):
            for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                command, *lines = part.splitlines()
                yield Shown(name, command, tuple(lines))


SHOWN = tuple(shown())
PICTURES = re.findall(r"^<!-- (docs/\S+\.svg): medalist (.*) -->$", README, re.MULTILINE)


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return what each command of the documents says when it is typed at a terminal."""
    folder = tmp_path_factory.mktemp("bin")
    program = folder / "medalist"
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m medalist_cli "$@"\n')
    program.chmod(0o755)
    each = sorted({example.command for example in SHOWN})
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return dict(zip(each, pool.map(lambda line: typed(line, folder), each), strict=True))


def typed(line: str, folder: Path) -> str:
    """Run a line of shell at a terminal without colour, and return what it shows."""
    env = clean(NO_COLOR="1", COLUMNS=str(COLUMNS), TERM="xterm", PYTHONPATH=str(ROOT))
    env["PATH"] = f"{folder}{os.pathsep}{env.get('PATH', os.defpath)}"
    master, slave = pty.openpty()
    with subprocess.Popen(
        ["sh", "-c", line], stdin=slave, stdout=slave, stderr=slave, env=env, cwd=folder
    ) as running:
        os.close(slave)
        written = b"".join(iter(lambda: _read(master), b""))
        os.close(master)
        running.wait(timeout=20)
    return written.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # EIO: nobody holds the other end any more
        return b""


def test_the_readme_shows_ten_things_to_try() -> None:
    chapter = README.partition("## Try it")[2].partition("\n## ")[0]
    assert chapter.count("```console") == 10


@pytest.mark.parametrize("example", SHOWN, ids=[example.command for example in SHOWN])
def test_a_command_says_what_the_document_shows(example: Shown, said: dict[str, str]) -> None:
    parts = [re.escape("".join(f"{line}\n" for line in part)) for part in _uncut(example.lines)]
    assert re.fullmatch("(?:.*\n)*".join(parts), said[example.command]), said[example.command]


def _uncut(lines: tuple[str, ...]) -> list[list[str]]:
    """Return the runs of lines between those that stand for others."""
    parts: list[list[str]] = [[]]
    for line in lines:
        if line == CUT:
            parts.append([])
        else:
            parts[-1].append(line)
    return parts


def test_the_readme_says_when_its_answers_are_of() -> None:
    assert f"MEDALIST_NOW={NOW}" in README


@pytest.mark.parametrize(("path", "arguments"), PICTURES, ids=[path for path, _ in PICTURES])
def test_a_picture_is_what_the_program_draws(
    path: str, arguments: str, medalist: Program, golden: Golden
) -> None:
    ended = medalist(*shlex.split(arguments), "-f", "svg")
    assert (ended.code, ended.err) == (0, "")
    golden(os.path.relpath(ROOT / path, GOLDEN), ended.out.encode())


def test_every_picture_is_shown_and_drawn() -> None:
    files = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("docs/*.svg")}
    assert files == {path for path, _ in PICTURES}
    assert files == set(re.findall(r"!\[[^]]+\]\((docs/[^)]+\.svg)\)", README))


def test_the_dataset_of_another_show_is_one(medalist: Program, tmp_path: Path) -> None:
    (document,) = re.findall(r"^```json\n(\{\n.*?)^```", README, re.MULTILINE | re.DOTALL)
    file = tmp_path / "my-show.json"
    file.write_text(document)
    assert medalist("data", "validate", file) == (0, f"{file}: valid\n", "")
    assert medalist("countdown", "--data", file).out.startswith("Premiere of My Show")


def prose(name: str) -> str:
    """Return a document without its blocks of code."""
    return re.sub(r"^```.*?^```", "", (ROOT / name).read_text(), flags=re.MULTILINE | re.DOTALL)


def anchors(name: str) -> set[str]:
    """Return what a link may name of a document."""
    titles = re.findall(r"^#+ (.*)$", prose(name), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_link_leads_somewhere(name: str) -> None:
    links = re.findall(r"\]\((?!https://)([^)#]*)#?([^)]*)\)", prose(name))
    here = Path(name)
    targets = [
        (os.path.normpath(here.parent / (file or here.name)), place) for file, place in links
    ]
    lost = [
        (file, anchor)
        for file, anchor in targets
        if not (ROOT / file).exists() or (anchor and anchor not in anchors(file))
    ]
    assert lost == []


def of(command: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Yield a command and all that it leads to, each with its name."""
    yield name, command
    for each, inner in getattr(command, "commands", {}).items():
        yield from of(inner, f"{name} {each}".strip())


@pytest.mark.parametrize("name", [name for name, _ in of(TREE) if name])
def test_the_readme_names_every_command(name: str) -> None:
    assert re.search(rf"`medalist {name}\b", README)


def test_the_readme_names_every_option_that_commands_share() -> None:
    shared = {
        field.name
        for group in (MultiZoneReader, ListOptions, CountdownOptions)
        for field in structs.fields(group)
    }
    params = [param for _, each in of(TREE) for param in each.params if param.name in shared]
    options = {option for param in params for option in param.opts} | {"-h", "--help"}
    variables = {param.envvar for param in params if param.envvar}
    assert {name for name in options | variables if f"`{name}" not in README} == set()


def test_the_readme_names_every_format() -> None:
    asked = [each for _, each in of(TREE) if any(p.name == "format" for p in each.params)]
    kinds = {each.kind for each in asked}
    names = {name for kind in kinds for name in formats(kind)}
    assert {name for name in names if f"`{name}`" not in README} == set()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_names_no_option_that_there_is_not(name: str) -> None:
    spelled = {option for _, each in of(TREE) for param in each.params for option in param.opts}
    text = (ROOT / name).read_text()
    named = {
        option
        for line in re.findall(r"medalist [a-z][^`|&;#)\n]*", text)
        for option in re.findall(r"(?<=\s)--[a-z-]+", line)
    }
    assert named - spelled - {"--help"} == set()


def test_ci_takes_the_test_command_from_the_readme() -> None:
    (line,) = re.findall(r"^python3 -m venv .*pytest -n auto$", README, re.MULTILINE)
    assert line not in (ROOT / ".ci" / "run").read_text()
    assert "README.md" in (ROOT / ".ci" / "run").read_text()
