"""What the formats of a countdown share: its line, the details below it, and what a bar shows."""

from collections.abc import Mapping
from typing import NamedTuple

from msgspec import structs

from medalist_cli.model.result import Countdown
from medalist_cli.model.rows import Countdown as Count
from medalist_cli.render import Form
from medalist_cli.render._sgr import labelled, painted
from medalist_cli.render.template import filled
from medalist_cli.terminal import Terminal
from medalist_cli.text import wording
from medalist_cli.text.cells import visible
from medalist_cli.text.language import Language

_COLOURS: Mapping[str | None, str] = {
    "hour": "#e53935",
    "day": "#fb8c00",
    "week": "#fdd835",
    "month": "#43a047",
}
"""A colour for each bucket that is near, the nearer the warmer."""
_ON_AIR = "#d81b60"
_BADGES = {"tba": "#5f6673", "past": "#2e7d32"}
_BADGE = "#1f5fbf"
"""The colour of a badge for what is to come; white is readable on all three."""


class Detail(NamedTuple):
    """A line below the answer: what it is about, its text, and what the text links to."""

    label: str
    text: str
    url: str | None = None


def line(result: Countdown, form: Form) -> str:
    """Return the longest wording that fits the form's width."""
    return wording.fitting(result.count, form.width, form.language, ticking=form.is_line)


def one_line(result: Countdown, form: Form, terminal: Terminal) -> str | None:
    """Return the line that a template, a width or --follow asks for; None if none does."""
    if form.template is not None:
        return filled(form.template, result.count, terminal.encoding) + "\n"
    if form.is_line or form.width is not None:
        return line(result, form) + "\n"
    return None


def lines(result: Countdown, form: Form, *, colour: bool = False) -> list[str]:
    """Return the answer as a sentence, and each detail on a line of its own."""
    answer = painted(wording.sentence(result.count, form.language), "answer", colour=colour)
    return [answer, *details(result, form, colour=colour)]


def texts(result: Countdown, form: Form) -> list[str]:
    """Return the lines after the answer without the links."""
    return details(structs.replace(result, links=()), form)


def details(result: Countdown, form: Form, *, colour: bool = False) -> list[str]:
    """Return the lines after the answer: clocks, how sure it is, links, and the anchor."""
    language = form.language
    every = (
        *clocks(result.count, language),
        *claims(result.count, language),
        *links(result, language),
    )
    shown = [
        labelled(language.labelled(each.label), visible(each.url or each.text), colour=colour)
        for each in every
    ]
    moved = wording.moved(result.count, language)
    return list(filter(None, (moved, *shown, anchor(result, language))))


def clocks(count: Count, language: Language) -> tuple[Detail, ...]:
    """Return a minute on the reader's clock, on those of other zones, and on its own."""
    return tuple(Detail(*clock) for clock in wording.clocks(count, language))


def claims(count: Count, language: Language) -> tuple[Detail, ...]:
    """Return each date that sources support, and who they are; of what is over, nothing."""
    if count.state == "past":
        return ()
    label = language.label("how_sure")
    return tuple(Detail(label, f"{date} — {by}") for date, by in dated(count, language))


def dated(count: Count, language: Language) -> list[tuple[str, str]]:
    """Return each date that sources support, with who supports it."""
    return [
        (language.date(claim.when.date, weekday=False), visible(wording.supporter(claim, language)))
        for claim in count.claims
    ]


def links(result: Countdown, language: Language) -> tuple[Detail, ...]:
    """Return the milestone's trailers and the official site, addresses without their scheme."""
    return tuple(
        Detail(_link_label(link.kind, language), address(link.url), link.url)
        for link in result.links
        if link.url
    )


def _link_label(kind: str, language: Language) -> str:
    return language.label("official_site" if kind == "official" else f"link_{kind}")


def address(url: str) -> str:
    """Return a web address as people write it."""
    return visible(url.partition("://")[2].removeprefix("www.").removesuffix("/")) or visible(url)


def anchor(result: Countdown, language: Language) -> str:
    """Return what to add of the milestone that the dataset is about; it may be this one."""
    if result.anchor is None:
        return ""
    said = wording.answer(result.anchor, language)
    return language.footnote(wording.title(result.anchor, language), result.anchor.verb, said)


def age(result: Countdown, language: Language) -> str:
    """Return how old the facts are, and whether a date may still change."""
    count = result.count
    may_change = count.planned and count.state in ("upcoming", "window")
    scheduled = language.label("scheduled") if may_change else ""
    notes = (scheduled, language.checked(count.as_of, result.origin))
    return " · ".join(filter(None, notes))


def bar(result: Countdown, form: Form) -> str:
    """Return what a bar shows: a short line, or nothing when there is nothing to wait for."""
    count = result.count
    if count.state == "past":
        return ""
    if form.width is not None:
        return line(result, form)
    few = wording.short(count, form.language, ticking=form.is_line)
    return f"{wording.title(count, form.language)} {few}"


def colour(count: Count) -> str:
    """Return the colour of a countdown as `#rrggbb`, or nothing for the bar's own."""
    return _ON_AIR if count.state in ("live", "window") else _COLOURS.get(count.bucket, "")


def lasting(count: Count, language: Language) -> tuple[str, str]:
    """Return the message and the colour of a badge, true however long a picture is cached."""
    is_over = count.state == "past" and not (count.planned or count.unconfirmed)
    if is_over or count.when is None:
        key = "past" if is_over else "tba"
        return language.label("out" if is_over else "tba"), _BADGES[key]
    doubt = language.doubt(count.confidence)
    return language.noted(language.date(count.when.date), (doubt,) if doubt else ()), _BADGE


def classes(count: Count) -> list[str]:
    """Return the state and the bucket, for a style sheet."""
    return [count.state, *([count.bucket] if count.bucket else [])]
