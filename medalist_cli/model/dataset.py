"""The records of a dataset, as they stand in its JSON file."""

import datetime as dt
from typing import Annotated, Literal

from msgspec import Meta, Struct

Kind = Literal["season", "episode", "stream", "film", "event", "volume", "news"]
"""What a milestone is."""

Confidence = Literal["two-sources", "one-source", "seed-only"]
"""How well a record is supported; `seed-only` stands in the first article and nowhere else."""

Status = Literal["returning", "new", "replaced"]
"""What became of a credit since the season before."""

Text = Annotated[str, Meta(min_length=1)]
Ordinal = Annotated[int, Meta(ge=1, le=9999)]
EpisodeId = Annotated[str, Meta(pattern=r"^s[1-9][0-9]{0,3}e[1-9][0-9]{0,3}$")]


class When(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A time as precise as its source: a year, a month, a day, or a minute of a day."""

    date: Annotated[str, Meta(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")]
    """`2027`, `2026-01` or `2026-01-24`; the years 1900 to 2200."""
    clock: Annotated[str, Meta(pattern=r"^[0-2][0-9]:[0-5][0-9]$")] | None = None
    """`00:00` to `29:59` on the 30-hour broadcast clock; only with a full date."""
    zone: Text
    """The IANA zone whose calendar `date` is read on."""


class Name(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A person or character; every part may be unknown."""

    given: Text | None = None
    family: Text | None = None
    name: Text | None = None
    """The whole name of one who has no given and family name."""
    ja: Text | None = None
    """As written in Japanese, family name first."""
    reading: Text | None = None
    """`ja` in kana, family and given name apart by a space."""
    variants: tuple[Text, ...] = ()
    """Other romanised spellings that sources print."""


class Record(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What every record but a source has."""

    sources: tuple[Text, ...]
    """Ids of the sources it was read in."""
    confidence: Confidence
    since: EpisodeId | None = None
    """The episode that first tells this; by default the first of its (first) season."""


class Source(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A page that facts were read in."""

    id: Text
    title: Text
    publisher: Text | None = None
    url: Text | None = None
    published: Text | None = None
    """ISO 8601, as precise as the page states it."""
    note: Text | None = None
    since: EpisodeId | None = None
    """The episode whose story the title tells; None where it tells nothing."""


class Show(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The work a dataset is about."""

    id: Text
    """Part of calendar UIDs and of what `due` remembers: never change it."""
    title: Text
    title_ja: Text | None = None


class Milestone(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Something to wait for, or that was waited for."""

    id: Text
    title: Text
    kind: Kind
    when: When | None = None
    """None: to be announced."""
    runtime_minutes: Ordinal | None = None
    announced: When | None = None
    headline: bool = False
    """Whether a bare countdown may choose it."""
    happened: bool = False
    """True: it is past, though its day may not be known."""
    episode: EpisodeId | None = None
    """The episode it is the day of; its time is then that episode's."""
    season: Ordinal | None = None
    note: Text | None = None


class Episode(Record, frozen=True, kw_only=True, omit_defaults=True):
    """One broadcast episode."""

    season: Ordinal
    episode: Ordinal
    """Within the season, from 1."""
    number: Ordinal
    """Through all seasons, from 1."""
    title: Text | None = None
    """In English, as a source prints it."""
    title_literal: Text | None = None
    """Our translation, where no source prints an English title."""
    title_ja: Text | None = None
    when: When | None = None
    runtime_minutes: Ordinal | None = None
    summary: Text | None = None
    key: bool = False
    """Whether a short recap names it."""
    dated: Confidence | None = None
    """How well `when` is supported, where that differs from the whole record."""
    note: Text | None = None

    @property
    def id(self) -> str:
        """`s2e1` for the first episode of the second season."""
        return f"s{self.season}e{self.episode}"


class Season(Record, frozen=True, kw_only=True, omit_defaults=True):
    """One season's sheet."""

    season: Ordinal
    title: Text
    title_ja: Text | None = None
    episodes: Ordinal | None = None
    """How many it has."""
    slot: Text | None = None
    broadcaster: Text | None = None
    also_on: Text | None = None
    studio: Text | None = None
    tagline: Text | None = None
    tagline_ja: Text | None = None
    premise: Text | None = None
    expect: tuple[Text, ...] = ()
    """What could be expected of it before it began."""
    arc: Text | None = None
    """The parts of its story, with their episodes."""
    manga: Text | None = None
    """The part of the original that it tells."""
    ending: Text | None = None
    """Where it leaves the story, for one who has seen it all."""


class Role(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A character and who voices them."""

    character: Name
    actor: Name
    dub: Name | None = None
    """The voice of the English dub."""
    role: Text | None = None
    """Who the character is, in a few words."""
    seasons: tuple[Ordinal, ...]
    note: Text | None = None


class Credit(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A post and who holds it."""

    role: Text
    role_ja: Text | None = None
    name: Name
    seasons: tuple[Ordinal, ...]
    status: Status | None = None
    """None where no source settles it."""
    note: Text | None = None


class Theme(Record, frozen=True, kw_only=True, omit_defaults=True):
    """An opening or ending song."""

    season: Ordinal
    kind: Literal["opening", "ending"]
    title: Text
    title_latin: Text | None = None
    """Our transliteration of a title that is not in Latin letters."""
    artist: Text
    artist_ja: Text | None = None
    writer: Text | None = None
    released: Text | None = None
    note: Text | None = None


class Remark(Record, frozen=True, kw_only=True, omit_defaults=True):
    """What someone of the staff said, in indirect speech."""

    season: Ordinal
    speaker: Text
    text: Text
    note: Text | None = None


class Dub(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A season in another language; its voices stand with the cast."""

    season: Ordinal
    language: Text
    text: Text
    studio: Text | None = None
    crew: tuple[Text, ...] = ()
    """Who made it, each with the post."""


class Stream(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Where one region can watch one season."""

    season: Ordinal
    region: Text
    service: Text
    start: When | None = None
    url: Text | None = None
    note: Text | None = None


class Neighbour(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Another show of the same season of the year."""

    season: Ordinal
    title: Text
    title_ja: Text | None = None
    start: When | None = None
    studio: Text | None = None


class Link(Record, frozen=True, kw_only=True, omit_defaults=True):
    """An address on the web about the show."""

    kind: Literal["official", "trailer", "music", "database"]
    title: Text
    url: Text | None = None
    season: Ordinal | None = None
    published: Text | None = None


class Term(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A word that helps to follow the story."""

    term: Text
    term_ja: Text | None = None
    meaning: Text
    as_printed: tuple[Text, ...] = ()
    """Forms that English pages print, each with the page."""


class Conflict(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Where the first article and other sources differ."""

    seed_says: Text
    others_say: Text
    verdict: Text


class Dataset(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Everything known of one show."""

    schema_version: Literal[1]
    as_of: dt.date
    """The day the facts were checked."""
    show: Show
    anchor: Text
    """Id of the milestone that a bare countdown first counts to."""
    milestones: tuple[Milestone, ...]
    seasons: tuple[Season, ...] = ()
    episodes: tuple[Episode, ...] = ()
    cast: tuple[Role, ...] = ()
    staff: tuple[Credit, ...] = ()
    themes: tuple[Theme, ...] = ()
    remarks: tuple[Remark, ...] = ()
    dubs: tuple[Dub, ...] = ()
    streams: tuple[Stream, ...] = ()
    also_airing: tuple[Neighbour, ...] = ()
    links: tuple[Link, ...] = ()
    glossary: tuple[Term, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    sources: tuple[Source, ...] = ()
