"""One dataset of several shows."""

import datetime as dt
from typing import Any

import pytest
from conftest import NOW, SERIES
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from medalist_cli.model.dataset import Dataset, Milestone, Record, Show, Source
from medalist_cli.queries import agenda, countdown, milestones, spoilers
from medalist_cli.queries.merge import left_out, merge
from medalist_cli.queries.spoilers import Seen
from medalist_cli.storage import loader, validation

ROWERS = loader.load(SERIES)
SKATERS = loader.bundled()
BOTH = merge([SKATERS, ROWERS])
MOMENT = dt.datetime.fromisoformat(NOW)


def records(dataset: Dataset) -> list[Any]:
    lists = (getattr(dataset, name) for name in dataset.__struct_fields__)
    return [each for listed in lists if isinstance(listed, tuple) for each in listed]


def show(name: str, *ids: str) -> Dataset:
    """Return a dataset of a show with milestones of those ids."""
    listed = tuple(
        Milestone(id=each, title=each, kind="news", sources=("page",), confidence="one-source")
        for each in ids
    )
    return Dataset(
        schema_version=2,
        as_of=dt.date(2026, 1, 1),
        show=Show(id=name, title=name),
        anchor=ids[0],
        milestones=listed,
        sources=(Source(id="page", title="Page"),),
    )


def test_a_merged_dataset_is_valid() -> None:
    assert list(validation.semantic_errors(BOTH)) == []


def test_it_is_a_watchlist_of_the_oldest_day_with_the_first_anchor() -> None:
    assert (BOTH.show, [each.id for each in BOTH.shows]) == (
        Show(id="watchlist", title="Watchlist"),
        ["medalist", "still-water"],
    )
    assert BOTH.as_of == min(SKATERS.as_of, ROWERS.as_of)
    assert BOTH.anchor == f"medalist/{SKATERS.anchor}"
    assert merge([ROWERS, SKATERS]).anchor == f"still-water/{ROWERS.anchor}"


def test_no_record_is_lost_and_every_one_names_its_show() -> None:
    assert len(records(BOTH)) == len(records(SKATERS)) + len(records(ROWERS)) + 2
    named = [each.show for each in records(BOTH) if isinstance(each, Record | Source)]
    assert set(named) == {"medalist", "still-water"}


def test_every_id_begins_with_its_show() -> None:
    for listed in (BOTH.milestones, BOTH.episodes, BOTH.sources):
        assert {each.id.partition("/")[0] for each in listed} == {"medalist", "still-water"}
        assert all(each.id.startswith(f"{each.show}/") for each in listed)


def test_every_reference_still_names_what_it_named() -> None:
    titles = {each.id: each.title for each in SKATERS.milestones}
    merged = {each.id: each.title for each in BOTH.milestones}
    links = [link for link in SKATERS.links if link.milestone in titles]
    assert links
    for old, new in zip(SKATERS.links, BOTH.links, strict=False):
        if old.milestone in titles:
            assert merged[new.milestone or ""] == titles[old.milestone]
    after = [m for m in SKATERS.milestones if m.after]
    assert after
    for old_milestone, new_milestone in zip(SKATERS.milestones, BOTH.milestones, strict=False):
        if old_milestone.after:
            assert new_milestone.after == f"medalist/{old_milestone.after}"
        assert new_milestone.episode == old_milestone.episode


def test_claims_dubs_and_volumes_name_their_sources_too() -> None:
    inner = [
        part.sources
        for each in (*BOTH.milestones, *BOTH.dubs, BOTH.manga)
        for name in ("claims", "crew", "volumes")
        for part in getattr(each, name, ())
    ]
    assert inner
    assert all("/" in name for sources in inner for name in sources)


def test_the_manga_stays_if_only_one_show_has_one() -> None:
    assert BOTH.manga is not None
    assert BOTH.manga.show == "medalist"
    two = [SKATERS, structs.replace(ROWERS, manga=SKATERS.manga)]
    two[1] = structs.replace(two[1], sources=(*ROWERS.sources, *SKATERS.sources))
    assert merge(two).manga is None
    assert left_out(two) == ("manga left out, several shows have one: Medalist, Still Water Eight",)
    assert left_out([SKATERS, ROWERS]) == ()


@pytest.mark.parametrize(
    ("name", "own", "expected"),
    [
        ("a", "b", "a/b"),
        ("a/b", "c", "a%2Fb/c"),
        ("a", "b/c", "a/b%2Fc"),
        ("a", "a", "a/a"),
    ],
)
def test_a_slash_inside_a_part_is_escaped(name: str, own: str, expected: str) -> None:
    merged = merge([show(name, own), show("other", "x")])
    assert merged.milestones[0].id == expected
    assert list(validation.semantic_errors(merged)) == []


def test_what_was_merged_before_keeps_its_ids() -> None:
    third = show("third", "x")
    assert merge([BOTH, third]) == merge([SKATERS, ROWERS, third])
    assert merge([BOTH]) == BOTH
    assert merge([structs.replace(BOTH, schema_version=1)]) == BOTH


