"""The formats of countdowns: hard answers in each, and what holds for all of them."""

import datetime as dt
import json
import re
from typing import Any
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

import pytest
from conftest import Golden
from msgspec import structs

from medalist_cli.errors import UsageError
from medalist_cli.model.dataset import (
    Claim,
    Dataset,
    Link,
    Milestone,
    Show,
    Source,
    Stream,
    When,
)
from medalist_cli.model.result import Countdown, Home
from medalist_cli.model.rows import WhereRow, as_row
from medalist_cli.queries import countdown, spoilers
from medalist_cli.render import Form, encoded, form_of, formats, render
from medalist_cli.terminal import Terminal
from medalist_cli.text import ja

from .hard import ENCODINGS, HOSTILE, KANJI, LONG, PIPE, WIDTHS, obeyed, widest

FORMATS = formats(Countdown)
BARS = [form for form in FORMATS if "bar" in form_of(Countdown, form).render.__code__.co_names]
"""Formats that show `countdown.bar`."""
LINES = [form for form in FORMATS if getattr(form_of(Countdown, form), "HAS_LINE", False)]
TOKYO, PARIS = ZoneInfo("Asia/Tokyo"), ZoneInfo("Europe/Paris")
NOW = dt.datetime(2027, 1, 7, 12, tzinfo=PARIS)

DATASET = Dataset(
    schema_version=2,
    as_of=dt.date(2026, 11, 20),
    show=Show(id="hard", title=HOSTILE),
    anchor="kanji",
    milestones=(
        Milestone(
            id="hostile",
            title=HOSTILE,
            kind="event",
            when=When(date="2027-01-09", clock="25:30", zone="Asia/Tokyo"),
            announced=When(date="2026", zone="Asia/Tokyo"),
            runtime_minutes=30,
            note=HOSTILE,
            sources=("page",),
            confidence="one-source",
        ),
        Milestone(
            id="kanji",
            title=KANJI,
            kind="film",
            when=When(date="2027", zone="Asia/Tokyo"),
            claims=(
                Claim(
                    when=When(date="2027", zone="Asia/Tokyo"),
                    by=HOSTILE,
                    checked=dt.date(2026, 11, 1),
                    sources=("page",),
                    confidence="one-source",
                ),
            ),
            sources=("page",),
            confidence="two-sources",
        ),
        Milestone(
            id="unknown", title="?", kind="season", sources=("page",), confidence="seed-only"
        ),
        Milestone(
            id="long",
            title=LONG,
            kind="episode",
            when=When(date="2027-01-07", clock="20:00", zone="Asia/Tokyo"),
            runtime_minutes=30,
            sources=("page",),
            confidence="two-sources",
        ),
    ),
    links=(
        Link(
            kind="trailer",
            title=HOSTILE,
            url="https://x.example/?a=1&b=2",
            milestone="hostile",
            sources=("page",),
            confidence="one-source",
        ),
        Link(
            kind="official",
            title=KANJI,
            url=HOSTILE,
            sources=("page",),
            confidence="one-source",
        ),
    ),
    sources=(Source(id="page", title="A page"),),
)
VISIBLE = spoilers.up_to(DATASET, None)
TARGETS = tuple(milestone.id for milestone in DATASET.milestones)


def counted(target: str, *zones: dt.tzinfo) -> Countdown:
    """Return the countdown to a milestone of the hard dataset, as Paris asks."""
    milestone = next(each for each in DATASET.milestones if each.id == target)
    return countdown.shown(VISIBLE, milestone, NOW, zones)


def titled(title: str) -> Countdown:
    """Return a countdown to a day with that title."""
    milestone = structs.replace(
        DATASET.milestones[0], title=title, when=When(date="2027-01-17", zone="Europe/Paris")
    )
    return countdown.shown(VISIBLE, milestone, NOW)


def given(form: str, target: str = "hostile", terminal: Terminal = PIPE) -> str:
    """Return the countdown to a milestone in a format."""
    return render(counted(target), Form(form), terminal)


def as_bytes(form: str, result: Countdown, terminal: Terminal = PIPE) -> bytes:
    """Return a result as the bytes that are written."""
    shown = Form(form)
    return encoded(render(result, shown, terminal), type(result), shown, terminal)


