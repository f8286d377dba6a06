"""`medalist timeline`: the same dates as the schedule, drawn along the years."""

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
