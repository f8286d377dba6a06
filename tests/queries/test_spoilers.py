"""The dataset as someone who has seen so much of the show may know it."""

import datetime as dt
import math
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from msgspec import structs

from medalist_cli.model.dataset import (
    Conflict,
    Credit,
    Dataset,
    Episode,
    Milestone,
    Name,
    Neighbour,
    Remark,
    Role,
    Season,
    Show,
    Source,
    Stream,
    Term,
    When,
)
from medalist_cli.queries import spoilers
from medalist_cli.queries.spoilers import NOTHING, Seen
from medalist_cli.storage import loader

HONEST: dict[str, Any] = {"sources": ("gazette",), "confidence": "two-sources"}


def tokyo(date: str) -> When:
    return When(date=date, clock="25:30", zone="Asia/Tokyo")


def episode(season: int, number: int) -> Episode:
    return Episode(
        season=season,
        episode=number,
        number=number + 2 * (season - 1),
        title=f"title of s{season}e{number}",
        title_literal=f"literal title of s{season}e{number}",
        title_ja=f"s{season}e{number}の題",
        summary=f"summary of s{season}e{number}",
        note=f"note on s{season}e{number}",
        key=True,
        when=tokyo(f"202{season}-01-0{number}"),
        runtime_minutes=30,
        **HONEST,
    )


def season(number: int) -> Season:
    about = {"title", "title_ja", "tagline", "tagline_ja", "premise", "arc", "manga", "ending"}
    texts: dict[str, Any] = {field: f"{field} of season {number}" for field in about}
    return Season(
        season=number, episodes=2, slot="late", studio="ENGI", expect=(f"hope for {number}",),
        **texts, **HONEST,
    )  # fmt: skip


def milestone(name: str, **more: Any) -> Milestone:
    return Milestone(
        id=name, title=f"title of {name}", kind="event", note=f"note on {name}",
        when=tokyo("2022-05-05"), **HONEST, **more,
    )  # fmt: skip


SHOW = Dataset(
    schema_version=1,
    as_of=dt.date(2026, 11, 22),
    show=Show(id="show", title="Show"),
    anchor="finale",
    milestones=(
        milestone("general"),
        milestone("tour", season=2),
        milestone("secret", since="s2e2"),
        milestone("finale", episode="s2e2"),
    ),
    seasons=(season(1), season(2)),
    episodes=(episode(1, 1), episode(1, 2), episode(2, 1), episode(2, 2)),
    cast=(
        Role(character=Name(name="First"), actor=Name(name="A"), seasons=(1, 2), **HONEST),
        Role(character=Name(name="Late"), actor=Name(), seasons=(1,), since="s1e2", **HONEST),
        Role(character=Name(name="Newcomer"), actor=Name(name="C"), seasons=(2,), **HONEST),
    ),
    staff=(Credit(role="director", name=Name(name="D"), seasons=(2,), **HONEST),),
    remarks=(Remark(season=1, speaker="D", text="told early", since="s2e2", **HONEST),),
    streams=(Stream(season=2, region="Japan", service="T", start=tokyo("2022-01-01"), **HONEST),),
    also_airing=(Neighbour(season=2, title="Other", **HONEST),),
    glossary=(Term(term="axel", meaning="a jump", **HONEST),),
    conflicts=(Conflict(seed_says="x", others_say="y", verdict="z", since="s1e2", **HONEST),),
    sources=(Source(id="gazette", title="Gazette"), Source(id="late", title="End", since="s2e2")),
)  # fmt: skip

KEPT: dict[type, set[str]] = {
    Episode: {"when", "dated"},
    Season: {"slot", "broadcaster", "also_on", "studio"},
    Milestone: {"kind", "when", "announced", "episode"},
    Stream: {"region", "service", "start", "url", "note"},
    Neighbour: {"title", "title_ja", "start", "studio"},
}
"""What stays of a later record: its dates, and where it can be seen."""
NO_TEXT = {"id", "sources", "confidence", "since"}


def strings(value: Any) -> Iterator[str]:
    """Yield every text within a value; what has no letter in it is a date or a number."""
    match value:
        case str() if any(map(str.isalpha, value)):
            yield value
        case dict():
            yield from strings(list(value.values()))
        case list() | tuple():
            for inner in value:
                yield from strings(inner)


def records(of: Dataset) -> Iterator[tuple[type, dict[str, Any]]]:
    for field in of.__struct_fields__:
        listed = getattr(of, field)
        for record in listed if isinstance(listed, tuple) else ():
            yield type(record), msgspec.to_builtins(record)


def place(record: dict[str, Any]) -> tuple[int, int]:
    """Return the season and episode that a record belongs to, as the contract has it."""
    match record:
        case {"season": int(season), "episode": int(number)}:
            return season, number
        case {"since": named}:
            season, _, number = named.removeprefix("s").partition("e")
            return int(season), int(number)
        case {"episode": str(day)}:
            return int(day[1 : day.index("e")]), 1
        case {"season": season}:
            return season, 1
        case {"seasons": seasons}:
            return min(seasons), 1
        case _:
            return 0, 0


def texts(of: Dataset, seen: Seen) -> tuple[set[str], set[str]]:
    """Return what may be left after `seen`, and what may not."""
    stays, goes = set(strings(msgspec.to_builtins(of.show))), set[str]()
    for kind, record in records(of):
        kept = KEPT.get(kind, set()) | NO_TEXT
        if kind is Milestone and "since" not in record:
            kept = kept | {"title"}
        for key, inner in record.items():
            may_stay = key in kept or place(record) <= seen
            (stays if may_stay else goes).update(strings(inner))
    return stays, goes - stays


