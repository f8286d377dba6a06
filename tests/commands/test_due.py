"""`medalist due`: each notice once, then silence."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import PROGRAM, SERIES, Ended, Program, process, side_by_side

from medalist_cli.storage import state

SILENT = Ended(0, "", "")

Due = Callable[..., Ended]

# Season 2 begins at 2027-01-09 25:30 in Tokyo: 16:30 UTC.
MONTH_BEFORE = "2026-12-10T12:00Z"
WEEK_BEFORE = "2027-01-02T12:00Z"
DAY_BEFORE = "2027-01-08T12:00Z"
HOUR_BEFORE = "2027-01-09T15:30Z"
ON_AIR = "2027-01-09T16:45Z"
OVER = "2027-01-09T17:00Z"


@pytest.fixture
def due(rower: Program, tmp_path: Path) -> Due:
    """Run `due` with a state file of its own."""

    def run(*arguments: str, now: str, env: dict[str, str] | None = None) -> Ended:
        return rower("due", *arguments, "--state", tmp_path / "due.json", now=now, env=env)

    return run


def premiere(said: str) -> Ended:
    return Ended(0, f"Season 2 premiere — {said}\n", "")


def test_nothing_is_said_before_the_first_notice(due: Due) -> None:
    assert due(now="2026-12-09T12:00Z") == SILENT


def test_a_notice_is_the_countdown_in_one_line(due: Due) -> None:
    assert due(now=MONTH_BEFORE) == premiere("in 30 days, 4 hours, 30 minutes")


def test_a_notice_is_said_once(due: Due) -> None:
    due(now=MONTH_BEFORE)
    assert due(now=MONTH_BEFORE) == SILENT


def test_the_next_notice_is_said_in_its_turn(due: Due) -> None:
    spoken = [
        due(now=now).out.partition(" — ")[2]
        for now in (MONTH_BEFORE, WEEK_BEFORE, WEEK_BEFORE, DAY_BEFORE, HOUR_BEFORE, HOUR_BEFORE)
    ]
    assert spoken == [
        "in 30 days, 4 hours, 30 minutes\n",
        "in 7 days, 4 hours, 30 minutes\n",
        "",
        "tomorrow, in 1 day, 4 hours, 30 minutes\n",
        "today, in 1 hour\n",
        "",
    ]


def test_several_at_once_are_one_line(due: Due) -> None:
    assert due(now=HOUR_BEFORE) == premiere("today, in 1 hour")


def test_several_at_once_all_count_as_said(due: Due) -> None:
    due(now=HOUR_BEFORE)
    for notice in ("30d", "7d", "1d", "1h"):
        assert due("--at", notice, now=HOUR_BEFORE) == SILENT


def test_a_later_notice_is_not_said_early(due: Due) -> None:
    due("--at", "1d,1h", now=DAY_BEFORE)
    assert due("--at", "1d,1h", now=HOUR_BEFORE) == premiere("today, in 1 hour")


@pytest.mark.parametrize(
    ("at", "now", "speaks"),
    [
        ("1d", "2027-01-08T00:00Z", True),  # days are the calendar's
        ("1d", "2027-01-07T23:59Z", False),
        ("1w", "2027-01-02T00:00Z", True),
        ("1w", "2027-01-01T23:59Z", False),
        ("24h", "2027-01-08T16:30Z", True),  # hours are the clock's
        ("24h", "2027-01-08T16:29Z", False),
        ("90m", "2027-01-09T15:00Z", True),
        ("90m", "2027-01-09T14:59Z", False),
        ("10s", "2027-01-09T16:29:50Z", True),
        ("10s", "2027-01-09T16:29:49Z", False),
        ("0d", "2027-01-09T00:00Z", True),
        ("0d", "2027-01-08T23:59Z", False),
    ],
)
def test_a_notice_is_due_from_its_threshold_on(due: Due, at: str, now: str, speaks: bool) -> None:
    assert bool(due("--at", at, now=now).out) is speaks


def test_days_are_those_of_the_reader(due: Due) -> None:
    early = "2027-01-07T20:00Z"  # the 8th in Tokyo, where it begins on the 10th
    assert due("--at", "2d", "--tz", "Asia/Tokyo", now=early).out
    assert due("--at", "1d", "--tz", "Asia/Tokyo", now=early) == SILENT


def test_a_notice_that_was_slept_through_is_said_on_air(due: Due) -> None:
    assert due(now=ON_AIR) == premiere("on air, minute 16 of 30")


def test_nothing_is_said_once_it_is_over(due: Due) -> None:
    assert due("season", "2", "premiere", now=OVER) == SILENT


def test_what_has_no_date_is_never_due(due: Due) -> None:
    assert due("third-season", now=OVER) == SILENT


def test_hours_are_never_due_of_what_has_no_clock(due: Due) -> None:
    assert due("film", "--at", "999999h", now="2027-12-31T12:00Z") == SILENT


def test_days_are_due_of_what_has_no_clock(due: Due) -> None:
    assert due("film", "--at", "1d", now="2027-12-31T12:00Z").out.startswith(
        "Still Water Eight: The Regatta — some time in 2028 (1 to 366 days away)"
    )


def test_another_target_has_its_own_notices(due: Due) -> None:
    due("s2e1", now=HOUR_BEFORE)
    assert due("season-2-premiere", now=HOUR_BEFORE).out


def test_a_date_that_moved_speaks_again(medalist: Program, tmp_path: Path) -> None:
    moved = tmp_path / "moved.json"
    moved.write_text(
        SERIES.read_text().replace(
            '"2027-01-09", "clock": "25:30"', '"2027-01-10", "clock": "25:30"'
        )
    )
    record = tmp_path / "due.json"
    for data in (SERIES, moved):
        assert medalist("due", "--data", data, "--state", record, now=WEEK_BEFORE).out


def test_another_show_speaks_for_itself(medalist: Program, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_text(SERIES.read_text().replace('"id": "still-water"', '"id": "other"'))
    record = tmp_path / "due.json"
    for data in (SERIES, other):
        assert medalist("due", "--data", data, "--state", record, now=HOUR_BEFORE).out


def test_shows_and_ids_with_a_slash_have_reminders_of_their_own(
    medalist: Program, tmp_path: Path
) -> None:
    record = tmp_path / "due.json"
    for show, name in (("a/b", "c"), ("a", "b/c")):
        document = json.loads(SERIES.read_text())
        document["show"]["id"] = show
        document["anchor"] = name
        document["milestones"] = [document["milestones"][7] | {"id": name}]
        document["links"] = []
        data = tmp_path / "show.json"
        data.write_text(json.dumps(document))
        assert medalist("due", "--data", data, "--state", record, now=HOUR_BEFORE).out


def test_without_a_home_folder_nothing_is_written_in_the_working_directory(
    rower: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("XDG_STATE_HOME")
    monkeypatch.delenv("HOME")
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)  # as where nobody knows the user
    ended = rower("due", now=HOUR_BEFORE)
    assert ended == (
        4,
        "",
        "medalist: error: due.json: no home folder to keep it in\nSet HOME.\n",
    )
    assert list(tmp_path.iterdir()) == []
    assert rower("due", now="2026-11-22T12:00Z") == SILENT


def test_a_device_is_no_place_for_a_record(rower: Program) -> None:
    ours, theirs = os.openpty()  # unlike /dev/null, not even root can replace it by mistake
    name = os.ttyname(theirs)
    ended = rower("due", "--state", name, now=HOUR_BEFORE)
    assert ended == (4, "", f"medalist: error: {name}: not a regular file\n")
    assert not Path(f"{name}.lock").exists()
    os.close(ours)
    os.close(theirs)


def test_a_record_that_another_run_keeps_is_an_error_after_a_while(
    rower: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = tmp_path / "due.json"
    monkeypatch.setattr(state, "PATIENCE", 0.05)
    with state.locked(record):
        ended = rower("due", "--state", record, now=HOUR_BEFORE)
    assert ended == (
        4,
        "",
        (
            f"medalist: error: another medalist is using {record}\n"
            f"If none is running, delete {record}.lock.\n"
        ),
    )
    assert rower("due", "--state", record, now=HOUR_BEFORE).out


def test_the_record_lies_below_the_state_home(rower: Program, tmp_path: Path) -> None:
    rower("due", now=HOUR_BEFORE, env={"XDG_STATE_HOME": str(tmp_path)})
    assert (tmp_path / "medalist" / "due.json").is_file()


def test_the_record_names_show_milestone_and_time(medalist: Program, tmp_path: Path) -> None:
    document = json.loads(SERIES.read_text())
    document["show"]["id"] = "凪の八人"
    data, record = tmp_path / "show.json", tmp_path / "due.json"
    data.write_text(json.dumps(document))
    assert medalist("due", "--data", data, "--state", record, now=DAY_BEFORE).out
    kept = json.loads(record.read_text(encoding="utf-8"))
    key = '["凪の八人", "season-2-premiere", "2027-01-09", "25:30", "Asia/Tokyo"]'
    assert list(kept.items()) == [(key, ["30d", "7d", "1d"])]


@pytest.mark.parametrize("state_home", ["", "relative"])
def test_the_record_lies_below_home_where_no_state_home_is_told(
    rower: Program, tmp_path: Path, state_home: str
) -> None:
    rower("due", now=HOUR_BEFORE, env={"HOME": str(tmp_path), "XDG_STATE_HOME": state_home})
    assert (tmp_path / ".local/state/medalist/due.json").is_file()


def test_silence_writes_no_record(rower: Program, tmp_path: Path) -> None:
    rower("due", now="2026-11-22T12:00Z", env={"XDG_STATE_HOME": str(tmp_path)})
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_not_ours_is_an_output_error(rower: Program, tmp_path: Path) -> None:
    record = tmp_path / "due.json"
    record.write_text("{")
    assert rower("due", "--state", record, now=HOUR_BEFORE) == (
        4,
        "",
        f"medalist: error: {record}: not a medalist state file\nDelete it to start over.\n",
    )


def test_a_record_that_cannot_be_kept_says_nothing(rower: Program, tmp_path: Path) -> None:
    ended = rower("due", "--state", tmp_path, now=HOUR_BEFORE)
    assert ended == (4, "", f"medalist: error: {tmp_path}: Is a directory\n")


def test_a_record_that_cannot_be_kept_is_no_error_while_nothing_is_due(
    rower: Program, tmp_path: Path
) -> None:
    assert rower("due", "--state", tmp_path, now="2026-11-22T12:00Z") == SILENT


def test_a_later_episode_is_not_told_of(due: Due) -> None:
    assert due("s2e1", "--seen", "S1", now=HOUR_BEFORE) == (
        0,
        "Season 2 episode 1 — today, in 1 hour\n",
        "",
    )


@pytest.mark.parametrize("at", ["soon", "7", "-1d", "1.5h", "1d,,x"])
def test_a_threshold_that_is_no_span_is_misuse(due: Due, at: str) -> None:
    ended = due("--at", at, now=HOUR_BEFORE)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("medalist: error: --at: ")


def test_a_target_that_is_none_is_misuse(due: Due) -> None:
    ended = due("no-such-thing", now=HOUR_BEFORE)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("medalist: error: nothing called 'no-such-thing'\n")


@pytest.mark.thorough
def test_of_processes_at_once_one_says_it(tmp_path: Path) -> None:
    arguments = ("due", "--data", str(SERIES), "--state", str(tmp_path / "due.json"))
    env = {"MEDALIST_NOW": HOUR_BEFORE}
    ended = side_by_side(
        {str(number): lambda: process(*PROGRAM, *arguments, env=env) for number in range(4)}
    )
    assert sorted(ended.values()) == [SILENT, SILENT, SILENT, premiere("today, in 1 hour")]
