"""`medalist cast`: who voices whom."""

import pytest
from conftest import Program, Rows

KEYS = [
    "character", "character_ja", "actor", "actor_ja", "dub", "role", "seasons", "new",
    "aliases", "note", "sources", "confidence",
]  # fmt: skip


def test_the_table_has_characters_and_actors(rower: Program) -> None:
    ended = rower("cast", "--fields", "character,actor,role")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.splitlines()[1].split("  ")[0] == "Nagi Ushio"


def test_one_character_in_a_pipe_is_a_line_for_each_field(rower: Program) -> None:
    assert rower("cast", "nagi").out.splitlines()[:-1] == [
        "Character: Nagi Ushio (潮凪)",
        "Voice actor: Sayo Otori (鳳小夜)",
        "English voice: Dana Whitlock",
        "Also called: Shorty",
        "Role: Cox of the eight",
        "Seasons: 1, 2",
    ]


def test_a_form_that_is_shown_already_is_not_repeated(rower: Program) -> None:
    out = rower("cast", "nagi", "--names", "both").out
    assert "Character: Nagi Ushio (潮凪)\n" in out
    assert out.count("潮凪") == 1


def test_json_has_the_promised_keys_in_order(rows: Rows) -> None:
    assert list(rows("cast")[0])[: len(KEYS)] == KEYS


def test_json_tells_all_of_a_role(rows: Rows) -> None:
    first = rows("cast")[0]
    assert {key: first[key] for key in KEYS} == {
        "character": "Nagi Ushio",
        "character_ja": "潮凪",
        "actor": "Sayo Otori",
        "actor_ja": "鳳小夜",
        "dub": "Dana Whitlock",
        "role": "Cox of the eight",
        "seasons": [1, 2],
        "new": False,
        "aliases": ["Shorty"],
        "note": None,
        "sources": ["gazette", "club-site"],
        "confidence": "two-sources",
    }


def test_json_of_one_match_is_an_array(rows: Rows) -> None:
    assert [row["character"] for row in rows("cast", "nagi")] == ["Nagi Ushio"]


def test_json_gives_null_for_an_unknown_actor(rows: Rows) -> None:
    assert rows("cast", "rin")[0]["actor"] is None


@pytest.mark.parametrize(
    "query",
    [
        ["otori"],
        ["Ōtori"],
        ["ootori"],
        ["ohtori", "sayo"],
        ["鳳"],
        ["おおとり"],
        ["潮凪"],
        ["shorty"],
        ["whitlock"],
        ["dana"],
    ],
)
def test_a_query_finds_a_role_by_any_spelling_alias_or_voice(rows: Rows, query: list[str]) -> None:
    assert [row["character"] for row in rows("cast", *query)] == ["Nagi Ushio"]


def test_a_season_keeps_those_who_appear_in_it(rows: Rows) -> None:
    names = [row["character"] for row in rows("cast", "--season", "2")]
    assert names == ["Nagi Ushio", "Hayate Kujirai", "Rin Shirase"]


def test_new_keeps_those_of_the_latest_season(rows: Rows) -> None:
    found = rows("cast", "--new")
    assert [(row["character"], row["new"]) for row in found] == [("Rin Shirase", True)]


def test_new_keeps_those_of_the_season_asked_for(rows: Rows) -> None:
    assert len(rows("cast", "--new", "--season", "1")) == 4


def test_names_are_written_as_asked(rower: Program) -> None:
    ended = rower("cast", "nagi", "--names", "both", "--name-order", "family", "-f", "text")
    assert ended == (
        0,
        "Ushio Nagi (潮凪)  Otori Sayo (鳳小夜)  Cox of the eight  1, 2\n",
        "",
    )


def test_a_missing_form_of_a_name_falls_back_to_the_other(rower: Program) -> None:
    assert "雨宮櫂" in rower("cast", "coach", "--names", "en").out


def test_json_keeps_names_whatever_the_style(rows: Rows) -> None:
    assert rows("cast", "nagi", "--names", "ja", "--name-order", "family") == rows("cast", "nagi")


def test_fields_are_given_in_the_order_asked_for(rower: Program) -> None:
    ended = rower("cast", "nagi", "-f", "csv", "--fields", "actor,character")
    assert ended == (0, "actor,character\nSayo Otori,Nagi Ushio\n", "")


def test_no_match_names_the_nearest_and_leaves_stdout_empty(rower: Program) -> None:
    assert rower("cast", "kujirei") == (
        1,
        "",
        "medalist: error: no character or actor matches 'kujirei'\nDid you mean Kujirai?\n",
    )


def test_a_query_like_no_name_is_advised_the_whole_list(rower: Program) -> None:
    assert rower("cast", "theme") == (
        1,
        "",
        "medalist: error: no character or actor matches 'theme'\n`medalist cast` lists all.\n",
    )


def test_a_whole_word_is_found_alone(medalist: Program) -> None:
    ended = medalist("cast", "rioh", "-f", "csv", "--fields", "character")
    assert ended == (0, "character\nRioh Sonidori\n", "")


def test_the_main_cast_is_known_to_who_has_seen_nothing(medalist: Program) -> None:
    ended = medalist("cast", "inori", "--seen", "none", "-f", "csv", "--fields", "character")
    assert (ended.code, ended.out) == (0, "character\nInori Yuitsuka\n")


def test_a_later_character_is_not_found(rower: Program) -> None:
    assert rower("cast", "mei", "--seen", "S1E2").code == 1
    assert rower("cast", "mei", "--seen", "S1E3").code == 0


def test_a_season_that_nobody_announced_ends_with_1(rower: Program) -> None:
    ended = rower("cast", "--season", "4")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith("medalist: error: no season 4 has been announced (facts checked ")


def test_a_name_that_only_the_staff_knows_leads_there(rower: Program) -> None:
    assert rower("cast", "minase") == (
        1,
        "",
        "medalist: error: no character or actor matches 'minase'\nTry: medalist staff minase\n",
    )


def test_filters_that_leave_nobody_end_with_1(rower: Program) -> None:
    ended = rower("cast", "coach", "--season", "2")
    assert ended == (1, "", "medalist: error: no cast members match these filters\n")


def test_a_season_that_is_no_number_is_a_usage_error(rower: Program) -> None:
    ended = rower("cast", "--season", "two")
    assert ended == (2, "", "medalist: error: invalid season 'two' (use 1, 2 or 3)\n")


def test_an_unknown_field_is_misuse_that_lists_the_known(rower: Program) -> None:
    ended = rower("cast", "--fields", "colour")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("medalist: error: --fields: unknown field 'colour'\nKnown")


def test_two_formats_at_once_are_misuse(rower: Program) -> None:
    ended = rower("cast", "--json", "-f", "csv")
    assert ended == (2, "", "medalist: error: --json and --format csv can't be combined\n")
