"""English. `text.language.Language` says what each function returns."""

# ruff: noqa: D103 - the docstrings are those of the protocol

import datetime as dt
from collections.abc import Sequence

from medalist_cli.model.dataset import Confidence

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_VERBS = {
    "season": "aired", "episode": "aired", "stream": "began", "film": "opened",
    "event": "took place", "volume": "came out", "news": "happened",
}  # fmt: skip
"""What a milestone did, by its kind, where the dataset has no verb."""
_PRESENT = {
    "aired": "airs", "announced": "announced", "awarded": "awarded", "began": "begins",
    "came out": "comes out", "ended": "ends", "happened": "happens", "held": "held",
    "opened": "opens", "premiered": "premieres", "released": "out", "took place": "takes place",
}  # fmt: skip
_NOUNS = {"premiered": "premiere", "released": "release"}
"""Last words of titles that already say the verb."""
_PLACES = {
    "America/Los_Angeles": "the US", "America/New_York": "the US", "America/Sao_Paulo": "Brazil",
    "America/Toronto": "Canada", "Asia/Hong_Kong": "Hong Kong", "Asia/Jakarta": "Indonesia",
    "Asia/Kolkata": "India", "Asia/Manila": "the Philippines", "Asia/Seoul": "South Korea",
    "Asia/Shanghai": "China", "Asia/Singapore": "Singapore", "Asia/Taipei": "Taiwan",
    "Asia/Tokyo": "Japan", "Australia/Sydney": "Australia", "Europe/Berlin": "Germany",
    "Europe/London": "the UK", "Europe/Madrid": "Spain", "Europe/Paris": "France",
    "Europe/Rome": "Italy",
}  # fmt: skip
"""Countries whose television and cinemas a date is likely to come from, by zone."""

_LABELS = {
    # parts of screens
    "how_sure": "How sure?",
    # fixed words
    "as_far_as_known": "“season 1 only”: as far as known",
    "key_episode": "key episode",
    "day_unknown": "day unknown",
    "scheduled": "scheduled, may change",
    "start_unknown": "start not stated",
    "tba": "TBA",
    "to_be_announced": "date to be announced",
    "not_stated": "not stated",
    "out": "out",
    "today": "today",
    "unknown": "unknown",
    "yes": "yes",
    # fields
    "actor": "Voice actor",
    "aliases": "Also called",
    "also_airing": "Same season",
    "also_on": "Other channels",
    "article_says": "Original article",
    "claim": "Supports",
    "as_printed": "Seen in print as",
    "confidence": "Confirmed by",
    "dub": "English voice",
    "earliest": "Broadcaster's time",
    "ending": "Where it ends",
    "expect": "What to expect",
    "facts": "Used for",
    "id": "ID",
    "introduces": "First appearances",
    "local": "Your time",
    "new_cast": "New characters",
    "number": "No.",
    "others_say": "Other sources",
    "premise": "Story",
    "remarks": "Staff comments",
    "runtime_minutes": "Length",
    "slot": "Broadcast",
    "starts": "Start",
    "term_ja": "Japanese",
    "title_latin": "Romanised",
    "url": "URL",
    "verdict": "In short",
    "when": "Announced as",
    # kinds of links and songs
    "link_music": "Music video",
    "song_ending": "Ending",
    "song_insert": "Insert song",
    "song_theme": "Theme song",
}
_TERMS = {
    "two-sources": "two or more sources",
    "one-source": "one source",
    "seed-only": "only the original article",
    "tba": "TBA",
    "window": "any day now",
    "live": "on air",
}
_DOUBTS = {"two-sources": "", "one-source": "one source", "seed-only": "unconfirmed"}
_LEGEND = {"one-source": "one source", "seed-only": "only in the original article"}


CODE = "en"

PHRASES: dict[str, str] = {}
"""Phrases are English as they are."""


def pick(en: str | None, ja: str | None) -> str | None:
    return en or ja


def label(field: str) -> str:
    if field in _LABELS:
        return _LABELS[field]
    if field.startswith(("link_", "song_")):  # a kind that only a dataset knows
        return label(field.partition("_")[2])
    if field.endswith("_ja"):
        return f"{label(field.removesuffix('_ja'))} in Japanese"
    words = field.replace("_", " ").replace(".", " ")
    return words[:1].upper() + words[1:]


