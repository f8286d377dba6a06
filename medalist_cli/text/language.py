"""What a language has to know. A module in this package with a two-letter name is one language.

`text.wording` decides what is said and how precisely; the language has the words. It travels as a
value, `render.Form.language`: nothing but the choice of a language needs to know which ones exist.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from typing import Any, Protocol, Self, cast

from medalist_cli.model.dataset import Confidence
from medalist_cli.text import en
from medalist_cli.text.names import PLAIN, Style

_CODE = "[a-z]{2}"
"""An ISO 639-1 code; the other modules of this package have longer names."""

Worded = Callable[["Language"], str]
"""A part of a phrase that every language words itself, such as a number of days."""


class Phrase(str):
    """An English text made from a template, for which another language may have its own.

    It is a plain text wherever that is enough; `worded` gives it in a language.
    """

    __slots__ = ("template", "values")

    template: str
    values: dict[str, Any]

    def __new__(cls, template: str, **values: Any) -> Self:
        """Return `template` with `values` in place of their names in braces.

        A value may be a text, a number, another `Phrase`, or `Worded`.
        """
        made = super().__new__(cls, _filled(template, values, en))
        made.template, made.values = template, values
        return made


def worded(text: str, language: "Language") -> str:
    """Return a text in a language that has a template for it, else as it is."""
    if not isinstance(text, Phrase):
        return text
    return _filled(language.PHRASES.get(text.template, text.template), text.values, language)


def _filled(template: str, values: Mapping[str, Any], language: "Language") -> str:
    parts = {name: _part(value, language) for name, value in values.items()}
    return template.format(**parts)


def _part(value: Any, language: "Language") -> str:
    if callable(value):
        return str(value(language))
    return worded(value, language) if isinstance(value, str) else str(value)


def amount(number: int, unit: str) -> Worded:
    """Return a number of something as a part of a phrase."""
    return lambda language: language.amount(number, unit)


def either(en: str | None, ja: str | None) -> Worded:
    """Return a name that may have an English and a Japanese form as a part of a phrase."""
    return lambda language: language.pick(en, ja) or ""


def listed(parts: Iterable[Worded], most: int | None = None) -> Worded:
    """Return names as a part of a phrase, in one list; of more than `most`, how many more."""
    found = tuple(parts)

    def said(language: "Language") -> str:
        texts = [part(language) for part in found[:most]]
        rest = len(found) - len(texts)
        return language.listed([*texts, *([language.and_more(rest)] if rest else [])])

    return said


class Language(Protocol):
    """The words of one language; a module with these functions is one.

    `verb` and `kind` are those of a milestone, `unit` is a singular English word such as `day`.
    """

    @property
    def CODE(self) -> str:  # noqa: N802 - a constant of the module
        """The ISO 639-1 code."""

    @property
    def PHRASES(self) -> Mapping[str, str]:  # noqa: N802 - a constant of the module
        """The templates of phrases by the English ones; see `Phrase`."""

    def pick(self, en: str | None, ja: str | None, /) -> str | None:
        """Return the form of a name or text that the reader wants, else the other."""

    def label(self, name: str, /) -> str:
        """Return what people call a field of a row or a part of a screen, or a fixed word."""

    def term(self, field: str, value: str, /) -> str:
        """Return in words a value that is a code in the data, such as a state or a status."""

    def season(self, number: int, /) -> str:
        """Return `Season 2`."""

    def episode(self, number: int, /) -> str:
        """Return `Episode 7`, for an episode without a title."""

    def numbered(self, season: int, episode: int, title: str | None, /) -> str:
        """Return `Season 2 episode 7: Title`, or without the title."""

    def dub(self, language: str, /) -> str:
        """Return what a version in another language is called."""

    # Punctuation.

    def labelled(self, label: str, /) -> str:
        """Return a label as it stands before its text: `Label: `."""

    def listed(self, parts: Sequence[str], /, *, are_phrases: bool = False) -> str:
        """Return texts as one list; phrases may have commas of their own."""

    def stopped(self, text: str, /) -> str:
        """Return a text with one full stop at its end."""

    # Dates, clocks and places.

    def day(self, day: dt.date, /, *, year: bool = True) -> str:
        """Return `Sat 24 Jan 2026`."""

    def weekday(self, day: dt.date, /) -> str:
        """Return the day of the week in short: `Sat`."""

    def date(self, text: str, /, *, weekday: bool = True) -> str:
        """Return an ISO year, month or day, as precise as it is."""

    def days(self, first: str, last: str, /) -> str:
        """Return two ISO dates as a span."""

    def clocked(self, day: str, clock: str, /) -> str:
        """Return a day in words with a clock of up to 30 hours: `Sat 24 Jan 2026, 25:30`."""

    def moment(self, moment: dt.datetime, /, *, year: bool = True) -> str:
        """Return `Sat 24 Jan 2026, 17:30`."""

    def abbreviation(self, moment: dt.datetime, /) -> str:
        """Return the short name of a moment's zone, `JST`, else its offset."""

    def offset(self, moment: dt.datetime, /) -> str:
        """Return the UTC offset of a moment: `UTC+1`."""

    def place(self, zone: str, /) -> str:
        """Return the country of an IANA zone if it is known, else the name of the zone."""

    def city(self, zone: str, /) -> str:
        """Return the city of an IANA zone; nothing for a zone without one."""

    def date_in(self, place: str, /) -> str:
        """Return `date in Japan`."""

    def announced_as(self, day: dt.date, clock: str, /) -> str:
        """Return `announced as Sat 25:30`."""

    # How far off.

    def amount(self, number: int, unit: str, /) -> str:
        """Return `2 days`."""

    def plural(self, number: int, unit: str, /, *, ago: bool = False) -> str:
        """Return what stands after a number, `days`; with `ago`, `days ago`."""

    def near(self, days: int, day: dt.date, /) -> str:
        """Return `today`, `tomorrow`, or the weekday of a day within the week."""

    def in_time(self, near: str, parts: tuple[str, ...], /) -> str:
        """Return that something comes in a span of time, `near` its day or empty."""

    def on_day(self, days: int, near: str, date: str, /) -> str:
        """Return that something comes on a day."""

    def in_days(self, days: int, /) -> str:
        """Return that something comes in so many days, at least one, without the date."""

    def some_time(self, date: str, /) -> str:
        """Return that something comes in a month or a year."""

    def days_away(self, first: int, last: int, /) -> str:
        """Return between how many days away something is."""

    def inside(self, precision: str, date: str, /) -> str:
        """Return that something comes within the present day, month or year."""

    def within_days(self, days: int, /) -> str:
        """Return that something comes within so many days; 0: today at the latest."""

    def on_air(self, minute: int, runtime: int, /) -> str:
        """Return which minute of a broadcast is running."""

    def opening(self, verb: str | None, kind: str, place: str, /) -> str:
        """Return what will happen, `opens in Japan`; without a `place`, `opens`."""

    def ago(self, number: int, unit: str, /) -> str:
        """Return how long ago something was: `today` for 0 days, `just now` for 0 minutes."""

    def happened(self, verb: str | None, kind: str, ago: str, date: str, /) -> str:
        """Return that something happened; without `ago`, only in which month or year."""

    def on_unknown_day(self, verb: str | None, kind: str, /) -> str:
        """Return that something happened on a day that no source gives."""

    def was_scheduled(self, ago: str, date: str, checked: str, /) -> str:
        """Return that a date has passed since the facts were checked."""

    def was_planned(self, ago: str, date: str, /) -> str:
        """Return that a date has passed, and that no source says whether it was kept."""

    def noted(self, said: str, notes: tuple[str, ...], /) -> str:
        """Return a clause with notes in brackets; without notes, the clause."""

    def sentence(self, title: str, said: str, /) -> str:
        """Return a title and what is said of it on one line."""

    def footnote(self, title: str, verb: str | None, said: str, /) -> str:
        """Return a title and what is said of it as a whole sentence."""

    # The shortest forms, for bars.

    def short_days(self, first: int, last: int, /) -> str:
        """Return `88d`, or `40-404d`."""

    def short_clock(self, seconds: int, /, *, ticking: bool) -> str:
        """Return `3h 04m`; in the last hour `59m`, or if `ticking` `59m 05s`."""

    def short_state(self, state: str, precision: str | None, /) -> str:
        """Return a state other than upcoming."""

    # How sure, and how old.

    def doubt(self, confidence: Confidence, /) -> str:
        """Return what to note if fewer than two sources say so; else nothing."""

    def legend(self, confidence: Confidence, /) -> str:
        """Return what the mark of a doubtful record means."""

    def claim(self, by: str | None, checked: dt.date | None, confidence: Confidence, /) -> str:
        """Return who supports a date, and when that was last checked."""

    def checked(self, as_of: dt.date, origin: str | None = None, /) -> str:
        """Return how old the facts are; `origin`: `installed` or `bundled`."""

    def moved(self, date: str, /) -> str:
        """Return where a date stood before it moved."""

    def moved_by(self, days: int, /) -> str:
        """Return by how many days a date moved, with a sign."""

    def announced(self, date: str, /) -> str:
        """Return since when something is waited for."""

    def wait_done(self, percent: int, /) -> str:
        """Return how much of a wait is over."""

    # Records on one line.

    def song(self, title: str, other: str | None, artist: str, /) -> str:
        """Return a song; `other` is its title in the other script."""

    def change(self, role: str, before: str | None, now: str | None, /) -> str:
        """Return who holds a post now, and who did before; no `before`: a new post."""

    def arc(self, name: str, first: int, last: int, chapters: str | None = None, /) -> str:
        """Return a part of a story with its episodes, and its chapters in the original."""

    def neighbour(self, title: str, studio: str | None, start: str | None, /) -> str:
        """Return another show of the same season of the year."""

    def quoted(self, text: str, /) -> str:
        """Return a text in quotation marks."""

    def and_more(self, number: int, /) -> str:
        """Return that a list goes on."""

    def key(self, key: str, does: str, /) -> str:
        """Return what a key does: `q quit`; `does` is a label."""


