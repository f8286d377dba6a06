"""The formats of lists: one hard answer in each, and what holds for all of them."""

import csv
import datetime as dt
import io
import json
from typing import Any
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

import pytest
from conftest import Golden, answered
from msgspec import Struct, structs

from medalist_cli.model.dataset import Confidence, When
from medalist_cli.model.result import Records
from medalist_cli.model.rows import LinkRow
from medalist_cli.render import Form, encoded, formats, render
from medalist_cli.terminal import Terminal
from medalist_cli.text.cells import width

from . import test_countdown
from .hard import (
    ENCODINGS,
    HOSTILE,
    KANJI,
    LONG,
    PIPE,
    TERMINAL,
    WIDTHS,
    obeyed,
    widest,
)

FORMATS = formats(Records)
DATA = ("csv", "json", "jsonl", "tsv")
FOR_PEOPLE = ("markdown", "table", "text")


class Row(Struct, frozen=True, kw_only=True):
    """A field of every type that rows have."""

    id: str
    name: str | None
    count: int | None
    seasons: tuple[int, ...] = ()
    is_new: bool = False
    start: When | None = None
    local: dt.datetime | None = None
    links: tuple[LinkRow, ...] = ()
    note: str | None = None
    confidence: Confidence = "two-sources"


def link(title: str, url: str, published: str | None = None) -> LinkRow:
    """Return a link as a row."""
    return LinkRow(
        kind=title,  # the first cell of a list in CSV
        title=title,
        url=url,
        season=None,
        milestone=None,
        sources=(),
        confidence="two-sources",
        title_ja=None,
        published=published,
        note=None,
        evidence=None,
    )


ROWS = (
    Row(
        id="kanji",
        name=KANJI,
        count=-1,
        seasons=(1, 2),
        is_new=True,
        start=When(date="2027-01-09", clock="25:30", zone="Asia/Tokyo"),
        local=dt.datetime(2027, 1, 10, 1, 30, tzinfo=ZoneInfo("Asia/Tokyo")),
        links=(link("凪", "https://x.example/?a=1&b=2"),),
        note="a note",
        confidence="one-source",
    ),
    Row(id="empty", name="", count=0, note="", confidence="seed-only"),
    Row(id="unknown", name=None, count=None),
    Row(id="long", name=LONG, count=10**12, note=LONG),
    Row(
        id=HOSTILE,
        name=HOSTILE,
        count=2,
        links=(link(HOSTILE, HOSTILE, HOSTILE),),
        note=HOSTILE,
    ),
)
AS_OF = dt.date(2026, 11, 20)
HARD = Records(
    notes=(),
    title=f"Hard {HOSTILE}",
    rows=ROWS,
    fields=("id", "name", "count", "note"),
    as_of=AS_OF,
)
CARD = Records(notes=(), title=HOSTILE, rows=ROWS[-1:], fields=("id",), as_of=AS_OF, sheet=True)


SHEET = Records(
    notes=(),
    title="Sheet",
    rows=ROWS[:1],
    fields=("id",),
    as_of=AS_OF,
    card=("id", "name", "seasons", "start", "local", "links", "note", "confidence"),
    sheet=True,
)


def given(form: str, terminal: Terminal = PIPE, result: Records[Row] = HARD) -> str:
    """Return a result in a format, with the fields that the format chooses."""
    return render(result, Form(form), terminal)


def as_bytes(form: str, terminal: Terminal = PIPE, result: Records[Row] = HARD) -> bytes:
    """Return a result as the bytes that are written."""
    return encoded(given(form, terminal, result), Records, Form(form), terminal)


def named(name: str) -> Records[Row]:
    """Return a result of one row, its name given."""
    row = Row(id="one", name=name, count=1)
    return Records(notes=(), title="One", rows=(row,), fields=("id", "name"), as_of=AS_OF)


@pytest.mark.parametrize("form", FORMATS)
def test_the_hard_answer_is_the_golden_one(golden: Golden, form: str) -> None:
    golden(f"records.{form}", as_bytes(form))


