"""The built wheel and sdist: complete, and runnable from inside the zip."""

import contextlib
import json
import re
import shutil
import sys
import tarfile
import zipfile
from email.parser import Parser
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import NOW, ROOT, Ended, process, side_by_side
from hatchling import build

from medalist_cli import __version__

pytestmark = pytest.mark.thorough

IGNORED = shutil.ignore_patterns(".*", "__pycache__", "dist", "*.egg-info")
PACKAGE = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "medalist_cli").rglob("*")
    if path.is_file() and path.suffix != ".pyc"
)
DATA = sorted(path.name for path in (ROOT / "data").iterdir())


class Built(NamedTuple):
    """The two published files."""

    wheel: Path
    sdist: Path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build the wheel and the sdist with hatchling, offline, from a copy of the tree."""
    tree, dist = tmp_path_factory.mktemp("tree") / "copy", tmp_path_factory.mktemp("dist")
    shutil.copytree(ROOT, tree, ignore=IGNORED)
    shutil.copy(ROOT / ".gitignore", tree)
    with contextlib.chdir(tree):
        wheel, sdist = build.build_wheel(str(dist)), build.build_sdist(str(dist))
    return Built(dist / wheel, dist / sdist)


@pytest.fixture(scope="module")
def inside(built: Built) -> list[str]:
    """Return the names of the files in the wheel."""
    with zipfile.ZipFile(built.wheel) as wheel:
        return wheel.namelist()


@pytest.fixture(scope="module")
def unpacked(built: Built) -> list[str]:
    """Return the names of the files in the sdist, without its top folder."""
    with tarfile.open(built.sdist) as sdist:
        return [name.partition("/")[2] for name in sdist.getnames()]


@pytest.fixture(scope="module")
def ran(built: Built, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Ended]:
    """Return how some commands end, run from inside the wheel and outside the tree."""
    folder = tmp_path_factory.mktemp("elsewhere")
    runs = {
        name: partial(
            process,
            *(sys.executable, "-P", "-m", "medalist_cli", *name.split()),
            env={"PYTHONPATH": str(built.wheel)},
            cwd=folder,
        )
        for name in ("countdown --json", "countdown -f html", "cast -f html", "data path", "-h")
    }
    return side_by_side(runs)


def test_the_wheel_is_pure_python(built: Built) -> None:
    assert built.wheel.name == f"medalist_cli-{__version__}-py3-none-any.whl"


def test_the_wheel_has_the_package_and_the_data_and_nothing_else(inside: list[str]) -> None:
    found = sorted(name for name in inside if name.startswith("medalist_cli/"))
    assert found == sorted([*PACKAGE, *(f"medalist_cli/data/{name}" for name in DATA)])


def test_the_wheel_installs_nothing_beside_the_package(inside: list[str]) -> None:
    kept = (f"medalist_cli-{__version__}.dist-info/", f"medalist_cli-{__version__}.data/")
    assert [name for name in inside if not name.startswith(("medalist_cli/", *kept))] == []


def test_the_wheel_has_the_same_data_as_the_tree(built: Built) -> None:
    with zipfile.ZipFile(built.wheel) as wheel:
        content = wheel.read("medalist_cli/data/medalist.json")
    assert content == (ROOT / "data" / "medalist.json").read_bytes()


def test_the_wheel_has_the_licence_and_the_command(built: Built) -> None:
    info = f"medalist_cli-{__version__}.dist-info"
    with zipfile.ZipFile(built.wheel) as wheel:
        scripts = wheel.read(f"{info}/entry_points.txt").decode()
        assert f"{info}/licenses/LICENSE" in wheel.namelist()
    assert "medalist = medalist_cli.__main__:main" in scripts


def test_the_metadata_has_the_version_of_the_package(built: Built) -> None:
    with zipfile.ZipFile(built.wheel) as wheel:
        text = wheel.read(f"medalist_cli-{__version__}.dist-info/METADATA").decode()
    metadata = Parser().parsestr(text)
    assert (metadata["Name"], metadata["Version"]) == ("medalist-cli", __version__)


def test_the_sdist_has_the_package_and_every_data_file(unpacked: list[str]) -> None:
    wanted = {*PACKAGE, *(f"data/{name}" for name in DATA), "pyproject.toml", "README.md"}
    assert wanted - set(unpacked) == set()


def test_the_sdist_has_the_tests(unpacked: list[str]) -> None:
    wanted = {"tests/conftest.py", "tests/series.json", "tests/render/golden/records.csv"}
    assert wanted - set(unpacked) == set()


def test_building_twice_gives_the_same_wheel(built: Built, tmp_path: Path) -> None:
    tree = tmp_path / "copy"
    shutil.copytree(ROOT, tree, ignore=IGNORED)
    with contextlib.chdir(tree):
        again = build.build_wheel(str(tmp_path))
    assert (tmp_path / again).read_bytes() == built.wheel.read_bytes()


def test_the_countdown_runs_from_inside_the_wheel(ran: dict[str, Ended]) -> None:
    ended = ran["countdown --json"]
    assert (ended.code, ended.err) == (0, "")
    assert json.loads(ended.out)["now"] == f"{NOW.removesuffix('Z')}:00Z"


@pytest.mark.parametrize(
    ("command", "part"),
    [("countdown -f html", 'role="timer"|id="big"'), ("cast -f html", "<caption>")],
)
def test_pages_are_written_from_inside_the_wheel(
    ran: dict[str, Ended], command: str, part: str
) -> None:
    ended = ran[command]
    assert (ended.code, ended.err) == (0, "")
    assert re.search(part, ended.out)


def test_the_dataset_is_inside_the_wheel(ran: dict[str, Ended], built: Built) -> None:
    path = built.wheel / "medalist_cli" / "data" / "medalist.json"
    assert ran["data path"] == (0, f"{path}\n", "")


def test_the_help_finds_the_commands_in_the_wheel(ran: dict[str, Ended]) -> None:
    listed = {line.split()[0] for line in ran["-h"].out.splitlines() if line.startswith("  ")}
    assert {"cast", "countdown", "data"} <= listed
