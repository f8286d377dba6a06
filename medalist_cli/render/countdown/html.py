"""A countdown as a page that ticks: one file, in the visitor's zone and language, offline.

The page is complete without its script. The script takes over what changes: the answer, the line
below it, the bar; and writes dates as the visitor does. `face` here and `answer` in
`countdown.js` follow the same rules; the tests hold both to the same cases.
"""

import datetime as dt
from collections.abc import Mapping
from functools import cache
from typing import Any

import msgspec
from markupsafe import Markup
from msgspec import Struct

from medalist_cli.dates import timeline
from medalist_cli.model import result
from medalist_cli.model.dataset import When
from medalist_cli.model.rows import ClaimRow, Countdown
from medalist_cli.render import Form, _page
from medalist_cli.render._page import Link
from medalist_cli.terminal import Terminal
from medalist_cli.text import en, wording
from medalist_cli.text.cells import visible
from medalist_cli.text.language import Language

ENCODING = "utf-8"
Labels = Mapping[str, Any]
Big = str | tuple[tuple[str, str], ...]
"""The large answer: words, or numbers with their units."""

_VERBS = {
    "season": "aired",
    "episode": "aired",
    "stream": "began",
    "film": "opened",
    "event": "held",
    "volume": "released",
    "news": "announced",
}
"""The usual verb of each kind."""


class Clock(Struct, frozen=True, kw_only=True):
    """One line of the clocks."""

    name: str
    names: Mapping[str, str] | None
    """What the script calls it in each language; None: as it is."""
    zone: str | None
    """None: the visitor's."""
    at: dt.datetime
    announced: When | None
    """Where it was announced on the 30-hour clock."""
    hidden: bool
    """Whether another one shows the same time; for another visitor it may not."""


def render(result: result.Countdown, form: Form, terminal: Terminal) -> str:
    """Return the whole page; under 15 kB but for very long texts."""
    return page(result, form.language, "countdown/countdown.html.j2")


def page(result: result.Countdown, language: Language, template: str, **more: Any) -> str:
    """Return the page of a countdown in a template, which may need `more` values.

    The text that needs no script is in a `language` that `labels.json` has, else in English.
    """
    language = language if language.CODE in languages() else en
    count, lang = result.count, language.CODE
    t, words = labels(count, lang), languages()[lang]["static"]
    big, lead = face(count, t, words, language)
    title = wording.title(count, language)
    announced = result.announced if count.state == "upcoming" else None
    part = count.percent or 0
    anchor = result.anchor if result.anchor and result.anchor.when else None
    return _page.render(
        template,
        ("page.css", "countdown/countdown.css"),
        "countdown/countdown.js",
        language=language,
        title=title,
        other=_other_title(count, title),
        page={name: every["page"] for name, every in languages().items()},
        counted=words["counted"],
        count=count,
        written=_page.written(count.when, language) if count.when else None,
        ticks=count.state == "upcoming" and count.precision == "minute",
        big=big,
        lead=_lead(lead, count, t, words, language),
        announced=announced,
        part=part / 100,
        percent=t["wait"].format(pct=f"{part}%") if announced else None,
        clocks=clocks(count, t),
        claims=claims(count),
        links=[
            Link(text=language.pick(to.title, to.title_ja) or to.title, url=to.url)
            for to in result.links
            if to.url
        ],
        anchor=anchor,
        anchor_title=wording.title(anchor, language) if anchor else None,
        data=_page.data_block(data(result, lang, title)),
        **more,
    )


def _other_title(count: Countdown, title: str) -> str | None:
    """Return what a milestone is called besides `title`, if it has two names."""
    names = (count.title, count.title_ja)
    return next((name for name in names if name and visible(name) != title), None)


def claims(count: Countdown) -> tuple[ClaimRow, ...]:
    """Return what each group of sources supports; at least the date itself, if there is one."""
    if count.claims or count.when is None:
        return count.claims
    own = ClaimRow(
        when=count.when,
        by=None,
        by_ja=None,
        official=False,
        checked=None,
        confidence=count.confidence,
        sources=count.sources,
    )
    return (own,)


@cache
def languages() -> Mapping[str, Labels]:
    """Return the words of pages in each language."""
    found: Mapping[str, Labels] = msgspec.json.decode(_page.source("countdown/labels.json"))
    return found


def labels(count: Countdown, lang: str) -> Labels:
    """Return the words that one page can come to need, in one language."""
    every = languages()[lang]
    dated = ("dated", "minute" if count.precision == "minute" else "coarse")
    groups = dated if count.when else ("undated",)
    words = {key: text for group in groups for key, text in every[group].items()}
    zone = count.when.zone if count.when else "UTC"
    place = every["place"].get(zone) or _city(zone)
    return {**words, "verbs": every["verbs"][count.verb or _VERBS[count.kind]], "place": place}


def data(result: result.Countdown, lang: str, title: str) -> dict[str, Any]:
    """Return what the script needs to know; unknown values are None.

    `start` and `begin` (the announcement) are Unix times; `first` and `last`, of a date without a
    clock, are days on the calendar of `zone`.
    """
    count = result.count
    begin = timeline.window(result.announced).earliest if result.announced else None
    known = {
        "lang": lang,
        "title": title,
        "precision": count.precision,
        "start": count.earliest_unix,
        "iso": iso(count),
        "begin": begin and int(begin.timestamp()),
        "runtime": count.runtime_minutes,
        "planned": count.planned or None,
        "unconfirmed": count.unconfirmed or None,
        "happened": count.happened or None,
        "asOf": count.as_of,
        "labels": {name: labels(count, name) for name in languages()},
    }
    if count.when is None or count.precision == "minute":
        return known
    at = timeline.window(count.when)
    return known | {"zone": count.when.zone, "first": at.first_day, "last": at.last_day}


