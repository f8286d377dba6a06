"""`medalist is out|today|live|within`: yes or no by the exit code, and not a word."""

from pathlib import Path

import pytest
from conftest import Ended, Program

YES, NO = Ended(0, "", ""), Ended(1, "", "")

# Season 2 begins at 2027-01-09 25:30 in Tokyo, 16:30 UTC, and runs for 30 minutes.
BEFORE = "2027-01-09T16:29:59Z"
BEGUN = "2027-01-09T16:30Z"
LAST = "2027-01-09T16:59:59Z"
OVER = "2027-01-09T17:00Z"

OVER_AND_DONE = """{
  "schema_version": 1, "as_of": "2020-01-01", "show": {"id": "over", "title": "Over"},
  "anchor": "end",
  "milestones": [
    {"id": "end", "title": "The end", "kind": "event", "sources": [], "confidence": "seed-only",
     "when": {"date": "2020-01-01", "zone": "UTC"}}
  ]
}"""


@pytest.mark.parametrize(
    ("target", "now", "result"),
    [
        ("season-2-premiere", BEFORE, NO),
        ("season-2-premiere", BEGUN, YES),
        ("season-2-premiere", OVER, YES),
        ("", BEFORE, NO),  # the anchor
        ("", BEGUN, YES),
        ("", "2100-01-01T00:00Z", YES),  # still the anchor, not the next headline
        ("season-2-stream", "2027-01-09T16:59:59Z", NO),  # without a runtime: over at once
        ("season-2-stream", "2027-01-09T17:00Z", YES),
        ("rowing-day", "2026-11-22T00:00Z", NO),  # a day in Tokyo
        ("rowing-day", "2026-11-22T14:59:59Z", NO),
        ("rowing-day", "2026-11-22T15:00Z", YES),
        ("film", "2028-12-31T14:59:59Z", NO),
        ("film", "2028-12-31T15:00Z", YES),
        ("school-visit", "2000-01-01T00:00Z", YES),  # it happened, on a day not known
        ("third-season", "2100-01-01T00:00Z", NO),  # to be announced
        ("next", "2026-11-22T12:00Z", NO),
    ],
)
def test_out_is_a_minute_that_has_come_or_a_window_that_is_over(
    rower: Program, target: str, now: str, result: Ended
) -> None:
    assert rower("is", "out", *target.split(), now=now) == result


@pytest.mark.parametrize(
    ("target", "zone", "now", "result"),
    [
        ("season-2-premiere", "UTC", "2027-01-09T00:00Z", YES),
        ("season-2-premiere", "UTC", "2027-01-09T23:59:59Z", YES),
        ("season-2-premiere", "UTC", "2027-01-08T23:59:59Z", NO),
        ("season-2-premiere", "UTC", "2027-01-10T00:00Z", NO),
        ("season-2-premiere", "Asia/Tokyo", "2027-01-09T14:59:59Z", NO),
        ("season-2-premiere", "Asia/Tokyo", "2027-01-09T15:00Z", YES),
        ("season-2-premiere", "America/New_York", "2027-01-09T05:00Z", YES),
        ("rowing-day", "America/New_York", "2026-11-21T15:00Z", YES),  # the day is Tokyo's
        ("rowing-day", "America/New_York", "2026-11-22T15:00Z", NO),
        ("manga-volume-5", "UTC", "2026-12-15T00:00Z", NO),  # some day of the month
        ("third-season", "UTC", "2026-12-15T00:00Z", NO),
        ("school-visit", "UTC", "2026-12-15T00:00Z", NO),
    ],
)
def test_today_is_the_readers_for_a_minute_and_the_zones_for_a_day(
    rower: Program, target: str, zone: str, now: str, result: Ended
) -> None:
    assert rower("is", "today", target, "--tz", zone, now=now) == result


@pytest.mark.parametrize(
    ("target", "now", "result"),
    [
        ("s2e1", BEFORE, NO),
        ("s2e1", BEGUN, YES),
        ("s2e1", LAST, YES),
        ("s2e1", OVER, NO),
        ("", LAST, YES),
        ("season-2-stream", "2027-01-09T17:00Z", NO),
        ("film", "2028-06-01T00:00Z", NO),
        ("third-season", BEGUN, NO),
    ],
)
def test_live_is_from_the_minute_to_the_end_of_the_runtime(
    rower: Program, target: str, now: str, result: Ended
) -> None:
    assert rower("is", "live", *target.split(), now=now) == result