def term(field: str, value: str) -> str:
    if field == "status" and value.endswith("-only"):
        return f"{value.removesuffix('-only').replace('-', ' ')} only"
    return _TERMS.get(value, value)


def labelled(label: str) -> str:
    return f"{label} " if label.endswith("?") else f"{label}: "


def listed(parts: Sequence[str], *, are_phrases: bool = False) -> str:
    return ("; " if are_phrases else ", ").join(parts)


def stopped(text: str) -> str:
    return f"{text.removesuffix('.')}."


def day(day: dt.date, *, year: bool = True) -> str:
    text = f"{weekday(day)} {day.day} {_MONTHS[day.month - 1][:3]}"
    return f"{text} {day.year}" if year else text


def weekday(day: dt.date) -> str:
    return _WEEKDAYS[day.weekday()][:3]


def date(text: str, *, weekday: bool = True) -> str:
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        shown = day(dt.date(*parts))
        return shown if weekday else shown.partition(" ")[2]
    return f"{_MONTHS[parts[1] - 1]} {parts[0]}" if len(parts) == 2 else str(parts[0])


def days(first: str, last: str) -> str:
    if len(first) == len(last) == 10 and first[:4] == last[:4]:
        return f"{date(first).rpartition(' ')[0]} – {date(last)}"
    return f"{date(first)} – {date(last)}"


def clocked(day: str, clock: str) -> str:
    return f"{day}, {clock}"


def moment(moment: dt.datetime, *, year: bool = True) -> str:
    return f"{day(moment, year=year)}, {moment:%H:%M}"


def abbreviation(moment: dt.datetime) -> str:
    name = moment.tzname() or ""
    return name if name.isalpha() else offset(moment)