def iso(count: Countdown) -> str | None:
    """Return the date as ISO 8601: as announced, a minute in UTC; None where there is none."""
    if count.earliest and count.precision == "minute":
        return _page.utc(count.earliest)
    return count.when.date if count.when else None


def _city(zone: str) -> str:
    return visible(zone.rpartition("/")[2].replace("_", " "))


def clocks(count: Countdown, t: Labels) -> tuple[Clock, ...]:
    """Return the clocks of a minute: the reader's, those asked for, the target's.

    A visitor sees the first one, the reader's, on their own clock.
    """
    if not (count.when and count.earliest and count.local):
        return ()
    when, there = count.when, count.earliest
    wall = when if f"{when.date}T{when.clock}" != f"{there:%Y-%m-%dT%H:%M}" else None
    yours = {lang: every["page"]["yours"] for lang, every in languages().items()}
    places = {lang: labels(count, lang)["place"] for lang in languages()}
    city = _city(count.zone)
    rows = [
        (city, yours, None, count.local),
        *((_city(each.zone), None, each.zone, each.local) for each in count.zones if each.local),
        (t["place"], places, when.zone, there),
    ]
    walls = [at.replace(tzinfo=None) for *_, at in rows]
    last = len(rows) - 1
    return tuple(
        Clock(
            name=name,
            names=names,
            zone=zone,
            at=at,
            announced=wall if row == last else None,
            # As in the script: the target's own stays, else the first.
            hidden=row != last and (walls[row] in walls[:row] or walls[row] == walls[last]),
        )
        for row, (name, names, zone, at) in enumerate(rows)
    )


def face(count: Countdown, t: Labels, words: Labels, language: Language) -> tuple[Big, str]:
    """Return the large answer and the template of the line below it; `answer` in the script."""
    days, most = count.days or 0, count.days_max or 0
    lead = " ".join(t[part] for part in ("lead", "there") if part in t)
    match count.state:
        case "tba":
            return t["tba"], t["open"]
        case "live":
            return t["live"], t["minute"]
        case "upcoming" if count.precision == "minute":
            return _clock(count.seconds or 0, words), t["soon"] if days < 2 else lead
        case "upcoming" if days != most:
            return ((f"{days}–{most}", _unit(most, "day", words)),), f"{t['some']} {t['there']}"
        case "upcoming" if days < 2:
            return near(days, "day", words), lead
        case "upcoming":
            return ((str(days), _unit(days, "day", words)),), lead
        case "window" if count.precision == "day":
            return near(0, "day", words), lead
        case "window":
            rel = near(0, str(count.precision), words)
            return t["this"].format(rel=rel), f"{t['latest']} {t['there']}"
        case "past":
            return _past(count, t, words, language, lead)


def _past(
    count: Countdown, t: Labels, words: Labels, language: Language, lead: str
) -> tuple[Big, str]:
    if count.when is None:
        return t["out"], t["when"]
    if count.unconfirmed:
        return t["doubt"], t["unsure"]
    if count.planned:
        return t["passed"], t["plan"]
    if count.precision in ("month", "year"):
        return _page.written(count.when, language), "{verb}"
    past = -(count.seconds or 0)
    if count.precision == "day" or past >= 86400:
        return near(count.days or 0, "day", words), lead
    if past < 60:
        return near(0, "second", words), lead
    unit, size = ("minute", 60) if past < 3600 else ("hour", 3600)
    return near(-(past // size), unit, words), lead


def _clock(seconds: int, words: Labels) -> Big:
    """Return days, hours, minutes and seconds, from the first that is not 0; there is one."""
    parts = [
        (seconds // 86400, "day"),
        (seconds // 3600 % 24, "hour"),
        (seconds // 60 % 60, "minute"),
        (seconds % 60, "second"),
    ]
    while not parts[0][0]:
        del parts[0]
    return tuple(
        (f"{amount:0{2 if place else 1}}", _unit(amount, unit, words))
        for place, (amount, unit) in enumerate(parts)
    )


def _unit(amount: int, unit: str, words: Labels) -> str:
    return str(words[unit][abs(amount) != 1])


def near(amount: int, unit: str, words: Labels) -> str:
    """Return how far a day, month, year or other unit is from now: `tomorrow`, `2 hours ago`."""
    known = words.get(f"{amount} {unit}")
    if known:
        return str(known)
    template: str = words["in" if amount > 0 else "ago"]
    return template.format(n=abs(amount), unit=_unit(amount, unit, words))


def _lead(template: str, count: Countdown, t: Labels, words: Labels, language: Language) -> Markup:
    """Fill the line below the large answer, dates as elements."""
    values = {
        "verb": t["verbs"][count.state == "past"],
        "rel": near(count.days_max or 0, "day", words),
        "place": t["place"],
        "n": wording.minute(count),
        "all": count.runtime_minutes,
        "date": _time(count, language),
        "asOf": _element(count.as_of.isoformat(), _page.day(count.as_of, language)),
    }
    # The template is a fixed label; the values are escaped.
    return Markup(template).format(**values)  # noqa: S704


def _time(count: Countdown, language: Language) -> Markup | None:
    """Return the date as an element; of a minute, the reader's day."""
    if count.when is None:
        return None
    date = count.local.date().isoformat() if count.local else count.when.date
    return _element(iso(count), language.date(date))


def _element(iso: str | None, text: str) -> Markup:
    return Markup('<time datetime="{}">{}</time>').format(iso, text)
