"""TVmaze's shows and episodes as datasets."""

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
from medalist_cli.storage.importers import tvmaze

from .test_importers import NOW, fixture

NEW_YORK = "America/New_York"
FACTS: Any = {"sources": ("tvmaze",), "confidence": "one-source"}
NETWORK = {"name": "One", "country": {"code": "US", "timezone": NEW_YORK}}
SHOW: dict[str, Any] = {"id": 7, "name": "Night Ferry", "network": NETWORK, "premiered": None}
EPISODE: dict[str, Any] = {"id": 1, "season": 1, "number": 1, "airdate": "2026-11-27"}
EARLY = {"airtime": "01:30", "airstamp": "2026-11-28T06:30:00+00:00"}
LATER = EPISODE | {"season": 2, "number": 5}


def imported(document: Any) -> tuple[Dataset, ...]:
    return tvmaze.read(json.dumps(document).encode(), NOW).datasets


def when(episode: dict[str, Any], show: dict[str, Any] = SHOW) -> When | None:
    [dataset] = imported(show | {"_embedded": {"episodes": [EPISODE | episode]}})
    return dataset.episodes[0].when


def refused(document: Any) -> str:
    with pytest.raises(ValueError, match=r".") as caught:
        imported(document)
    return str(caught.value)


def test_a_show_has_its_episodes_specials_and_the_premiere_of_each_season() -> None:
    page = "https://www.tvmaze.com/shows/70001/night-ferry"
    assert tvmaze.read(fixture("tvmaze.json"), NOW).datasets == (
        Dataset(
            schema_version=2,
            as_of=dt.date(2026, 11, 22),
            show=Show(id="tvmaze-70001", title="Night Ferry", genres=("Drama",), **FACTS),
            anchor="season-2-premiere",
            milestones=(
                Milestone(
                    id="season-1-premiere",
                    title="Season 1 premiere",
                    kind="season",
                    headline=True,
                    episode="s1e1",
                    season=1,
                    **FACTS,
                ),
                Milestone(
                    id="season-2-premiere",
                    title="Season 2 premiere",
                    kind="season",
                    headline=True,
                    episode="s2e1",
                    season=2,
                    **FACTS,
                ),
                Milestone(
                    id="special-4",
                    title="A Christmas Crossing",
                    kind="event",
                    when=When(date="2026-12-24", zone=NEW_YORK),
                    runtime_minutes=90,
                    season=1,
                    **FACTS,
                ),
            ),
            seasons=(
                Season(season=1, title="Night Ferry season 1", broadcaster="Channel One", **FACTS),
                Season(season=2, title="Night Ferry season 2", broadcaster="Channel One", **FACTS),
            ),
            episodes=(
                Episode(
                    season=1,
                    episode=1,
                    number=1,
                    title="Casting Off",
                    when=When(date="2026-11-06", clock="25:00", zone=NEW_YORK),
                    runtime_minutes=60,
                    summary="The ferry sails & sinks.",
                    **FACTS,
                ),
                Episode(
                    season=1,
                    episode=2,
                    number=2,
                    title="Low Water",
                    when=When(date="2026-11-27", clock="21:00", zone=NEW_YORK),
                    runtime_minutes=60,
                    **FACTS,
                ),
                Episode(season=1, episode=3, number=3, **FACTS),
                Episode(
                    season=2,
                    episode=1,
                    number=4,
                    when=When(date="2027-09-03", zone=NEW_YORK),
                    runtime_minutes=60,
                    **FACTS,
                ),
            ),
            links=(
                Link(kind="official", title="Official site", url="https://ferry.example/", **FACTS),
                Link(kind="database", title="TVmaze", url=page, **FACTS),
            ),
            sources=(
                Source(id="tvmaze", title="TVmaze: Night Ferry", publisher="TVmaze", url=page),
            ),
        ),
    )


def test_a_plain_list_of_episodes_names_its_show_by_its_links() -> None:
    starts = [When(date=f"2026-12-0{day}", clock="20:00", zone="UTC") for day in (1, 8)]
    assert tvmaze.read(fixture("tvmaze-episodes.json"), NOW).datasets == (
        Dataset(
            schema_version=2,
            as_of=dt.date(2026, 11, 22),
            show=Show(id="tvmaze-70002", title="Tide Table", **FACTS),
            anchor="season-1-premiere",
            milestones=(
                Milestone(
                    id="season-1-premiere",
                    title="Season 1 premiere",
                    kind="season",
                    headline=True,
                    episode="s1e1",
                    season=1,
                    **FACTS,
                ),
            ),
            seasons=(Season(season=1, title="Tide Table", **FACTS),),
            episodes=(
                Episode(
                    season=1,
                    episode=1,
                    number=1,
                    title="Pilot",
                    when=starts[0],
                    runtime_minutes=30,
                    **FACTS,
                ),
                Episode(
                    season=1,
                    episode=2,
                    number=2,
                    title="Ebb",
                    when=starts[1],
                    runtime_minutes=30,
                    **FACTS,
                ),
            ),
            sources=(Source(id="tvmaze", title="TVmaze: Tide Table", publisher="TVmaze"),),
        ),
    )


