"""The maintainer's tasks. `nox -l` lists them; plain `nox` runs lint, types and tests."""

import os
import shutil
from pathlib import Path

import nox
from packaging.requirements import Requirement

nox.needs_version = ">=2025.10.14"
nox.options.sessions = ["lint", "types", "tests"]
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.download_python = "never"  # a Python that is not installed is skipped, and nox says so

PROJECT = nox.project.load_toml("pyproject.toml")
PYTHONS = nox.project.python_versions(PROJECT)
PYTEST = ("pytest", "-n", "auto", "--dist", "loadfile", "-rs")
"""One file stays in one process, for its module fixtures; `-rs` says which tests skip, and why."""


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the fast tests on every supported Python that is installed."""
    session.install("-e", ".[test]")
    session.run(*PYTEST, *session.posargs)


@nox.session
def thorough(session: nox.Session) -> None:
    """Run the slow tests, in processes, shells and terminals."""
    session.install("-e", ".[test]")
    session.run(*PYTEST, "-m", "thorough", *session.posargs)


@nox.session
def browser(session: nox.Session) -> None:
    """Test the HTML pages in Chromium, with axe-core if npm or AXE has it."""
    session.install("-e", ".[test,browser]")
    if not os.environ.get("AXE") and shutil.which("npm"):
        # Nothing is run from the package; without it the tests that need it skip.
        folder = session.create_tmp()
        npm = ("npm", "install", "--silent", "--ignore-scripts", "--prefix", folder, "axe-core@4")
        session.run(*npm, external=True, success_codes=range(256))
        os.environ["AXE"] = str(Path(folder) / "node_modules" / "axe-core" / "axe.min.js")
    session.run("pytest", "-rs", "-m", "thorough", "tests/render/test_page.py", *session.posargs)


@nox.session
def coverage(session: nox.Session) -> None:
    """Run all tests, fast and slow, and fail below the coverage floor of pyproject.toml."""
    session.install("-e", ".[test]")
    session.run("coverage", "erase")
    session.run("coverage", "run", "-m", *PYTEST, "-m", "thorough or not thorough")
    session.run("coverage", "combine", "--quiet")
    session.run("coverage", "report")


@nox.session
def lowest(session: nox.Session) -> None:
    """Run the fast tests with the lowest version of every direct dependency."""
    session.install("-e", ".[test]", *lowest_versions())
    session.run(*PYTEST, *session.posargs)


@nox.session
def newest(session: nox.Session) -> None:
    """Run the fast tests with the newest dependencies, pre-releases included."""
    session.install("--upgrade", "--pre", "-e", ".[test]")
    session.run(*PYTEST, *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, format and the direction of imports."""
    session.install("-e", ".[lint]")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("lint-imports")


@nox.session
def types(session: nox.Session) -> None:
    """Check types with mypy, and that every format fits the protocol of formats."""
    session.install("-e", ".[test,lint]", "nox")
    session.run("mypy", *session.posargs)
    session.run("pytest", "-m", "thorough", "tests/render/test_protocol.py")


@nox.session
def golden(session: nox.Session) -> None:
    """Rewrite the golden files, the man page and the pictures. Read the diff before you commit."""
    session.install("-e", ".[test]")
    session.run(*PYTEST, "--golden-update", *session.posargs)


@nox.session
def man(session: nox.Session) -> None:
    """Rewrite docs/medalist.1, and check it with groff and mandoc where they are installed."""
    session.install("-e", ".[test]")
    session.run("pytest", "-rs", "tests/test_manual.py", "--golden-update")


@nox.session
def fuzz(session: nox.Session) -> None:
    """Run the fuzz tests with 2000 inputs, or MEDALIST_TEST_EXAMPLES, then atheris for a minute.

    Atheris has no wheel for every system; without it, its part is skipped with a message.
    """
    session.install("-e", ".[test]")
    examples = os.environ.get("MEDALIST_TEST_EXAMPLES", "2000")
    session.run(
        *("pytest", "-n", "auto", "-m", "thorough", "tests/test_fuzz.py", *session.posargs),
        env={"MEDALIST_TEST_EXAMPLES": examples},
    )
    try:
        session.install("-e", ".[fuzz]")
    except nox.command.CommandFailed:
        session.warn("atheris cannot be installed here: tests/fuzz.py is skipped")
        return
    seconds = os.environ.get("MEDALIST_FUZZ_SECONDS", "60")
    session.run("python", "tests/fuzz.py", seconds)


@nox.session
def bench(session: nox.Session) -> None:
    """Measure start-up, the prompt and large datasets, next to comparable programs."""
    if os.name != "posix":
        session.skip("the benchmark needs a pseudo-terminal, which this system does not have")
    session.install(".", "termdown")
    session.run("python", "tests/bench.py", *session.posargs)


@nox.session
def build(session: nox.Session) -> None:
    """Build the sdist and the wheel in dist/, check both, and run the installed wheel."""
    session.install("build", "twine", "check-wheel-contents")
    shutil.rmtree("dist", ignore_errors=True)
    session.run("python", "-m", "build")
    (wheel,) = map(str, Path("dist").glob("*.whl"))
    session.run("twine", "check", "--strict", *map(str, Path("dist").iterdir()))
    session.run("check-wheel-contents", wheel)
    session.install(wheel)
    session.run("medalist", "countdown", "--now", "2026-01-20", "--tz", "Europe/Paris")


def lowest_versions() -> list[str]:
    """Return a pin for each direct dependency, of the program and the tests, at its lower bound.

    Pins work with pip and uv alike; `--resolution lowest-direct` is for uv only.
    """
    project = PROJECT["project"]
    lines = (*project["dependencies"], *project["optional-dependencies"]["test"])
    return [
        f"{requirement.name}=={bound.version}"
        for requirement in map(Requirement, lines)
        for bound in requirement.specifier
        if bound.operator in {">=", "~="}
    ]
