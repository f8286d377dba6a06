"""The rows of results. Their fields are the keys of the JSON, in this order."""

import datetime as dt
from typing import Any, Literal, TypeVar

import msgspec
from msgspec import Struct

from medalist_cli.model.dataset import Confidence, Kind, Status, When

State = Literal["tba", "upcoming", "window", "live", "past"]
Bucket = Literal["hour", "day", "week", "month", "far"]
Precision = Literal["year", "month", "day", "minute"]


Row = TypeVar("Row", bound=Struct)


def as_row(kind: type[Row], record: Struct, **computed: Any) -> Row:
    """Return a row with the fields that `record` has too, and the `computed` ones."""
    fields = msgspec.structs.asdict(record) | computed
    return msgspec.convert(fields, kind, from_attributes=True)


class Breakdown(Struct, frozen=True, kw_only=True):
    """A span of calendar time, never negative."""

    years: int
    months: int
    days: int
    hours: int
    minutes: int
    seconds: int


class Local(Struct, frozen=True, kw_only=True):
    """A milestone as one zone sees it."""

    zone: str
    local: dt.datetime | None
    """None for what is coarser than a minute."""
    days: int | None


class Anchor(Struct, frozen=True, kw_only=True):
    """What a countdown to something else tells of the anchor."""

    id: str
    title: str
    state: State
    seconds: int | None
    days: int | None
    text: str


class Countdown(Struct, frozen=True, kw_only=True):
    """How far one milestone is from `now`. Seconds are whole, days are calendar days."""

    schema_version: int = 1
    id: str
    title: str
    kind: Kind
    headline: bool
    state: State
    bucket: Bucket | None = None
    """By time to `earliest`; None unless upcoming."""
    planned: bool
    """Whether it was still to come when the facts were checked."""
    precision: Precision | None = None
    when: When | None
    earliest: dt.datetime | None = None
    """In the milestone's zone, as `latest` is."""
    latest: dt.datetime | None = None
    """The first moment after the window; equal to `earliest` for a minute."""
    earliest_unix: int | None = None
    latest_unix: int | None = None
    seconds: int | None = None
    """To `earliest`; negative once it has begun."""
    days: int | None = None
    """To the first day it can be."""
    days_max: int | None = None
    """To the last day it can be."""
    breakdown: Breakdown | None = None
    percent: int | None = None
    """How much of the wait since `announced` is over; 100 once begun."""
    now: dt.datetime
    zone: str
    """The reader's."""
    local: dt.datetime | None = None
    """In the reader's zone; only for a minute."""
    zones: tuple[Local, ...]
    """One for each zone that was asked for."""
    text: str = ""
    anchor: Anchor | None = None
    """None where this is the anchor."""
    confidence: Confidence
    sources: tuple[str, ...]
    as_of: dt.date
    runtime_minutes: int | None
    season: int | None
    also: tuple[str, ...] = ()
    """Milestones that are this episode's day, and have no row of their own."""
    happened: bool
    note: str | None
    date: str | None = None
    """The day as people write it: on the reader's clock for a minute, else as announced."""


class CastRow(Struct, frozen=True, kw_only=True):
    """Who voices whom."""

    character: str | None
    character_ja: str | None
    actor: str | None
    actor_ja: str | None
    dub: str | None
    role: str | None
    seasons: tuple[int, ...]
    new: bool
    sources: tuple[str, ...]
    confidence: Confidence
    note: str | None


class StaffRow(Struct, frozen=True, kw_only=True):
    """Who holds which post."""

    role: str
    role_ja: str | None
    name: str | None
    name_ja: str | None
    seasons: tuple[int, ...]
    status: Status | None
    note: str | None
    sources: tuple[str, ...]
    confidence: Confidence


class RecapRow(Struct, frozen=True, kw_only=True):
    """One episode of the story so far."""

    id: str
    season: int
    episode: int
    number: int
    title: str | None
    title_ja: str | None
    air_date: str | None
    """The broadcast day, as precise as it is known."""
    summary: str | None
    sources: tuple[str, ...]
    confidence: Confidence
    key: bool
    translated: bool
    """Whether `title` is a translation of ours, no source printing one."""
    note: str | None


class ThemeRow(Struct, frozen=True, kw_only=True):
    """A song of a season."""

    kind: str
    title: str
    title_latin: str | None
    artist: str
    artist_ja: str | None
    writer: str | None
    released: str | None
    note: str | None


class ChangeRow(Struct, frozen=True, kw_only=True):
    """A post whose holder changed since the season before; None is nobody, or nobody known."""

    role: str
    before: str | None
    now: str | None


class LinkRow(Struct, frozen=True, kw_only=True):
    """An address on the web."""

    title: str
    url: str | None
    published: str | None


class NeighbourRow(Struct, frozen=True, kw_only=True):
    """Another show of the same season of the year."""

    title: str
    title_ja: str | None
    start: str | None
    studio: str | None


class SeasonRow(Struct, frozen=True, kw_only=True):
    """A season's sheet. `start` and `end` are the broadcast days of its first and last episode."""

    season: int
    title: str
    title_ja: str | None
    episodes: int | None
    start: str | None
    end: str | None
    slot: str | None
    broadcaster: str | None
    studio: str | None
    premise: str | None
    expect: tuple[str, ...]
    arc: str | None
    manga: str | None
    tagline: str | None
    tagline_ja: str | None
    themes: tuple[ThemeRow, ...]
    staff_changes: tuple[ChangeRow, ...]
    remarks: tuple[str, ...]
    trailers: tuple[LinkRow, ...]
    also_airing: tuple[NeighbourRow, ...]
    sources: tuple[str, ...]
    confidence: Confidence
    also_on: str | None
    new_cast: tuple[str, ...]
    links: tuple[LinkRow, ...]
    dub: str | None
    ending: str | None


class WhereRow(Struct, frozen=True, kw_only=True):
    """Where one region can watch one season."""

    season: int
    region: str
    service: str
    start: When | None
    note: str | None
    url: str | None
    sources: tuple[str, ...]
    confidence: Confidence


class SourceRow(Struct, frozen=True, kw_only=True):
    """A page that facts were read in."""

    id: str
    title: str
    publisher: str | None
    url: str | None
    published: str | None
    facts: int
    """How many records name it."""
    note: str | None


class ConflictRow(Struct, frozen=True, kw_only=True):
    """Where the first article and other sources differ."""

    seed_says: str
    others_say: str
    verdict: str
    sources: tuple[str, ...]
    confidence: Confidence


class PlanRow(Struct, frozen=True, kw_only=True):
    """An episode and the day to watch it on."""

    date: dt.date
    id: str
    season: int
    episode: int
    number: int
    title: str | None
    minutes: int | None


class TermRow(Struct, frozen=True, kw_only=True):
    """A word that helps to follow the story."""

    term: str
    term_ja: str | None
    meaning: str
    sources: tuple[str, ...]
    confidence: Confidence
    as_printed: tuple[str, ...]
