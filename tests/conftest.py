"""What every test may use: the program in process, a tiny dataset, one fixed moment."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from medalist_cli import cli

NOW = "2026-11-22T12:00Z"
SERIES = Path(__file__).parent / "series.json"


class Ended(NamedTuple):
    """How a run ended."""

    code: int
    out: str
    err: str


Program = Callable[..., Ended]


@pytest.fixture(autouse=True)
def _nobodys_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away what of the machine could change an answer."""
    ours = ("MEDALIST_", "PYTHON", "LC_", "CLICOLOR")
    named = ("TZ", "COLUMNS", "NO_COLOR", "FORCE_COLOR", "ACCESSIBLE", "LANG", "TERM")
    for name in list(os.environ):
        if name.startswith(ours) or name in named:
            monkeypatch.delenv(name)
    monkeypatch.setenv("TZ", "UTC")


@pytest.fixture
def medalist(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Program:
    """Run the program in process, at one fixed moment unless `--now` says another."""

    def run(*arguments: str | Path, env: dict[str, str] | None = None, now: str = NOW) -> Ended:
        monkeypatch.setenv("MEDALIST_NOW", now)
        for name, value in (env or {}).items():
            monkeypatch.setenv(name, value)
        capfdbinary.readouterr()
        code = cli.main([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return Ended(code, out.decode(), err.decode())

    return run


@pytest.fixture
def series() -> Path:
    """A dataset of an invented show, with something of everything."""
    return SERIES
