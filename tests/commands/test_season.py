"""`medalist season`: a season's sheet."""

from conftest import Program, Rows

KEYS = [
    "season", "title", "title_ja", "episodes", "start", "end", "slot", "broadcaster", "studio",
    "premise", "expect", "arc", "manga", "tagline", "tagline_ja", "themes", "staff_changes",
    "remarks", "trailers", "also_airing", "sources", "confidence",
]  # fmt: skip


def test_the_table_gives_a_season_a_line(rower: Program) -> None:
    assert rower("season", "1", "--fields", "season,title,start,end") == (
        0,
        (
            "Season  Title              Start       End\n"
            "1       Still Water Eight  2025-10-04  2025-10-18\n"
            "as of 2026-11-20\n"
        ),
        "",
    )


def test_json_has_the_promised_keys_in_order(rows: Rows) -> None:
    assert list(rows("season")[0])[: len(KEYS)] == KEYS


def test_without_a_number_every_season_has_a_row(rows: Rows) -> None:
    assert [row["season"] for row in rows("season")] == [1, 2]


def test_the_sheet_tells_the_slot_and_the_premise(rows: Rows) -> None:
    (sheet,) = rows("season", "2")
    assert {key: sheet[key] for key in KEYS[:15]} == {
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
        "arc": "The tide (episodes 4–5)",
        "manga": "Chapters 10–15",
        "tagline": "Faster than the tide.",
        "tagline_ja": None,
    }


def test_the_sheet_gives_the_songs(rows: Rows) -> None:
    songs = [(song["kind"], song["title"]) for song in rows("season", "1")[0]["themes"]]
    assert songs == [("opening", "Pull"), ("ending", "なぎさ")]


def test_the_sheet_tells_who_followed_whom(rows: Rows) -> None:
    assert rows("season", "2")[0]["staff_changes"] == [
        {"role": "director of backgrounds", "before": "Goro Tanba", "now": "Yui Kasuga"},
        {"role": "rowing adviser", "before": None, "now": "Tetsu Hongo"},
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


def test_a_season_that_has_not_been_seen_keeps_its_dates_only(rower: Program, rows: Rows) -> None:
    (whole,) = rows("season", "2")
    ended = rower("season", "2", "--seen", "S1", "-f", "csv", "--fields", "title,start,premise")
    assert (ended.code, ended.out) == (
        0,
        f"title,start,premise\nSeason 2,{whole['start']},\n",
    )


def test_a_season_that_is_not_known_names_the_known(rower: Program) -> None:
    assert rower("season", "7") == (
        1,
        "",
        "medalist: error: no season 7 is known\nKnown: 1, 2.\n",
    )


def test_a_season_that_is_no_number_is_misuse(rower: Program) -> None:
    ended = rower("season", "two")
    assert (ended.code, ended.out) == (2, "")
    assert "SEASON: 'two' is not a number from 1 to 9999\n" in ended.err