class _InStyle:
    """A language that picks names in a style of the reader's own."""

    def __init__(self, language: Language, style: Style) -> None:
        self._language = language
        self.pick = style.text

    def __getattr__(self, name: str) -> Any:
        return getattr(self._language, name)


def find(code: str, style: Style = PLAIN) -> Language:
    """Return the language with that ISO 639-1 code, which picks names in a `style`.

    Raises KeyError for an unknown one.
    """
    return cast("Language", _InStyle(_module(code), style))


def _module(code: str) -> Language:
    if not re.fullmatch(_CODE, code):
        raise KeyError(code)
    try:
        return cast("Language", import_module(f"{__package__}.{code}"))
    except ModuleNotFoundError as error:
        raise KeyError(code) from error


def codes() -> tuple[str, ...]:
    """Return the codes of the languages that there are, in order."""
    import pkgutil  # noqa: PLC0415 - 2 ms, for help and errors

    from medalist_cli import text  # noqa: PLC0415 - the package imports nothing itself

    names = (module.name for module in pkgutil.iter_modules(text.__path__))
    return tuple(sorted(name for name in names if re.fullmatch(_CODE, name)))


def of_locale(environ: Mapping[str, str]) -> str | None:
    """Return the code of the language of the locale, None where there is none for it.

    The first of LC_ALL, LC_MESSAGES and LANG that is set counts; POSIX.1-2024 XBD §8.2.
    """
    names = (environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    match = re.match(rf"({_CODE})(?![A-Za-z])", next(filter(None, names), ""))
    if match is None:
        return None
    try:
        _module(match[1])
    except KeyError:
        return None
    return match[1]
