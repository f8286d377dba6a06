"""Calendar files, held against RFC 5545 and against a parser that is not the one they come from."""

import datetime as dt
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import vobject  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from msgspec import Struct, structs

from medalist_cli import render
from medalist_cli.errors import NoMatch
from medalist_cli.model.result import Agenda, Entry
from medalist_cli.render import Form
from medalist_cli.terminal import Terminal
from medalist_cli.text.cells import visible

START = dt.datetime(2027, 1, 9, 16, 30, tzinfo=dt.UTC)
HALF_HOUR = dt.timedelta(minutes=30)
DAY_BEFORE = dt.timedelta(days=1)
MINUTE = Entry(
    id="s2e1",
    title="Still Water Eight: Borrowed",
    begin=START,
    end=START + HALF_HOUR,
    note="",
    is_sure=True,
)
DAY = structs.replace(MINUTE, begin=dt.date(2027, 1, 9), end=dt.date(2027, 1, 10))

KNOWN = {
    "BEGIN", "END", "VERSION", "PRODID", "NAME", "X-WR-CALNAME", "REFRESH-INTERVAL",
    "X-PUBLISHED-TTL", "UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND",
    "SUMMARY", "DESCRIPTION", "URL", "STATUS", "TRANSP", "ACTION", "TRIGGER",
}  # fmt: skip
"""Every property that our calendars may have."""

scripts = st.text(
    st.characters(min_codepoint=0x3000, max_codepoint=0x9FFF) | st.sampled_from("🥇⛸️ é")
)
hostile = st.text(
    st.sampled_from("\r\n\t\x0b\x0c\x1c\x1e\x85\u2028\u2029\x00\x7f\u202e:;,\\nN\"'ATCH氷 ")
)
titles = (
    st.text(st.characters())
    | st.text(st.characters(categories=["Cs", "Cc", "Cf"]))
    | scripts
    | hostile
)


def agenda(*entries: Entry, title: str = "Schedule", **more: Any) -> Agenda[Struct]:
    return Agenda(
        notes=(),
        title=title,
        rows=(),
        fields=(),
        as_of=dt.date(2026, 11, 20),
        show=more.pop("show", "still-water"),
        entries=entries,
        **more,
    )


def content(result: Agenda[Struct]) -> bytes:
    form, terminal = Form(name="ics"), Terminal(width=None, encoding="ascii")
    return render.encoded(render.render(result, form, terminal), Agenda, form, terminal)


def unfolded(file: bytes) -> list[str]:
    """Return the content lines; RFC 5545 §3.1."""
    return file.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def values(file: bytes, name: str) -> list[str]:
    """Return what stands after each property of that name, parameters before the colon."""
    found = (re.match(rf"{name}(?:;[^:]*)?:", line) for line in unfolded(file))
    return [match.string[match.end() :] for match in found if match]


def unescaped(text: str) -> str:
    """Return a TEXT as it was meant; RFC 5545 §3.3.11."""
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], text)


def test_a_calendar_has_these_lines_in_this_order() -> None:
    entry = structs.replace(MINUTE, note="A note", moves=1, url="https://x.example/")
    assert unfolded(content(agenda(entry, alarms=(HALF_HOUR,)))) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//medalist-cli//medalist//EN",
        "NAME:Schedule",
        "X-WR-CALNAME:Schedule",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        "X-PUBLISHED-TTL:P1D",
        "BEGIN:VEVENT",
        "SUMMARY:Still Water Eight: Borrowed",
        "DTSTART:20270109T163000Z",
        "DTEND:20270109T170000Z",
        "DTSTAMP:20261120T000000Z",
        "UID:s2e1@still-water",
        "SEQUENCE:1",
        "DESCRIPTION:A note",
        "LAST-MODIFIED:20261120T000000Z",
        "STATUS:CONFIRMED",
        "TRANSP:TRANSPARENT",
        "URL:https://x.example/",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:Still Water Eight: Borrowed",
        "TRIGGER:-PT30M",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ]


