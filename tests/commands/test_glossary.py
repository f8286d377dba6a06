"""`medalist glossary`: the words of the story."""

import pytest
from conftest import Program, Rows

KEYS = ["term", "term_ja", "meaning", "sources", "confidence"]


def test_the_table_tells_what_a_word_means(rower: Program) -> None:
    assert rower("glossary", "cox") == (
        0,
        (
            "Term  Term (ja)  Meaning\n"
            "cox   コックス   The one who steers and calls the stroke, and does not row.\n"
            "as of 2026-11-20\n"
        ),
        "",
    )


def test_json_has_the_promised_keys_in_order(rows: Rows) -> None:
    assert list(rows("glossary")[0])[: len(KEYS)] == KEYS


def test_json_tells_all_of_a_word(rows: Rows) -> None:
    (found,) = rows("glossary", "crab")
    assert {key: found[key] for key in KEYS} == {
        "term": "catch a crab",
        "term_ja": None,
        "meaning": "To lose the oar to the water in mid-stroke.",
        "sources": ["gazette"],
        "confidence": "one-source",
    }


@pytest.mark.parametrize("query", ["cox", "Coxswain", "コックス", "kokkusu"])
def test_a_word_is_found_in_any_form_it_is_printed_in(rows: Rows, query: str) -> None:
    assert [row["term"] for row in rows("glossary", query)] == ["cox"]


def test_a_word_of_a_later_episode_is_hidden(rower: Program) -> None:
    ended = rower("glossary", "crab", "--seen", "S1E1")
    assert (ended.code, ended.out) == (1, "")


def test_no_match_names_the_nearest_and_leaves_stdout_empty(rower: Program) -> None:
    assert rower("glossary", "stroek") == (
        1,
        "",
        "medalist: error: no word matches 'stroek'\nDid you mean 'stroke'?\n",
    )


def test_an_unknown_format_is_misuse_that_lists_the_known(rower: Program) -> None:
    ended = rower("glossary", "-f", "xml")
    assert ended == (
        2,
        "",
        (
            "medalist: error: --format: there is no format 'xml' here\n"
            "Known: csv, html, json, jsonl, markdown, svg, table, text, tsv.\n"
        ),
    )
