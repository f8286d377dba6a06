"""The records of a dataset, as its JSON file holds them.

**Spoilers.** A record is public unless it has a `since`: nothing that was known before a season
began is hidden by that season (titles, taglines, premises, songs, trailers, staff, dates, numbers,
services, the main cast with neutral roles). `since` names the episode from which on the record may
be shown. Four things need no `since`, because they belong to an episode by what they are:

- the titles, the summary, the note and the `key` of an episode belong to that episode; its ids,
  numbers, times and runtime are public;
- an arc belongs to its first episode;
- the `ending` of a season belongs to the season's last episode;
- a source belongs to nobody's story unless its title tells some.

A field `NAME_since` gates the field `NAME` alone, where it tells more than the rest of its record.
A milestone keeps its id, kind and dates even when it is later: `since` hides its names and note.

**Texts.** `note` is for viewers; `evidence` says how we know, for `sources` and data formats.
A name ending in `_ja` holds the Japanese form.
"""

import datetime as dt
from typing import Annotated, Literal

from msgspec import Meta, Struct

# `$` alone lets a line feed pass, `\Z` is not valid in a JSON Schema.
_END = r"(?!\n)$"

Kind = Literal["season", "episode", "stream", "film", "event", "volume", "news"]
"""What a milestone is."""

Verb = Literal[
    "aired",
    "announced",
    "awarded",
    "began",
    "ended",
    "held",
    "opened",
    "premiered",
    "released",
]
"""What happens on a milestone's date; wordings and languages start from it."""

Confidence = Literal["two-sources", "one-source", "seed-only"]
"""How well a record is supported; `seed-only` is in the original article and nowhere else."""

Status = Annotated[
    str, Meta(pattern=rf"^(new|returning|promoted|replaced|season-[1-9][0-9]{{0,3}}-only){_END}")
]
"""What became of a credit: `promoted` came from another post, `replaced` has a successor,
`season-1-only` is not credited in a later season, as far as known."""

Text = Annotated[str, Meta(min_length=1)]
Ordinal = Annotated[int, Meta(ge=1, le=9999)]
EpisodeId = Annotated[str, Meta(pattern=rf"^s[1-9][0-9]{{0,3}}e[1-9][0-9]{{0,3}}{_END}")]
Country = Annotated[str, Meta(pattern=rf"^[A-Z]{{2}}{_END}")]
"""An ISO 3166-1 alpha-2 code."""
Day = Annotated[str, Meta(pattern=rf"^[0-9]{{4}}(-[0-9]{{2}}(-[0-9]{{2}})?)?{_END}")]
"""`2027`, `2026-01` or `2026-01-24`; the years 1900 to 2200."""


