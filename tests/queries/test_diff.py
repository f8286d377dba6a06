"""What changed between two datasets."""

import datetime as dt
import json
from typing import Any

import msgspec
import pytest
from conftest import SERIES
from msgspec import structs

from medalist_cli.model.dataset import Confidence, Dataset, Milestone, When
from medalist_cli.model.rows import DiffRow
from medalist_cli.queries import diff as query
from medalist_cli.storage import loader

SHOW = loader.load(SERIES)
TOKYO = "Asia/Tokyo"


def day(date: str, clock: str | None = None) -> When:
    return When(date=date, clock=clock, zone=TOKYO)


def film(**changes: Any) -> Dataset:
    """Return a dataset with one milestone."""
    made: dict[str, Any] = {"sources": (), "confidence": "one-source"} | changes
    return structs.replace(
        SHOW,
        milestones=(Milestone(id="film", title="Film", kind="film", **made),),
        episodes=(),
        anchor="film",
    )


def changes(old: Dataset, new: Dataset) -> list[tuple[str, str, str | None, Any, Any, int | None]]:
    rows = query.diff(old, new)
    return [(r.kind, r.id, r.field, r.old, r.new, r.days) for r in rows]


def test_a_dataset_is_the_same_as_itself() -> None:
    assert query.diff(SHOW, SHOW) == ()


def test_a_later_check_of_the_same_facts_is_no_change() -> None:
    assert query.diff(SHOW, structs.replace(SHOW, as_of=dt.date(2099, 1, 1))) == ()


def test_a_moved_date_is_one_line_with_its_sources() -> None:
    [row] = query.diff(
        film(when=day("2027-02-19")), film(when=day("2027-02-26"), confidence="two-sources")
    )
    assert row == DiffRow(
        kind="moved",
        id="film",
        title="Film",
        field="when",
        old=day("2027-02-19"),
        new=day("2027-02-26"),
        days=7,
        old_confidence="one-source",
        new_confidence="two-sources",
    )


@pytest.mark.parametrize(
    ("old", "new", "kind", "days"),
    [
        (day("2027-02-19"), day("2027-02-12"), "moved", -7),
        (day("2027"), day("2028"), "moved", None),
        (day("2027"), day("2027-02-19"), "surer", None),
        (day("2027-02"), day("2027-02-19"), "surer", None),
        (day("2027"), day("2027-01"), "surer", None),
        (day("2027"), day("2027-12"), "surer", None),
        (day("2027-02-19"), day("2027-02-19", "18:00"), "surer", 0),
        (day("2027-02-19"), day("2027"), "less sure", None),
        (day("2027-01"), day("2027"), "less sure", None),
        (day("2027-12"), day("2027"), "less sure", None),
        (None, day("2027"), "surer", None),
        (day("2027"), None, "less sure", None),
        (day("2027-02"), day("2027-03-01"), "moved", None),
        (day("2027-02-19", "25:30"), day("2027-02-20", "01:30"), "changed", 0),
        (day("2027-02-19", "25:30"), day("2027-02-20", "02:00"), "moved", 0),
    ],
)
def test_a_date_that_is_more_exact_is_surer_and_any_other_moved(
    old: When | None, new: When | None, kind: str, days: int | None
) -> None:
    [row] = query.diff(film(when=old), film(when=new))
    assert (row.kind, row.days) == (kind, days)


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("one-source", "two-sources", "surer"),
        ("seed-only", "one-source", "surer"),
        ("two-sources", "one-source", "less sure"),
    ],
)
def test_a_date_with_more_sources_is_surer(old: Confidence, new: Confidence, kind: str) -> None:
    when = day("2027-02-19")
    [row] = query.diff(film(when=when, confidence=old), film(when=when, confidence=new))
    assert (row.kind, row.field, row.days) == (kind, "when", 0)


def test_a_date_may_be_surer_than_its_record() -> None:
    [row] = query.diff(film(when=day("2027"), dated="seed-only"), film(when=day("2027")))
    assert (row.kind, row.field) == ("surer", "when")
    assert (row.old_confidence, row.new_confidence) == ("seed-only", "one-source")


def test_a_record_may_become_less_sure_while_its_date_stays_as_sure() -> None:
    [row] = query.diff(
        film(when=day("2027"), dated="two-sources", confidence="one-source"),
        film(when=day("2027"), dated="two-sources", confidence="seed-only"),
    )
    assert row == DiffRow(
        kind="less sure",
        id="film",
        title="Film",
        field="confidence",
        old="one-source",
        new="seed-only",
        days=None,
        old_confidence="one-source",
        new_confidence="seed-only",
    )


