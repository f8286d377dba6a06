"""`medalist season`: a season at a glance."""

from pathlib import Path

import pytest
from conftest import Program, Rows, answered

KEYS = [
    "season", "title", "title_ja", "episodes", "start", "end", "slot", "broadcaster", "studio",
    "premise", "expect", "arcs", "tagline", "tagline_ja", "songs", "staff_changes", "remarks",
    "trailers", "also_airing", "links", "sources", "confidence",
]  # fmt: skip


def test_the_table_has_a_line_for_each_season(rower: Program) -> None:
    ended = rower("season", "--fields", "season,title,start")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.splitlines()[:-1] == [
        "Season  Title                       Start",
        "1       Still Water Eight           Sat 4 Oct 2025",
        "2       Still Water Eight Season 2  Sat 9 Jan 2027",
    ]


def test_chosen_fields_of_one_season_are_columns(rower: Program) -> None:
    ended = rower("season", "1", "--fields", "season,title")
    assert ended.out.splitlines()[:2] == ["Season  Title", "1       Still Water Eight"]


def test_a_season_in_a_pipe_is_a_line_for_each_field(rower: Program) -> None:
    lines = rower("season", "1").out.splitlines()
    for line in (
        "Title: Still Water Eight (凪の八人)",
        "Broadcast: Saturdays 25:30–26:00 JST",
        "Other channels: Kawa TV 2",
        "Arcs: The Borrowed Boat (episodes 1–3, chapters 1–9)",
        "Where it ends: The boathouse burns, and the crew rows on in a borrowed boat.",
        "Opening: “Pull” — The Slides",
        "Ending: “Nagisa” (なぎさ) — Kawabe Choir",
        "English dub: Bank Sound; dub director: Ida Fenn. A month after the broadcast.",
        "Trailer: Season 1 trailer, Sun 1 Jun 2025, https://video.example/1",
    ):
        assert line in lines


def test_grep_finds_a_song_in_the_bundled_season(medalist: Program) -> None:
    lines = medalist("season", "2").out.splitlines()
    assert "Opening: “Cold Night” — HANA" in lines


def test_a_sheet_in_markdown_is_a_list_of_labels(rower: Program) -> None:
    lines = rower("season", "1", "-f", "markdown").out.splitlines()
    assert "- **Opening:** “Pull” — The Slides" in lines
    assert "- **Studio:** Oarlock Works" in lines


def test_a_sheet_as_text_is_one_line(rower: Program) -> None:
    assert rower("season", "1", "-f", "text").out.count("\n") == 1


def test_a_sheet_for_a_screen_reader_is_a_sentence_for_each_field(rower: Program) -> None:
    out = rower("season", "1", env={"ACCESSIBLE": "1"}).out
    assert "Opening: “Pull” — The Slides.\n" in out
    assert ".." not in out


def test_only_a_later_season_has_new_characters(rower: Program) -> None:
    assert "New characters" not in rower("season", "1").out
    assert "New characters: Rin Shirase" in rower("season", "2").out


def test_what_to_expect_is_for_those_who_do_not_know_the_ending(rower: Program) -> None:
    assert "What to expect" not in rower("season", "1").out
    before = rower("season", "1", "--seen", "none").out
    assert "What to expect: A club without a boat.\n" in before
    assert "Where it ends" not in before


def test_titles_and_roles_are_in_japanese_where_asked_for(rower: Program) -> None:
    lines = rower("season", "2", "--names", "ja").out.splitlines()
    assert "Title: 凪の八人 第2期" in lines
    assert "Staff changes: 美術監督: 丹波五郎 → 春日結" in lines
    assert "Same season: 時計屋の猫 (Second Hand), from Tue 5 Jan 2027" in lines
    assert not any(line.startswith("Title in Japanese") for line in lines)


def test_json_has_the_promised_keys_in_order(rows: Rows) -> None:
    assert list(rows("season")[0])[: len(KEYS)] == KEYS


def test_without_a_number_every_season_has_a_row(rows: Rows) -> None:
    assert [row["season"] for row in rows("season")] == [1, 2]


def test_the_sheet_has_the_slot_and_the_premise(rows: Rows) -> None:
    (sheet,) = rows("season", "2")
    assert {key: sheet[key] for key in KEYS[:14]} == {
        "season": 2,
        "title": "Still Water Eight Season 2",
        "title_ja": "凪の八人 第2期",
        "episodes": 2,
        "start": "2027-01-09",
        "end": "2027-01-16",
        "slot": "Saturdays 25:30–26:00 JST",
        "broadcaster": "Kawa TV",
        "studio": "Oarlock Works",
        "premise": "The crew meets those who burnt nothing down and rowed all the while.",
        "expect": ["A rival who has rowed since she could walk.", "A river with a tide."],
        "arcs": [{"name": "The Tide", "name_ja": None, "first": 1, "last": 2, "chapters": "10–15"}],
        "tagline": "Faster than the tide.",
        "tagline_ja": None,
    }


