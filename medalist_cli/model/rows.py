"""The rows of results. Their fields are the keys of the JSON, in this order."""

import datetime as dt
from typing import Any, ClassVar, Literal, TypeVar

import msgspec
from msgspec import Struct

from medalist_cli.model.dataset import Confidence, Kind, Status, When

State = Literal["tba", "upcoming", "window", "live", "past"]
Bucket = Literal["hour", "day", "week", "month", "far"]
Precision = Literal["year", "month", "day", "minute"]


Row = TypeVar("Row", bound=Struct)


class Layout(Struct, frozen=True, kw_only=True):
    """How a list of rows is set on a terminal, by the names of their fields."""

    kind: Literal["table", "prose", "groups", "places"] = "table"
    groups: tuple[str, ...] = ()
    """Where one of these changes, a new heading begins."""
    number: str = ""
    """The number of a record within its group."""
    title: str = ""
    aside: str = ""
    """What stands beside the title."""
    line: tuple[str, ...] = ()
    """Short texts that share the line below the title."""
    body: tuple[str, ...] = ()
    """Sentences, each its own paragraph."""


TABLE = Layout()


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


class ClaimRow(Struct, frozen=True, kw_only=True):
    """A date that some of the sources support."""

    when: When
    by: str | None
    by_ja: str | None
    official: bool
    checked: dt.date | None
    confidence: Confidence
    sources: tuple[str, ...]


class EarlierRow(Struct, frozen=True, kw_only=True):
    """Where a date stood before it moved."""

    when: When | None
    as_of: dt.date


class Countdown(Struct, frozen=True, kw_only=True):
    """How far one milestone is from `now`. Seconds are whole, days are calendar days."""

    schema_version: int = 1
    id: str
    title: str
    title_ja: str | None = None
    kind: Kind
    headline: bool
    state: State
    bucket: Bucket | None = None
    """By time to `earliest`; None unless upcoming."""
    planned: bool
    """Whether it was still to come when the facts were checked."""
    unconfirmed: bool = False
    """Past by the calendar, but nobody reported that it took place."""
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
    """None if this is the anchor."""
    claims: tuple[ClaimRow, ...] = ()
    """What each group of sources supports, from exact to vague."""
    was: tuple[EarlierRow, ...] = ()
    """Earlier dates, oldest first."""
    confidence: Confidence
    sources: tuple[str, ...]
    as_of: dt.date
    runtime_minutes: int | None
    season: int | None
    also: tuple[str, ...] = ()
    """Milestones that are this episode's day, and have no row of their own."""
    happened: bool
    note: str | None
    evidence: str | None = None
    inferred: bool = False
    """Whether the date is worked out, and no source states it."""
    verb: str | None = None
    """What happens on the date; None: the usual of its kind."""
    show: str | None = None
    """Id of its show, in a dataset of several."""
    date: str | None = None
    """The day as people write it: on the reader's clock for a minute, else as announced."""


class CastRow(Struct, frozen=True, kw_only=True):
    """A character and who voices them."""

    character: str | None
    character_ja: str | None
    actor: str | None
    actor_ja: str | None
    dub: str | None
    """The English voice."""
    role: str | None
    seasons: tuple[int, ...]
    new: bool
    aliases: tuple[str, ...]
    note: str | None
    sources: tuple[str, ...]
    confidence: Confidence
    role_ja: str | None
    evidence: str | None


class StaffRow(Struct, frozen=True, kw_only=True):
    """A post and who holds it."""

    layout: ClassVar[Layout] = Layout(kind="groups", groups=("group",))

    role: str
    role_ja: str | None
    name: str | None
    name_ja: str | None
    seasons: tuple[int, ...]
    status: Status | None
    note: str | None
    sources: tuple[str, ...]
    confidence: Confidence
    evidence: str | None
    group: str | None
    group_ja: str | None


class _EpisodeKeys(Struct, frozen=True, kw_only=True):
    """What every row about an episode begins with."""

    id: str
    season: int
    episode: int
    number: int
    title: str | None
    title_ja: str | None
    air_date: str | None
    """The broadcast day, as precise as it is known."""
    arc: str | None
    key: bool
    summary: str | None
    sources: tuple[str, ...]
    confidence: Confidence


class RecapRow(_EpisodeKeys, frozen=True, kw_only=True):
    """One episode of the story so far."""

    layout: ClassVar[Layout] = Layout(
        kind="prose",
        groups=("season", "arc"),
        number="episode",
        title="title",
        aside="air_date",
        body=("summary", "note"),
    )

    translated: bool
    """Whether `title` is our translation, because no source prints one."""
    note: str | None
    evidence: str | None


class EpisodeRow(_EpisodeKeys, frozen=True, kw_only=True):
    """One episode, and when it airs."""

    earliest: dt.datetime | None
    """In the broadcaster's zone."""
    local: dt.datetime | None
    """In the reader's zone; only if known to the minute."""
    runtime_minutes: int | None
    state: State
    when: When | None
    date: str | None
    """The day as people write it: on the reader's clock for a minute, else as announced."""
    introduces: tuple[str, ...]
    """The characters who first appear in it, where a source says so."""
    translated: bool
    """Whether `title` is our translation, because no source prints one."""
    note: str | None
    evidence: str | None


class SongRow(Struct, frozen=True, kw_only=True):
    """An opening, ending or other song."""

    season: int | None
    kind: str
    title: str
    title_ja: str | None
    artist: str
    artist_ja: str | None
    lyrics: str | None
    music: str | None
    arrangement: str | None
    released: str | None
    url: str | None
    note: str | None
    sources: tuple[str, ...]
    confidence: Confidence
    title_latin: str | None
    evidence: str | None


