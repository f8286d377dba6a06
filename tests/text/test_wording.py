"""Countdowns in words: every state and precision, clocks, and short forms."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from medalist_cli.dates.zones import zone
from medalist_cli.model.dataset import Confidence, Dataset, Kind, Milestone, Show, Verb, When
from medalist_cli.model.rows import Breakdown, Countdown, EarlierRow
from medalist_cli.queries import countdown
from medalist_cli.text import en, wording
from medalist_cli.text.cells import width

PREMIERE = Milestone(
    id="premiere",
    title="Season 2 premiere",
    kind="season",
    when=When(date="2026-01-24", clock="25:30", zone="Asia/Tokyo"),
    runtime_minutes=30,
    sources=(),
    confidence="two-sources",
)
FILM = structs.replace(
    PREMIERE, title="The Movie", kind="film", when=When(date="2027-02-19", zone="Asia/Tokyo")
)


def count(
    milestone: Milestone,
    now: str,
    reader: str = "Europe/Paris",
    as_of: str = "2027-12-31",
    zones: tuple[dt.tzinfo, ...] = (),
) -> Countdown:
    dataset = Dataset(
        schema_version=1,
        as_of=dt.date.fromisoformat(as_of),
        show=Show(id="show", title="Show"),
        anchor=milestone.id,
        milestones=(milestone,),
    )
    moment = dt.datetime.fromisoformat(now).replace(tzinfo=zone(reader))
    return countdown.countdown(dataset, milestone, moment, zones)


def film(date: str | None) -> Milestone:
    when = When(date=date, zone="Asia/Tokyo") if date else None
    return structs.replace(FILM, when=when)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2025-01-22T12:00", "in 1 year, 2 days, 5 hours, 30 minutes"),
        ("2026-01-17T17:30", "in 7 days"),
        ("2026-01-18T17:30", "on Saturday, in 6 days"),
        ("2026-01-22T17:29:59", "on Saturday, in 2 days"),
        ("2026-01-23T16:29", "tomorrow, in 1 day, 1 hour, 1 minute"),
        ("2026-01-24T00:00", "today, in 17 hours, 30 minutes"),
        ("2026-01-24T16:30:01", "today, in 59 minutes, 59 seconds"),
        ("2026-01-24T17:29:59", "today, in 1 second"),
        ("2026-01-24T17:30", "on air, minute 1 of 30"),
        ("2026-01-24T17:31", "on air, minute 2 of 30"),
        ("2026-01-24T17:59:59", "on air, minute 30 of 30"),
        ("2026-01-24T18:00", "aired 30 minutes ago, Sat 24 Jan 2026"),
        ("2026-01-24T18:29:59", "aired 59 minutes ago, Sat 24 Jan 2026"),
        ("2026-01-24T18:30", "aired 1 hour ago, Sat 24 Jan 2026"),
        ("2026-01-25T17:29:59", "aired 23 hours ago, Sat 24 Jan 2026"),
        ("2026-01-25T17:30", "aired yesterday, Sat 24 Jan 2026"),
        ("2026-01-26T00:00", "aired 2 days ago, on Sat 24 Jan 2026"),
    ],
)
def test_an_exact_time_is_worded_to_the_minute(now: str, expected: str) -> None:
    assert wording.answer(count(PREMIERE, now), en) == expected


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-01-24T17:30", "aired just now"),
        ("2026-01-24T17:30:59", "aired just now"),
        ("2026-01-24T17:31", "aired 1 minute ago, Sat 24 Jan 2026"),
    ],
)
def test_a_milestone_without_a_runtime_is_over_when_it_begins(now: str, expected: str) -> None:
    brief = structs.replace(PREMIERE, runtime_minutes=None)
    assert wording.answer(count(brief, now), en) == expected


def test_a_day_of_25_hours_is_not_over_after_24() -> None:
    when = When(date="2026-10-25", clock="07:15", zone="Asia/Tokyo")
    early = structs.replace(PREMIERE, when=when)  # summer time ends at 03:00 in Paris
    text = wording.answer(count(early, "2026-10-25T23:30"), en)
    assert text == "aired today, Sun 25 Oct 2026"


@pytest.mark.parametrize("now", ["2026-01-26T12:00", "2026-01-27T00:00"])
def test_past_days_are_counted_from_the_date_shown(now: str) -> None:
    text = wording.answer(count(PREMIERE, now, reader="Asia/Tokyo"), en)
    assert text.endswith("Sun 25 Jan 2026")


@pytest.mark.parametrize(
    ("date", "now", "expected"),
    [
        ("2027", "2026-11-22T12:00", "some time in 2027 (40 to 404 days away)"),
        ("2027", "2027-01-01T12:00", "some time this year (within 364 days)"),
        ("2027", "2027-12-30T12:00", "some time this year (within 1 day)"),
        ("2027", "2027-12-31T12:00", "some time this year (today at the latest)"),
        ("2027", "2028-01-01T12:00", "opened in 2027"),
        ("2027-02", "2027-01-30T12:00", "some time in February 2027 (2 to 29 days away)"),
        ("2027-02", "2027-02-19T12:00", "some time this month (within 9 days)"),
        ("2027-02", "2027-03-01T12:00", "opened in February 2027"),
        ("2027-02-19", "2026-11-22T12:00", "in 89 days, on Fri 19 Feb 2027 (date in Japan)"),
        ("2027-02-19", "2027-02-17T12:00", "in 2 days, on Fri 19 Feb 2027 (date in Japan)"),
        ("2027-02-19", "2027-02-18T12:00", "tomorrow, Fri 19 Feb 2027 (date in Japan)"),
        ("2027-02-19", "2027-02-19T12:00", "today, Fri 19 Feb 2027 (date in Japan)"),
        ("2027-02-19", "2027-02-20T12:00", "opened yesterday, Fri 19 Feb 2027"),
        ("2027-02-19", "2027-02-21T12:00", "opened 2 days ago, on Fri 19 Feb 2027"),
        (None, "2026-11-22T12:00", "date to be announced"),
    ],
)
def test_a_coarse_date_is_worded_no_finer_than_it_is_known(
    date: str | None, now: str, expected: str
) -> None:
    assert wording.answer(count(film(date), now), en) == expected


@pytest.mark.parametrize(
    ("kind", "verb"),
    [
        ("season", "aired "),
        ("episode", "aired "),
        ("stream", "began "),
        ("film", "opened "),
        ("event", "took place "),
        ("volume", "came out "),
        ("news", "happened "),
    ],
)
def test_every_kind_has_its_own_verb(kind: Kind, verb: str) -> None:
    past = structs.replace(film("2026"), kind=kind)
    assert wording.answer(count(past, "2027-02-19T12:00"), en) == f"{verb}in 2026"


def test_a_past_event_without_a_date_says_so() -> None:
    happened = structs.replace(film(None), happened=True)
    assert wording.answer(count(happened, "2026-11-22T12:00"), en) == "opened, exact day unknown"


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (
            "2027-02-19",
            "was scheduled for Fri 19 Feb 2027, 9 days ago; not checked since 22 Nov 2026",
        ),
        ("2027-01", "was scheduled for January 2027; not checked since 22 Nov 2026"),
        ("2026-11-22", "opened 98 days ago, on Sun 22 Nov 2026"),
    ],
)
def test_a_plan_not_checked_since_its_date_was_only_scheduled(date: str, expected: str) -> None:
    planned = count(film(date), "2027-02-28T12:00", as_of="2026-11-22")
    assert wording.answer(planned, en) == expected


@pytest.mark.parametrize(
    ("date", "now", "expected"),
    [
        ("2027-02-19", "2027-02-18T15:59", "tomorrow, Fri 19 Feb 2027 (date in Japan)"),
        ("2027-02-19", "2027-02-18T16:00", "today, Fri 19 Feb 2027 (date in Japan)"),
        ("2027", "2026-11-22T16:00", "some time in 2027 (39 to 403 days away)"),
        ("2027", "2027-11-22T16:00", "some time this year (within 38 days)"),
        ("2027-02-19", "2027-02-15T16:00", "in 3 days, on Fri 19 Feb 2027 (date in Japan)"),
    ],
)
def test_days_of_a_coarse_date_are_counted_in_its_own_zone(
    date: str, now: str, expected: str
) -> None:
    assert wording.answer(count(film(date), now), en) == expected


@pytest.mark.parametrize("reader", ["Asia/Tokyo", "Asia/Seoul"])
def test_a_day_on_the_readers_own_calendar_needs_no_country(reader: str) -> None:
    shown = wording.answer(count(film("2027-02-19"), "2027-02-15T12:00", reader), en)
    assert shown == "in 4 days, on Fri 19 Feb 2027"


def test_a_day_in_a_zone_without_a_known_country_names_the_zone() -> None:
    when = When(date="2027-02-19", zone="Pacific/Fiji")
    shown = wording.answer(count(structs.replace(FILM, when=when), "2027-02-15T12:00"), en)
    assert shown == "in 4 days, on Fri 19 Feb 2027 (date in Pacific/Fiji)"


@pytest.mark.parametrize(
    ("date", "verb", "expected"),
    [
        ("2023-01", "awarded", "awarded in January 2023"),
        ("2026-06", "began", "began in June 2026"),
        ("2026-06-01", "released", "released 270 days ago, on Mon 1 Jun 2026"),
    ],
)
def test_a_verb_of_the_dataset_replaces_the_usual_one(date: str, verb: Verb, expected: str) -> None:
    past = structs.replace(film(date), verb=verb)
    assert wording.answer(count(past, "2027-02-26T12:00"), en) == expected


def test_a_date_that_nobody_confirmed_was_only_planned() -> None:
    unsure = structs.replace(film("2026-11-22"), unconfirmed=True)
    shown = wording.answer(count(unsure, "2026-11-25T12:00"), en)
    assert shown == "was planned for Sun 22 Nov 2026, 3 days ago; unconfirmed"


@pytest.mark.parametrize(
    ("confidence", "doubt"),
    [
        ("two-sources", ""),
        ("one-source", ", one source"),
        ("seed-only", ", unconfirmed"),
    ],
)
def test_a_sentence_shows_its_confidence(confidence: Confidence, doubt: str) -> None:
    counted = count(structs.replace(film("2027"), confidence=confidence), "2026-11-22T12:00")
    shown = f"The Movie — some time in 2027 (40 to 404 days away{doubt})"
    assert wording.sentence(counted, en) == shown


def test_control_characters_in_a_title_are_escaped() -> None:
    counted = count(structs.replace(FILM, title="The\x1b[31m\nMovie"), "2026-11-22T12:00")
    assert wording.sentence(counted, en).startswith("The^[[31m Movie — ")


YOURS = "Sat 24 Jan 2026, 17:30 (Paris, UTC+1)"


@pytest.mark.parametrize(
    ("clock", "reader", "expected"),
    [
        (
            "25:30",
            "Europe/Paris",
            (("Your time", YOURS), ("Japan", "Sun 25 Jan, 01:30 JST (announced as Sat 25:30)")),
        ),
        (
            "25:30",
            "Asia/Tokyo",
            (("Your time", "Sun 25 Jan 2026, 01:30 (Tokyo, UTC+9, announced as Sat 25:30)"),),
        ),
        (
            "23:30",
            "UTC",
            (("Your time", "Sat 24 Jan 2026, 14:30 (UTC)"), ("Japan", "Sat 24 Jan, 23:30 JST")),
        ),
        (
            "23:30",
            "America/Sao_Paulo",
            (
                ("Your time", "Sat 24 Jan 2026, 11:30 (Sao Paulo, UTC-3)"),
                ("Japan", "Sat 24 Jan, 23:30 JST"),
            ),
        ),
        ("23:30", "Asia/Tokyo", (("Your time", "Sat 24 Jan 2026, 23:30 (Tokyo, UTC+9)"),)),
    ],
)
def test_clocks_are_labelled_and_none_is_shown_twice(
    clock: str, reader: str, expected: tuple[tuple[str, str], ...]
) -> None:
    when = When(date="2026-01-24", clock=clock, zone="Asia/Tokyo")
    counted = count(structs.replace(PREMIERE, when=when), "2025-11-22T12:00", reader)
    assert wording.clocks(counted, en) == expected


def test_each_further_zone_has_a_clock_of_its_own() -> None:
    zones = tuple(map(zone, ("Europe/Paris", "America/Sao_Paulo", "Asia/Tokyo")))
    counted = count(PREMIERE, "2025-11-22T12:00", zones=zones)
    assert wording.clocks(counted, en) == (
        ("Your time", YOURS),
        ("Sao Paulo", "Sat 24 Jan, 13:30 UTC-3"),
        ("Japan", "Sun 25 Jan, 01:30 JST (announced as Sat 25:30)"),
    )


def test_a_clock_that_summer_time_skips_is_shown_as_announced_too() -> None:
    when = When(date="2026-03-29", clock="02:30", zone="Europe/Paris")
    counted = count(structs.replace(PREMIERE, when=when), "2025-11-22T12:00")
    shown = "Sun 29 Mar 2026, 03:30 (Paris, UTC+2, announced as Sun 02:30)"
    assert wording.clocks(counted, en) == (("Your time", shown),)


def test_a_clock_in_another_year_shows_it() -> None:
    when = When(date="2026-12-31", clock="25:30", zone="Asia/Tokyo")
    counted = count(structs.replace(PREMIERE, when=when), "2025-11-22T12:00")
    japan = "Fri 1 Jan 2027, 01:30 JST (announced as Thu 25:30)"
    assert wording.clocks(counted, en)[1] == ("Japan", japan)


@pytest.mark.parametrize("date", ["2027", "2027-02", "2027-02-19", None])
def test_no_clock_is_shown_for_a_date_without_a_time(date: str | None) -> None:
    assert wording.clocks(count(film(date), "2026-11-22T12:00"), en) == ()


@pytest.mark.parametrize(
    ("clock", "expected"), [("25:30", "Sat 24 Jan 2026, 25:30"), (None, "Sat 24 Jan 2026")]
)
def test_a_time_is_shown_as_announced(clock: str | None, expected: str) -> None:
    assert wording.when(When(date="2026-01-24", clock=clock, zone="Asia/Tokyo"), en) == expected


@pytest.mark.parametrize(
    ("milestone", "expected"),
    [
        (PREMIERE, "Sat 24 Jan 2026, 17:30 CET"),
        (film("2027-02-19"), "Fri 19 Feb 2027"),
        (film("2027-02"), "February 2027"),
        (film(None), None),
        (structs.replace(film(None), happened=True), "day unknown"),
    ],
)
def test_a_list_shows_the_date_on_the_readers_calendar(
    milestone: Milestone, expected: str | None
) -> None:
    assert wording.day(count(milestone, "2025-11-22T12:00"), en) == expected


def span(*, ticking: bool = True, **some: int) -> str:
    none = dict.fromkeys(("years", "months", "days", "hours", "minutes", "seconds"), 0)
    return ", ".join(wording.span(Breakdown(**none | some), en, ticking=ticking))


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({}, "0 seconds"),
        ({"years": 1, "months": 1, "days": 1}, "1 year, 1 month, 1 day"),
        ({"years": 2, "seconds": 2}, "2 years"),
        ({"hours": 1, "seconds": 59}, "1 hour"),
        ({"minutes": 2, "seconds": 1}, "2 minutes, 1 second"),
        ({"seconds": 2}, "2 seconds"),
    ],
)
def test_a_span_drops_zero_units_and_seconds_of_long_waits(
    parts: dict[str, Any], expected: str
) -> None:
    assert span(**parts) == expected


@pytest.mark.parametrize(
    ("milestone", "now", "expected"),
    [
        (PREMIERE, "2026-01-22T17:30", "2d"),
        (PREMIERE, "2026-01-22T17:30:01", "47h 59m"),
        (PREMIERE, "2026-01-24T16:30", "1h 00m"),
        (PREMIERE, "2026-01-24T16:29", "1h 01m"),
        (PREMIERE, "2026-01-24T16:30:01", "59m"),
        (PREMIERE, "2026-01-24T17:29", "1m"),
        (PREMIERE, "2026-01-24T17:29:01", "<1m"),
        (PREMIERE, "2026-01-24T17:30", "on air"),
        (PREMIERE, "2026-01-24T18:00", "past"),
        (film("2027"), "2026-11-22T12:00", "40-404d"),
        (film("2027"), "2027-11-22T12:00", "this year"),
        (film("2027-02"), "2027-02-22T12:00", "this month"),
        (film("2027-02-19"), "2026-11-22T12:00", "89d"),
        (film("2027-02-19"), "2027-02-19T12:00", "today"),
        (film(None), "2027-02-19T12:00", "TBA"),
    ],
)
def test_the_shortest_form_shows_the_remaining_time(
    milestone: Milestone, now: str, expected: str
) -> None:
    assert wording.short(count(milestone, now), en) == expected


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-01-24T16:30", "1h 00m"),
        ("2026-01-24T16:30:01", "59m 59s"),
        ("2026-01-24T16:31", "59m 00s"),
        ("2026-01-24T17:29:55", "0m 05s"),
    ],
)
def test_a_line_that_ticks_shows_seconds_in_the_last_hour(now: str, expected: str) -> None:
    assert wording.short(count(PREMIERE, now), en, ticking=True) == expected


def test_a_line_that_stands_still_shows_seconds_only_in_the_last_minute() -> None:
    assert span(ticking=False, minutes=2, seconds=1) == "2 minutes"
    assert span(ticking=False, seconds=1) == "1 second"


@st.composite
def counts(draw: st.DrawFn) -> Countdown:
    """Return countdowns to a minute or a coarser date, before, during and after it."""
    title = draw(st.text(min_size=1, max_size=60))
    date = draw(st.sampled_from(["2027", "2027-02", "2027-02-19", None]))
    milestone = draw(st.sampled_from([PREMIERE, film(date)]))
    seconds = draw(st.integers(0, 3 * 365 * 86400))
    now = dt.datetime(2025, 1, 1, tzinfo=dt.UTC) + dt.timedelta(seconds=seconds)
    return count(structs.replace(milestone, title=title), now.replace(tzinfo=None).isoformat())


@given(counts(), st.integers(0, 200), st.booleans())
def test_more_room_never_says_less(counted: Countdown, cells: int, ticking: bool) -> None:
    here = wording.fitting(counted, cells, en, ticking=ticking)
    wider = wording.fitting(counted, cells + 1, en, ticking=ticking)
    assert width(here) <= cells
    assert width(here) <= width(wider)


@given(counts(), st.integers(0, 200))
def test_the_title_is_never_dropped_while_a_wording_with_it_fits(
    counted: Countdown, cells: int
) -> None:
    name = wording.title(counted, en)
    shortest = f"{name} {wording.short(counted, en)}"
    shown = wording.fitting(counted, cells, en, ticking=False)
    assert shown.startswith(name) or width(shortest) > cells


@pytest.mark.parametrize("cells", [None, 90])
@pytest.mark.parametrize(
    ("ticking", "left"),
    [
        ({}, "59 minutes, 59 seconds"),
        ({"ticking": True}, "59 minutes, 59 seconds"),
        ({"ticking": False}, "59 minutes"),
    ],
)
def test_with_enough_room_the_whole_sentence_is_returned(
    cells: int | None, ticking: dict[str, bool], left: str
) -> None:
    last_hour = count(PREMIERE, "2026-01-24T16:30:01")
    expected = f"Season 2 premiere — today, in {left}"
    assert wording.fitting(last_hour, cells, en, **ticking) == expected


@pytest.mark.parametrize(
    ("now", "cells", "expected"),
    [
        ("2027-02-18T12:00", 20, "The Movie — tomorrow"),
        ("2027-02-17T12:00", 22, "The Movie — in 2 days"),
        ("2026-11-22T12:00", 22, "The Movie — in 89 days"),
        ("2027-02-17T12:00", 8, "2d"),
    ],
)
def test_a_day_is_said_without_its_date_where_that_does_not_fit(
    now: str, cells: int, expected: str
) -> None:
    assert wording.fitting(count(FILM, now), cells, en) == expected


@pytest.mark.parametrize(
    ("milestone", "now", "ticking", "bare"),
    [
        (
            PREMIERE,
            "2026-01-20T12:00",
            False,
            ("on Saturday, in 4 days, 5 hours, 30 minutes", "4d"),
        ),
        (PREMIERE, "2026-01-24T16:30:01", True, ("today, in 59 minutes, 59 seconds", "59m 59s")),
        (
            FILM,
            "2026-11-22T12:00",
            False,
            (
                "in 89 days, on Fri 19 Feb 2027 (date in Japan)",
                "in 89 days, on Fri 19 Feb 2027",
                "in 89 days",
                "89d",
            ),
        ),
        (
            FILM,
            "2027-02-19T12:00",
            False,
            ("today, Fri 19 Feb 2027 (date in Japan)", "today, Fri 19 Feb 2027", "today"),
        ),
    ],
)
def test_every_form_stands_with_the_title_and_without(
    milestone: Milestone, now: str, ticking: bool, bare: tuple[str, ...]
) -> None:
    *long, shortest = bare
    titled = (*(f"{milestone.title} — {form}" for form in long), f"{milestone.title} {shortest}")
    assert wording.forms(count(milestone, now), en, ticking=ticking) == (*titled, *bare)


@pytest.mark.parametrize(
    ("was", "expected"),
    [
        ((), ""),
        (("2027-02-12",), "moved from Fri 12 Feb 2027"),
        (("2026", "2027-02-12"), "moved from Fri 12 Feb 2027"),
        (("2027-02-12", None), "moved from Fri 12 Feb 2027"),
        (("2027-02-12", "2027-02-19"), ""),
    ],
)
def test_a_date_that_moved_says_where_it_last_stood(
    was: tuple[str | None, ...], expected: str
) -> None:
    counted = structs.replace(
        count(FILM, "2026-11-22T12:00"),
        was=tuple(EarlierRow(when=film(date).when, as_of=dt.date(2026, 1, 10)) for date in was),
    )
    assert wording.moved(counted, en) == expected


@pytest.mark.parametrize(
    ("milestone", "expected"),
    [
        (PREMIERE, "Sat 24 Jan 2026"),
        (FILM, "Fri 19 Feb 2027 (date in Japan)"),
        (film("2027-02"), "February 2027"),
        (film(None), ""),
    ],
)
def test_the_date_below_the_answer_says_whose_it_is(milestone: Milestone, expected: str) -> None:
    assert wording.date(count(milestone, "2025-11-22T12:00"), en) == expected


@pytest.mark.parametrize(
    ("milestone", "now", "expected"),
    [
        (PREMIERE, "2026-01-20T12:00", "on Saturday, in 4 days"),
        (PREMIERE, "2026-01-22T17:30", "on Saturday, in 2 days"),
        (PREMIERE, "2026-01-23T12:00", "tomorrow"),
        (PREMIERE, "2026-01-24T12:00", "today"),
        (PREMIERE, "2025-01-20T12:00", "airs in Japan"),
        (FILM, "2026-11-22T12:00", "opens in Japan"),
        (FILM, "2027-03-22T12:00", ""),
        (film(None), "2026-11-22T12:00", ""),
    ],
)
def test_beside_the_title_stands_the_day_or_what_will_happen(
    milestone: Milestone, now: str, expected: str
) -> None:
    assert wording.aside(count(milestone, now), en) == expected
