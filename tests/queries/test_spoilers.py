"""What someone may see who has watched a show up to some episode."""

import datetime as dt
import math
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from msgspec import structs

from medalist_cli.errors import NoMatch, UsageError
from medalist_cli.model.dataset import (
    Arc,
    Conflict,
    Credit,
    Dataset,
    Episode,
    Link,
    Milestone,
    Name,
    Remark,
    Role,
    Season,
    Show,
    Song,
    Source,
    Stream,
    Term,
    When,
)
from medalist_cli.queries import spoilers
from medalist_cli.queries.spoilers import EVERYTHING, NOTHING, Seen, Watched
from medalist_cli.storage import loader

HONEST: dict[str, Any] = {"sources": ("gazette",), "confidence": "two-sources"}


def tokyo(date: str) -> When:
    return When(date=date, clock="25:30", zone="Asia/Tokyo")


def episode(season: int, number: int, show: str | None = None) -> Episode:
    return Episode(
        season=season,
        episode=number,
        number=number + 2 * (season - 1),
        title=f"title of s{season}e{number}",
        title_literal=f"literal title of s{season}e{number}",
        title_ja=f"s{season}e{number}の題",
        title_latin=f"latin title of s{season}e{number}",
        summary=f"summary of s{season}e{number}",
        note=f"note on s{season}e{number}",
        evidence=f"evidence for s{season}e{number}",
        key=True,
        when=tokyo(f"202{season}-01-0{number}"),
        runtime_minutes=30,
        show=show,
        **HONEST,
    )


def season(number: int) -> Season:
    public = ("title", "title_ja", "tagline", "tagline_ja", "premise", "manga", "ending", "slot")
    texts: dict[str, Any] = {field: f"{field} of season {number}" for field in public}
    return Season(
        season=number, episodes=2, studio="ENGI", expect=(f"hope for season {number}",),
        **texts, **HONEST,
    )  # fmt: skip


def milestone(name: str, **more: Any) -> Milestone:
    return Milestone(
        id=name, title=f"title of {name}", title_ja=f"{name}の題", aliases=(f"alias of {name}",),
        kind="event", note=f"note on {name}", evidence=f"evidence for {name}",
        when=tokyo("2022-05-05"), **HONEST, **more,
    )  # fmt: skip


SHOW = Dataset(
    schema_version=2,
    as_of=dt.date(2026, 11, 22),
    show=Show(id="show", title="Show"),
    anchor="finale",
    milestones=(
        milestone("general"),
        milestone("tour", season=2),
        milestone("secret", since="s2e2"),
        milestone("teaser", note_since="s1e2"),
        milestone("finale", episode="s2e2"),
    ),
    seasons=(season(1), structs.replace(season(2), premise_since="s1e2", expect_since="s2e1")),
    episodes=(episode(1, 1), episode(1, 2), episode(2, 1), episode(2, 2)),
    arcs=(
        Arc(season=1, name="first arc", first=1, last=1, **HONEST),
        Arc(season=2, name="second arc", first=2, last=2, **HONEST),
    ),
    cast=(
        Role(character=Name(name="Main One"), actor=Name(name="A"), seasons=(1, 2), **HONEST),
        Role(character=Name(name="Late One"), actor=Name(), seasons=(1,), since="s1e2", **HONEST),
        Role(
            character=Name(name="New One"), actor=Name(), seasons=(2,), note="tells more",
            note_since="s2e2", **HONEST,
        ),
    ),
    staff=(Credit(role="director", name=Name(name="Some Director"), seasons=(2,), **HONEST),),
    songs=(Song(season=2, kind="opening", title="Some Song", artist="Some Band", **HONEST),),
    remarks=(
        Remark(season=2, speaker="D", text="said before", **HONEST),
        Remark(season=1, speaker="D", text="tells the end", since="s2e2", **HONEST),
    ),
    streams=(Stream(season=2, countries=("JP",), service="Some Stream", **HONEST),),
    links=(
        Link(kind="trailer", title="Some Trailer", season=2, **HONEST),
        Link(kind="trailer", title="Telling Trailer", season=2, since="s2e1", **HONEST),
    ),
    glossary=(
        Term(term="axel", meaning="a jump", **HONEST),
        Term(term="telling term", meaning="what it is", since="s1e2", **HONEST),
    ),
    conflicts=(
        Conflict(
            topic="telling topic", article_says="x", others_say="y", verdict="z", since="s1e2",
            **HONEST,
        ),
    ),
    sources=(
        Source(id="gazette", title="Gazette"),
        Source(id="late", title="Telling Headline", since="s2e2"),
    ),
)  # fmt: skip