class When(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A time as precise as its source: a year, a month, a day, or a minute of a day."""

    date: Day
    clock: Annotated[str, Meta(pattern=rf"^[0-2][0-9]:[0-5][0-9]{_END}")] | None = None
    """`00:00` to `29:59` on the 30-hour broadcast clock; only with a full date."""
    zone: Text
    """The IANA zone whose calendar `date` is read on."""


class Claim(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A date that some of the sources support."""

    when: When
    by: Text | None = None
    """Who says so, in a few words: one release tracker."""
    by_ja: Text | None = None
    official: bool = False
    """The makers announced it."""
    checked: dt.date | None = None
    """The day the claim was last checked, where it says so."""
    sources: tuple[Text, ...]
    confidence: Confidence
    """How well these sources alone support the claim."""


class Earlier(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where a date stood before it moved."""

    when: When | None = None
    """None: it was still to be announced."""
    as_of: dt.date
    """The day the facts said so."""


class Name(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A person or character; every part may be unknown."""

    given: Text | None = None
    family: Text | None = None
    name: Text | None = None
    """The whole name of one who has no given and family name."""
    ja: Text | None = None
    """As written in Japanese, family name first."""
    reading: Text | None = None
    """`ja` in kana, with a space between family and given name."""
    variants: tuple[Text, ...] = ()
    """Other romanised spellings that sources print."""
    aliases: tuple[Text, ...] = ()
    """Nicknames."""


class Record(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What every record but a source has."""

    note: Text | None = None
    """For viewers."""
    evidence: Text | None = None
    """How we know, and what is uncertain; shown by `sources` and data formats only."""
    show: Text | None = None
    """Id of the show it belongs to; None: the dataset's `show`."""
    since: EpisodeId | None = None
    """The episode from which on it may be shown; None: public. See the module."""
    note_since: EpisodeId | None = None
    """The same for `note` alone, where it tells more than the record."""
    sources: tuple[Text, ...]
    """Ids of the sources it was read in."""
    confidence: Confidence


class Source(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A page that facts were read in."""

    id: Text
    title: Text
    publisher: Text | None = None
    url: Text | None = None
    published: Text | None = None
    """ISO 8601, as precise as the page states it."""
    note: Text | None = None
    """What kind of page it is and how far it goes."""
    show: Text | None = None
    since: EpisodeId | None = None
    """The episode whose story the title tells; None where it tells nothing."""


class Show(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A work that a dataset is about."""

    id: Text
    """Part of calendar UIDs and of what `due` remembers: never change it."""
    title: Text
    title_ja: Text | None = None
    title_latin: Text | None = None
    """`title_ja` in Latin letters."""
    genres: tuple[Text, ...] = ()
    sources: tuple[Text, ...] = ()
    confidence: Confidence | None = None


class Milestone(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Something to wait for, or that was waited for."""

    id: Text
    title: Text
    title_ja: Text | None = None
    aliases: tuple[Text, ...] = ()
    """Other words that people ask for it with."""
    kind: Kind
    verb: Verb | None = None
    """None: the usual one of its kind."""
    when: When | None = None
    """The most exact of `claims`, where there are any; None: to be announced."""
    claims: tuple[Claim, ...] = ()
    """What each group of sources supports, from exact to vague."""
    was: tuple[Earlier, ...] = ()
    """Earlier dates, oldest first."""
    dated: Confidence | None = None
    """How well `when` is supported, where that differs from the whole record."""
    inferred: bool = False
    """No source states `when`: it is worked out from what they do state."""
    after: Text | None = None
    """Id of a milestone it comes after, to order a coarse or unknown date."""
    runtime_minutes: Ordinal | None = None
    announced: When | None = None
    headline: bool = False
    """Whether a bare countdown may choose it."""
    happened: bool = False
    """It took place: past from the end of its window on; without a `when`, always."""
    unconfirmed: bool = False
    """Past by the calendar, but nobody reported that it took place."""
    episode: EpisodeId | None = None
    """The episode it is the day of; its time is then that episode's."""
    season: Ordinal | None = None


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
    """Our translation of `title_ja`: shown where there is no `title`, and searched."""
    title_ja: Text | None = None
    title_latin: Text | None = None
    """`title_ja` in Latin letters."""
    when: When | None = None
    dated: Confidence | None = None
    """How well `when` is supported, where that differs from the whole record."""
    inferred: bool = False
    """No source states `when`: it is counted from the weekly slot."""
    runtime_minutes: Ordinal | None = None
    summary: Text | None = None
    key: bool = False
    """Whether a short recap names it; an editor's choice."""

    @property
    def id(self) -> str:
        """`s2e1` for the first episode of the second season; `SHOW/s2e1` if it names its show."""
        number = f"s{self.season}e{self.episode}"
        return f"{self.show}/{number}" if self.show else number

    @property
    def english(self) -> str | None:
        """The English title, else our translation, if there is one."""
        return self.title or self.title_literal


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
    """What it is about, as one could know before it began."""
    premise_since: EpisodeId | None = None
    """The episode that `premise` gives away, if any; None: public."""
    expect: tuple[Text, ...] = ()
    """What to expect of it, for one who has not begun it."""
    expect_since: EpisodeId | None = None
    """The same for `expect`."""
    expect_confidence: Confidence | None = None
    """How well `expect` is supported, where that differs from the whole record."""
    manga: Text | None = None
    """The part of the original that it tells."""
    ending: Text | None = None
    """Where it leaves the story; belongs to the season's last episode."""


class Arc(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A part of a season's story. `since` is its first episode, also where it is absent."""

    season: Ordinal
    name: Text
    name_ja: Text | None = None
    first: Ordinal
    """Its first episode, within the season."""
    last: Ordinal
    """Its last episode, within the season."""
    chapters: Text | None = None
    """The chapters of the original, such as `16–21`."""


class Role(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A character and who voices them. `since` is None for the main cast."""

    character: Name
    actor: Name
    dub: Name | None = None
    """The voice of the English dub."""
    role: Text | None = None
    """Who the character is, in a few words that give nothing away."""
    role_ja: Text | None = None
    seasons: tuple[Ordinal, ...]
    first: EpisodeId | None = None
    """The episode that introduces the character, where a source says so."""


class Credit(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A post and who holds it."""

    group: Text | None = None
    """The department, such as `Direction`; departments are in the order of their first credit."""
    group_ja: Text | None = None
    role: Text
    role_ja: Text | None = None
    name: Name
    seasons: tuple[Ordinal, ...]
    status: Status | None = None
    """None where the first season is the only one, or the sources disagree."""


class Song(Record, frozen=True, kw_only=True, omit_defaults=True):
    """An opening, ending or other song."""

    season: Ordinal | None = None
    """None for a song of no season, such as a film's."""
    kind: Literal["opening", "ending", "insert", "theme"]
    title: Text
    """As it was released."""
    title_ja: Text | None = None
    """In Japanese script, where it has one."""
    title_latin: Text | None = None
    """In Latin letters, where `title` is not: our transliteration."""
    artist: Text
    artist_ja: Text | None = None
    lyrics: Text | None = None
    music: Text | None = None
    arrangement: Text | None = None
    released: Day | None = None
    """The day of its first release."""
    url: Text | None = None
    """The music video."""


class Remark(Record, frozen=True, kw_only=True, omit_defaults=True):
    """What someone of the staff said, in indirect speech."""

    season: Ordinal
    speaker: Text
    text: Text


class DubCredit(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A post in a dub and who holds it."""

    role: Text
    role_ja: Text | None = None
    name: Name
    sources: tuple[Text, ...]
    confidence: Confidence


class Dub(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A season in another language; its voices are the `dub` of the cast."""

    season: Ordinal
    language: Text
    language_ja: Text | None = None
    studio: Text | None = None
    crew: tuple[DubCredit, ...] = ()


class Stream(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Where to watch one season on one service.

    It has either `countries` or `everywhere_except`. A country with records of its own for a
    season is answered by those, any other by the record that covers it.
    """

    season: Ordinal
    service: Text
    countries: tuple[Country, ...] = ()
    everywhere_except: tuple[Country, ...] | None = None
    """Every country but these; empty: every country."""
    region: Text | None = None
    """What to call its countries; None: their names."""
    region_ja: Text | None = None
    start: When | None = None
    """None: no source gives one."""
    dated: Confidence | None = None
    """How well `start` is supported, where that differs from the whole record."""
    inferred: bool = False
    """No source states `start`: it is worked out from what they do state."""
    audio: tuple[Text, ...] = ()
    """The languages to hear, such as `Japanese`, `English dub`; empty: unknown."""
    url: Text | None = None
    """A page that serves all of its countries."""


class Neighbour(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Another show of the same season of the year."""

    season: Ordinal
    title: Text
    title_ja: Text | None = None
    start: When | None = None
    studio: Text | None = None


class Link(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A page on the web about the show."""

    kind: Literal["official", "trailer", "music", "database"]
    title: Text
    title_ja: Text | None = None
    url: Text | None = None
    """None: the trailer exists, its address is unknown."""
    season: Ordinal | None = None
    milestone: Text | None = None
    """Id of the milestone it belongs to."""
    published: Day | None = None


class Volume(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A collected volume of the manga."""

    number: Ordinal
    released: Day | None = None
    isbn: Text | None = None
    sources: tuple[Text, ...]
    confidence: Confidence


class Manga(Record, frozen=True, kw_only=True, omit_defaults=True):
    """The original."""

    title: Text
    title_ja: Text | None = None
    author: Name
    publisher: Text | None = None
    magazine: Text | None = None
    magazine_ja: Text | None = None
    started: Day | None = None
    english_publisher: Text | None = None
    status: Text | None = None
    """Whether it runs, pauses or is complete."""
    volumes: tuple[Volume, ...] = ()
    """Those whose day is known, by number."""


class Term(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A word that helps to follow the story."""

    group: Text | None = None
    """The subject, such as `Jumps`; subjects are in the order of their first term."""
    term: Text
    term_ja: Text | None = None
    aliases: tuple[Text, ...] = ()
    """Other forms to find it by."""
    meaning: Text
    as_printed: tuple[Text, ...] = ()
    """Forms that English pages print, each with the page."""


class Conflict(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Where sources disagree with the original article, or with each other."""

    topic: Text
    article_says: Text
    others_say: Text
    verdict: Text


class Dataset(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Everything known of one show, or of several."""

    schema_version: Literal[1, 2]
    """2; a file of version 1 is read if it has none of the lists whose form changed since."""
    as_of: dt.date
    """The day the facts were checked."""
    show: Show
    shows: tuple[Show, ...] = ()
    """Every show, where there are several; empty: `show` alone."""
    anchor: Text
    """Id of the milestone that a bare countdown first counts to."""
    milestones: tuple[Milestone, ...]
    seasons: tuple[Season, ...] = ()
    arcs: tuple[Arc, ...] = ()
    episodes: tuple[Episode, ...] = ()
    cast: tuple[Role, ...] = ()
    staff: tuple[Credit, ...] = ()
    songs: tuple[Song, ...] = ()
    remarks: tuple[Remark, ...] = ()
    dubs: tuple[Dub, ...] = ()
    streams: tuple[Stream, ...] = ()
    also_airing: tuple[Neighbour, ...] = ()
    links: tuple[Link, ...] = ()
    manga: Manga | None = None
    glossary: tuple[Term, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    sources: tuple[Source, ...] = ()

    @property
    def every_show(self) -> tuple[Show, ...]:
        """The shows that records can belong to, of which there is at least one."""
        return self.shows or (self.show,)
