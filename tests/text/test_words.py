"""Titles compared by their words."""

import pytest

from medalist_cli.text import words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("The Queen's Jump", "the queens jump"),
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


def test_words_of_two_names_are_not_in_a_row() -> None:
    assert words.best([["a b", "c"], ["x b c"]], "b c") == [1]


KNOWN = [(name, name) for name in ("film", "premiere", "season", "Otsuka", "at")]


@pytest.mark.parametrize(
    ("query", "near"),
    [
        ("flim", "'film'"),  # swapped
        ("flm", ""),  # too short
        ("fill", "'film'"),  # wrong
        ("sesson", "'season'"),
        ("seasons", "'season'"),  # added
        ("preimere", "'premiere'"),
        ("otsuca", "'Otsuka'"),
        ("ilm", ""),
        ("xilm", ""),  # the first letter is wrong
        ("theme", ""),
        ("list", ""),
        ("inori", ""),
        ("", ""),
    ],
)
def test_only_a_near_misspelling_is_suggested(query: str, near: str) -> None:
    assert words.misspelled(query, KNOWN) == near


def test_a_long_word_may_have_two_errors() -> None:
    assert words.misspelled("exhibtoin", [("exhibition", "exhibition")]) == "'exhibition'"
    assert words.misspelled("exhbtion", [("exhibition", "exhibition")]) == ""


def test_the_nearest_are_suggested_at_most_three_and_each_once() -> None:
    known = [(name, name) for name in ("toda", "toda", "todo", "tota", "tona", "tola")]
    assert words.misspelled("toda", known) == "'toda'"
    assert words.misspelled("todx", known) == "'toda' or 'todo'"
    assert words.misspelled("toxa", known) == "'toda' or 'tota' or 'tona'"


def test_what_is_shown_may_differ_from_what_is_compared() -> None:
    assert words.misspelled("flim", [("Film!", "the-film")]) == "'the-film'"
