"""What to watch on which day: promises that hold for any show, day and pace."""

import datetime as dt
import re
from collections import Counter
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medalist_cli.errors import NoMatch
from medalist_cli.model.dataset import Dataset, Episode, Milestone, Show, When
from medalist_cli.model.rows import PlanRow
from medalist_cli.queries import plan, spoilers
from medalist_cli.queries.spoilers import Seen, VisibleDataset

TOKYO = "Asia/Tokyo"
DAY = dt.timedelta(days=1)
FIRST = dt.date(2026, 1, 1)


def when(day: dt.date, clock: str | None = "25:30") -> When:
    return When(date=day.isoformat(), clock=clock, zone=TOKYO)


def episode(season: int, number: int, at: When | None) -> Episode:
    return Episode(
        season=season,
        episode=number,
        number=season * 100 + number,
        when=at,
        sources=(),
        confidence="two-sources",
    )


def goal(at: When | None, *, happened: bool = False) -> Milestone:
    return Milestone(
        id="film",
        title="The film",
        kind="film",
        when=at,
        happened=happened,
        sources=(),
        confidence="two-sources",
    )


def show(episodes: list[Episode]) -> VisibleDataset:
    dataset = Dataset(
        schema_version=2,
        as_of=FIRST,
        show=Show(id="show", title="Show"),
        anchor="film",
        milestones=(),
        episodes=tuple(episodes),
    )
    return spoilers.up_to(dataset, None)


def aired(count: int) -> VisibleDataset:
    return show(
        [episode(1, number, when(dt.date(2020, 1, number))) for number in range(1, count + 1)]
    )


def at(day: dt.date, zone: dt.tzinfo = dt.UTC, hour: int = 12) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(hour), zone)


