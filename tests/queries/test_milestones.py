"""Which milestone is meant, and the countdown to each."""

import datetime as dt
from typing import Any

import pytest
from msgspec import structs

from medalist_cli.dates.zones import zone
from medalist_cli.errors import NoMatch, UsageError
from medalist_cli.model.dataset import Dataset, Episode, Milestone, Show, When
from medalist_cli.model.rows import Anchor, Local
from medalist_cli.queries import countdown, milestones
from medalist_cli.storage import loader

at = dt.datetime.fromisoformat
"""A moment, as `2026-01-24T16:30Z`."""


def tokyo(date: str, clock: str | None = None) -> When:
    return When(date=date, clock=clock, zone="Asia/Tokyo")


def milestone(name: str, title: str, when: When | None = None, **more: Any) -> Milestone:
    known: dict[str, Any] = {"kind": "event", "sources": ("gazette",), "confidence": "two-sources"}
    return Milestone(id=name, title=title, when=when, **known | more)


def episode(season: int, number: int, when: When | None, title: str | None = None) -> Episode:
    return Episode(
        season=season,
        episode=number,
        number=number,
        title=title,
        when=when,
        runtime_minutes=30,
        sources=("gazette",),
        confidence="one-source",
        dated="two-sources",
    )


PREMIERE = milestone("premiere", "Season 2 premiere", kind="season", headline=True, episode="s2e1")
FILM = milestone("film", "The Movie", tokyo("2027-02-19"), kind="film", headline=True)
SEQUEL = milestone("sequel", "The Movie, part 2", kind="film", headline=True)
RINK = milestone("rink", "Rink event", tokyo("2026-01-10"))
BOOK = milestone("book", "Manga volume 16", tokyo("2027"), kind="volume")

SHOW = Dataset(
    schema_version=1,
    as_of=dt.date(2026, 11, 22),
    show=Show(id="show", title="Show"),
    anchor="premiere",
    milestones=(SEQUEL, FILM, PREMIERE, RINK, BOOK),
    episodes=(
        episode(2, 1, tokyo("2026-01-24", "25:30"), "The Badge Test"),
        episode(2, 2, tokyo("2026-01-31", "25:30")),
    ),
)

BEFORE = at("2026-01-01T00:00Z")
AFTER = at("2026-11-22T12:00Z")
LATE = at("2030-01-01T00:00Z")


def without(*ids: str) -> Dataset:
    kept = tuple(m for m in SHOW.milestones if m.id not in ids)
    return structs.replace(SHOW, milestones=kept)


@pytest.mark.parametrize("name", ["film", "sequel", "s2e2", "premiere"])
def test_an_exact_id_is_that_milestone(name: str) -> None:
    assert milestones.target(SHOW, name, AFTER).id == name


def test_an_exact_id_wins_over_words_of_titles() -> None:
    other = structs.replace(RINK, id="other", title="The rink")
    crowded = structs.replace(SHOW, milestones=(*SHOW.milestones, other))
    assert milestones.target(crowded, "rink", AFTER).id == "rink"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("rink event", "rink"),
        ("EVENT Rink", "rink"),
        ("volume", "book"),
        ("vol", "book"),
        ("part 2", "sequel"),
        ("season premiere", "premiere"),
        ("badge", "s2e1"),
    ],
)
def test_words_mean_the_one_title_that_has_them_all(words: str, name: str) -> None:
    assert milestones.target(SHOW, words, AFTER).id == name


@pytest.mark.parametrize("words", ["movie", "the movie"])
def test_words_of_several_titles_are_misuse_that_names_them(words: str) -> None:
    with pytest.raises(UsageError) as caught:
        milestones.target(SHOW, words, AFTER)
    assert caught.value.message == f"'{words}' could be any of: sequel, film"


def test_a_word_of_no_title_is_misuse_that_suggests_one() -> None:
    with pytest.raises(UsageError) as caught:
        milestones.target(SHOW, "flim", AFTER)
    assert caught.value.message == "no milestone is called 'flim'"
    assert caught.value.advice == "Did you mean 'film'?"


def test_a_word_like_nothing_is_advised_to_see_all() -> None:
    with pytest.raises(UsageError) as caught:
        milestones.target(SHOW, "xyzzyq\x1b", AFTER)
    assert caught.value.message == "no milestone is called 'xyzzyq^['"
    assert caught.value.advice == "`medalist schedule` lists all."


@pytest.mark.parametrize(
    ("now", "name"),
    [
        ("2026-01-01T00:00Z", "rink"),
        ("2026-01-10T14:59:59Z", "rink"),
        ("2026-01-10T15:00:00Z", "premiere"),
        ("2026-01-24T16:59:59Z", "premiere"),
        ("2026-01-24T17:00:00Z", "s2e2"),
        ("2026-11-22T12:00:00Z", "book"),
        ("2027-02-01T00:00:00Z", "book"),
        ("2028-01-01T00:00:00Z", "sequel"),
    ],
)
def test_next_is_the_first_that_is_not_past(now: str, name: str) -> None:
    assert milestones.target(SHOW, "next", at(now)).id == name


def test_next_finds_nothing_once_all_is_past() -> None:
    with pytest.raises(NoMatch, match="nothing is left to come"):
        milestones.target(without("sequel"), "next", LATE)