PUBLIC = {
    "title of general", "title of tour", "note on tour", "title of teaser", "title of finale",
    "note on finale", "alias of finale", "title of season 2", "title_ja of season 2",
    "tagline of season 2", "tagline_ja of season 2", "manga of season 2", "slot of season 2",
    "premise of season 1", "hope for season 1", "Main One", "New One", "Some Director",
    "Some Song", "Some Band", "said before", "Some Stream", "Some Trailer", "axel", "a jump",
    "Gazette", "ENGI", "Show",
}  # fmt: skip
"""What was known before the first season began."""

LATER: dict[Seen, set[str]] = {
    Seen(1, 1): {
        *(f"{part} of s1e1" for part in ("title", "literal title", "latin title", "summary")),
        *("s1e1の題", "note on s1e1", "evidence for s1e1", "first arc"),
    },
    Seen(1, 2): {
        *(f"{part} of s1e2" for part in ("title", "literal title", "latin title", "summary")),
        *("s1e2の題", "note on s1e2", "evidence for s1e2", "ending of season 1", "Late One"),
        *("premise of season 2", "note on teaser", "evidence for teaser"),
        *("telling term", "what it is", "telling topic"),
    },
    Seen(2, 1): {
        *(f"{part} of s2e1" for part in ("title", "literal title", "latin title", "summary")),
        *("s2e1の題", "note on s2e1", "evidence for s2e1", "hope for season 2", "Telling Trailer"),
    },
    Seen(2, 2): {
        *(f"{part} of s2e2" for part in ("title", "literal title", "latin title", "summary")),
        *("s2e2の題", "note on s2e2", "evidence for s2e2", "ending of season 2", "second arc"),
        *("title of secret", "secretの題", "alias of secret", "note on secret"),
        *("evidence for secret", "tells more", "tells the end", "Telling Headline"),
    },
}
"""What each episode adds."""

BUNDLED = loader.load(None)
SEEN = [NOTHING, Seen(1, 1), Seen(1, 2), Seen(1, math.inf), Seen(2, 1), Seen(2, 2), Seen(9, 9)]


def strings(value: Any) -> Iterator[str]:
    """Yield every text within a value, keys apart."""
    match value:
        case str():
            yield value
        case dict():
            yield from strings(list(value.values()))
        case list() | tuple():
            for inner in value:
                yield from strings(inner)


def texts(of: Dataset) -> set[str]:
    dataset = msgspec.convert(of, Dataset, from_attributes=True)  # without the notes of a cut one
    return set(strings(msgspec.to_builtins(dataset)))


@pytest.mark.parametrize("seen", SEEN, ids=str)
def test_each_text_is_shown_from_its_episode_on(seen: Seen) -> None:
    shown = texts(spoilers.up_to(SHOW, seen))
    for place, added in LATER.items():
        assert shown & added == (added if place <= seen else set())


@pytest.mark.parametrize("seen", SEEN, ids=str)
def test_what_was_public_before_a_season_is_never_hidden_by_it(seen: Seen) -> None:
    assert texts(spoilers.up_to(SHOW, seen)) >= PUBLIC


def test_the_lists_of_this_file_have_every_text_that_is_no_id() -> None:
    known = PUBLIC.union(*LATER.values())
    rest = {text for text in texts(SHOW) - known if " " in text}
    assert rest == {
        *(f"evidence for {name}" for name in ("general", "tour", "finale")),
        *("note on general", "alias of general", "alias of tour", "alias of teaser"),
        *(f"{part} of season 1" for part in ("title", "title_ja", "tagline", "tagline_ja")),
        *("manga of season 1", "slot of season 1"),
    }