@pytest.mark.parametrize("cells", WIDTHS)
def test_the_hard_table_on_a_terminal_is_the_golden_one(golden: Golden, cells: int) -> None:
    golden(f"records.table.{cells}", as_bytes("table", Terminal(width=cells)))


def test_the_hard_table_in_colour_is_the_golden_one(golden: Golden) -> None:
    golden("records.table.colour", as_bytes("table", Terminal(width=80, colour=True)))


def test_the_hard_card_is_the_golden_one(golden: Golden) -> None:
    golden("records.table.card", as_bytes("table", TERMINAL, CARD))


def test_the_accessible_table_is_the_golden_one(golden: Golden) -> None:
    golden("records.table.accessible", as_bytes("table", Terminal(width=80, accessible=True)))


@pytest.mark.parametrize("form", ["html", "markdown", "svg", "table", "table.80"])
def test_a_sheet_with_all_around_it_is_the_golden_one(golden: Golden, form: str) -> None:
    name, _, cells = form.partition(".")
    links = (*ROWS[0].links, link("凪", "https://y.example/"))
    noted = structs.replace(
        SHEET,
        rows=(structs.replace(ROWS[0], links=links),),
        footnotes=("A footnote.", "Another."),
        afterword=("An afterword.", "A label: another."),
    )
    golden(f"records.sheet.{form}", as_bytes(name, Terminal(width=int(cells or 0) or None), noted))


@pytest.mark.parametrize(
    ("card", "heading", "lines"),
    [
        (("count",), "Sheet", ["│ Count  -1 │"]),
        (("name", "count"), "a name", ["│ Count  -1 │"]),
        (("links", "count"), "Sheet", ["│ One    one, https://x.example/ │"]),
    ],
)
def test_the_heading_of_a_card_is_its_first_text_where_that_is_all_of_its_field(
    card: tuple[str, ...], heading: str, lines: list[str]
) -> None:
    links = (link("one", "https://x.example/"), link("one", "https://y.example/"))
    row = Row(id="x", name="a name", count=-1, links=links)
    shown = given("table", TERMINAL, structs.replace(SHEET, rows=(row,), card=card)).splitlines()
    assert shown[0].startswith(f"╭─ {heading} ─")
    assert shown[1:2] == lines


def test_a_date_is_told_by_its_field_and_its_form() -> None:
    name = named("2019")
    assert "<time" not in given("html", PIPE, name)
    for text, time in (("2019", '<time datetime="2019">2019</time>'), ("spring", "<td")):
        row = link("Page", "https://x.example/", text)
        result = Records(
            notes=(), title="", rows=(row,), fields=("title", "published"), as_of=AS_OF
        )
        shown = render(result, Form("html"), PIPE)
        assert time in shown
        assert ("<time" in shown) is (text == "2019")


LISTS = {
    "season": ("season", "1"),
    "season-next": ("season", "2"),
    "season-lists": ("season", "--fields", "season,songs,trailers,expect"),
    "where": ("where",),
    "where-one": ("where", "us", "--season", "1"),
    "where-ja": ("where", "--lang", "ja"),
    "links": ("links",),
    "links-kind": ("links", "--fields", "kind,published"),
    "schedule": ("schedule",),
    "schedule-ja": ("schedule", "--lang", "ja"),
    "episode-ja": ("episode", "--lang", "ja"),
    "recap": ("recap",),
    "plan": ("plan", "--by", "s2e1"),
    "staff": ("staff",),
}
WAYS: dict[str, dict[str, str]] = {
    "html": {},
    "markdown": {},
    "table": {"FORCE_COLOR": "1"},
    "accessible": {"ACCESSIBLE": "1"},
}
"""Formats, the last of them one of a terminal, with their environment."""


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_the_show_is_the_golden_one(golden: Golden, name: str, way: str) -> None:
    words = (*LISTS[name], "-f", "table" if way == "accessible" else way)
    ended = answered(*words, env=WAYS[way] | {"MEDALIST_TZ": "Europe/Paris"})
    assert ended.code == 0
    main = ended.out[max(0, ended.out.find("<main>")) :]  # the style is not that of a list
    golden(f"list.{name}.{way}", main.encode())


