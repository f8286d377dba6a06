"""What a prompt shows from now on, step by step."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from msgspec import structs

from medalist_cli.model.dataset import Dataset, Milestone, When
from medalist_cli.model.prompt import Days, Hours, Minutes, Step
from medalist_cli.queries import milestones, prompt
from medalist_cli.storage import loader

TOKYO = ZoneInfo("Asia/Tokyo")
PARIS = ZoneInfo("Europe/Paris")
NOW = dt.datetime(2026, 9, 1, 12, tzinfo=PARIS)
PREMIERE = 1799512200
"""2027-01-09 25:30 in Tokyo."""


@pytest.fixture
def show(series: Path) -> Dataset:
    return loader.load(series)


def only(show: Dataset, *headlines: Milestone) -> Dataset:
    return structs.replace(show, milestones=headlines, episodes=(), anchor=headlines[0].id)


def milestone(when: When | None, **more: object) -> Milestone:
    return structs.replace(
        Milestone(
            id="it", title="It", kind="event", headline=True, sources=(), confidence="two-sources"
        ),
        when=when,
        **more,
    )


def waits(steps: Iterable[Step]) -> list[object]:
    return [step.wait for step in steps]


def test_a_minute_is_counted_in_days_hours_minutes_and_on_air(show: Dataset) -> None:
    found = prompt.steps(show, NOW)[:6]
    first_day = (dt.date(2027, 1, 9) - dt.date(1970, 1, 1)).days
    assert found == (
        Step(1792890000, "Season 2 premiere", Days(first_day, first_day, 7200)),
        Step(PREMIERE - 2 * 86400 + 1, "Season 2 premiere", Days(first_day, first_day, 3600)),
        Step(PREMIERE - 3600 + 1, "Season 2 premiere", Hours(PREMIERE)),
        Step(PREMIERE - 60 + 1, "Season 2 premiere", Minutes(PREMIERE)),
        Step(PREMIERE, "Season 2 premiere", "<1m"),
        Step(PREMIERE + 1800, "Season 2 premiere", "on air"),
    )


def test_after_the_anchor_the_next_headline_is_waited_for(show: Dataset) -> None:
    year, last = prompt.steps(show, NOW)[6:]
    assert year.title == last.title == "Still Water Eight: The Regatta"
    assert isinstance(year.wait, Days)
    assert (year.wait.last - year.wait.first, year.wait.offset) == (365, 9 * 3600)
    assert year.until == dt.datetime(2028, 1, 1, tzinfo=TOKYO).timestamp()
    assert (last.wait, last.until) == (
        "this year",
        dt.datetime(2029, 1, 1, tzinfo=TOKYO).timestamp(),
    )


def test_nothing_is_left_once_all_is_past(show: Dataset) -> None:
    assert prompt.steps(show, dt.datetime(2030, 1, 1, tzinfo=PARIS)) == ()


def test_a_wait_without_a_date_has_no_step(show: Dataset) -> None:
    assert prompt.steps(only(show, milestone(None)), NOW) == ()


def test_what_has_happened_has_no_step(show: Dataset) -> None:
    past = milestone(When(date="2020", zone="Asia/Tokyo"), happened=True)
    assert prompt.steps(only(show, past), NOW) == ()
    assert prompt.steps(only(show, milestone(None, happened=True)), NOW) == ()


def test_what_happens_later_still_has_steps_though_the_facts_say_it_happened(show: Dataset) -> None:
    later = milestone(When(date="2030", zone="Asia/Tokyo"), happened=True)
    assert prompt.steps(only(show, later), NOW)


def test_a_minute_without_a_runtime_is_never_on_air(show: Dataset) -> None:
    when = When(date="2026-09-02", clock="12:00", zone="Europe/Paris")
    steps = prompt.steps(only(show, milestone(when)), NOW)
    assert waits(steps) == [Hours(steps[-1].until), Minutes(steps[-1].until), "<1m"]


def test_steps_that_are_over_are_left_out(show: Dataset) -> None:
    when = When(date="2026-09", zone="Asia/Tokyo")
    assert waits(prompt.steps(only(show, milestone(when)), NOW)) == ["this month"]


def test_a_title_is_made_harmless_for_the_terminal(show: Dataset) -> None:
    when = When(date="2026", zone="Asia/Tokyo")
    steps = prompt.steps(only(show, milestone(when, title="a\x1b[2J\nb\u202e")), NOW)
    assert [step.title for step in steps] == ["a^[[2J b<U+202E>"]


def test_a_far_wait_has_a_bounded_number_of_steps(show: Dataset) -> None:
    when = When(date="2200-12-31", clock="12:00", zone="Europe/Paris")
    assert len(prompt.steps(only(show, milestone(when)), NOW)) == 100


def test_a_zone_of_the_system_that_has_no_name_serves_too(show: Dataset) -> None:
    now = NOW.astimezone(dt.timezone(dt.timedelta(hours=-3)))
    first = prompt.steps(show, now)[0]
    assert isinstance(first.wait, Days)
    assert first.wait.offset == -3 * 3600


def test_a_step_ends_with_its_last_second(show: Dataset) -> None:
    first = prompt.steps(show, dt.datetime.fromtimestamp(PREMIERE, PARIS))[0]
    assert (first.wait, first.until) == ("on air", PREMIERE + 1800)


@pytest.mark.parametrize("second", range(4))
def test_clocks_that_change_in_the_last_week_change_the_step(show: Dataset, second: int) -> None:
    when = When(date="2026-10-28", clock="12:00", zone="Europe/Paris")
    now = dt.datetime(2026, 10, 23, 12, 0, second, tzinfo=PARIS)
    first, following, *_ = prompt.steps(only(show, milestone(when)), now)
    assert first.until == 1792890000
    assert isinstance(first.wait, Days)
    assert isinstance(following.wait, Days)
    assert (first.wait.offset, following.wait.offset) == (7200, 3600)


def test_days_in_utc_have_no_offset(show: Dataset) -> None:
    first = prompt.steps(show, NOW.astimezone(dt.UTC))[0]
    assert isinstance(first.wait, Days)
    assert first.wait.offset == 0


def test_steps_follow_the_target_of_a_bare_countdown(show: Dataset) -> None:
    steps = prompt.steps(show, NOW)
    begins = [int(NOW.timestamp()), *(step.until for step in steps)]
    for begin, step in zip(begins, steps, strict=False):
        target = milestones.target(show, "", dt.datetime.fromtimestamp(begin, PARIS))
        assert target.title == step.title
