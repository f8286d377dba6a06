"""The full terminal: large digits where there is room, and never more than there is."""

import datetime as dt
from pathlib import Path

import pytest
from conftest import SERIES, Golden
from msgspec import structs

from medalist_cli.model.dataset import When
from medalist_cli.model.result import Countdown
from medalist_cli.model.rows import Countdown as Count
from medalist_cli.queries import countdown, milestones, spoilers
from medalist_cli.render import Form, render
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
    ("target", "now", "groups", "aside"),
    [
        ("season-2-premiere", "2026-11-22T12:00:00Z", (("48", "days"), ("04:30:00", "")), ""),
        ("season-2-premiere", "2027-01-09T16:29:59Z", (("00:00:01", ""),), ""),
        (
            "season-2-premiere",
            "2027-01-09T16:30:00Z",
            (("ON AIR", ""),),
            "on air, minute 1 of 30",
        ),
        (
            "season-2-premiere",
            "2028-01-01T00:00:00Z",
            (("357", "days ago"),),
            "was scheduled for Sat 9 Jan 2027, 357 days ago; not checked since 20 Nov 2026",
        ),
        ("season-1-premiere", "2026-11-22T12:00:00Z", (("414", "days ago"),), "Sat 4 Oct 2025"),
        ("film", "2026-11-22T12:00:00Z", (("405-770", "days"),), "2028"),
        (
            "stage-play",
            "2026-05-01T12:00:00Z",
            (("4", "days"),),
            "Tue 5 May 2026 (date in Japan)",
        ),
        (
            "stage-play",
            "2026-05-15T12:00:00Z",
            (("10", "days ago"),),
            "Tue 5 May 2026 (date in Japan)",
        ),
        (
            "rowing-day",
            "2026-11-22T12:00:00Z",
            (("TODAY", ""),),
            "Sun 22 Nov 2026 (date in Japan)",
        ),
        (
            "rowing-day",
            "2026-11-23T12:00:00Z",
            (("1", "day ago"),),
            "was planned for Sun 22 Nov 2026, yesterday; unconfirmed",
        ),
    ],
)
def test_large_digits_show_how_long_and_beside_them_the_date_or_the_doubt(
    target: str, now: str, groups: tuple[tuple[str, str], ...], aside: str
) -> None:
    assert _big.face(count(target, now), en, ticking=True) == (groups, aside)


