"""A countdown in words, from a whole sentence down to what fits a few cells.

What is said, how precisely and in which form is decided here; the words are the language's.
"""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from medalist_cli.model.dataset import When
from medalist_cli.model.rows import Breakdown, ClaimRow, Countdown
from medalist_cli.text.cells import visible, width
from medalist_cli.text.language import Language

_UNITS = ("years", "months", "days", "hours", "minutes", "seconds")
_WEEK = 7


class Said(NamedTuple):
    """A clause, and what to note in brackets after it."""

    text: str
    notes: tuple[str, ...] = ()


class Clock(NamedTuple):
    """One line of clocks: whose time it is, and the time."""

    label: str
    text: str


def sentence(count: Countdown, language: Language, *, ticking: bool = True) -> str:
    """Return the answer on one line: what, how far off, and how sure.

    `ticking` shows seconds in the last hour, for a line that is written again every second.
    """
    said = _said(count, language, ticking=ticking)
    doubts = filter(None, (*said.notes, language.doubt(count.confidence)))
    return language.sentence(title(count, language), language.noted(said.text, tuple(doubts)))


def title(count: Countdown, language: Language) -> str:
    """Return what the milestone is called, safe to show."""
    return visible(language.pick(count.title, count.title_ja) or count.title)


def answer(count: Countdown, language: Language, *, ticking: bool = True) -> str:
    """Return how far off it is, in words, without the title."""
    return language.noted(*_said(count, language, ticking=ticking))


def _said(count: Countdown, language: Language, *, ticking: bool) -> Said:
    match count.state:
        case "tba":
            return Said(language.label("to_be_announced"))
        case "upcoming" if count.precision == "minute":
            return Said(_to_the_minute(count, language, ticking=ticking))
        case "upcoming":
            return _to_a_day(count, language)
        case "window":
            return _inside(count, language)
        case "live":
            return Said(language.on_air(minute(count), count.runtime_minutes or 0))
        case "past":
            return Said(_past(count, language))


def minute(count: Countdown) -> int:
    """Return which minute of a programme on air is running, from 1."""
    return -(count.seconds or 0) // 60 + 1


def _to_the_minute(count: Countdown, language: Language, *, ticking: bool) -> str:
    parts = span(count.breakdown, language, ticking=ticking) if count.breakdown else ()
    return language.in_time(near(count, language), parts)


def near(count: Countdown, language: Language) -> str:
    """Return the word for a day less than a week off, else nothing."""
    first = count.local or count.earliest
    if first is None or count.days is None or not 0 <= count.days < _WEEK:
        return ""
    return language.near(count.days, first)


def aside(count: Countdown, language: Language) -> str:
    """Return what stands beside the title: the day if it is near, else what happens and where."""
    if count.state != "upcoming" or count.when is None or count.earliest is None:
        return ""
    day = near(count, language)
    if day and count.precision == "minute":
        if not count.days or count.days == 1:
            return day
        return language.in_time(day, (language.amount(count.days, "day"),))
    here = (count.earliest.astimezone(count.now.tzinfo)).utcoffset() == count.earliest.utcoffset()
    place = "" if here else visible(language.place(count.when.zone))
    return language.opening(count.verb, count.kind, place)


def _to_a_day(count: Countdown, language: Language) -> Said:
    first, last = count.days or 0, count.days_max or 0
    if count.precision != "day":
        return Said(language.some_time(_date(count, language)), (language.days_away(first, last),))
    said = language.on_day(first, near(count, language), _date(count, language))
    return Said(said, calendar(count, language))


def _inside(count: Countdown, language: Language) -> Said:
    said = language.inside(count.precision or "day", _date(count, language))
    if count.precision == "day":
        return Said(said, calendar(count, language))
    return Said(said, (language.within_days(count.days_max or 0),))