BUNDLED = loader.load(None)
SEEN = [NOTHING, Seen(1, 1), Seen(1, 2), Seen(1, math.inf), Seen(2, 1), Seen(2, 2), Seen(2, 8)]


@pytest.mark.parametrize("seen", SEEN, ids=str)
@pytest.mark.parametrize("show", [SHOW, BUNDLED], ids=["small", "bundled"])
def test_no_text_of_a_later_record_is_left_anywhere(show: Dataset, seen: Seen) -> None:
    left = set(strings(msgspec.to_builtins(spoilers.up_to(show, seen))))
    _, goes = texts(show, seen)
    assert not left & goes


@pytest.mark.parametrize("seen", SEEN, ids=str)
@pytest.mark.parametrize("show", [SHOW, BUNDLED], ids=["small", "bundled"])
def test_every_text_of_what_is_seen_stays(show: Dataset, seen: Seen) -> None:
    left = set(strings(msgspec.to_builtins(spoilers.up_to(show, seen))))
    endings = {each.ending for each in show.seasons}
    for _, record in records(show):
        if place(record) <= seen:
            assert set(strings(record)) - endings <= left


@pytest.mark.parametrize("seen", SEEN, ids=str)
def test_dates_and_numbers_stay(seen: Seen) -> None:
    cut = spoilers.up_to(BUNDLED, seen)
    for whole, told in zip(BUNDLED.episodes, cut.episodes, strict=True):
        assert (told.id, told.number, told.when) == (whole.id, whole.number, whole.when)
        assert told.runtime_minutes == whole.runtime_minutes
    for dated, also in zip(BUNDLED.milestones, cut.milestones, strict=True):
        assert (also.id, also.kind, also.when) == (dated.id, dated.kind, dated.when)
    assert [each.episodes for each in cut.seasons] == [each.episodes for each in BUNDLED.seasons]
    assert (cut.streams, cut.also_airing) == (BUNDLED.streams, BUNDLED.also_airing)


def test_who_has_seen_everything_is_told_everything() -> None:
    for seen in (None, Seen(2, 2), Seen(2, math.inf), Seen(99, 99)):
        cut = spoilers.up_to(SHOW, seen)
        assert cut.hidden == ()
        assert msgspec.convert(msgspec.to_builtins(cut), Dataset) == SHOW


@pytest.mark.parametrize(
    ("seen", "hidden"),
    [
        (NOTHING, "4 later episodes hidden, and 7 records with them"),
        (Seen(1, 1), "3 later episodes hidden, and 6 records with them"),
        (Seen(1, 2), "2 later episodes hidden, and 4 records with them"),
        (Seen(1, math.inf), "2 later episodes hidden, and 4 records with them"),
        (Seen(1, 99), "2 later episodes hidden, and 4 records with them"),
        (Seen(2, 1), "1 later episode hidden, and 2 records with them"),
    ],
)
def test_what_is_hidden_is_counted(seen: Seen, hidden: str) -> None:
    assert spoilers.up_to(SHOW, seen).hidden == (hidden,)


def test_a_later_episode_is_no_turning_point() -> None:
    cut = spoilers.up_to(SHOW, Seen(2, 1)).episodes
    assert [each.key for each in cut] == [True, True, True, False]


def test_a_later_season_is_called_by_its_number() -> None:
    cut = spoilers.up_to(SHOW, Seen(1, math.inf)).seasons
    assert [each.title for each in cut] == ["title of season 1", "Season 2"]


def test_the_ending_of_a_season_is_told_after_its_last_episode() -> None:
    uneven = structs.replace(SHOW, episodes=(*SHOW.episodes, episode(1, 3)))
    endings = [
        [each.ending for each in spoilers.up_to(uneven, seen).seasons]
        for seen in (Seen(1, 2), Seen(1, 3), Seen(2, 1), Seen(2, 2))
    ]
    one, two = "ending of season 1", "ending of season 2"
    assert endings == [[None, None], [one, None], [one, None], [one, two]]


def test_a_season_without_episodes_never_tells_its_ending_to_who_is_within() -> None:
    bare = structs.replace(SHOW, episodes=())
    assert spoilers.up_to(bare, Seen(1, 99)).seasons[0].ending is None
    assert spoilers.up_to(bare, Seen(1, math.inf)).seasons[0].ending == "ending of season 1"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("S1E10", Seen(1, 10)),
        ("s1e10", Seen(1, 10)),
        ("1x10", Seen(1, 10)),
        ("1X10", Seen(1, 10)),
        ("S1", Seen(1, math.inf)),
        ("s12", Seen(12, math.inf)),
        ("s99e999", Seen(99, 999)),
        ("none", NOTHING),
        ("NONE", NOTHING),
    ],
)
def test_how_far_someone_has_watched_is_read_in_every_form(text: str, expected: Seen) -> None:
    assert spoilers.seen(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("", "1", "10", "E10", "S", "SxE", "S1E", "1x", "x10", "1e10", "S1 E10", "S1E10 "),
        *("S1E1E1", "S1E²", "S１E１", "S10000E1", "S1.5", "-1x1", "all", "s1e1\n"),
    ],
)
def test_what_names_no_episode_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=" is not an episode such as S1E10, 1x10, S1 or none"):
        spoilers.seen(text)


@pytest.mark.parametrize(
    ("name", "title", "note"),
    [
        ("general", "title of general", "note on general"),
        ("tour", "title of tour", None),
        ("secret", "Event", None),
        ("finale", "title of finale", None),
    ],
)
def test_a_later_milestone_keeps_its_title_unless_that_tells(
    name: str, title: str, note: str | None
) -> None:
    cut = {each.id: each for each in spoilers.up_to(SHOW, Seen(1, 2)).milestones}
    assert (cut[name].title, cut[name].note) == (title, note)