def home() -> Home:
    """Return a first screen with hostile texts in all its chapters."""
    count = counted("hostile").count
    stream = Stream(
        season=1,
        region=HOSTILE,
        service=HOSTILE,
        countries=("JP",),
        sources=(),
        confidence="seed-only",
    )
    where = as_row(WhereRow, stream)
    return Home(
        notes=(),
        count=count,
        coming=(count, counted("unknown").count),
        where=(where, structs.replace(where, region=KANJI, service=LONG)),
        examples=(("medalist cast nagi", "characters and voice actors"),),
    )


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("target", TARGETS)
def test_the_hard_answer_is_the_golden_one(golden: Golden, form: str, target: str) -> None:
    result = counted(target, PARIS, TOKYO) if target == "hostile" else counted(target)
    golden(f"countdown.{target}.{form}", as_bytes(form, result))


@pytest.mark.parametrize("cells", [20, 60, 80])
@pytest.mark.parametrize("target", TARGETS)
def test_the_hard_panel_is_the_golden_one(golden: Golden, target: str, cells: int) -> None:
    result = counted(target, PARIS, TOKYO) if target == "hostile" else counted(target)
    golden(f"countdown.{target}.table.{cells}", as_bytes("table", result, Terminal(width=cells)))


def test_the_hard_panel_in_colour_is_the_golden_one(golden: Golden) -> None:
    terminal = Terminal(width=80, colour=True)
    golden("countdown.hostile.table.colour", as_bytes("table", counted("hostile"), terminal))


@pytest.mark.parametrize("cells", [None, 80])
def test_the_hard_first_screen_is_the_golden_one(golden: Golden, cells: int | None) -> None:
    name = f"home.table.{cells}" if cells else "home.table"
    golden(name, as_bytes("table", home(), Terminal(width=cells)))


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("target", TARGETS)
def test_nothing_is_given_that_a_terminal_would_obey(form: str, target: str) -> None:
    assert obeyed(given(form, target)) == []


@pytest.mark.parametrize("target", TARGETS)
def test_a_panel_has_nothing_that_a_terminal_would_obey(target: str) -> None:
    assert obeyed(given("table", target, Terminal(width=80))) == []


@pytest.mark.parametrize("form", ["table", "text"])
@pytest.mark.parametrize("cells", [None, 80])
def test_the_first_screen_has_nothing_that_a_terminal_would_obey(
    form: str, cells: int | None
) -> None:
    assert obeyed(render(home(), Form(form), Terminal(width=cells))) == []


@pytest.mark.parametrize("form", ["table", "text", "discord", "markdown", *BARS])
def test_a_title_never_makes_a_line_of_its_own(form: str) -> None:
    lines = given(form).replace("\\n", "\n").splitlines()
    assert not [line for line in lines if line.lstrip().startswith("tab")]


@pytest.mark.parametrize("form", ["table", "text", "starship", "tmux"])
@pytest.mark.parametrize("title", ["[red]x[/red]", "[/b]", ":smile:", "[link=http://x]y[/link]"])
@pytest.mark.parametrize("cells", [None, 80])
def test_markup_is_shown_as_it_is(form: str, title: str, cells: int | None) -> None:
    assert title in render(titled(title), Form(form), Terminal(width=cells))


def test_tmux_shows_every_number_sign_and_runs_nothing() -> None:
    shown = render(titled("#(touch x) a ## b"), Form("tmux"), PIPE)
    assert "#\u200b(touch x) a #\u200b#\u200b b" in shown


@pytest.mark.parametrize(("encoding", "tag"), [("utf-8", "%\u200b{F#f00}"), ("ascii", "% {F#f00}")])
def test_polybar_is_given_no_tag(encoding: str, tag: str) -> None:
    terminal = Terminal(width=None, encoding=encoding)
    assert tag in render(titled("%{F#f00}"), Form("polybar"), terminal)


def test_polybar_shows_a_percent_sign_as_it_is() -> None:
    assert "100% %d %%" in render(titled("100% %d %%"), Form("polybar"), PIPE)


@pytest.mark.parametrize("form", ["waybar", "i3blocks"])
def test_pango_is_given_no_markup(form: str) -> None:
    shown = render(titled("A & B <C>"), Form(form), PIPE)
    assert "A &amp; B &lt;C&gt;" in shown


@pytest.mark.parametrize("title", ["x | bash=/bin/rm", "x\n---\ny", "---"])
def test_xbar_is_given_no_parameter_and_no_separator(title: str) -> None:
    first, second, *rest = render(titled(title), Form("xbar"), PIPE).splitlines()
    assert second == "---"
    assert first.count("|") <= 1
    assert not [line for line in rest if "|" in line or line.startswith("---")]


@pytest.mark.parametrize("form", ["markdown", "discord"])
def test_markdown_takes_nothing_in_a_title_for_its_own(form: str) -> None:
    shown = render(titled("*x* <@1> [x](y) `x` ||x||"), Form(form), PIPE)
    assert "\\*x\\* \\<@\u200b1\\> \\[x\\](y) \\`x\\` \\|\\|x\\|\\|" in shown