def test_a_show_of_a_web_channel_is_in_its_zone_and_its_only_season_has_its_title() -> None:
    embedded = {
        "previousepisode": EPISODE,
        "nextepisode": EPISODE | {"id": 2, "number": 2, "airdate": "2026-12-04"},
    }
    [found] = imported(SHOW | {"network": None, "webChannel": NETWORK, "_embedded": embedded})
    assert found.seasons == (Season(season=1, title="Night Ferry", broadcaster="One", **FACTS),)
    assert [(episode.id, episode.when) for episode in found.episodes] == [
        ("s1e1", When(date="2026-11-27", zone=NEW_YORK)),
        ("s1e2", When(date="2026-12-04", zone=NEW_YORK)),
    ]


def test_a_season_that_is_not_the_first_is_numbered_and_has_no_premiere_of_the_show() -> None:
    document = SHOW | {"premiered": "2020-01-01", "_embedded": {"episodes": [LATER]}}
    [found] = imported(document)
    assert [season.title for season in found.seasons] == ["Night Ferry season 2"]
    assert [(m.id, m.when, m.episode) for m in found.milestones] == [
        ("season-2-premiere", None, None)
    ]


def test_a_special_is_a_milestone_once() -> None:
    special = {"id": 9, "name": "Gala", "season": 2, "airdate": "2026-12-24"}
    bare = {"airdate": "2026-12-24"}
    [found] = imported([each | {"show": SHOW} for each in (special, special, bare, bare)])
    assert [(m.id, m.title, m.season) for m in found.milestones[1:]] == [
        ("special-9", "Gala", 2),
        ("special-2", "Special", None),
        ("special-3", "Special", None),
    ]


def test_a_minute_is_in_the_zone_of_the_network() -> None:
    stamp = {"airtime": "21:00", "airstamp": "2026-11-28T02:00:00+00:00"}
    assert when(stamp) == When(date="2026-11-27", clock="21:00", zone=NEW_YORK)


@pytest.mark.parametrize(
    ("clock", "stamp", "expected"),
    [
        ("01:30", "2026-11-28T06:30:00+00:00", ("2026-11-27", "25:30")),
        ("05:59", "2026-11-28T10:59:00+00:00", ("2026-11-27", "29:59")),
        ("06:00", "2026-11-28T11:00:00+00:00", ("2026-11-28", "06:00")),
        ("01:30", "2026-11-27T06:30:00+00:00", ("2026-11-27", "01:30")),
        ("01:30", "2026-11-29T06:30:00+00:00", ("2026-11-29", "01:30")),
        ("01:00", "2026-11-28T06:30:00+00:00", ("2026-11-28", "01:30")),
    ],
)
def test_a_clock_before_6_on_the_schedule_of_the_day_before_is_one_of_24_and_later(
    clock: str, stamp: str, expected: tuple[str, str]
) -> None:
    date, there = expected
    assert when({"airtime": clock, "airstamp": stamp}) == When(
        date=date, clock=there, zone=NEW_YORK
    )


def test_the_schedule_of_a_month_has_no_day_before() -> None:
    stamp = {"airdate": "2026-11", "airtime": "01:30", "airstamp": "2026-11-28T06:30:00+00:00"}
    assert when(stamp) == When(date="2026-11-28", clock="01:30", zone=NEW_YORK)


def test_what_is_not_on_television_has_no_clock_of_24_and_later() -> None:
    show = SHOW | {"network": None, "webChannel": NETWORK}
    stamp = {"airtime": "01:30", "airstamp": "2026-11-28T06:30:00+00:00"}
    assert when(stamp, show) == When(date="2026-11-28", clock="01:30", zone=NEW_YORK)


def test_the_instant_of_a_day_without_a_clock_is_a_placeholder() -> None:
    show = SHOW | {"network": None, "webChannel": {"name": "Everywhere", "country": None}}
    stamp = {"airtime": "", "airstamp": "2026-11-27T12:00:00+00:00"}
    assert when(stamp, show) == When(date="2026-11-27", zone="UTC")


@pytest.mark.parametrize("airdate", ["", None])
def test_an_empty_date_is_to_be_announced(airdate: str | None) -> None:
    assert when({"airdate": airdate, "airtime": "", "airstamp": None}) is None


