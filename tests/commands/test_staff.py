"""`medalist staff`: who makes the show."""

import json
from pathlib import Path

import pytest
from conftest import SERIES, Program, Rows, answered

KEYS = [
    "role", "role_ja", "name", "name_ja", "seasons", "status", "note", "sources", "confidence",
]  # fmt: skip


def test_the_table_lists_roles_and_names(rower: Program) -> None:
    ended = rower("staff", "--returning")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.splitlines()[:-1] == [
        "Role              Name          Seasons  Status",
        "original creator  Minamo        1, 2     returning",
        "director          Kaoru Minase  1, 2     returning",
    ]


def test_one_credit_in_a_pipe_is_a_line_for_each_field(rower: Program) -> None:
    assert rower("staff", "minase").out.splitlines()[:-1] == [
        "Name: Kaoru Minase (水瀬薫)",
        "Role: director (監督)",
        "Seasons: 1, 2",
        "Status: returning",
    ]


def test_no_status_is_unknown(rower: Program) -> None:
    out = rower("staff", "--fields", "status", "-f", "text").out
    assert {line.rstrip("*†") for line in out.splitlines()} == {
        "returning",
        "replaced",
        "promoted",
        "season 1 only",
        "new",
    }


def test_a_credit_without_a_status_has_none(medalist: Program, tmp_path: Path) -> None:
    dataset = json.loads(SERIES.read_bytes())
    del dataset["staff"][0]["status"]
    path = tmp_path / "series.json"
    path.write_text(json.dumps(dataset))
    ended = medalist("staff", "minamo", "--data", path)
    assert "unknown" not in ended.out
    assert "Status" not in ended.out


def test_roles_are_in_japanese_where_asked_for(rower: Program) -> None:
    out = rower("staff", "minase", "--names", "ja", "--fields", "role,name", "-f", "text").out
    assert out == "監督  水瀬薫\n"


def test_json_has_the_promised_keys_in_order(rows: Rows) -> None:
    assert list(rows("staff")[0])[: len(KEYS)] == KEYS


def test_json_has_all_about_a_credit(rows: Rows) -> None:
    (found,) = rows("staff", "hongo")
    assert {key: found[key] for key in KEYS} == {
        "role": "rowing adviser",
        "role_ja": None,
        "name": "Tetsu Hongo",
        "name_ja": None,
        "seasons": [2],
        "status": "new",
        "note": None,
        "sources": ["seed"],
        "confidence": "seed-only",
    }


@pytest.mark.parametrize("query", ["minase", "MINASE", "水瀬", "みなせ", "かおる"])
def test_a_query_finds_a_name_by_any_spelling(rows: Rows, query: str) -> None:
    assert [row["name"] for row in rows("staff", query)] == ["Kaoru Minase"]


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (["--new"], ["Tetsu Hongo"]),
        (["--returning"], ["Minamo", "Kaoru Minase"]),
        (["--season", "2"], ["Minamo", "Kaoru Minase", "Yui Kasuga", "Tetsu Hongo"]),
        (["--role", "director", "--season", "1"], ["Kaoru Minase", "Goro Tanba", None]),
        (["--role", "美術監督"], ["Goro Tanba", "Yui Kasuga"]),
    ],
)
def test_a_filter_keeps_what_it_names(
    rows: Rows, arguments: list[str], names: list[str | None]
) -> None:
    assert [row["name"] for row in rows("staff", *arguments)] == names


def test_no_match_names_the_nearest_and_leaves_stdout_empty(rower: Program) -> None:
    ended = rower("staff", "kasugai")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith(
        "medalist: error: no staff member matches 'kasugai'\nDid you mean Kasuga"
    )


def test_a_name_of_the_cast_is_pointed_to(rower: Program) -> None:
    assert rower("staff", "nagi") == (
        1,
        "",
        "medalist: error: no staff member matches 'nagi'\nTry: medalist cast nagi\n",
    )


def test_an_artist_is_pointed_to_the_songs(medalist: Program) -> None:
    for command in ("staff", "cast"):
        ended = medalist(command, "kenshi", "yonezu")
        assert (ended.code, ended.out) == (1, "")
        assert ended.err.endswith("\nTry: medalist music kenshi yonezu\n")


def test_a_role_is_pointed_to_the_option(rower: Program) -> None:
    ended = rower("staff", "sound", "director")
    assert ended.err.endswith('\nTry: medalist staff --role "sound director"\n')
    assert rower("staff", "--role", "sound director").code == 0


def test_advice_quotes_what_a_shell_would_act_on(rower: Program) -> None:
    ended = rower("staff", "nagi;", "ushio")
    assert ended.code == 1
    assert "cast nagi;" not in ended.err


def test_filters_that_leave_nobody_end_with_1(rower: Program) -> None:
    ended = rower("staff", "--new", "--season", "1")
    assert ended == (1, "", "medalist: error: no staff members match these filters\n")


def test_new_and_returning_together_are_a_usage_error(rower: Program) -> None:
    ended = rower("staff", "--new", "--returning")
    assert ended == (2, "", "medalist: error: --new and --returning can't be combined\n")


def test_a_post_without_a_group_is_under_no_heading(tmp_path: Path) -> None:
    dataset = json.loads(SERIES.read_bytes())
    dataset["staff"][0].pop("group")
    dataset["staff"][1]["group_ja"] = "演出"
    path = tmp_path / "series.json"
    path.write_text(json.dumps(dataset))
    words = ("staff", "--data", str(path), "--names", "ja")
    assert answered(*words, env={"NO_COLOR": "1"}, columns=60).out.splitlines()[:5] == [
        "Staff of 凪の八人",
        "",
        "  原作              みなも        1, 2   returning",
        "",
        "演出",
    ]
