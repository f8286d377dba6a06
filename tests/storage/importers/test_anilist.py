"""AniList's answers as datasets."""

import datetime as dt
import json
from typing import Any

import pytest

from medalist_cli.model.dataset import Dataset, When
from medalist_cli.storage.importers import anilist

from .test_importers import NOW, fixture

TOKYO = "Asia/Tokyo"
MEDIA: dict[str, Any] = {
    "id": 1,
    "title": {"romaji": "Nagi", "english": None, "native": "凪"},
    "format": "TV",
    "startDate": {"year": 2027, "month": None, "day": None},
}


def imported(document: Any) -> tuple[Dataset, ...]:
    return anilist.read(json.dumps(document).encode(), NOW).datasets


def one(**fields: Any) -> Dataset:
    [dataset] = imported({"data": {"Media": MEDIA | fields}})
    return dataset


def refused(document: Any) -> str:
    with pytest.raises(ValueError, match=r".") as caught:
        imported(document)
    return str(caught.value)


def premiere(dataset: Dataset) -> When | None:
    return dataset.milestones[0].when


def test_each_title_of_a_page_is_a_show_with_the_services_id() -> None:
    found = anilist.read(fixture("anilist.json"), NOW).datasets
    assert [(each.show.id, each.show.title, each.show.title_ja) for each in found] == [
        ("anilist-900001", "Still Water Eight Season 2", "凪の八人 第2期"),
        ("anilist-900002", "Still Water Eight: The Regatta", "劇場版 凪の八人"),
        ("anilist-900003", "Tokeiya no Neko", "時計屋の猫"),
    ]


def test_an_airing_is_the_minute_of_an_episode_on_a_clock_that_ends_at_midnight() -> None:
    found = anilist.read(fixture("anilist.json"), NOW).datasets[0]
    assert [(e.id, e.when, e.runtime_minutes) for e in found.episodes] == [
        ("s1e1", When(date="2027-01-10", clock="01:30", zone=TOKYO), 24),
        ("s1e2", When(date="2027-01-17", clock="01:30", zone=TOKYO), 24),
    ]
    assert (found.milestones[0].episode, found.milestones[0].when) == ("s1e1", None)


def test_an_airing_named_twice_is_one_episode() -> None:
    airing = {"episode": 1, "airingAt": 1799512200}
    found = one(nextAiringEpisode=airing, airingSchedule={"nodes": [airing]})
    assert [episode.id for episode in found.episodes] == ["s1e1"]


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ({"year": 2027, "month": None, "day": None}, "2027"),
        ({"year": 2027, "month": 4, "day": None}, "2027-04"),
        ({"year": 2027, "month": 4, "day": 9}, "2027-04-09"),
        ({"year": 2027, "day": 9}, "2027"),
    ],
)
def test_a_fuzzy_date_stays_as_coarse_as_it_is(date: Any, expected: str) -> None:
    assert premiere(one(startDate=date)) == When(date=expected, zone=TOKYO)


@pytest.mark.parametrize("date", [None, {}, {"year": None, "month": 4, "day": 9}])
def test_a_date_without_a_year_is_to_be_announced(date: Any) -> None:
    assert premiere(one(startDate=date)) is None


@pytest.mark.parametrize(
    ("country", "zone"),
    [("JP", TOKYO), (None, TOKYO), ("KR", "Asia/Seoul"), ("CN", "Asia/Shanghai"), ("FR", "UTC")],
)
def test_a_date_is_of_the_country_of_origin(country: str | None, zone: str) -> None:
    found = premiere(one(countryOfOrigin=country))
    assert found is not None
    assert found.zone == zone


def test_a_film_is_one_milestone_with_its_runtime() -> None:
    found = one(format="MOVIE", duration=100)
    [film] = found.milestones
    assert (film.kind, film.title, film.runtime_minutes, found.episodes) == (
        "film",
        "Nagi",
        100,
        (),
    )