def test_an_instant_alone_is_a_minute() -> None:
    stamp = {"airstamp": "2026-11-28T02:00:00+00:00"}
    at = When(date="2026-11-27", clock="21:00", zone=NEW_YORK)
    assert when(stamp | {"airdate": None}) == at
    [found] = imported([stamp | {"season": 1, "number": 1, "show": SHOW}])
    assert found.episodes[0].when == at


@pytest.mark.parametrize(
    ("url", "title"),
    [
        ("https://www.tvmaze.com/episodes/1/under-the-ice-2x01-thaw", "Under The Ice"),
        (None, "Unknown show"),
    ],
)
def test_a_plain_episode_without_links_names_its_show_by_its_address(
    url: str | None, title: str
) -> None:
    [found] = imported([EPISODE | {"url": url}])
    assert (found.show.id, found.show.title) == ("tvmaze", title)


@pytest.mark.parametrize(
    ("number", "name"),
    [("7", "tvmaze-7"), ("123456789", "tvmaze-123456789"), ("1234567890", "tvmaze")],
)
def test_a_number_too_large_for_a_show_is_none(number: str, name: str) -> None:
    link = {"href": f"https://api.tvmaze.com/shows/{number}", "name": "Nagi"}
    [found] = imported([EPISODE | {"_links": {"show": link}}])
    assert (found.show.id, found.show.title) == (name, "Nagi")


@pytest.mark.parametrize(
    "document",
    [
        SHOW,
        [SHOW],
        [{"score": 0.9, "show": SHOW}],
        [EPISODE | {"show": SHOW}],
        [EPISODE | {"_embedded": {"show": SHOW}}],
        SHOW | {"_embedded": {"nextepisode": EPISODE, "previousepisode": None}},
    ],
)
def test_a_show_is_found_in_every_kind_of_answer(document: Any) -> None:
    assert [each.show.id for each in imported(document)] == ["tvmaze-7"]


def test_a_schedule_has_a_show_for_each_show_in_it() -> None:
    other = SHOW | {"id": 8, "name": "Day Ferry"}
    found = imported([EPISODE | {"show": show} for show in (SHOW, other, SHOW)])
    assert [each.show.title for each in found] == ["Night Ferry", "Day Ferry"]


def test_a_show_without_episodes_has_the_day_of_its_premiere() -> None:
    [found] = imported(SHOW | {"premiered": "2027-02-01"})
    assert found.milestones[0].when == When(date="2027-02-01", zone=NEW_YORK)


@pytest.mark.parametrize(
    ("document", "line"),
    [
        ({"name": "Not Found", "code": 0, "status": 404}, "$.status: 404 Not Found"),
        ({"name": "Bad Request", "status": 400}, "$.status: 400 Bad Request"),
        ({"status": 500}, "$.status: 500"),
        ([], "$: no show and no episode of TVmaze in it"),
        ([1], "$[0]: expected `object`, got `int`"),
        ({"id": 1}, "$: object missing required field `name`"),
        (
            [EPISODE | {"airdate": "2026-02-30"}],
            "$[0].airdate: there is no such date as '2026-02-30'",
        ),
        (
            [EPISODE | {"airdate": "2026-2-3"}],
            "$[0].airdate: there is no such date as '2026-2-3'",
        ),
        (
            [EPISODE | EARLY | {"airdate": "2026-02-30", "show": SHOW}],
            "$[0].airdate: there is no such date as '2026-02-30'",
        ),
        (
            [EPISODE | EARLY | {"show": SHOW | {"network": {"country": {"timezone": "Ferry"}}}}],
            "$[0].airstamp: no time zone is named 'Ferry'",
        ),
        (SHOW | {"premiered": "soon"}, "$.premiered: there is no such date as 'soon'"),
        (
            [EPISODE | {"show": SHOW | {"premiered": "soon"}, "number": 2}],
            "$[0].show.premiered: there is no such date as 'soon'",
        ),
        ([{"show": {"id": 7}}], "$[0].show: object missing required field `name`"),
        ([EPISODE | {"show": {"id": 7}}], "$[0].show: object missing required field `name`"),
        (
            [EPISODE | {"_embedded": {"show": {"id": "7"}}}],
            "$[0]._embedded.show.id: expected `int | null`, got `str`",
        ),
        (
            [EPISODE | {"airtime": "20:00", "airstamp": "soon"}],
            "$[0].airstamp: 'soon' is not an ISO 8601 time",
        ),
        (
            SHOW | {"_embedded": {"episodes": [EPISODE, {"season": "one"}]}},
            "$._embedded.episodes[1].season: expected `int | null`, got `str`",
        ),
    ],
)
def test_a_bad_answer_is_refused_with_the_path(document: Any, line: str) -> None:
    assert refused(document) == line
