"""A value of a record as people read it, and the lines of a sheet."""

import datetime as dt
from typing import Any

import pytest
from conftest import answered
from msgspec import Struct, structs

from medalist_cli.model.result import Records
from medalist_cli.model.rows import Breakdown, DubCreditRow, DubRow, WhereRow
from medalist_cli.render import Form, records, render
from medalist_cli.text import en

from .hard import PIPE

CREDIT = DubCreditRow(role="director", role_ja=None, name=None, name_ja=None)
DUB = DubRow(language="English", language_ja=None, studio=None, crew=(), note=None)


@pytest.mark.parametrize(
    ("content", "field", "shown"),
    [
        (True, "key", "★"),
        (True, "new", "yes"),
        (False, "key", ""),
        (False, "new", ""),
        (None, "note", ""),
        (None, "name", "unknown"),
        (None, "date", "TBA"),
        (None, "starts", "not stated"),
        (1, "facts", "1 fact"),
        (24, "runtime_minutes", "24 minutes"),
        (24, "episodes", "24"),
        ("2027-02", "start", "February 2027"),
        ("2027-02-31", "start", "2027-02-31"),
        ("soon", "start", "soon"),
        ("2027-02", "title", "2027-02"),
        (dt.date(2027, 2, 19), "date", "Fri 19 Feb 2027"),
        (("a", "b"), "audio", "a, b"),
        (("a, b", "c"), "audio", "a, b; c"),
        (CREDIT, "", "director: unknown"),
        (structs.replace(CREDIT, name="Ida Fenn"), "", "director: Ida Fenn"),
        (DUB, "dubs", "unknown"),
        (structs.replace(DUB, note="Later."), "dubs", "Later."),
        (structs.replace(DUB, studio="Bank", note="Later."), "dubs", "Bank. Later."),
        (
            structs.replace(DUB, studio="Bank", crew=(CREDIT, CREDIT)),
            "dubs",
            "Bank; director: unknown; director: unknown",
        ),
        (
            Breakdown(years=0, months=1, days=18, hours=4, minutes=30, seconds=4),
            "breakdown",
            "0, 1, 18, 4, 30",
        ),
    ],
)
def test_a_value_is_written_for_people(content: Any, field: str, shown: str) -> None:
    assert records.cell(content, field, en) == shown


@pytest.mark.parametrize(
    "field",
    [
        "note",
        "claim",
        "dub",
        "status",
        "season",
        "milestone",
        "term_ja",
        "field",
        "old",
        "new",
        "days",
    ],
)
def test_what_is_often_missing_is_left_blank(field: str) -> None:
    assert records.cell(None, field, en) == ""


@pytest.mark.parametrize("field", ["start", "end", "air_date", "released", "published", "started"])
def test_a_day_is_written_out(field: str) -> None:
    assert records.cell("2027-01-09", field, en) == "Sat 9 Jan 2027"


class Stated(Struct, frozen=True):
    """A record with all that has a colour, and with a page."""

    sources: tuple[str, ...] = ("a",)
    confidence: str = "two-sources"
    state: str | None = None
    status: str | None = None
    url: str | None = "https://x.example/"


@pytest.mark.parametrize(
    ("row", "styles"),
    [
        (Stated(state="upcoming", status="new"), ["new", "new"]),
        (Stated(state="live", status="promoted"), ["answer", "label"]),
        (Stated(state="window", status="returning"), ["answer", ""]),
        (Stated(state="past", status="replaced"), ["faint", "faint"]),
        (Stated(state="tba"), ["mark", ""]),
    ],
)
def test_a_state_has_its_colour(row: Stated, styles: list[str]) -> None:
    assert records.styles(row, ("state", "status")) == styles


def test_a_sheet_without_a_choice_of_fields_ends_with_its_sources() -> None:
    result = Records(
        notes=(), title="", rows=(Stated(state="past"),), fields=(), as_of=dt.date(2026, 11, 20)
    )
    found = records.sheet(result, Form("table"), split=True)
    assert [item.field for item in found] == ["state", "url", "sources", "confidence"]


@pytest.mark.parametrize("field", ["title", "service", "name", "term"])
def test_the_name_of_a_row_leads_to_its_page(field: str) -> None:
    assert records.link_field(Stated(), ("id", field)) == field
    assert records.link_field(Stated(), ("id", "state")) == "id"
    assert records.link_field(Stated(url=None), ("id", field)) == ""


class Texts(Struct, frozen=True):
    """A record with a list of texts and an empty text."""

    expect: tuple[str, ...]
    note: str = ""


@pytest.mark.parametrize(
    ("texts", "split", "lines"),
    [
        (("x" * 40, "y"), False, [f"{'x' * 40}, y"]),
        (("x" * 41, "y"), False, ["x" * 41, "y"]),
        (("x y", "z"), False, ["x y, z"]),
        (("x y", "z"), True, ["x y", "z"]),
        (("x", "y"), True, ["x, y"]),
        ((), True, []),
    ],
)
def test_a_sentence_of_a_list_has_a_line_of_its_own_and_an_empty_text_none(
    texts: tuple[str, ...], split: bool, lines: list[str]
) -> None:
    found = records.items(Texts(texts), ("expect", "note"), en, split=split)
    assert [item.text for item in found] == lines


WHERE = WhereRow(
    season=2,
    service="Paddle",
    countries=("US",),
    everywhere_except=None,
    region="United States",
    start=None,
    audio=(),
    url=None,
    note=None,
    sources=(),
    confidence="seed-only",
    evidence=None,
    region_ja=None,
    dated="one-source",
)


@pytest.mark.parametrize(
    ("card", "lines"),
    [
        (("season", "starts"), ["Season: 2†", "Start: not stated*"]),
        (("starts", "season"), ["Start: not stated*†", "Season: 2"]),
    ],
)
def test_a_record_is_marked_in_its_first_line_and_a_start_in_its_own(
    card: tuple[str, ...], lines: list[str]
) -> None:
    result = Records(
        notes=(), title="", rows=(WHERE,), fields=card, as_of=dt.date(2026, 11, 20), card=card
    )
    legend = "* one source · † only in the original article · facts checked 20 Nov 2026"
    sheet = render(structs.replace(result, sheet=True), Form("table"), PIPE)
    assert sheet.splitlines() == [*lines, legend]


def test_a_row_is_marked_in_its_first_cell_and_a_start_in_its_own() -> None:
    assert records.cells(WHERE, ("season", "service", "starts"), en) == [
        "2†",
        "Paddle",
        "not stated*",
    ]
    assert records.cells(WHERE, ("service", "start"), en) == ["Paddle†", "unknown"]


def test_fields_that_are_asked_for_are_a_table_of_any_list() -> None:
    ended = answered("recap", "--fields", "id,title", env={"NO_COLOR": "1"}, columns=80)
    lines = ended.out.splitlines()
    assert lines[lines.index("s1e1    ★ Too Small to Row") - 1 :][:4] == [
        "──────────────────────────",
        "s1e1    ★ Too Small to Row",
        "s1e2*   Catch a Crab",
        "s1e3*   ★ Ashes",
    ]