class ArcRow(Struct, frozen=True, kw_only=True):
    """A part of a season's story; `first` and `last` are episodes within the season."""

    name: str
    name_ja: str | None
    first: int
    last: int
    chapters: str | None


class ChangeRow(Struct, frozen=True, kw_only=True):
    """A post whose holder changed since the season before."""

    role: str
    role_ja: str | None
    before: str | None
    """None: the post is new, or nobody is known."""
    now: str | None


class LinkRow(Struct, frozen=True, kw_only=True):
    """A page on the web about the show."""

    kind: str
    title: str
    url: str | None
    season: int | None
    milestone: str | None
    sources: tuple[str, ...]
    confidence: Confidence
    title_ja: str | None
    published: str | None
    note: str | None
    evidence: str | None


class NeighbourRow(Struct, frozen=True, kw_only=True):
    """Another show of the same season of the year."""

    title: str
    title_ja: str | None
    start: str | None
    studio: str | None


class DubCreditRow(Struct, frozen=True, kw_only=True):
    """A post in a dub and who holds it."""

    role: str
    role_ja: str | None
    name: str | None
    name_ja: str | None


class DubRow(Struct, frozen=True, kw_only=True):
    """A season in another language."""

    language: str
    language_ja: str | None
    studio: str | None
    crew: tuple[DubCreditRow, ...]
    note: str | None


class SeasonRow(Struct, frozen=True, kw_only=True):
    """A season at a glance. `start` and `end` are the days of its first and last episode."""

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
    arcs: tuple[ArcRow, ...]
    tagline: str | None
    tagline_ja: str | None
    songs: tuple[SongRow, ...]
    staff_changes: tuple[ChangeRow, ...]
    remarks: tuple[str, ...]
    trailers: tuple[LinkRow, ...]
    also_airing: tuple[NeighbourRow, ...]
    links: tuple[LinkRow, ...]
    sources: tuple[str, ...]
    confidence: Confidence
    manga: str | None
    also_on: str | None
    new_cast: tuple[str, ...]
    dubs: tuple[DubRow, ...]
    ending: str | None
    note: str | None
    evidence: str | None


class WhereRow(Struct, frozen=True, kw_only=True):
    """Where to watch one season on one service."""

    layout: ClassVar[Layout] = Layout(kind="places")

    season: int
    service: str
    countries: tuple[str, ...]
    """ISO 3166-1 alpha-2 codes."""
    everywhere_except: tuple[str, ...] | None
    region: str | None
    """The countries in words; for a country asked for, its name, and what covers it."""
    start: When | None
    audio: tuple[str, ...]
    url: str | None
    note: str | None
    sources: tuple[str, ...]
    confidence: Confidence
    evidence: str | None
    region_ja: str | None
    dated: Confidence | None
    """How well `start` is supported, where that differs from the whole record."""
    starts: str | None = None
    """The start as people write it: on the reader's clock for a minute, else as announced."""
    local: dt.datetime | None = None
    """The start in the reader's zone; only if known to the minute."""


class SourceRow(Struct, frozen=True, kw_only=True):
    """A page that facts were read in."""

    layout: ClassVar[Layout] = Layout(
        kind="prose",
        title="title",
        aside="published",
        line=("publisher", "facts", "id"),
        body=("url",),
    )

    id: str
    title: str
    publisher: str | None
    url: str | None
    published: str | None
    facts: int
    """How many records name it."""
    note: str | None
    claim: str | None = None
    """The dates it supports, where the sources of the record asked for have several."""
    evidence: str | None = None
    """How the record asked for is known: the same for all of its sources."""


class ConflictRow(Struct, frozen=True, kw_only=True):
    """Where sources disagree."""

    layout: ClassVar[Layout] = Layout(
        kind="prose", title="topic", body=("article_says", "others_say", "verdict")
    )

    topic: str
    article_says: str
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
    """Of the broadcast slot."""
    title_ja: str | None


class TermRow(Struct, frozen=True, kw_only=True):
    """A term that helps to follow the story."""

    layout: ClassVar[Layout] = Layout(
        kind="prose",
        groups=("group",),
        title="term",
        aside="term_ja",
        body=("meaning", "note"),
    )

    term: str
    term_ja: str | None
    meaning: str
    sources: tuple[str, ...]
    confidence: Confidence
    as_printed: tuple[str, ...]
    note: str | None
    evidence: str | None
    group: str | None


class SearchRow(Struct, frozen=True, kw_only=True):
    """Something that mentions the words searched for."""

    kind: str
    id: str
    title: str
    text: str
    """The sentence or field that matched."""
    command: str
    """What to type to see it."""


class SeenRow(Struct, frozen=True, kw_only=True):
    """How far someone has watched a show."""

    show: str
    episode: str
    """`none`, `all`, `S1` or an episode."""
    seen: int
    left: int
    """How many episodes have aired and are not seen yet."""
    next: str | None
    """The next episode to watch."""


Change = Literal["moved", "surer", "less sure", "changed", "appeared", "went"]
"""What became of a fact between two datasets.

A date is `surer` when it is more exact, or more sources support it; `moved` when it is another.
"""

Value = When | str | int | bool | tuple[str | int, ...] | None


class DiffRow(Struct, frozen=True, kw_only=True):
    """One change between two datasets."""

    kind: Change
    id: str
    """The id of the record, or where it stands: `cast/Inori Yuitsuka`."""
    title: str
    field: str | None
    """The field that changed; None for a whole record."""
    old: Value
    """None: it was not there, or not known. For a whole record its date, if it has one."""
    new: Value
    """None: it is not there, or not known any more."""
    days: int | None
    """How far a date moved; None where one of the two is coarser than a day."""
    old_confidence: Confidence | None
    new_confidence: Confidence | None