@pytest.mark.parametrize(
    ("span", "target", "now", "result"),
    [
        ("24h", "s2e1", "2027-01-08T16:30Z", YES),
        ("24h", "s2e1", "2027-01-08T16:29:59Z", NO),
        ("1d", "s2e1", "2027-01-08T16:30Z", YES),  # 24 hours, not the calendar's day
        ("1d", "s2e1", "2027-01-08T16:29:59Z", NO),
        ("1w", "s2e1", "2027-01-02T16:30Z", YES),
        ("90m", "s2e1", "2027-01-09T15:00Z", YES),
        ("0s", "s2e1", BEFORE, NO),
        ("0s", "s2e1", BEGUN, YES),
        ("1h", "s2e1", LAST, YES),
        ("1h", "s2e1", OVER, NO),
        ("1d", "rowing-day", "2026-11-21T15:00Z", YES),  # sure to come by the end of the day
        ("1d", "rowing-day", "2026-11-21T14:59:59Z", NO),
        ("999999w", "film", "2026-11-22T12:00Z", YES),
        ("1w", "film", "2028-12-01T00:00Z", NO),  # it may be as late as the 31st
        ("999999w", "third-season", "2026-11-22T12:00Z", NO),
        ("1d", "school-visit", "2026-11-22T12:00Z", NO),
    ],
)
def test_within_is_what_is_sure_to_come_by_then(
    rower: Program, span: str, target: str, now: str, result: Ended
) -> None:
    assert rower("is", "within", span, target, now=now) == result


@pytest.mark.parametrize(
    ("target", "now", "result"),
    [
        ("season-2-hulu-start", "2025-06-01", NO),  # the facts say that it happened in Feb 2026
        ("season-2-hulu-start", "2026-02-15", NO),
        ("season-2-hulu-start", "2026-03-02", YES),
        ("award-shogakukan-2023", "2022-12-31", NO),
        ("film-ultra-teaser", "2020-01-01", YES),  # on an unknown day
    ],
)
def test_the_clock_decides_whether_what_happened_is_out(
    medalist: Program, target: str, now: str, result: Ended
) -> None:
    assert medalist("is", "out", target, now=now) == result


def test_an_episode_can_be_asked_for_in_any_form(rower: Program) -> None:
    assert rower("is", "out", "4", now=BEGUN) == YES
    assert rower("is", "live", "第2期第1話", now=BEGUN) == YES
    assert rower("is", "today", "2x1", now="2027-01-09T00:00Z") == YES


def test_words_of_a_title_are_a_target(rower: Program) -> None:
    assert rower("is", "out", "season", "2", "premiere", now=BEGUN) == YES


def test_next_with_nothing_left_is_no(rower: Program, tmp_path: Path) -> None:
    over = tmp_path / "over.json"
    over.write_text(OVER_AND_DONE)
    ended = rower("is", "today", "next", "--data", over, now="2100-01-01T00:00Z")
    assert ended == (1, "", "medalist: error: nothing is left to come\n")


@pytest.mark.parametrize("question", [["out"], ["today"], ["live"], ["within", "1d"]])
def test_a_target_that_is_none_is_misuse_and_never_no(rower: Program, question: list[str]) -> None:
    ended = rower("is", *question, "no-such-thing")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("medalist: error: nothing called 'no-such-thing'\n")


@pytest.mark.parametrize("question", [["out"], ["today"], ["live"], ["within", "1d"]])
def test_a_dataset_that_cannot_be_read_is_never_no(rower: Program, question: list[str]) -> None:
    ended = rower("is", *question, "--data", "/nowhere.json")
    assert ended == (3, "", "medalist: error: /nowhere.json: No such file or directory\n")


@pytest.mark.parametrize("question", [["out"], ["today"], ["live"], ["within", "1d"]])
def test_what_is_hidden_is_not_mentioned(rower: Program, question: list[str]) -> None:
    assert rower("is", *question, "film", "--seen", "none") == NO


@pytest.mark.parametrize("span", ["", "7", "-1d", "1.5h", "1y", "1D", "d", "1000000d", "１d"])
def test_a_span_that_is_none_is_misuse(rower: Program, span: str) -> None:
    ended = rower("is", "within", span, "film")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("medalist: error: ")
    assert len(ended.err.splitlines()) <= 2


def test_within_needs_a_span(rower: Program) -> None:
    ended = rower("is", "within")
    assert (ended.code, ended.out) == (2, "")


def test_a_question_that_is_none_is_misuse(rower: Program) -> None:
    ended = rower("is", "over")
    assert (ended.code, ended.out) == (2, "")


def test_is_alone_is_misuse(rower: Program) -> None:
    assert rower("is").code == 2
