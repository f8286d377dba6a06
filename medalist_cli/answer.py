"""The kinds of answer a command can give."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from types import UnionType
from typing import Any, ClassVar, Generic, Literal, TypeVar, get_args, get_origin, get_type_hints

from msgspec import Struct

from medalist_cli import rows


def declared(function: Callable[..., Any]) -> tuple[type, tuple[type[Struct], ...]]:
    """Return the kind of answer that a command declares to give, and the types of its rows.

    Of several kinds, the first; a countdown's one row is itself.
    """
    kind = get_type_hints(function)["return"]
    first = get_args(kind)[0] if get_origin(kind) is UnionType else kind
    listed = get_args(first)
    if not listed:
        return first, ()
    return get_origin(first), get_args(listed[0]) or listed


Row_co = TypeVar("Row_co", bound=Struct, covariant=True)


@dataclass(frozen=True)
class Answer:
    """What every answer has."""

    usual: ClassVar[str] = "table"
    """The format, where none is asked for."""

    notes: tuple[str, ...]
    """What the reader should know about the answer, besides it; for stderr."""


@dataclass(frozen=True)
class Text(Answer):
    """A text, printed as it is."""

    usual: ClassVar[str] = "text"

    text: str


@dataclass(frozen=True)
class Json(Answer):
    """A JSON document, printed as it is."""

    usual: ClassVar[str] = "json"

    content: Any


@dataclass(frozen=True)
class Records(Answer, Generic[Row_co]):
    """A list of rows of one type."""

    title: str
    rows: tuple[Row_co, ...]
    fields: tuple[str, ...]
    """Those to show people who ask for no others; data formats give them all."""
    as_of: dt.date
    written: tuple[Row_co, ...] = ()
    """The rows with names as the reader wants them written; empty: the rows as they are."""
    sheet: bool = False
    """Whether one row alone is better shown as a card, each field on its own line."""
    card: tuple[str, ...] = ()
    """The fields of that card; empty: all."""

    @property
    def shown(self) -> tuple[Row_co, ...]:
        """The rows as people read them."""
        return self.written or self.rows


@dataclass(frozen=True)
class Agenda(Records[Row_co]):
    """Rows that stand for moments, and so can go into a calendar."""

    show: str = ""
    """The show's id, for the calendar's UIDs."""
    entries: tuple["Entry", ...] = ()
    alarms: tuple[dt.timedelta, ...] = ()
    """How long before each entry to be reminded."""
    left_out: tuple[str, ...] = ()
    """What no calendar can hold, for a note where one is made."""


@dataclass(frozen=True)
class Calendar(Agenda[Row_co]):
    """An agenda for a calendar program rather than for eyes."""

    usual: ClassVar[str] = "ics"


@dataclass(frozen=True)
class Entry:
    """One entry of a calendar: a minute, or whole days."""

    id: str
    title: str
    begin: dt.datetime | dt.date
    end: dt.datetime | dt.date | None
    """The first moment, or day, after it; None for a moment of unknown length."""
    note: str
    is_sure: bool


@dataclass(frozen=True)
class Countdown(Answer):
    """How far one milestone is."""

    count: rows.Countdown


@dataclass(frozen=True)
class Home(Countdown):
    """The first screen: a countdown, and where to go from there."""

    coming: tuple[rows.Countdown, ...]
    where: tuple[rows.WhereRow, ...]
    tries: tuple[tuple[str, str], ...]
    """Commands, and what each shows."""


@dataclass(frozen=True)
class Live(Answer):
    """A countdown that is asked for again and again."""

    count: Callable[[], rows.Countdown]
    """The countdown as it stands now."""
    mode: Literal["live", "wait", "follow"]
    every: dt.timedelta
    """How long between two lines of `follow`."""
