"""The kinds of result a command can have."""

import datetime as dt
from collections.abc import Callable
from types import UnionType
from typing import (
    Any,
    ClassVar,
    Generic,
    Literal,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from msgspec import Struct

from medalist_cli.model import rows
from medalist_cli.model.dataset import When


def declared(function: Callable[..., Any]) -> tuple[type, tuple[type[Struct], ...]]:
    """Return the kind of result that a command declares, and the types of its rows.

    Of several kinds, the first; rows are empty for results without rows.
    """
    kind = get_type_hints(function)["return"]
    first = get_args(kind)[0] if get_origin(kind) in (UnionType, Union) else kind
    listed = get_args(first)
    if not listed:
        return first, ()
    return get_origin(first), get_args(listed[0]) or listed


Row_co = TypeVar("Row_co", bound=Struct, covariant=True)


class Result(Struct, frozen=True, kw_only=True):
    """What every result has."""

    default_format: ClassVar[str] = "table"
    """Used when --format is not given."""

    notes: tuple[str, ...]
    """Lines for stderr."""
    hints: tuple[str, ...] = ()
    """Lines for stderr where the output goes to a terminal."""
    exit_code: int = 0
    """For results that answer a question with it, as `diff` does."""
    origin: Literal["installed", "bundled"] | None = None
    """Where the dataset came from; None: a file that was asked for, or no dataset."""


class Text(Result, frozen=True, kw_only=True):
    """A text, printed as it is."""

    default_format: ClassVar[str] = "text"

    text: str


class Code(Text, frozen=True, kw_only=True):
    """A text that a shell will run."""

    default_format: ClassVar[str] = "code"


class Json(Result, frozen=True, kw_only=True):
    """A JSON document, printed as it is."""

    default_format: ClassVar[str] = "json"

    content: Any


class Drawable(Result, frozen=True, kw_only=True):
    """A result that can be drawn as a picture."""

    @property
    def headline(self) -> str:
        """The title of the picture."""
        raise NotImplementedError


class Records(Drawable, Generic[Row_co], frozen=True, kw_only=True):
    """A list of rows of one type."""

    title: str
    rows: tuple[Row_co, ...]
    fields: tuple[str, ...]
    """Those to show people who ask for no others; data formats give them all."""
    as_of: dt.date
    written: tuple[Row_co, ...] = ()
    """The rows with names as the reader wants them written; empty: the rows as they are."""
    footnotes: tuple[str, ...] = ()
    """Lines under the rows in every format for people."""
    afterword: tuple[str, ...] = ()
    """Lines for people to read after the rows, where a table is drawn and in Markdown."""
    sheet: bool = False
    """Whether one row alone is better shown as a card, each field on its own line."""
    card: tuple[str, ...] = ()
    """The fields of that card; empty: all."""

    @property
    def headline(self) -> str:
        """The title of the list."""
        return self.title

    @property
    def shown(self) -> tuple[Row_co, ...]:
        """The rows as people read them."""
        return self.written or self.rows


class Diff(Records[Row_co], frozen=True, kw_only=True):
    """What changed, a line for each change."""

    default_format: ClassVar[str] = "text"


class Agenda(Records[Row_co], frozen=True, kw_only=True):
    """Rows that stand for moments, and so can go into a calendar."""

    show: str = ""
    """The show's id, for the calendar's UIDs."""
    entries: tuple["Entry", ...] = ()
    alarms: tuple[dt.timedelta, ...] = ()
    """How long before each entry to be reminded."""
    left_out: tuple[str, ...] = ()
    """What no calendar can hold, for a note where one is made."""


class Calendar(Agenda[Row_co], frozen=True, kw_only=True):
    """An agenda for a calendar program rather than for eyes."""

    default_format: ClassVar[str] = "ics"


class Span(Struct, frozen=True, kw_only=True):
    """A season on a timeline."""

    show: str
    """The title of its show where there are several, else empty."""
    season: int
    first: dt.date
    last: dt.date


class Mark(Struct, frozen=True, kw_only=True):
    """A date on a timeline."""

    row: rows.Countdown
    day: dt.date
    """Where the mark is; the middle of a month or year."""
    first: dt.date
    """The first day that any source allows, as `last` is the last."""
    last: dt.date


class Timeline(Records[Row_co], frozen=True, kw_only=True):
    """The dates of a show, and which of them to draw."""

    spans: tuple[Span, ...] = ()
    marks: tuple[Mark, ...] = ()
    today: dt.date


class Entry(Struct, frozen=True, kw_only=True):
    """One entry of a calendar: a minute, or whole days."""

    id: str
    title: str
    begin: dt.datetime | dt.date
    end: dt.datetime | dt.date | None
    """The first moment, or day, after it; None for a moment of unknown length."""
    note: str
    is_sure: bool
    """Whether two sources state the date."""
    uid: str = ""
    """The same in every export, however the dataset was merged; RFC 5545 §3.8.4.7."""
    moves: int = 0
    """How often its date has moved."""
    url: str | None = None


class Countdown(Drawable, frozen=True, kw_only=True):
    """How far one milestone is; all but `count` is for people, and in no JSON."""

    count: rows.Countdown
    anchor: rows.Countdown | None = None
    """The milestone that the dataset is about; None if that is this one."""
    announced: When | None = None
    """Since when it is waited for."""
    links: tuple[rows.LinkRow, ...] = ()

    @property
    def headline(self) -> str:
        """The title of the milestone."""
        return self.count.title


class Home(Countdown, frozen=True, kw_only=True):
    """The first screen: a countdown, and where to go from there."""

    coming: tuple[rows.Countdown, ...]
    where: tuple[rows.WhereRow, ...]
    examples: tuple[tuple[str, str], ...]
    """Commands, and what each shows."""


class Live(Result, frozen=True, kw_only=True):
    """A countdown that is asked for again and again."""

    count: Callable[[], Countdown]
    """The countdown as it stands now."""
    mode: Literal["live", "wait", "follow"]
    every: dt.timedelta
    """How long between two lines of `follow`."""
    at: tuple[dt.timedelta, ...] = ()
    """How long before the target `follow` writes a line; empty: at every `every`."""