def test_json_gives_the_title_back_unchanged() -> None:
    assert json.loads(given("json"))["title"] == HOSTILE


def test_json_is_one_object_of_a_line_a_key_with_no_raw_control_character() -> None:
    assert given("json").isprintable() is False
    assert given("json").replace("\n", "").isprintable()


@pytest.mark.parametrize("form", ["json", "waybar"])
@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("target", TARGETS)
def test_json_is_ascii_where_stdout_is_not_utf_8_and_says_the_same(
    form: str, encoding: str, target: str
) -> None:
    content = as_bytes(form, counted(target), Terminal(width=None, encoding=encoding))
    assert content.isascii()
    assert json.loads(content) == json.loads(as_bytes(form, counted(target)))


@pytest.mark.parametrize(
    "form", ["table", "text", "discord", "markdown", "starship", "tmux", "xbar"]
)
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_text_has_stand_ins_where_stdout_lacks_a_character(form: str, encoding: str) -> None:
    terminal = Terminal(width=None, encoding=encoding)
    shown = as_bytes(form, titled("Zoë 凪…"), terminal).decode(encoding)
    assert {"ascii": "Zoe ?...", "cp1252": "Zoë ?…", "cp932": "Zoe 凪…"}[encoding] in shown


@pytest.mark.parametrize("cells", WIDTHS)
@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_a_panel_never_exceeds_the_terminal(cells: int, target: str, encoding: str) -> None:
    result = counted(target, PARIS, TOKYO)
    terminal = Terminal(width=cells, encoding=encoding)
    assert widest(as_bytes("table", result, terminal).decode(encoding)) <= cells


@pytest.mark.parametrize("cells", WIDTHS)
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_the_first_screen_never_exceeds_the_terminal(cells: int, encoding: str) -> None:
    terminal = Terminal(width=cells, encoding=encoding)
    assert widest(as_bytes("table", home(), terminal).decode(encoding)) <= cells


def test_a_picture_off_a_terminal_is_100_cells_wide() -> None:
    assert given("svg") == given("svg", terminal=Terminal(width=100))


@pytest.mark.parametrize("form", ["svg", "html"])
def test_a_picture_is_the_same_in_every_encoding(form: str) -> None:
    terminal = Terminal(width=None, encoding="ascii")
    assert as_bytes(form, counted("hostile"), terminal) == as_bytes(form, counted("hostile"))


@pytest.mark.parametrize("form", ["text", "markdown", "discord", "starship", "tmux", "xbar"])
@pytest.mark.parametrize("width", [0, 1, 5, 20, 60])
def test_a_width_is_never_exceeded_by_what_is_read(form: str, width: int) -> None:
    """The title is plain, so that what a format escapes does not count."""
    result = titled("Nagi")
    shown = render(result, Form(form, width=width), PIPE)
    line = shown.splitlines()[0] if shown.strip() else ""
    plain = {"tmux": line.partition("]")[2].partition("#[")[0]}.get(form, line)
    plain = plain.partition(" | color=")[0]
    assert len(plain) <= width


@pytest.mark.parametrize("title", [HOSTILE, KANJI, LONG])
def test_a_template_is_one_harmless_line(title: str) -> None:
    shown = render(titled(title), Form("text", template="{title}\x1b[31m\n{text}"), PIPE)
    assert (shown.count("\n"), obeyed(shown)) == (1, [])


@pytest.mark.parametrize("template", ["{title.x}", "{nope}", "{}", "{ days}"])
def test_a_template_with_no_such_key_is_misuse(template: str) -> None:
    with pytest.raises(UsageError, match="unknown key"):
        render(counted("hostile"), Form("text", template=template), PIPE)


def panel(result: Countdown, cells: int = 80, *, colour: bool = False) -> list[str]:
    """Return the lines of a countdown's picture on a terminal."""
    return render(result, Form("table"), Terminal(width=cells, colour=colour)).splitlines()


def test_of_several_dates_the_likeliest_is_marked_and_all_are_in_line() -> None:
    claims = tuple(
        Claim(
            when=When(date=date, zone="Asia/Tokyo"),
            by=by,
            sources=("page",),
            confidence="one-source",
        )
        for date, by in (("2027-02-19", "one tracker"), ("2027", "the studio"))
    )
    result = countdown.shown(VISIBLE, structs.replace(DATASET.milestones[1], claims=claims), NOW)
    assert panel(result, colour=True)[4:6] == [
        "  \x1b[36mHow sure?\x1b[0m       \x1b[35m19 Feb 2027\x1b[0m   \x1b[2mone tracker\x1b[0m",
        "                  2027          \x1b[2mthe studio\x1b[0m",
    ]
    assert panel(result, 59)[4:7] == [
        "How sure?",
        "  19 Feb 2027  one tracker",
        "  2027  the studio",
    ]


