"""AniList's answers as datasets."""

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
    When,
)
from medalist_cli.storage.importers import anilist

from .test_importers import NOW, fixture

TOKYO = "Asia/Tokyo"
FACTS: Any = {"sources": ("anilist",), "confidence": "one-source"}
MEDIA: dict[str, Any] = {
    "id": 1,
    "title": {"romaji": "Nagi", "english": None, "native": "凪"},
    "format": "TV",
    "startDate": {"year": 2027, "month": None, "day": None},
}
LAST_DAY = When(date="2027-04-09", zone=TOKYO)
NEVER = {"episode": 1, "airingAt": 10**12}


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


def test_a_series_has_a_season_with_its_airings_its_first_day_and_its_end() -> None:
    page = "https://anilist.co/anime/900001"
    title, ja = "Still Water Eight Season 2", "凪の八人 第2期"
    starts = [When(date=f"2027-01-{day}", clock="01:30", zone=TOKYO) for day in (10, 17)]
    assert anilist.read(fixture("anilist.json"), NOW).datasets[0] == Dataset(
        schema_version=2,
        as_of=dt.date(2026, 11, 22),
        show=Show(
            id="anilist-900001",
            title=title,
            title_ja=ja,
            title_latin="Nagi no Hachinin 2nd Season",
            genres=("Sports", "Drama"),
            **FACTS,
        ),
        anchor="premiere",
        milestones=(
            Milestone(
                id="premiere",
                title="Premiere",
                kind="season",
                headline=True,
                happened=True,
                episode="s1e1",
                season=1,
                **FACTS,
            ),
            Milestone(
                id="finale",
                title="Finale",
                kind="season",
                when=When(date="2027-03", zone=TOKYO),
                season=1,
                **FACTS,
            ),
        ),
        seasons=(
            Season(season=1, title=title, title_ja=ja, episodes=3, studio="Oarlock Works", **FACTS),
        ),
        episodes=tuple(
            Episode(season=1, episode=n, number=n, when=start, runtime_minutes=24, **FACTS)
            for n, start in enumerate(starts, 1)
        ),
        links=(
            Link(kind="database", title="AniList", url=page, **FACTS),
            Link(
                kind="trailer",
                title="Trailer",
                url="https://www.youtube.com/watch?v=abc123",
                **FACTS,
            ),
        ),
        sources=(Source(id="anilist", title=f"AniList: {title}", publisher="AniList", url=page),),
    )


def test_a_film_is_one_milestone_with_its_runtime() -> None:
    page, title = "https://anilist.co/anime/900002", "Still Water Eight: The Regatta"
    assert anilist.read(fixture("anilist.json"), NOW).datasets[1] == Dataset(
        schema_version=2,
        as_of=dt.date(2026, 11, 22),
        show=Show(
            id="anilist-900002",
            title=title,
            title_ja="劇場版 凪の八人",
            title_latin="Gekijouban Nagi no Hachinin",
            **FACTS,
        ),
        anchor="premiere",
        milestones=(
            Milestone(
                id="premiere",
                title=title,
                kind="film",
                when=When(date="2028", zone=TOKYO),
                runtime_minutes=100,
                headline=True,
                **FACTS,
            ),
        ),
        links=(Link(kind="database", title="AniList", url=page, **FACTS),),
        sources=(Source(id="anilist", title=f"AniList: {title}", publisher="AniList", url=page),),
    )


@pytest.mark.parametrize(
    ("format_", "type_", "kind"),
    [
        ("TV", "ANIME", "season"),
        (None, "ANIME", "season"),
        (None, None, "season"),
        ("MOVIE", "ANIME", "film"),
        ("MUSIC", "ANIME", "event"),
        ("MANGA", None, "volume"),
        ("NOVEL", None, "volume"),
        ("ONE_SHOT", None, "volume"),
        (None, "MANGA", "volume"),
    ],
)
def test_what_is_neither_a_film_nor_music_nor_printed_is_a_series(
    format_: str | None, type_: str | None, kind: str
) -> None:
    assert one(format=format_, type=type_).milestones[0].kind == kind


def test_a_title_in_its_own_letters_alone_has_no_second_title() -> None:
    show = one(title={"english": " ", "romaji": None, "native": "凪"}).show
    assert (show.title, show.title_ja, show.title_latin) == ("凪", None, None)
    latin = one(title={"romaji": "Nagi", "native": "Nagi"}).show
    assert (latin.title, latin.title_ja, latin.title_latin) == ("Nagi", None, None)


@pytest.mark.parametrize(("minutes", "expected"), [(0, None), (1, 1), (9999, 9999), (10000, None)])
def test_a_runtime_that_no_dataset_can_hold_is_left_out(minutes: int, expected: int | None) -> None:
    assert one(format="MOVIE", duration=minutes).milestones[0].runtime_minutes == expected


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
    [
        ("JP", TOKYO),
        (None, TOKYO),
        ("KR", "Asia/Seoul"),
        ("CN", "Asia/Shanghai"),
        ("TW", "Asia/Taipei"),
        ("FR", "UTC"),
    ],
)
def test_a_date_is_of_the_country_of_origin(country: str | None, zone: str) -> None:
    found = premiere(one(countryOfOrigin=country))
    assert found is not None
    assert found.zone == zone