@pytest.mark.parametrize(
    ("now", "name"),
    [
        ("2026-01-01T00:00:00Z", "premiere"),
        ("2026-01-24T16:59:59Z", "premiere"),
        ("2026-01-24T17:00:00Z", "film"),
        ("2027-02-19T14:59:59Z", "film"),
        ("2027-02-19T15:00:00Z", "sequel"),
    ],
)
def test_without_words_the_anchor_comes_first_then_headlines(now: str, name: str) -> None:
    assert milestones.target(SHOW, "", at(now)).id == name


def test_without_words_the_last_headline_stays_when_all_are_past() -> None:
    assert milestones.target(without("sequel"), "", LATE).id == "film"


def test_without_headlines_the_anchor_stays() -> None:
    plain = structs.replace(without("sequel", "film", "premiere"), anchor="rink")
    assert milestones.target(plain, "", LATE).id == "rink"


def test_milestones_come_by_earliest_then_latest_then_file_order_and_tba_last() -> None:
    year, month = (milestone(date, "A", tokyo(date)) for date in ("2027", "2027-01"))
    first, second = (milestone(name, "A", tokyo("2027-01-01")) for name in ("x", "a"))
    ordered = milestones.in_order([SEQUEL, year, month, first, second])
    assert [each.id for each in ordered] == ["x", "a", "2027-01", "2027", "sequel"]


def test_the_day_of_an_episode_takes_its_time_from_it() -> None:
    found = milestones.target(SHOW, "premiere", BEFORE)
    assert (found.when, found.runtime_minutes) == (SHOW.episodes[0].when, 30)


def test_an_episode_is_a_milestone_as_sure_as_its_date() -> None:
    found = milestones.target(SHOW, "s2e1", BEFORE)
    assert (found.kind, found.season, found.confidence) == ("episode", 2, "two-sources")
    assert found.title == "Season 2 episode 1: The Badge Test"


def test_an_episode_without_a_title_has_its_number() -> None:
    assert milestones.titles(SHOW)["s2e2"] == "Season 2 episode 2"


def test_ids_end_with_next() -> None:
    assert milestones.ids(SHOW) == (
        *("sequel", "film", "premiere", "rink", "book"),
        *("s2e1", "s2e2", "next"),
    )


def test_a_countdown_tells_of_the_anchor_unless_it_is_the_anchor() -> None:
    told = countdown.countdown(SHOW, FILM, AFTER).anchor
    text = "Season 2 premiere — aired 302 days ago, on Sat 24 Jan 2026"
    assert told == Anchor(
        id="premiere", title=PREMIERE.title, state="past", seconds=-26076600, days=-302, text=text
    )
    assert countdown.countdown(SHOW, milestones.anchor(SHOW), AFTER).anchor is None


def test_numbers_of_what_has_no_date_are_unknown() -> None:
    count = countdown.countdown(SHOW, SEQUEL, AFTER, (zone("UTC"),))
    assert (count.state, count.zones) == ("tba", (Local(zone="UTC", local=None, days=None),))
    numbers = (count.seconds, count.days, count.days_max, count.earliest_unix, count.percent)
    assert (*numbers, count.breakdown, count.bucket, count.precision) == (None,) * 8


@pytest.mark.parametrize(
    ("date", "is_planned"),
    [("2026-11-22", False), ("2026-11-23", True), ("2026", True), ("2026-10", False)],
)
def test_what_can_be_later_than_the_facts_is_a_plan(date: str, is_planned: bool) -> None:
    dated = structs.replace(FILM, when=tokyo(date))
    assert countdown.countdown(SHOW, dated, AFTER).planned is is_planned


def test_a_watch_party_sees_each_its_own_clock_and_days() -> None:
    party = (zone("Europe/Paris"), zone("Asia/Tokyo"))
    now = at("2026-01-24T12:00:00Z")
    count = countdown.countdown(SHOW, milestones.anchor(SHOW), now, party)
    assert count.zones == (
        Local(zone="Europe/Paris", local=at("2026-01-24T16:30Z").astimezone(party[0]), days=0),
        Local(zone="Asia/Tokyo", local=at("2026-01-24T16:30Z").astimezone(party[1]), days=1),
    )


def test_what_has_no_clock_has_no_local_time() -> None:
    count = countdown.countdown(SHOW, FILM, AFTER, (zone("UTC"),))
    assert (count.local, count.zones) == (None, (Local(zone="UTC", local=None, days=89),))


@pytest.mark.parametrize(
    ("now", "bucket"),
    [("2026-01-24T15:30:01Z", "hour"), ("2026-01-24T16:30:00Z", None), (str(LATE), None)],
)
def test_only_what_is_upcoming_has_a_bucket(now: str, bucket: str | None) -> None:
    count = countdown.countdown(SHOW, milestones.anchor(SHOW), at(now))
    assert count.bucket == bucket


@pytest.mark.parametrize(
    ("words", "name"),
    [("season 2 episode 1", "s2e1"), ("Season 1 episode 2", "s1e2"), ("episode 16", "s2e3")],
)
def test_an_episode_is_meant_by_its_number_in_the_season_or_in_all(words: str, name: str) -> None:
    assert milestones.target(loader.load(None), words, AFTER).id == name