@pytest.mark.parametrize(("cells", "first"), [(17, "Nagi  takes place"), (16, "Nagi")])
def test_what_happens_is_beside_the_title_only_with_a_gap_of_two_cells(
    cells: int, first: str
) -> None:
    assert panel(titled("Nagi"), cells)[0] == first


@pytest.mark.parametrize(("letters", "is_shared"), [(5, True), (6, False)])
def test_the_anchor_shares_the_last_line_only_with_a_gap_of_three_cells(
    letters: int, is_shared: bool
) -> None:
    result = titled("Nagi")
    assert result.anchor
    anchor = structs.replace(result.anchor, title="x" * letters, state="tba")
    said = f"{'x' * letters}: date to be announced."
    age = "scheduled, may change · facts checked 20 Nov 2026"
    lines = panel(structs.replace(result, anchor=anchor))
    assert lines[-1:] == [f"{said}   {age}"] if is_shared else lines[-2:] == [said, age]


@pytest.mark.parametrize(("percent", "done"), [(0, 0), (50, 20), (99, 39)])
def test_the_bar_is_as_full_as_the_wait_is_over(percent: int, done: int) -> None:
    result = counted("hostile")
    result = structs.replace(result, count=structs.replace(result.count, percent=percent))
    bar = "━" * done + "─" * (40 - done)
    assert f"  announced 2026 {bar} {percent} % of the wait" in panel(result)


def in_the_last_hour() -> Countdown:
    """Return a countdown to a minute that is half an hour and a few seconds away."""
    now = dt.datetime(2027, 1, 9, 16, 59, 30, tzinfo=PARIS)
    return countdown.shown(VISIBLE, structs.replace(DATASET.milestones[0], title="Nagi"), now)


@pytest.mark.parametrize(
    ("form", "said"),
    [
        (Form("text"), "Nagi — today, in 30 minutes, 30 seconds (one source)"),
        (Form("text", width=80), "Nagi — today, in 30 minutes (one source)"),
        (Form("table", width=80), "Nagi — today, in 30 minutes (one source)"),
        (Form("text", is_line=True), "Nagi — today, in 30 minutes, 30 seconds (one source)"),
        (Form("starship"), "Nagi 30m"),
        (Form("starship", is_line=True), "Nagi 30m 30s"),
        (
            Form("i3bar", is_line=True, language=ja),
            (
                '{"full_text":"Nagi 30分30秒","short_text":"30分30秒",'
                '"color":"#e53935","markup":"none"}'
            ),
        ),
    ],
)
def test_seconds_are_in_what_is_written_every_second(form: Form, said: str) -> None:
    shown = render(in_the_last_hour(), form, PIPE)
    assert shown.splitlines()[0] == said


def test_a_panel_in_words_has_no_seconds() -> None:
    assert panel(in_the_last_hour(), 59)[2] == "Today, in 30 minutes (one source)"


@pytest.mark.parametrize("target", TARGETS)
def test_the_accessible_panel_is_the_plain_text(target: str) -> None:
    accessible = given("table", target, Terminal(width=80, accessible=True))
    assert accessible == given("table", target, PIPE)


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_answer_is_the_same_bytes(form: str) -> None:
    assert as_bytes(form, counted("hostile")) == as_bytes(form, counted("hostile"))


def past(target: str) -> Countdown:
    """Return the countdown to a milestone two years later, when nothing is to come."""
    milestone = next(each for each in DATASET.milestones if each.id == target)
    later = NOW.replace(year=NOW.year + 2)
    return Countdown(notes=(), count=countdown.countdown(DATASET, milestone, later))


def shown_by_a_bar(text: str) -> str:
    """Return what a bar shows of a line: the texts of a JSON block, else the line itself."""
    if not text.startswith("{"):
        return text.strip()
    block = json.loads(text)
    return "".join(block.get(key, "") for key in ("text", "full_text", "short_text"))


def test_there_are_bars_and_formats_of_one_line() -> None:
    assert {"i3bar", "polybar", "starship", "tmux"} <= set(BARS) & set(LINES)


@pytest.mark.parametrize("form", BARS)
def test_a_bar_shows_the_title_and_how_long_it_takes(form: str) -> None:
    assert "Nagi 10d" in render(titled("Nagi"), Form(form), PIPE)


