"""Words in texts: whole words before parts of words."""

import pytest

from medalist_cli.text.lookup import find

LINES = (
    ("toe loop Jumps", "トウループ"),
    ("free skate Programmes", "フリースケーティング FS"),
    ("loop Jumps", "ループ"),
    ("Disney+", ""),
    ("choreography", "Ryōka Miketa"),
)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("loop", [0, 2]),
        ("toe LOOP", [0]),
        ("loop toe", [0]),
        ("jump", [0, 2]),
        ("jumps", [0, 2]),
        ("fs", [1]),
        ("disney", [3]),
        ("disney+", [3]),
        ("disney plus", [3]),
        ("free-skate", [1]),
        ("ryoka", [4]),
        ("ruupu", [2]),
        ("xyzzy", []),
    ],
)
def test_whole_words_are_found_in_any_order_case_and_number(query: str, found: list[int]) -> None:
    assert find(LINES, query) == found


def test_parts_of_words_count_where_no_line_has_the_whole_word() -> None:
    assert find(LINES, "lo") == [0, 2]
    assert find(LINES, "skat") == [1]


def test_english_is_not_romanised() -> None:
    assert find((("choir", ""), ("", "ホ")), "fo") == [1]


def test_without_a_query_all_lines_are_found() -> None:
    assert find(LINES, "") == [0, 1, 2, 3, 4]


def test_punctuation_alone_finds_only_itself() -> None:
    assert find(LINES, "!?") == []
