"""Every format is a module that fits the `Format` protocol; mypy says whether it does."""

import pkgutil
from pathlib import Path

import pytest

from medalist_cli import render
from medalist_cli.model import result

pytestmark = pytest.mark.thorough

KINDS = {kind.__name__.lower(): kind for kind in vars(result).values() if isinstance(kind, type)}
FOLDERS = [module.name for module in pkgutil.iter_modules(render.__path__) if module.ispkg]


def _checked(folder: str) -> list[str]:
    """Return lines that assign each format in a folder to the protocol."""
    kind = KINDS[folder].__name__
    path = [str(Path(render.__path__[0]) / folder)]
    names = [each.name for each in pkgutil.iter_modules(path) if not each.name.startswith("_")]
    generic = "[Any]" if getattr(KINDS[folder], "__parameters__", ()) else ""
    return [
        line
        for name in names
        for line in (
            f"import medalist_cli.render.{folder}.{name} as {folder}_{name}",
            f"{folder}_{name}_format: Format[{kind}{generic}] = {folder}_{name}",
        )
    ]


def test_every_format_fits_the_protocol(tmp_path: Path) -> None:
    api = pytest.importorskip("mypy.api", reason="mypy is not installed")
    lines = ["from typing import Any", "from medalist_cli.model.result import *"]
    lines += ["from medalist_cli.render import Format"]
    lines += [line for folder in FOLDERS for line in _checked(folder)]
    program = tmp_path / "formats.py"
    program.write_text("\n".join(lines) + "\n")
    said, _, code = api.run(["--strict", f"--cache-dir={tmp_path}", str(program)])
    assert (code, said.count("error")) == (0, 0), said
    assert len(lines) > len(FOLDERS)
