"""Suggestions for a misspelled word."""

import pytest

from medalist_cli.text import matching
from medalist_cli.text.suggestions import did_you_mean, nearest


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("cats", "cast"),  # two letters swapped
        ("acst", "cast"),  # the first two
        ("schedul", "schedule"),  # one missing
        ("flm", "film"),
        ("glosssary", "glossary"),  # one added
        ("seasons", "season"),
        ("cazt", "cast"),  # one wrong
        ("countdonw", "countdown"),
        ("seaosn-2-premeire", "season-2-premiere"),  # two in a long word
        ("exhibtoin", "exhibition"),
        ("CAST", "cast"),
        ("caſt", "cast"),
        ("axle", "Axel"),
        ("otsuca", "Otsuka"),
        ("sea trace", "seat race"),
        ("seatrace", "seat race"),
    ],
)
def test_a_near_misspelling_is_suggested(word: str, known: str) -> None:
    assert nearest(word, [known]) == (known,)


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("theme", "where"),
        ("list", "is"),
        ("list", "film"),
        ("inori", "init"),
        ("opening", "ENGI"),
        ("inori", "mino-vol7"),
        ("fo", "now"),
        ("foo", "FOD"),
        ("uk", "us"),
        ("foal", "hoal"),
        ("xilm", "film"),
        ("s3e1", "s1e1"),
        ("season-3", "season-2"),
        ("csat", "coast"),
        ("shcedlue", "schedule"),
        ("exhbtion", "exhibit"),
        ("qqqq", "Otsuka"),
        ("", "Otsuka"),
        ("-", "-"),
    ],
)
def test_what_is_no_near_misspelling_is_not_suggested(word: str, known: str) -> None:
    assert nearest(word, [known]) == ()


def test_only_the_closest_are_near_each_once_and_in_their_order() -> None:
    assert nearest("toda", ["Toda", "Toda", "Tada", "Tōda"]) == ("Toda", "Tōda")
    assert nearest("tofa", ["Tora", "Toda", "Tofu", "Tofxx"]) == ("Tora", "Toda", "Tofu")
    many = ("Taka", "Tala", "Tama", "Tana", "Tara", "Tasa", "Tata")
    assert nearest("taza", many) == many


def test_fewer_errors_may_be_allowed() -> None:
    assert nearest("exhibtoin", ["exhibition"], edits=1) == ()


@pytest.mark.parametrize(("word", "name"), [("ohtsuca", "Otsuka"), ("ゆいつか", "Yuitsuka")])
def test_names_are_near_in_any_romanisation(word: str, name: str) -> None:
    assert nearest(word, [name], matching.fold) == (name,)
    assert nearest(word, [name]) == ()


@pytest.mark.parametrize(
    ("names", "advice"),
    [
        ((), "See the list."),
        (("cast",), "Did you mean cast?"),
        (("cast", "data"), "Did you mean cast or data?"),
        (("a", "b", "a", "c", "d"), "Did you mean a, b or c?"),
    ],
)
def test_the_advice_names_up_to_three_each_once(names: tuple[str, ...], advice: str) -> None:
    assert did_you_mean(names, "See the list.") == advice


def test_without_a_name_there_is_no_advice() -> None:
    assert did_you_mean(()) == ""
