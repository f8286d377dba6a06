"""`medalist staff`: who makes it."""

import pytest
from conftest import Program, Rows

KEYS = [
    "role", "role_ja", "name", "name_ja", "seasons", "status", "note", "sources", "confidence",
]  # fmt: skip


def test_the_table_tells_who_holds_which_post(rower: Program) -> None:
    assert rower("staff", "minase") == (
        0,
        (
            "Role      Name          Seasons  Status\n"
            "director  Kaoru Minase  1, 2     returning\n"
            "as of 2026-11-20\n"
        ),
        "",
    )


def test_json_has_the_promised_keys_in_order(rows: Rows) -> None:
    assert list(rows("staff")[0])[: len(KEYS)] == KEYS


def test_json_tells_all_of_a_credit(rows: Rows) -> None:
    (found,) = rows("staff", "hongo")
    assert {key: found[key] for key in KEYS} == {
        "role": "rowing adviser",
        "role_ja": None,
        "name": "Tetsu Hongo",
        "name_ja": None,
        "seasons": [2],
        "status": "new",
        "note": "The first article alone names him.",
        "sources": ["seed"],
        "confidence": "seed-only",
    }


@pytest.mark.parametrize("query", ["minase", "MINASE", "水瀬", "みなせ", "かおる"])
def test_a_query_finds_a_name_by_any_spelling(rows: Rows, query: str) -> None:
    assert [row["name"] for row in rows("staff", query)] == ["Kaoru Minase"]


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (["--new"], ["Yui Kasuga", "Tetsu Hongo"]),
        (["--returning"], ["Minamo", "Kaoru Minase"]),
        (["--season", "2"], ["Minamo", "Kaoru Minase", "Yui Kasuga", "Tetsu Hongo"]),
        (["--role", "director", "--season", "1"], ["Kaoru Minase", "Goro Tanba", None]),
        (["--role", "美術監督"], ["Goro Tanba", "Yui Kasuga"]),
    ],
)
def test_a_filter_keeps_only_what_it_names(
    rows: Rows, arguments: list[str], names: list[str | None]
) -> None:
    assert [row["name"] for row in rows("staff", *arguments)] == names


def test_no_match_names_the_nearest_and_leaves_stdout_empty(rower: Program) -> None:
    ended = rower("staff", "kasugai")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith(
        "medalist: error: no credit matches 'kasugai'\nDid you mean 'Kasuga'"
    )


def test_a_name_that_only_the_cast_knows_leads_there(rower: Program) -> None:
    assert rower("staff", "nagi") == (
        1,
        "",
        "medalist: error: no credit matches 'nagi'\nTry `medalist cast nagi`.\n",
    )


def test_filters_that_leave_nobody_end_with_1(rower: Program) -> None:
    ended = rower("staff", "--new", "--season", "1")
    assert ended == (1, "", "medalist: error: nobody of the staff is left after these filters\n")


def test_new_and_returning_at_once_are_misuse(rower: Program) -> None:
    ended = rower("staff", "--new", "--returning")
    assert ended == (2, "", "medalist: error: --new contradicts --returning\n")