def test_the_sheet_gives_the_songs(rows: Rows) -> None:
    songs = [(song["kind"], song["title"]) for song in rows("season", "1")[0]["songs"]]
    assert songs == [("opening", "Pull"), ("ending", "なぎさ")]


def test_the_sheet_has_the_staff_changes(rows: Rows) -> None:
    assert rows("season", "2")[0]["staff_changes"] == [
        {
            "role": "director of backgrounds",
            "role_ja": "美術監督",
            "before": "Goro Tanba",
            "now": "Yui Kasuga",
        },
        {"role": "rowing adviser", "role_ja": None, "before": None, "now": "Tetsu Hongo"},
    ]


def test_a_remark_names_its_speaker(rows: Rows) -> None:
    first, second = rows("season", "1")[0]["remarks"]
    assert ("Kaoru Minase" in first, "Goro Tanba" in second) == (True, True)


def test_the_sheet_names_the_trailers(rows: Rows) -> None:
    trailers = rows("season", "1")[0]["trailers"]
    assert [trailer["url"] for trailer in trailers] == ["https://video.example/1"]


def test_the_sheet_names_what_else_airs(rows: Rows) -> None:
    assert rows("season", "2")[0]["also_airing"] == [
        {
            "title": "The Clockmaker's Cat",
            "title_ja": "時計屋の猫",
            "start": "2027-01-05",
            "studio": "Second Hand",
        }
    ]


def test_a_season_that_has_not_been_seen_keeps_what_was_public(rower: Program, rows: Rows) -> None:
    (whole,) = rows("season", "2")
    ended = rower("season", "2", "--seen", "S1", "-f", "csv", "--fields", "title,start,premise")
    assert (ended.code, ended.out) == (
        0,
        f"title,start,premise\n{whole['title']},{whole['start']},{whole['premise']}\n",
    )
    assert rows("season", "2", "--seen", "S1")[0]["arcs"] == []


def test_a_season_that_nobody_announced_names_the_next_headline(medalist: Program) -> None:
    assert medalist("season", "3") == (
        1,
        "",
        (
            "medalist: error: no season 3 has been announced (facts checked 22 Nov 2026)\n"
            "Next: Medalist: The Movie (medalist countdown film)\n"
        ),
    )


def test_a_season_that_only_a_date_belongs_to_has_no_sheet(rower: Program) -> None:
    ended = rower("season", "3")
    assert ended == (1, "", "medalist: error: no details of season 3 are known\n")


@pytest.mark.parametrize("text", ["s2", "S2", "season 2", "2nd season", "第2期", "2期"])
def test_a_season_is_named_in_any_usual_form(rows: Rows, text: str) -> None:
    assert [row["season"] for row in rows("season", text)] == [2]
    assert {row["season"] for row in rows("music", "--season", text)} == {2}


@pytest.mark.parametrize("text", ["two", "0", "-1", "2.0", "２", "99999", ""])
def test_a_season_that_is_no_number_is_a_usage_error(medalist: Program, text: str) -> None:
    ended = medalist("season", "--", text)
    assert ended == (2, "", f"medalist: error: invalid season '{text}' (use 1 or 2)\n")


def test_the_seasons_to_use_are_those_of_the_dataset_asked_for(
    medalist: Program, series: Path
) -> None:
    for arguments in (("season", "two", "--data", series), ("season", "--data", series, "two")):
        assert medalist(*arguments).err.endswith("(use 1, 2 or 3)\n")


@pytest.mark.parametrize(
    ("columns", "lines"),
    [(27, ["Still Water Eight  凪の八人"]), (26, ["Still Water Eight", "凪の八人"])],
)
def test_a_title_in_japanese_that_does_not_fit_beside_the_other_is_below_it(
    columns: int, lines: list[str]
) -> None:
    ended = answered("season", "1", env={"NO_COLOR": "1"}, columns=columns)
    assert ended.out.splitlines()[: len(lines) + 1] == [
        *lines,
        "3 episodes, Sat 4 Oct – Sat" if columns == 27 else "3 episodes, Sat 4 Oct –",
    ]


def test_a_title_that_is_japanese_itself_stands_once() -> None:
    ended = answered("season", "1", "--names", "ja", env={"NO_COLOR": "1"}, columns=60)
    assert ended.out.splitlines()[0] == "凪の八人"
