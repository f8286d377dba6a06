"""What can be wrong with a dataset: its form at every place, its dates, its ids."""

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
"""Something of everything that a dataset can have."""

OF_EVERY_KIND: dict[type, Any] = {dict: {}, list: [], str: "?", int: 1, float: 0.5, bool: True}

Place = tuple[str | int, ...]


def places(value: Any, place: Place = ()) -> Iterator[Place]:
    """Yield where each value is, containers first."""
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


FIRST_OF_A_SHAPE = {re.sub(r"\[\d+\]", "[]", written(p)): p for p in reversed([*places(DOCUMENT)])}


def with_value(place: Place, value: Any, document: Any = DOCUMENT) -> Any:
    """Return the document with another value at one place; the rest is shared with it."""
    if not place:
        return value
    first, *rest = place
    changed = copy.copy(document)
    changed[first] = with_value((*rest,), value, document[first]) if rest else value
    return changed


def test_the_series_has_no_fault() -> None:
    assert [*validation.structural_errors(DOCUMENT)] == []


@pytest.mark.parametrize("place", FIRST_OF_A_SHAPE.values(), ids=FIRST_OF_A_SHAPE)
def test_a_value_of_another_kind_is_the_one_fault_told(place: Place) -> None:
    kind = type(within(DOCUMENT, place))
    for value in (value for other, value in OF_EVERY_KIND.items() if other is not kind):
        (fault,) = validation.structural_errors(with_value(place, value))
        assert fault.startswith(f"{written(place)}: ")


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
def test_a_value_out_of_bounds_is_told_with_its_place(place: str, value: Any, what: str) -> None:
    keys = re.findall(r"\w+", place)
    changed = with_value(tuple(int(key) if key.isdigit() else key for key in keys), value)
    assert [*validation.structural_errors(changed)] == [f"$.{place}: {what}"]


@pytest.mark.parametrize(
    "date",
    ["", "2026-1", "2026-01-24T25:30", "24.01.2026", "２０２６", "2026-01-", "+2026", "2026-001"],
)
def test_a_date_of_no_iso_shape_is_a_fault_of_form(date: str) -> None:
    changed = with_value(("milestones", 0, "when", "date"), date)
    assert "$.milestones[0].when.date: " in next(validation.structural_errors(changed))


@pytest.mark.parametrize("clock", ["", "1:30", "30:00", "25:60", "25:30:00", "25.30", "２５:30"])
def test_a_clock_of_no_known_shape_is_a_fault(clock: str) -> None:
    when = When(date="2026-01-24", clock=clock, zone="Asia/Tokyo")
    form = [*validation.structural_errors(with_value(("milestones", 0, "when", "clock"), clock))]
    assert form or [*validation.semantic_errors(dated(when))]


def test_each_record_tells_one_fault() -> None:
    changed = copy.deepcopy(DOCUMENT)
    changed["cast"][0] = {"seasons": "?"}
    changed["cast"][1] = changed["staff"][0] = None
    told = [fault.partition(": ")[0] for fault in validation.structural_errors(changed)]
    assert told == ["$.cast[0].seasons", "$.cast[1]", "$.staff[0]"]


def test_hostile_keys_are_shown_harmlessly() -> None:
    assert [*validation.unknown_keys(DOCUMENT | {"\x1b[31m\n": 1})] == ["$.^[[31m "]


def test_unknown_keys_are_told_wherever_they_are() -> None:
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
SOUND = Dataset(
    schema_version=1,
    as_of=dt.date(2026, 11, 22),
    show=Show(id="show", title="Show"),
    anchor="film",
    milestones=(FILM,),
    episodes=(EPISODE,),
    sources=(Source(id="gazette", title="Gazette"),),
)


def dated(when: When) -> Dataset:
    return structs.replace(SOUND, milestones=(structs.replace(FILM, when=when),))


def sense(**changes: Any) -> list[str]:
    return [*validation.semantic_errors(structs.replace(SOUND, **changes))]


def test_a_sound_dataset_has_no_fault() -> None:
    assert sense() == []


def test_an_episode_can_be_the_anchor() -> None:
    assert sense(anchor="s1e1") == []


def test_an_anchor_that_is_no_milestone_is_a_fault() -> None:
    assert sense(anchor="flim") == ["$.anchor: no milestone has the id 'flim'"]


@pytest.mark.parametrize(
    ("field", "record", "name"),
    [
        ("milestones", FILM, "film"),
        ("episodes", EPISODE, "s1e1"),
        ("sources", SOUND.sources[0], "gazette"),
    ],
)
def test_a_duplicate_id_is_an_error(field: str, record: Any, name: str) -> None:
    assert sense(**{field: (record, record)})[0] == f"$.{field}[1]: duplicate id '{name}'"


def test_every_id_that_names_nothing_is_a_fault() -> None:
    film = structs.replace(FILM, sources=("gazette", "a", "b\x1b"), since="s9e9", episode="s1e2")
    assert sense(milestones=(film,)) == [
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
def test_a_time_that_cannot_be_is_a_fault_wherever_it_stands(when: When, what: str) -> None:
    film = structs.replace(FILM, when=when)
    planned = structs.replace(FILM, id="plan", announced=when)
    episode = structs.replace(EPISODE, when=when)
    assert sense(milestones=(film, planned), episodes=(episode,)) == [
        f"$.milestones[0].when: {what}",
        f"$.milestones[1].announced: {what}",
        f"$.episodes[0].when: {what}",
    ]
