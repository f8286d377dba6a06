"""What the formats of a countdown share: its one line, and what a status bar shows."""

from medalist_cli.model.result import Countdown
from medalist_cli.model.rows import Countdown as Count
from medalist_cli.model.rows import Local
from medalist_cli.render import Form
from medalist_cli.render.template import filled
from medalist_cli.terminal import Terminal
from medalist_cli.text import wording
from medalist_cli.text.cells import visible

COLOURS = {"hour": "#e53935", "day": "#fb8c00", "week": "#fdd835", "month": "#43a047", "far": ""}
"""A colour for each bucket, the nearer the warmer; empty: the bar's own."""
_ON_AIR = "#d81b60"
_BADGES = {"tba": "#5f6673", "past": "#2e7d32"}
_BADGE = "#1f5fbf"
"""The colour of a badge for what is to come; white is readable on all three."""


def line(result: Countdown, form: Form) -> str:
    """Return the longest wording that fits the form's width."""
    return wording.fitting(result.count, form.width)


def one_line(result: Countdown, form: Form, terminal: Terminal) -> str:
    """Return the line that a template, a width or --follow asks for; empty if none does."""
    if form.template is not None:
        return filled(form.template, result.count, terminal.encoding) + "\n"
    if form.is_line or form.width is not None:
        return line(result, form) + "\n"
    return ""


def lines(result: Countdown) -> list[str]:
    """Return the result, the clocks, the zones asked for, and the anchor, a line each."""
    return [result.count.text, *details(result)]


def bar(result: Countdown, form: Form) -> str:
    """Return what a bar shows: a short line, or nothing when there is nothing to wait for."""
    count = result.count
    if count.state == "past":
        return ""
    if form.width is not None:
        return wording.fitting(count, form.width)
    return f"{visible(count.title)} {wording.short(count)}"


def colour(count: Count) -> str:
    """Return the colour of a countdown as `#rrggbb`, or nothing for the bar's own."""
    return _ON_AIR if count.state in ("live", "window") else COLOURS.get(count.bucket or "", "")


def lasting(count: Count) -> tuple[str, str]:
    """Return the message and the colour of a badge, true however long a picture is cached."""
    is_over = count.state == "past" and not (count.planned or count.unconfirmed)
    if is_over or count.when is None:
        return ("out" if is_over else "TBA"), _BADGES["past" if is_over else "tba"]
    return wording.date(count.when) + wording.doubt(count.confidence), _BADGE


def classes(count: Count) -> list[str]:
    """Return the state and the bucket, for a style sheet."""
    return [count.state, *([count.bucket] if count.bucket else [])]


def clocks(count: Count) -> str:
    """Return the line of clocks; for what has no clock, whose calendar its days are on."""
    told = " = ".join(wording.clocks(count))
    if told:
        return f"{told}, {wording.years(count)}"
    if count.when is None:
        return "no day is known" if count.state == "past" else "no date has been announced"
    return f"by the calendar of {visible(count.when.zone)}"


def details(result: Countdown) -> list[str]:
    """Return the lines after the result: clocks, the zones asked for, and the anchor."""
    count = result.count
    lines = [clocks(count), *filter(None, [wording.moved(count)])]
    lines += [party(local) for local in count.zones if len(count.zones) > 1]
    if count.anchor is not None:
        lines.append(count.anchor.text)
    return lines


def party(local: Local) -> str:
    """Return when one zone of a watch party sees it: `Europe/Paris  Sat 24 Jan 17:30 CET`."""
    at = wording.clock(local.local) if local.local else "no clock yet"
    return f"{local.zone}  {at}"
