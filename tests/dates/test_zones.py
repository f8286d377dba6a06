"""Time zones by name, and the machine's zone."""

import datetime as dt
import os
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medalist_cli.dates import zones

MOMENT = dt.datetime(2026, 1, 24, 16, 30, tzinfo=dt.UTC)
TOKYO = "/usr/share/zoneinfo/Asia/Tokyo"


def offset(tz: dt.tzinfo) -> float:
    """Return the UTC offset of a zone in January, in hours."""
    return (MOMENT.astimezone(tz).utcoffset() or dt.timedelta()) / dt.timedelta(hours=1)


@pytest.mark.parametrize(
    ("name", "hours"),
    [
        ("Asia/Tokyo", 9),
        ("Europe/Paris", 1),
        ("UTC", 0),
        ("Etc/GMT+5", -5),
        ("Asia/Kathmandu", 5.75),
    ],
)
def test_a_zone_is_found_by_its_iana_name(name: str, hours: float) -> None:
    assert offset(zones.zone(name)) == hours


@pytest.mark.parametrize(
    "name",
    [
        *("", " ", ".", "..", "/", "\0", "Asia/Tokyo\0", " Asia/Tokyo", "Asia/Tokyo/"),
        *("Asia//Tokyo/..", "../zoneinfo/Asia/Tokyo", "/etc/passwd", TOKYO, "~", "C:\\Tokyo"),
        *("America", "Asia", "leapseconds", "tzdata.zi", "zone.tab", "x" * 300, "x/" * 3000),
        *("JST", "JST-9", "UTC+9", "+09:00", "東京", "Asia/Tōkyō", "\ud800", "\udcff", "\x1b[31m"),
    ],
)  # fmt: skip
def test_an_unknown_zone_name_is_a_value_error(name: str) -> None:
    with pytest.raises(ValueError, match=r"^no time zone is named ") as caught:
        zones.zone(name)
    assert str(caught.value) == f"no time zone is named {name[:80]!r}"


@pytest.mark.parametrize(
    ("value", "hours"),
    [
        ("Europe/Paris", 1),
        (":Europe/Paris", 1),
        ("UTC", 0),
        ("JST-9", 9),
        ("EST5EDT", -5),
        ("EST5EDT,M3.2.0,M11.1.0", -5),
        ("IST-5:30", 5.5),
        ("UTC+3", -3),
        ("GMT-3", 3),
        ("A" * 31 + "-9", 9),
        (TOKYO, 9),
        (f":{TOKYO}", 9),
    ],
)
def test_tz_is_a_name_a_path_or_a_posix_rule(value: str, hours: float) -> None:
    if value.endswith(TOKYO) and not os.path.exists(TOKYO):
        pytest.skip("this machine has no zone files")
    tz, note = zones.machine({"TZ": value})
    assert (offset(tz), note) == (hours, "")


@pytest.mark.parametrize(
    "value",
    [
        *("Not/AZone", "nonsense", "UTC+25", "XYZ-99:99", "JST-", "JST-9,x", "9", "..", "+09:00"),
        *("/nowhere", "/etc/passwd", "/tmp", "\x1b[31m", "\udcff", "A" * 5000, "/".join("a" * 300)),
        *("<\x1b[31m>-9", "あ-9", "A" * 32 + "-9"),
    ],
)
def test_an_invalid_tz_falls_back_to_utc_with_a_note(value: str) -> None:
    note = f"unknown TZ {value[:200]!r}; using UTC"
    assert zones.machine({"TZ": value}) == (dt.UTC, note)


@pytest.mark.parametrize("environ", [{}, {"TZ": ""}, {"TZ": ":"}])
def test_without_tz_the_machine_still_has_a_zone(environ: dict[str, str]) -> None:
    tz, note = zones.machine(environ)
    assert MOMENT.astimezone(tz) == MOMENT
    assert note == ""


def test_without_tz_the_zone_is_what_localtime_links_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    localtime = tmp_path / "localtime"
    monkeypatch.setattr(zones, "LOCALTIME", str(localtime))
    localtime.symlink_to(tmp_path / "zoneinfo" / "Asia" / "Tokyo")
    assert zones.machine({}) == (zones.zone("Asia/Tokyo"), "")


def test_without_tz_localtime_may_be_a_file_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    localtime = tmp_path / "localtime"
    monkeypatch.setattr(zones, "LOCALTIME", str(localtime))
    localtime.write_bytes(
        resources.files("tzdata").joinpath("zoneinfo/Asia/Kathmandu").read_bytes()
    )
    tz, _ = zones.machine({})
    assert offset(tz) == 5.75


@given(st.lists(st.sampled_from(["JST", "-", "+", "9", "25", ":30", "EDT", ",M3.2.0", "/", "é"])))
def test_any_tz_value_gives_a_usable_zone(parts: list[str]) -> None:
    tz, _ = zones.machine({"TZ": "".join(parts)})
    assert MOMENT.astimezone(tz) == MOMENT


@pytest.mark.parametrize(
    ("zone", "year", "shown"),
    [
        ("Europe/Paris", 2026, "2026-01-01T00:00:00+01:00"),
        ("Europe/Paris", 1900, "1900-01-01T00:00:39+00:10"),
        ("America/New_York", 1800, "1800-01-01T00:00:02-04:56"),
    ],
)
def test_an_offset_with_seconds_is_shown_rounded_up_to_minutes(
    zone: str, year: int, shown: str
) -> None:
    midnight = dt.datetime(year, 1, 1, tzinfo=zones.zone(zone))
    assert zones.in_minutes(midnight).isoformat() == shown


def test_a_zone_is_displayed_by_its_iana_name_or_utc_offset() -> None:
    assert zones.name(zones.zone("Asia/Tokyo")) == "Asia/Tokyo"
    assert zones.name(dt.UTC) == "UTC"
    assert zones.name(dt.timezone(dt.timedelta(hours=9))) == "UTC+09:00"


@pytest.mark.parametrize("size", [0, 20, 44, 100, 500, -1])
def test_a_truncated_zone_file_falls_back_to_utc_with_a_note(tmp_path: Path, size: int) -> None:
    file = tmp_path / "zone"
    file.write_bytes(
        resources.files("tzdata").joinpath("zoneinfo/Europe/Paris").read_bytes()[:size]
    )
    assert zones.machine({"TZ": str(file)}) == (
        dt.UTC,
        f"unknown TZ {str(file)!r}; using UTC",
    )


def test_without_tz_and_localtime_the_system_knows_the_offset(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zones, "LOCALTIME", str(tmp_path / "localtime"))
    tz, note = zones.machine({})
    local = MOMENT.replace(tzinfo=None)
    assert (local.replace(tzinfo=tz).utcoffset(), note) == (local.astimezone().utcoffset(), "")


def test_a_fifo_as_zone_file_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "zone")
    assert zones.machine({"TZ": str(tmp_path / "zone")})[0] is dt.UTC
