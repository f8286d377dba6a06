"""Countdowns in words: every state and precision, clocks, and short forms."""

import datetime as dt

import pytest
from msgspec import structs

from medalist_cli.dates.zones import zone
from medalist_cli.model.dataset import Confidence, Dataset, Kind, Milestone, Show, When
from medalist_cli.model.rows import Breakdown, Countdown
from medalist_cli.queries import countdown
from medalist_cli.text import wording
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
    milestone: Milestone, now: str, reader: str = "Europe/Paris", as_of: str = "2027-12-31"
) -> Countdown:
    dataset = Dataset(
        schema_version=1,
        as_of=dt.date.fromisoformat(as_of),
        show=Show(id="show", title="Show"),
        anchor=milestone.id,
        milestones=(milestone,),
    )
    moment = dt.datetime.fromisoformat(now).replace(tzinfo=zone(reader))
    return countdown.countdown(dataset, milestone, moment)


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
        ("2026-01-24T18:00", "aired 30 min ago, Sat 24 Jan 2026"),
        ("2026-01-24T18:29:59", "aired 59 min ago, Sat 24 Jan 2026"),
        ("2026-01-24T18:30", "aired 1 h ago, Sat 24 Jan 2026"),
        ("2026-01-25T17:29:59", "aired 23 h ago, Sat 24 Jan 2026"),
        ("2026-01-25T17:30", "aired yesterday, Sat 24 Jan 2026"),
        ("2026-01-26T00:00", "aired 2 days ago, on Sat 24 Jan 2026"),
    ],
)
def test_an_exact_time_is_worded_to_the_minute(now: str, expected: str) -> None:
    assert wording.answer(count(PREMIERE, now)) == expected


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-01-24T17:30:59", "aired just now"),
        ("2026-01-24T17:31", "aired 1 min ago, Sat 24 Jan 2026"),
    ],
)
def test_a_milestone_without_a_runtime_is_over_when_it_begins(now: str, expected: str) -> None:
    brief = structs.replace(PREMIERE, runtime_minutes=None)
    assert wording.answer(count(brief, now)) == expected


@pytest.mark.parametrize("now", ["2026-01-26T12:00", "2026-01-27T00:00"])
def test_past_days_are_counted_from_the_date_shown(now: str) -> None:
    text = wording.answer(count(PREMIERE, now, reader="Asia/Tokyo"))
    assert text.endswith("Sun 25 Jan 2026")


@pytest.mark.parametrize(
    ("date", "now", "expected"),
    [
        ("2027", "2026-11-22T12:00", "in 2027: 40 to 404 days"),
        ("2027", "2027-01-01T12:00", "some day this year, within 364 days"),
        ("2027", "2027-12-30T12:00", "some day this year, within 1 day"),
        ("2027", "2027-12-31T12:00", "some day this year, today at the latest"),
        ("2027", "2028-01-01T12:00", "opened in 2027"),
        ("2027-02", "2027-01-30T12:00", "in February 2027: 2 to 29 days"),
        ("2027-02", "2027-02-19T12:00", "some day this month, within 9 days"),
        ("2027-02", "2027-03-01T12:00", "opened in February 2027"),
        ("2027-02-19", "2026-11-22T12:00", "in 89 days, on Fri 19 Feb 2027"),
        ("2027-02-19", "2027-02-17T12:00", "in 2 days, on Fri 19 Feb 2027"),
        ("2027-02-19", "2027-02-18T12:00", "tomorrow, Fri 19 Feb 2027"),
        ("2027-02-19", "2027-02-19T12:00", "today, Fri 19 Feb 2027"),
        ("2027-02-19", "2027-02-20T12:00", "opened yesterday, Fri 19 Feb 2027"),
        ("2027-02-19", "2027-02-21T12:00", "opened 2 days ago, on Fri 19 Feb 2027"),
        (None, "2026-11-22T12:00", "TBA, to be announced"),
    ],
)
def test_a_coarse_date_is_worded_no_finer_than_it_is_known(
    date: str | None, now: str, expected: str
) -> None:
    assert wording.answer(count(film(date), now)) == expected


@pytest.mark.parametrize(
    ("kind", "verb"),
    [
        ("season", "aired "),
        ("episode", "aired "),
        ("stream", "began "),
        ("film", "opened "),
        ("event", "took place "),
        ("volume", "came out "),
        ("news", ""),
    ],
)
def test_every_kind_has_its_own_verb(kind: Kind, verb: str) -> None:
    past = structs.replace(film("2026"), kind=kind)
    assert wording.answer(count(past, "2027-02-19T12:00")) == f"{verb}in 2026"


def test_a_past_event_without_a_date_says_so() -> None:
    happened = structs.replace(film(None), happened=True)
    assert wording.answer(count(happened, "2026-11-22T12:00")) == "opened on a day not known"


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2027-02-19", "was due 9 days ago, on Fri 19 Feb 2027, as of 2026-11-22"),
        ("2027-01", "was due in January 2027, as of 2026-11-22"),
        ("2026-11-22", "opened 98 days ago, on Sun 22 Nov 2026"),
    ],
)
def test_a_plan_not_checked_since_its_date_was_due(date: str, expected: str) -> None:
    planned = count(film(date), "2027-02-28T12:00", as_of="2026-11-22")
    assert wording.answer(planned) == expected