def test_one_record_in_a_pipe_is_a_line_for_each_field() -> None:
    assert given("table", PIPE, SHEET).splitlines() == [
        "ID: kanji*",
        f"Name: {KANJI.replace(chr(0x200D), '<U+200D>')}",
        "Seasons: 1, 2",
        "Start: Sat 9 Jan 2027, 25:30",
        "Your time: Sun 10 Jan 2027, 01:30 JST",
        "凪: 凪, https://x.example/?a=1&b=2",
        "Note: a note",
        "Confirmed by: one source",
        "* one source · facts checked 20 Nov 2026",
    ]


def test_one_record_in_markdown_is_a_list_of_bold_labels() -> None:
    lines = given("markdown", PIPE, SHEET).splitlines()
    assert lines[:4] == ["**Sheet**", "", "- **ID:** kanji\\*", "- **Name:** " + escaped_kanji()]
    assert not any(line.startswith("|") for line in lines)


def escaped_kanji() -> str:
    """Return the kanji as Markdown has to have them."""
    shown = KANJI.replace("\u200d", "<U+200D>")
    return "".join(escaped(char) for char in shown)


def test_one_record_as_text_is_one_line() -> None:
    assert given("text", PIPE, SHEET) == "kanji*\n"


def test_chosen_fields_of_one_record_are_columns() -> None:
    shown = render(SHEET, Form("table", fields=("id", "count")), PIPE)
    assert shown.splitlines()[:2] == ["ID      Count", "kanji*  -1"]


def test_two_records_in_a_pipe_are_columns() -> None:
    two = structs.replace(SHEET, rows=ROWS[:2])
    assert given("table", PIPE, two).splitlines()[0] == "ID"


def test_a_sheet_has_nothing_that_a_terminal_would_obey() -> None:
    for form in ("table", "markdown"):
        assert obeyed(given(form, PIPE, CARD)) == []


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("cells", [None, 80])
def test_nothing_is_given_that_a_terminal_would_obey(form: str, cells: int | None) -> None:
    shown = given(form, Terminal(width=cells))
    assert obeyed(shown.replace("\t", " ") if form == "tsv" else shown) == []


def test_a_card_has_nothing_that_a_terminal_would_obey() -> None:
    assert obeyed(given("table", TERMINAL, CARD)) == []


def test_colour_is_all_that_a_coloured_table_asks_of_a_terminal() -> None:
    shown = given("table", Terminal(width=80, colour=True))
    assert set(obeyed(shown)) == {"\x1b"}
    assert "\x1b[" in shown
    assert "\x1b]" not in shown


@pytest.mark.parametrize("form", ["table", "text"])
@pytest.mark.parametrize("name", ["[red]x[/red]", "[/b]", ":smile:", "[link=http://x]y[/link]"])
@pytest.mark.parametrize("cells", [None, 80])
def test_markup_is_shown_as_it_is(form: str, name: str, cells: int | None) -> None:
    assert name in given(form, Terminal(width=cells), named(name))


@pytest.mark.parametrize(
    "name", ["a | b", "<b>", "*x*", "_x_", "`x`", "[x](y)", "~x~", "#1", "&amp;"]
)
def test_markdown_takes_nothing_in_a_name_for_its_own(name: str) -> None:
    line = given("markdown", PIPE, named(name)).splitlines()[4]
    assert line == f"| one | {''.join(escaped(char) for char in name)} |"


def escaped(char: str) -> str:
    """Return a character as Markdown has to have it."""
    return f"\\{char}" if char in "\\|*_`<>[]~#&" else char


@pytest.mark.parametrize("form", ["table", "text", "tsv"])
def test_in_a_pipe_a_record_is_one_line(form: str) -> None:
    lines = [line for line in given(form).splitlines() if line.startswith(("long", "unknown"))]
    assert len(lines) == 2


def test_in_a_pipe_the_table_is_never_wrapped() -> None:
    lines = given("table").splitlines()
    assert (len(lines), LONG in lines[4]) == (1 + len(ROWS) + 1, True)


