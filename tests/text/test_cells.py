"""Text for a terminal: escaped, measured, padded, cut and encoded."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from medalist_cli.text import cells

EVERYTHING = "".join(map(chr, range(0x110000)))
"""Every code point, including unpaired surrogates."""
SHOWN = cells.visible(EVERYTHING)

text = st.text(st.sampled_from("a 映画ーｶﾞé\u0301\u200b\u202e\x1b\n👩🎤한ع"))


@pytest.mark.thorough
def test_no_control_or_format_character_is_left_unescaped() -> None:
    left = {char for char in SHOWN if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")}
    assert not left


def test_visible_text_is_one_line() -> None:
    assert SHOWN.splitlines() == [SHOWN]


def test_visible_text_can_be_encoded() -> None:
    assert SHOWN.encode().decode() == SHOWN


@pytest.mark.thorough
def test_escaping_all_of_unicode_twice_changes_nothing() -> None:
    assert cells.visible(SHOWN) == SHOWN


def test_no_printable_character_of_unicode_is_changed() -> None:
    printable = "".join(filter(str.isprintable, EVERYTHING))
    among_others = cells.visible(printable + "\n")
    assert among_others == printable + " "


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("a\x1b[31mb", "a^[[31mb"),
        ("\x00\x07\x7f", "^@^G^?"),
        ("\x9b31m", "<U+009B>31m"),
        ("tab\tline\nfeed\r\u2028\u2029\x85end", "tab line feed    end"),
        ("\u202egnp\u202c.exe", "<U+202E>gnp<U+202C>.exe"),
        ("zero\u200bwidth", "zero<U+200B>width"),
        ("\ufeffmark", "<U+FEFF>mark"),
        ("\ud800", "<U+D800>"),
        ("\U000e0041", "<U+E0041>"),
        ("[red]映画[/red] :smile:", "[red]映画[/red] :smile:"),
        ("ｶﾞ e\u0301 한 עב", "ｶﾞ e\u0301 한 עב"),
    ],
)
def test_control_and_format_characters_are_escaped(raw: str, shown: str) -> None:
    assert cells.visible(raw) == shown


@given(text)
def test_escaping_twice_equals_escaping_once(raw: str) -> None:
    shown = cells.visible(raw)
    assert cells.visible(shown) == shown


@pytest.mark.parametrize(
    ("shown", "width"),
    [("", 0), ("film", 4), ("映画", 4), ("ｶﾞ", 2), ("e\u0301", 1), ("Ōtsuka", 6), ("①", 1)],
)
def test_kanji_and_kana_take_two_cells(shown: str, width: int) -> None:
    assert cells.width(shown) == width


@pytest.mark.parametrize(
    ("shown", "padded"), [("映画", "映画 "), ("film", "film "), ("film 映画", "film 映画")]
)
def test_padding_counts_cells(shown: str, padded: str) -> None:
    assert cells.pad(shown, 5) == padded


@pytest.mark.parametrize(
    ("width", "expected"),
    [(0, ""), (1, "…"), (2, "…"), (3, "映…"), (4, "映…"), (5, "映画…"), (6, "映画館")],
)
def test_a_kanji_is_never_cut_in_half(width: int, expected: str) -> None:
    assert cells.cut("映画館", width) == expected


def test_no_space_is_left_before_an_ellipsis() -> None:
    assert cells.cut("The Movie", 5) == "The…"


@given(text, st.integers(0, 30))
def test_cut_text_fits(shown: str, width: int) -> None:
    assert cells.width(cells.cut(shown, width)) <= width


@given(text, st.integers(0, 30))
def test_padded_text_has_the_given_width_unless_it_was_wider(shown: str, width: int) -> None:
    assert cells.width(cells.pad(shown, width)) == max(width, cells.width(shown))


@pytest.mark.parametrize(
    ("raw", "encoding", "expected"),
    [
        ("Ōtsuka — 映画…", "utf-8", "Ōtsuka — 映画…"),
        ("Ōtsuka — 映画…", "ascii", "Otsuka - ??..."),
        ("Ōtsuka — 映画…", "cp1252", "Otsuka — ??…"),
        ("Ōtsuka — 映画…", "cp932", "Otsuka - 映画…"),
        ("“25:30” → ▶ █░ ×2", "ascii", '"25:30" -> > #. x2'),
        ("½ ﬁ ²", "ascii", "1/2 fi 2"),
        ("–‐−·•★†", "ascii", "----**+"),
        ("‘a’", "ascii", "'a'"),
        ("\ud800", "utf-8", "?"),
        ("é", "no-such-encoding", "e"),
    ],
)
def test_characters_that_an_encoding_lacks_become_ascii(
    raw: str, encoding: str, expected: str
) -> None:
    assert cells.encodable(raw, encoding) == expected


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp932", "utf-8"])
def test_every_character_can_be_encoded_or_replaced(encoding: str) -> None:
    sample = EVERYTHING[:0x3400] + EVERYTHING[0x3400::199]
    cells.encodable(sample, encoding).encode(encoding)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp932"])
def test_characters_that_an_encoding_has_are_kept(encoding: str) -> None:
    known = EVERYTHING.encode(encoding, "ignore").decode(encoding)
    assert cells.encodable(known + "\U0001f3bf", encoding) == known + "?"


def test_a_long_text_is_cut_without_measuring_it_for_every_character(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    measured: list[str] = []

    def counting(text: str) -> int:
        measured.append(text)
        return cell_len(text)

    monkeypatch.setattr(cells, "width", counting)
    assert cells.cut("凪" * 100_000, 9) == "凪凪凪凪…"
    assert len(measured) < 30


@given(st.text(alphabet="a凪e\u0301é 🥇", max_size=60), st.integers(0, 20))
def test_a_cut_text_fits_and_keeps_as_much_as_possible(text: str, room: int) -> None:
    kept = cells.cut(text, room)
    assert cell_len(kept) <= room
    if kept != text and room:
        start = kept.removesuffix("…")
        assert text.startswith(start)


def test_a_row_of_combining_marks_is_limited() -> None:
    assert cells.few_marks("e" + "\u0301" * 100 + "x") == "e" + "\u0301" * 32 + "x"
    assert cells.few_marks("\u0301" * 33) == "\u0301" * 32
    assert cells.few_marks("Việt Nam, がぎぐ") == "Việt Nam, がぎぐ"


def test_a_long_word_is_shortened_for_a_message() -> None:
    assert cells.shortened("k" * 128_000) == "k" * 79 + "…"
    assert cells.shortened("a\x1b[31m\nb") == "a^[[31m b"
