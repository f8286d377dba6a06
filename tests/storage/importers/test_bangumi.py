"""The items of bangumi-data as datasets."""

import json
from typing import Any

import pytest

from medalist_cli.model.dataset import Dataset, When
from medalist_cli.storage.importers import bangumi

from .test_importers import NOW, fixture

TOKYO = "Asia/Tokyo"
ITEM: dict[str, Any] = {
    "title": "凪",
    "titleTranslate": {"zh-Hans": ["静"], "en": ["Still Water", "Nagi"]},
    "type": "tv",
    "lang": "ja",
    "begin": "2026-10-03T16:30:00.000Z",
    "broadcast": "R/2026-10-03T16:30:00.000Z/P7D",
    "end": "2026-10-17T17:00:00.000Z",
    "sites": [{"site": "bangumi", "id": "5"}],
}


def one(**fields: Any) -> Dataset:
    [dataset] = bangumi.read(json.dumps([ITEM | fields]).encode(), NOW).datasets
    return dataset


def refused(document: Any) -> str:
    with pytest.raises(ValueError, match=r".") as caught:
        bangumi.read(json.dumps(document).encode(), NOW)
    return str(caught.value)


def test_the_package_and_the_items_of_a_month_say_the_same() -> None:
    packaged = bangumi.read(fixture("bangumi.json"), NOW).datasets
    [item] = bangumi.read(fixture("bangumi-items.json"), NOW).datasets
    assert (packaged[0].show, packaged[0].episodes) == (item.show, item.episodes)
    assert [each.show.id for each in packaged] == [
        "bangumi-500001",
        "bangumi-500002",
        "bangumi-500003",
        "bangumi-data-无日",
    ]


def test_a_title_is_english_where_there_is_one_and_japanese_beside_it() -> None:
    show = one().show
    assert (show.title, show.title_ja) == ("Still Water", "凪")
    alone = one(titleTranslate={}).show
    assert (alone.title, alone.title_ja) == ("凪", None)


def test_the_weekly_slot_gives_an_episode_a_week_and_all_but_the_first_are_inferred() -> None:
    found = one().episodes
    assert [(e.id, e.when, e.inferred) for e in found] == [
        ("s1e1", When(date="2026-10-04", clock="01:30", zone=TOKYO), False),
        ("s1e2", When(date="2026-10-11", clock="01:30", zone=TOKYO), True),
        ("s1e3", When(date="2026-10-18", clock="01:30", zone=TOKYO), True),
    ]


def test_a_slot_without_an_end_goes_on_to_the_next_broadcast() -> None:
    last = one(end="").episodes[-1].when
    assert last == When(date="2026-11-29", clock="01:30", zone=TOKYO)


@pytest.mark.parametrize(
    ("rule", "amount"), [("P0D", 1), ("P1D", 15), ("P14D", 2), ("P1W", 3), ("P1M", 1)]
)
def test_a_rule_may_be_of_days_weeks_or_once(rule: str, amount: int) -> None:
    assert len(one(broadcast=f"R/2026-10-03T16:30:00.000Z/{rule}").episodes) == amount


def test_without_a_rule_the_beginning_is_all_that_is_known() -> None:
    found = one(broadcast="", end="")
    assert found.episodes == ()
    assert [(m.id, m.when) for m in found.milestones] == [
        ("premiere", When(date="2026-10-04", clock="01:30", zone=TOKYO))
    ]


def test_an_empty_beginning_is_to_be_announced() -> None:
    assert one(begin="", broadcast="", end="").milestones[0].when is None


@pytest.mark.parametrize(("type_", "kind"), [("movie", "film"), ("ova", "volume")])
def test_a_film_or_a_disc_comes_on_a_day(type_: str, kind: str) -> None:
    [found] = one(type=type_, broadcast=None, end="").milestones
    assert (found.kind, found.when) == (kind, When(date="2026-10-04", zone=TOKYO))


def test_services_are_known_where_the_package_says_which_countries_they_serve() -> None:
    found = bangumi.read(fixture("bangumi.json"), NOW).datasets[0].streams
    assert [(s.service, s.countries, s.everywhere_except, s.start, s.url) for s in found] == [
        (
            "River Stream",
            ("JP",),
            None,
            When(date="2026-10-04", clock="02:00", zone=TOKYO),
            "https://river.example/watch/sw8",
        ),
        ("Ocean+", (), (), None, "https://ocean.example/8"),
    ]


@pytest.mark.parametrize(
    ("site", "address"),
    [
        ({"id": "sw8"}, "https://river.example/sw8"),
        ({"id": 8}, "https://river.example/8"),
        ({"id": "sw8", "url": "https://river.example/own"}, "https://river.example/own"),
        ({"id": "sw8", "url": ""}, "https://river.example/sw8"),
        ({"id": ""}, None),
        ({}, None),
    ],
)
def test_a_service_without_the_number_of_an_item_has_no_made_up_address(
    site: dict[str, Any], address: str | None
) -> None:
    river = {"urlTemplate": "https://river.example/{{id}}", "regions": ["JP"], "type": "onair"}
    items = [ITEM | {"sites": [{"site": "river", **site}]}]
    document = {"siteMeta": {"river": river}, "items": items}
    [found] = bangumi.read(json.dumps(document).encode(), NOW).datasets
    assert [(each.service, each.url) for each in found.streams] == [("river", address)]


@pytest.mark.parametrize(
    ("sites", "name"),
    [
        ([{"site": "mal", "id": "9"}], "mal-9"),
        ([{"site": "mal", "id": "9"}, {"site": "bangumi", "id": 5}], "bangumi-5"),
        ([], "bangumi-data-凪"),
        (None, "bangumi-data-凪"),
    ],
)
def test_the_id_of_a_show_is_that_of_the_best_database(sites: Any, name: str) -> None:
    assert one(sites=sites).show.id == name


@pytest.mark.parametrize(
    ("document", "line"),
    [
        ({"siteMeta": {}}, "$.items: expected `array`, got `null`"),
        ({"siteMeta": {}, "items": []}, "$.items: no items"),
        (
            {"siteMeta": {"": {"type": "onair"}}, "items": [ITEM | {"sites": [{"site": ""}]}]},
            "$.items[0]: $.streams[0].service: expected `str` of length >= 1",
        ),
        ([ITEM, {}], "$[1]: object missing required field `title`"),
        (
            {"items": [ITEM | {"begin": "2026-10-03"}]},
            "$.items[0].begin: '2026-10-03' has no time zone",
        ),
        ([ITEM | {"begin": "tomorrow"}], "$[0].begin: 'tomorrow' is not an ISO 8601 time"),
        ([ITEM | {"title": " "}], "$[0].title: no title"),
        (
            [ITEM | {"broadcast": "weekly"}],
            "$[0].broadcast: 'weekly' is not a rule such as R/2026-01-24T16:30:00Z/P7D",
        ),
        (
            [ITEM | {"broadcast": "R/1950-01-01T00:00:00Z/P1D"}],
            "$[0].broadcast: more than 9999 broadcasts until 2026-10-17",
        ),
    ],
)
def test_bad_data_is_refused_with_the_path(document: Any, line: str) -> None:
    assert refused(document) == line
