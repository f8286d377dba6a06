"""Which milestone is meant, and the countdown to each."""

import datetime as dt
from typing import Any

import pytest
from msgspec import structs

from medalist_cli.dates.zones import zone
from medalist_cli.errors import NoMatch, UsageError
from medalist_cli.model.dataset import Dataset, Episode, Milestone, Show, When
from medalist_cli.model.rows import Anchor, Local
from medalist_cli.queries import countdown, milestones, spoilers
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

BUNDLED = loader.load(None)
SHOW = Dataset(
    schema_version=2,
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


def test_a_milestone_comes_before_an_episode_of_the_same_id() -> None:
    odd = structs.replace(RINK, id="s2e2")
    crowded = structs.replace(SHOW, milestones=(*SHOW.milestones, odd))
    assert milestones.target(crowded, "s2e2", AFTER).kind == "event"


def test_an_episode_keeps_its_note() -> None:
    noted = structs.replace(SHOW.episodes[0], note="Half an hour later than usual.")
    dataset = structs.replace(SHOW, episodes=(noted,))
    assert milestones.target(dataset, "s2e1", AFTER).note == "Half an hour later than usual."


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
        ("2nd season premiere", "premiere"),
        ("episodes 2", "s2e2"),
        ("badge", "s2e1"),
    ],
)
def test_words_mean_the_one_title_that_has_them_all(words: str, name: str) -> None:
    assert milestones.target(SHOW, words, AFTER).id == name


def refused(words: str, dataset: Dataset = SHOW, now: dt.datetime = AFTER) -> UsageError:
    with pytest.raises(UsageError) as caught:
        milestones.target(dataset, words, now)
    return caught.value


def test_words_of_several_titles_are_ambiguous() -> None:
    assert refused("season 2").message == "'season 2' is ambiguous: premiere, s2e2, s2e1"
    seven = structs.replace(SHOW, milestones=tuple(milestone(c, "Ice") for c in "abcdefg"))
    assert refused("ice", seven).message == "'ice' is ambiguous: a, b, c (7 in all)"


def test_up_to_three_titles_are_all_named() -> None:
    assert refused("volume event").message == "nothing called 'volume event'"
    assert refused("movi").message == "'movi' is ambiguous: film, sequel"


def test_a_whole_name_comes_before_more_words_of_another() -> None:
    assert milestones.target(SHOW, "the movie", AFTER).id == "film"


@pytest.mark.parametrize(
    ("words", "titles", "name"),
    [
        ("art", ["Art", "The art of skating"], "0"),  # a whole name
        ("of art", ["A work of art", "Art of ice"], "0"),  # words in a row
        ("art", ["Artistic", "The art of skating"], "1"),  # a whole word
        ("art", ["The start", "Artistic"], "1"),  # the beginning of a word
        ("art", ["The start", "The end"], "0"),  # a part of a word
        ("ＣＡＦÉ", ["Café", "Cafeteria"], "0"),
        ("queens", ["The Queen's Jump", "The King's Jump"], "0"),
        ("the queen's", ["The Queen's Jump", "The King's Jump"], "0"),
        ("blu ray", ["Blu-ray volume 2", "Ray"], "0"),
    ],
)
def test_whole_words_come_before_beginnings_before_parts(
    words: str, titles: list[str], name: str
) -> None:
    several = tuple(milestone(str(index), title) for index, title in enumerate(titles))
    crowded = structs.replace(SHOW, milestones=several, episodes=(), anchor="0")
    assert milestones.target(crowded, words, AFTER).id == name


def test_headlines_come_first_then_what_is_next_then_what_was_last() -> None:
    past = [milestone(f"past-{year}", "Ice show", tokyo(f"{year}")) for year in (2019, 2021, 2020)]
    coming = [milestone(f"next-{year}", "Ice show", tokyo(f"{year}")) for year in (2029, 2028)]
    big = milestone("big", "Ice show", tokyo("2018"), headline=True)

    def first(*several: Milestone) -> str:
        return refused("ice show", structs.replace(SHOW, milestones=several)).message

    named = "'ice show' is ambiguous: "
    assert first(*past, *coming, big) == f"{named}big, next-2028, next-2029 (6 in all)"
    assert first(*past) == f"{named}past-2021, past-2020, past-2019"


def test_episodes_come_after_what_else_is_of_their_season() -> None:
    tour = milestone("tour", "Tour", tokyo("2020"), season=2)
    dataset = structs.replace(SHOW, milestones=(*SHOW.milestones, tour))
    message = "'season 2' is ambiguous: premiere, tour, s2e2 (4 in all)"
    assert refused("season 2", dataset).message == message


