"""A calendar file; RFC 5545. Two exports of one dataset are the same bytes."""

import datetime as dt

from icalendar import Alarm, Calendar, Event
from msgspec import Struct

from medalist_cli.answer import Agenda, Entry
from medalist_cli.errors import NoMatch
from medalist_cli.render import Form
from medalist_cli.screen import Screen

ENCODING = "utf-8"
"""RFC 5545 §3.1.4, whatever the terminal's is."""


def notes(answer: Agenda[Struct]) -> tuple[str, ...]:
    """Return what the calendar cannot hold."""
    return answer.left_out


def render(answer: Agenda[Struct], form: Form, screen: Screen) -> str:
    """Return the calendar, its lines ending in CRLF and folded at 75 octets.

    Raises NoMatch when no row has a day.
    """
    if not answer.entries:
        raise NoMatch("nothing here has a day for a calendar")
    calendar = Calendar()
    calendar.add("prodid", "-//medalist-cli//medalist//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", answer.title)
    stamp = dt.datetime.combine(answer.as_of, dt.time(), dt.UTC)
    for entry in answer.entries:
        event = _event(entry, f"{entry.id}@{answer.show}", stamp)
        for before in answer.alarms:
            event.add_component(_alarm(entry, before))
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content.decode()


def _event(entry: Entry, uid: str, stamp: dt.datetime) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", stamp)
    event.add("dtstart", entry.begin)
    if entry.end is not None:
        event.add("dtend", entry.end)
    event.add("summary", entry.title)
    if entry.note:
        event.add("description", entry.note)
    event.add("status", "CONFIRMED" if entry.is_sure else "TENTATIVE")
    event.add("transp", "TRANSPARENT")
    return event


def _alarm(entry: Entry, before: dt.timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -before)
    alarm.add("description", entry.title)
    return alarm