def test_every_line_ends_in_crlf() -> None:
    file = content(agenda(MINUTE))
    assert file.endswith(b"\r\n")
    assert file.count(b"\r\n") == file.count(b"\n") == file.count(b"\r")


@given(titles, titles, titles)
def test_no_line_takes_more_than_75_octets(title: str, note: str, name: str) -> None:
    file = content(agenda(structs.replace(MINUTE, title=title, note=note), title=name))
    assert max(len(line) for line in file.split(b"\r\n")) <= 75


@given(titles, titles, titles)
def test_no_character_is_folded_apart(title: str, note: str, name: str) -> None:
    file = content(agenda(structs.replace(MINUTE, title=title, note=note), title=name))
    for line in file.split(b"\r\n"):
        line.decode()


@given(titles)
def test_a_title_unfolds_to_what_it_was(title: str) -> None:
    file = content(agenda(structs.replace(MINUTE, title=title)))
    assert [unescaped(value) for value in values(file, "SUMMARY")] == [visible(title)]


@given(titles.filter(bool))
def test_a_note_unfolds_to_what_it_was(note: str) -> None:
    file = content(agenda(structs.replace(MINUTE, note=note)))
    assert [unescaped(value) for value in values(file, "DESCRIPTION")] == [visible(note)]


@given(titles)
def test_a_name_of_a_calendar_unfolds_to_what_it_was(title: str) -> None:
    file = content(agenda(MINUTE, title=title))
    assert [unescaped(value) for value in values(file, "X-WR-CALNAME")] == [visible(title)]


@given(hostile, hostile, hostile, hostile)
def test_no_text_adds_a_line(title: str, note: str, name: str, show: str) -> None:
    tame = structs.replace(MINUTE, note="note")
    wild = structs.replace(tame, id=f"x{name}", title=title, note=f"x{note}")
    alarms = (HALF_HOUR,)
    lines = unfolded(content(agenda(wild, title=name, show=show, alarms=alarms)))
    wanted = unfolded(content(agenda(tame, alarms=alarms)))
    assert [re.split("[;:]", line)[0] for line in lines] == [
        re.split("[;:]", line)[0] for line in wanted
    ]


@given(hostile, hostile)
def test_a_parser_that_takes_other_characters_for_line_ends_finds_no_more_lines(
    title: str, name: str
) -> None:
    text = content(agenda(structs.replace(MINUTE, title=title), title=name)).decode()
    assert len(text.splitlines()) == text.count("\r\n")


@given(titles)
def test_no_control_character_is_left_in(title: str) -> None:
    file = content(agenda(structs.replace(MINUTE, title=title), title=title))
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", file.decode())


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("a;b", r"a\;b"),
        ("a,b", r"a\,b"),
        (r"a\b", r"a\\b"),
        (r"a\nb", r"a\\nb"),
        ("a:b", "a:b"),
        ('"a"', '"a"'),
        ("a\nb", "a b"),
        ("a\r\nATTACH:b", "a  ATTACH:b"),
    ],
)
def test_a_title_is_escaped(title: str, written: str) -> None:
    assert values(content(agenda(structs.replace(MINUTE, title=title))), "SUMMARY") == [written]


def test_only_known_properties_are_written() -> None:
    full = structs.replace(MINUTE, note="note", url="https://x.example/", moves=1)
    file = content(agenda(full, DAY, alarms=(HALF_HOUR,)))
    assert {re.split("[;:]", line)[0] for line in unfolded(file)} == KNOWN


def test_a_calendar_says_which_version_it_is_of() -> None:
    file = content(agenda(MINUTE))
    assert values(file, "VERSION") == ["2.0"]
    assert len(values(file, "PRODID")) == 1


def test_a_uid_is_the_id_at_the_show() -> None:
    assert values(content(agenda(MINUTE)), "UID") == ["s2e1@still-water"]