def weeks(rows: tuple[PlanRow, ...], today: dt.date) -> Counter[int]:
    return Counter((row.date - today).days // 7 for row in rows)


def first_date(episode: Episode, now: dt.datetime) -> dt.date:
    """Return the reader's date of a broadcast at 25:30 in Tokyo, computed by hand."""
    assert episode.when is not None
    evening = dt.datetime.fromisoformat(episode.when.date).replace(tzinfo=ZoneInfo(TOKYO))
    start = (evening + dt.timedelta(hours=25, minutes=30)).astimezone(dt.UTC)
    return start.astimezone(now.tzinfo).date()


@st.composite
def shows(draw: st.DrawFn) -> VisibleDataset:
    """Draw up to 30 episodes of up to 3 seasons, aired before and after `FIRST`, a few undated."""
    days = draw(st.lists(st.integers(-60, 60), min_size=1, max_size=30))
    if draw(st.booleans()):
        days.sort()
    seasons = draw(st.integers(1, 3))
    episodes = [
        episode(1 + index % seasons, 1 + index // seasons, when(FIRST + day * DAY))
        for index, day in enumerate(days)
    ]
    if draw(st.booleans()):
        episodes.append(episode(9, 1, None))
    return show(draw(st.permutations(episodes)))


zones = st.sampled_from(
    [ZoneInfo(TOKYO), ZoneInfo("Pacific/Apia"), ZoneInfo("Pacific/Niue"), dt.UTC]
)
moments = st.builds(at, st.dates(FIRST - 30 * DAY, FIRST + 30 * DAY), zones, st.integers(0, 23))
goals = st.builds(lambda day: goal(when(FIRST + day * DAY)), st.integers(-40, 90))
seens = st.none() | st.builds(Seen, st.integers(0, 3), st.integers(0, 30))
paces = st.none() | st.integers(1, 12)


def planned(
    dataset: Dataset, film: Milestone, now: dt.datetime, seen: Seen | None, pace: int | None
) -> tuple[PlanRow, ...]:
    try:
        return plan.plan(spoilers.up_to(dataset, seen), film, now, per_week=pace)
    except NoMatch:
        return ()


@given(shows(), goals, moments, seens, paces)
def test_each_episode_is_planned_once_and_in_order(
    dataset: Dataset, film: Milestone, now: dt.datetime, seen: Seen | None, pace: int | None
) -> None:
    rows = planned(dataset, film, now, seen, pace)
    order = [(row.season, row.episode) for row in rows]
    assert order == sorted(set(order))
    assert [row.date for row in rows] == sorted(row.date for row in rows)


@given(shows(), goals, moments, seens, paces)
def test_a_plan_has_every_episode_after_those_seen_that_airs_in_time(
    dataset: Dataset, film: Milestone, now: dt.datetime, seen: Seen | None, pace: int | None
) -> None:
    rows = planned(dataset, film, now, seen, pace)
    opening = first_date(episode(1, 1, film.when), now)
    wanted = {
        each.id
        for each in dataset.episodes
        if (each.season, each.episode) > (seen or (0, 0))
        and each.when is not None
        and first_date(each, now) < opening
    }
    assert {row.id for row in rows} in (wanted, set())


@given(shows(), goals, moments, seens, paces)
def test_a_plan_runs_from_today_to_the_day_before_the_target(
    dataset: Dataset, film: Milestone, now: dt.datetime, seen: Seen | None, pace: int | None
) -> None:
    rows = planned(dataset, film, now, seen, pace)
    opening = first_date(episode(1, 1, film.when), now)
    assert all(now.date() <= row.date < opening for row in rows)


@given(shows(), goals, moments, seens, paces)
def test_no_episode_is_planned_before_it_airs(
    dataset: Dataset, film: Milestone, now: dt.datetime, seen: Seen | None, pace: int | None
) -> None:
    rows = planned(dataset, film, now, seen, pace)
    airs = {each.id: first_date(each, now) for each in dataset.episodes if each.when}
    assert all(airs[row.id] <= row.date for row in rows)


@given(shows(), goals, moments, seens, st.integers(1, 12))
def test_no_week_has_more_episodes_than_asked_for(
    dataset: Dataset, film: Milestone, now: dt.datetime, seen: Seen | None, pace: int
) -> None:
    rows = planned(dataset, film, now, seen, pace)
    assert max(weeks(rows, now.date()).values(), default=0) <= pace


@given(shows(), goals, moments, seens)
def test_the_advised_number_would_do_and_one_less_would_not(
    dataset: Dataset, film: Milestone, now: dt.datetime, seen: Seen | None
) -> None:
    if not planned(dataset, film, now, seen, None):
        return
    dataset = spoilers.up_to(dataset, seen)
    try:
        plan.plan(dataset, film, now, per_week=1)
    except NoMatch as refusal:
        found = re.fullmatch(r"Use --per-week (\d+)\.", refusal.advice)
        assert found
        advised = int(found[1])
        assert plan.plan(dataset, film, now, per_week=advised)
        with pytest.raises(NoMatch):
            plan.plan(dataset, film, now, per_week=advised - 1)


@given(st.integers(1, 60), st.integers(1, 200))
def test_an_even_plan_leaves_gaps_that_differ_by_a_day_at_most(count: int, days: int) -> None:
    rows = plan.plan(aired(min(count, 31)), goal(when(FIRST + days * DAY, None)), at(FIRST))
    gaps = {(b.date - a.date).days for a, b in pairwise(rows)}
    assert max(gaps, default=0) - min(gaps, default=0) <= 1


def test_an_even_plan_begins_today() -> None:
    rows = plan.plan(aired(2), goal(when(dt.date(2026, 1, 11), None)), at(FIRST))
    assert [row.date for row in rows] == [FIRST, FIRST + 5 * DAY]


def test_a_weekly_plan_spreads_a_week_over_its_days() -> None:
    rows = plan.plan(aired(4), goal(when(dt.date(2026, 1, 15), None)), at(FIRST), per_week=2)
    assert [(row.date - FIRST).days for row in rows] == [0, 3, 7, 10]


def test_the_last_week_of_a_plan_may_be_a_single_day() -> None:
    rows = plan.plan(aired(4), goal(when(dt.date(2026, 1, 9), None)), at(FIRST), per_week=2)
    assert [(row.date - FIRST).days for row in rows] == [0, 3, 7, 7]


def test_episodes_that_air_in_the_last_week_count_for_the_advice() -> None:
    late = [episode(2, number, when(dt.date(2026, 1, 15))) for number in (1, 2, 3)]
    dataset = show([*aired(3).episodes, *late])
    with pytest.raises(NoMatch) as refusal:
        plan.plan(dataset, goal(when(dt.date(2026, 1, 22), None)), at(FIRST), per_week=2)
    assert refusal.value.advice == "Use --per-week 3."


def test_an_episode_of_the_last_day_before_the_target_is_planned() -> None:
    # 25:30 in Tokyo on 9 January is 16:30 on that day here.
    dataset = show([episode(1, 1, when(dt.date(2026, 1, 9)))])
    rows = plan.plan(
        dataset, goal(when(dt.date(2026, 1, 10), None)), at(dt.date(2026, 1, 9), hour=1)
    )
    assert [row.date for row in rows] == [dt.date(2026, 1, 9)]


def test_a_minute_is_a_day_of_the_readers_calendar() -> None:
    new_york = ZoneInfo("America/New_York")  # 25:30 on 9 January is 11:30 on that day there
    rows = plan.plan(aired(1), goal(when(dt.date(2026, 1, 9))), at(dt.date(2026, 1, 8), new_york))
    assert [row.date for row in rows] == [dt.date(2026, 1, 8)]


def test_a_month_begins_on_its_own_first_day() -> None:
    film = goal(When(date="2026-02", zone=TOKYO))
    rows = plan.plan(aired(31), film, at(dt.date(2026, 1, 31), ZoneInfo("America/New_York"), 8))
    assert {row.date for row in rows} == {dt.date(2026, 1, 31)}


def test_an_episode_of_some_day_of_a_month_waits_for_the_end_of_the_month() -> None:
    dataset = show([episode(1, 1, When(date="2026-01", zone=TOKYO))])
    rows = plan.plan(dataset, goal(when(dt.date(2026, 3, 1), None)), at(FIRST))
    assert [row.date for row in rows] == [dt.date(2026, 1, 31)]


@pytest.mark.parametrize(
    ("film", "reason"),
    [
        (goal(None), "'The film' has no date to plan for"),
        (goal(when(dt.date(2025, 12, 1))), "'The film' has already started"),
        (goal(When(date="2026", zone=TOKYO)), "'The film' has already started"),
        (goal(when(dt.date(2025, 12, 1)), happened=True), "'The film' has already started"),
        (goal(when(FIRST)), "no day is left before 'The film'"),
    ],
)
def test_a_target_that_leaves_no_day_is_refused_in_its_own_words(
    film: Milestone, reason: str
) -> None:
    with pytest.raises(NoMatch) as refusal:
        plan.plan(aired(1), film, at(FIRST))
    assert refusal.value.message == reason


def test_someone_who_has_seen_all_has_nothing_to_plan() -> None:
    cut = spoilers.up_to(aired(3), Seen(1, 3))
    with pytest.raises(NoMatch) as refusal:
        plan.plan(cut, goal(when(dt.date(2026, 2, 1))), at(FIRST))
    assert refusal.value.message == "no episode is left to watch before 'The film'"


def test_a_title_that_nobody_knows_is_the_episodes_numbers() -> None:
    rows = plan.plan(aired(1), goal(when(dt.date(2026, 2, 1))), at(FIRST))
    assert (rows[0].title, rows[0].title_ja) == ("Season 1 episode 1", "第1期 第1話")