@pytest.mark.parametrize("form", BARS)
@pytest.mark.parametrize("width", [None, 20])
@pytest.mark.parametrize("target", ["kanji", "long", "hostile"])
def test_a_bar_hides_when_nothing_is_to_come(form: str, width: int | None, target: str) -> None:
    shown = render(past(target), Form(form, width=width), PIPE)
    assert shown_by_a_bar(shown) == ""


@pytest.mark.parametrize("form", LINES)
@pytest.mark.parametrize("target", TARGETS)
def test_a_format_of_one_line_writes_one_line(form: str, target: str) -> None:
    for result in (counted(target), past(target)):
        shown = render(result, Form(form, is_line=True), PIPE)
        assert shown.count("\n") == (1 if shown else 0)


def test_an_i3bar_block_is_plain_text_with_a_colour() -> None:
    assert json.loads(render(titled("A & B <C>"), Form("i3bar"), PIPE)) == {
        "full_text": "A & B <C> 10d",
        "short_text": "10d",
        "color": "#43a047",
        "markup": "none",
    }


@pytest.mark.parametrize(
    ("now", "shown"),
    [
        ("2026-12-01T12:00+01:00", "Nagi 39d"),
        ("2027-01-01T12:00+01:00", "#[fg=#43a047]Nagi 8d#[default]"),
        ("2027-01-05T12:00+01:00", "#[fg=#fdd835]Nagi 4d#[default]"),
        ("2027-01-09T12:00+01:00", "#[fg=#fb8c00]Nagi 5h 30m#[default]"),
        ("2027-01-09T17:00+01:00", "#[fg=#e53935]Nagi 30m#[default]"),
        ("2027-01-09T17:30+01:00", "#[fg=#d81b60]Nagi on air#[default]"),
    ],
)
def test_the_nearer_the_warmer_is_a_bar(now: str, shown: str) -> None:
    milestone = structs.replace(DATASET.milestones[0], title="Nagi")
    count = countdown.countdown(DATASET, milestone, dt.datetime.fromisoformat(now))
    assert render(Countdown(notes=(), count=count), Form("tmux"), PIPE) == f"{shown}\n"


def test_discord_has_the_japanese_title_in_japanese() -> None:
    milestone = structs.replace(DATASET.milestones[0], title="Nagi", title_ja="凪")
    result = countdown.shown(VISIBLE, milestone, NOW)
    assert render(result, Form("discord", language=ja), PIPE).startswith("**凪** <t:1799512200:F>")


def test_a_shields_badge_has_the_keys_of_its_schema() -> None:
    assert json.loads(render(titled("Nagi"), Form("shields"), PIPE)) == {
        "schemaVersion": 1,
        "label": "Nagi",
        "message": "Sun 17 Jan 2027 (one source)",
        "color": "1f5fbf",
    }


@pytest.mark.parametrize("days", [0, 1, 9])
def test_a_badge_stays_true_until_its_date(days: int) -> None:
    milestone = structs.replace(
        DATASET.milestones[0], when=When(date="2027-01-17", zone="Europe/Paris")
    )
    later = NOW + dt.timedelta(days=days)
    result = Countdown(notes=(), count=countdown.countdown(DATASET, milestone, later))
    assert render(result, Form("badge"), PIPE) == render(titled(HOSTILE), Form("badge"), PIPE)


@pytest.mark.parametrize(
    ("changes", "message", "colour"),
    [
        ({"when": None}, "TBA", "5f6673"),
        ({"when": None, "happened": True}, "out", "2e7d32"),
        ({"when": When(date="2026", zone="Asia/Tokyo"), "happened": True}, "out", "2e7d32"),
        ({"when": When(date="2026", zone="Asia/Tokyo")}, "2026 (one source)", "1f5fbf"),
        ({"when": When(date="2027", zone="Asia/Tokyo")}, "2027 (one source)", "1f5fbf"),
    ],
)
def test_a_badge_says_out_only_of_what_took_place(
    changes: dict[str, Any], message: str, colour: str
) -> None:
    milestone = structs.replace(DATASET.milestones[0], **changes)
    result = Countdown(notes=(), count=countdown.countdown(DATASET, milestone, NOW))
    badge = json.loads(render(result, Form("shields"), PIPE))
    assert (badge["message"], badge["color"]) == (message, colour)


def test_a_badge_has_a_title_and_loads_nothing() -> None:
    shown = render(titled("Nagi"), Form("badge"), PIPE)
    root = ET.fromstring(shown)
    assert (root.get("role"), root.get("aria-label")) == (
        "img",
        "Nagi: Sun 17 Jan 2027 (one source)",
    )
    assert root[0].tag.endswith("title")
    assert not re.search(r"url\((?!#)|href|@import|<script", shown)
