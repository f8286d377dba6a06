"""What a language has to know: one file in this folder is one language.

`text.wording` decides what is said and how precisely; a language has the words. Nobody imports a
language by name but the code that chooses one: it travels as a value, in `render.Form`.
"""

import datetime as dt
from importlib import import_module
from typing import Any, Protocol, cast

from medalist_cli.model.dataset import Confidence, Kind, Verb

CODE_LENGTH = 2
"""Letters in the name of a language's file, ISO 639-1; other files have longer names."""


class Phrase(str):
    """An English text made from a template, which another language may have its own for.

    It is a plain text for whoever does not care. `Language.phrase` looks up `template`.
    """

    __slots__ = ("template", "values")

    template: str
    values: dict[str, Any]

    def __new__(cls, template: str, **values: Any) -> "Phrase":
        """Return `template` with `values` in place of their names in braces."""
        made = super().__new__(cls, template.format(**values))
        made.template, made.values = template, values
        return made


class Language(Protocol):
    """The words of one language; a module with these functions is one."""

    CODE: str
    """ISO 639-1."""

    def pick(self, en: str | None, ja: str | None) -> str | None:
        """Return the form of a name or text that the reader wants."""

    def phrase(self, text: str) -> str:
        """Return a heading or a line that a command chose; see `Phrase`."""

    def label(self, field: str) -> str:
        """Return what people call a field of a row, or a part of a screen."""

    def term(self, field: str, value: str) -> str:
        """Return a fixed value of a field, such as a state, a kind or a status, in words."""

    def unknown(self) -> str:
        """Return what stands for something unknown."""

    def yes(self) -> str:
        """Return what stands for a true value in a table."""

    # Dates and clocks.

    def day(self, day: dt.date, *, year: bool = True) -> str:
        """Return a day with its weekday, with or without the year."""

    def date(self, text: str, *, weekday: bool = True) -> str:
        """Return an ISO year, month or day, as precise as it is."""

    def span_of_days(self, first: str, last: str) -> str:
        """Return two ISO dates as a span."""

    def moment(self, moment: dt.datetime, *, year: bool = True) -> str:
        """Return a day and the clock on it."""

    def abbreviation(self, moment: dt.datetime) -> str:
        """Return the short name of a moment's zone, `JST`, else its offset."""

    def offset(self, moment: dt.datetime) -> str:
        """Return the UTC offset of a moment: `UTC+1`."""

    def place(self, zone: str) -> str:
        """Return the country of an IANA zone where it is known, else the zone's name."""

    def city(self, zone: str) -> str:
        """Return the city of an IANA zone; nothing for a zone without one."""

    def date_in(self, place: str) -> str:
        """Return that a date is one of `place`'s calendar."""

    def announced_as(self, clock: str) -> str:
        """Return that a minute was announced on the 30-hour clock: `Sat 25:30`."""

    def weekday_clock(self, day: dt.date, clock: str) -> str:
        """Return a clock of the 30-hour day with the day it belongs to."""

    # How far off.

    def amount(self, number: int, unit: str) -> str:
        """Return a number of `years`, `months`, `days`, `hours`, `minutes`, `episodes` ..."""

    def unit(self, number: int, unit: str) -> str:
        """Return the name of a unit as it stands after `number`."""

    def duration(self, minutes: int) -> str:
        """Return a duration of hours and minutes."""

    def near(self, days: int, day: dt.date) -> str:
        """Return the word for today, tomorrow, or a day within the week."""

    def in_time(self, near: str, parts: tuple[str, ...]) -> str:
        """Return that something comes in a span of time; `near` is a day or empty."""

    def on_day(self, days: int, near: str, date: str) -> str:
        """Return that something comes on a day."""

    def in_days(self, days: int) -> str:
        """Return that something comes in so many days, without the date."""

    def some_time(self, date: str) -> str:
        """Return that something comes in a month or a year."""

    def days_away(self, first: int, last: int) -> str:
        """Return between how many days away something is."""

    def inside(self, precision: str, date: str) -> str:
        """Return that something comes within the day, month or year that it is now."""

    def within_days(self, days: int) -> str:
        """Return that something comes within so many days; 0: today at the latest."""

    def on_air(self, minute: int, runtime: int) -> str:
        """Return which minute of a broadcast is running."""

    def to_be_announced(self) -> str:
        """Return that there is no date yet."""

    def opening(self, verb: Verb | None, kind: Kind, place: str) -> str:
        """Return what will happen, and where; an empty `place`: here."""

    def ago(self, number: int, unit: str) -> str:
        """Return how long ago something was; 0 days: today, 0 minutes: just now."""

    def happened(self, verb: Verb | None, kind: Kind, ago: str, date: str) -> str:
        """Return that something happened; without `ago`, only in which month or year."""

    def day_unknown(self, verb: Verb | None, kind: Kind) -> str:
        """Return that something happened on a day that nobody knows."""

    def was_scheduled(self, ago: str, date: str, checked: str) -> str:
        """Return that a date has passed since the facts were checked."""

    def was_planned(self, ago: str, date: str) -> str:
        """Return that a date has passed, and that nobody reported that it was kept."""

    def noted(self, said: str, notes: tuple[str, ...]) -> str:
        """Return a clause with notes in brackets after it."""

    def sentence(self, title: str, said: str) -> str:
        """Return a title and what is said of it."""

    def footnote(self, title: str, verb: Verb | None, said: str) -> str:
        """Return a title and what is said of it as a sentence below something else."""

    # The shortest forms, for bars.

    def short_days(self, first: int, last: int) -> str:
        """Return days in as few cells as possible."""

    def short_clock(self, seconds: int, *, ticking: bool) -> str:
        """Return hours and minutes, or in the last hour minutes; `ticking`: seconds too."""

    def short_state(self, state: str, precision: str | None) -> str:
        """Return a state other than upcoming in as few cells as possible."""

    # How sure.

    def doubt(self, confidence: Confidence) -> str:
        """Return what to note where fewer than two sources say so; else nothing."""

    def confidence(self, confidence: Confidence) -> str:
        """Return how well something is supported."""

    def legend(self, confidence: Confidence) -> str:
        """Return what the mark of a doubtful row means."""

    def scheduled(self) -> str:
        """Return that a date may still change."""

    def checked(self, as_of: dt.date) -> str:
        """Return how old the facts are."""

    def claim(self, by: str | None, checked: dt.date | None, confidence: Confidence) -> str:
        """Return who supports a date, and when that was checked."""

    # Parts of records.

    def song(self, kind: str, title: str, artist: str) -> str:
        """Return a song on one line, with its kind."""

    def titled_song(self, title: str, artist: str) -> str:
        """Return a song on one line."""

    def change(self, role: str, before: str | None, now: str | None) -> str:
        """Return who holds a post now, and who did before."""

    def arc(self, name: str, first: int, last: int) -> str:
        """Return a part of a story with its episodes."""

    def neighbour(self, title: str, studio: str | None, start: str | None) -> str:
        """Return another show of the same season."""

    def season(self, number: int) -> str:
        """Return the heading of a season."""

    def seasons(self, numbers: tuple[int, ...]) -> str:
        """Return several seasons by number."""

    def and_more(self, number: int) -> str:
        """Return that a list goes on."""

    def quoted(self, text: str) -> str:
        """Return a text in quotation marks."""

    def wait_done(self, percent: int) -> str:
        """Return how much of a wait is over."""

    def announced(self, date: str) -> str:
        """Return since when a wait lasts."""

    def key(self, key: str, meaning: str) -> str:
        """Return what a key of the keyboard does."""


def find(code: str) -> Language:
    """Return the language with that ISO 639-1 code. Raises KeyError for an unknown one."""
    if code not in codes():
        raise KeyError(code)
    return cast("Language", import_module(f"{__package__}.{code}"))


def codes() -> tuple[str, ...]:
    """Return the codes of the languages that there are."""
    import pkgutil  # noqa: PLC0415 - 2 ms, for the choice of a language

    from medalist_cli import text  # noqa: PLC0415 - the package is still being imported above

    found = (module.name for module in pkgutil.iter_modules(text.__path__))
    return tuple(sorted(name for name in found if len(name) == CODE_LENGTH))
