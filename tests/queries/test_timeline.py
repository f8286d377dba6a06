"""What is drawn along the years."""

import datetime as dt
import json
from typing import Any

import msgspec
from conftest import NOW, SERIES

from medalist_cli.model.dataset import Dataset
from medalist_cli.model.result import Span
from medalist_cli.queries import countdown, merge, spoilers, timeline
from medalist_cli.queries.spoilers import VisibleDataset
from medalist_cli.storage import loader

day = dt.date.fromisoformat
TOKYO = "Asia/Tokyo"


def show(**changes: dict[str, Any]) -> VisibleDataset:
    """Return the invented show without its first milestone, with changes to others by id."""
    document = json.loads(SERIES.read_text())
    del document["milestones"][0]
    for each in document["milestones"]:
        each.update(changes.get(each["id"].replace("-", "_"), {}))
    return spoilers.up_to(msgspec.convert(document, Dataset), None)


def marks(dataset: VisibleDataset) -> list[tuple[str, dt.date, dt.date, dt.date]]:
    rows = countdown.schedule(dataset, dt.datetime.fromisoformat(NOW))
    found = timeline.marks(rows)
    return [(mark.row.id, mark.day, mark.first, mark.last) for mark in found]


def test_a_season_runs_from_its_first_to_its_last_dated_episode() -> None:
    assert timeline.spans(show()) == (
        Span(show="", season=1, first=day("2025-10-04"), last=day("2025-10-18")),
        Span(show="", season=2, first=day("2027-01-09"), last=day("2027-01-16")),
    )


def test_seasons_of_several_shows_are_apart() -> None:
    both = merge.merge([loader.load(SERIES), loader.bundled()])
    spans = timeline.spans(spoilers.up_to(both, None))
    assert [(span.show, span.season) for span in spans] == [
        ("Medalist", 1),
        ("Medalist", 2),
        ("Still Water Eight", 1),
        ("Still Water Eight", 2),
    ]


def test_the_first_date_the_first_announcement_and_every_headline_are_marked() -> None:
    when = {"date": "2029", "zone": TOKYO}
    dataset = show(
        manga_volume_5={"verb": "announced"},
        season_2_stream={"headline": True},
        third_season={"headline": True, "verb": "announced", "when": when},
    )
    assert marks(dataset) == [
        ("stage-play", *[day("2026-05-05")] * 3),
        ("manga-volume-5", day("2026-12-16"), day("2026-12-01"), day("2026-12-31")),
        ("season-2-stream", *[day("2027-01-10")] * 3),
        ("film", day("2028-07-01"), day("2028-01-01"), day("2028-12-31")),
    ]


def test_claims_that_differ_are_drawn_from_the_first_to_the_last_day() -> None:
    claims = [
        {"when": {"date": date, "zone": TOKYO}, "sources": [], "confidence": "one-source"}
        for date in ("2028-03-10", "2028-03")
    ]
    dataset = show(film={"when": claims[0]["when"], "claims": claims})
    assert marks(dataset)[-1] == ("film", day("2028-03-10"), day("2028-03-01"), day("2028-03-31"))
