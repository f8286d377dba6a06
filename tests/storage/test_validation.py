"""Dataset validation: structure at every place, dates and ids."""

import copy
import datetime as dt
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from conftest import SERIES
from msgspec import structs

from medalist_cli.model.dataset import (
    Claim,
    Dataset,
    Earlier,
    Episode,
    Link,
    Milestone,
    Name,
    Role,
    Season,
    Show,
    Source,
    Stream,
    When,
)
from medalist_cli.storage import validation

DOCUMENT = json.loads(SERIES.read_bytes())
"""A dataset that uses every field."""

ONE_OF_EVERY_TYPE: dict[type, Any] = {dict: {}, list: [], str: "?", int: 1, float: 0.5, bool: True}

Place = tuple[str | int, ...]


def places(value: Any, place: Place = ()) -> Iterator[Place]:
    """Yield the place of every value, containers first."""
    yield place
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield from places(value[key], (*place, key))


def written(place: Place) -> str:
    return "$" + "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in place)


def within(document: Any, place: Place) -> Any:
    for key in place:
        document = document[key]
    return document


FIRST_PLACES = {re.sub(r"\[\d+\]", "[]", written(p)): p for p in reversed([*places(DOCUMENT)])}


def with_value(place: Place, value: Any, document: Any = DOCUMENT) -> Any:
    """Return the document with another value at one place; the rest is shared."""
    if not place:
        return value
    first, *rest = place
    changed = copy.copy(document)
    changed[first] = with_value((*rest,), value, document[first]) if rest else value
    return changed


def test_the_series_is_valid() -> None:
    assert [*validation.structural_errors(DOCUMENT)] == []


@pytest.mark.parametrize("place", FIRST_PLACES.values(), ids=FIRST_PLACES)
def test_a_value_of_the_wrong_type_is_the_only_problem_reported(place: Place) -> None:
    kind = type(within(DOCUMENT, place))
    for value in (value for other, value in ONE_OF_EVERY_TYPE.items() if other is not kind):
        (problem,) = validation.structural_errors(with_value(place, value))
        assert problem.startswith(f"{written(place)}: ")


@pytest.mark.parametrize(
    ("place", "value", "what"),
    [
        ("show.id", "", "expected `str` of length >= 1"),
        ("show.title", None, "expected `str`, got `null`"),
        ("milestones[1].kind", "movie", "invalid enum value 'movie'"),
        ("milestones[1].sources[1]", "", "expected `str` of length >= 1"),
        ("milestones[1].confidence", "sure", "invalid enum value 'sure'"),
        ("milestones[1].headline", None, "expected `bool`, got `null`"),
        ("milestones[1].runtime_minutes", 0, "expected `int` >= 1"),
        ("milestones[1].runtime_minutes", True, "expected `int | null`, got `bool`"),
        ("milestones[1].runtime_minutes", 10**400, "expected `int` <= 9999"),
        ("episodes[0].season", -1, "expected `int` >= 1"),
        ("episodes[0].season", 10000, "expected `int` <= 9999"),
        ("episodes[0].episode", 1.0, "expected `int`, got `float`"),
        ("cast[0].seasons[1]", True, "expected `int`, got `bool`"),
        ("cast[0].actor", None, "expected `object`, got `null`"),
    ],
)
def test_an_invalid_value_is_reported_with_its_path(place: str, value: Any, what: str) -> None:
    keys = re.findall(r"\w+", place)
    changed = with_value(tuple(int(key) if key.isdigit() else key for key in keys), value)
    assert [*validation.structural_errors(changed)] == [f"$.{place}: {what}"]


@pytest.mark.parametrize(
    "date",
    ["", "2026-1", "2026-01-24T25:30", "24.01.2026", "２０２６", "2026-01-", "+2026", "2026-001"],
)
def test_a_date_not_in_iso_format_is_a_structural_problem(date: str) -> None:
    changed = with_value(("milestones", 0, "when", "date"), date)
    assert "$.milestones[0].when.date: " in next(validation.structural_errors(changed))


