"""`medalist sources`: where the facts come from, and where they differ."""

from conftest import Program, Rows

KEYS = ["id", "title", "publisher", "url", "published", "facts"]
CONFLICT_KEYS = ["seed_says", "others_say", "verdict", "sources", "confidence"]


def test_the_table_tells_what_a_source_is(rower: Program) -> None:
    assert rower("sources", "seed", "--fields", "id,publisher,facts") == (
        0,
        "Id    Publisher  Facts\nseed  A blog     7\nas of 2026-11-20\n",
        "",
    )


def test_json_has_the_promised_keys_in_order(rows: Rows) -> None:
    assert list(rows("sources")[0])[: len(KEYS)] == KEYS


def test_json_tells_all_of_a_source(rows: Rows) -> None:
    (found,) = rows("sources", "gazette")
    assert {key: found[key] for key in KEYS[:-1]} == {
        "id": "gazette",
        "title": "Crew of Still Water Eight introduced",
        "publisher": "River Gazette",
        "url": "https://gazette.example/8",
        "published": "2026-10-02",
    }


def test_a_source_counts_the_records_that_name_it(rows: Rows) -> None:
    assert [row["facts"] for row in rows("sources", "fire-report")] == [0]


def test_a_milestone_gives_its_sources(rows: Rows) -> None:
    assert [row["id"] for row in rows("sources", "film")] == ["gazette", "club-site"]


def test_an_episode_gives_its_sources(rows: Rows) -> None:
    assert [row["id"] for row in rows("sources", "s1e3")] == ["gazette"]


def test_a_source_whose_title_tells_too_much_is_hidden(rower: Program) -> None:
    assert "Burnt" not in rower("sources", "--seen", "S1E2").out


def test_conflicts_have_the_promised_keys_in_order(rows: Rows) -> None:
    assert list(rows("sources", "--conflicts")[0])[: len(CONFLICT_KEYS)] == CONFLICT_KEYS


def test_conflicts_tell_what_each_side_says(rows: Rows) -> None:
    assert rows("sources", "--conflicts")[0] == {
        "seed_says": "Season 2 has thirteen episodes.",
        "others_say": "It has two.",
        "verdict": "Wrong.",
        "sources": ["gazette", "seed"],
        "confidence": "two-sources",
    }


def test_no_match_names_the_nearest_and_leaves_stdout_empty(rower: Program) -> None:
    ended = rower("sources", "gazete")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith(
        "medalist: error: no source or milestone has the id 'gazete'\nDid you mean 'gazette'"
    )


def test_conflicts_of_one_source_are_misuse(rower: Program) -> None:
    ended = rower("sources", "seed", "--conflicts")
    assert ended == (2, "", "medalist: error: --conflicts takes no ID\n")
