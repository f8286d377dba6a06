"""Time zones by name, and the machine's zone."""

import datetime as dt
import io
import os
import re
import struct
from collections.abc import Mapping
from typing import TypeVar
from zoneinfo import ZoneInfo

LOCALTIME = "/etc/localtime"
_NAME = "[A-Za-z0-9_+.-]{1,64}(/[A-Za-z0-9_+.-]{1,64}){0,4}"
"""IANA names; the longest have three parts."""
_PROBES = tuple(
    dt.datetime(year, month, 1, tzinfo=dt.UTC) for year in (1970, 2026) for month in (1, 7)
)

Zone = TypeVar("Zone", bound=dt.tzinfo)


def zone(name: str) -> ZoneInfo:
    """Return the IANA zone of a name. Raises ValueError for an unknown name.

    ZoneInfo itself raises KeyError, ValueError, OSError or even RecursionError, depending on the
    name; a zone file can also hold what the rest of the program cannot use.
    """
    try:
        if not re.fullmatch(_NAME, name):
            raise ValueError(name)
        return _usable(ZoneInfo(name))
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(f"no time zone is named {name[:80]!r}") from error


def machine(environ: Mapping[str, str]) -> tuple[dt.tzinfo, str]:
    """Return the machine's zone, and a note if `TZ` is invalid (the zone is then UTC)."""
    name = environ.get("TZ", "").removeprefix(":")
    if not name:
        return _localtime(), ""
    try:
        return (_from_file(name) if name.startswith("/") else zone(name)), ""
    except (ValueError, OSError):
        pass  # POSIX also allows a rule instead of a name: EST5EDT,M3.2.0,M11.1.0
    try:
        return _posix(name), ""
    except ValueError:
        return dt.UTC, f"unknown TZ {name[:200]!r}; using UTC"


def in_minutes(moment: dt.datetime) -> dt.datetime:
    """Return the same instant with an offset of whole minutes, as RFC 3339 writes it.

    Old offsets have seconds (Paris until 1911: +00:09:21). They are rounded up, so that a midnight
    stays on its day.
    """
    offset = moment.utcoffset() or dt.timedelta()
    minutes = -((-offset) // dt.timedelta(minutes=1))
    whole = dt.timedelta(minutes=minutes)
    return moment if whole == offset else moment.astimezone(dt.timezone(whole))


def name(tz: dt.tzinfo) -> str:
    """Return the display name of a zone: its IANA name if it has one."""
    return getattr(tz, "key", None) or str(tz)


def _localtime() -> dt.tzinfo:
    """Return the zone `/etc/localtime` links to; tzfile(5)."""
    target = os.path.realpath(LOCALTIME)
    _, found, key = target.partition("zoneinfo/")
    try:
        return zone(key) if found else _from_file(target)
    except (ValueError, OSError):
        from dateutil.tz import tzlocal

        return tzlocal()


def _from_file(path: str) -> ZoneInfo:
    """Return the zone in a file. Raises OSError or ValueError if the file is not a zone."""
    if not os.path.isfile(path):  # opening a FIFO would block
        raise ValueError(path)
    with _Whole(path) as file:
        try:
            found = ZoneInfo.from_file(file, key=path.rpartition("zoneinfo/")[2])
        except (AssertionError, IndexError, struct.error) as error:  # a truncated file
            raise ValueError(path) from error
        return _usable(found)


class _Whole(io.FileIO):
    """A file that may not be read past its end, as zoneinfo does for ever in a truncated one."""

    def read(self, size: int | None = -1, /) -> bytes:
        found = super().read(size)
        if size and not found:
            raise ValueError(self.name)
        return found


def _posix(rule: str) -> dt.tzinfo:
    """Return the zone of a POSIX TZ rule such as `JST-9`. Raises ValueError if it is not one."""
    from dateutil.tz import tzstr

    if not re.match("(?:[A-Za-z]{3,}|<[^>]+>)[+-]?[0-9]", rule):  # dateutil: a bare name is UTC
        raise ValueError(rule)
    tz = tzstr(rule, posix_offset=True)
    tz.key = rule  # type: ignore[attr-defined]
    return _usable(tz)


def _usable(tz: Zone) -> Zone:
    """Return a zone whose offsets and abbreviations can be shown. Raises ValueError otherwise.

    `datetime` refuses offsets of 24 hours and more; an abbreviation goes to the terminal.
    """
    for probe in _PROBES:
        try:
            local = probe.astimezone(tz)
            local.utcoffset()
            short = local.tzname()
        except (OverflowError, UnicodeError, TypeError) as error:
            raise ValueError(str(error)) from error
        if short is not None and not (short.isascii() and short.isprintable() and len(short) < 32):
            raise ValueError(short)
    return tz
