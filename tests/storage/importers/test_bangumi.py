"""The items of bangumi-data as datasets."""

import datetime as dt
import json
from typing import Any

import pytest

from medalist_cli.model.dataset import (
    Dataset,
    Episode,
    Link,
    Milestone,
    Season,
    Show,
    Source,
    Stream,
    When,
)
from medalist_cli.storage.importers import bangumi

from .test_importers import NOW, fixture

TOKYO = "Asia/Tokyo"
FACTS: Any = {"sources": ("bangumi-data",), "confidence": "one-source"}
PAGE = "https://bgm.tv/subject/5"
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


def test_a_series_has_a_season_with_an_episode_for_each_week_until_its_end() -> None:
    starts = [
        When(date=date, clock="01:30", zone=TOKYO)
        for date in ("2026-10-04", "2026-10-11", "2026-10-18")
    ]
    counted: Any = {"inferred": True, "evidence": "Counted from the weekly slot."}
    milestone: Any = {"kind": "season", "season": 1, **FACTS}
    site = "https://nagi.example/"
    assert one(officialSite=site) == Dataset(
        schema_version=2,
        as_of=dt.date(2026, 11, 22),
        show=Show(id="bangumi-5", title="Still Water", title_ja="凪", **FACTS),
        anchor="premiere",
        milestones=(
            Milestone(id="premiere", title="Premiere", headline=True, episode="s1e1", **milestone),
            Milestone(id="finale", title="Finale", episode="s1e3", **milestone),
        ),
        seasons=(Season(season=1, title="Still Water", title_ja="凪", **FACTS),),
        episodes=(
            Episode(season=1, episode=1, number=1, when=starts[0], **FACTS),
            Episode(season=1, episode=2, number=2, when=starts[1], **counted, **FACTS),
            Episode(season=1, episode=3, number=3, when=starts[2], **counted, **FACTS),
        ),
        links=(Link(kind="official", title="Official site", url=site, **FACTS),),
        sources=(
            Source(
                id="bangumi-data",
                title="bangumi-data: Still Water",
                publisher="bangumi-data",
                url=PAGE,
            ),
        ),
    )


@pytest.mark.parametrize(("type_", "kind"), [("movie", "film"), ("ova", "volume")])
def test_a_film_or_a_disc_comes_on_a_day(type_: str, kind: Any) -> None:
    assert one(type=type_, broadcast=None) == Dataset(
        schema_version=2,
        as_of=dt.date(2026, 11, 22),
        show=Show(id="bangumi-5", title="Still Water", title_ja="凪", **FACTS),
        anchor="premiere",
        milestones=(
            Milestone(
                id="premiere",
                title="Still Water",
                title_ja="凪",
                kind=kind,
                when=When(date="2026-10-04", zone=TOKYO),
                headline=True,
                **FACTS,
            ),
        ),
        sources=(
            Source(
                id="bangumi-data",
                title="bangumi-data: Still Water",
                publisher="bangumi-data",
                url=PAGE,
            ),
        ),
    )


def test_an_item_alone_is_read_like_a_list_of_it() -> None:
    assert bangumi.read(json.dumps(ITEM).encode(), NOW).datasets == (one(),)


@pytest.mark.parametrize(
    ("language", "zone"),
    [
        ("ja", TOKYO),
        (None, TOKYO),
        ("zh-Hans", "Asia/Shanghai"),
        ("zh-Hant", "Asia/Taipei"),
        ("en", "UTC"),
    ],
)
def test_a_time_is_on_the_calendar_of_the_language(language: str | None, zone: str) -> None:
    found = one(lang=language)
    assert {episode.when.zone for episode in found.episodes if episode.when} == {zone}
    assert found.show.title_ja == ("凪" if language == "ja" else None)


def test_a_title_is_english_where_there_is_one_and_japanese_beside_it() -> None:
    show = one().show
    assert (show.title, show.title_ja) == ("Still Water", "凪")
    alone = one(titleTranslate={}).show
    assert (alone.title, alone.title_ja) == ("凪", None)


def test_a_slot_without_an_end_goes_on_to_the_next_broadcast() -> None:
    last = one(end="").episodes[-1].when
    assert last == When(date="2026-11-29", clock="01:30", zone=TOKYO)


@pytest.mark.parametrize("end", ["2026-10-03T16:30:00Z", "2026-09-01T00:00:00Z"])
def test_what_ends_as_it_begins_or_before_is_one_episode_and_has_no_finale(end: str) -> None:
    found = one(end=end)
    assert [episode.id for episode in found.episodes] == ["s1e1"]
    assert [milestone.id for milestone in found.milestones] == ["premiere"]