def _past(count: Countdown, language: Language) -> str:
    verb, kind = count.verb, count.kind
    if count.when is None:
        return language.on_unknown_day(verb, kind)
    ago, date = _ago(count, language), _date(count, language)
    if count.unconfirmed:
        return language.was_planned(ago, date)
    if count.planned:
        checked = language.date(count.as_of.isoformat(), weekday=False)
        return language.was_scheduled(ago, date, checked)
    is_now = count.precision == "minute" and -(count.seconds or 0) < 60
    return language.happened(verb, kind, ago, "" if is_now else date)


def _ago(count: Countdown, language: Language) -> str:
    """Return how long ago it was; nothing for what is only known to the month or year."""
    past, days = -(count.seconds or 0), -(count.days or 0)
    if count.precision in ("year", "month"):
        return ""
    if count.precision == "minute" and past < 24 * 3600:
        hours = past // 3600
        return language.ago(hours, "hour") if hours else language.ago(past // 60, "minute")
    return language.ago(days, "day")


def calendar(count: Countdown, language: Language) -> tuple[str, ...]:
    """Return a note on whose date a day is, where the reader's calendar is another one."""
    if count.precision != "day" or count.when is None or count.earliest is None:
        return ()
    here = count.earliest.astimezone(count.now.tzinfo).utcoffset()
    if here == count.earliest.utcoffset():
        return ()
    return (language.date_in(visible(language.place(count.when.zone))),)


def _date(count: Countdown, language: Language) -> str:
    """Return the day that days are counted to: the reader's for a minute, else as announced."""
    if count.local is not None:
        return language.day(count.local)
    return language.date(count.when.date) if count.when else language.label("tba")


def day(count: Countdown, language: Language) -> str | None:
    """Return the day, and for a minute the clock, as the reader has it; None for TBA."""
    if count.local is not None:
        return f"{language.moment(count.local)} {language.abbreviation(count.local)}"
    if count.when is None:
        return language.label("day_unknown") if count.state == "past" else None
    return language.date(count.when.date)


def when(at: When, language: Language) -> str:
    """Return a time as announced, as precise as it is known: `Sat 24 Jan 2026, 25:30`."""
    day = language.date(at.date)
    return language.clocked(day, at.clock) if at.clock else day


def date(count: Countdown, language: Language) -> str:
    """Return the day below the answer, with whose date it is: nothing where there is none."""
    if count.when is None:
        return ""
    return language.noted(_date(count, language), calendar(count, language))


def moved(count: Countdown, language: Language) -> str:
    """Return where the date stood before it moved, else nothing."""
    dates = [earlier.when for earlier in count.was if earlier.when]
    return language.moved(when(dates[-1], language)) if dates and dates[-1] != count.when else ""


def clocks(count: Countdown, language: Language) -> tuple[Clock, ...]:
    """Return a minute on every clock that matters, each once: the reader's, other zones', its own.

    Empty for what is coarser than a minute.
    """
    others = [(each.zone, each.local) for each in count.zones if each.local]
    return broadcast(count.when, count.earliest, count.local, count.zone, language, others)


def broadcast(
    when: When | None,
    there: dt.datetime | None,
    local: dt.datetime | None,
    zone: str,
    language: Language,
    others: Iterable[tuple[str, dt.datetime]] = (),
) -> tuple[Clock, ...]:
    """Return the clocks of a broadcast: `local` is in the reader's `zone`, `there` in its own."""
    if not (when and when.clock and there and local):
        return ()
    day = dt.date.fromisoformat(when.date)
    announced: tuple[str, ...] = ()
    if when.clock != f"{there:%H:%M}":  # on a clock of 30 hours, or in the hour summer time skips
        announced = (language.announced_as(day, when.clock),)
    is_own = local.utcoffset() == there.utcoffset()
    notes = (*_whereabouts(zone, local, language), *(announced if is_own else ()))
    first = language.noted(language.moment(local), notes)
    lines = [Clock(language.label("your_time"), first)]
    for name, moment in dict(others).items():
        if name not in (zone, when.zone):
            label = visible(language.city(name) or name)
            lines.append(Clock(label, _elsewhere(moment, local, language)))
    if not is_own:
        label = visible(language.place(when.zone))
        lines.append(Clock(label, language.noted(_elsewhere(there, local, language), announced)))
    return tuple(lines)


def supporter(claim: ClaimRow, language: Language) -> str:
    """Return who supports a date, and when that was last checked."""
    return language.claim(language.pick(claim.by, claim.by_ja), claim.checked, claim.confidence)


def _elsewhere(moment: dt.datetime, local: dt.datetime, language: Language) -> str:
    shown = language.moment(moment, year=moment.year != local.year)
    return f"{shown} {visible(language.abbreviation(moment))}"


def _whereabouts(zone: str, moment: dt.datetime, language: Language) -> tuple[str, ...]:
    parts = (visible(language.city(zone)), language.offset(moment))
    return tuple(filter(None, parts))


def span(parts: Breakdown, language: Language, *, ticking: bool) -> tuple[str, ...]:
    """Return a span in words without its zero units; seconds only within the last hour."""
    return tuple(language.amount(number, unit) for number, unit in units(parts, ticking=ticking))


def units(parts: Breakdown, *, ticking: bool) -> list[tuple[int, str]]:
    """Return the units of a span that are not zero, with their numbers, at least one.

    Seconds are kept within the last hour if `ticking`, and always within the last minute.
    """
    kept = [(getattr(parts, unit), unit.removesuffix("s")) for unit in _UNITS]
    kept = [(number, unit) for number, unit in kept if number]
    if len(kept) > 1 and parts.seconds and not (ticking and _is_last_hour(parts)):
        kept.pop()
    return kept or [(0, "second")]


def _is_last_hour(parts: Breakdown) -> bool:
    return not (parts.years or parts.months or parts.days or parts.hours)


def short(count: Countdown, language: Language, *, ticking: bool = False) -> str:
    """Return how far off it is in as few words as a status bar has room for.

    Without `ticking` the last hour is in minutes: a bar that asks once a minute shows no seconds.
    """
    if count.state != "upcoming":
        return language.short_state(count.state, count.precision)
    left = count.seconds or 0
    if count.precision != "minute" or left >= 48 * 3600:
        return language.short_days(count.days or 0, count.days_max or 0)
    return language.short_clock(left, ticking=ticking)


def forms(count: Countdown, language: Language, *, ticking: bool) -> tuple[str, ...]:
    """Return every wording: those with the title first, and of either kind the longest first."""
    name = title(count, language)
    bare = _bare(count, language, ticking=ticking)
    titled = [sentence(count, language, ticking=ticking)]
    titled += [language.sentence(name, said) for said in bare[:-1]]
    titled.append(f"{name} {bare[-1]}")
    return (*_longest_first(titled), *_longest_first(bare))


def _bare(count: Countdown, language: Language, *, ticking: bool) -> list[str]:
    """Return the wordings without the title, the shortest last."""
    said = _said(count, language, ticking=ticking)
    every = [language.noted(*said), said.text]
    if count.state == "upcoming" and count.precision == "day":
        every.append(language.in_days(count.days or 0))
    return [*every, short(count, language, ticking=ticking)]


def _longest_first(every: list[str]) -> list[str]:
    return sorted(dict.fromkeys(every), key=width, reverse=True)


def fitting(
    count: Countdown, cells: int | None, language: Language, *, ticking: bool = True
) -> str:
    """Return the longest wording of at most `cells`, with the title if any such one fits.

    Nothing fits: an empty string. More cells never give a shorter wording.
    """
    if cells is None:
        return sentence(count, language, ticking=ticking)
    every = forms(count, language, ticking=ticking)
    return next((form for form in every if width(form) <= cells), "")
