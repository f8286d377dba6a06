"""`medalist seen`: remember how far someone has watched."""

import json
import stat
from pathlib import Path
from typing import Any

import pytest
from conftest import SERIES, Ended, Program, Rows, Valid

KEYS = ["show", "episode", "seen", "left", "next"]
AFTER_SEASON_1 = "medalist: note: spoilers after S1 hidden (2 episodes)\n"


@pytest.fixture
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where `seen` remembers, in a state home of its own."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state" / "medalist" / "seen.json"


def row(valid: Valid, ended: Ended) -> Any:
    (found,) = valid("seen", ended.out)
    return found


def test_json_has_the_promised_keys_in_order(rows: Rows) -> None:
    assert list(rows("seen")[0]) == KEYS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("S1E2", {"episode": "S1E2", "seen": 2, "left": 1, "next": "s1e3"}),
        ("2", {"episode": "S1E2", "seen": 2, "left": 1, "next": "s1e3"}),
        ("第2話", {"episode": "S1E2", "seen": 2, "left": 1, "next": "s1e3"}),
        ("s1", {"episode": "S1", "seen": 3, "left": 0, "next": "s2e1"}),
        ("season 1", {"episode": "S1", "seen": 3, "left": 0, "next": "s2e1"}),
        ("none", {"episode": "none", "seen": 0, "left": 3, "next": "s1e1"}),
        ("all", {"episode": "all", "seen": 3, "left": 0, "next": None}),
    ],
)
def test_it_remembers_and_shows_how_far_what_is_left_and_what_is_next(
    rower: Program, valid: Valid, memory: Path, text: str, expected: dict[str, Any]
) -> None:
    ended = rower("seen", *text.split(), "--json")
    assert (ended.code, ended.err) == (0, "")
    assert row(valid, ended) == {"show": "still-water"} | expected
    assert json.loads(memory.read_text()) == {"still-water": expected["episode"]}
    assert row(valid, rower("seen", "--json")) == row(valid, ended)


@pytest.mark.usefixtures("memory")
def test_it_can_be_read_on_one_line(rower: Program) -> None:
    rower("seen", "S1E2")
    ended = rower("seen", "-f", "text")
    assert (ended.code, ended.out) == (0, "Still Water Eight  S1E2  2  1  s1e3\n")


def test_one_show_is_a_sheet(rower: Program) -> None:
    assert rower("seen", "--seen", "S1E2", "-f", "markdown").out == (
        "**Seen so far**\n"
        "\n"
        "- **Show:** Still Water Eight\n"
        "- **Episode:** S1E2\n"
        "- **Seen:** 2\n"
        "- **Left:** 1\n"
        "- **Next:** s1e3\n"
        "\n"
        "facts checked 20 Nov 2026\n"
    )


def test_nothing_remembered_says_how_to_begin(rower: Program) -> None:
    ended = rower("seen", "--json")
    assert json.loads(ended.out)[0]["episode"] == "all"
    assert ended.err == (
        "medalist: note: nothing is hidden; `medalist seen S1E10` hides what comes after S1E10\n"
    )


@pytest.mark.usefixtures("memory")
def test_an_episode_that_airs_meanwhile_is_left_to_watch(rower: Program, valid: Valid) -> None:
    rower("seen", "S1")
    later = row(valid, rower("seen", "--json", now="2027-01-09T16:30Z"))
    assert (later["seen"], later["left"], later["next"]) == (3, 1, "s2e1")