@pytest.mark.parametrize("clock", ["", "1:30", "30:00", "25:60", "25:30:00", "25.30", "２５:30"])
def test_an_invalid_clock_is_a_problem(clock: str) -> None:
    when = When(date="2026-01-24", clock=clock, zone="Asia/Tokyo")
    structural = [
        *validation.structural_errors(with_value(("milestones", 0, "when", "clock"), clock))
    ]
    assert structural or [*validation.semantic_errors(dated(when))]


def test_each_record_reports_one_problem() -> None:
    changed = copy.deepcopy(DOCUMENT)
    changed["cast"][0] = {"seasons": "?"}
    changed["cast"][1] = changed["staff"][0] = None
    paths = [problem.partition(": ")[0] for problem in validation.structural_errors(changed)]
    assert paths == ["$.cast[0].seasons", "$.cast[1]", "$.staff[0]"]


def test_control_characters_in_keys_are_escaped() -> None:
    assert [*validation.unknown_keys(DOCUMENT | {"\x1b[31m\n": 1})] == ["$.^[[31m "]


def test_unknown_keys_are_found_at_any_depth() -> None:
    changed = copy.deepcopy(DOCUMENT)
    changed["milestones"][0]["when"]["era"] = "Reiwa"
    changed["cast"][0]["character"]["age"] = 5
    changed["cast"][0]["x"] = {"y": 1}
    assert {*validation.unknown_keys(changed)} == {
        "$.milestones[0].when.era",
        "$.cast[0].character.age",
        "$.cast[0].x",
    }


FILM = Milestone(
    id="film", title="Film", kind="film", sources=("gazette",), confidence="two-sources"
)
EPISODE = Episode(season=1, episode=1, number=1, sources=(), confidence="two-sources")
SEASON = Season(season=1, title="One", sources=(), confidence="two-sources")
STREAM = Stream(
    season=1, service="Some Stream", countries=("JP",), sources=(), confidence="two-sources"
)
VALID = Dataset(
    schema_version=2,
    as_of=dt.date(2026, 11, 22),
    show=Show(id="show", title="Show"),
    anchor="film",
    milestones=(FILM,),
    episodes=(EPISODE,),
    sources=(Source(id="gazette", title="Gazette"),),
)


def dated(when: When) -> Dataset:
    return structs.replace(VALID, milestones=(structs.replace(FILM, when=when),))


def problems_with(**changes: Any) -> list[str]:
    return [*validation.semantic_errors(structs.replace(VALID, **changes))]


def test_a_valid_dataset_has_no_problem() -> None:
    assert problems_with() == []


def test_an_episode_can_be_the_anchor() -> None:
    assert problems_with(anchor="s1e1") == []


def test_an_unknown_anchor_is_a_problem() -> None:
    assert problems_with(anchor="flim") == ["$.anchor: no milestone has the id 'flim'"]


@pytest.mark.parametrize(
    ("field", "record", "name"),
    [
        ("milestones", FILM, "id 'film'"),
        ("sources", VALID.sources[0], "id 'gazette'"),
        ("seasons", SEASON, "season '1'"),
    ],
)
def test_a_duplicate_id_is_a_problem(field: str, record: Any, name: str) -> None:
    assert problems_with(**{field: (record, record)})[0] == f"$.{field}[1]: duplicate {name}"


def test_an_episode_with_the_id_of_another_is_a_problem() -> None:
    other = structs.replace(EPISODE, number=2)
    assert problems_with(episodes=(EPISODE, other)) == ["$.episodes[1]: duplicate id 's1e1'"]


def test_a_running_number_that_two_episodes_have_is_a_problem() -> None:
    other = structs.replace(EPISODE, episode=2)
    assert problems_with(episodes=(EPISODE, other)) == ["$.episodes[1]: duplicate number '1'"]


def test_a_milestone_with_the_id_of_an_episode_is_a_problem() -> None:
    film = structs.replace(FILM, id="s1e1")
    assert problems_with(milestones=(film,), anchor="s1e1") == [
        "$.episodes[0]: duplicate id 's1e1'"
    ]


