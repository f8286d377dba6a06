"""What a run imports: heavy packages only when they are needed."""

import json
import sys
from functools import partial

import pytest
from conftest import process, side_by_side

pytestmark = pytest.mark.thorough

HEAVY = {
    "dateutil.parser",
    "dateutil.tz",
    "icalendar",
    "importlib.resources",
    "jinja2",
    "pyfiglet",
    "rapidfuzz",
    "rich.console",
    "tempfile",
}
"""Modules that take longer to import than a whole countdown runs."""

LIGHT: dict[str, list[str]] = {
    "first screen": [],
    "help": ["-h"],
    "countdown": ["countdown"],
    "countdown text": ["countdown", "-f", "text"],
    "countdown json": ["countdown", "--json"],
    "yes or no": ["is", "out"],
    "cast": ["cast"],
    "cast json": ["cast", "inori", "--json"],
    "cast csv": ["cast", "-f", "csv"],
    "search": ["search", "inori"],
    "file": ["cast", "-o", "{folder}/cast.txt"],
}
NEEDS = {
    "no match": (["cast", "xyz"], "rapidfuzz"),
    "svg": (["cast", "-f", "svg"], "rich.console"),
    "ics": (["schedule", "-f", "ics"], "icalendar"),
    "html": (["cast", "-f", "html"], "jinja2"),
    "rule for a zone": (["countdown"], "dateutil.tz"),
}

# Imports of a minimal Typer program are not counted; from Typer 0.29 on, they include pydantic.
LOOK = """
import json, sys, typer
smallest = typer.Typer(add_completion=False, rich_markup_mode=None)
smallest.command()(lambda: None)
smallest([], standalone_mode=False)
before = set(sys.modules)
from medalist_cli.cli import app
code = app.main(sys.argv[1:])
sys.stderr.write("\\n" + json.dumps(sorted(set(sys.modules) - before)))
sys.exit(code)
"""


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """Return the names of the modules that each run imported."""
    folder = tmp_path_factory.mktemp("written")
    runs = LIGHT | {name: arguments for name, (arguments, _) in NEEDS.items()}
    ended = side_by_side(
        {
            name: partial(
                process,
                *(sys.executable, "-c", LOOK),
                *(argument.format(folder=folder) for argument in arguments),
                env={"TZ": "JST-9" if name == "rule for a zone" else "UTC"},
            )
            for name, arguments in runs.items()
        }
    )
    return {name: set(json.loads(run.err.splitlines()[-1])) for name, run in ended.items()}


@pytest.mark.parametrize("run", LIGHT)
def test_a_light_run_imports_nothing_heavy(imported: dict[str, set[str]], run: str) -> None:
    assert imported[run] & HEAVY == set()


@pytest.mark.parametrize(("run", "module"), [(name, need) for name, (_, need) in NEEDS.items()])
def test_a_run_imports_the_module_it_needs(
    imported: dict[str, set[str]], run: str, module: str
) -> None:
    assert module in imported[run]


@pytest.mark.parametrize("run", ["countdown text", "countdown json", "first screen", "cast json"])
def test_a_run_without_a_table_does_not_import_rich(
    imported: dict[str, set[str]], run: str
) -> None:
    assert {name for name in imported[run] if name.partition(".")[0] == "rich"} == set()


def test_a_table_in_a_pipe_imports_only_the_cell_widths_of_rich(
    imported: dict[str, set[str]],
) -> None:
    found = {name for name in imported["cast"] if name.startswith("rich.")}
    assert "rich.cells" in found
    assert {name.split(".")[1] for name in found} <= {
        "cells",
        "_extension",
        "_unicode_data",
        "_cell_widths",
    }


def test_a_run_imports_only_the_named_command(
    imported: dict[str, set[str]],
) -> None:
    commands = {name for name in imported["cast"] if name.startswith("medalist_cli.commands.")}
    assert commands == {"medalist_cli.commands.cast", "medalist_cli.commands._home"}


def test_a_run_imports_only_its_own_format(imported: dict[str, set[str]]) -> None:
    records = {name for name in imported["cast csv"] if name.startswith("medalist_cli.render.")}
    assert {name for name in records if "_" not in name.rpartition(".")[2]} == {
        "medalist_cli.render.drawable",
        "medalist_cli.render.escaping",
        "medalist_cli.render.records",
        "medalist_cli.render.records.csv",
    }


def test_a_single_countdown_does_not_import_the_live_modes(imported: dict[str, set[str]]) -> None:
    assert "medalist_cli.cli.live" not in imported["countdown text"]
