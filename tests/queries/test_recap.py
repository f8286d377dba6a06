"""The story so far."""

import datetime as dt
import math

import pytest
from msgspec import structs

from medalist_cli.errors import NoMatch, UsageError
from medalist_cli.model.dataset import (
    Arc,
    Dataset,
    Episode,
    Milestone,
    Name,
    Role,
    Season,
    Show,
    When,
)
from medalist_cli.queries import recap as query
from medalist_cli.queries import spoilers
from medalist_cli.queries.merge import merge
from medalist_cli.queries.spoilers import Seen, VisibleDataset
from medalist_cli.text.names import Style

at = dt.datetime.fromisoformat
"""A moment, as `2026-01-24T16:30Z`."""

ENDED = at("2026-12-01T00:00Z")


def episode(season: int, number: int, date: str | None = None) -> Episode:
    return Episode(
        season=season,
        episode=number,
        number=2 * season - 2 + number,
        title=f"Title {season}.{number}",
        when=When(date=date, clock="25:30", zone="Asia/Tokyo") if date else None,
        runtime_minutes=30,
        sources=(),
        confidence="two-sources",
    )


def season(number: int) -> Season:
    return Season(
        season=number,
        title=f"Season {number}",
        ending=f"ending {number}",
        sources=(),
        confidence="two-sources",
    )


def arc(number: int) -> Arc:
    return Arc(
        season=number, name=f"arc {number}", first=1, last=2, sources=(), confidence="one-source"
    )


def role(name: str, *seasons: int) -> Role:
    return Role(
        character=Name(name=name),
        actor=Name(),
        seasons=seasons,
        sources=(),
        confidence="one-source",
    )


FIRST = structs.replace(episode(1, 1, "2025-01-04"), key=True)
SHOW = Dataset(
    schema_version=2,
    as_of=dt.date(2026, 11, 22),
    show=Show(id="show", title="Show"),
    anchor="s2e1",
    milestones=(
        Milestone(
            id="film", title="Film", kind="film", headline=True,
            when=When(date="2027", zone="UTC"), sources=(), confidence="two-sources",
        ),
    ),
    seasons=(season(1), season(2)),
    arcs=(arc(1), arc(2)),
    episodes=(
        episode(2, 2, "2026-01-31"), episode(2, 1, "2026-01-24"),
        episode(1, 2, "2025-01-11"), FIRST,
    ),
    cast=(role("Inori", 1, 2), role("Manaka", 2), role("Rinna", 2)),
)  # fmt: skip
VISIBLE = spoilers.up_to(SHOW, None)


def recap(
    now: dt.datetime = ENDED, words: str = "", visible: VisibleDataset = VISIBLE
) -> list[str]:
    season, episode = query.wanted(visible, words, "", now)
    return [row.id for row in query.recap(visible, now, season, episode)]


def test_episodes_are_in_order_whatever_the_file_has() -> None:
    assert recap() == ["s1e1", "s1e2", "s2e1", "s2e2"]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-01-24T16:29:59Z", ["s1e1", "s1e2"]),
        ("2026-01-24T16:30:00Z", ["s1e1", "s1e2", "s2e1"]),
        ("2025-01-01T00:00:00Z", []),
    ],
)
def test_an_episode_is_shown_from_the_moment_it_begins(now: str, expected: list[str]) -> None:
    assert recap(at(now)) == expected


def test_an_episode_without_a_date_is_not_shown() -> None:
    undated = structs.replace(VISIBLE, episodes=(episode(1, 1), FIRST))
    assert recap(visible=undated) == ["s1e1"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        *(("1", ["s1e1", "s1e2"]), ("s2", ["s2e1", "s2e2"]), ("season 2", ["s2e1", "s2e2"])),
        *(("s2e1", ["s2e1"]), ("2x1", ["s2e1"]), ("2 1", ["s2e1"]), ("4", ["s2e2"])),
        *(
            ("episode 2", ["s1e2"]),
            ("#1", ["s1e1"]),
            ("第3話", ["s2e1"]),
            ("第2期", ["s2e1", "s2e2"]),
        ),
    ],
)
def test_a_season_or_an_episode_keeps_what_it_names(words: str, expected: list[str]) -> None:
    assert recap(words=words) == expected


@pytest.mark.parametrize(
    ("words", "option", "expected"),
    [
        *(("", "2", "s1e2"), ("", "4", "s2e2"), ("2", "2", "s2e2"), ("2", "s2e1", "s2e1")),
        *(("", "2x1", "s2e1"), ("season 2", "第1話", "s2e1")),
    ],
)
def test_an_episode_option_counts_within_the_season_that_is_given(
    words: str, option: str, expected: str
) -> None:
    season, episode = query.wanted(VISIBLE, words, option, ENDED)
    assert [row.id for row in query.recap(VISIBLE, ENDED, season, episode)] == [expected]


@pytest.mark.parametrize(
    ("words", "option", "what"),
    [
        ("1", "s2e1", "--episode: 's2e1' is not of season 1"),
        ("s2e1", "2", "--episode and 's2e1' can't be combined"),
        ("film", "", "invalid season 'film' (use 1 or 2)"),
        ("", "film", "'film' is not an episode"),
    ],
)
def test_what_is_no_season_or_episode_is_a_usage_error(words: str, option: str, what: str) -> None:
    with pytest.raises(UsageError) as caught:
        query.wanted(VISIBLE, words, option, ENDED)
    assert caught.value.message == what


def test_what_is_later_than_seen_is_not_shown() -> None:
    assert recap(visible=spoilers.up_to(SHOW, Seen(2, 1))) == ["s1e1", "s1e2", "s2e1"]


