"""The real clock, years at the edge of the calendar, and instants that agree with each other."""

import datetime as dt
import json
import time
from pathlib import Path

import pytest
from conftest import SERIES, Program

from medalist_cli import options

FIXED = dt.datetime(2026, 11, 22, 12, 0, 0, 999_999, tzinfo=dt.UTC)


class RealClock(dt.datetime):
    """What the module's `datetime` is where the machine's clock is stopped."""

    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> dt.datetime:  # type: ignore[override]
        return dt.datetime.fromtimestamp(FIXED.timestamp(), tz)


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stop the machine's clock, and take away the time that the other tests pretend."""

    class Module:
        datetime = RealClock

        def __getattr__(self, name: str) -> object:
            return getattr(dt, name)

    monkeypatch.setattr(options, "dt", Module())
    monkeypatch.setattr(time, "time", FIXED.timestamp)


@pytest.mark.usefixtures("machine")
@pytest.mark.parametrize(
    ("zone", "local"),
    [
        ("UTC", "2026-11-22T12:00:00Z"),
        ("Asia/Tokyo", "2026-11-22T21:00:00+09:00"),
        ("America/St_Johns", "2026-11-22T08:30:00-03:30"),
    ],
)
def test_without_now_it_is_the_machines_time_in_its_zone(
    rower: Program, zone: str, local: str
) -> None:
    ended = rower("countdown", "film", "--json", now="", env={"TZ": zone})
    count = json.loads(ended.out)
    assert (ended.code, count["now"], count["zone"]) == (0, local, zone)


@pytest.mark.usefixtures("machine")
def test_without_now_a_zone_of_the_command_line_is_the_readers(rower: Program) -> None:
    ended = rower("countdown", "film", "--json", "--tz", "Asia/Tokyo", now="")
    count = json.loads(ended.out)
    assert (count["now"], count["zone"]) == ("2026-11-22T21:00:00+09:00", "Asia/Tokyo")


@pytest.mark.parametrize("now", ["0001-01-01", "0001-12-31T23:59Z", "9999-01-01", "9999-12-31"])
def test_a_year_at_the_edge_of_the_calendar_is_misuse(rower: Program, now: str) -> None:
    ended = rower("countdown", "--now", now)
    assert (ended.code, ended.out) == (2, "")
    what = f"medalist: error: --now: the year of '{now}' is not from 2 to 9998\n"
    assert ended.err == f"{what}See: medalist countdown -h\n"


@pytest.mark.parametrize("tz", ["Pacific/Kiritimati", "Etc/GMT+12", "UTC"])
@pytest.mark.parametrize("now", ["0002-01-01T00:00+14:00", "9998-12-31T23:59-12:00"])
@pytest.mark.parametrize("words", [("countdown",), ("schedule",), ("timeline",), ("episode",)])
def test_the_first_and_the_last_year_are_answered_in_every_zone(
    rower: Program, words: tuple[str, ...], now: str, tz: str
) -> None:
    ended = rower(*words, "--json", "--tz", tz, "--now", now)
    assert (ended.code, ended.err) == (0, "")
    assert json.loads(ended.out)


@pytest.mark.parametrize(
    ("zone", "date", "clock"),
    [
        ("Africa/Monrovia", "1971-06-01", "12:00"),  # -00:44:30
        ("Europe/Amsterdam", "1930-06-01", "12:00"),
        ("Asia/Tokyo", "1901-01-01", "25:30"),
        ("Europe/Paris", "1905-05-05", None),  # +00:09:21
        ("America/New_York", "1900-01-01", None),
    ],
)
def test_the_instant_is_the_same_as_text_and_as_a_number(
    rower: Program, tmp_path: Path, zone: str, date: str, clock: str | None
) -> None:
    document = json.loads(SERIES.read_bytes())
    when = {"date": date, "zone": zone} | ({"clock": clock} if clock else {})
    document["milestones"][0]["when"] = when
    file = tmp_path / "old.json"
    file.write_text(json.dumps(document))
    name = document["milestones"][0]["id"]
    count = json.loads(rower("countdown", name, "--json", "--data", file).out)
    for end in ("earliest", "latest"):
        written = dt.datetime.fromisoformat(count[end])
        assert written.timestamp() == count[f"{end}_unix"]


def test_a_dataset_cut_at_any_byte_is_refused_in_one_line(rower: Program, tmp_path: Path) -> None:
    whole, file = SERIES.read_bytes(), tmp_path / "cut.json"
    for size in [*range(300), *range(300, len(whole.rstrip()), 97)]:
        file.write_bytes(whole[:size])
        ended = rower("countdown", "--data", file)
        assert (ended.code, ended.out, ended.err.count("\n")) == (3, "", 1)
        assert ended.err.startswith(f"medalist: error: {file}: ")


def test_an_episode_on_the_last_day_before_the_target_is_in_the_plan(
    rower: Program, tmp_path: Path
) -> None:
    document = json.loads(SERIES.read_bytes())
    (film,) = (each for each in document["milestones"] if each["id"] == "film")
    film["when"] = {"date": "2027-03-10", "zone": "Asia/Tokyo"}
    last = document["episodes"][-1]
    last["when"] = {"date": "2027-03-09", "clock": "09:00", "zone": "Asia/Tokyo"}
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(document))
    line = ("plan", "--by", "film", "--data", file, "--tz", "Asia/Tokyo", "--json")
    name = f"s{last['season']}e{last['episode']}"
    planned = json.loads(rower(*line).out)
    assert (planned[-1]["id"], planned[-1]["date"]) == (name, "2027-03-09")
    last["when"] |= {"date": "2027-03-10"}
    file.write_text(json.dumps(document))
    assert name not in [row["id"] for row in json.loads(rower(*line).out)]
