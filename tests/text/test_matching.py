"""Matching of different spellings of a name."""

import pytest

from medalist_cli.text import matching


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ōtsuka", "otsuka"),
        ("ohtsuka", "ootuka"),
        ("Shin'ichi", "shinichi"),
        ("Shin’ichi", "しんいち"),
        ("Jun-ichi", "ジュンイチ"),
        ("Kōno", "ko\u0304no"),
        ("matcha", "まっちゃ"),
        ("Shimbashi", "shinbashi"),
        ("Ōtani", "オータニ"),
        ("ohya", "おおや"),
        ("ジョー", "じょう"),
        ("Zoë", "Zoe\u0308"),
        ("straße", "STRASSE"),
        ("２０２７", "2027"),
        ("を", "o"),
        ("ファミマ", "famima"),
        ("らぁめん", "raamen"),
        ("ﾒﾀﾞﾘｽﾄ", "めだりすと"),
        ("ティナ", "tina"),
    ],
)
def test_spellings_of_one_word_fold_to_one_form(one: str, other: str) -> None:
    assert matching.fold(one) == matching.fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("大塚", "大塔"), ("kano", "kanno"), ("ito", "ita"), ("かき", "がき"), ("ono", "ohano")],
)
def test_different_words_fold_to_different_forms(one: str, other: str) -> None:
    assert matching.fold(one) != matching.fold(other)


def test_folding_keeps_line_breaks() -> None:
    lines = ["Takeo Otsuka", "", "いのり", "ō"]
    assert matching.fold("\n".join(lines)).split("\n") == [matching.fold(line) for line in lines]


LINES = ["Takeo Otsuka 大塚剛央", "Inori\nYuitsuka 結束いのり", "Ito 伊藤"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("otsuka", [0]),
        ("tsuka", [0, 1]),
        ("yuitsuka inori", [1]),
        ("結束", [1]),
        ("ito", [2]),
        ("otsuka inori", []),
        ("", [0, 1, 2]),
        ("  ", [0, 1, 2]),
    ],
)
def test_a_search_finds_the_lines_with_every_word(query: str, expected: list[int]) -> None:
    assert matching.search(LINES, query) == expected


def test_a_line_break_inside_a_name_separates_only_words() -> None:
    lines = ["Inori\nYuitsuka", "Ito"]
    assert [matching.search(lines, query) for query in ("ito", "yuitsuka", "xx")] == [[1], [0], []]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("otsuca", "'Otsuka'"),
        ("ゆいつか", "'Yuitsuka'"),
        ("hananda", "'Hanada'"),
        ("qqqq", ""),
        ("", ""),
    ],
)
def test_the_nearest_name_is_suggested_first(word: str, expected: str) -> None:
    near = matching.nearest(word, ["Otsuka", "Yuitsuka", "Hanada"])
    assert near.split(" or ")[0] == expected


def test_at_most_three_names_are_suggested_without_duplicates() -> None:
    known = ["Toda", "Toda", "Tada", "Todo", "Tōda", "Modo"]
    assert matching.nearest("toda", known) == "'Toda' or 'Tōda' or 'Tada'"


@pytest.mark.parametrize("marks", ["-", "・", "' ’"])
def test_a_punctuation_only_query_matches_nothing(marks: str) -> None:
    assert matching.search(["Inori Yuitsuka", "Takeo Otsuka"], marks) == []