def test_english_titles_are_never_romanised() -> None:
    assert refused("foo", BUNDLED).message == "nothing called 'foo'"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("映画", "film"),
        ("劇場版", "film"),
        ("めだりすと 劇場版", "film"),
        ("ﾌﾞﾙｰﾚｲ blu-ray", None),
        ("特報", "film-ultra-teaser"),
        ("第2期 最終回", "season-2-finale"),
        ("white cat", "s1e12"),
        ("shirones lesson", "s1e12"),
        ("medalist movie", "film"),
        ("episodes 3", "s1e3"),
        ("Medalist season 2 premiere", "season-2-premiere"),
        ("s2 premiere", "season-2-premiere"),
        ("season2 premiere", "season-2-premiere"),
        ("season 2 rink", "season-2-rink-event"),
        ("FILM", "film"),
    ],
)
def test_titles_of_the_bundled_dataset_are_found_in_both_languages(
    words: str, name: str | None
) -> None:
    if name is None:
        assert refused(words, BUNDLED).message == f"nothing called '{words}'"
    else:
        assert milestones.target(BUNDLED, words, AFTER).id == name


def test_an_episode_is_found_by_the_latin_form_of_its_title() -> None:
    titled = structs.replace(SHOW.episodes[1], title_ja="灰", title_latin="Hai")
    dataset = structs.replace(SHOW, episodes=(SHOW.episodes[0], titled))
    assert milestones.target(dataset, "hai", AFTER).id == "s2e2"


def test_an_alias_is_a_name() -> None:
    known = structs.replace(FILM, aliases=("the big one",))
    dataset = structs.replace(SHOW, milestones=(known, PREMIERE))
    assert milestones.target(dataset, "big one", AFTER).id == "film"


@pytest.mark.parametrize("words", ["season 3", "s3", "season three", "第3期", "Season 3 premiere"])
def test_a_season_that_nobody_announced_is_no_match_with_the_next_headline(words: str) -> None:
    with pytest.raises(NoMatch) as caught:
        milestones.target(BUNDLED, words, AFTER)
    assert caught.value.message == "no season 3 has been announced (facts checked 22 Nov 2026)"
    assert caught.value.advice == "Next: Medalist: The Movie (medalist countdown film)"


def test_a_season_has_no_advice_once_every_headline_is_past() -> None:
    with pytest.raises(NoMatch) as caught:
        milestones.check_season(BUNDLED, 3, LATE)
    assert caught.value.advice == ""


def test_a_season_that_only_a_milestone_has_is_that_milestone() -> None:
    third = milestone("third", "More of it", kind="season", season=3)
    dataset = structs.replace(SHOW, milestones=(*SHOW.milestones, third))
    assert milestones.target(dataset, "season 3", AFTER).id == "third"


def test_an_episode_that_nobody_knows_is_no_match() -> None:
    with pytest.raises(NoMatch, match="no episode 99 is known"):
        milestones.target(BUNDLED, "99", AFTER)


def test_a_hidden_title_finds_nothing() -> None:
    cut = spoilers.up_to(BUNDLED, spoilers.Seen(1, 1))
    assert refused("white cat", cut).message == "nothing called 'white cat'"


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        ("flim", "Did you mean film?"),
        ("preimere", "Did you mean premiere?"),
        ("seson-2-premiere", "Did you mean season-2-premiere?"),
        ("inori", "`medalist schedule` lists all dates."),
        ("opening", "`medalist schedule` lists all dates."),
        ("!!", "`medalist schedule` lists all dates."),
        ("xyzzyq", "`medalist schedule` lists all dates."),
    ],
)
def test_advice_is_a_near_misspelling_or_where_all_dates_are(words: str, advice: str) -> None:
    assert refused(words, BUNDLED).advice == advice


@pytest.mark.parametrize(
    ("title", "words", "advice"),
    [
        ("Zorb day", "zobr", "Did you mean zorb?"),
        ("Zor day", "zro", "`medalist schedule` lists all dates."),
    ],
)
def test_only_words_of_four_letters_may_be_misspelled(title: str, words: str, advice: str) -> None:
    dataset = structs.replace(SHOW, milestones=(milestone("it", title), PREMIERE))
    assert refused(words, dataset).advice == advice


def test_an_error_writes_control_characters_harmlessly() -> None:
    assert refused("xyz\x1b").message == "nothing called 'xyz^['"


@pytest.mark.parametrize(
    ("now", "name"),
    [
        ("2026-01-01T00:00Z", "rink"),
        ("2026-01-10T14:59:59Z", "rink"),
        ("2026-01-10T15:00:00Z", "premiere"),
        ("2026-01-24T16:59:59Z", "premiere"),
        ("2026-01-24T17:00:00Z", "s2e2"),
        ("2026-11-22T12:00:00Z", "film"),
        ("2027-02-01T00:00:00Z", "film"),
        ("2027-02-20T00:00:00Z", "book"),
    ],
)
def test_next_is_the_first_dated_milestone_that_is_not_past(now: str, name: str) -> None:
    assert milestones.target(SHOW, "next", at(now)).id == name


@pytest.mark.parametrize("dataset", [SHOW, without("sequel")])
def test_next_finds_nothing_once_every_date_is_past(dataset: Dataset) -> None:
    with pytest.raises(NoMatch, match="nothing is left to come"):
        milestones.target(dataset, "next", LATE)


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


def ordered(*several: Milestone, reader: str = "UTC") -> list[str]:
    return [each.id for each in milestones.in_order(several, zone(reader))]