def test_a_uid_outlives_a_new_title_date_and_note() -> None:
    moved = structs.replace(DAY, title="New", note="new", is_sure=False)
    assert values(content(agenda(moved)), "UID") == values(content(agenda(MINUTE)), "UID")


def test_the_stamp_is_the_day_the_facts_were_checked() -> None:
    assert values(content(agenda(MINUTE)), "DTSTAMP") == ["20261120T000000Z"]


def test_a_minute_is_an_instant_in_utc() -> None:
    file = content(agenda(MINUTE))
    assert (values(file, "DTSTART"), values(file, "DTEND")) == (
        ["20270109T163000Z"],
        ["20270109T170000Z"],
    )


def test_a_minute_of_unknown_length_has_no_end() -> None:
    assert values(content(agenda(structs.replace(MINUTE, end=None))), "DTEND") == []


def test_a_day_is_a_date_and_ends_on_the_next() -> None:
    lines = unfolded(content(agenda(DAY)))
    assert [line for line in lines if line.startswith("DT")][:2] == [
        "DTSTART;VALUE=DATE:20270109",
        "DTEND;VALUE=DATE:20270110",
    ]


@pytest.mark.parametrize(("is_sure", "status"), [(True, "CONFIRMED"), (False, "TENTATIVE")])
def test_a_date_that_one_source_tells_is_tentative(is_sure: bool, status: str) -> None:
    entry = structs.replace(MINUTE, is_sure=is_sure)
    assert values(content(agenda(entry)), "STATUS") == [status]


def test_nobody_is_kept_busy() -> None:
    assert values(content(agenda(MINUTE, DAY)), "TRANSP") == ["TRANSPARENT"] * 2


def test_an_empty_note_is_left_out() -> None:
    assert values(content(agenda(MINUTE)), "DESCRIPTION") == []


@pytest.mark.parametrize(
    ("before", "trigger"),
    [
        (dt.timedelta(days=1), "-P1D"),
        (dt.timedelta(hours=1), "-PT1H"),
        (dt.timedelta(days=1, minutes=90), "-P1DT1H30M"),
    ],
)
def test_an_alarm_rings_so_long_before(before: dt.timedelta, trigger: str) -> None:
    assert values(content(agenda(MINUTE, alarms=(before,))), "TRIGGER") == [trigger]


def test_an_alarm_shows_the_title() -> None:
    file = content(agenda(MINUTE, alarms=(HALF_HOUR,)))
    assert values(file, "ACTION") == ["DISPLAY"]
    assert values(file, "DESCRIPTION") == [MINUTE.title]


def test_every_entry_with_a_clock_has_every_alarm() -> None:
    file = content(agenda(MINUTE, MINUTE, alarms=(HALF_HOUR, dt.timedelta(days=1))))
    assert values(file, "TRIGGER") == ["-PT30M", "-P1D"] * 2


def test_a_whole_day_has_no_alarm_shorter_than_a_day() -> None:
    alarms = (HALF_HOUR, dt.timedelta(hours=23), dt.timedelta(days=1), dt.timedelta(days=7))
    assert values(content(agenda(DAY, alarms=alarms)), "TRIGGER") == ["-P1D", "-P7D"]


def test_a_date_that_moved_twice_is_the_second_revision() -> None:
    file = content(agenda(MINUTE, structs.replace(DAY, moves=2)))
    assert values(file, "SEQUENCE") == ["2"]


def test_the_last_change_is_the_day_the_facts_were_checked() -> None:
    file = content(agenda(structs.replace(MINUTE, moves=1)))
    assert values(file, "LAST-MODIFIED") == values(file, "DTSTAMP") == ["20261120T000000Z"]


