"""`medalist where`: where to watch."""

import pytest
from conftest import Program, Rows

KEYS = ["season", "region", "service", "start", "note", "url", "sources", "confidence"]


def test_the_table_tells_where_and_from_when(rower: Program) -> None:
    assert rower("where", "united", "states") == (
        0,
        (
            "Season  Region         Service  Start          Note\n"
            "1*      United States  Paddle   November 2025  A month later than in Japan.\n"
            "* one source · as of 2026-11-20\n"
        ),
        "",
    )


def test_json_has_the_promised_keys_in_order(rows: Rows) -> None:
    assert list(rows("where")[0])[: len(KEYS)] == KEYS


def test_json_gives_the_start_as_it_was_announced(rows: Rows) -> None:
    (found,) = rows("where", "japan", "--season", "1")
    assert {key: found[key] for key in KEYS} == {
        "season": 1,
        "region": "Japan",
        "service": "Kawa Stream",
        "start": {"date": "2025-10-04", "clock": "26:00", "zone": "Asia/Tokyo"},
        "note": None,
        "url": "https://stream.example/still-water",
        "sources": ["gazette", "club-site"],
        "confidence": "two-sources",
    }


def test_json_gives_null_for_an_unknown_start(rows: Rows) -> None:
    assert rows("where", "worldwide")[0]["start"] is None


def test_the_latest_season_comes_first(rows: Rows) -> None:
    assert [row["season"] for row in rows("where")] == [2, 2, 1, 1]


def test_a_region_does_not_find_one_that_is_outside_of_it(rows: Rows) -> None:
    assert {row["region"] for row in rows("where", "japan")} == {"Japan"}


@pytest.mark.parametrize("query", ["us", "USA", "united states", "United"])
def test_a_short_name_finds_the_region(rows: Rows, query: str) -> None:
    assert {row["region"] for row in rows("where", query)} == {"United States"}


def test_a_service_is_found_too(rows: Rows) -> None:
    assert {row["service"] for row in rows("where", "paddle")} == {"Paddle"}


def test_no_match_names_the_nearest_and_leaves_stdout_empty(rower: Program) -> None:
    ended = rower("where", "japn")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith("medalist: error: no region matches 'japn'\nDid you mean 'Japan'")


def test_a_season_without_streams_ends_with_1(rower: Program) -> None:
    ended = rower("where", "--season", "3")
    assert ended == (1, "", "medalist: error: no stream is left after these filters\n")


def test_a_season_that_is_no_ordinal_is_misuse(rower: Program) -> None:
    ended = rower("where", "--season", "0")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("medalist: error: --season: '0' is not a number from 1 to 9999\n")


def test_a_region_like_none_names_all_there_are(rower: Program) -> None:
    ended = rower("where", "germany")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err == (
        "medalist: error: no region matches 'germany'\n"
        "Known: Japan, United States, worldwide outside Japan.\n"
    )