@pytest.mark.parametrize(
    ("status", "happened", "note"),
    [
        ("FINISHED", [True, True], None),
        ("RELEASING", [True, False], None),
        ("NOT_YET_RELEASED", [False, False], None),
        ("CANCELLED", [False, False], "Cancelled."),
    ],
)
def test_the_status_says_what_has_happened(
    status: str, happened: list[bool], note: str | None
) -> None:
    found = one(status=status, startDate=None, endDate={"year": 2027}).milestones
    assert [m.happened for m in found] == happened
    assert [m.note for m in found] == [note] * 2


@pytest.mark.parametrize(
    ("amount", "date", "aired", "end"),
    [
        (2, False, (1, 2), [(None, "s1e2")]),
        (2, True, (1, 2), [(None, "s1e2")]),
        (3, True, (1, 2), [(LAST_DAY, None)]),
        (3, False, (1, 2), []),
        (None, True, (1, 2), [(LAST_DAY, None)]),
        (None, False, (1, 2), []),
        (1, True, (1,), []),
    ],
)
def test_the_end_is_the_last_episode_if_that_is_listed_else_the_day_that_is_given(
    amount: int | None, date: bool, aired: tuple[int, ...], end: list[Any]
) -> None:
    nodes = [{"episode": n, "airingAt": 1799512200 + n * 604800} for n in aired]
    day = {"year": 2027, "month": 4, "day": 9} if date else None
    found = one(episodes=amount, airingSchedule={"nodes": nodes}, endDate=day)
    assert [(m.when, m.episode) for m in found.milestones if m.id == "finale"] == end


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("https://anilist.co/anime/1", "https://anilist.co/anime/1"),
        ("http://anilist.co/anime/1", "http://anilist.co/anime/1"),
        ("javascript:alert(1)", None),
        (None, None),
    ],
)
def test_an_address_that_is_none_of_the_web_is_left_out(
    address: str | None, page: str | None
) -> None:
    found = one(siteUrl=address)
    assert (found.sources[0].url, [link.url for link in found.links]) == (page, [page] * bool(page))


@pytest.mark.parametrize(
    "trailer", [None, {"id": "x1", "site": "dailymotion"}, {"id": " ", "site": "youtube"}]
)
def test_a_trailer_is_only_linked_where_its_address_is_known(trailer: Any) -> None:
    assert one(trailer=trailer).links == ()


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
            {"data": {"Media": {**MEDIA, "nextAiringEpisode": NEVER}}},
            "$.data.Media.nextAiringEpisode.airingAt: 1000000000000 is not a Unix time in seconds",
        ),
        (
            {"Media": {**MEDIA, "nextAiringEpisode": {"episode": 1, "airingAt": -(10**10)}}},
            "$.Media.nextAiringEpisode.airingAt: the year of '1653-02-10' is not from 1900 to 2200",
        ),
        (
            {"Media": {**MEDIA, "airingSchedule": {"nodes": [None, NEVER]}}},
            "$.Media.airingSchedule.nodes[1].airingAt: 1000000000000 is not a Unix time in seconds",
        ),
        (
            {"Media": {**MEDIA, "airingSchedule": {"edges": [None, {}, {"node": NEVER}]}}},
            (
                "$.Media.airingSchedule.edges[2].node.airingAt: "
                "1000000000000 is not a Unix time in seconds"
            ),
        ),
        (
            {"Media": {**MEDIA, "endDate": {"year": 2027, "month": 2, "day": 30}}},
            "$.Media.endDate: there is no such date as '2027-02-30'",
        ),
        (
            {"Media": {**MEDIA, "startDate": {"year": 20270}}},
            "$.Media.startDate: there is no such date as '20270'",
        ),
        ([MEDIA, {**MEDIA, "id": "2"}], "$[1].id: expected `int | null`, got `str`"),
        (
            {"airingSchedules": [{"episode": 1, "airingAt": 0, "media": {"title": "Nagi"}}]},
            "$.airingSchedules[0].media.title: expected `object`, got `str`",
        ),
        (
            {"airingSchedules": [{"episode": "1", "airingAt": 0, "media": MEDIA}]},
            "$.airingSchedules[0].episode: expected `int`, got `str`",
        ),
    ],
)
def test_a_bad_answer_is_refused_with_the_path(document: Any, line: str) -> None:
    assert refused(document) == line


def test_facts_are_of_the_day_of_the_question_in_the_readers_zone() -> None:
    late = dt.datetime.fromisoformat("2026-12-31T23:59+09:00")
    [found] = anilist.read(json.dumps(MEDIA).encode(), late).datasets
    assert found.as_of == dt.date(2026, 12, 31)