def test_a_subscription_is_loaded_again_every_day() -> None:
    lines = unfolded(content(agenda(MINUTE)))
    assert "REFRESH-INTERVAL;VALUE=DURATION:P1D" in lines
    assert "X-PUBLISHED-TTL:P1D" in lines


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://x.example/?a=1,2;b", ["https://x.example/?a=1,2;b"]),
        ("https://x.example/凪", ["https://x.example/%E5%87%AA"]),
        ("https://x\r\nATTACH:y", []),
        ("javascript:x", []),
        (None, []),
    ],
)
def test_an_entry_has_the_address_of_its_page(url: str | None, written: list[str]) -> None:
    assert values(content(agenda(structs.replace(MINUTE, url=url))), "URL") == written


@pytest.mark.thorough
def test_khal_shows_a_date_that_moved_once(tmp_path: Path) -> None:
    program = os.environ.get("KHAL") or shutil.which("khal")
    if program is None:
        pytest.skip("khal is not installed (or name it: KHAL=/path)")
    (tmp_path / "calendar").mkdir()
    (tmp_path / "config").write_text(
        f"[calendars]\n[[medalist]]\npath = {tmp_path}/calendar\n"
        "[locale]\nlocal_timezone = UTC\ndefault_timezone = UTC\n"
        "longdateformat = %Y-%m-%d\ndateformat = %Y-%m-%d\ntimeformat = %H:%M\n"
        "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
        f"[sqlite]\npath = {tmp_path}/khal.db\n"
    )
    env = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LANG": "C.UTF-8"}

    def khal(*arguments: str) -> str:
        argv = [program, "-c", str(tmp_path / "config"), *arguments]
        ran = subprocess.run(
            argv, env=env, cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert ran.returncode == 0, ran.stderr
        return ran.stdout

    moved = structs.replace(MINUTE, begin=START + dt.timedelta(days=7), end=None, moves=1)
    for place, entry in enumerate((MINUTE, moved)):
        (tmp_path / f"{place}.ics").write_bytes(content(agenda(entry, alarms=(HALF_HOUR,))))
        khal("import", "--batch", "-a", "medalist", f"{place}.ics")
    listed = khal("list", "2027-01-01", "60d", "--format", "{start} {title}", "--day-format", "")
    assert listed.splitlines() == ["2027-01-16 16:30 Still Water Eight: Borrowed"]


@pytest.mark.parametrize("title", [r"a\Nb", r"a\nb", "a\\", r"\\N"])
def test_a_backslash_in_a_title_makes_no_line_break(title: str) -> None:
    file = content(agenda(structs.replace(MINUTE, title=title)))
    (event,) = Calendar.from_ical(file).walk("VEVENT")
    assert str(event["summary"]) == title
    assert vobject.readOne(file.decode()).vevent.summary.value == title


def test_a_calendar_is_utf_8_whatever_the_terminal_is() -> None:
    file = content(agenda(structs.replace(MINUTE, title="結束いのり")))
    assert values(file, "SUMMARY") == ["結束いのり"]


def test_the_same_agenda_is_the_same_bytes() -> None:
    assert content(agenda(MINUTE, DAY)) == content(agenda(MINUTE, DAY))


def test_nothing_with_a_day_is_no_match() -> None:
    with pytest.raises(NoMatch, match=r"^none of these has an exact date$"):
        content(agenda())


@given(titles.filter(lambda text: bool(visible(text).strip())), st.booleans())
def test_another_parser_reads_the_same_event(title: str, whole_day: bool) -> None:
    entry = structs.replace(DAY if whole_day else MINUTE, title=title, note=title)
    file = content(agenda(entry, title=title, alarms=(DAY_BEFORE,)))
    event = vobject.readOne(file.decode()).vevent
    assert event.uid.value == "s2e1@still-water"
    assert event.summary.value == visible(title)
    assert event.description.value == visible(title)
    assert (event.dtstart.value, event.dtend.value) == (entry.begin, entry.end)
    assert event.valarm.trigger.value == -DAY_BEFORE


def test_another_parser_finds_every_event() -> None:
    file = content(agenda(MINUTE, structs.replace(DAY, id="s2e2")))
    found = vobject.readOne(file.decode()).vevent_list
    assert [event.uid.value for event in found] == ["s2e1@still-water", "s2e2@still-water"]
