"""`medalist glossary`: skating terms."""

import json
from pathlib import Path

import pytest
from conftest import SERIES, Program, Rows, answered

KEYS = ["term", "term_ja", "meaning", "sources", "confidence"]


def test_the_table_has_every_term_and_its_meaning(rower: Program) -> None:
    ended = rower("glossary", "--fields", "term,meaning")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.splitlines()[:2] == [
        "Term           Meaning",
        "cox            The one who steers and calls the stroke, and does not row.",
    ]


def test_one_term_in_a_pipe_is_a_line_for_each_field(rower: Program) -> None:
    assert rower("glossary", "cox").out.splitlines()[:-1] == [
        "Term: cox (コックス)",
        "Meaning: The one who steers and calls the stroke, and does not row.",
        "Seen in print as: coxswain (Gazette)",
        "Sources: gazette, club-site",
    ]


def test_json_has_the_promised_keys_in_order(rows: Rows) -> None:
    assert list(rows("glossary")[0])[: len(KEYS)] == KEYS


def test_json_has_all_about_a_term(rows: Rows) -> None:
    (found,) = rows("glossary", "crab")
    assert {key: found[key] for key in KEYS} == {
        "term": "catch a crab",
        "term_ja": None,
        "meaning": "To lose the oar to the water in mid-stroke.",
        "sources": ["gazette"],
        "confidence": "one-source",
    }


@pytest.mark.parametrize("query", ["cox", "Coxswain", "コックス", "kokkusu"])
def test_a_term_is_found_by_any_of_its_forms(rows: Rows, query: str) -> None:
    assert [row["term"] for row in rows("glossary", query)] == ["cox"]


def test_whole_words_come_before_parts_of_words(rows: Rows) -> None:
    assert [row["term"] for row in rows("glossary", "seat")] == ["seat race"]
    assert [row["term"] for row in rows("glossary", "strok")] == ["stroke"]


def test_a_group_is_found_in_the_singular_too(medalist: Program) -> None:
    found = json.loads(medalist("glossary", "jump", "--json").out)
    assert {row["group"] for row in found} == {"Jumps"}
    assert {"Axel", "Lutz", "toe loop"} <= {row["term"] for row in found}


@pytest.mark.parametrize(
    ("alias", "term"),
    [("quad", "single, double, triple, quadruple"), ("GOE", "base value and GOE")],
)
def test_a_term_is_found_by_an_alias(medalist: Program, alias: str, term: str) -> None:
    found = json.loads(medalist("glossary", alias, "--json").out)
    assert [row["term"] for row in found] == [term]


def test_english_is_not_romanised(medalist: Program) -> None:
    assert medalist("glossary", "foo") == (
        1,
        "",
        "medalist: error: no glossary term matches 'foo'\n`medalist glossary` lists all.\n",
    )


def test_a_term_is_written_in_japanese_where_asked_for(rower: Program) -> None:
    ended = rower("glossary", "cox", "--names", "ja", "-f", "text", "--fields", "term")
    assert ended.out == "コックス\n"


def test_nothing_but_spaces_stands_between_the_forms_of_a_term(rower: Program) -> None:
    assert rower("glossary", "xx").code == 1


def test_a_term_of_a_later_episode_is_hidden(rower: Program) -> None:
    ended = rower("glossary", "crab", "--seen", "S1E1")
    assert (ended.code, ended.out) == (1, "")


def test_no_match_names_the_nearest_and_leaves_stdout_empty(rower: Program) -> None:
    assert rower("glossary", "stroek") == (
        1,
        "",
        "medalist: error: no glossary term matches 'stroek'\nDid you mean stroke?\n",
    )


def test_an_unknown_format_is_a_usage_error_that_lists_the_known(rower: Program) -> None:
    ended = rower("glossary", "-f", "xml")
    assert ended == (
        2,
        "",
        (
            "medalist: error: --format: unknown format 'xml'\n"
            "Known: csv, html, json, jsonl, markdown, svg, table, text, tsv.\n"
        ),
    )


def test_terms_of_a_group_are_under_its_name_with_their_other_form(tmp_path: Path) -> None:
    dataset = json.loads(SERIES.read_bytes())
    for term, group in zip(dataset["glossary"], ("Boat", "Boat", "Mishaps"), strict=False):
        term["group"] = group
    dataset["glossary"].append(dataset["glossary"][2] | {"term": "capsize", "meaning": "To turn."})
    path = tmp_path / "series.json"
    path.write_text(json.dumps(dataset))
    words = ("glossary", "--data", str(path), "--names", "ja")
    assert answered(*words, env={"NO_COLOR": "1"}, columns=60).out.splitlines() == [
        "Boat",
        "",
        "コックス                                                 cox",
        "  The one who steers and calls the stroke, and does not row.",
        "",
        "整調                                                  stroke",
        "  The rower in the seat nearest the cox, who sets the pace.",
        "",
        "Mishaps",
        "",
        "catch a crab*",
        "  To lose the oar to the water in mid-stroke.",
        "",
        "seat race†",
        "  Two crews, one pair of rowers exchanged between two runs.",
        "",
        "Mishaps",
        "",
        "capsize*",
        "  To turn.",
        "",
        "* one source · † only in the original article · facts",
        "checked 20 Nov 2026",
    ]
