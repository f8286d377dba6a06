"""`medalist sources`: where the facts come from, and where sources disagree."""

import json
from pathlib import Path

import pytest
from conftest import SERIES, Program, Rows, answered

KEYS = ["id", "title", "publisher", "url", "published", "facts"]
CONFLICT_KEYS = [
    "topic", "article_says", "others_say", "verdict", "sources", "confidence",
]  # fmt: skip


def test_the_table_counts_the_facts_of_a_source(rower: Program) -> None:
    ended = rower("sources", "seed", "--fields", "id,publisher,facts")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.splitlines()[:2] == ["ID    Publisher  Used for", "seed  A blog     7 facts"]


def test_json_has_the_promised_keys_in_order(rows: Rows) -> None:
    assert list(rows("sources")[0])[: len(KEYS)] == KEYS


def test_json_has_all_about_a_source(rows: Rows) -> None:
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


def test_one_source_in_a_pipe_is_a_line_for_each_field(rower: Program) -> None:
    assert rower("sources", "fire-report").out.splitlines()[:-1] == [
        "ID: fire-report",
        "Title: Who Burnt the Boathouse",
        "Publisher: River Gazette",
        "Used for: 0 facts",
    ]


def test_the_evidence_for_a_milestone_is_shown(rower: Program) -> None:
    out = rower("sources", "third-season").out
    assert "How we know: In the announcement article alone.\n" in out


def test_the_evidence_is_in_data_formats_too(rows: Rows) -> None:
    found = rows("sources", "third-season")
    assert [row["evidence"] for row in found] == ["In the announcement article alone."]


def test_a_milestone_shows_addresses_and_which_source_supports_which_date(rower: Program) -> None:
    assert rower("sources", "film") == (
        0,
        (
            "Publisher      Title                                 Published       "
            "URL                        Supports\n"
            "River Gazette  Crew of Still Water Eight introduced  Fri 2 Oct 2026  "
            "https://gazette.example/8  2028\n"
            "Kawa TV        凪の八人 公式                         October 2026    "
            "unknown                    2028\n"
            "facts checked 20 Nov 2026\n"
        ),
        "",
    )


def test_the_sheet_of_the_only_source_says_which_date_it_supports(
    rower: Program, tmp_path: Path
) -> None:
    show = json.loads(SERIES.read_text())
    (film,) = [each for each in show["milestones"] if each["id"] == "film"]
    film["sources"] = film["claims"][0]["sources"] = ["gazette"]
    path = tmp_path / "show.json"
    path.write_text(json.dumps(show))
    assert "Supports: 2028" in rower("sources", "film", "--data", path).out.splitlines()


def test_the_dates_of_the_film_have_their_sources(medalist: Program) -> None:
    claims = json.loads(medalist("sources", "film", "--json").out)
    assert [row["claim"] for row in claims] == [
        *["19 Feb 2027"] * 3,
        "February 2027",
        *["2027"] * 5,
    ]


def test_the_title_names_the_milestone(rower: Program) -> None:
    out = rower("sources", "film", "-f", "markdown").out
    assert out.startswith("**Sources for Still Water Eight: The Regatta**\n")


def test_a_milestone_gives_its_sources(rows: Rows) -> None:
    assert [row["id"] for row in rows("sources", "film")] == ["gazette", "club-site"]


def test_an_episode_gives_its_sources(rows: Rows) -> None:
    assert [row["id"] for row in rows("sources", "s1e3")] == ["gazette"]


def test_a_source_whose_title_tells_too_much_is_hidden(rower: Program) -> None:
    assert "Burnt" not in rower("sources", "--seen", "S1E2").out


def test_conflicts_have_the_promised_keys_in_order(rows: Rows) -> None:
    assert list(rows("sources", "--conflicts")[0])[: len(CONFLICT_KEYS)] == CONFLICT_KEYS


def test_conflicts_say_what_each_side_says(rows: Rows) -> None:
    assert rows("sources", "--conflicts")[0] == {
        "topic": "Length of season 2",
        "article_says": "Season 2 has thirteen episodes.",
        "others_say": "It has two.",
        "verdict": "Wrong.",
        "sources": ["gazette", "seed"],
        "confidence": "two-sources",
    }


def test_no_match_names_the_nearest_and_leaves_stdout_empty(rower: Program) -> None:
    ended = rower("sources", "gazete")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith(
        "medalist: error: no source or milestone has the id 'gazete'\nDid you mean gazette"
    )


def test_conflicts_with_an_id_are_a_usage_error(rower: Program) -> None:
    ended = rower("sources", "seed", "--conflicts")
    assert ended == (2, "", "medalist: error: --conflicts and ID can't be combined\n")


@pytest.mark.parametrize(
    ("columns", "lines"),
    [
        (52, ["Crew of Still Water Eight introduced  Fri 2 Oct 2026"]),
        (51, ["Crew of Still Water Eight introduced", "  Fri 2 Oct 2026"]),
        (40, ["Crew of Still Water Eight introduced", "  Fri 2 Oct 2026"]),
    ],
)
def test_a_day_that_does_not_fit_beside_a_title_is_below_it(columns: int, lines: list[str]) -> None:
    ended = answered("sources", "film", env={"NO_COLOR": "1"}, columns=columns)
    start = ended.out.splitlines().index(lines[0])
    shown = [*lines, "  River Gazette · 46 facts · gazette", "  https://gazette.example/8"]
    assert ended.out.splitlines()[start : start + len(shown)] == shown


def test_a_day_is_beside_a_title_from_40_cells_on() -> None:
    for columns, lines in ((40, 1), (39, 2)):
        out = answered("sources", "film", env={"NO_COLOR": "1"}, columns=columns).out
        shown = out[out.index("凪の八人 公式") : out.index("October 2026") + 12]
        assert len(shown.splitlines()) == lines