def test_in_a_pipe_columns_are_straight_by_cells() -> None:
    result = Records(notes=(), title="", rows=ROWS[:3], fields=("name", "count"), as_of=AS_OF)
    header, *lines = given("table", PIPE, result).splitlines()[:4]
    starts = [width(line[: line.rindex("  ")]) for line in lines]
    assert starts == [width(header[: header.rindex("  ")])] * 3


@pytest.mark.parametrize("cells", WIDTHS)
@pytest.mark.parametrize("result", [HARD, CARD], ids=["table", "card"])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_a_table_never_exceeds_the_terminal(
    cells: int, result: Records[Row], encoding: str
) -> None:
    terminal = Terminal(width=cells, encoding=encoding)
    shown = as_bytes("table", terminal, result).decode(encoding)
    assert widest(shown) <= cells


@pytest.mark.parametrize("cells", WIDTHS)
@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("name", ["Zoë—凪… " * 30, "…" * 300, "凪" * 300], ids=["mixed", "…", "凪"])
def test_a_table_with_stand_ins_never_exceeds_the_terminal(
    cells: int, encoding: str, name: str
) -> None:
    terminal = Terminal(width=cells, encoding=encoding)
    assert widest(as_bytes("table", terminal, named(name)).decode(encoding)) <= cells


@pytest.mark.parametrize("encoding", ["utf-8", *ENCODINGS])
def test_columns_are_straight_where_stand_ins_are_narrower(encoding: str) -> None:
    rows = tuple(Row(id=name, name="x", count=1) for name in ("凪の八人", "Zoë…", "plain"))
    result = Records(notes=(), title="", rows=rows, fields=("id", "name"), as_of=AS_OF)
    lines = as_bytes("table", Terminal(width=None, encoding=encoding), result).decode(encoding)
    starts = {width(line.removesuffix("x")) for line in lines.splitlines()[1:4]}
    assert len(starts) == 1


@pytest.mark.parametrize("cells", WIDTHS)
def test_a_table_loses_no_text_to_a_narrow_terminal(cells: int) -> None:
    shown = given("table", Terminal(width=cells), named(KANJI))
    assert "".join(KANJI.replace("\u200d", "<U+200D>").split()) in "".join(shown.split())


def test_a_picture_links_to_the_page_of_a_row() -> None:
    url = 'https://x.example/?a="1"&b=2'
    rows = (link("Page", url), link("A longer page", ""))
    result = Records(notes=(), title="One", rows=rows, fields=("title", "kind"), as_of=AS_OF)
    root = ET.fromstring(render(result, Form("svg"), PIPE))
    (anchor,) = root.iter("{http://www.w3.org/2000/svg}a")
    assert anchor.get("href") == "https://x.example/?a=%221%22&b=2"
    assert "".join(anchor.itertext()) == "Page"


def test_a_link_of_a_picture_ends_where_its_text_does() -> None:
    links = (link("One", "https://x.example/a-longer-address"), link("Two", "https://y.example/"))
    result = structs.replace(test_countdown.titled("Nagi"), links=links)
    root = ET.fromstring(render(result, Form("svg"), PIPE))
    anchors = root.iter("{http://www.w3.org/2000/svg}a")
    shown = ["".join(anchor.itertext()) for anchor in anchors]
    assert shown == ["x.example/a-longer-address", "y.example"]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "https://a b", ""])
def test_a_picture_links_to_nothing_but_pages(url: str) -> None:
    result = Records(
        notes=(), title="One", rows=(link("Page", url),), fields=("title",), as_of=AS_OF
    )
    assert "<a " not in render(result, Form("svg"), PIPE)


def test_a_picture_off_a_terminal_is_100_cells_wide() -> None:
    assert given("svg") == given("svg", Terminal(width=100))


@pytest.mark.parametrize("form", ["svg", "html"])
def test_a_picture_is_the_same_in_every_encoding(form: str) -> None:
    assert as_bytes(form, Terminal(width=None, encoding="ascii")) == as_bytes(form)


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1+1", "@x", "='x'!A1"])
def test_csv_defuses_a_text_that_a_spreadsheet_would_run(start: str) -> None:
    (_, row) = csv.reader(io.StringIO(given("csv", PIPE, named(start))))
    assert row[1] == f"'{start}"