@pytest.mark.usefixtures("memory")
class TestMemory:
    """What was remembered holds until something else is said."""

    def ids(self, ended: Ended) -> list[str]:
        assert ended.code == 0
        return ended.out.split()[1:]

    def recap(self, run: Program, *arguments: str, **more: Any) -> list[str]:
        return self.ids(run("recap", *arguments, "-f", "csv", "--fields", "id", **more))

    def test_it_holds_in_pipes(self, rower: Program) -> None:
        rower("seen", "S1E1")
        assert self.recap(rower) == ["s1e1"]

    def test_it_is_noted(self, rower: Program) -> None:
        rower("seen", "S1")
        assert rower("cast").err == AFTER_SEASON_1

    def test_the_variable_comes_before_it(self, rower: Program) -> None:
        rower("seen", "S1E1")
        assert self.recap(rower, env={"MEDALIST_SEEN": "S1E2"}) == ["s1e1", "s1e2"]

    def test_the_option_comes_before_both(self, rower: Program) -> None:
        rower("seen", "S1E1")
        env = {"MEDALIST_SEEN": "S1E2"}
        assert self.recap(rower, "--seen", "S1", env=env) == ["s1e1", "s1e2", "s1e3"]

    def test_all_overrides_it_for_one_run(self, rower: Program) -> None:
        rower("seen", "none")
        assert self.recap(rower, "--seen", "all") == ["s1e1", "s1e2", "s1e3"]
        assert rower("recap", "-f", "csv", "--fields", "season").out == "season\n1\n2\n"

    def test_all_and_none_are_remembered_too(self, rower: Program) -> None:
        rower("seen", "none")
        rower("seen", "all")
        assert self.recap(rower) == ["s1e1", "s1e2", "s1e3"]

    def test_a_prompt_is_written_without_later_titles(self, rower: Program) -> None:
        rower("seen", "S1E1")
        assert "Ashes" not in rower("countdown", "s1e3", "-f", "tmux").out

    def test_each_show_has_its_own(self, medalist: Program, rower: Program) -> None:
        rower("seen", "S1E1")
        medalist("seen", "S2E3", "--data", SERIES.parent.parent / "data" / "medalist.json")
        assert self.recap(rower) == ["s1e1"]

    def test_it_says_when_the_variable_comes_first(self, rower: Program) -> None:
        ended = rower("seen", "S1E2", env={"MEDALIST_SEEN": "S1"})
        assert ended.err == "medalist: note: remembered, but MEDALIST_SEEN (S1) comes first\n"

    def test_it_says_when_the_option_comes_first(self, rower: Program) -> None:
        ended = rower("seen", "S1E2", "--seen", "S1")
        assert ended.err == "medalist: note: remembered, but --seen (S1) comes first\n"


def test_it_keeps_what_it_knows_of_other_shows(rower: Program, memory: Path) -> None:
    memory.parent.mkdir(parents=True)
    memory.write_text('{"other": "S1E4"}')
    rower("seen", "S1E1")
    assert json.loads(memory.read_text()) == {"other": "S1E4", "still-water": "S1E1"}


def test_its_folders_are_its_owners_alone(rower: Program, memory: Path) -> None:
    rower("seen", "S1E1")
    for folder in (memory.parent, memory.parent.parent):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("content", ["{", "[]", '{"still-water": 1}', '{"still-water": "x"}', "\0"])
def test_a_memory_that_cannot_be_read_hides_everything_and_is_noted(
    rower: Program, memory: Path, content: str
) -> None:
    memory.parent.mkdir(parents=True)
    memory.write_text(content)
    ended = rower("countdown", "s1e3", "-f", "starship")
    assert (ended.code, "Ashes" in ended.out) == (0, False)
    first, second = rower("cast").err.splitlines()
    note, _, rest = first.rpartition("; ")
    assert note.startswith("medalist: note: ")
    assert note.endswith(("none or all", "Delete it to start over.", "state file"))
    assert rest == "all spoilers are hidden (--seen all shows them)"
    assert second == "medalist: note: all spoilers hidden (5 episodes)"


def test_a_memory_that_cannot_be_read_is_no_matter_where_the_option_is_given(
    rower: Program, memory: Path
) -> None:
    memory.parent.mkdir(parents=True)
    memory.write_text("{")
    assert rower("cast", "--seen", "all").err == ""


