"""TVmaze's shows and episodes as datasets."""

import json
from typing import Any

import pytest

from medalist_cli.model.dataset import Dataset, When
from medalist_cli.storage.importers import tvmaze

from .test_importers import NOW, fixture

NEW_YORK = "America/New_York"
NETWORK = {"name": "One", "country": {"code": "US", "timezone": NEW_YORK}}
SHOW: dict[str, Any] = {"id": 7, "name": "Night Ferry", "network": NETWORK, "premiered": None}
EPISODE: dict[str, Any] = {"id": 1, "season": 1, "number": 1, "airdate": "2026-11-27"}


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
    [found] = tvmaze.read(fixture("tvmaze.json"), NOW).datasets
    assert (found.show.id, found.show.title, found.anchor) == (
        "tvmaze-70001",
        "Night Ferry",
        "season-2-premiere",
    )
    assert [(m.id, m.episode) for m in found.milestones] == [
        ("season-1-premiere", "s1e1"),
        ("season-2-premiere", "s2e1"),
        ("special-4", None),
    ]
    assert [(e.id, e.number, e.title) for e in found.episodes] == [
        ("s1e1", 1, "Casting Off"),
        ("s1e2", 2, "Low Water"),
        ("s1e3", 3, None),
        ("s2e1", 4, None),
    ]


def test_a_summary_is_text_without_its_tags() -> None:
    [found] = tvmaze.read(fixture("tvmaze.json"), NOW).datasets
    assert found.episodes[0].summary == "The ferry sails & sinks."


def test_a_minute_is_in_the_zone_of_the_network() -> None:
    stamp = {"airtime": "21:00", "airstamp": "2026-11-28T02:00:00+00:00"}
    assert when(stamp) == When(date="2026-11-27", clock="21:00", zone=NEW_YORK)


def test_a_clock_after_midnight_on_the_schedule_of_the_day_before_is_one_of_24_and_later() -> None:
    stamp = {"airtime": "01:30", "airstamp": "2026-11-28T06:30:00+00:00"}
    assert when(stamp) == When(date="2026-11-27", clock="25:30", zone=NEW_YORK)


def test_a_clock_after_midnight_on_its_own_day_stays() -> None:
    stamp = {"airtime": "01:30", "airstamp": "2026-11-27T06:30:00+00:00"}
    assert when(stamp) == When(date="2026-11-27", clock="01:30", zone=NEW_YORK)


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
    stamp = {"airdate": None, "airstamp": "2026-11-28T02:00:00+00:00"}
    assert when(stamp) == When(date="2026-11-27", clock="21:00", zone=NEW_YORK)


def test_a_plain_list_of_episodes_names_its_show_by_its_links() -> None:
    [found] = tvmaze.read(fixture("tvmaze-episodes.json"), NOW).datasets
    assert (found.show.id, found.show.title, len(found.episodes)) == (
        "tvmaze-70002",
        "Tide Table",
        2,
    )


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
        ([], "$: no show and no episode of TVmaze in it"),
        ([1], "$[0]: expected `object`, got `int`"),
        ({"id": 1}, "$: object missing required field `name`"),
        (
            [EPISODE | {"airdate": "2026-02-30"}],
            "$[0].airdate: there is no such date as '2026-02-30'",
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