def test_shows_have_ids_and_numbers_of_their_own() -> None:
    shows = (Show(id="a", title="A"), Show(id="b", title="B"))
    both = tuple(structs.replace(EPISODE, show=show) for show in ("a", "b"))
    seasons = tuple(structs.replace(SEASON, show=show) for show in ("a", "b"))
    assert problems_with(shows=shows, episodes=both, seasons=seasons) == []
    assert problems_with(shows=(*shows, shows[0])) == ["$.shows[2]: duplicate id 'a'"]
    assert problems_with(shows=shows, seasons=(*seasons, seasons[1])) == [
        "$.seasons[2]: duplicate season '1 of b'"
    ]


def test_a_record_of_an_unknown_show_is_a_problem() -> None:
    season = structs.replace(SEASON, show="x")
    assert problems_with(seasons=(season,)) == ["$.seasons[0].show: no show has the id 'x'"]


@pytest.mark.parametrize(
    "places",
    [
        {"countries": (), "everywhere_except": None},
        {"countries": ("JP",), "everywhere_except": ()},
        {"countries": ("JP",), "everywhere_except": ("US",)},
    ],
)
def test_a_stream_has_either_countries_or_everywhere_but_some(places: dict[str, Any]) -> None:
    stream = structs.replace(STREAM, **places)
    what = "$.streams[0]: needs either countries or everywhere_except"
    assert problems_with(streams=(stream,)) == [what]


@pytest.mark.parametrize(
    "places", [{}, {"countries": (), "everywhere_except": ()}, {"countries": ("US", "JP")}]
)
def test_a_stream_for_some_countries_or_for_all_is_valid(places: dict[str, Any]) -> None:
    assert problems_with(streams=(structs.replace(STREAM, **places),)) == []


def claim(date: str, clock: str | None = None, sources: tuple[str, ...] = ("gazette",)) -> Claim:
    when = When(date=date, clock=clock, zone="UTC")
    return Claim(when=when, sources=sources, confidence="one-source")


@pytest.mark.parametrize(
    ("when", "is_valid"),
    [
        (When(date="2027-02-19", zone="UTC"), True),
        (When(date="2027-02-19", clock="10:00", zone="UTC"), True),  # more exact than any claim
        (When(date="2027-02", zone="UTC"), False),
        (When(date="2027", zone="UTC"), False),
        (None, False),
    ],
)
def test_a_date_is_as_exact_as_the_most_exact_of_its_claims(
    when: When | None, is_valid: bool
) -> None:
    film = structs.replace(FILM, when=when, claims=(claim("2027"), claim("2027-02-19")))
    what = "$.milestones[0].when: not the most exact of its claims"
    assert problems_with(milestones=(film,)) == ([] if is_valid else [what])


def test_a_clock_is_more_exact_than_a_day() -> None:
    day = When(date="2027-02-19", zone="UTC")
    film = structs.replace(FILM, when=day, claims=(claim("2027-02-19", "10:00"),))
    what = "$.milestones[0].when: not the most exact of its claims"
    assert problems_with(milestones=(film,)) == [what]


def test_a_claim_of_an_unknown_source_or_date_is_a_problem() -> None:
    when = When(date="2027-02-19", zone="UTC")
    unknown = structs.replace(FILM, when=when, claims=(claim("2027-02-19", sources=("x",)),))
    never = structs.replace(FILM, id="b", when=when, claims=(claim("2027-02-30"),))
    assert problems_with(milestones=(unknown, never)) == [
        "$.milestones[0].claims[0].sources[0]: no source has the id 'x'",
        "$.milestones[1].claims[0].when: there is no such date as '2027-02-30'",
    ]


def test_a_date_that_moved_was_a_date() -> None:
    earlier = Earlier(when=When(date="2027-13", zone="UTC"), as_of=dt.date(2026, 1, 1))
    film = structs.replace(FILM, was=(earlier,))
    what = "$.milestones[0].was[0].when: there is no such date as '2027-13'"
    assert problems_with(milestones=(film,)) == [what]