@pytest.mark.parametrize(
    ("date", "now", "expected"),
    [
        ("2027-02-19", "2027-02-18T15:59", "tomorrow, Fri 19 Feb 2027"),
        ("2027-02-19", "2027-02-18T16:00", "today, Fri 19 Feb 2027 (Asia/Tokyo date)"),
        ("2027", "2026-11-22T16:00", "in 2027: 39 to 403 days (Asia/Tokyo date)"),
        ("2027", "2027-11-22T16:00", "some day this year, within 38 days (Asia/Tokyo date)"),
        ("2027-02-19", "2027-02-15T16:00", "in 3 days, on Fri 19 Feb 2027 (Asia/Tokyo date)"),
    ],
)
def test_the_zone_is_named_if_the_readers_date_differs(date: str, now: str, expected: str) -> None:
    assert wording.answer(count(film(date), now)) == expected


@pytest.mark.parametrize(
    ("confidence", "doubt"),
    [
        ("two-sources", ""),
        ("one-source", " (one source)"),
        ("seed-only", " (first article only)"),
    ],
)
def test_a_sentence_shows_its_confidence(confidence: Confidence, doubt: str) -> None:
    counted = count(structs.replace(film("2027"), confidence=confidence), "2026-11-22T12:00")
    assert wording.sentence(counted) == f"The Movie — in 2027: 40 to 404 days{doubt}"


def test_control_characters_in_a_title_are_escaped() -> None:
    counted = count(structs.replace(FILM, title="The\x1b[31m\nMovie"), "2026-11-22T12:00")
    assert wording.sentence(counted).startswith("The^[[31m Movie — ")


@pytest.mark.parametrize(
    ("clock", "reader", "expected"),
    [
        (
            "25:30",
            "Europe/Paris",
            ("Sat 24 Jan 25:30 JST", "Sun 25 Jan 01:30 JST", "Sat 24 Jan 17:30 CET"),
        ),
        ("25:30", "Asia/Tokyo", ("Sat 24 Jan 25:30 JST", "Sun 25 Jan 01:30 JST")),
        ("23:30", "Europe/Paris", ("Sat 24 Jan 23:30 JST", "Sat 24 Jan 15:30 CET")),
        ("23:30", "Asia/Tokyo", ("Sat 24 Jan 23:30 JST",)),
    ],
)
def test_equal_clocks_are_shown_once(clock: str, reader: str, expected: tuple[str, ...]) -> None:
    when = When(date="2026-01-24", clock=clock, zone="Asia/Tokyo")
    counted = count(structs.replace(PREMIERE, when=when), "2025-11-22T12:00", reader)
    assert wording.clocks(counted) == expected


@pytest.mark.parametrize("date", ["2027", "2027-02", "2027-02-19", None])
def test_no_clock_is_shown_for_a_date_without_a_time(date: str | None) -> None:
    assert wording.clocks(count(film(date), "2026-11-22T12:00")) == ()


@pytest.mark.parametrize(
    ("clock", "expected"), [("25:30", "Sat 24 Jan 2026 25:30"), (None, "Sat 24 Jan 2026")]
)
def test_a_time_is_shown_as_announced(clock: str | None, expected: str) -> None:
    assert wording.when(When(date="2026-01-24", clock=clock, zone="Asia/Tokyo")) == expected


@pytest.mark.parametrize(
    ("milestone", "expected"),
    [
        (PREMIERE, "Sat 24 Jan 2026 17:30 CET"),
        (film("2027-02-19"), "Fri 19 Feb 2027"),
        (film("2027-02"), "February 2027"),
        (film(None), None),
        (structs.replace(film(None), happened=True), "day unknown"),
    ],
)
def test_a_list_shows_the_date_on_the_readers_calendar(
    milestone: Milestone, expected: str | None
) -> None:
    assert wording.day(count(milestone, "2025-11-22T12:00")) == expected


def span(**some: int) -> str:
    none = dict.fromkeys(("years", "months", "days", "hours", "minutes", "seconds"), 0)
    return wording.span(Breakdown(**none | some))


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
    parts: dict[str, int], expected: str
) -> None:
    assert span(**parts) == expected


@pytest.mark.parametrize(
    ("milestone", "now", "expected"),
    [
        (PREMIERE, "2026-01-22T17:30", "2d"),
        (PREMIERE, "2026-01-22T17:30:01", "47h 59m"),
        (PREMIERE, "2026-01-24T16:30", "1h 00m"),
        (PREMIERE, "2026-01-24T16:29", "1h 01m"),
        (PREMIERE, "2026-01-24T16:30:01", "59m 59s"),
        (PREMIERE, "2026-01-24T17:29", "1m 00s"),
        (PREMIERE, "2026-01-24T17:29:55", "0m 05s"),
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
    assert wording.short(count(milestone, now)) == expected


FORMS = wording.forms(count(structs.replace(FILM, title="映画"), "2026-11-22T12:00"))


def test_forms_are_sorted_longest_first() -> None:
    widths = [width(form) for form in FORMS]
    assert widths == sorted(set(widths), reverse=True)


def test_the_longest_form_that_fits_is_chosen() -> None:
    counted = count(structs.replace(FILM, title="映画"), "2026-11-22T12:00")
    for cells in range(width(FORMS[0]) + 2):
        whole = [form for form in FORMS if width(form) <= cells]
        assert wording.fitting(counted, cells) == (whole[0] if whole else "")


def test_without_a_width_the_whole_sentence_is_returned() -> None:
    counted = count(FILM, "2026-11-22T12:00")
    assert wording.fitting(counted, None) == wording.sentence(counted)
