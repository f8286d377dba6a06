"""A countdown in words, from a whole sentence down to what fits a few cells."""

import datetime as dt

from medalist_cli.model.dataset import Confidence, When
from medalist_cli.model.rows import Breakdown, Countdown
from medalist_cli.text.cells import visible, width

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip

_VERBS = {
    "season": "aired ",
    "episode": "aired ",
    "stream": "began ",
    "film": "opened ",
    "event": "took place ",
    "volume": "came out ",
    "news": "",
}
_DOUBT = {"two-sources": "", "one-source": " (one source)", "seed-only": " (first article only)"}
_UNITS = ("years", "months", "days", "hours", "minutes", "seconds")


def sentence(count: Countdown) -> str:
    """Return the answer on one line: what, how far off, and how sure."""
    return f"{visible(count.title)} — {answer(count)}{doubt(count.confidence)}"


def doubt(confidence: Confidence) -> str:
    """Return what to add to a text where fewer than two sources say so; else nothing."""
    return _DOUBT[confidence]


def answer(count: Countdown) -> str:
    """Return how far off it is, in words, without the title."""
    match count.state:
        case "tba":
            return "TBA, to be announced"
        case "upcoming" if count.precision == "minute":
            return _to_the_minute(count)
        case "upcoming":
            return _to_a_day(count)
        case "window":
            return _inside(count)
        case "live":
            return f"on air, minute {minute(count)} of {count.runtime_minutes}"
        case "past":
            return _ago(count)


def minute(count: Countdown) -> int:
    """Return which minute of a programme on air is running, from 1."""
    return -(count.seconds or 0) // 60 + 1


def _to_the_minute(count: Countdown) -> str:
    left = f"in {span(count.breakdown)}" if count.breakdown else ""
    day = _near(count.days or 0, count.local)
    return f"{day}, {left}" if day else left


def _near(days: int, moment: dt.date | None) -> str:
    """Return the word for a day less than a week off, else nothing."""
    if days in (0, 1):
        return ("today", "tomorrow")[days]
    return f"on {WEEKDAYS[moment.weekday()]}" if moment and 0 < days < 7 else ""


def _to_a_day(count: Countdown) -> str:
    first, last = count.days or 0, count.days_max or 0
    if count.precision != "day":
        return f"in {_date(count)}: {first} to {plural(last, 'day')}{_elsewhere(count)}"
    near = _near(first, count.earliest)
    if near and first < 2:
        return f"{near}, {_date(count)}{_elsewhere(count)}"
    return f"in {plural(first, 'day')}, on {_date(count)}{_elsewhere(count)}"


def _inside(count: Countdown) -> str:
    if count.precision == "day":
        return f"today, {_date(count)}{_elsewhere(count)}"
    left = count.days_max or 0
    rest = f"within {plural(left, 'day')}" if left else "today at the latest"
    return f"some day this {count.precision}, {rest}{_elsewhere(count)}"


def _ago(count: Countdown) -> str:
    verb = _VERBS[count.kind]
    if count.when is None:
        return f"{verb}on a day not known"
    if count.planned:
        return f"was due {_since(count)}, as of {count.as_of}"
    return f"{verb}{_since(count)}"


def _since(count: Countdown) -> str:
    past, days = -(count.seconds or 0), -(count.days or 0)
    if count.precision in ("year", "month"):
        return f"in {_date(count)}"
    if count.precision == "minute" and past < 60:
        return "just now"
    if count.precision == "minute" and past < 24 * 3600:
        amount = f"{past // 3600} h" if past >= 3600 else f"{past // 60} min"
        return f"{amount} ago, {_date(count)}"
    if days < 2:
        return f"{'yesterday' if days == 1 else 'today'}, {_date(count)}"
    return f"{days} days ago, on {_date(count)}"


def _elsewhere(count: Countdown) -> str:
    """Name the zone the days are counted in, where its date is not the reader's."""
    if count.earliest is None or count.when is None:
        return ""
    there = count.now.astimezone(count.earliest.tzinfo).date()
    return f" ({count.when.zone} date)" if there != count.now.date() else ""


def _date(count: Countdown) -> str:
    """Return the day that days are counted to: the reader's for a minute, else as announced."""
    if count.local is not None:
        return f"{_day(count.local)} {count.local.year}"
    return date(count.when) if count.when else "TBA"


def day(count: Countdown) -> str | None:
    """Return the day, and for a minute the clock, as the reader has it; None for TBA."""
    if count.local is not None:
        return moment(count.local)
    if count.when is None:
        return "day unknown" if count.state == "past" else None
    return date(count.when)