def test_a_milestone_comes_after_one_that_there_is() -> None:
    film = structs.replace(FILM, after="flim")
    what = "$.milestones[0].after: no milestone has the id 'flim'"
    assert problems_with(milestones=(film,)) == [what]


def test_what_a_record_does_not_say_is_not_so() -> None:
    said = [FILM.headline, FILM.happened, FILM.inferred, FILM.unconfirmed]
    said += [EPISODE.inferred, EPISODE.key, STREAM.inferred, claim("2027").official]
    assert not any(said)


@pytest.mark.parametrize("field", ["since", "note_since", "premise_since", "expect_since"])
def test_an_unknown_episode_is_a_problem_in_every_field(field: str) -> None:
    season = structs.replace(SEASON, **{field: "s9e9"})
    what = f"$.seasons[0].{field}: no episode has the id 's9e9'"
    assert problems_with(seasons=(season,)) == [what]


def test_a_character_first_appears_in_an_episode_that_there_is() -> None:
    role = Role(
        character=Name(name="Coach K"),
        actor=Name(),
        seasons=(1,),
        first="s1e2",
        sources=(),
        confidence="two-sources",
    )
    assert problems_with(cast=(role,)) == ["$.cast[0].first: no episode has the id 's1e2'"]


def test_a_link_belongs_to_a_milestone_that_there_is() -> None:
    link = Link(
        kind="official", title="Site", milestone="flim", sources=(), confidence="two-sources"
    )
    assert problems_with(links=(link,)) == ["$.links[0].milestone: no milestone has the id 'flim'"]


def test_every_unknown_id_is_a_problem() -> None:
    film = structs.replace(FILM, sources=("gazette", "a", "b\x1b"), since="s9e9", episode="s1e2")
    assert problems_with(milestones=(film,)) == [
        "$.milestones[0].sources[1]: no source has the id 'a'",
        "$.milestones[0].sources[2]: no source has the id 'b^['",
        "$.milestones[0].since: no episode has the id 's9e9'",
        "$.milestones[0].episode: no episode has the id 's1e2'",
    ]


@pytest.mark.parametrize(
    ("when", "what"),
    [
        (When(date="2027-02-29", zone="UTC"), "there is no such date as '2027-02-29'"),
        (When(date="2201", zone="UTC"), "the year of '2201' is not from 1900 to 2200"),
        (When(date="2027", zone="JST"), "no time zone is named 'JST'"),
        (When(date="2027", zone="\x1b[31m"), r"no time zone is named '\x1b[31m'"),
        (
            When(date="2027", clock="10:00", zone="UTC"),
            "a clock (10:00) needs a full date, not '2027'",
        ),
    ],
)
def test_an_invalid_time_is_a_problem_in_every_field(when: When, what: str) -> None:
    film = structs.replace(FILM, when=when)
    planned = structs.replace(FILM, id="plan", announced=when)
    episode = structs.replace(EPISODE, when=when)
    stream = structs.replace(STREAM, start=when)
    assert problems_with(milestones=(film, planned), episodes=(episode,), streams=(stream,)) == [
        f"$.milestones[0].when: {what}",
        f"$.milestones[1].announced: {what}",
        f"$.episodes[0].when: {what}",
        f"$.streams[0].start: {what}",
    ]


def test_a_record_reports_one_of_its_invalid_times_and_one_of_its_claims() -> None:
    never = When(date="2027-13", zone="UTC")
    dates = structs.replace(FILM, when=never, announced=never)
    day = When(date="2027-02-19", zone="UTC")
    claims = (claim("2027", sources=("x",)), claim("2027", sources=("y",)))
    claimed = structs.replace(FILM, id="b", when=day, claims=claims)
    assert problems_with(milestones=(dates, claimed)) == [
        "$.milestones[0].when: there is no such date as '2027-13'",
        "$.milestones[1].claims[0].sources[0]: no source has the id 'x'",
    ]