def shows(*listed: str, own: str, names: bool) -> list[str]:
    """Return the shows of a dataset that lists some, merged; its records name `own` or none."""
    alone = show(own, "x")
    (each,), (page,) = alone.milestones, alone.sources
    named = own if names else None
    made = structs.replace(
        alone,
        shows=tuple(Show(id=name, title=name) for name in listed),
        milestones=(structs.replace(each, show=named),),
        sources=(structs.replace(page, show=named),),
    )
    return [each.id for each in merge([made]).shows]


@pytest.mark.parametrize("names", [True, False])
def test_a_dataset_of_one_show_lists_it(names: bool) -> None:
    assert shows(own="a", names=names) == ["a"]


@pytest.mark.parametrize("names", [True, False])
def test_listed_shows_keep_their_order(names: bool) -> None:
    assert shows("b", "a", own="a", names=names) == ["b", "a"]


def test_a_show_that_is_not_listed_comes_first_if_records_are_about_it() -> None:
    assert shows("b", "c", own="a", names=False) == ["a", "b", "c"]


names = st.text("ab/%2F", min_size=1, max_size=4)


@given(st.lists(st.tuples(names, st.lists(names, min_size=1, max_size=3, unique=True)), min_size=1,
                max_size=3, unique_by=lambda each: each[0].replace("/", "%2F")))  # fmt: skip
def test_ids_of_any_form_stay_apart_and_valid(shows: list[tuple[str, list[str]]]) -> None:
    parts = [show(name, *ids) for name, ids in shows]
    escaped = [{each.replace("/", "%2F") for each in ids} for _, ids in shows]
    merged = merge(parts)
    if all(len(each) == len(ids) for each, (_, ids) in zip(escaped, shows, strict=True)):
        assert list(validation.semantic_errors(merged)) == []
        assert len({m.id for m in merged.milestones}) == sum(len(ids) for _, ids in shows)


def test_a_title_says_which_show_it_is_of_unless_it_does_already() -> None:
    titles = {each.id: each.title for each in milestones.every(BOTH)}
    assert titles["still-water/rowing-day"] == "Still Water Eight: Rowing day"
    assert titles["still-water/film"] == "Still Water Eight: The Regatta"
    assert titles["still-water/s1e1"] == "Still Water Eight: Season 1 episode 1: Too Small to Row"
    in_japanese = {each.id: each.title_ja for each in milestones.every(BOTH)}
    assert in_japanese["still-water/rowing-day"] is None
    assert in_japanese["still-water/film"] == "劇場版 凪の八人"
    assert in_japanese["still-water/s1e1"] == "凪の八人: 第1期 第1話「小さすぎる」"


def test_titles_of_one_show_stay_as_they_are() -> None:
    assert {each.title for each in milestones.every(ROWERS)} >= {"Rowing day"}
    alone = structs.replace(ROWERS, shows=(ROWERS.show,))
    assert milestones.every(alone) == milestones.every(ROWERS)


def rows(dataset: Dataset) -> tuple[Any, ...]:
    return countdown.schedule(dataset, MOMENT)


def test_a_schedule_has_the_dates_of_all_shows_and_their_own_episodes() -> None:
    merged = rows(BOTH)
    assert len(merged) == len(rows(SKATERS)) + len(rows(ROWERS))
    also = {row.id: row.also for row in merged if row.also}
    assert also["medalist/s2e1"] == ("medalist/season-2-premiere",)
    assert also["still-water/s2e1"] == ("still-water/season-2-premiere",)


def uids(dataset: Dataset) -> set[str]:
    visible = spoilers.up_to(dataset, None)
    made = agenda.of_milestones(visible, rows(dataset), milestones.titles(dataset))
    return {entry.uid for entry in made.entries}


def test_an_event_has_the_same_uid_alone_and_merged() -> None:
    assert uids(BOTH) == uids(SKATERS) | uids(ROWERS)
    assert "film@medalist" in uids(BOTH)


def test_spoilers_are_hidden_by_show() -> None:
    visible = spoilers.up_to(BOTH, {"still-water": Seen(1, 1)})
    titles = {each.id: each.title for each in milestones.every(visible)}
    assert titles["still-water/s1e2"] == "Still Water Eight: Season 1 episode 2"
    assert "Beginner Badge Test" in titles["medalist/s1e2"]
    assert visible.hidden == ("Still Water Eight: spoilers after S1E1 hidden (4 episodes)",)


def test_merging_calls_for_each_record_once(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = 0
    real = structs.replace

    def counted(record: Any, /, **changes: Any) -> Any:
        nonlocal calls
        calls += 1
        return real(record, **changes)

    monkeypatch.setattr(structs, "replace", counted)

    def replacements(amount: int) -> int:
        nonlocal calls
        parts = [show("a", *map(str, range(amount))), show("b", *map(str, range(amount)))]
        calls = 0
        merge(parts)
        return calls

    assert 2_000 <= replacements(1_000) <= 5_000
    assert replacements(10_000) <= 11 * replacements(1_000)
