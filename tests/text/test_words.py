"""Matching of texts by their words."""

import pytest

from medalist_cli.text import words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("The Queen's Jump", "the queen jump"),
        ("INORI’S COACH", "inori coach"),
        ("Shin'ichi", "shinichi"),
        ("BOW AND ARROW", "bow and arrow"),
        ("Disney+", "disney"),
        ("snake_case", "snake case"),
        ("「氷」（上）", "氷 上"),
        ("Smørrebrød", "smorrebrod"),
        ("Ægir, Œuvre, Đorđe, Ðiður, Łódź, Þór, ırmak", "aegir oeuvre dorde didur lodz thor irmak"),
        ("ぁ ゖ", "ァ ヶ"),
        ("氷\t上", "氷 上"),
        ("!a~b c\td", "a b c d"),
        ("a\x7fb", "a\x7fb"),
        ("Season 1: Blu-ray (volume 2)", "season 1 blu ray volume 2"),
        ("ＣＡＦÉ　１", "cafe 1"),
        ("めだりすと・展", "メダリスト 展"),
        ("ﾒﾀﾞﾘｽﾄ", "メダリスト"),
        ("foo", "foo"),
        ("Ōtsuka", "otsuka"),
        ("…!?", ""),
    ],
)
def test_case_width_accents_and_punctuation_do_not_count(text: str, folded: str) -> None:
    assert words.fold(text) == folded


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("the film", [0]),  # a whole name
        ("film", [0, 1, 2]),  # a whole word
        ("film the", [0, 1, 2]),  # whole words in any order
        ("making of", [2]),  # words in a row
        ("fil", [0, 1, 2, 3]),  # the beginning of a word
        ("erday", [4]),  # a part of one
        ("映画", [4]),
        ("画", [4]),
        ("xyz", []),
        ("", []),
    ],
)
def test_the_first_way_that_finds_anything_counts(query: str, expected: list[int]) -> None:
    names = [
        ["the film"],
        ["the film of the year"],
        ["the making of the film"],
        ["films"],
        ["yesterday", "映画"],
    ]
    assert words.best(names, query) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("film the", [0]),  # as whole words
        ("fil the", [0, 1]),  # as beginnings
        ("ilm he", [0, 1, 2]),  # as parts
        ("film year", []),
    ],
)
def test_lines_have_all_words_the_best_way_that_any_line_has(
    query: str, expected: list[int]
) -> None:
    lines = ["the film", "these films", "a microfilm gathered", "year"]
    assert words.with_words(lines, query.split()) == expected


def test_each_name_can_be_the_whole_one() -> None:
    assert words.best([["the film of the year"], ["premiere", "the film"]], "the film") == [1]


def test_words_of_two_names_are_not_in_a_row() -> None:
    assert words.best([["a b", "c"], ["x b c"]], "b c") == [1]


@pytest.mark.parametrize(
    ("one", "other"),
    [("foo", "hoo"), ("four", "hour"), ("はは", "ばば"), ("oh", "o"), ("ね", "ne")],
)
def test_texts_are_not_romanised(one: str, other: str) -> None:
    assert words.fold(one) != words.fold(other)


@pytest.mark.parametrize(
    "lines", [["x_y ", "Takeo  Otsuka", "", " Inori's"], ["ō -", "いのり", "", " ・い"]]
)
def test_folding_keeps_line_breaks(lines: list[str]) -> None:
    assert words.fold("\n".join(lines)).split("\n") == [words.fold(line) for line in lines]


def test_lines_are_folded_in_their_order() -> None:
    assert words.folded(["Ōno", "Ito", "", "い\nの"]) == ["ono", "ito", "", "イ ノ"]
    assert words.folded([]) == []


def test_a_flood_of_combining_marks_is_folded_in_linear_time() -> None:
    """Unicode normalisation is quadratic in the marks in a row; 100,000 took over a minute."""
    assert len(words.fold("e" + "\u0301\u0316" * 100_000)) < 100


@pytest.mark.parametrize(
    ("text", "singular"),
    [("jumps", "jump"), ("cross", "cross"), ("is", "is"), ("jumps of skaters", "jump of skater")],
)
def test_a_plural_loses_its_ending(text: str, singular: str) -> None:
    assert words.singular(text) == singular