def test_what_is_finished_without_a_date_has_happened() -> None:
    assert one(status="FINISHED", startDate=None).milestones[0].happened


def test_the_end_is_the_last_episode_if_that_is_listed() -> None:
    airings = {"edges": [{"node": {"episode": 2, "airingAt": 1800117000}}]}
    found = one(episodes=2, airingSchedule=airings, endDate={"year": 2027})
    assert [(m.id, m.episode) for m in found.milestones][1:] == [("finale", "s1e2")]


def test_a_source_record_has_the_page_of_the_title() -> None:
    [source] = one(siteUrl="https://anilist.co/anime/1").sources
    assert (source.id, source.publisher, source.url) == (
        "anilist",
        "AniList",
        "https://anilist.co/anime/1",
    )


def test_an_address_that_is_none_of_the_web_is_left_out() -> None:
    found = one(siteUrl="javascript:alert(1)")
    assert (found.sources[0].url, found.links) == (None, ())


@pytest.mark.parametrize(
    "document",
    [
        {"data": {"Media": MEDIA}},
        {"Media": MEDIA},
        MEDIA,
        {"data": {"Page": {"media": [MEDIA, MEDIA]}}},
        {"data": {"Page": {"mediaList": [{"media": MEDIA, "progress": 3}]}}},
        {"data": {"MediaListCollection": {"lists": [{"entries": [{"media": MEDIA}]}] * 2}}},
        {"data": {"Page": {"airingSchedules": [{"episode": 1, "airingAt": 0, "media": MEDIA}]}}},
        [{"data": {"Media": MEDIA}}, {"data": {"Media": MEDIA}}],
    ],
)
def test_a_title_is_found_in_every_kind_of_answer_once(document: Any) -> None:
    assert [each.show.id for each in imported(document)] == ["anilist-1"]


def test_an_airing_of_a_schedule_belongs_to_its_title() -> None:
    airings = [{"episode": n, "airingAt": 1799512200 + n, "media": MEDIA} for n in (2, 1)]
    [found] = imported({"data": {"Page": {"airingSchedules": airings}}})
    assert [episode.id for episode in found.episodes] == ["s1e1", "s1e2"]


@pytest.mark.parametrize(
    ("document", "line"),
    [
        (
            {"errors": [{"message": "Too Many Requests.", "status": 429}], "data": None},
            "$.errors[0].message: Too Many Requests.",
        ),
        (
            {"data": {"Media": None}},
            "$: no media of AniList in it: query title, startDate and airingSchedule",
        ),
        (
            {"data": {"Media": {**MEDIA, "id": "1"}}},
            "$.data.Media.id: expected `int | null`, got `str`",
        ),
        (
            {"data": {"Media": {**MEDIA, "id": None}}},
            "$.data.Media: object missing required field `id`",
        ),
        ({"data": {"Media": {**MEDIA, "title": {}}}}, "$.data.Media.title: no title"),
        (
            {"data": {"Media": {**MEDIA, "startDate": {"year": 2027, "month": 13}}}},
            "$.data.Media.startDate: there is no such date as '2027-13'",
        ),
        (
            {"data": {"Media": {**MEDIA, "startDate": {"year": 1066}}}},
            "$.data.Media.startDate: the year of '1066' is not from 1900 to 2200",
        ),
        (
            {"data": {"Media": {**MEDIA, "nextAiringEpisode": {"episode": 1, "airingAt": 10**12}}}},
            "$.data.Media.nextAiringEpisode.airingAt: 1000000000000 is not a Unix time in seconds",
        ),
    ],
)
def test_a_bad_answer_is_refused_with_the_path(document: Any, line: str) -> None:
    assert refused(document) == line


def test_facts_are_of_the_day_of_the_question_in_the_readers_zone() -> None:
    late = dt.datetime.fromisoformat("2026-12-31T23:59+09:00")
    [found] = anilist.read(json.dumps(MEDIA).encode(), late).datasets
    assert found.as_of == dt.date(2026, 12, 31)
