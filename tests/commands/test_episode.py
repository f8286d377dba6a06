"""`medalist episode`: the list of episodes, and all about one."""

import json
from pathlib import Path

import pytest
from conftest import SERIES, Program, Rows

KEYS = [
    "id", "season", "episode", "number", "title", "title_ja", "air_date", "arc", "key", "summary",
    "sources", "confidence", "earliest", "local", "runtime_minutes", "state",
]  # fmt: skip


def test_json_has_the_promised_keys_in_order(rows: Rows) -> None:
    assert list(rows("episode")[0])[: len(KEYS)] == KEYS


def test_the_list_has_every_episode_in_the_time_zone_of_the_reader(rower: Program) -> None:
    ended = rower("episode", "--season", "1", "--tz", "Europe/Paris")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.splitlines()[:4] == [
        "No.  ID    Title               Date                         State",
        "1    s1e1  ★ Too Small to Row  Sat 4 Oct 2025, 18:30 CEST   past",
        "2*   s1e2  Catch a Crab        Sat 11 Oct 2025, 18:30 CEST  past",
        "3*   s1e3  ★ Ashes             Sat 18 Oct 2025, 19:00 CEST  past",
    ]


def test_episodes_are_listed_in_order(rows: Rows) -> None:
    assert [row["id"] for row in rows("episode")] == ["s1e1", "s1e2", "s1e3", "s2e1", "s2e2"]


def test_only_a_title_that_no_source_prints_is_a_translation(rows: Rows) -> None:
    assert [(row["title"], row["translated"]) for row in rows("episode")] == [
        ("Too Small to Row", False),
        ("Catch a Crab", False),
        ("Ashes", True),
        ("Borrowed", False),
        (None, False),
    ]


def test_a_season_keeps_its_own_episodes(rows: Rows) -> None:
    assert [row["number"] for row in rows("episode", "--season", "2")] == [4, 5]


def test_json_has_all_about_an_episode(rows: Rows) -> None:
    (found,) = rows("episode", "s1e1")
    assert {key: found[key] for key in KEYS} == {
        "id": "s1e1",
        "season": 1,
        "episode": 1,
        "number": 1,
        "title": "Too Small to Row",
        "title_ja": "小さすぎる",
        "air_date": "2025-10-04",
        "arc": "The Borrowed Boat",
        "key": True,
        "summary": "Nagi is turned away by four clubs; a seven without a cox asks her to shout.",
        "sources": ["gazette", "club-site"],
        "confidence": "two-sources",
        "earliest": "2025-10-05T01:30:00+09:00",
        "local": "2025-10-04T16:30:00Z",
        "runtime_minutes": 30,
        "state": "past",
    }


@pytest.mark.parametrize("form", ["s2e1", "S2E1", "2x1", "4", "episode 4", "第4話"])
def test_an_episode_is_found_in_any_usual_form(rows: Rows, form: str) -> None:
    assert [row["id"] for row in rows("episode", *form.split())] == ["s2e1"]


def test_a_number_with_a_season_counts_in_that_season(rows: Rows) -> None:
    assert [row["id"] for row in rows("episode", "1", "--season", "2")] == ["s2e1"]


def test_an_episode_in_a_pipe_is_a_line_for_each_field(rower: Program) -> None:
    out = rower("episode", "s1e1", "--tz", "Europe/Paris").out
    assert out.splitlines()[:-1] == [
        "Title: ★ Too Small to Row (小さすぎる)",
        "Season: 1",
        "Episode: 1",
        "No.: 1",
        "Your time: Sat 4 Oct 2025, 18:30 (Paris, UTC+2)",
        "Japan: Sun 5 Oct, 01:30 JST (announced as Sat 25:30)",
        "Length: 30 minutes",
        "State: past",
        "Arc: The Borrowed Boat",
        "Summary: Nagi is turned away by four clubs; a seven without a cox asks her to shout.",
        "Confirmed by: two or more sources",
        "Sources: gazette, club-site",
    ]


def test_a_clock_that_is_the_readers_too_is_shown_once(rower: Program) -> None:
    out = rower("episode", "s1e1", "--tz", "Asia/Tokyo").out
    assert out.count("01:30") == 1
    assert "Japan:" not in out


def test_an_episode_known_to_the_day_has_no_clock(rower: Program) -> None:
    out = rower("episode", "s2e2").out
    assert "Air date: Sat 16 Jan 2027\n" in out
    assert "00:00" not in out


def test_an_untitled_episode_is_called_by_its_number(rower: Program, rows: Rows) -> None:
    assert "Title: Episode 2*\n" in rower("episode", "s2e2").out
    assert rows("episode", "s2e2")[0]["title"] is None


def test_an_episode_names_who_first_appears(medalist: Program) -> None:
    out = medalist("episode", "s1e2").out
    assert "First appearances: Hikaru Kamisaki\nFirst appearances: Rioh Sonidori\n" in out


def test_a_hidden_episode_has_its_numbers_and_times_only(medalist: Program) -> None:
    ended = medalist("episode", "s2e3", "--seen", "S1")
    assert ended.code == 0
    assert "Title: Season 2 episode 3\n" in ended.out
    assert "Your time: Sat 7 Feb 2026, 16:30 (UTC)\n" in ended.out
    for hidden in ("女王のジャンプ", "Summary", "First appearances", "Arc", "Yuna"):
        assert hidden not in ended.out


def test_hidden_episodes_stay_in_the_list(rower: Program) -> None:
    out = rower("episode", "--seen", "S1E1", "--fields", "id,title", "-f", "text").out
    assert "s1e2*  Season 1 episode 2\n" in out
    assert "Crab" not in out


def test_titles_are_in_japanese_where_asked_for(rower: Program) -> None:
    out = rower("episode", "--names", "ja", "--fields", "title", "-f", "text").out
    assert out.splitlines()[1] == "蟹を取る*"


def test_an_arc_is_in_japanese_where_asked_for(medalist: Program, tmp_path: Path) -> None:
    document = json.loads(SERIES.read_text())
    document["arcs"][0]["name_ja"] = "借りた舟"
    path = tmp_path / "arcs.json"
    path.write_text(json.dumps(document))
    out = medalist("episode", "s1e1", "--names", "ja", "--data", path).out
    assert "Arc: 借りた舟\n" in out


@pytest.mark.parametrize("form", ["99", "s9e9"])
def test_an_episode_that_is_not_known_ends_with_1(rower: Program, form: str) -> None:
    ended = rower("episode", form)
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith("medalist: error: no ")


def test_a_season_without_episodes_ends_with_1(rower: Program) -> None:
    assert rower("episode", "--season", "3") == (
        1,
        "",
        "medalist: error: no episode of season 3 is known\n",
    )


def test_words_that_are_no_episode_are_a_usage_error(rower: Program) -> None:
    ended = rower("episode", "the", "boat")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("medalist: error: 'the boat' is not an episode\n")
