"""`medalist data import`: public schedule data as a dataset."""

import io
import json
from pathlib import Path

import pytest
from conftest import Program
from storage.importers.test_importers import EVERY, FIXTURES, SERVICES


@pytest.mark.parametrize(("name", "file"), EVERY)
def test_what_is_imported_is_valid_and_can_be_used(
    medalist: Program, tmp_path: Path, name: str, file: str
) -> None:
    ended = medalist("data", "import", name, FIXTURES / file)
    assert ended.code == 0
    made = tmp_path / "made.json"
    made.write_text(ended.out)
    assert medalist("data", "validate", made) == (0, f"{made}: valid\n", "")
    for command in (["schedule"], ["countdown"], ["calendar"], [], ["data", "show"]):
        assert medalist(*command, "--data", made).code == 0


def test_several_titles_are_several_shows(medalist: Program) -> None:
    found = json.loads(medalist("data", "import", "anilist", FIXTURES / "anilist.json").out)
    assert found["show"] == {"id": "watchlist", "title": "Watchlist"}
    assert [show["id"] for show in found["shows"]] == [
        "anilist-900001",
        "anilist-900002",
        "anilist-900003",
    ]
    assert found["anchor"] == "anilist-900001/premiere"


def test_one_title_is_a_show_of_its_own(medalist: Program) -> None:
    found = json.loads(medalist("data", "import", "tvmaze", FIXTURES / "tvmaze.json").out)
    assert (found["show"]["id"], "shows" in found) == ("tvmaze-70001", False)


def test_facts_are_of_the_day_of_now(medalist: Program) -> None:
    ended = medalist("data", "import", "tvmaze", FIXTURES / "tvmaze.json", now="2026-12-24")
    assert json.loads(ended.out)["as_of"] == "2026-12-24"


@pytest.mark.parametrize("arguments", [(), ("-",)])
def test_without_a_file_stdin_is_read(
    medalist: Program, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    content = FIXTURES.joinpath("tvmaze.json").read_bytes()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))
    piped = medalist("data", "import", "tvmaze", *arguments)
    assert piped == medalist("data", "import", "tvmaze", FIXTURES / "tvmaze.json")


def test_a_closed_stdin_is_no_data(medalist: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert medalist("data", "import", "tvmaze") == (
        3,
        "",
        "medalist: error: stdin: is empty\n",
    )


def test_what_is_left_out_is_noted(medalist: Program) -> None:
    ended = medalist("data", "import", "ics", FIXTURES / "google.ics")
    assert ended.err.splitlines() == [
        (
            "medalist: note: line 37: it repeats, and only its first date is taken: "
            "Watch night with a summary that is long enough to be folded over two lines"
        ),
        "medalist: note: line 45: left out, it is cancelled: Cancelled outing",
    ]


def test_bad_data_is_one_line_with_the_path(medalist: Program, tmp_path: Path) -> None:
    path = tmp_path / "answer.json"
    path.write_text('{"errors": [{"message": "Too Many Requests."}], "data": null}')
    assert medalist("data", "import", "anilist", path) == (
        3,
        "",
        f"medalist: error: {path}: $.errors[0].message: Too Many Requests.\n",
    )


def test_a_message_of_a_service_is_not_obeyed(medalist: Program, tmp_path: Path) -> None:
    path = tmp_path / "answer.json"
    path.write_text(json.dumps({"errors": [{"message": "x\x1b[2J\nmedalist: error: FORGED"}]}))
    ended = medalist("data", "import", "anilist", path)
    assert (ended.code, ended.err.count("\n"), "\x1b" in ended.err) == (3, 1, False)


@pytest.mark.parametrize("name", ["crunchyroll", "_build", "", "../x"])
def test_an_unknown_service_lists_the_known_ones(medalist: Program, name: str) -> None:
    ended = medalist("data", "import", name, FIXTURES / "tvmaze.json")
    assert ended == (
        2,
        "",
        f"medalist: error: there is no importer {name!r}\nKnown: {', '.join(SERVICES)}.\n",
    )


def test_help_names_the_services(medalist: Program) -> None:
    assert "anilist|bangumi|ics|tvmaze" in medalist("data", "import", "-h").out


def test_tab_offers_the_services(medalist: Program) -> None:
    tab = {"_MEDALIST_COMPLETE": "complete_bash", "COMP_WORDS": "medalist data import t"}
    ended = medalist(env=tab | {"COMP_CWORD": "3"})
    assert ended.out.split() == ["tvmaze"]


def test_our_own_calendar_comes_back_with_its_ids(medalist: Program, tmp_path: Path) -> None:
    file = tmp_path / "medalist.ics"
    file.write_text(medalist("calendar").out, newline="")
    found = json.loads(medalist("data", "import", "ics", file).out)
    ids = {milestone["id"] for milestone in found["milestones"]}
    assert {"film@medalist", "s2e1@medalist", "manga-volume-14@medalist"} <= ids
