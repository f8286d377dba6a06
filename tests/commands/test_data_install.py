"""`medalist data install`: another dataset from now on."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, SERIES, Program

from medalist_cli.storage import bundle

BUNDLED = ROOT / "data" / "medalist.json"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    return tmp_path / "home" / "medalist" / "medalist.json"


def medalist_of(folder: Path, as_of: str, **changes: Any) -> Path:
    """Write the bundled dataset as of another day, with `changes` to its film."""
    document = json.loads(bundle.content()) | {"as_of": as_of}
    film = next(each for each in document["milestones"] if each["id"] == "film")
    film |= changes
    path = folder / f"{as_of}.json"
    path.write_text(json.dumps(document))
    return path


def rowers(folder: Path, as_of: str) -> Path:
    path = folder / f"rowers-{as_of}.json"
    path.write_text(json.dumps(json.loads(SERIES.read_text()) | {"as_of": as_of}))
    return path


def test_a_newer_dataset_shows_what_changes_and_is_in_use(
    medalist: Program, tmp_path: Path, home: Path
) -> None:
    file = medalist_of(tmp_path, "2026-12-01", title="The Movie")
    ended = medalist("data", "install", file)
    assert ended == (
        0,
        "film  title  Medalist: The Movie → The Movie\n",
        f"medalist: note: installed as {home}: Medalist, facts of 2026-12-01\n",
    )
    assert home.read_bytes() == file.read_bytes()
    assert medalist("data", "path") == (0, f"{home}\n", "")
    assert medalist("countdown", "film", "-f", "text").out.startswith("The Movie — ")


def test_the_age_of_the_facts_says_which_dataset_is_in_use(
    medalist: Program, tmp_path: Path
) -> None:
    assert "(bundled)" in medalist("countdown").out.splitlines()[-1]
    assert "(bundled)" in medalist("cast").out.splitlines()[-1]
    medalist("data", "install", medalist_of(tmp_path, "2026-12-01"))
    assert "(installed)" in medalist("countdown").out.splitlines()[-1]
    assert "(installed)" in medalist("cast").out.splitlines()[-1]
    own = medalist("cast", "--data", SERIES).out.splitlines()[-1]
    assert ("(installed)" in own, "(bundled)" in own) == (False, False)


def test_another_show_is_one_line_and_in_use(medalist: Program, tmp_path: Path) -> None:
    ended = medalist("data", "install", rowers(tmp_path, "2026-11-22"))
    assert (ended.code, ended.out) == (0, "show  title  Medalist → Still Water Eight\n")
    assert medalist("cast", "--fields", "character", "-f", "text").out.startswith("Nagi Ushio\n")


def test_another_show_is_one_record_of_json(medalist: Program, tmp_path: Path) -> None:
    found = json.loads(medalist("data", "install", rowers(tmp_path, "2026-11-22"), "--json").out)
    assert [(row["field"], row["old"], row["new"]) for row in found] == [
        ("title", "Medalist", "Still Water Eight")
    ]


def test_an_older_one_is_refused_and_nothing_changes(
    medalist: Program, tmp_path: Path, home: Path
) -> None:
    file = medalist_of(tmp_path, "2026-11-01")
    assert medalist("data", "install", file) == (
        1,
        "",
        (
            f"medalist: error: {file}: its facts are of 2026-11-01, those in use of 2026-11-22\n"
            "Add --force to install it all the same.\n"
        ),
    )
    assert not home.exists()


def test_what_is_older_than_the_installed_one_is_refused_too(
    medalist: Program, tmp_path: Path, home: Path
) -> None:
    medalist("data", "install", rowers(tmp_path, "2026-12-24"))
    before = home.read_bytes()
    assert medalist("data", "install", medalist_of(tmp_path, "2026-12-01")).code == 1
    assert home.read_bytes() == before


def test_force_installs_an_older_one_of_another_show(medalist: Program, tmp_path: Path) -> None:
    ended = medalist("data", "install", "--force", rowers(tmp_path, "2026-01-01"))
    assert ended.code == 0
    assert medalist("data", "show").out.startswith('{\n  "schema_version": 2,\n  "as_of": "2026-01')


def test_an_older_one_of_the_same_show_does_not_take_the_place_of_the_bundled_one(
    medalist: Program, tmp_path: Path
) -> None:
    ended = medalist("data", "install", "--force", medalist_of(tmp_path, "2026-01-01"))
    assert ended.code == 0
    last = "the bundled dataset is newer (2026-11-22), so it stays in use"
    assert ended.err.splitlines()[-1] == f"medalist: note: {last}"
    assert medalist("data", "path").out == f"{BUNDLED}\n"


def test_the_same_day_is_not_older(medalist: Program) -> None:
    assert medalist("data", "install", BUNDLED)[:2] == (0, "")


def test_removing_goes_back_to_the_bundled_one(medalist: Program, tmp_path: Path) -> None:
    medalist("data", "install", medalist_of(tmp_path, "2026-12-01"))
    text = "the bundled dataset is in use: Medalist, facts of 2026-11-22\n"
    assert medalist("data", "install", "--remove") == (0, text, "")
    assert medalist("data", "path").out == f"{BUNDLED}\n"
    again = medalist("data", "install", "--remove")
    assert again == (0, text, "medalist: note: no dataset was installed\n")


def test_an_invalid_dataset_is_refused_with_every_error(
    medalist: Program, tmp_path: Path, home: Path
) -> None:
    path = tmp_path / "bad.json"
    document = json.loads(SERIES.read_text()) | {"anchor": "nowhere"}
    document["cast"][0]["sources"] = ["nobody"]
    path.write_text(json.dumps(document))
    assert medalist("data", "install", path) == (
        3,
        "",
        (
            f"medalist: error: {path}: $.anchor: no milestone has the id 'nowhere'\n"
            f"medalist: error: {path}: $.cast[0].sources[0]: no source has the id 'nobody'\n"
        ),
    )
    assert not home.exists()


def test_it_is_read_from_stdin_too(
    medalist: Program, tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = medalist_of(tmp_path, "2026-12-01").read_bytes()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))
    assert medalist("data", "install", "-").code == 0
    assert home.read_bytes() == content


def test_an_unknown_key_is_noted(medalist: Program, tmp_path: Path) -> None:
    path = medalist_of(tmp_path, "2026-12-01", colour="blue")
    first, _ = medalist("data", "install", path).err.splitlines()
    assert first.startswith("medalist: note: $.milestones[")
    assert first.endswith("].colour: unknown key")


def test_spoilers_stay_out_of_what_changes(medalist: Program, tmp_path: Path) -> None:
    path = medalist_of(tmp_path, "2026-12-01")
    document = json.loads(path.read_text())
    document["episodes"][3]["summary"] = "A spoiler."
    path.write_text(json.dumps(document))
    ended = medalist("data", "install", path, "--seen", "S1E1")
    assert (ended.code, ended.out) == (0, "")


@pytest.mark.parametrize("arguments", [(), ("--force",)])
def test_without_a_file_it_is_misuse(medalist: Program, arguments: tuple[str, ...]) -> None:
    assert medalist("data", "install", *arguments) == (
        2,
        "",
        "medalist: error: FILE is missing\nSee `medalist data install -h`.\n",
    )


@pytest.mark.parametrize(("argument", "named"), [(str(SERIES), "FILE"), ("--force", "--force")])
def test_removing_takes_nothing_else(medalist: Program, argument: str, named: str) -> None:
    ended = medalist("data", "install", "--remove", argument)
    assert ended == (2, "", f"medalist: error: --remove and {named} can't be combined\n")


def test_a_broken_installed_file_names_the_way_out_which_works(
    medalist: Program, home: Path
) -> None:
    home.parent.mkdir(parents=True)
    home.write_text("{")
    ended = medalist("countdown")
    assert (ended.code, ended.out) == (3, "")
    assert ended.err.startswith(f"medalist: error: {home}: not JSON: ")
    assert ended.err.endswith(
        "`medalist data install --remove` goes back to the bundled dataset.\n"
    )
    assert medalist("data", "install", "--remove").code == 0
    assert medalist("countdown").code == 0


def test_a_broken_installed_file_can_be_replaced(medalist: Program, home: Path) -> None:
    home.parent.mkdir(parents=True)
    home.write_text("{")
    assert medalist("data", "install", BUNDLED).code == 0
    assert medalist("countdown").code == 0


def test_a_home_that_cannot_be_written_is_told(medalist: Program, home: Path) -> None:
    home.parent.parent.parent.joinpath("home").write_text("a file")
    ended = medalist("data", "install", BUNDLED)
    assert (ended.code, ended.out) == (4, "")
    assert ended.err.startswith("medalist: error: ")


def test_a_dataset_asked_for_is_read_whatever_is_installed(rower: Program, home: Path) -> None:
    home.parent.mkdir(parents=True)
    home.write_text("{")
    assert rower("countdown").code == 0
    assert rower("data", "path").out == f"{SERIES}\n"


def test_an_output_is_never_the_installed_dataset(
    medalist: Program, tmp_path: Path, home: Path
) -> None:
    medalist("data", "install", medalist_of(tmp_path, "2026-12-01"))
    ended = medalist("cast", "-o", str(home), "--force")
    assert (ended.code, ended.err) == (
        2,
        f"medalist: error: --output: {home} is what medalist reads from\n",
    )