@pytest.mark.parametrize("start", ["\t=1", "\r=1", "\n=1", "\x1b=1"])
def test_csv_has_no_control_character_before_a_formula(start: str) -> None:
    (_, row) = csv.reader(io.StringIO(given("csv", PIPE, named(start))))
    assert row[1] in (" =1", "^[=1")


def test_csv_defuses_a_list_that_begins_with_a_formula() -> None:
    *_, row = csv.DictReader(io.StringIO(given("csv")))
    assert row["links"].startswith("'=1+1 ")


def test_csv_keeps_a_number_that_is_negative() -> None:
    row = next(csv.DictReader(io.StringIO(given("csv"))))
    assert row["count"] == "-1"


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_a_value_is_told_by_its_kind(form: str) -> None:
    separator = "," if form == "csv" else "\t"
    table = list(csv.reader(io.StringIO(given(form)), delimiter=separator))
    kanji, unknown = dict(zip(table[0], table[1], strict=True)), table[3]
    assert {key: kanji[key] for key in ("seasons", "is_new", "start.clock", "local")} == {
        "seasons": "1;2",
        "is_new": "true",
        "start.clock": "25:30",
        "local": "2027-01-10T01:30:00+09:00",
    }
    assert unknown[1:3] == ["", ""]


def test_tsv_has_the_same_number_of_cells_in_every_line() -> None:
    assert len({line.count("\t") for line in given("tsv").splitlines()}) == 1


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_a_table_of_data_has_a_line_for_each_record(form: str) -> None:
    assert len(given(form).splitlines()) == 1 + len(ROWS)


def test_json_gives_every_text_back_unchanged() -> None:
    document = json.loads(given("json"))
    assert [row["name"] for row in document] == [row.name for row in ROWS]


def test_jsonl_is_the_json_a_line_each() -> None:
    lines = given("jsonl").split("\n")
    assert [json.loads(line) for line in lines[:-1]] == json.loads(given("json"))


def test_json_escapes_what_a_terminal_would_obey_in_lower_case_pairs() -> None:
    shown = given("json", PIPE, named("\x7f\x9b\u202e\u2028\U000e0041"))
    assert r'"name": "\u007f\u009b\u202e\u2028\udb40\udc41"' in shown


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_json_is_ascii_where_stdout_is_not_utf_8_and_says_the_same(
    form: str, encoding: str
) -> None:
    content = as_bytes(form, Terminal(width=None, encoding=encoding))
    assert content.isascii()
    assert parsed(form, content) == parsed(form, as_bytes(form))


def parsed(form: str, content: bytes) -> Any:
    """Return the document in JSON, or the documents in JSON lines."""
    return json.loads(content) if form == "json" else [*map(json.loads, content.splitlines())]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("form", ["csv", "markdown", "table", "text", "tsv"])
@pytest.mark.parametrize("cells", [None, 80])
def test_a_text_has_stand_ins_where_stdout_lacks_a_character(
    form: str, encoding: str, cells: int | None
) -> None:
    terminal = Terminal(width=cells, encoding=encoding)
    shown = as_bytes(form, terminal, named("Zoë—凪…")).decode(encoding)
    assert {"ascii": "Zoe-?...", "cp1252": "Zoë—?…", "cp932": "Zoe-凪…"}[encoding] in shown


def test_the_accessible_table_has_a_sentence_for_each_field() -> None:
    shown = given("table", Terminal(width=80, accessible=True), named("Nagi"))
    assert shown == "One.\nID: one. Name: Nagi.\nfacts checked 20 Nov 2026.\n"


def test_fields_choose_the_columns_of_every_format() -> None:
    chosen = {form: render(HARD, Form(form, fields=("count", "id")), PIPE) for form in FORMATS}
    assert all("confidence" not in shown.lower() for shown in chosen.values())


def test_a_field_within_a_field_is_named_with_a_dot() -> None:
    shown = render(HARD, Form("csv", fields=("start.date",)), PIPE)
    assert shown.splitlines()[:3] == ["start.date", "2027-01-09", '""']


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_answer_is_the_same_bytes(form: str) -> None:
    assert as_bytes(form) == as_bytes(form)
