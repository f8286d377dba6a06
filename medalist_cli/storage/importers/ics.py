"""iCalendar: the events of any calendar, such as one of khal, Google or Sonarr; RFC 5545."""

import datetime as dt
import re
import warnings
from collections.abc import Iterator
from typing import Any

from medalist_cli.dates import timeline, zones
from medalist_cli.model.dataset import Dataset, Episode, Milestone, Show, Source, When
from medalist_cli.storage.importers import Imported, _build
from medalist_cli.text.cells import shortened, visible

_EPISODE = re.compile(
    r"(?P<show>.+?)\s*[-–—:]?\s+"
    r"(?:(?P<x>[0-9]{1,4})x(?P<y>[0-9]{1,3})|[Ss](?P<s>[0-9]{1,4}) ?[Ee](?P<e>[0-9]{1,4}))"
    r"(?:\s*[-–—:]\s*(?P<title>.*)|\s+(?P<rest>.*))?",
    re.ASCII | re.DOTALL,
)
"""An episode's summary: `Show - 2x03 - Title` (Sonarr) or `Show S02E03 Title`."""

_UNREADABLE = (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError)
"""What icalendar raises for calendars that are none."""


class _Title:
    """A show and what the calendar has of it."""

    def __init__(self, show: Show, line: int) -> None:
        self.show, self.line = show, line
        self.milestones: dict[str, Milestone] = {}
        self.episodes: list[Episode] = []


def read(content: bytes, now: dt.datetime) -> Imported:
    """Return one dataset for the calendar, and one for each show that its events name.

    A time without a zone is one of the calendar's zone (X-WR-TIMEZONE), else of the reader's. See
    `storage.importers`.
    """
    text = _text(content)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # icalendar warns of zones that it had to guess
        calendars = _calendars(text)
        lines = _event_lines(text)
        notes: list[str] = []
        found: dict[str, _Title] = {}
        events = ((c, e) for c in calendars for e in c.walk("VEVENT"))
        for number, (calendar, event) in enumerate(events):
            line = lines[number] if number < len(lines) else 1
            try:
                notes += _add(found, calendar, event, now, line)
            except _UNREADABLE as error:
                raise ValueError(f"line {line}: VEVENT: {error}") from error
    if not found:
        raise ValueError("line 1: no event in the calendar")
    return Imported(tuple(_dataset(title, now) for title in found.values()), tuple(notes))


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise ValueError(f"line {line}: not UTF-8") from error


def _calendars(text: str) -> list[Any]:
    from icalendar import Calendar

    try:
        parsed = Calendar.from_ical(text, multiple=True)
    except _UNREADABLE as error:
        raise ValueError(f"line {_line_of(str(error), text)}: not iCalendar: {error}") from error
    calendars = [each for each in parsed if each.name == "VCALENDAR"]
    if not calendars:
        raise ValueError("line 1: not iCalendar: no whole VCALENDAR")
    return calendars


def _line_of(message: str, text: str) -> int:
    """Return the number of the line that a message quotes; 1 if it quotes none."""
    quoted = re.search(r"'(.+?)'", message)
    if quoted is None or quoted[1] not in text:
        return 1
    return text.partition(quoted[1])[0].count("\n") + 1


def _event_lines(text: str) -> list[int]:
    """Return the number of the line that each event begins on."""
    lines = enumerate(text.split("\n"), 1)
    return [number for number, line in lines if line.strip().upper() == "BEGIN:VEVENT"]


