"""What becomes of an answer, and how a run ends."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import typer
from msgspec import Struct
from typer._click import exceptions as click

from medalist_cli import dataset, output, render
from medalist_cli.answer import Answer, Live, Text
from medalist_cli.cells import visible
from medalist_cli.errors import MedalistError, Misuse, OutputError
from medalist_cli.options import Reader, Sink
from medalist_cli.render import Form
from medalist_cli.screen import Screen, screen

BUG = 70
INTERRUPTED = 130


class Said(Exception):
    """A text that answers before any command runs: help, the version."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


def form(kind: type[Answer], rows: tuple[type[Struct], ...], sink: Sink) -> Form:
    """Return how an answer of `kind` is to be given. Raises Misuse where that cannot be."""
    chosen = sink.form(kind.usual)
    render.form_of(kind, chosen.name)
    render.known_fields(rows, chosen.fields)
    return chosen


def finish(
    answer: Answer | bool, form: Form | None, sink: Sink | None, reader: Reader | None
) -> int:
    """Give an answer, and return the exit code; a bool is the exit code itself."""
    for line in reader.notes if reader else ():
        note(line)
    if isinstance(answer, bool) or form is None or sink is None:
        return 0 if answer else 1
    for line in answer.notes:
        note(line)
    if isinstance(answer, Live):
        from medalist_cli import live  # noqa: PLC0415 - Rich and pyfiglet, for one option

        if sink.output is not None:
            raise Misuse(f"--output contradicts --{answer.mode}")
        return live.run(answer, form, _screen(sink))
    _give(answer, form, sink, reader)
    return 0


def _give(answer: Answer, form: Form, sink: Sink, reader: Reader | None) -> None:
    to_stdout = sink.output in (None, output.STDOUT)
    shown = _screen(sink) if to_stdout else Screen(width=None, colour=sink.colour == "always")
    text = render.render(answer, form, shown)
    for line in render.notes(answer, form):
        note(line)
    content = render.encoded(text, type(answer), form, shown)
    if sink.output is None:
        output.to_stdout(content)
    else:
        source = (reader and reader.data) or Path(dataset.location())
        output.to_file(sink.output, content, force=sink.force, source=source)


def _screen(sink: Sink | None = None) -> Screen:
    return screen(sys.stdout, os.environ, sink.colour if sink else "auto")


def note(line: str) -> None:
    """Say something that is neither the answer nor an error."""
    output.note(f"medalist: note: {visible(line)}")


def main(app: Callable[..., Any], arguments: list[str]) -> int:
    """Run `app` and return the exit code; every way to end leads through here."""
    try:
        try:
            code = app(arguments, prog_name="medalist", standalone_mode=False)
        except Said as said:
            _give(Text(notes=(), text=said.text), Form("text"), Sink(), None)
            code = 0
        return int(code or 0)
    except MedalistError as error:
        return _ended(error)
    except click.UsageError as error:
        _error(*_usage(error))
        return error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except OSError as error:
        return _ended(OutputError(error.strerror or str(error)))
    except Exception as error:
        if os.environ.get("MEDALIST_DEBUG") == "1":
            raise
        what = f"{type(error).__name__}: {error}"
        _error(
            f"this is a bug of ours: {what}", "Set MEDALIST_DEBUG=1 to see where, and report it."
        )
        return BUG


def _ended(error: MedalistError) -> int:
    for fault in error.faults:
        _error(fault)
    if error.advice:
        output.note(visible(error.advice))
    return error.exit_code


def _error(message: str, advice: str = "") -> None:
    output.note(f"medalist: error: {visible(message)}")
    if advice:
        output.note(visible(advice))


def _usage(error: click.UsageError) -> tuple[str, str]:
    """Return a usage error in one line that names the option or its variable, and the advice."""
    message, _, suggestion = error.message.rstrip(".").partition(". Did you mean ")
    message = message.removeprefix("Value error, ")  # what Typer 0.29 adds
    command = error.ctx.command_path if error.ctx else "medalist"
    advice = f"Did you mean {suggestion}" if suggestion else f"See `{command} -h`."
    param = getattr(error, "param", None)
    if isinstance(error, click.MissingParameter) and param is not None:
        return f"{_named(error, param)} is missing", advice
    if isinstance(error, click.BadParameter) and param is not None:
        return f"{_named(error, param)}: {message}", advice
    possible = getattr(error, "possibilities", None)
    if possible:
        advice = f"Did you mean {' or '.join(sorted(possible))}?"
    return message[:1].lower() + message[1:], advice


def _named(error: click.UsageError, param: Any) -> str:
    """Return the option as the user knows it: its variable, where the value came from there."""
    source = error.ctx.get_parameter_source(param.name) if error.ctx else None
    if source is not None and source.name == "ENVIRONMENT":
        return str(param.envvar)
    options = [name for name in param.opts if name.startswith("--")]
    return options[0] if options else str(param.metavar or param.name.upper()).strip("[].")