@pytest.mark.parametrize(
    ("now", "groups"),
    [
        ("2027-01-05T12:00:00Z", (("4", "days"), ("4", "hours"), ("30", "minutes"))),
        ("2027-01-08T16:30:00Z", (("1", "day"),)),
        ("2027-01-09T16:29:01Z", (("59", "seconds"),)),
        ("2027-01-09T16:00:30Z", (("29", "minutes"),)),
        ("2027-01-09T17:29:59Z", (("59", "minutes ago"),)),
        ("2027-01-09T17:30:00Z", (("1", "hour ago"),)),
        ("2027-01-10T16:29:59Z", (("23", "hours ago"),)),
        ("2027-01-10T16:30:00Z", (("1", "day ago"),)),
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


def test_a_minute_after_a_start_without_a_runtime_is_a_number() -> None:
    face = _big.face(count("season-2-stream", "2027-01-09T17:01:00Z"), en, ticking=False)
    assert face is not None
    assert face.groups == (("1", "minute ago"),)


FILM = _big.Face((("88", "days"),), "Fri 19 Feb 2027 (date in Japan)")


CLOCK = _big.Face((("48", "days"), ("04:30:07", "")))
DRAWN = [
    (
        FILM,
        "utf-8",
        6,
        r"""
   █████╗  █████╗
  ██╔══██╗██╔══██╗
  ╚█████╔╝╚█████╔╝   days
  ██╔══██╗██╔══██╗   Fri 19 Feb 2027 (date in Japan)
  ╚█████╔╝╚█████╔╝
   ╚════╝  ╚════╝
""",
    ),
    (
        FILM,
        "utf-8",
        5,
        r"""
  ┏━┓┏━┓
  ┣━┫┣━┫   days
  ┗━┛┗━┛   Fri 19 Feb 2027 (date in Japan)
""",
    ),
    (
        FILM,
        "ascii",
        9,
        r"""
   ___  ___
  ( _ )( _ )   days
  / _ \/ _ \   Fri 19 Feb 2027 (date in Japan)
  \___/\___/
""",
    ),
    (
        CLOCK,
        "ascii",
        4,
        r"""
   _ _  ___          __  _ _ _ ____ __ _ __ ____
  | | |( _ )        /  \| | (_)__ //  (_)  \__  |
  |_  _/ _ \       | () |_  _| |_ \ () | () |/ /
    |_|\___/ days   \__/  |_(_)___/\__(_)__//_/
""",
    ),
    (
        _big.Face((("00:00:01", ""),)),
        "ascii",
        4,
        r"""
    __   __ _ __   __ _ __  _
   /  \ /  (_)  \ /  (_)  \/ |
  | () | () | () | () | () | |
   \__/ \__(_)__/ \__(_)__/|_|
""",
    ),
    (
        _big.Face((("NOW", ""),), "minute 1 of 30"),
        "utf-8",
        3,
        r"""
  ┏┓╻┏━┓╻ ╻
  ┃┗┫┃ ┃┃╻┃   minute 1 of 30
  ╹ ╹┗━┛┗┻┛
""",
    ),
    (
        _big.Face((("12345678900", ""),)),
        "utf-8",
        99,
        r"""
  ╺┓ ┏━┓┏━┓╻ ╻┏━╸┏━┓┏━┓┏━┓┏━┓┏━┓┏━┓
   ┃ ┏━┛╺━┫┗━┫┗━┓┣━┓  ┃┣━┫┗━┫┃┃┃┃┃┃
  ╺┻╸┗━╸┗━┛  ╹┗━┛┗━┛  ╹┗━┛┗━┛┗━┛┗━┛
""",
    ),
]


@pytest.mark.parametrize(("face", "encoding", "room", "art"), DRAWN)
def test_the_largest_font_that_fits_is_used(
    face: _big.Face, encoding: str, room: int, art: str
) -> None:
    lines = _big.drawn(face, Terminal(width=80, encoding=encoding), 80, room)
    assert "\n".join(line.plain for line in lines) == art.strip("\n")


@pytest.mark.parametrize("face", [FILM, CLOCK])
@pytest.mark.parametrize(("width", "room"), [(59, 20), (80, 2)])
def test_without_room_there_are_no_large_digits(face: _big.Face, width: int, room: int) -> None:
    assert _big.drawn(face, Terminal(width=width), width, room) == []


def test_what_no_font_has_is_not_drawn() -> None:
    assert _big.drawn(_big.Face((("放送中", ""),)), Terminal(width=80), 80, 9) == []


@pytest.mark.parametrize(
    ("aside", "room", "height"),
    [(45, 6, 6), (45, 5, 3), (78, 7, 7), (78, 6, 4), (79, 9, 0)],
)
def test_a_line_too_long_to_stand_beside_the_digits_is_below_them(
    aside: int, room: int, height: int
) -> None:
    face = _big.Face((("88", "days"),), "x" * aside)
    lines = [line.plain for line in _big.drawn(face, Terminal(width=80), 80, room)]
    assert len(lines) == height
    assert ("  " + "x" * aside in lines) == (aside == 78)


def test_digits_as_wide_as_there_is_room_stay_large() -> None:
    face = _big.Face((("88", "days"),), "x" * (60 - 21))
    assert [
        len(_big.drawn(face._replace(aside=face.aside + more), Terminal(width=60), 60, 6))
        for more in ("", "x")
    ] == [6, 3]


@pytest.mark.parametrize(
    ("target", "now"),
    [
        ("film", "2026-11-22T12:00:00Z"),
        ("stage-play", "2026-05-01T12:00:00Z"),
        ("season-2-premiere", "2026-11-22T12:00:00Z"),
    ],
)
def test_a_picture_has_its_largest_digits_as_soon_as_it_leaves_a_line_free(
    target: str, now: str
) -> None:
    moment = dt.datetime.fromisoformat(now)
    shown = countdown.shown(
        spoilers.up_to(SHOW, None), milestones.target(SHOW, target, moment), moment
    )
    whole = render(shown, Form("table"), Terminal(width=80))
    lines = whole.count("\n")
    assert "█" in whole
    assert render(shown, Form("table"), Terminal(width=80, lines=lines + 1)) == whole
    assert "█" not in render(shown, Form("table"), Terminal(width=80, lines=lines))


def test_a_frame_has_its_largest_digits_as_soon_as_keys_and_two_empty_lines_fit() -> None:
    row = count("film", "2026-11-22T12:00:00Z")
    shown = Countdown(notes=(), count=row)
    lines = render(shown, Form("table"), Terminal(width=80)).count("\n")
    frames = [
        _fullscreen.frame(shown, Form("table"), Terminal(width=80), 80, lines + more)
        for more in (2, 3)
    ]
    assert ["█" in "".join(frame) for frame in frames] == [False, True]


FRAMES = [(80, 25), (81, 12), (200, 50), (40, 8), (12, 3), (80, 2), (80, 1)]


@pytest.mark.parametrize("colour", [False, True])
@pytest.mark.parametrize(("columns", "lines"), FRAMES)
def test_a_frame_is_the_golden_one(golden: Golden, columns: int, lines: int, colour: bool) -> None:
    row = count("season-2-premiere", "2026-11-22T12:34:56Z")
    shown = Countdown(notes=(), count=row, announced=When(date="2025-10-19", zone="Asia/Tokyo"))
    terminal = Terminal(width=columns, colour=colour)
    frame = _fullscreen.frame(shown, Form("table"), terminal, columns, lines)
    name = f"frame.{columns}x{lines}{'.colour' * colour}"
    golden(name, "".join(f"{line}\n" for line in frame).encode())


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
