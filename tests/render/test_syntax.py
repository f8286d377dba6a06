"""No text from a dataset becomes syntax of the format it is written in, in any encoding.

The formats are those in the folders. Each needs a function in `STRUCTURE` that returns what its
consumer obeys; a title full of syntax must have the same structure as a plain one.
"""

import csv
import io
import json
import re
import sys
import unicodedata
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec import structs

from medalist_cli.model import result as results
from medalist_cli.model.result import Agenda, Countdown, Home, Records, Result
from medalist_cli.render import Form, encoded, form_of, formats, render
from medalist_cli.terminal import Terminal
from medalist_cli.text.cells import encodable, visible

from . import test_countdown, test_records
from .hard import obeyed

ENCODINGS = ("ascii", "latin-1", "cp932", "utf-8")
KINDS: tuple[type[Result], ...] = (Countdown, Home, Records, Agenda)
CASES = [(kind, form) for kind in KINDS for form in formats(kind)]

HOSTILE = (
    "%{A1:touch x:}click%{A}", "%{F#f00}", "100%%{A1:x:}", "#(touch x)", "##(touch x)", "#[fg=red]",
    "###[fg=red]", "#{session_name}", "a ## b", "$(touch x)", "${HOME}", "`touch x`", "\\e]0;x\\a",
    "x | bash=touch param1=x", "---", "--submenu", " -- x", "<b>x</b>", "</text><script>x</script>",
    '" onload="x', "' onload='x", "&lt;b&gt;", "A & B", "=1+1", "+1", "-1+1", "@SUM(A1)", '"=1+1"',
    'a","b', "a\tb", "a;b", "@everyone", "@here", "<@1234>", "<t:0:R>", "**x**", "__x__", "||x||",
    "[x](https://e.example)", "![x](y)", "# x", "- x", "+ x", "1. x", "1) x", "> x", "===", "~~x~~",
    "<!-- x", "]]>", "x\ufffey", "x\uffffy", "\\N", "\\n", "a\\", "{title}", "{{7*7}}", "{% if %}",
    "]", "%H", "a#", "a%", "a$", "x\r\nATTACH:y", "javascript:x", "\x1b[31m", "\u202ex",
)  # fmt: skip
"""Titles that some consumer would obey, one for each piece of syntax."""
TAME = "Nagi"


def tags(text: str) -> list[Any]:
    """Return the elements of an HTML page with the names of their attributes."""
    found: list[Any] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.append((tag, [name for name, _ in attrs]))

        def handle_comment(self, _: str) -> None:
            found.append("comment")

    Reader().feed(text)
    return found


def elements(text: str) -> list[Any]:
    """Return the kinds of elements in a document, which has to be well-formed XML."""
    return sorted({(each.tag, *sorted(each.attrib)) for each in ET.fromstring(text).iter()})


def pango(text: str) -> list[Any]:
    """Return the elements in texts of Pango markup, and how many lines they have."""
    return [len(text.split("\n")), *elements(f"<markup>{text}</markup>")]


def json_texts(text: str) -> list[Any]:
    """Return the keys of a document, and the structure of its texts for a bar."""
    document = json.loads(text)
    return [list(document), *(pango(document[key]) for key in PANGO if key in document)]


PANGO = ("text", "tooltip", "full_text", "short_text")


def markdown(text: str) -> list[Any]:
    """Return the elements of GitHub's Markdown, the targets of its links, and its mentions."""
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    tokens = [inner for each in parser.parse(text) for inner in (each, *(each.children or ()))]
    shown = "".join(each.content for each in tokens if each.type == "text")
    kinds = [(each.type, each.attrGet("href")) for each in tokens if each.type not in PLAIN]
    return [*kinds, *re.findall(r"@\w+", shown)]


PLAIN = ("text", "text_special", "softbreak")


def discord(text: str) -> list[Any]:
    """Return Markdown's elements, spoilers, and what Discord makes of angle brackets and `@`."""
    return [
        *markdown(re.sub(r"<t:\d+:\w>", "t", text)),
        *re.findall(r"(?<!\\)(?:\|\||<.)|@\w+", text),
    ]


