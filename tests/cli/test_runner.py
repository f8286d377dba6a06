"""How a run ends: the exit code and the lines on stderr for whatever a command raises."""

from typing import Any

import pytest
import typer

from medalist_cli.cli import runner
from medalist_cli.errors import DatasetError, Declined, NoMatch, OutputError, UsageError

BUG = "Set MEDALIST_DEBUG=1 for a traceback, and please report it."


def raising(error: BaseException) -> Any:
    """Return a command that raises an error."""

    def command(*_: object, **__: object) -> int:
        raise error

    return command


@pytest.mark.parametrize(
    ("error", "code", "lines"),
    [
        (NoMatch("no film"), 1, ["medalist: error: no film"]),
        (Declined("older", "Add --force."), 1, ["medalist: error: older", "Add --force."]),
        (UsageError("what?"), 2, ["medalist: error: what?"]),
        (
            DatasetError("a", "Fix it.", ("a", "b\x1b")),
            3,
            ["medalist: error: a", "medalist: error: b^[", "Fix it."],
        ),
        (OutputError("full"), 4, ["medalist: error: full"]),
        (OSError(28, "No space"), 4, ["medalist: error: No space"]),
        (OSError("odd"), 4, ["medalist: error: odd"]),
        (typer.Exit(5), 5, []),
        (typer.Abort(), 130, []),
        (KeyboardInterrupt(), 130, []),
        (typer.BadParameter("Not so."), 2, ["medalist: error: not so", "See: medalist -h"]),
        (ValueError("x"), 70, ["medalist: error: internal error: ValueError: x", BUG]),
        (UsageError("x", "y" * 1000), 2, ["medalist: error: x", "y" * 1000]),
        (UsageError("x", "y" * 1001), 2, ["medalist: error: x"]),
    ],
    ids=repr,
)
def test_each_error_has_its_exit_code_and_lines(
    capsys: pytest.CaptureFixture[str], error: BaseException, code: int, lines: list[str]
) -> None:
    assert runner.main(raising(error), []) == code
    captured = capsys.readouterr()
    assert (captured.out, captured.err.splitlines()) == ("", lines)


def test_a_word_longer_than_any_file_name_is_cut(capsys: pytest.CaptureFixture[str]) -> None:
    runner.main(raising(UsageError(f"no {'x' * 5000} here")), [])
    message = capsys.readouterr().err
    assert message.startswith("medalist: error: no xxxxxxxxxx")
    assert message.endswith(" here\n")
    assert len(message) < 200


@pytest.mark.parametrize(("returned", "code"), [(None, 0), (0, 0), (1, 1), (3, 3)])
def test_the_exit_code_is_what_the_command_returns(returned: int | None, code: int) -> None:
    assert runner.main(lambda *_, **__: returned, []) == code


def test_an_internal_error_has_a_traceback_for_who_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEDALIST_DEBUG", "1")
    with pytest.raises(ValueError, match="x"):
        runner.main(raising(ValueError("x")), [])
