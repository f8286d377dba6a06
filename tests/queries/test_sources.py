"""Which source says what, and where sources disagree."""

import datetime as dt

import pytest
from msgspec import structs

from medalist_cli.errors import NoMatch
from medalist_cli.model.dataset import (
    Claim,
    Conflict,
    Dataset,
    Episode,
    Manga,
    Milestone,
    Name,
    Show,
    Source,
    Term,
    When,
)
from medalist_cli.queries import sources

GAZETTE = Source(id="gazette", title="Gazette", publisher="Press", url="https://example.org/1")
CLUB = Source(id="club", title="Club site", published="2026-01", note="Archived.")
CONFLICT = Conflict(
    topic="Day", article_says="Monday", others_say="Tuesday", verdict="Tuesday",
    sources=("club",), confidence="two-sources",
)  # fmt: skip
SHOW = Dataset(
    schema_version=2,
    as_of=dt.date(2026, 11, 22),
    show=Show(id="show", title="Show"),
    anchor="film",
    milestones=(
        Milestone(
            id="film", title="Film", kind="film",
            sources=("club", "gone", "gazette"), confidence="two-sources",
        ),
    ),
    episodes=(Episode(season=1, episode=1, number=1, sources=("club",), confidence="one-source"),),
    glossary=(Term(term="axel", meaning="a jump", sources=("club",), confidence="one-source"),),
    conflicts=(CONFLICT,),
    sources=(GAZETTE, CLUB),
)  # fmt: skip


def listed(wanted: str = "") -> list[str]:
    return [row.id for row in sources.sources(SHOW, wanted).rows]


def test_all_sources_come_in_the_order_of_the_file() -> None:
    assert listed() == ["gazette", "club"]


def test_a_source_is_found_by_its_id() -> None:
    (row,) = sources.sources(SHOW, "club").rows
    assert (row.title, row.published, row.note) == ("Club site", "2026-01", "Archived.")


def test_a_milestone_has_its_sources_in_the_order_it_names_them() -> None:
    assert listed("film") == ["club", "gazette"]


def test_an_episode_has_its_sources() -> None:
    assert listed("s1e1") == listed("S1E1") == ["club"]


def test_each_source_has_the_dates_it_supports_from_exact_to_vague() -> None:
    film = structs.replace(
        SHOW.milestones[0],
        when=When(date="2027-02-19", zone="Asia/Tokyo"),
        claims=(
            claim("2027-02-19", "gazette"),
            claim("2027", "club", "gazette"),
            claim("2027-02-19", "club", clock="25:30"),
        ),
        evidence="The club wrote to us.",
    )
    found = sources.sources(structs.replace(SHOW, milestones=(film,)), "film")
    assert [(row.id, row.claim) for row in found.rows] == [
        ("gazette", "19 Feb 2027, 2027"),
        ("club", "2027, 19 Feb 2027, 25:30"),
    ]
    assert {row.evidence for row in found.rows} == {found.evidence} == {"The club wrote to us."}


def claim(date: str, *names: str, clock: str | None = None) -> Claim:
    when = When(date=date, clock=clock, zone="Asia/Tokyo")
    return Claim(when=when, sources=names, confidence="one-source")


@pytest.mark.parametrize(
    ("wanted", "title"),
    [("", "All sources"), ("film", "Sources for Film"), ("club", "Source club")],
)
def test_the_title_says_what_the_sources_are_for(wanted: str, title: str) -> None:
    assert sources.sources(SHOW, wanted).title == title


def test_facts_are_the_records_that_name_a_source() -> None:
    assert [row.facts for row in sources.sources(SHOW, "").rows] == [1, 4]
    manga = Manga(title="M", author=Name(), sources=("gazette",), confidence="one-source")
    shown = sources.sources(structs.replace(SHOW, manga=manga), "")
    assert [row.facts for row in shown.rows] == [2, 4]


def test_an_unknown_id_suggests_the_nearest() -> None:
    with pytest.raises(NoMatch) as caught:
        listed("gazete")
    assert caught.value.message == "no source or milestone has the id 'gazete'"
    assert caught.value.advice == "Did you mean gazette?"


def test_an_id_like_none_is_advised_the_whole_list() -> None:
    with pytest.raises(NoMatch) as caught:
        listed("xyzzy")
    assert caught.value.advice == "`medalist sources` lists all."


def test_a_conflict_has_both_sides_and_a_verdict() -> None:
    (row,) = sources.conflicts(SHOW)
    assert (row.article_says, row.others_say, row.verdict) == ("Monday", "Tuesday", "Tuesday")


def test_without_conflicts_there_is_no_match() -> None:
    with pytest.raises(NoMatch, match=r"^no conflicts between sources are known$"):
        sources.conflicts(structs.replace(SHOW, conflicts=()))
