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
    ("word", "known", "expected"),
    [
        ("cats", "cast", "cast"),  # two letters swapped
        ("acst", "cast", "cast"),  # the first two
        ("schedul", "schedule", "schedule"),  # one missing
        ("glosssary", "glossary", "glossary"),  # one added
        ("cazt", "cast", "cast"),  # one wrong
        ("countdonw", "countdown", "countdown"),
        ("seaosn-2-premeire", "season-2-premiere", "season-2-premiere"),  # two in a long word
        ("CAST", "cast", "cast"),
        ("caſt", "cast", "cast"),
        ("axle", "Axel", "Axel"),
    ],
)
def test_a_near_misspelling_is_suggested(word: str, known: str, expected: str) -> None:
    assert matching.nearest(word, [known]) == expected


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("theme", "where"),
        ("list", "is"),
        ("inori", "init"),
        ("opening", "ENGI"),
        ("inori", "mino-vol7"),
        ("fo", "now"),
        ("foo", "FOD"),
        ("uk", "us"),
        ("foal", "hoal"),
        ("s3e1", "s1e1"),
        ("season-3", "season-2"),
        ("csat", "coast"),
        ("qqqq", "Otsuka"),
        ("", "Otsuka"),
        ("-", "-"),
    ],
)
def test_what_is_no_near_misspelling_is_not_suggested(word: str, known: str) -> None:
    assert matching.nearest(word, [known]) == ""


def test_only_the_closest_are_suggested_and_at_most_three_each_once() -> None:
    assert matching.nearest("toda", ["Toda", "Toda", "Tada", "Tōda"]) == "Toda or Tōda"
    assert matching.nearest("tofa", ["Toda", "Tofu", "Toga", "Tora"]) == "Toda or Tofu or Toga"


def test_fewer_errors_may_be_allowed() -> None:
    assert matching.nearest("shcedlue", ["schedule"], edits=1) == ""
    assert matching.nearest("shcedlue", ["schedule"]) == "schedule"


@pytest.mark.parametrize(("word", "name"), [("ohtsuca", "Otsuka"), ("ゆいつか", "Yuitsuka")])
def test_names_are_near_in_any_romanisation(word: str, name: str) -> None:
    assert matching.nearest(word, [name], romanised=True) == name
    assert matching.nearest(word, [name]) == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("BOW AND ARROW", "bow and arrow"),
        ("Ōtsuka", "otsuka"),
        ("ＡＢＣ１２", "abc12"),
        ("ﾒﾀﾞﾘｽﾄ", "メダリスト"),
        ("U-NEXT", "u next"),
        ("Disney+", "disney"),
        ("「氷」（上）", "氷 上"),
        ("Inori's coach", "inori s coach"),
        ("Inori’s coach", "inori s coach"),
        ("Shin'ichi", "shinichi"),
    ],
)
def test_texts_that_differ_in_case_accents_width_or_punctuation_are_the_same(
    one: str, other: str
) -> None:
    assert matching.plain(one).split() == matching.plain(other).split()


@pytest.mark.parametrize(
    ("one", "other"),
    [("foo", "hoo"), ("four", "hour"), ("はは", "ばば"), ("oh", "o"), ("ね", "ne")],
)
def test_texts_are_not_romanised(one: str, other: str) -> None:
    assert matching.plain(one) != matching.plain(other)


def test_lines_are_folded_in_their_order() -> None:
    lines = ["Ōno", "Ito", "", "い\nの"]
    assert matching.folded(lines, matching.plain) == ["ono", "ito", "", "い の"]
    assert matching.folded([]) == []


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
    flood = "e" + "\u0301\u0316" * 100_000
    assert len(matching.fold(flood)) < 100
    assert len(matching.plain(flood)) < 100