@pytest.mark.parametrize("seen", SEEN, ids=str)
def test_ids_numbers_dates_and_services_stay(seen: Seen) -> None:
    cut = spoilers.up_to(BUNDLED, seen)
    for whole, shown in zip(BUNDLED.episodes, cut.episodes, strict=True):
        assert (shown.id, shown.number, shown.when) == (whole.id, whole.number, whole.when)
        assert shown.runtime_minutes == whole.runtime_minutes
    for dated, also in zip(BUNDLED.milestones, cut.milestones, strict=True):
        assert (also.id, also.kind, also.when) == (dated.id, dated.kind, dated.when)
    assert [each.episodes for each in cut.seasons] == [each.episodes for each in BUNDLED.seasons]
    assert (cut.streams, cut.also_airing) == (BUNDLED.streams, BUNDLED.also_airing)


@pytest.mark.parametrize(
    "seen", [None, {}, EVERYTHING, Seen(2, 2), Seen(2, math.inf), Seen(99, 99)]
)
def test_nothing_is_hidden_from_who_has_seen_everything(seen: Any) -> None:
    cut = spoilers.up_to(SHOW, seen)
    assert cut.hidden == ()
    assert msgspec.convert(msgspec.to_builtins(cut), Dataset) == SHOW


@pytest.mark.parametrize(
    ("seen", "hidden"),
    [
        (NOTHING, "all spoilers hidden (4 episodes)"),
        (Seen(1, 1), "spoilers after S1E1 hidden (3 episodes)"),
        (Seen(1, math.inf), "spoilers after S1 hidden (2 episodes)"),
        (Seen(1, 99), "spoilers after S1E99 hidden (2 episodes)"),
        (Seen(2, 1), "spoilers after S2E1 hidden (1 episode)"),
    ],
)
def test_hidden_episodes_are_counted(seen: Seen, hidden: str) -> None:
    assert spoilers.up_to(SHOW, seen).hidden == (hidden,)


@pytest.mark.parametrize("limits", [{"other": NOTHING}, {"show": EVERYTHING}])
def test_what_limits_nothing_of_the_dataset_is_no_limit(limits: dict[str, Seen]) -> None:
    cut = spoilers.up_to(SHOW, limits)
    assert (cut.limits, cut.hidden) == ({}, ())


def test_the_only_show_of_a_list_is_not_named() -> None:
    listed = structs.replace(SHOW, shows=(SHOW.show,))
    assert spoilers.up_to(listed, NOTHING).hidden == ("all spoilers hidden (4 episodes)",)


def test_a_later_episode_is_no_key_episode() -> None:
    cut = spoilers.up_to(SHOW, Seen(2, 1)).episodes
    assert [each.key for each in cut] == [True, True, True, False]


def test_a_later_milestone_is_called_by_its_kind() -> None:
    cut = {each.id: each for each in spoilers.up_to(SHOW, Seen(2, 1)).milestones}
    assert (cut["secret"].title, cut["secret"].note) == ("Event", None)


def test_the_ending_of_a_season_belongs_to_its_last_episode() -> None:
    uneven = structs.replace(SHOW, episodes=(*SHOW.episodes, episode(1, 3)))
    endings = [
        [each.ending for each in spoilers.up_to(uneven, seen).seasons]
        for seen in (Seen(1, 2), Seen(1, 3), Seen(2, 1), Seen(2, 2))
    ]
    one, two = "ending of season 1", "ending of season 2"
    assert endings == [[None, None], [one, None], [one, None], [one, two]]


def test_a_season_without_episodes_hides_its_ending_until_all_of_it_is_seen() -> None:
    bare = structs.replace(SHOW, episodes=())
    assert spoilers.up_to(bare, Seen(1, 99)).seasons[0].ending is None
    assert spoilers.up_to(bare, Seen(1, math.inf)).seasons[0].ending == "ending of season 1"


# What the bundled dataset once gave away.


def test_the_badge_test_is_not_named_to_who_has_seen_one_episode() -> None:
    arcs = [arc.name for arc in spoilers.up_to(BUNDLED, Seen(1, 1)).arcs]
    assert not [name for name in arcs if "Level 6" in name]
    assert arcs


def test_the_second_season_does_not_tell_its_result_to_who_has_begun_it() -> None:
    cut = spoilers.up_to(BUNDLED, Seen(2, 1))
    assert cut.seasons[1].ending is None
    assert cut.seasons[1].premise
    assert not [arc for arc in cut.arcs if arc.season == 2 and arc.first > 1]


def test_who_has_seen_nothing_still_sees_the_main_cast_the_staff_and_the_title() -> None:
    cut = spoilers.up_to(BUNDLED, NOTHING)
    assert "Inori" in {role.character.given for role in cut.cast}
    assert cut.staff == BUNDLED.staff
    assert cut.show == BUNDLED.show
    assert not [role for role in cut.cast if role.since]