def offset(moment: dt.datetime) -> str:
    minutes = round((moment.utcoffset() or dt.timedelta()).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "-" if minutes < 0 else "+"
    return f"UTC{sign}{hours}{f':{rest:02}' if rest else ''}" if minutes else "UTC"


def place(zone: str) -> str:
    return _PLACES.get(zone, zone)


def city(zone: str) -> str:
    area, slash, name = zone.rpartition("/")
    return name.replace("_", " ") if slash and area != "Etc" else ""


def date_in(place: str) -> str:
    return f"date in {place}"


def announced_as(day: dt.date, clock: str) -> str:
    return f"announced as {_WEEKDAYS[day.weekday()][:3]} {clock}"


def amount(number: int, unit: str) -> str:
    return f"{number} {plural(number, unit)}"


def plural(number: int, unit: str, *, ago: bool = False) -> str:
    name = unit if number == 1 else f"{unit}s"
    return f"{name} ago" if ago else name


def near(days: int, day: dt.date) -> str:
    return ("today", "tomorrow")[days] if days < 2 else f"on {_WEEKDAYS[day.weekday()]}"


def in_time(near: str, parts: tuple[str, ...]) -> str:
    left = f"in {', '.join(parts)}"
    return f"{near}, {left}" if near else left


def on_day(days: int, near: str, date: str) -> str:
    return f"{near}, {date}" if near and days < 2 else f"in {amount(days, 'day')}, on {date}"


def in_days(days: int) -> str:
    return "tomorrow" if days == 1 else f"in {amount(days, 'day')}"


def some_time(date: str) -> str:
    return f"some time in {date}"


def days_away(first: int, last: int) -> str:
    return f"{first} to {amount(last, 'day')} away"


def inside(precision: str, date: str) -> str:
    return f"today, {date}" if precision == "day" else f"some time this {precision}"


def within_days(days: int) -> str:
    return f"within {amount(days, 'day')}" if days else "today at the latest"


def on_air(minute: int, runtime: int) -> str:
    return f"on air, minute {minute} of {runtime}"


def opening(verb: str | None, kind: str, place: str) -> str:
    present = _PRESENT[verb or _VERBS[kind]]
    return f"{present} in {place}" if place else present


def ago(number: int, unit: str) -> str:
    match unit, number:
        case "day", 0:
            return "today"
        case "day", 1:
            return "yesterday"
        case "minute", 0:
            return "just now"
    return f"{amount(number, unit)} ago"


def happened(verb: str | None, kind: str, ago: str, date: str) -> str:
    did = verb or _VERBS[kind]
    if not ago:
        return f"{did} in {date}"
    if not date:
        return f"{did} {ago}"
    return f"{did} {ago}, {'on ' if ago.endswith('days ago') else ''}{date}"


def on_unknown_day(verb: str | None, kind: str) -> str:
    return f"{verb or _VERBS[kind]}, exact day unknown"


def was_scheduled(ago: str, date: str, checked: str) -> str:
    when = f"{date}, {ago}" if ago else date
    return f"was scheduled for {when}; not checked since {checked}"


def was_planned(ago: str, date: str) -> str:
    when = f"{date}, {ago}" if ago else date
    return f"was planned for {when}; unconfirmed"


def noted(said: str, notes: tuple[str, ...]) -> str:
    return f"{said} ({', '.join(notes)})" if notes else said


def sentence(title: str, said: str) -> str:
    return f"{title} — {said}"


def footnote(title: str, verb: str | None, said: str) -> str:
    noun = _NOUNS.get(verb or "", "\n")
    if said.startswith(verb or "\n") and title.endswith(f" {noun}"):
        return f"{title.removesuffix(f' {noun}')} {said}."
    return f"{title}: {said}."


def short_days(first: int, last: int) -> str:
    return f"{first}d" if first == last else f"{first}-{last}d"


def short_clock(seconds: int, *, ticking: bool) -> str:
    if seconds >= 3600:
        return f"{seconds // 3600}h {seconds % 3600 // 60:02}m"
    if ticking:
        return f"{seconds // 60}m {seconds % 60:02}s"
    return f"{seconds // 60}m" if seconds >= 60 else "<1m"


def short_state(state: str, precision: str | None) -> str:
    match state:
        case "window":
            return "today" if precision == "day" else f"this {precision}"
        case "live":
            return "on air"
        case "tba":
            return "TBA"
        case _:
            return "past"


def doubt(confidence: Confidence) -> str:
    return _DOUBTS[confidence]


def legend(confidence: Confidence) -> str:
    return _LEGEND.get(confidence, "")


def checked(as_of: dt.date, origin: str | None = None) -> str:
    said = f"facts checked {date(as_of.isoformat(), weekday=False)}"
    return noted(said, (origin,) if origin else ())


def claim(by: str | None, checked: dt.date | None, confidence: Confidence) -> str:
    said = by or _TERMS[confidence]
    return f"{said} ({date(checked.isoformat(), weekday=False)})" if checked else said


def song(title: str, other: str | None, artist: str) -> str:
    return f"“{title}”{f' ({other})' if other else ''} — {artist}"


def dub(language: str) -> str:
    return f"{language} dub"


def change(role: str, before: str | None, now: str | None) -> str:
    holder = now or "unknown"
    return f"{role}: {before} → {holder}" if before else f"{role}: {holder} (new post)"


def arc(name: str, first: int, last: int, chapters: str | None = None) -> str:
    episodes = f"episodes {first}–{last}" if first != last else f"episode {first}"
    return noted(name, (episodes, f"chapters {chapters}") if chapters else (episodes,))


def neighbour(title: str, studio: str | None, start: str | None) -> str:
    made = f"{title} ({studio})" if studio else title
    return f"{made}, from {start}" if start else made


def episode(number: int) -> str:
    return f"Episode {number}"


def season(number: int) -> str:
    return f"Season {number}"


def numbered(season: int, episode: int, title: str | None) -> str:
    return f"Season {season} episode {episode}" + (f": {title}" if title else "")


def and_more(number: int) -> str:
    return f"{number} more"


def quoted(text: str) -> str:
    return f"“{text}”"


def wait_done(percent: int) -> str:
    return f"{percent} % of the wait"


def moved(date: str) -> str:
    return f"moved from {date}"


def moved_by(days: int) -> str:
    return f"{days:+} {plural(abs(days), 'day')}"


def announced(date: str) -> str:
    return f"announced {date}"


def key(key: str, does: str) -> str:
    return f"{key} {label(does).lower()}"