def tmux(text: str) -> list[Any]:
    """Return the commands, variables and styles that tmux finds in a format.

    It reads `##` as `#` twice, first for commands and variables, then for styles; but a row of `#`
    before `[` only the second time. `test_consumers.py` holds this against tmux itself.
    """
    found = []

    def once(run: re.Match[str]) -> str:
        if run[2] == "[":
            return run[0]
        if len(run[1]) % 2 and run[2] in ("(", "{"):
            found.append(run[2])
        return "#" * ((len(run[1]) + 1) // 2) + run[2]

    styles = re.findall(r"(#+)(\[[^]]*\])", re.sub(r"(#+)(.?)", once, text))
    return [*found, *(style for run, style in styles if len(run) % 2)]


def xbar(text: str) -> list[Any]:
    """Return the parameters and the leading hyphens of each line."""
    lines = [line.partition("|") for line in text.splitlines()]
    return [(bar, rest, re.match(r" *-*", line)[0]) for line, bar, rest in lines]  # type: ignore[index]


def sheet(separator: str) -> Callable[[str], list[Any]]:
    """Return a function for what a spreadsheet sees: the size of each row, and formulas."""

    def found(text: str) -> list[Any]:
        rows = list(csv.reader(io.StringIO(text), delimiter=separator))
        texts = [cell for row in rows for cell in row if not re.fullmatch(r"[-+]?[\d.]+", cell)]
        formulas = [cell for cell in texts if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
        return [*map(len, rows), *formulas]

    return found


def ics(text: str) -> list[Any]:
    """Return the properties of a calendar, and the line breaks in its texts."""
    lines = text.replace("\r\n ", "").splitlines()
    return [
        (re.split("[:;]", line)[0], re.findall(r"(?<!\\)(?:\\\\)*\\[nN]", line)) for line in lines
    ]


STRUCTURE: dict[str, Callable[[str], list[Any]]] = {
    "badge": elements,
    "csv": sheet(","),
    "discord": discord,
    "html": tags,
    "i3bar": lambda text: [list(json.loads(text)), json.loads(text)["markup"]],
    "i3blocks": pango,
    "ics": ics,
    "json": lambda text: [type(json.loads(text))],
    "jsonl": lambda text: [list(json.loads(line)) for line in text.splitlines()],
    "markdown": markdown,
    "polybar": lambda text: re.findall(r"%\{[^}]*\}", text),
    "shields": lambda text: [list(json.loads(text))],
    "starship": lambda text: re.findall(r"\$[({]|`|\\\w|%\w|\n", text),
    "svg": elements,
    "table": lambda text: [text.count("\n")],
    "text": lambda text: [text.count("\n")],
    "tmux": tmux,
    "tsv": sheet("\t"),
    "waybar": json_texts,
    "xbar": xbar,
}


def titled(kind: type[Result], title: str) -> Result:
    """Return a result of that kind whose title is the given text, and nothing else hostile."""
    if issubclass(kind, Countdown):
        count = structs.replace(test_countdown.titled(title).count, note=None)
        if kind is Countdown:
            return Countdown(notes=(), count=count)
        return Home(notes=(), count=count, coming=(count,), where=(), examples=())
    rows = (test_records.Row(id="x", name=title, count=1),)
    shared: dict[str, Any] = {"rows": rows, "fields": ("id", "name"), "as_of": test_records.AS_OF}
    if kind is Records:
        return Records(notes=(), title=title, **shared)
    return Agenda(notes=(), title=title, **shared, entries=(entry(title),), show="x")


def entry(title: str) -> results.Entry:
    day = test_records.AS_OF
    return results.Entry(id="x", title=title, begin=day, end=None, note=title, is_sure=True)


def written(kind: type[Result], form: str, title: str, encoding: str) -> str:
    """Return what is written for a title, read back in the encoding it is written in."""
    terminal = Terminal(width=None, encoding=encoding)
    content = encoded(render(titled(kind, title), Form(form), terminal), kind, Form(form), terminal)
    return content.decode(getattr(form_of(kind, form), "ENCODING", encoding))


def test_every_format_has_a_known_structure() -> None:
    assert {form for _, form in CASES} == set(STRUCTURE)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize(("kind", "form"), CASES, ids=lambda case: getattr(case, "__name__", case))
def test_a_title_never_becomes_syntax(kind: type[Result], form: str, encoding: str) -> None:
    structure = STRUCTURE[form]
    plain = structure(written(kind, form, TAME, encoding))
    for title in HOSTILE:
        for text in (title, title.translate(FULL_WIDTH)):
            assert structure(written(kind, form, text, encoding)) == plain, text


FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
SYNTAX = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~\t\n\r ")
JSON = {form for kind, form in CASES if written(kind, form, TAME, "ascii")[0] in "{["}
"""Formats that can write every character in every encoding."""
DISGUISED = "".join(
    char
    for char in map(chr, (*range(0x80, 0xD800), *range(0xE000, sys.maxunicode + 1)))
    if SYNTAX.intersection(unicodedata.normalize("NFKD", char))
    or encodable(char, "ascii") in SYNTAX
)
"""Every character that becomes syntax in a narrow encoding."""

characters = st.sampled_from(DISGUISED) | st.sampled_from("".join(sorted(SYNTAX)) + "Ax1é凪")


@pytest.mark.thorough
@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize(("kind", "form"), CASES, ids=lambda case: getattr(case, "__name__", case))
@given(title=st.text(characters, max_size=12))
def test_a_title_is_written_as_its_replacement_is(
    kind: type[Result], form: str, encoding: str, title: str
) -> None:
    shown = written(kind, form, title, encoding)
    if hasattr(form_of(kind, form), "ENCODING"):
        assert shown == written(kind, form, title, "utf-8")
    elif form in JSON:
        assert json.loads(shown) == json.loads(written(kind, form, title, "utf-8"))
    else:
        replaced = written(kind, form, encodable(visible(title), encoding), encoding)
        assert shown.split() == replaced.split()


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("title", HOSTILE)
def test_a_value_in_a_template_is_never_a_tag_or_a_command(title: str, encoding: str) -> None:
    for edge in ("", "%", "#", "$"):
        for each in (title, title.translate(FULL_WIDTH)):
            result = titled(Countdown, each)
            terminal = Terminal(width=None, encoding=encoding)
            form = Form("text", template=f"%{{{{F-}}}}#[x] {edge}{{title}} {{title}}{{title}}")
            shown = encoded(render(result, form, terminal), Countdown, form, terminal).decode(
                encoding
            )
            own = shown.removeprefix("%{F-}#[x] ")
            assert own != shown
            assert re.findall(r"%\{|#[(\[{]|\$[({]|`|\|", own) == []


def test_a_template_shows_lists_and_objects_without_python() -> None:
    form = Form("text", template="{sources} {zones} {breakdown} {headline} {claims}")
    shown = render(
        test_countdown.counted("hostile", test_countdown.PARIS), form, Terminal(width=None)
    )
    assert shown.startswith(
        'page [{"zone":"Europe/Paris","local":"2027-01-09T17:30:00+01:00","days":2}] {"'
    )
    assert shown.endswith("} false \n")


def test_what_a_value_is_kept_apart_with_is_not_seen() -> None:
    assert (
        obeyed(render(titled(Countdown, "%{x}#(y)"), Form("polybar"), Terminal(width=None))) == []
    )
