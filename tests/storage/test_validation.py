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

from medalist_cli.model.dataset import Dataset, Episode, Milestone, Show, Source, When
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
VALID = Dataset(
    schema_version=1,
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
        ("milestones", FILM, "film"),
        ("episodes", EPISODE, "s1e1"),
        ("sources", VALID.sources[0], "gazette"),
    ],
)
def test_a_duplicate_id_is_a_problem(field: str, record: Any, name: str) -> None:
    assert problems_with(**{field: (record, record)}) == [f"$.{field}[1]: '{name}' stands twice"]


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
    assert problems_with(milestones=(film, planned), episodes=(episode,)) == [
        f"$.milestones[0].when: {what}",
        f"$.milestones[1].announced: {what}",
        f"$.episodes[0].when: {what}",
    ]