def test_a_first_statement_of_confidence_is_surer() -> None:
    new = structs.replace(SHOW, show=structs.replace(SHOW.show, confidence="seed-only"))
    assert changes(SHOW, new) == [("surer", "show", "confidence", None, "seed-only", None)]
    assert changes(new, SHOW) == [("less sure", "show", "confidence", "seed-only", None, None)]


def test_a_fact_without_a_date_is_surer_too() -> None:
    new = structs.replace(
        SHOW, cast=(structs.replace(SHOW.cast[2], confidence="two-sources"), *SHOW.cast[3:])
    )
    old = structs.replace(SHOW, cast=SHOW.cast[2:])
    assert changes(old, new) == [
        ("surer", "cast/Coach K", "confidence", "one-source", "two-sources", None)
    ]


def test_what_is_new_or_gone_is_one_line_and_what_went_comes_last() -> None:
    new = structs.replace(
        SHOW,
        milestones=SHOW.milestones[1:],
        songs=(*SHOW.songs, structs.replace(SHOW.songs[0], title="Ebb", released="2027-01-09")),
    )
    assert changes(SHOW, new) == [
        ("appeared", "songs/1/opening/Ebb", None, None, "2027-01-09", None),
        ("went", "manga-start", None, day("2019"), None, None),
    ]


@pytest.mark.parametrize("name", [*query._NAMED_BY, "milestones", "episodes", "sources"])
def test_every_list_is_compared(name: str) -> None:
    listed = getattr(SHOW, name)
    last = structs.replace(SHOW, **{name: listed[:-1]})
    assert [row.kind for row in query.diff(last, SHOW)] == ["appeared"]
    assert [row.kind for row in query.diff(SHOW, last)] == ["went"]


def test_no_list_of_a_dataset_is_forgotten() -> None:
    lists = {name for name in SHOW.__struct_fields__ if isinstance(getattr(SHOW, name), tuple)}
    assert set(query._lists(SHOW)) == lists


def test_a_changed_field_is_named_with_its_path() -> None:
    role = SHOW.cast[0]
    assert role.dub is not None
    new = structs.replace(role, dub=structs.replace(role.dub, given="Diana"), seasons=(1,))
    assert changes(SHOW, structs.replace(SHOW, cast=(new, *SHOW.cast[1:]))) == [
        ("changed", "cast/Nagi Ushio", "dub.given", "Dana", "Diana", None),
        ("changed", "cast/Nagi Ushio", "seasons", (1, 2), (1,), None),
    ]


@pytest.mark.parametrize(
    ("old", "new", "kind", "days"),
    [
        ("2025-10-05", "2025-10-12", "moved", 7),
        ("2025", "2026-10", "moved", None),
        ("2025-10", "2025-10-12", "surer", None),
        (None, "2025-10-12", "surer", None),
        ("2025-10-12", "2025", "less sure", None),
        ("2025-10-12", None, "less sure", None),
    ],
)
def test_a_day_of_release_becomes_surer_or_moves_too(
    old: str | None, new: str | None, kind: str, days: int | None
) -> None:
    first, *rest = SHOW.songs
    before, after = (
        structs.replace(SHOW, songs=(structs.replace(first, released=date), *rest))
        for date in (old, new)
    )
    assert changes(before, after) == [
        (kind, "songs/1/opening/Pull", "released", old, new, days),
    ]


def test_claims_and_earlier_dates_are_part_of_the_line_of_their_date() -> None:
    document = json.loads(SERIES.read_text())
    stage = next(m for m in document["milestones"] if m["id"] == "stage-play")
    stage["was"].append({"when": stage["when"], "as_of": "2026-11-20"})
    stage |= {"when": {"date": "2026-05-12", "zone": TOKYO}, "inferred": True}
    supported = {"sources": stage["sources"], "confidence": stage["confidence"]}
    stage["claims"] = [{"when": stage["when"]} | supported]
    assert [row[:2] for row in changes(SHOW, msgspec.convert(document, Dataset))] == [
        ("moved", "stage-play")
    ]


def test_two_records_of_one_name_are_two() -> None:
    twice = structs.replace(SHOW, glossary=(*SHOW.glossary, SHOW.glossary[0]))
    assert changes(SHOW, twice) == [("appeared", "glossary/cox/#2", None, None, None, None)]
    assert query.diff(twice, twice) == ()


def test_what_appears_one_way_goes_the_other() -> None:
    new = structs.replace(SHOW, cast=SHOW.cast[2:], milestones=SHOW.milestones[:-1])
    there, back = query.diff(SHOW, new), query.diff(new, SHOW)
    assert {row.id for row in there if row.kind == "went"} == {
        row.id for row in back if row.kind == "appeared"
    }