def when(at: When) -> str:
    """Return a time as announced, as precise as it is known: `Sat 24 Jan 2026 25:30`."""
    return f"{date(at)} {at.clock}" if at.clock else date(at)


def date(at: When) -> str:
    """Return the day, month or year as announced: `Sat 24 Jan 2026`, `February 2026`, `2027`."""
    parts = [int(part) for part in at.date.split("-")]
    if len(parts) == 3:
        day = dt.date(*parts)
        return f"{_day(day)} {day.year}"
    return f"{MONTHS[parts[1] - 1]} {parts[0]}" if len(parts) == 2 else str(parts[0])


def facts_checked(day: dt.date) -> str:
    """Return how old the facts are: `facts checked 22 Nov 2026`."""
    return f"facts checked {day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def moved(count: Countdown, form: str = "moved from {}") -> str:
    """Return where the date stood before it moved, else nothing; `form` has `{}` for the date."""
    dates = [earlier.when for earlier in count.was if earlier.when]
    return form.format(when(dates[-1])) if dates and dates[-1] != count.when else ""


def _day(day: dt.date) -> str:
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1][:3]}"


def moment(at: dt.datetime) -> str:
    """Return a minute with its year and zone: `Sat 24 Jan 2026 17:30 CET`."""
    return f"{_day(at)} {at:%Y %H:%M} {at.tzname()}"


def clock(moment: dt.datetime) -> str:
    """Return one zone's calendar and clock: `Sat 24 Jan 17:30 CET`."""
    return f"{_day(moment)} {moment:%H:%M} {moment.tzname()}"


def announced(at: When, moment: dt.datetime) -> str:
    """Return a minute on the broadcast clock it was announced on: `Sat 24 Jan 25:30 JST`."""
    return f"{_day(dt.date.fromisoformat(at.date))} {at.clock} {moment.tzname()}"


def clocks(count: Countdown) -> tuple[str, ...]:
    """Return the moment as announced, on its zone's calendar and the reader's; equal ones once.

    Empty for what is coarser than a minute.
    """
    if count.precision != "minute" or not (count.when and count.earliest and count.local):
        return ()
    every = (announced(count.when, count.earliest), clock(count.earliest), clock(count.local))
    return tuple(dict.fromkeys(every))


def years(count: Countdown) -> str:
    """Return the year that the clocks are of: `2026`, or `2026–2027` where they differ."""
    announced_in = count.when.date[:4] if count.when else ""
    others = (str(moment.year) for moment in (count.earliest, count.local) if moment)
    return "–".join(sorted({announced_in, *others}))


def plural(amount: int, unit: str) -> str:
    """Return `1 day`, `2 days`."""
    return f"{amount} {unit}{'' if amount == 1 else 's'}"


def span(parts: Breakdown) -> str:
    """Return a span in words without its zero units; seconds only within the last hour."""
    told = [(unit, getattr(parts, unit)) for unit in _UNITS]
    kept = [plural(amount, unit[:-1]) for unit, amount in told if amount]
    if len(kept) > 1 and parts.seconds and not _last_hour(parts):
        kept.pop()
    return ", ".join(kept) or "0 seconds"


def _last_hour(parts: Breakdown) -> bool:
    return not (parts.years or parts.months or parts.days or parts.hours)


def short(count: Countdown) -> str:
    """Return how far off it is in as few words as a status bar has room for."""
    match count.state:
        case "upcoming" if count.precision == "minute" and count.days is not None:
            return _short_span(count)
        case "upcoming":
            far = f"{count.days}-{count.days_max}d" if count.days != count.days_max else ""
            return far or f"{count.days}d"
        case "window":
            return "today" if count.precision == "day" else f"this {count.precision}"
        case "live":
            return "on air"
        case "tba":
            return "TBA"
        case _:
            return "past"


def _short_span(count: Countdown) -> str:
    left = count.seconds or 0
    if left >= 48 * 3600:
        return f"{count.days}d"
    if left >= 3600:
        return f"{left // 3600}h {left % 3600 // 60:02}m"
    return f"{left // 60}m {left % 60:02}s"


def forms(count: Countdown) -> tuple[str, ...]:
    """Return every wording, longest first; each is whole, none is another one cut."""
    title, said, few = visible(count.title), answer(count), short(count)
    every = (sentence(count), f"{title} — {said}", f"{title} {few}", said, few)
    return tuple(sorted(dict.fromkeys(every), key=width, reverse=True))


def fitting(count: Countdown, cells: int | None) -> str:
    """Return the longest wording that takes at most `cells`; nothing fits: an empty string."""
    if cells is None:
        return sentence(count)
    return next((form for form in forms(count) if width(form) <= cells), "")
