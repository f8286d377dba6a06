"""What has come, what is sure to come, and the list of it all."""

import datetime as dt
from typing import Any

import pytest
from msgspec import structs

from medalist_cli.errors import NoMatch
from medalist_cli.model.dataset import Kind
from medalist_cli.queries import countdown, milestones
from queries.test_milestones import AFTER, SHOW, at


@pytest.mark.parametrize(
    ("of", "now", "is_out", "is_today"),
    [
        ("s2e1", "2026-01-23T23:59:59Z", False, False),
        ("s2e1", "2026-01-24T16:29:59Z", False, True),
        ("s2e1", "2026-01-24T16:30:00Z", True, True),
        ("s2e1", "2026-01-25T00:00:00Z", True, False),
        ("film", "2027-02-19T00:00:00+09:00", False, True),
        ("film", "2027-02-20T00:00:00+09:00", True, False),
        ("book", "2027-02-19T00:00:00Z", False, False),
        ("book", "2028-01-01T00:00:00+09:00", True, False),
        ("sequel", "2030-01-01T00:00:00Z", False, False),
    ],
)
def test_a_minute_is_out_when_it_comes_and_a_window_when_it_is_over(
    of: str, now: str, is_out: bool, is_today: bool
) -> None:
    found = milestones.target(SHOW, of, AFTER)
    assert milestones.is_out(found, at(now)) is is_out
    assert milestones.is_today(found, at(now)) is is_today


@pytest.mark.parametrize(
    ("of", "now", "is_live"),
    [
        ("s2e1", "2026-01-24T16:29:59Z", False),
        ("s2e1", "2026-01-24T16:30:00Z", True),
        ("s2e1", "2026-01-24T16:59:59Z", True),
        ("s2e1", "2026-01-24T17:00:00Z", False),
        ("film", "2027-02-19T12:00:00+09:00", False),
        ("sequel", "2027-02-19T12:00:00+09:00", False),
    ],
)
def test_only_what_has_a_runtime_is_ever_live(of: str, now: str, is_live: bool) -> None:
    assert milestones.is_live(milestones.target(SHOW, of, AFTER), at(now)) is is_live


@pytest.mark.parametrize(
    ("of", "now", "days", "is_within"),
    [
        ("s2e1", "2026-01-23T16:30:00Z", 1, True),
        ("s2e1", "2026-01-23T16:29:59Z", 1, False),
        ("s2e1", "2026-01-24T16:45:00Z", 1, True),
        ("s2e1", "2026-01-24T17:00:00Z", 1, False),
        ("film", "2027-02-18T00:00:00+09:00", 2, True),
        ("film", "2027-02-18T00:00:00+09:00", 1, False),
        ("book", "2027-02-19T00:00:00Z", 31, False),
        ("sequel", "2027-02-19T00:00:00Z", 9999, False),
    ],
)
def test_within_a_span_is_what_is_sure_to_have_come_by_then(
    of: str, now: str, days: int, is_within: bool
) -> None:
    found = milestones.target(SHOW, of, AFTER)
    assert milestones.is_within(found, dt.timedelta(days=days), at(now)) is is_within


def listed(now: dt.datetime, **filters: Any) -> list[str]:
    return [row.id for row in countdown.schedule(SHOW, now, **filters)]


def test_a_schedule_is_by_time_with_one_row_for_an_episode_and_its_day() -> None:
    assert listed(AFTER) == ["rink", "s2e1", "s2e2", "film", "book", "sequel"]


def test_the_row_of_an_episode_names_what_it_is_the_day_of() -> None:
    also = {row.id: row.also for row in countdown.schedule(SHOW, AFTER)}
    assert also == dict.fromkeys(also, ()) | {"s2e1": ("premiere",)}


def test_every_row_but_that_of_the_anchor_tells_of_the_anchor() -> None:
    rows = countdown.schedule(structs.replace(SHOW, anchor="film"), AFTER)
    anchors = {row.id: row.anchor.id if row.anchor else None for row in rows}
    assert anchors == dict.fromkeys(anchors, "film") | {"film": None}


def test_a_countdown_keeps_what_its_milestone_says() -> None:
    said: dict[str, Any] = {
        "show": "show",
        "note": "A note.",
        "evidence": "Seen.",
        "inferred": True,
    }
    film = structs.replace(milestones.target(SHOW, "film", AFTER), **said)
    count = countdown.alone(SHOW, film, AFTER)
    assert {name: getattr(count, name) for name in said} == said
    assert count.date == "Fri 19 Feb 2027"


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("film", ["film", "sequel"]),
        ("season", ["s2e1"]),
        ("episode", ["s2e1", "s2e2"]),
        ("volume", ["book"]),
    ],
)
def test_a_kind_also_finds_what_an_episode_is_the_day_of(kind: Kind, expected: list[str]) -> None:
    assert listed(AFTER, kind=kind) == expected


def test_a_season_has_its_episodes() -> None:
    assert listed(AFTER, season=2) == ["s2e1", "s2e2"]


def test_upcoming_is_what_is_not_past() -> None:
    assert listed(AFTER, upcoming=True) == ["film", "book", "sequel"]


def test_filters_that_leave_nothing_find_no_match() -> None:
    with pytest.raises(NoMatch, match="no dates match these filters"):
        listed(AFTER, season=2, upcoming=True)