def test_who_has_seen_a_season_is_told_what_to_expect_of_the_next() -> None:
    assert spoilers.up_to(BUNDLED, Seen(1, math.inf)).seasons[1].expect == BUNDLED.seasons[1].expect


# Several shows.

WATCHLIST = structs.replace(
    SHOW,
    show=Show(id="watchlist", title="Watchlist"),
    shows=(Show(id="one", title="One"), Show(id="two", title="Two")),
    milestones=(milestone("a", since="s1e2", show="one"), milestone("b", since="s1e2", show="two")),
    episodes=tuple(episode(1, number, show) for show in ("one", "two") for number in (1, 2)),
    **dict.fromkeys(("seasons", "arcs", "cast", "staff", "songs", "remarks", "streams"), ()),
    **dict.fromkeys(("links", "glossary", "conflicts"), ()),
)


def test_a_limit_cuts_its_own_show_alone() -> None:
    cut = spoilers.up_to(WATCHLIST, {"one": Seen(1, 1)})
    assert [each.title is None for each in cut.episodes] == [False, True, False, False]
    assert [each.title for each in cut.milestones] == ["Event", "title of b"]
    assert cut.hidden == ("One: spoilers after S1E1 hidden (1 episode)",)


def test_a_limit_for_every_show_cuts_every_show() -> None:
    cut = spoilers.up_to(WATCHLIST, Seen(1, 1))
    assert [each.title is None for each in cut.episodes] == [False, True, False, True]
    assert len(cut.hidden) == 2


def test_a_limit_for_a_show_that_is_not_there_hides_nothing() -> None:
    assert spoilers.up_to(SHOW, {"other": NOTHING}).hidden == ()


# How people write how far they have watched.


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        *(("S1E10", Seen(1, 10)), ("s1e10", Seen(1, 10)), ("1x10", Seen(1, 10))),
        *(("S1", Seen(1, math.inf)), ("season 2", Seen(2, math.inf)), ("第1期", Seen(1, math.inf))),
        *(("16", Seen(2, 3)), ("第16話", Seen(2, 3)), ("#16", Seen(2, 3)), ("ep 16", Seen(2, 3))),
        *(("none", NOTHING), ("NONE", NOTHING), ("all", EVERYTHING), ("medalist/16", Seen(2, 3))),
        *(("s99e999", Seen(99, 999)), ("season 2 episode 3", Seen(2, 3)), ("１６", Seen(2, 3))),
    ],
)
def test_a_limit_is_read_in_every_form(text: str, seen: Seen) -> None:
    assert spoilers.watched(text) == Watched(text)
    assert spoilers.limits(BUNDLED, text) == {"medalist": seen}


@pytest.mark.parametrize(
    "text", ["", "E10", "S", "SxE", "S1E", "1x", "x10", "1e10", "S1E1E1", "S1.5", "-1x1", "some"]
)
def test_what_is_no_episode_is_refused_as_a_limit(text: str) -> None:
    what = " is not an episode such as S1E10, 1x10, 16, S1, none or all"
    with pytest.raises(ValueError, match=what):
        spoilers.watched(text)
    with pytest.raises(UsageError, match=what):
        spoilers.limits(BUNDLED, text)


def test_a_running_number_that_no_episode_has_is_no_match() -> None:
    with pytest.raises(NoMatch, match="no episode 99 is known"):
        spoilers.limits(BUNDLED, "99")


def test_a_limit_for_another_show_says_nothing() -> None:
    assert spoilers.limits(BUNDLED, "other/S1E1") == {}


def test_a_limit_without_a_show_is_for_every_show_of_a_watchlist() -> None:
    assert spoilers.limits(WATCHLIST, "2") == {"one": Seen(1, 2), "two": Seen(1, 2)}
    assert spoilers.limits(WATCHLIST, "two/none") == {"two": NOTHING}


@pytest.mark.parametrize("seen", [Seen(1, 10), Seen(1234567, 7654321), Seen(2, math.inf), NOTHING])
def test_a_limit_is_written_so_that_it_can_be_read_again(seen: Seen) -> None:
    assert spoilers.limits(BUNDLED, str(seen)) == {"medalist": seen}