def _add(
    found: dict[str, _Title], calendar: Any, event: Any, now: dt.datetime, line: int
) -> Iterator[str]:
    """Add an event to the title that it belongs to, and yield what could not be taken over."""
    for name, message in event.errors:
        raise ValueError(f"{name or 'content'}: {message}")
    summary = _property(event, "SUMMARY") or "Untitled"
    uid = _property(event, "UID") or summary
    status = _property(event, "STATUS")
    if status and status.upper() == "CANCELLED":
        yield f"line {line}: left out, it is cancelled: {visible(summary)}"
        return
    if "RRULE" in event or "RDATE" in event:
        yield f"line {line}: it repeats, and only its first date is taken: {visible(summary)}"
    when = _when(event, calendar, now)
    episode = _EPISODE.fullmatch(summary)
    numbers = _numbers(episode) if episode else None
    if episode and numbers:
        show = Show(
            id=_slug(episode["show"]),
            title=episode["show"],
            sources=("ics",),
            confidence=_build.ONE,
        )
        title = found.setdefault(show.id, _Title(show, line))
        name = _build.text(episode["title"] or episode["rest"])
        title.episodes.append(
            Episode(
                season=numbers[0],
                episode=numbers[1],
                number=numbers[1],
                title=name,
                when=when,
                runtime_minutes=_runtime(event),
                summary=_property(event, "DESCRIPTION"),
                sources=("ics",),
                confidence=_build.ONE,
            )
        )
        return
    name = _property(calendar, "X-WR-CALNAME") or _property(calendar, "NAME") or "Calendar"
    show = Show(id=_slug(name), title=name, sources=("ics",), confidence=_build.ONE)
    title = found.setdefault(show.id, _Title(show, line))
    key = uid
    if recurrence := event.get("RECURRENCE-ID"):
        key = f"{key}-{recurrence.to_ical().decode()}"
    title.milestones.setdefault(
        key,
        Milestone(
            id=key,
            title=summary,
            kind="event",
            when=when,
            runtime_minutes=_runtime(event),
            note=_property(event, "DESCRIPTION"),
            sources=("ics",),
            confidence=_build.ONE,
        ),
    )


def _property(component: Any, name: str) -> str | None:
    """Return a text property, the first of several."""
    value = component.get(name)
    value = value[0] if isinstance(value, list) else value
    return _build.text(str(value)) if value is not None else None


def _numbers(episode: re.Match[str]) -> tuple[int, int] | None:
    season, number = int(episode["x"] or episode["s"]), int(episode["y"] or episode["e"])
    return (season, number) if season and number else None


def _slug(name: str) -> str:
    """Return an id that a name keeps: its words, in lower case."""
    return "-".join(re.findall(r"\w+", name.casefold())) or "calendar"


def _when(event: Any, calendar: Any, now: dt.datetime) -> When | None:
    """Return when an event begins: a day, or a minute in the zone that the calendar gives."""
    start = event.get("DTSTART")
    start = start[0] if isinstance(start, list) else start
    if start is None:
        return None
    moment = start.dt
    home = _property(calendar, "X-WR-TIMEZONE") or zones.name(now.tzinfo or dt.UTC)
    home = home if _is_zone(home) else "UTC"
    if not isinstance(moment, dt.datetime):
        return _build.when(f"{moment:%Y-%m-%d}".rjust(10, "0"), home, "DTSTART")
    if moment.tzinfo is None:
        named = start.params.get("TZID")
        if named:
            raise ValueError(f"DTSTART: no time zone is named {shortened(str(named))!r}")
        moment = moment.replace(tzinfo=zones.zone(home))
    zone = zones.name(moment.tzinfo or dt.UTC)
    return _build.minute(moment, zone if _is_zone(zone) else "UTC", "DTSTART")


def _is_zone(name: str) -> bool:
    try:
        zones.zone(name)
    except ValueError:
        return False
    return True


def _runtime(event: Any) -> int | None:
    """Return how many minutes an event takes; None for whole days."""
    start, end, span = (
        getattr(event.get(name), "dt", None) for name in ("DTSTART", "DTEND", "DURATION")
    )
    if not isinstance(start, dt.datetime):
        return None
    if isinstance(end, dt.datetime) and (end.tzinfo is None) == (start.tzinfo is None):
        utc = dt.UTC if start.tzinfo else None
        span = end.astimezone(utc) - start.astimezone(utc) if utc else end - start
    return (
        _build.ordinal(span // dt.timedelta(minutes=1)) if isinstance(span, dt.timedelta) else None
    )


def _dataset(title: _Title, now: dt.datetime) -> Dataset:
    """Return the dataset of a title; a bare countdown counts to what comes next."""
    episodes = _build.numbered(title.episodes)
    milestones = tuple(title.milestones.values())
    known = [(m.id, m.when) for m in milestones] + [(e.id, e.when) for e in episodes]
    ends = [(timeline.window(when).latest, name) for name, when in known if when]
    anchor = min((end for end in ends if end[0] > now), default=(now, known[-1][0]))[1]
    return _build.dataset(
        title.show,
        Source(id="ics", title=f"Calendar: {title.show.title}"),
        milestones,
        now,
        anchor=anchor,
        path=f"line {title.line}",
        episodes=episodes,
    )
