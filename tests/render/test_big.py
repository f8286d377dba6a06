"""The full terminal: large digits where there is room, and never more than there is."""

import datetime as dt
from pathlib import Path

import pytest
from conftest import SERIES
from msgspec import structs

from medalist_cli.model.result import Countdown
from medalist_cli.model.rows import Countdown as Count
from medalist_cli.queries import countdown, milestones
from medalist_cli.render.countdown import _fullscreen
from medalist_cli.storage import loader
from medalist_cli.terminal import Terminal
from medalist_cli.text.cells import width
from render.hard import HOSTILE, KANJI, LONG

pytestmark = pytest.mark.thorough

SHOW = loader.load(Path(SERIES))
SIZES = [(20, 1), (20, 5), (20, 24), (80, 2), (80, 24), (300, 100)]


def count(target: str, now: str) -> Count:
    moment = dt.datetime.fromisoformat(now)
    return countdown.countdown(SHOW, milestones.target(SHOW, target, moment), moment)


@pytest.mark.parametrize(
    ("target", "now", "face"),
    [
        ("season-2-premiere", "2026-11-22T12:00:00Z", "48d 04:30:00"),
        ("season-2-premiere", "2027-01-09T16:29:59Z", "00:00:01"),
        ("season-2-premiere", "2027-01-09T16:30:00Z", "on air"),
        ("season-2-premiere", "2028-01-01T00:00:00Z", "it is out"),
        ("film", "2026-11-22T12:00:00Z", "{days}-{days_max} days"),
        ("film", "2028-06-01T00:00:00Z", "any day"),
        ("film", "2029-06-01T00:00:00Z", "it is out"),
    ],
)
def test_the_face_says_how_long(target: str, now: str, face: str) -> None:
    told = count(target, now)
    assert _fullscreen.face(told) == face.format(days=told.days, days_max=told.days_max)


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "cp932"])
@pytest.mark.parametrize("accessible", [False, True])
@pytest.mark.parametrize(("columns", "lines"), SIZES)
def test_no_frame_is_larger_than_the_terminal(
    columns: int, lines: int, accessible: bool, encoding: str
) -> None:
    terminal = Terminal(width=columns, accessible=accessible, encoding=encoding)
    for row in countdown.schedule(SHOW, dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)):
        frame = _fullscreen.frame(Countdown(notes=(), count=row), terminal, columns, lines)
        assert len(frame) <= lines
        assert max(map(width, frame), default=0) <= columns


@pytest.mark.parametrize("title", [HOSTILE, KANJI, LONG])
def test_a_hard_title_stays_in_the_frame(title: str) -> None:
    row = structs.replace(count("film", "2026-11-22T12:00:00Z"), title=title)
    hard = Countdown(notes=(), count=row)
    for columns, lines in SIZES:
        frame = _fullscreen.frame(hard, Terminal(width=columns), columns, lines)
        assert len(frame) <= lines
        assert max(map(width, frame), default=0) <= columns
        assert not any("\x1b" in line for line in frame)