class Counted(str):
    """An id that counts how often it is looked at."""

    __slots__ = ()
    looked = 0

    def __hash__(self) -> int:
        Counted.looked += 1
        return super().__hash__()

    def __eq__(self, other: object) -> bool:
        Counted.looked += 1
        return super().__eq__(other)


def looks(amount: int) -> int:
    """Return how often ids are looked at to compare two datasets of so many milestones."""

    def dataset(date: str) -> Dataset:
        made = SHOW.milestones[0]
        listed = tuple(
            structs.replace(made, id=Counted(f"m{n}"), when=day(date)) for n in range(amount)
        )
        return structs.replace(SHOW, milestones=listed)

    old, new = dataset("2019"), dataset("2020")
    Counted.looked = 0
    assert len(query.diff(old, new)) == amount
    return Counted.looked


def test_ten_times_the_records_take_ten_times_the_looks() -> None:
    assert looks(10_000) <= 11 * looks(1_000)


def manga(started: str, released: str) -> dict[str, Any]:
    said = {"sources": ["gazette"], "confidence": "one-source"}
    volumes = [{"number": 1, "released": released} | said]
    author = {"name": "Minamo"}
    return {"title": "Eight", "author": author, "started": started, "volumes": volumes} | said


def test_every_change_says_what_became_of_which_record() -> None:
    old = json.loads(SERIES.read_text()) | {"manga": manga("2019", "2020-01-10")}
    new = json.loads(SERIES.read_text()) | {"manga": manga("2019-05", "2020-01-17")}
    new["anchor"] = "film"
    new["show"]["genres"] = ["sport", "drama"]
    milestones = {each["id"]: each for each in new["milestones"]}
    milestones["manga-volume-5"]["announced"] = {"date": "2026-10", "zone": TOKYO}
    milestones["film"]["headline"] = False
    milestones["film"]["claims"][0]["checked"] = "2026-11-20"
    milestones["third-season"]["when"] = {"date": "2029", "zone": TOKYO}
    new["episodes"][1] |= {"confidence": "two-sources", "runtime_minutes": None}
    new["cast"][3]["character"] = {}
    new["staff"][1]["name"] = {}
    new["songs"][2]["season"] = None
    new["streams"][1]["countries"] = ["US", "CA"]
    new["dubs"][0]["crew"][0]["name"]["given"] = "Eda"
    new["links"][0]["published"] = "2025"
    new["conflicts"][0]["verdict"] = "Right."
    new["sources"][3]["id"] = "fire"
    read = (msgspec.convert(each, Dataset) for each in (old, new))
    rows = query.written(query.diff(*read))
    fields = ("kind", "id", "title", "field", "old", "new")
    assert [" | ".join(str(getattr(row, field)) for field in fields) for row in rows] == [
        "changed | anchor |  | anchor | season-2-premiere | film",
        "changed | show | Still Water Eight | genres | none | sport, drama",
        "changed | manga-volume-5 | Manga volume 5 | announced | none | October 2026",
        "changed | film | Still Water Eight: The Regatta | claims[0].checked | none | 2026-11-20",
        "changed | film | Still Water Eight: The Regatta | headline | yes | no",
        "surer | third-season | A third season | when | TBA (unconfirmed) | 2029 (unconfirmed)",
        "surer | s1e2 | Season 1 episode 2: Catch a Crab | confidence | one-source | two-sources",
        "changed | s1e2 | Season 1 episode 2: Catch a Crab | runtime_minutes | 30 | none",
        "appeared | cast | cast | None |  | ",
        "appeared | staff/director | director | None |  | ",
        "appeared | songs/opening/Tide Table | Tide Table | None |  | ",
        "changed | dubs/1/English | English | crew[0].name.given | Ida | Eda",
        "appeared | streams/1/Paddle/US,CA | US,CA | None |  | November 2025 (one source)",
        "surer | links/official/Official site | Official site | published | none | 2025",
        "changed | conflicts/Length of season 2 | Length of season 2 | verdict | Wrong. | Right.",
        "appeared | sources/fire | Who Burnt the Boathouse | None |  | ",
        "surer | manga | Eight | started | 2019 | 2019-05",
        "moved | manga | Eight | volumes[0].released | 2020-01-10 | 2020-01-17",
        "went | cast/Mei Tono | Mei Tono | None |  | ",
        "went | staff/director/Kaoru Minase | Kaoru Minase | None |  | ",
        "went | songs/2/opening/Tide Table | Tide Table | None |  | ",
        "went | streams/1/Paddle/US | US | None | November 2025 (one source) | ",
        "went | sources/fire-report | Who Burnt the Boathouse | None |  | ",
    ]
