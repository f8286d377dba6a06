"""`medalist recap`: the story so far."""

import pytest
from conftest import Program, Rows

KEYS = [
    "id", "season", "episode", "number", "title", "title_ja", "air_date", "summary",
    "sources", "confidence",
]  # fmt: skip


def test_one_episode_in_a_pipe_is_a_line_for_each_field(rower: Program) -> None:
    ended = rower("recap", "1", "--episode", "1")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.splitlines()[:-1] == [
        "ID: s1e1",
        "Title: ★ Too Small to Row",
        "Title in Japanese: 小さすぎる",
        "Air date: Sat 4 Oct 2025",
        "Summary: Nagi is turned away by four clubs; a seven without a cox asks her to shout.",
    ]


def test_json_has_the_promised_keys_in_order(rows: Rows) -> None:
    assert list(rows("recap")[0])[: len(KEYS)] == KEYS


def test_json_tells_all_of_an_episode(rows: Rows) -> None:
    (found,) = rows("recap", "1", "-e", "2")
    assert {key: found[key] for key in KEYS} == {
        "id": "s1e2",
        "season": 1,
        "episode": 2,
        "number": 2,
        "title": "Catch a Crab",
        "title_ja": "蟹を取る",
        "air_date": "2025-10-11",
        "summary": "The first outing ends in the water, and Hayate in a temper.",
        "sources": ["gazette", "club-site"],
        "confidence": "one-source",
    }


def test_a_translated_title_is_marked_as_ours(rows: Rows) -> None:
    translated = {row["title"]: row["translated"] for row in rows("recap")}
    assert translated == {"Too Small to Row": False, "Catch a Crab": False, "Ashes": True}


def test_an_episode_still_to_come_is_not_told(rows: Rows) -> None:
    assert [row["id"] for row in rows("recap")] == ["s1e1", "s1e2", "s1e3"]


def test_an_episode_is_told_from_its_first_minute(rows: Rows) -> None:
    found = rows("recap", "2", now="2027-01-09T16:30:00Z")
    assert [row["id"] for row in found] == ["s2e1"]


def test_an_episode_is_not_told_a_second_before(rower: Program) -> None:
    ended = rower("recap", "--json", now="2027-01-09T16:29:59Z")
    assert (ended.code, "Borrowed" in ended.out, "s2e1" in ended.out) == (0, False, False)


def test_what_has_not_been_seen_is_not_told(rower: Program) -> None:
    ended = rower("recap", "--seen", "S1E1", "-f", "csv", "--fields", "id")
    assert (ended.code, ended.out) == (0, "id\ns1e1\n")
    assert "hidden" in ended.err


def test_of_a_season_still_to_come_it_is_told_what_to_expect(rower: Program) -> None:
    ended = rower("recap", "2")
    assert (ended.code, ended.err) == (0, "")
    assert ("A river with a tide." in ended.out, "Borrowed" in ended.out) == (True, False)


def test_an_episode_that_is_not_known_ends_with_1(rower: Program) -> None:
    ended = rower("recap", "1", "-e", "9")
    assert (ended.code, ended.out) == (1, "")


@pytest.mark.parametrize("season", ["one", "0", "-1", "1.5", "10000"])
def test_a_season_that_is_no_ordinal_is_misuse(rower: Program, season: str) -> None:
    ended = rower("recap", "--", season)
    assert (ended.code, ended.out) == (2, "")
    assert f"SEASON: '{season}' is not a number from 1 to 9999\n" in ended.err