@pytest.mark.parametrize(
    ("rule", "amount"), [("P0D", 1), ("P1D", 15), ("P14D", 2), ("P1W", 3), ("P1M", 1)]
)
def test_a_rule_may_be_of_days_weeks_or_once(rule: str, amount: int) -> None:
    assert len(one(broadcast=f"R/2026-10-03T16:30:00.000Z/{rule}").episodes) == amount


@pytest.mark.parametrize(
    ("end", "last"),
    [("", []), ("2026-12-19T17:00:00Z", [("finale", When(date="2026-12-20", zone=TOKYO))])],
)
def test_without_a_rule_the_beginning_and_the_day_of_the_end_are_all_that_is_known(
    end: str, last: list[Any]
) -> None:
    found = one(broadcast="", end=end)
    assert found.episodes == ()
    first = ("premiere", When(date="2026-10-04", clock="01:30", zone=TOKYO))
    assert [(m.id, m.when) for m in found.milestones] == [first, *last]
    assert {m.episode for m in found.milestones} == {None}


def test_an_empty_beginning_is_to_be_announced() -> None:
    assert one(begin="", broadcast="", end="").milestones[0].when is None


def test_services_are_known_where_the_package_says_which_countries_they_serve() -> None:
    assert bangumi.read(fixture("bangumi.json"), NOW).datasets[0].streams == (
        Stream(
            season=1,
            service="River Stream",
            countries=("JP",),
            start=When(date="2026-10-04", clock="02:00", zone=TOKYO),
            url="https://river.example/watch/sw8",
            **FACTS,
        ),
        Stream(
            season=1,
            service="Ocean+",
            everywhere_except=(),
            url="https://ocean.example/8",
            **FACTS,
        ),
    )


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
    ("regions", "places"),
    [
        (["JP", "CN-GD", "TW"], [(("JP", "TW"), None)]),
        (["CN-GD", "world"], []),
        ([], [((), ())]),
        (None, [(("US",), None)]),
    ],
)
def test_a_service_is_left_out_where_none_of_its_regions_is_a_country(
    regions: list[str] | None, places: list[Any]
) -> None:
    sites = [{"site": "river", "id": "1", "regions": regions}, {"site": "sea", "id": "2"}]
    meta = {name: {"type": "onair", "regions": ["US"]} for name in ("river", "sea")}
    document = {"siteMeta": meta, "items": [ITEM | {"sites": sites}]}
    [found] = bangumi.read(json.dumps(document).encode(), NOW).datasets
    last = (("US",), None)
    assert [(s.countries, s.everywhere_except) for s in found.streams] == [*places, last]


def test_a_service_whose_addresses_are_unknown_has_none() -> None:
    sites = [{"site": "river", "id": "sw8"}]
    document = {"siteMeta": {"river": {"type": "onair"}}, "items": [ITEM | {"sites": sites}]}
    [found] = bangumi.read(json.dumps(document).encode(), NOW).datasets
    assert [each.url for each in found.streams] == [None]


@pytest.mark.parametrize(
    ("sites", "name"),
    [
        ([{"site": "mal", "id": "9"}], "mal-9"),
        ([{"site": "mal", "id": "9"}, {"site": "bangumi", "id": 5}], "bangumi-5"),
        ([{"site": "bangumi"}, {"site": "mal", "id": "9"}], "mal-9"),
        ([{"site": "mal", "id": "9"}, {"site": "aniList", "id": "6"}], "aniList-6"),
        ([{"site": "tmdb", "id": "tv/3"}, {"site": "anidb", "id": "8"}], "anidb-8"),
        ([{"site": "tmdb", "id": "tv/3"}, {"site": "river", "id": "4"}], "tmdb-tv/3"),
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
        ({"siteMeta": 1, "items": []}, "$.siteMeta: expected `object`, got `int`"),
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
        (ITEM | {"title": " "}, "$.title: no title"),
        (
            [ITEM | {"begin": "1850-01-01T00:00:00Z"}],
            "$[0].begin: the year of '1850-01-01' is not from 1900 to 2200",
        ),
        ([ITEM | {"end": "soon"}], "$[0].end: 'soon' is not an ISO 8601 time"),
        (
            [ITEM | {"broadcast": "", "end": "soon"}],
            "$[0].end: 'soon' is not an ISO 8601 time",
        ),
        (
            [ITEM | {"broadcast": "", "end": "2850-01-01T00:00:00Z"}],
            "$[0].end: the year of '2850-01-01' is not from 1900 to 2200",
        ),
        (
            {
                "siteMeta": {"river": {"type": "onair"}},
                "items": [ITEM | {"sites": [{"site": "mal"}, {"site": "river", "begin": "soon"}]}],
            },
            "$.items[0].sites[1].begin: 'soon' is not an ISO 8601 time",
        ),
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