def test_a_memory_that_cannot_be_read_is_not_written_over(rower: Program, memory: Path) -> None:
    memory.parent.mkdir(parents=True)
    memory.write_text("{")
    ended = rower("seen", "S1E1")
    assert (ended.code, ended.out) == (4, "")
    assert ended.err.endswith(
        f"medalist: error: {memory}: not a medalist state file\nDelete it to start over.\n"
    )
    assert memory.read_text() == "{"


@pytest.mark.parametrize(
    ("text", "code", "what"),
    [
        ("99", 1, "no episode 99 is known"),
        ("s1e9", 1, "no episode 9 of season 1 is known"),
        ("s4", 1, "no season 4 has been announced (facts checked 20 Nov 2026)"),
        ("film", 2, "'film' is not an episode such as S1E10, 1x10, 16, S1, none or all"),
        ("other/s1e1", 2, "no show has the id 'other'"),
    ],
)
def test_what_is_no_episode_is_not_remembered(
    rower: Program, memory: Path, text: str, code: int, what: str
) -> None:
    ended = rower("seen", text)
    assert (ended.code, ended.out) == (code, "")
    assert ended.err.splitlines()[0] == f"medalist: error: {what}"
    assert not memory.exists()


@pytest.fixture
def watchlist(tmp_path: Path) -> Path:
    """Write a dataset of two shows, as `data merge` does."""
    document = json.loads(SERIES.read_text())
    both = [each | {"show": show} for show in ("a", "b") for each in document["episodes"]]
    days = [
        {
            "id": f"{show}/first", "title": "First day", "kind": "season", "show": show,
            "episode": "s1e1", "sources": ["gazette"], "confidence": "one-source",
        }
        for show in ("a", "b")
    ]  # fmt: skip
    merged = {
        "schema_version": 2,
        "as_of": "2026-11-20",
        "show": {"id": "watchlist", "title": "Watchlist"},
        "shows": [{"id": "a", "title": "Show A"}, {"id": "b", "title": "Show B"}],
        "anchor": "a/first",
        "milestones": days,
        "episodes": both,
        "sources": document["sources"],
    }
    for source in merged["sources"]:
        source.pop("since", None)
    path = tmp_path / "watchlist.json"
    path.write_text(json.dumps(merged))
    return path


def test_each_show_of_a_watchlist_is_remembered_by_itself(
    medalist: Program, memory: Path, watchlist: Path
) -> None:
    ended = medalist("seen", "b/s1e2", "--data", watchlist, "--json")
    assert [(row["show"], row["episode"]) for row in json.loads(ended.out)] == [
        ("a", "all"),
        ("b", "S1E2"),
    ]
    assert json.loads(memory.read_text()) == {"b": "S1E2"}
    first, *_, second, _ = medalist("seen", "--data", watchlist).out.splitlines()
    assert first.split() == ["Show", "Episode", "Seen", "Left", "Next"]
    assert second.split() == ["Show", "B", "S1E2", "2", "1", "b/s1e3"]
    shown = medalist("countdown", "a/s1e3", "--data", watchlist, "-f", "text").out
    assert "Ashes" in shown
    hidden = medalist("countdown", "b/s1e3", "--data", watchlist, "-f", "text").out
    assert "Ashes" not in hidden


def test_an_episode_of_a_watchlist_needs_its_show(
    medalist: Program, memory: Path, watchlist: Path
) -> None:
    assert medalist("seen", "s1e2", "--data", watchlist) == (
        2,
        "",
        (
            "medalist: error: 's1e2' is ambiguous: there are several shows\n"
            "Try: medalist seen a/s1e2\n"
        ),
    )
    assert not memory.exists()


def test_an_unknown_show_names_those_of_the_watchlist(medalist: Program, watchlist: Path) -> None:
    ended = medalist("seen", "c/s1e2", "--data", watchlist)
    assert ended == (2, "", "medalist: error: no show has the id 'c'\na, b\n")


