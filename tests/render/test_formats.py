"""How a format is found by its name, and what is written of it."""

import sys

import pytest

from medalist_cli.errors import UsageError
from medalist_cli.model import result as results
from medalist_cli.model.result import Records, Text
from medalist_cli.model.rows import DiffRow
from medalist_cli.render import Form, encoded, form_of, formats, render, summary

from .hard import PIPE, TERMINAL
from .test_records import AS_OF

LISTS = ("csv", "html", "json", "jsonl", "markdown", "svg", "table", "text", "tsv")


def test_a_kind_has_its_own_formats_and_those_it_derives_from() -> None:
    assert formats(Records) == LISTS
    assert formats(results.Agenda) == tuple(sorted((*LISTS, "ics")))
    assert formats(results.Json) == ("json",)
    assert formats(results.Code) == ("code", "text")


@pytest.mark.parametrize("name", ["_rich", "records", "a.b", "csv.x", "", "ics"])
def test_what_is_no_format_is_misuse_and_lists_the_formats(name: str) -> None:
    with pytest.raises(UsageError) as raised:
        form_of(Records, name)
    assert raised.value.message == f"--format: unknown format {name!r}"
    assert raised.value.advice.endswith(f"Known: {', '.join(LISTS)}.")


def test_a_format_whose_package_is_missing_is_not_called_unknown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delitem(sys.modules, "medalist_cli.render.agenda.ics", raising=False)
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(ModuleNotFoundError, match="icalendar"):
        form_of(results.Agenda, "ics")


def test_a_format_is_described_by_the_first_line_about_it() -> None:
    assert summary(Records, "json") == "The records as a JSON array, complete"
    shown = "A table in GitHub's Markdown, with links; one record alone is a list of its fields"
    assert summary(Records, "markdown") == shown
    assert summary(Records, "table") == (
        "A table for a terminal, or its columns in a pipe: never boxed, wrapped or cut there"
    )


def test_what_no_encoding_has_is_written_as_a_question_mark() -> None:
    assert encoded("a\udcffb", Text, Form("text"), PIPE) == b"a?b"


@pytest.mark.parametrize(
    ("text", "pipe", "terminal"),
    [
        ("a\x1b[31m\nb", "a\x1b[31m\nb\n", "a^[[31m\nb\n"),
        ("a\n", "a\n", "a\n"),
        ("", "", ""),
    ],
)
def test_a_text_is_made_visible_on_a_terminal_and_kept_in_a_pipe(
    text: str, pipe: str, terminal: str
) -> None:
    result = Text(notes=(), text=text)
    assert render(result, Form("text"), PIPE) == pipe
    assert render(result, Form("text"), TERMINAL) == terminal


def test_a_document_is_indented_by_two() -> None:
    document = results.Json(notes=(), content={"a": [1], "b": "\x9b"})
    shown = '{\n  "a": [\n    1\n  ],\n  "b": "\\u009b"\n}\n'
    assert render(document, Form("json"), PIPE) == shown


def change(**more: object) -> DiffRow:
    fields: dict[str, object] = {
        "kind": "changed", "id": "film", "title": "Film", "field": "title", "old": None,
        "new": None, "days": None, "old_confidence": None, "new_confidence": None,
    }  # fmt: skip
    return DiffRow(**(fields | more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("row", "line"),
    [
        (change(kind="appeared", field=None, new="2027", old="x"), "film  appeared  Film, 2027"),
        (change(kind="went", field=None, old="2027", new="x"), "film  went  Film, 2027"),
        (change(kind="appeared", field=None), "film  appeared  Film"),
        (change(old="a", new=None), "film  title  a → "),
        (change(kind="moved", field="start", old="2027", new="2028"), "film  2027 → 2028"),
        (change(kind="moved", field="when", old="1", new="2", days=1), "film  1 → 2  +1 day"),
    ],
)
def test_a_change_is_a_line(row: DiffRow, line: str) -> None:
    diff = results.Diff(notes=(), title="Changes", rows=(row,), fields=("id",), as_of=AS_OF)
    assert render(diff, Form("text"), PIPE) == f"{line}\n"
    assert render(diff, Form("text", fields=("kind",)), PIPE) == f"{row.kind}\n"
