"""Matching of names in different spellings."""

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
        ("Shōsha", "しょうしゃ"),
        ("Jun", "じゅん"),
        ("kazuki", "かづき"),
        ("Fuji", "huzi"),
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


@pytest.mark.parametrize("word", ["tsuchi", "shoko", "matcha", "junji", "fuji", "ryuuji"])
def test_a_partly_typed_word_folds_to_the_beginning_of_the_whole(word: str) -> None:
    typed = [word[:end] for end in range(1, len(word))]
    whole = matching.fold(word)
    assert [part for part in typed if not whole.startswith(matching.fold(part))] == []


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
    ("query", "expected"),
    [
        ("rioh", [0]),  # a whole word, in any romanisation
        ("rio", [0]),
        ("mari", [1, 2]),  # the beginning of a word
        ("ario", [1]),  # a part of one
        ("結束", [3]),
        ("mari ota", [2]),
        ("mari nachi", [1]),
        ("zz", []),
    ],
)
def test_whole_words_come_before_beginnings_before_parts(query: str, expected: list[int]) -> None:
    lines = ["Rioh Sonidori", "Mario Nachi", "Maria Ota", "結束いのり Inori"]
    assert matching.best(lines, query) == expected


@pytest.mark.parametrize("marks", ["-", "・", "' ’"])
def test_a_punctuation_only_query_matches_nothing(marks: str) -> None:
    assert matching.search(["Inori Yuitsuka", "Takeo Otsuka"], marks) == []


def test_a_flood_of_combining_marks_is_folded_in_linear_time() -> None:
    """Unicode normalisation is quadratic in the marks in a row; 100,000 took over a minute."""
    assert len(matching.fold("e" + "\u0301\u0316" * 100_000)) < 100


MIXED = (
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
        ("free-skate", [1]),
        ("ryoka", [4]),
        ("ruupu", [2]),
        ("xyzzy", []),
    ],
)
def test_whole_words_are_found_in_any_order_case_and_number(query: str, found: list[int]) -> None:
    assert matching.find(MIXED, query) == found


def test_parts_of_words_count_where_no_line_has_the_whole_word() -> None:
    assert matching.find(MIXED, "lo") == [0, 2]
    assert matching.find(MIXED, "skat") == [1]


def test_english_is_not_romanised() -> None:
    assert matching.find((("choir", ""), ("", "ホ")), "fo") == [1]


def test_without_a_query_all_lines_are_found() -> None:
    assert matching.find(MIXED, "") == [0, 1, 2, 3, 4]


def test_punctuation_alone_finds_only_itself() -> None:
    assert matching.find(MIXED, "!?") == []


def test_a_plural_is_not_looked_for_as_a_part_of_a_word() -> None:
    assert matching.find((("category", ""), ("openings", "")), "cats") == []
    assert matching.find((("category", ""), ("openings", "")), "opens") == []
