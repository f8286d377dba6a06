"""Shared fixtures: the program in process, a small dataset, a fixed time."""

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import EllipsisType
from typing import Any, NamedTuple

import jsonschema
import pytest
from hypothesis import settings

from medalist_cli.cli import app

NOW = "2026-11-22T12:00Z"
ROOT = Path(__file__).parent.parent
SERIES = Path(__file__).parent / "series.json"
GOLDEN = Path(__file__).parent / "render" / "golden"

collect_ignore = [] if os.name == "posix" else ["test_terminal.py"]  # pseudo-terminals are POSIX


class Ended(NamedTuple):
    """How a run ended."""

    code: int
    out: str
    err: str


Program = Callable[..., Ended]
Valid = Callable[[str, str], Any]
Rows = Callable[..., Any]
Golden = Callable[[str, bytes], None]


def pytest_configure() -> None:
    """Prepare property tests, and let tested programs receive signals that this run ignores.

    A property test tries 50 fixed examples, or MEDALIST_TEST_EXAMPLES random ones. It has no time
    limit and writes nothing, as the tree may be read-only.

    Under nohup, or in the background of a script, SIGHUP and SIGINT are ignored, and a program
    inherits that. It does not inherit a handler (POSIX, exec).
    """
    wanted = os.environ.get("MEDALIST_TEST_EXAMPLES")
    settings.register_profile(
        "medalist",
        max_examples=int(wanted or 50),
        derandomize=not wanted,
        database=None,
        deadline=None,
    )
    settings.load_profile("medalist")
    for name in ("SIGHUP", "SIGINT", "SIGQUIT"):
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, signal.default_int_handler if name == "SIGINT" else _nothing)


def _nothing(*_: object) -> None:
    """Do nothing: the run itself goes on ignoring the signal."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that writes the current output into the golden files."""
    parser.addoption(
        "--golden-update",
        action="store_true",
        help="Rewrite the golden files of tests/render; review their diff before you commit it.",
    )
    parser.addoption(
        "--schemas-update",
        action="store_true",
        help="Rewrite tests/schemas, what scripts rely on; only after a release.",
    )


@pytest.fixture(autouse=True)
def _clean_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Remove environment variables and files of the user that could change a result."""
    prefixes = ("MEDALIST_", "PYTHON", "LC_", "CLICOLOR", "XDG_")
    screen = ("COLUMNS", "LINES", "TERM", "PAGER", "LESS", "NO_COLOR", "FORCE_COLOR")
    named = (*screen, "TZ", "LANG", "ACCESSIBLE")
    for name in list(os.environ):
        if name.startswith(prefixes) or name in named:
            monkeypatch.delenv(name)
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setenv("MEDALIST_PAGER", "cat")  # on a terminal, less would wait for a key
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name in ("CACHE", "CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))


@pytest.fixture
def medalist(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Program:
    """Run the program in process, at a fixed time unless `now` gives another."""

    def run(*arguments: str | Path, env: dict[str, str] | None = None, now: str = NOW) -> Ended:
        monkeypatch.setenv("MEDALIST_NOW", now)
        for name, value in (env or {}).items():
            monkeypatch.setenv(name, value)
        capfdbinary.readouterr()
        code = app.main([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return Ended(code, out.decode(), err.decode())

    return run


@pytest.fixture
def series() -> Path:
    """The dataset of an invented show, which uses every kind of record."""
    return SERIES


@pytest.fixture
def rower(medalist: Program) -> Program:
    """Run the program on the invented show, an anime about rowing (tests/series.json)."""

    def run(*arguments: str | Path, env: dict[str, str] | None = None, now: str = NOW) -> Ended:
        return medalist(*arguments, env={"MEDALIST_DATA": str(SERIES)} | (env or {}), now=now)

    return run


@pytest.fixture
def valid(medalist: Program) -> Valid:
    """Parse the JSON of a command, after validating it against `data schema COMMAND`."""

    def read(command: str, text: str) -> Any:
        document = json.loads(text)
        schema = json.loads(medalist("data", "schema", command).out)
        jsonschema.Draft202012Validator(schema).validate(document)
        return document

    return read


@pytest.fixture
def rows(rower: Program, valid: Valid) -> Rows:
    """Return the JSON of a command on the invented show, validated against its schema."""

    def parsed(command: str, *arguments: str, now: str = NOW) -> Any:
        ended = rower(command, *arguments, "--json", now=now)
        assert ended.code == 0
        assert all(line.startswith("medalist: note: ") for line in ended.err.splitlines())
        return valid(command, ended.out)

    return parsed


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare bytes with the golden file of that name; `--golden-update` writes it instead."""

    def same(name: str, content: bytes) -> None:
        path = GOLDEN / name
        if request.config.getoption("--golden-update"):
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
        assert path.is_file(), "no golden file: run pytest --golden-update, and read what it wrote"
        assert content == path.read_bytes()

    return same


def answered(
    *arguments: str,
    env: Mapping[str, str] | None = None,
    now: str = NOW,
    stdout: io.BytesIO | EllipsisType | None = ...,
    stderr: EllipsisType | io.TextIOBase | None = ...,
    encoding: str = "utf-8",
    columns: int = 0,
) -> Ended:
    """Run the program in process on the invented show, with replaced streams.

    A stream of None counts as closed at the start; with `columns`, stdout is a terminal. What goes
    into a `stderr` that is given is not returned.
    """
    content = io.BytesIO() if stdout is ... else stdout
    out = content and _Stream(content, encoding=encoding)
    err = io.StringIO() if stderr is ... else stderr
    with pytest.MonkeyPatch.context() as patch:
        variables = {"MEDALIST_NOW": now, "MEDALIST_DATA": str(SERIES), "COLUMNS": str(columns)}
        for name, value in (variables | dict(env or {})).items():
            patch.setenv(name, value)
        patch.setattr(_Stream, "is_terminal", bool(columns))
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        code = app.main([*arguments])
    text = _read_as(content.getvalue(), encoding) if content else ""
    return Ended(code, text, err.getvalue() if isinstance(err, io.StringIO) else "")


class _Stream(io.TextIOWrapper):
    is_terminal = False

    def isatty(self) -> bool:
        return self.is_terminal


def _read_as(content: bytes, encoding: str) -> str:
    """Decode output in its encoding; calendars and pictures are always UTF-8."""
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return content.decode()


def clean(**more: str) -> dict[str, str]:
    """Return an environment without PYTHON* and MEDALIST_*, which containers often set."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    fixed = {"LANG": "C.UTF-8", "TZ": "UTC", "XDG_DATA_HOME": "/dev/null", "MEDALIST_NOW": NOW}
    return kept | fixed | {"MEDALIST_PAGER": "cat"} | more


def process(*argv: str, env: dict[str, str] | None = None, cwd: Path = ROOT) -> Ended:
    """Run a command in a clean environment, and assert that it did not crash."""
    ran = subprocess.run(
        argv,
        env=clean(**(env or {})),
        cwd=cwd,
        capture_output=True,
        timeout=20,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    ended = Ended(ran.returncode, ran.stdout.decode(), ran.stderr.decode())
    assert "Traceback" not in ended.err
    assert "Exception ignored" not in ended.err
    return ended


def side_by_side(runs: Mapping[str, Callable[[], Ended]]) -> dict[str, Ended]:
    """Return how each of `runs` ended; they run in parallel, one per core."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        started = {name: pool.submit(run) for name, run in runs.items()}
        return {name: future.result() for name, future in started.items()}


PROGRAM = (sys.executable, "-m", "medalist_cli")