def test_the_next_episode_is_the_first_in_order(medalist: Program, tmp_path: Path) -> None:
    document = json.loads(SERIES.read_text())
    document["episodes"].reverse()
    path = tmp_path / "reversed.json"
    path.write_text(json.dumps(document))
    ended = medalist("seen", "s1e1", "--data", path, "--json")
    assert [row["next"] for row in json.loads(ended.out)] == ["s1e2"]


def test_none_and_all_are_for_every_show_of_a_watchlist(
    medalist: Program, memory: Path, watchlist: Path
) -> None:
    assert medalist("seen", "none", "--data", watchlist).code == 0
    assert json.loads(memory.read_text()) == {"a": "none", "b": "none"}


def test_the_option_for_one_show_leaves_the_others_as_remembered(
    medalist: Program, watchlist: Path, memory: Path
) -> None:
    medalist("seen", "a/s1e1", "--data", watchlist)
    err = medalist("schedule", "--data", watchlist, "--seen", "b/s1e2").err
    assert "Show A: spoilers after S1E1 hidden (4 episodes)" in err
    assert "Show B: spoilers after S1E2 hidden (3 episodes)" in err
    assert memory.exists()


def test_the_option_for_one_show_leaves_the_others_as_the_variable_says(
    medalist: Program, watchlist: Path
) -> None:
    line = ("seen", "--seen", "a/s1e1", "--data", watchlist, "--json")
    found = json.loads(medalist(*line, env={"MEDALIST_SEEN": "b/s1e2"}).out)
    assert [(row["show"], row["episode"]) for row in found] == [("a", "S1E1"), ("b", "S1E2")]


def test_the_variable_hides_where_nobody_can_say_which_show_it_is_about(
    medalist: Program, series: Path
) -> None:
    unreadable = {"MEDALIST_DATA": "/nowhere", "MEDALIST_SEEN": "S1E1"}
    ended = medalist("recap", "--data", series, "-f", "csv", "--fields", "id", env=unreadable)
    assert (ended.code, ended.out) == (0, "id\ns1e1\n")


def test_a_variable_that_the_option_overrides_may_be_anything(rower: Program) -> None:
    plain = rower("recap", "--seen", "S1E1")
    assert rower("recap", "--seen", "S1E1", env={"MEDALIST_SEEN": "99"}) == plain
    wrong = rower("recap", env={"MEDALIST_SEEN": "99"})
    assert (wrong.code, wrong.out) == (2, "")
    assert wrong.err.startswith("medalist: error: MEDALIST_SEEN: ")


def test_the_variable_says_nothing_about_another_show(medalist: Program, series: Path) -> None:
    ended = medalist("cast", "--data", series, env={"MEDALIST_SEEN": "S1E1"})
    assert ended.err == ""


def test_the_variable_is_about_the_show_of_the_data_variable(rower: Program) -> None:
    assert "hidden" in rower("cast", env={"MEDALIST_SEEN": "S1E1"}).err


def test_the_variable_is_about_another_file_of_the_same_show(
    medalist: Program, tmp_path: Path
) -> None:
    newer = tmp_path / "newer.json"
    newer.write_bytes((SERIES.parent.parent / "data" / "medalist.json").read_bytes())
    assert "hidden" in medalist("cast", "--data", newer, env={"MEDALIST_SEEN": "S1E1"}).err


def test_the_variable_can_name_its_show(medalist: Program, series: Path) -> None:
    env = {"MEDALIST_SEEN": "still-water/S1E1"}
    assert "hidden" in medalist("cast", "--data", series, env=env).err
    assert medalist("cast", env=env).err == ""


@pytest.mark.parametrize("name", ["--seen", "MEDALIST_SEEN"])
def test_a_number_that_no_episode_has_is_a_usage_error(rower: Program, name: str) -> None:
    option = {"--seen": ["--seen", "99"]}.get(name, [])
    ended = rower("cast", *option, env={} if option else {name: "99"})
    assert ended == (
        2,
        "",
        f"medalist: error: {name}: no episode 99 is known\n`medalist episode` lists all.\n",
    )
