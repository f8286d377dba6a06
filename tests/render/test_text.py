"""Where lines of Japanese are broken."""

import io

import pytest
from rich.console import Console, Group
from rich.table import Table

from medalist_cli.render._text import Text


def lines(text: str, width: int) -> list[str]:
    """Return a text as the lines that a terminal of that width shows."""
    file = io.StringIO()
    Console(file=file, width=width, color_system=None, _environ={}).print(Group(Text(text)))
    return [line.rstrip() for line in file.getvalue().splitlines()]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("いのりと司の物語", 8, ["いのりと", "司の物語"]),
        ("氷上の天才、いのり", 10, ["氷上の天", "才、いのり"]),
        ("前半（後半）", 6, ["前半", "（後", "半）"]),
        ("あと89日、2027年2月19日(金)", 20, ["あと89日、", "2027年2月19日(金)"]),
        ("放送は第2期から", 8, ["放送は", "第2期か", "ら"]),
        ("公式 https://x.example/?a=1", 22, ["公式", "https://x.example/?a=1"]),
        ("公式サイトabc def", 13, ["公式サイトabc", "def"]),
        ("一行目\n二行目", 20, ["一行目", "二行目"]),
        ("一行目\n\n二行目\n", 20, ["一行目", "", "二行目", ""]),
        ("abcdefghij凪", 5, ["abcde", "fghij", "凪"]),
    ],
)
def test_a_japanese_line_is_broken_where_readers_expect_it(
    text: str, width: int, expected: list[str]
) -> None:
    assert lines(text, width) == expected


def test_a_japanese_text_that_may_not_be_wrapped_is_cut() -> None:
    file = io.StringIO()
    console = Console(file=file, width=8, color_system=None, _environ={})
    grid = Table.grid()
    grid.add_column(no_wrap=True)
    grid.add_row(Text("いのりと司の物語"))
    console.print(Group(grid, Text("いのりと司の物語", no_wrap=True, overflow="crop")))
    assert file.getvalue().splitlines() == ["いのり …", "いのりと"]


def test_a_text_without_kanji_or_kana_is_broken_at_spaces() -> None:
    assert lines("The quick brown fox", 10) == ["The quick", "brown fox"]


@pytest.mark.parametrize("width", range(2, 40))
def test_no_character_is_lost_and_no_line_is_too_wide(width: int) -> None:
    text = "劇場版「メダリスト」は2027年2月19日(金)公開（情報源1件）。MoreLatinWordsHere"
    shown = lines(text, width)
    assert "".join(shown) == text
    assert all(Text(line).cell_len <= width for line in shown)
