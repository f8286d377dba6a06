"""Time zones by name, and the machine's zone."""

import datetime as dt
import os
import re
import struct
from collections.abc import Mapping
from zoneinfo import ZoneInfo

LOCALTIME = "/etc/localtime"


def zone(name: str) -> ZoneInfo:
    """Return the IANA zone of a name. Raises ValueError for an unknown name.

    ZoneInfo itself raises KeyError, ValueError or OSError, depending on the name.
    """
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(f"no time zone is named {name!r}") from error


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
        return dt.UTC, f"TZ={name!r} is not understood, using UTC"


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
    with open(path, "rb") as file:
        try:
            return ZoneInfo.from_file(file, key=path.rpartition("zoneinfo/")[2])
        except (AssertionError, struct.error) as error:  # a truncated file
            raise ValueError(path) from error


def _posix(rule: str) -> dt.tzinfo:
    """Return the zone of a POSIX TZ rule such as `JST-9`. Raises ValueError if it is not one."""
    from dateutil.tz import tzstr

    if not re.match("(?:[A-Za-z]{3,}|<[^>]+>)[+-]?[0-9]", rule):  # dateutil: a bare name is UTC
        raise ValueError(rule)
    tz = tzstr(rule, posix_offset=True)
    tz.key = rule  # type: ignore[attr-defined]
    dt.datetime(2000, 1, 1, tzinfo=tz).utcoffset()
    return tz
