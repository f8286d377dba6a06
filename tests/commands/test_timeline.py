"""`medalist timeline`: the same dates as the schedule, drawn along the years."""

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import Program, Rows, answered


def test_json_is_that_of_the_schedule(rows: Rows) -> None:
    assert rows("timeline") == rows("schedule")


def drawn(columns: int, **env: str) -> list[str]:
    """Return the lines of the picture on a terminal."""
    ended = answered("timeline", env={"NO_COLOR": "1"} | env, columns=columns)
    assert (ended.code, ended.err) == (0, "")
    return ended.out.splitlines()


def test_the_picture_has_years_seasons_headlines_and_today() -> None:
    text = "\n".join(drawn(100))
    assert "2019" in text
    assert "2028" in text
    for label in ("Season 1", "Season 2", "Manga begins", "▲ today"):
        assert label in text


def test_an_uncertain_date_is_a_dotted_span() -> None:
    (line,) = [line for line in drawn(100) if "The Regatta" in line]
    assert "···◇···" in line


def test_a_season_is_under_its_year() -> None:
    years, *lines = drawn(100)[2:]
    (line,) = [line for line in lines if "▇ Season 2" in line]
    assert years.index("2027") <= line.index("▇ Season 2") <= years.index("2027") + 2


def test_items_share_a_line_only_if_they_do_not_overlap() -> None:
    assert not [line for line in drawn(80) if "Season 1Season 2" in line.replace(" ", "")]


@pytest.mark.parametrize("columns", [20, 40])
def test_a_narrow_terminal_has_a_line_for_each_item(columns: int) -> None:
    lines = drawn(columns)
    assert "◆ Manga begins" in lines
    assert "▇ Season 1" in lines


def test_a_pipe_has_the_dates_as_columns(rower: Program) -> None:
    piped = rower("timeline").out
    assert piped.splitlines()[0].split() == ["Date", "Title", "Kind", "State"]
    assert len(piped.splitlines()) == len(rower("schedule").out.splitlines())


def test_a_screen_reader_has_sentences() -> None:
    assert "Title: Rowing day. Kind: event." in "\n".join(drawn(80, ACCESSIBLE="1"))


def test_fields_that_are_asked_for_are_columns(rower: Program) -> None:
    assert rower("timeline", "--fields", "id").out.splitlines()[:2] == ["ID", "manga-start"]


def test_a_hidden_title_is_not_drawn() -> None:
    ended = answered("timeline", "--seen", "none", columns=100)
    assert "Burned" not in ended.out


def test_no_picture_is_wider_than_120_cells() -> None:
    assert drawn(130) == drawn(121) == drawn(120)


LONG = (
    "The {} long title of an exhibition of boats, oars and caps in the old boathouse by the river"
)


@pytest.fixture
def oars(tmp_path: Path) -> Path:
    """Dates on the first and the last day of years, and titles that no line has room for."""
    fact: dict[str, Any] = {"sources": ["a"], "confidence": "one-source"}

    def at(date: str) -> dict[str, Any]:
        return {"when": {"date": date, "zone": "Asia/Tokyo"}, **fact}

    def headline(name: str, title: str, date: str) -> dict[str, Any]:
        return {"id": name, "title": title, "kind": "event", "headline": True, **at(date)}

    def episode(season: int, number: int, date: str) -> dict[str, Any]:
        return {"season": season, "episode": number, "number": number, **at(date)}

    path = tmp_path / "oars.json"
    document = {
        "schema_version": 2,
        "as_of": "2026-11-20",
        "show": {"id": "oars", "title": "Oars", **fact},
        "anchor": "last",
        "sources": [{"id": "a", "title": "A", "publisher": "A"}],
        "milestones": [
            headline("first", "First draft", "2020-01-01"),
            headline("middle", LONG.format("very"), "2023-06-30"),
            headline("recent", LONG.format("really"), "2026-09-30"),
            headline("race", "Race", "2027-03"),
            headline("last", "Finish", "2028-12-31"),
        ],
        "episodes": [
            episode(1, 1, "2021-01-01"),
            episode(1, 2, "2022-12-31"),
            episode(2, 3, "2024-07-01"),
        ],
    }
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("columns", "picture"),
    [
        (
            60,
            """\
2020  2021  2022  2023  2024  2025  2026  2027  2028
◆ First draft       ◆ The very long title of an…
      ▇▇▇▇▇▇▇▇▇▇▇▇ Season 1                   Finish ◆
                          ▇ Season 2
The really long title of an exhibition… ◆
            Race (March 2027, one source) ·◇
                                         ▲ today
""",
        ),
        (
            80,
            """\
2020    2021    2022    2023    2024    2025    2026    2027    2028
◆ First draft              ◆ The very long title of an exhibitio…
        ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇ Season 1  ▇ Season 2                   Finish ◆
The really long title of an exhibition of boats, oa… ◆
                           Race (March 2027, one source) ◇
                                                       ▲ today
""",
        ),
        (
            53,
            """\
◆ First draft
  Wed 1 Jan 2020
▇ Season 1
  Fri 1 Jan 2021 – Sat 31 Dec 2022
◆ The very long title of an exhibition of boats, oars
and caps in the old boathouse by the river
  Fri 30 Jun 2023
▇ Season 2
  Mon 1 Jul 2024
◆ The really long title of an exhibition of boats,
oars and caps in the old boathouse by the river
  Wed 30 Sep 2026
▲ today
  Sun 22 Nov 2026
◇ Race
  March 2027
◆ Finish
  Sun 31 Dec 2028
""",
        ),
    ],
)
def test_a_long_title_is_cut_or_stands_at_the_left_and_nothing_overlaps(
    oars: Path, columns: int, picture: str
) -> None:
    lines = drawn(columns, MEDALIST_DATA=str(oars))
    assert lines == ["Timeline of Oars", "", *picture.splitlines(), "", "facts checked 20 Nov 2026"]