def test_a_coarse_date_comes_after_its_last_day_and_no_date_at_the_end() -> None:
    year, month = (milestone(date, "A", tokyo(date)) for date in ("2027", "2027-01"))
    first, last = (milestone(date, "A", tokyo(date)) for date in ("2027-01-01", "2027-12-31"))
    names = ["2027-01-01", "2027-01", "2027-12-31", "2027", "sequel"]
    assert ordered(SEQUEL, year, month, last, first) == names


def test_equal_dates_stay_in_the_order_of_the_file() -> None:
    first, second = (milestone(name, "A", tokyo("2027-01-01")) for name in ("x", "a"))
    assert ordered(first, second) == ["x", "a"]


def test_a_whole_day_comes_after_the_clocks_that_the_reader_has_that_day() -> None:
    # 25:30 in Tokyo is the 24th in Paris and the 25th in Tokyo.
    clock = milestone("clock", "A", tokyo("2026-01-24", "25:30"))
    day = milestone("day", "A", tokyo("2026-01-24"))
    assert ordered(day, clock, reader="Europe/Paris") == ["clock", "day"]
    assert ordered(clock, day, reader="Asia/Tokyo") == ["day", "clock"]


def test_what_comes_after_another_milestone_follows_it() -> None:
    first = milestone("first", "A", tokyo("2026-03-01"))
    second = milestone("second", "A", tokyo("2026-06-01"))
    vague = milestone("vague", "A", tokyo("2026"), after="first")
    undated = milestone("undated", "A", after="second")
    names = ["first", "vague", "second", "undated"]
    assert ordered(undated, vague, second, first) == names


def test_what_has_a_day_keeps_its_place_whatever_it_comes_after() -> None:
    first = milestone("first", "A", tokyo("2026-03-01"))
    early = milestone("early", "A", tokyo("2026-02-01"), after="first")
    assert ordered(first, early) == ["early", "first"]


def test_milestones_that_come_after_each_other_still_have_an_order() -> None:
    one, two = (milestone(a, "A", after=b) for a, b in (("one", "two"), ("two", "one")))
    assert sorted(ordered(one, two)) == ["one", "two"]


def test_the_day_of_an_episode_takes_its_time_from_it() -> None:
    found = milestones.target(SHOW, "premiere", BEFORE)
    assert (found.when, found.runtime_minutes, found.inferred) == (
        SHOW.episodes[0].when,
        30,
        False,
    )
    guessed = structs.replace(SHOW, episodes=(structs.replace(SHOW.episodes[0], inferred=True),))
    assert milestones.target(guessed, "premiere", BEFORE).inferred


def test_an_episode_is_a_milestone_as_sure_as_its_date() -> None:
    told: dict[str, Any] = {
        "when": tokyo("2026-01-24", "25:30"),
        "inferred": True,
        "runtime_minutes": 24,
        "season": 2,
        "show": "show",
        "note": "Half an hour later.",
        "evidence": "Counted from the slot.",
        "sources": ("gazette",),
    }
    shown = Episode(
        episode=1, number=14, title="The Badge Test", title_ja="試験",
        confidence="one-source", dated="two-sources", **told,
    )  # fmt: skip
    assert milestones.of(shown) == Milestone(
        id="show/s2e1",
        title="Season 2 episode 1: The Badge Test",
        title_ja="第2期 第1話「試験」",
        kind="episode",
        confidence="two-sources",
        **told,
    )


def test_an_episode_without_a_title_has_its_number() -> None:
    assert milestones.titles(SHOW)["s2e2"] == "Season 2 episode 2"


def test_ids_end_with_next() -> None:
    assert milestones.ids(SHOW) == (
        *("sequel", "film", "premiere", "rink", "book"),
        *("s2e1", "s2e2", "next"),
    )


def test_a_countdown_tells_of_the_anchor_unless_it_is_the_anchor() -> None:
    shown = countdown.countdown(SHOW, FILM, AFTER).anchor
    text = "Season 2 premiere — aired 302 days ago, on Sat 24 Jan 2026"
    assert shown == Anchor(
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
    year = countdown.countdown(SHOW, BOOK, AFTER, (zone("UTC"),))
    assert year.zones == (Local(zone="UTC", local=None, days=40),)


@pytest.mark.parametrize(
    ("now", "bucket"),
    [("2026-01-24T15:30:01Z", "hour"), ("2026-01-24T16:30:00Z", None), (str(LATE), None)],
)
def test_only_what_is_upcoming_has_a_bucket(now: str, bucket: str | None) -> None:
    count = countdown.countdown(SHOW, milestones.anchor(SHOW), at(now))
    assert count.bucket == bucket


@pytest.mark.parametrize(
    ("words", "name"),
    [("season 2 episode 1", "s2e1"), ("2x3", "s2e3"), ("16", "s2e3"), ("第16話", "s2e3")],
)
def test_an_episode_is_found_by_its_number_in_any_form(words: str, name: str) -> None:
    assert milestones.target(BUNDLED, words, AFTER).id == name
