"""The full terminal: large digits where there is room, and never more than there is."""

import datetime as dt
from pathlib import Path

import pytest
from conftest import SERIES
from msgspec import structs

from medalist_cli.model.result import Countdown
from medalist_cli.model.rows import Countdown as Count
from medalist_cli.queries import countdown, milestones
from medalist_cli.render import Form
from medalist_cli.render.countdown import _big, _fullscreen
from medalist_cli.storage import loader
from medalist_cli.terminal import Terminal
from medalist_cli.text import en
from medalist_cli.text.cells import width
from render.hard import HOSTILE, KANJI, LONG

pytestmark = pytest.mark.thorough

SHOW = loader.load(Path(SERIES))
SIZES = [(12, 3), (20, 1), (20, 5), (20, 24), (80, 2), (80, 24), (300, 100)]


def count(target: str, now: str) -> Count:
    moment = dt.datetime.fromisoformat(now)
    return countdown.countdown(SHOW, milestones.target(SHOW, target, moment), moment)


@pytest.mark.parametrize(
    ("target", "now", "groups"),
    [
        ("season-2-premiere", "2026-11-22T12:00:00Z", (("48", "days"), ("04:30:00", ""))),
        ("season-2-premiere", "2027-01-09T16:29:59Z", (("00:00:01", ""),)),
        ("season-2-premiere", "2027-01-09T16:30:00Z", (("ON AIR", ""),)),
        ("season-2-premiere", "2028-01-01T00:00:00Z", (("357", "days ago"),)),
        ("film", "2026-11-22T12:00:00Z", (("405-770", "days"),)),
        ("rowing-day", "2026-11-22T12:00:00Z", (("TODAY", ""),)),
    ],
)
def test_large_digits_show_how_long(
    target: str, now: str, groups: tuple[tuple[str, str], ...]
) -> None:
    face = _big.face(count(target, now), en, ticking=True)
    assert face is not None
    assert face.groups == groups


@pytest.mark.parametrize(
    ("now", "groups"),
    [
        ("2027-01-05T12:00:00Z", (("4", "days"), ("4", "hours"), ("30", "minutes"))),
        ("2027-01-08T16:30:00Z", (("1", "day"),)),
        ("2027-01-09T16:29:01Z", (("59", "seconds"),)),
        ("2027-01-09T16:00:30Z", (("29", "minutes"),)),
        ("2027-01-09T19:30:00Z", (("3", "hours ago"),)),
        ("2027-01-09T17:10:00Z", (("40", "minutes ago"),)),
    ],
)
def test_digits_that_do_not_tick_have_units_and_no_zeros(
    now: str, groups: tuple[tuple[str, str], ...]
) -> None:
    face = _big.face(count("season-2-premiere", now), en, ticking=False)
    assert face is not None
    assert face.groups == groups


@pytest.mark.parametrize(
    ("target", "now"),
    [
        ("film", "2028-06-01T00:00:00Z"),
        ("film", "2029-06-01T00:00:00Z"),
        ("third-season", "2026-11-22T12:00:00Z"),
        ("season-2-stream", "2027-01-09T17:00:00Z"),
        ("season-2-stream", "2027-01-09T17:00:59Z"),
    ],
)
def test_what_has_no_number_is_said_in_words(target: str, now: str) -> None:
    assert _big.face(count(target, now), en, ticking=False) is None


FILM = _big.Face((("88", "days"),), "Fri 19 Feb 2027 (date in Japan)")


@pytest.mark.parametrize(
    ("encoding", "room", "height"), [("utf-8", 9, 6), ("utf-8", 5, 3), ("ascii", 9, 4)]
)
def test_the_largest_font_that_fits_is_used(encoding: str, room: int, height: int) -> None:
    terminal = Terminal(width=80, encoding=encoding)
    lines = _big.drawn(FILM, terminal, 80, room)
    assert len(lines) == height
    assert "days" in "".join(line.plain for line in lines)
    assert FILM.aside in "".join(line.plain for line in lines)


@pytest.mark.parametrize(("width", "room"), [(59, 20), (80, 2)])
def test_without_room_there_are_no_large_digits(width: int, room: int) -> None:
    assert _big.drawn(FILM, Terminal(width=width), width, room) == []


def test_a_line_too_long_to_stand_beside_the_digits_is_below_them() -> None:
    face = _big.Face((("88", "days"),), "x" * 70)
    *_, last = _big.drawn(face, Terminal(width=80), 80, 9)
    assert last.plain.strip() == "x" * 70


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "cp932"])
@pytest.mark.parametrize("accessible", [False, True])
@pytest.mark.parametrize(("columns", "lines"), SIZES)
def test_no_frame_is_larger_than_the_terminal(
    columns: int, lines: int, accessible: bool, encoding: str
) -> None:
    terminal = Terminal(width=columns, accessible=accessible, encoding=encoding)
    for row in countdown.schedule(SHOW, dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)):
        shown = Countdown(notes=(), count=row, anchor=row)
        frame = _fullscreen.frame(shown, Form("table"), terminal, columns, lines)
        assert len(frame) <= lines
        assert max(map(width, frame), default=0) <= columns


@pytest.mark.parametrize("title", [HOSTILE, KANJI, LONG])
def test_a_hard_title_stays_in_the_frame(title: str) -> None:
    row = structs.replace(count("film", "2026-11-22T12:00:00Z"), title=title)
    hard = Countdown(notes=(), count=row)
    for columns, lines in SIZES:
        frame = _fullscreen.frame(hard, Form("table"), Terminal(width=columns), columns, lines)
        assert len(frame) <= lines
        assert max(map(width, frame), default=0) <= columns
        assert not any("\x1b" in line for line in frame)


def test_the_last_line_has_the_keys_and_the_time() -> None:
    row = count("film", "2026-11-22T12:34:56Z")
    shown = Countdown(notes=(), count=row)
    frame = _fullscreen.frame(shown, Form("table"), Terminal(width=80), 80, 24)
    assert (len(frame), frame[-1].split()) == (24, ["q", "quit", "12:34:56"])


def test_a_countdown_is_in_the_middle_of_a_wide_terminal() -> None:
    row = count("film", "2026-11-22T12:34:56Z")
    shown = Countdown(notes=(), count=row)
    frame = _fullscreen.frame(shown, Form("table"), Terminal(width=200), 200, 50)
    first = next(line for line in frame if line)
    assert first.index("Still Water") == (200 - 80) // 2
