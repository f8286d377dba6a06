"""Write the result or the error of a run, and return its exit code."""

import os
import re
import sys
from collections.abc import Callable
from typing import Any

import typer
from msgspec import Struct, structs

from medalist_cli import render
from medalist_cli.cli import output, pager
from medalist_cli.errors import EarlyExit, MedalistError, OutputError
from medalist_cli.model.result import Diff, Live, Result, Text
from medalist_cli.options import OutputOptions, Reader
from medalist_cli.render import Form
from medalist_cli.terminal import Terminal, detect
from medalist_cli.text import en
from medalist_cli.text.cells import cut, shortened, visible
from medalist_cli.text.language import Language, worded

INTERNAL_ERROR = 70
INTERRUPTED = 130


def form(kind: type[Result], rows: tuple[type[Struct], ...], options: OutputOptions) -> Form:
    """Return the form to render a result of `kind` in. Raises UsageError if it is impossible."""
    chosen = options.form(kind.default_format)
    render.form_of(kind, chosen.name)
    render.known_fields(rows, chosen.fields)
    return chosen


def finish(
    result: Result | bool, form: Form | None, options: OutputOptions | None, reader: Reader | None
) -> int:
    """Write a result and return the exit code; a bool is the exit code itself."""
    language: Language = reader.language if reader else en
    for line in reader.notes if reader else ():
        note(worded(line, language))
    if isinstance(result, bool) or form is None or options is None:
        return 0 if result else 1
    for line in result.notes:
        note(worded(line, language))
    if isinstance(result, Live):
        from medalist_cli.cli import live  # noqa: PLC0415 - Rich and pyfiglet, for one option

        options.check_endless(result.mode)
        return live.run(result, form, _terminal(options))
    if reader and not isinstance(result, Diff):  # which is about two other datasets
        result = structs.replace(result, origin=reader.origin)
    _write(result, form, options)
    return result.exit_code


def _write(result: Result, form: Form, options: OutputOptions) -> None:
    to_stdout = options.output in (None, output.STDOUT)
    shown = (
        _terminal(options) if to_stdout else Terminal(width=None, colour=options.colour == "always")
    )
    text = render.render(result, form, shown)
    for line in (*render.notes(result, form), *(result.hints if shown.width is not None else ())):
        note(worded(line, form.language))
    content = render.encoded(text, type(result), form, shown)
    if options.output is None:
        if not _is_paged(content, shown, options):
            output.to_stdout(content)
    else:
        output.to_file(options.output, content, force=options.force)


def _is_paged(content: bytes, terminal: Terminal, options: OutputOptions) -> bool:
    """Show output in a pager if it is taller than the screen; return whether that was done."""
    if options.no_pager or terminal.accessible or not pager.is_taller(content, terminal):
        return False
    code = pager.show(content, os.environ)
    if code:
        name = shortened(" ".join(pager.command(os.environ)))
        note(f"the pager {name!r} ended with exit code {code}; --no-pager prints without it")
    return code is not None


def _terminal(options: OutputOptions) -> Terminal:
    return detect(sys.stdout, os.environ, options.colour)


def note(line: str) -> None:
    """Write a line to stderr that is neither the result nor an error."""
    output.note(f"medalist: note: {visible(line)}")


def main(command: Callable[..., Any], arguments: list[str]) -> int:
    """Run `command` and return the exit code. Every error is reported here and nowhere else."""
    try:
        try:
            code = command(arguments, prog_name="medalist", standalone_mode=False)
        except EarlyExit as early:
            _write(Text(notes=(), text=early.text), Form("text"), OutputOptions())
            code = 0
        except SystemExit as end:  # Typer's completion ends the process
            sys.stdout.flush()
            code = end.code
        return int(code or 0)
    except Exception as error:  # noqa: BLE001 - unexpected errors end with code 70
        if os.environ.get("_MEDALIST_COMPLETE"):  # TAB must not print a message over the prompt
            return getattr(error, "exit_code", INTERNAL_ERROR)
        return _report(error)
    except KeyboardInterrupt:
        return INTERRUPTED


_WORD_WITHOUT_END = re.compile(r"[^\s:]{4096,}|[^\s:/]{300,}")
"""A word that is longer than any path, or any name of a file; a path is named whole."""
_LONGEST_ADVICE = 1000
"""Characters; longer advice repeats a query of pages, and nobody pastes that."""
_LONGEST = 200
"""Cells of a message of Typer's, which repeats words of the command line whole."""


def _report(error: Exception) -> int:
    """Write one error line, and at most one line of advice; return the exit code."""
    match error:
        case MedalistError():
            for line in error.details:
                _error(line)
            if error.advice and len(error.advice) <= _LONGEST_ADVICE:
                output.note(visible(error.advice))
            return error.exit_code
        case typer.TyperException():
            _error(*_usage(error))
            return error.exit_code
        case typer.Exit():
            return error.exit_code
        case typer.Abort():
            return INTERRUPTED
        case OSError():
            return _report(OutputError(error.strerror or str(error)))
    if os.environ.get("MEDALIST_DEBUG") == "1":
        raise error
    what = f"{type(error).__name__}: {error}"
    _error(f"internal error: {what}", "Set MEDALIST_DEBUG=1 for a traceback, and please report it.")
    return INTERNAL_ERROR


def _error(message: str, advice: str = "") -> None:
    whole = _WORD_WITHOUT_END.sub(lambda word: shortened(word[0]), message)
    output.note(f"medalist: error: {visible(whole)}")
    if advice:
        output.note(visible(advice))


def _usage(error: typer.TyperException) -> tuple[str, str]:
    """Return Typer's usage error as one line that names the option or variable, and the advice."""
    message = cut(visible(error.message.rstrip(".")), _LONGEST)
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "medalist"
    advice = getattr(error, "advice", "") or f"See: {command} -h"
    param = getattr(error, "param", None)
    if isinstance(error, typer.BadParameter) and param is not None:
        name = _named(context, param)
        # Typer has no public class for a missing value; it leaves the message empty.
        return (f"{name}: {message}" if message else f"{name} is missing"), advice
    option = getattr(error, "option_name", "")
    if context and hasattr(error, "possibilities"):  # an unknown option
        advice = _nearest_option(option, context) or advice
    return message[:1].lower() + message[1:], advice


def _nearest_option(option: str, context: typer.Context) -> str:
    """Return what to say about an unknown option; nothing if it is like no other."""
    names = (
        name for param in context.command.params for name in (*param.opts, *param.secondary_opts)
    )
    long = {name.lstrip("-"): name for name in (*names, "--help") if name.startswith("--")}
    from medalist_cli.text.suggestions import did_you_mean, nearest  # noqa: PLC0415 - for an error

    return did_you_mean(long[name] for name in nearest(option.lstrip("-"), long))


def _named(context: typer.Context | None, param: Any) -> str:
    """Return an option's name, or the variable's if the value came from the environment."""
    source = context.get_parameter_source(param.name) if context else None
    if source is not None and source.name == "ENVIRONMENT":
        return str(param.envvar)
    options = [name for name in param.opts if name.startswith("--")]
    return options[0] if options else str(param.metavar or param.name.upper()).strip("[].")
