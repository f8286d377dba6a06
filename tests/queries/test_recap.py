"""The story so far."""

import datetime as dt
import math

import pytest
from msgspec import structs

from medalist_cli.errors import NoMatch
from medalist_cli.model.dataset import Dataset, Episode, Milestone, Name, Role, Season, Show, When
from medalist_cli.queries import recap as query
from medalist_cli.queries import spoilers
from medalist_cli.queries.spoilers import Seen, VisibleDataset

at = dt.datetime.fromisoformat
"""A moment, as `2026-01-24T16:30Z`."""

ENDED = at("2026-12-01T00:00Z")


def episode(season: int, number: int, date: str | None = None) -> Episode:
    return Episode(
        season=season,
        episode=number,
        number=number,
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
        arc=f"arc {number}",
        ending=f"ending {number}",
        sources=(),
        confidence="two-sources",
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
    schema_version=1,
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
    episodes=(
        episode(2, 2, "2026-01-31"), episode(2, 1, "2026-01-24"),
        episode(1, 2, "2025-01-11"), FIRST,
    ),
    cast=(role("Inori", 1, 2), role("Manaka", 2), role("Rinna", 2)),
)  # fmt: skip
TOLD = spoilers.up_to(SHOW, None)


def recap(now: dt.datetime = ENDED, *of: int | None, told: VisibleDataset = TOLD) -> list[str]:
    return [row.id for row in query.recap(told, now, *of)]


def test_episodes_are_told_in_order_whatever_the_file_has() -> None:
    assert recap() == ["s1e1", "s1e2", "s2e1", "s2e2"]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-01-24T16:29:59Z", ["s1e1", "s1e2"]),
        ("2026-01-24T16:30:00Z", ["s1e1", "s1e2", "s2e1"]),
        ("2025-01-01T00:00:00Z", []),
    ],
)
def test_an_episode_is_told_from_the_moment_it_begins(now: str, expected: list[str]) -> None:
    assert recap(at(now)) == expected


def test_an_episode_without_a_date_is_not_told() -> None:
    undated = structs.replace(TOLD, episodes=(episode(1, 1), FIRST))
    assert recap(told=undated) == ["s1e1"]


@pytest.mark.parametrize(
    ("season", "number", "expected"),
    [(1, None, ["s1e1", "s1e2"]), (2, 1, ["s2e1"]), (None, 2, ["s1e2", "s2e2"])],
)
def test_a_season_and_an_episode_keep_what_they_name(
    season: int | None, number: int | None, expected: list[str]
) -> None:
    assert recap(ENDED, season, number) == expected


def test_what_is_later_than_seen_is_not_told() -> None:
    assert recap(told=spoilers.up_to(SHOW, Seen(2, 1))) == ["s1e1", "s1e2", "s2e1"]


@pytest.mark.parametrize(
    ("season", "number", "what"),
    [
        (3, None, "no season 3 is known"),
        (2, 9, "no episode 9 of season 2 is known"),
        (None, 9, "no episode 9 is known"),
    ],
)
def test_an_episode_that_nobody_knows_is_no_match(
    season: int | None, number: int | None, what: str
) -> None:
    with pytest.raises(NoMatch) as caught:
        recap(ENDED, season, number)
    assert caught.value.message == what


def test_a_translated_title_stands_in_and_says_so() -> None:
    untitled = structs.replace(FIRST, title=None)
    translated = structs.replace(TOLD.episodes[2], title=None, title_literal="Ashes")
    rows = query.recap(structs.replace(TOLD, episodes=(untitled, translated)), ENDED)
    assert [(row.title, row.translated) for row in rows] == [(None, False), ("Ashes", True)]


def test_the_day_of_an_episode_is_its_broadcast_day() -> None:
    assert query.recap(TOLD, ENDED, 2, 1)[0].air_date == "2026-01-24"


def test_only_turning_points_are_marked() -> None:
    titles = [row.title for row in query.marked(query.recap(TOLD, ENDED, 1))]
    assert titles == ["★ Title 1.1", "Title 1.2"]


def chapters(now: dt.datetime, season: int | None = None, told: VisibleDataset = TOLD) -> list[str]:
    return [*query.chapters(told, now, query.recap(told, now, season))]


def test_chapters_round_off_each_season_and_say_what_is_next() -> None:
    assert chapters(ENDED) == [
        "Season 1 · Arcs: arc 1",
        "Season 1 · Left off: ending 1",
        "Season 2 · Arcs: arc 2",
        "Season 2 · Joined: Manaka, Rinna",
        "Season 2 · Left off: ending 2",
        "★ a turning point",
        "The story goes on: Film — in 2027: 31 to 395 days",
    ]


def test_where_a_season_leaves_off_is_told_after_its_last_episode() -> None:
    lines = chapters(at("2026-01-26T00:00Z"))
    assert [line for line in lines if "Left off" in line] == ["Season 1 · Left off: ending 1"]


def test_each_season_leaves_off_after_its_own_last_episode() -> None:
    longer = structs.replace(TOLD, episodes=(*TOLD.episodes, episode(2, 3, "2026-02-07")))
    lines = chapters(at("2026-02-06T00:00Z"), told=longer)
    assert [line for line in lines if "Left off" in line] == ["Season 1 · Left off: ending 1"]


def test_nothing_goes_on_once_everything_is_past() -> None:
    assert not [line for line in chapters(at("2029-01-01T00:00Z")) if "goes on" in line]


@pytest.mark.parametrize("seen", [Seen(1, math.inf), Seen(1, 2)])
def test_chapters_tell_nothing_later_than_seen(seen: Seen) -> None:
    lines = chapters(ENDED, told=spoilers.up_to(SHOW, seen))
    assert not [line for line in lines if line.startswith("Season 2")]