@pytest.mark.parametrize(
    ("words", "option", "what"),
    [
        ("3", "", "no season 3 has been announced (facts checked 22 Nov 2026)"),
        ("s3e1", "", "no season 3 has been announced (facts checked 22 Nov 2026)"),
        ("2x9", "", "no episode 9 of season 2 is known"),
        ("2", "9", "no episode 9 of season 2 is known"),
        ("9", "", "no episode 9 is known"),
        ("", "9", "no episode 9 is known"),
    ],
)
def test_an_episode_that_nobody_knows_is_no_match(words: str, option: str, what: str) -> None:
    with pytest.raises(NoMatch) as caught:
        query.wanted(VISIBLE, words, option, ENDED)
    assert caught.value.message == what


def test_a_dataset_without_episodes_is_no_match() -> None:
    bare = structs.replace(VISIBLE, episodes=())
    with pytest.raises(NoMatch, match=r"^no episode is known$"):
        query.recap(bare, ENDED)
    with pytest.raises(NoMatch, match=r"^no episode of season 2 is known$"):
        query.recap(bare, ENDED, 2)


@pytest.mark.parametrize(
    ("words", "what"),
    [("1", "no season 1 has been announced"), ("2", "no episode 2 is known")],
)
def test_a_number_is_a_season_up_to_the_one_after_the_last(words: str, what: str) -> None:
    bare = structs.replace(VISIBLE, episodes=(), seasons=(), cast=())
    with pytest.raises(NoMatch, match=what):
        query.wanted(bare, words, "", ENDED)


def test_titles_and_arcs_are_written_in_japanese_where_asked_for() -> None:
    named = structs.replace(VISIBLE, arcs=(structs.replace(arc(2), name_ja="編"), arc(1)))
    (row,) = query.recap(named, ENDED, 1, FIRST)
    in_japanese = query.written(named, structs.replace(row, title_ja="題"), Style("ja").text)
    assert (in_japanese.title, in_japanese.arc) == ("題", "arc 1")
    row = query.recap(named, ENDED, 2)[0]
    assert query.written(named, row, Style("ja").text).arc == "編"
    assert query.written(named, row, Style().text).arc == "arc 2"


def test_a_translated_title_stands_in_and_says_so() -> None:
    untitled = structs.replace(FIRST, title=None)
    translated = structs.replace(VISIBLE.episodes[2], title=None, title_literal="Ashes")
    rows = query.recap(structs.replace(VISIBLE, episodes=(untitled, translated)), ENDED)
    assert [(row.title, row.translated) for row in rows] == [(None, False), ("Ashes", True)]


def test_the_day_of_an_episode_is_its_broadcast_day() -> None:
    assert query.recap(VISIBLE, ENDED, 2)[0].air_date == "2026-01-24"


def test_only_key_episodes_are_marked() -> None:
    assert [row.key for row in query.recap(VISIBLE, ENDED, 1)] == [True, False]


def afterword(
    now: dt.datetime, season: int | None = None, visible: VisibleDataset = VISIBLE
) -> list[str]:
    return [*query.afterword(visible, now, query.recap(visible, now, season))]


def test_the_end_of_a_recap_says_who_is_new_how_each_season_ends_and_what_is_next() -> None:
    assert afterword(ENDED) == [
        "Where season 1 ends: ending 1",
        "New in season 2: Manaka, Rinna",
        "Where season 2 ends: ending 2",
        "Coming up: Film — some time in 2027 (31 to 395 days away)",
    ]


def test_how_a_season_ends_is_shown_after_its_last_episode() -> None:
    lines = afterword(at("2026-01-26T00:00Z"))
    assert [line for line in lines if "ends" in line] == ["Where season 1 ends: ending 1"]


def test_each_season_ends_with_its_own_last_episode() -> None:
    longer = structs.replace(VISIBLE, episodes=(*VISIBLE.episodes, episode(2, 3, "2026-02-07")))
    lines = afterword(at("2026-02-06T00:00Z"), visible=longer)
    assert [line for line in lines if "ends" in line] == ["Where season 1 ends: ending 1"]


def test_each_show_of_several_has_its_own_seasons_in_the_order_of_the_list() -> None:
    other = structs.replace(
        SHOW,
        show=Show(id="other", title="Other"),
        anchor="s1e1",
        episodes=(episode(1, 1, "2025-01-04"),),
        seasons=(structs.replace(season(1), ending="another ending"),),
        cast=(),
    )
    both = spoilers.up_to(merge([other, SHOW]), None)
    assert recap(visible=both) == ["other/s1e1", "show/s1e1", "show/s1e2", "show/s2e1", "show/s2e2"]
    assert afterword(ENDED, visible=both) == [
        "Other: Where season 1 ends: another ending",
        "Show: Where season 1 ends: ending 1",
        "Show: New in season 2: Manaka, Rinna",
        "Show: Where season 2 ends: ending 2",
        "Coming up: Other: Film — some time in 2027 (31 to 395 days away)",
    ]
    assert afterword(ENDED, visible=spoilers.up_to(merge([SHOW]), None)) == afterword(ENDED)
    mixed = structs.replace(both, episodes=(*both.episodes, FIRST))
    assert recap(visible=mixed)[0] == "s1e1"


def test_nothing_is_coming_up_once_everything_is_past() -> None:
    assert not [line for line in afterword(at("2029-01-01T00:00Z")) if "Coming up" in line]


@pytest.mark.parametrize("seen", [Seen(1, math.inf), Seen(1, 2)])
def test_the_end_of_a_recap_shows_nothing_of_a_season_that_was_not_seen(seen: Seen) -> None:
    lines = afterword(ENDED, visible=spoilers.up_to(SHOW, seen))
    assert not [line for line in lines if "season 2" in line]
