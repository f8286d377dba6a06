"""A calendar file; RFC 5545. Two exports of one dataset are the same bytes."""

import datetime as dt

from icalendar import Alarm, Calendar, Event, vDuration, vText, vUri
from msgspec import Struct

from medalist_cli.errors import NoMatch
from medalist_cli.model.result import Agenda, Entry
from medalist_cli.render import Form, escaping
from medalist_cli.terminal import Terminal
from medalist_cli.text.language import worded

ENCODING = "utf-8"
"""RFC 5545 §3.1.4, whatever the terminal's is."""
_REFRESH = dt.timedelta(days=1)
"""How often a subscribed calendar is to be loaded again."""


def notes(result: Agenda[Struct]) -> tuple[str, ...]:
    """Return what the calendar cannot hold."""
    return result.left_out


def render(result: Agenda[Struct], form: Form, terminal: Terminal) -> str:
    """Return the calendar, its lines ending in CRLF and folded at 75 octets.

    Raises NoMatch when no row has an exact date.
    """
    if not result.entries:
        raise NoMatch("none of these has an exact date")
    calendar = Calendar()
    calendar.add("prodid", "-//medalist-cli//medalist//EN")
    calendar.add("version", "2.0")
    for name in ("name", "x-wr-calname"):  # RFC 7986, and what programs knew before it
        calendar.add(name, _Text(worded(result.title, form.language)))
    calendar.add("refresh-interval", vDuration(_REFRESH), parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", vDuration(_REFRESH))
    stamp = dt.datetime.combine(result.as_of, dt.time(), dt.UTC)
    for entry in result.entries:
        title = worded(entry.title, form.language)
        event = _event(entry, title, entry.uid or f"{entry.id}@{result.show}", stamp)
        for before in result.alarms:
            if _rings(entry, before):
                event.add_component(_alarm(title, before))
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content.decode()


def _event(entry: Entry, title: str, uid: str, stamp: dt.datetime) -> Event:
    event = Event()
    event.add("uid", _Text(uid))
    event.add("dtstamp", stamp)
    event.add("dtstart", entry.begin)
    if entry.end is not None:
        event.add("dtend", entry.end)
    event.add("summary", _Text(title))
    if entry.note:
        event.add("description", _Text(entry.note))
    url = escaping.page_url(entry.url)
    if url:
        event.add("url", vUri(url))
    event.add("status", "CONFIRMED" if entry.is_sure else "TENTATIVE")
    event.add("transp", "TRANSPARENT")
    if entry.moves:
        event.add("sequence", entry.moves)  # a client takes the date with the higher one; §3.8.7.4
        event.add("last-modified", stamp)
    return event


def _rings(entry: Entry, before: dt.timedelta) -> bool:
    """Return whether an alarm makes sense: hours before a day without a clock do not."""
    return isinstance(entry.begin, dt.datetime) or before >= dt.timedelta(days=1)


def _alarm(title: str, before: dt.timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -before)
    alarm.add("description", _Text(title))
    return alarm


class _Text(vText):
    r"""A text in which `\N` is no line break; icalendar takes it for one."""

    def to_ical(self) -> bytes:
        """Return the escaped text, without characters that TEXT may not have."""
        return escaping.ical(self).encode()
