"""Which episode someone means, in every form that people write."""

from collections.abc import Iterable

import pytest
from msgspec import structs

from medalist_cli.errors import NoMatch, UsageError
from medalist_cli.model.dataset import Dataset, Show
from medalist_cli.queries import episodes
from medalist_cli.storage import loader

BUNDLED = loader.load(None)
LISTED = "`medalist episode` lists all."


def merged(*shows: str) -> Dataset:
    """Return the bundled show several times, as `data merge` writes several."""
    shows = shows or ("one", "two")
    every = tuple(structs.replace(each, show=show) for show in shows for each in BUNDLED.episodes)
    return structs.replace(
        BUNDLED,
        show=Show(id="watchlist", title="Watchlist"),
        shows=tuple(Show(id=show, title=show.title()) for show in shows),
        episodes=every,
    )


@pytest.mark.parametrize(
    "text",
    [
        *("s2e3", "S2E3", "S02E03", "s2 e3", "s2ep3", "2x3", "2X03", "2×3", "ｓ２ｅ３", "２ｘ３"),
        *("season 2 episode 3", "Season 2, Episode 3", "season 2 ep. 3", "第2期第3話", "2期3話"),
        *("16", "016", "１６", "#16", "# 16", "ep 16", "Ep.16", "episode 16", "EPISODE  16"),
        *("第16話", "16話", "第１６話", " s2e3 "),
    ],
)
def test_an_episode_is_found_in_every_usual_form(text: str) -> None:
    assert episodes.find(BUNDLED, text).id == "s2e3"


@pytest.mark.parametrize(
    "text",
    [
        *("", "s2", "season 2", "e3", "s2e", "2x", "x3", "film", "1.5", "-1", "s2e3e4", "第3期"),
        *("2-3", "16 17", "episode", "#", "第話", "16th", "s2e3x"),
    ],
)
def test_what_is_no_episode_is_a_usage_error(text: str) -> None:
    with pytest.raises(UsageError) as caught:
        episodes.find(BUNDLED, text)
    assert caught.value.message == f"'{text}' is not an episode"
    assert caught.value.advice == "Use a form such as s2e3, 2x3, 16 or 第16話."


@pytest.mark.parametrize(
    ("text", "what", "advice"),
    [
        ("99", "no episode 99 is known", LISTED),
        ("0", "no episode 0 is known", LISTED),
        ("999999999", "no episode 999999999 is known", LISTED),
        ("s2e10", "no episode 10 of season 2 is known", LISTED),
        ("s3e1", "no season 3 has been announced (facts checked 22 Nov 2026)", ""),
    ],
)
def test_an_episode_that_is_not_in_the_dataset_is_no_match(
    text: str, what: str, advice: str
) -> None:
    with pytest.raises(NoMatch) as caught:
        episodes.find(BUNDLED, text)
    assert (caught.value.message, caught.value.advice) == (what, advice)


@pytest.mark.parametrize(
    ("text", "season", "name"),
    [("3", None, "s1e3"), ("3", 2, "s2e3"), ("ep 3", 2, "s2e3"), ("s1e3", 2, "s1e3")],
)
def test_a_plain_number_is_within_the_season_that_is_given(
    text: str, season: int | None, name: str
) -> None:
    assert episodes.find(BUNDLED, text, season).id == name


@pytest.mark.parametrize("text", ["one/s2e3", "one/16", "one/第16話"])
def test_an_episode_of_one_of_several_shows_is_found_by_its_show(text: str) -> None:
    assert episodes.find(merged(), text).id == "one/s2e3"


def test_an_episode_that_several_shows_have_is_ambiguous() -> None:
    with pytest.raises(UsageError) as caught:
        episodes.find(merged(), "s2e3")
    assert caught.value.message == "'s2e3' is ambiguous: one/s2e3, two/s2e3 (2 in all)"
    with pytest.raises(UsageError) as caught:
        episodes.find(merged(*"abcd"), "s2e3")
    assert caught.value.message == "'s2e3' is ambiguous: a/s2e3, b/s2e3, c/s2e3 (4 in all)"


def test_an_episode_of_an_unknown_show_is_no_match() -> None:
    with pytest.raises(NoMatch, match="no episode 3 of season 2 of three is known"):
        episodes.find(merged(), "three/s2e3")


@pytest.mark.parametrize(
    ("text", "season"),
    [
        *(
            ("s2", 2),
            ("S02", 2),
            ("season 2", 2),
            ("Season two", 2),
            ("第2期", 2),
            ("2期", 2),
            ("2nd season", 2),
        ),
        *(("season ten", 10), ("s12", 12), ("第１２期", 12)),
        *(("2", None), ("s2e3", None), ("season", None), ("seasons 2", None), ("", None)),
    ],
)
def test_a_season_is_read_in_every_usual_form(text: str, season: int | None) -> None:
    assert episodes.read_season(text) == season


def test_seasons_are_counted_in_words_up_to_ten() -> None:
    words = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "none")
    read = [episodes.read_season(f"season {word}") for word in words]
    assert read == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, None]


@pytest.mark.parametrize(
    ("words", "seasons"),
    [
        ("season 3 premiere", (3,)),
        ("premiere of s3", (3,)),
        ("season three finale", (3,)),
        ("第3期 放送開始", (3,)),
        ("seasons3", ()),
        ("class3", ()),
        ("trailer 3", ()),
    ],
)
def test_a_season_is_found_among_other_words(words: str, seasons: tuple[int, ...]) -> None:
    assert episodes.seasons_in(words) == seasons


def test_a_season_is_known_from_any_record_that_belongs_to_it() -> None:
    assert episodes.seasons(BUNDLED) == {1, 2}
    bare = structs.replace(
        BUNDLED, seasons=(), episodes=(), milestones=(), streams=(), songs=(), staff=()
    )
    assert episodes.seasons(bare) == {1, 2}
    assert episodes.seasons(structs.replace(bare, cast=())) == set()


@pytest.mark.parametrize(
    ("numbers", "hint"),
    [
        ((), ""),
        ((2, 1), " (use 1 or 2)"),
        ((1, 2, 3), " (use 1, 2 or 3)"),
        ((1, 2, 3, 4), " (use 1 to 4)"),
        (range(1, 8), " (use 1 to 7)"),
    ],
)
def test_an_invalid_season_names_those_to_use(numbers: Iterable[int], hint: str) -> None:
    sheets = tuple(structs.replace(BUNDLED.seasons[0], season=number) for number in numbers)
    lists = ("milestones", "episodes", "cast", "staff", "songs", "streams")
    dataset = structs.replace(BUNDLED, seasons=sheets, **dict.fromkeys(lists, ()))
    error = episodes.invalid_season(dataset, "two\n")
    assert (error.message, error.advice) == (f"invalid season 'two '{hint}", "")
