"""Search everything in a dataset, and find the command that shows each hit."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from medalist_cli.errors import NoMatch
from medalist_cli.model.countries import Country
from medalist_cli.model.dataset import Name, Stream, When
from medalist_cli.model.rows import SearchRow
from medalist_cli.queries import countries, milestones, music, where
from medalist_cli.queries.spoilers import VisibleDataset
from medalist_cli.text import en, matching
from medalist_cli.text.cells import shortened
from medalist_cli.text.names import PLAIN, Style, latin, spellings
from medalist_cli.text.pasting import line
from medalist_cli.text.suggestions import did_you_mean, nearest
from medalist_cli.text.words import fold, folded

_EXACT, _WORD, _BEGINNING, _PART, _TEXT, _TEXT_BEGINNING, _MINOR = range(7)
"""Where a word was found, best first: four ways in a title, two in a text, then minor kinds."""

_MINOR_KINDS = ("conflict", "source")
"""Kinds whose titles only mention things: they come last."""

_ASKING = ("cast", "staff", "where", "glossary", "music")
"""Commands that take words, and so can answer for several records at once."""

_LEAST = 3
"""Letters a romanised word needs to find the names it begins: "oh" is "o", like half of Japan."""

_SENTENCE_END = r"(?<=[.!?])\s+(?=\S)|(?<=[。！？])(?=.)"


class Entry(NamedTuple):
    """Something that can be found."""

    kind: str
    id: str
    title: str
    texts: Sequence[str | None]
    """Its texts; the first says what it is."""
    command: tuple[str, ...]
    """The command that shows it, and the phrase that command takes, if it takes one."""
    forms: Sequence[str | None] = ()
    """What else it is called; the first is its title in Japanese, if there are any."""
    person: Name | None = None
    """Its name in every spelling, for a person."""


class Hit(NamedTuple):
    """An entry that mentions all words."""

    rank: int
    entry: Entry
    text: str
    """What it is, or the sentence with the words."""


def hits(dataset: VisibleDataset, words: str, known: Sequence[Country] = ()) -> list[Hit]:
    """Return what mentions all of `words`, best first; a country among `known` by its name.

    Best is a whole title, then whole words of a title, beginnings, parts, and texts last. Raises
    NoMatch if nothing mentions them.
    """
    found = _hits(dataset, words, known)
    if not found:
        advice = "Try fewer words." if len(words.split()) > 1 else ""
        near = did_you_mean(_near(dataset, words), advice)
        raise NoMatch(f"nothing mentions {shortened(words)!r}", near)
    return found


def rows(dataset: VisibleDataset, hits: Sequence[Hit], names: Style = PLAIN) -> list[SearchRow]:
    """Return hits as rows, with `names` and titles written in a style."""
    commands = Commands(dataset)
    return [
        SearchRow(
            kind=hit.entry.kind,
            id=hit.entry.id,
            title=_title(hit.entry, names),
            text=hit.text,
            command=commands.of(hit.entry),
        )
        for hit in hits
    ]


def _title(entry: Entry, names: Style) -> str:
    if entry.person:
        return names.write(entry.person) or entry.title
    return names.text(entry.title, next(iter(entry.forms), None)) or entry.title


def answer(
    dataset: VisibleDataset, words: str, known: Sequence[Country] = ()
) -> tuple[str, bool] | None:
    """Return the command that answers `words`, and whether a title has them as whole words.

    If several commands answer equally well, it is the search itself. Returns None if nothing does:
    a source that mentions the words and a longer English word with them in it are no answers.
    """
    if words == milestones.NEXT:
        return line("countdown", words), True
    mentions = _hits(dataset, words, known)
    found = [
        hit
        for hit in mentions
        if hit.entry.kind not in _MINOR_KINDS and not (hit.rank == _PART and words.isascii())
    ]
    found = found or [hit for hit in mentions if hit.rank == _EXACT]
    if not found:
        return None
    rank = found[0].rank
    best = [hit.entry for hit in found if hit.rank == rank]
    commands = Commands(dataset)
    lines = list(dict.fromkeys(map(commands.of, best)))
    names = {entry.command[0] for entry in best}
    is_title = rank <= _WORD
    if len(lines) == 1:
        return lines[0], is_title
    if is_title and len(names) == 1 and (name := names.pop()) in _ASKING:
        is_known = name != "music" or music.matching(dataset, words)
        return line(name, words if is_known else ""), is_title
    return line("search", words), is_title


class Commands:
    """The commands that show entries, with the shortest name that is enough."""

    def __init__(self, dataset: VisibleDataset) -> None:
        self._dataset = dataset

    def of(self, entry: Entry) -> str:
        """Return the command that shows `entry`."""
        name = entry.command[0]
        if entry.person and name in ("cast", "staff"):
            counted = self._cast if name == "cast" else self._staff
            own = (entry.person.given, entry.person.family)
            ordered = own if entry.kind == "character" else own[::-1]
            short = (n.lower() for n in ordered if n and counted[matching.fold(n)] == 1)
            return line(name, next(short, _low(entry.title)))
        return line(*entry.command)

    @cached_property
    def _cast(self) -> Counter[str]:
        return _counted(
            [name for name in (role.character, role.actor, role.dub) if name]
            for role in self._dataset.cast
        )

    @cached_property
    def _staff(self) -> Counter[str]:
        people = dict.fromkeys(credit.name for credit in self._dataset.staff)
        return _counted([name] for name in people)


def _counted(records: Iterable[Sequence[Name]]) -> Counter[str]:
    """Return how many records have each word in their names, folded."""
    lines = [" ".join(spellings(n, for_latin=True) for n in names) for names in records]
    return Counter(word for line in folded(lines, matching.fold) for word in set(line.split()))


def _hits(dataset: VisibleDataset, words: str, known: Sequence[Country]) -> list[Hit]:
    wanted = fold(words).split()
    if not wanted:
        return []
    query = _Query([(word, matching.fold(word)) for word in wanted])
    entries = list(every(dataset))
    # One line each, so that everything folds in one go.
    texts = folded([_line_of(entry) for entry in entries])
    spelt = [spellings(each.person or Name(), for_latin=words.isascii()) for each in entries]
    people = folded(spelt, matching.fold)
    found = [
        Hit(_demoted(rank, entry), entry, _shown(entry, wanted, rank))
        for entry, text, person in zip(entries, texts, people, strict=True)
        if (rank := query.rank(text, person)) is not None
    ]
    country = countries.find(words, known) if dataset.streams else None
    if country is not None:
        place = Entry("country", country.code, country.en, (), ("where", words))
        found.insert(0, Hit(_EXACT, place, "Where to watch there"))
    found.sort(key=lambda hit: hit.rank)
    is_short = any(len(word) < _LEAST and word.isascii() for word in wanted)
    if is_short and found and found[0].rank < _PART:
        found = [hit for hit in found if hit.rank != _PART]  # "uk" is in every Tsukasa
    return found


_NAME, _SAID = "\x1f", "\x1e"
"""Separators: between the names in an entry's line, and between its names and its texts."""


def _line_of(entry: Entry) -> str:
    names = _NAME.join(filter(None, (entry.id, entry.title, *entry.forms, *_forms(entry.person))))
    return f"{names}{_SAID}{_NAME.join(filter(None, entry.texts))}"


def _demoted(rank: int, entry: Entry) -> int:
    """Return the last rank for what only mentions things in its title."""
    return _MINOR if rank != _EXACT and entry.kind in _MINOR_KINDS else rank


class _Query(NamedTuple):
    """The words to look for, each in plain and in romanised form."""

    words: list[tuple[str, str]]

    def rank(self, line: str, person: str) -> int | None:
        """Return how well an entry fits: as its worst word does; None if it lacks one."""
        names, _, text = line.partition(_SAID)
        if self._is_name(names):
            return _EXACT
        title, text, person = _spaced(names), _spaced(text), f" {person} "
        worst = _EXACT
        for word, romanised in self.words:
            rank = _in_title(word, title, romanised, person) or _in_text(word, text)
            if rank is None:
                return None
            worst = max(worst, rank)
        return worst

    def _is_name(self, names: str) -> bool:
        """Return whether the words are a whole title or name, with or without spaces."""
        wanted = "".join(word for word, _ in self.words)
        return wanted in names.replace(" ", "").split(_NAME)


def _spaced(text: str) -> str:
    return f" {text.replace(_NAME, ' ')} "


def _forms(name: Name | None) -> tuple[str, ...]:
    """Return what a person is called: parts of a name, the whole of it, other spellings."""
    if name is None:
        return ()
    own = (name.given, name.family, latin(name, "family"), name.ja, name.reading)
    return tuple(filter(None, (*own, *name.variants, *name.aliases)))


def _in_title(word: str, title: str, romanised: str, person: str) -> int | None:
    """Return how a title or a person's name has a word; single letters must be whole words."""
    if f" {word} " in title or f" {romanised} " in person:
        return _WORD
    is_short = len(word) == 1 and word.isascii()
    if (not is_short and f" {word}" in title) or (
        len(romanised) >= _LEAST and f" {romanised}" in person
    ):
        return _BEGINNING
    return _PART if not is_short and word in title else None


def _in_text(word: str, text: str) -> int | None:
    """Return how a text has a word: whole, or as a beginning; Japanese has no spaces."""
    if f" {word} " in text:
        return _TEXT
    if word.isascii():
        return _TEXT_BEGINNING if len(word) > 1 and f" {word}" in text else None
    return _TEXT_BEGINNING if word in text else None


def _shown(entry: Entry, words: list[str], rank: int) -> str:
    """Return what an entry is, or the sentence with most of the words if its title has not all."""
    texts = list(filter(None, entry.texts))
    if rank < _TEXT:
        return texts[0] if texts else ""
    sentences = [sentence for text in texts for sentence in re.split(_SENTENCE_END, text)]
    mentions = [
        sum(_in_text(word, sentence) is not None for word in words)
        for sentence in map(_spaced, map(fold, sentences))
    ]
    return sentences[mentions.index(max(mentions))]


def _near(dataset: VisibleDataset, words: str) -> tuple[str, ...]:
    """Return titles and names that `words` are likely a misspelling of."""
    entries = list(every(dataset))
    titles = (name for each in entries for name in (each.id, each.title, *each.forms) if name)
    people = (form for each in entries for form in _forms(each.person))
    return nearest(words, titles) or nearest(words, people, matching.fold)


def every(dataset: VisibleDataset) -> Iterator[Entry]:
    """Yield everything that can be found, those that people ask for most first."""
    for source in (
        _cast, _staff, _seasons, _episodes, _milestones, _songs, _streams, _terms, _links, _shows,
        _manga, _dubs, _remarks, _also_airing, _conflicts, _sources,
    ):  # fmt: skip
        yield from source(dataset)


def _written(name: Name) -> str:
    return latin(name) or name.ja or ""


def _cast(dataset: VisibleDataset) -> Iterator[Entry]:
    for role in dataset.cast:
        character, actor = _written(role.character), _written(role.actor)
        voiced = f"voiced by {actor}" if actor else None
        about = "; ".join(filter(None, (role.role, voiced)))
        people = [
            ("character", role.character, (about, role.role_ja, role.note)),
            ("actor", role.actor, (f"Voice of {character}", role.character.ja)),
        ]
        if role.dub:
            people.append(("voice", role.dub, (f"English voice of {character}",)))
        for kind, name, texts in people:
            title = _written(name)
            if title:
                yield Entry(kind, title, title, texts, ("cast", title), person=name)


def _staff(dataset: VisibleDataset) -> Iterator[Entry]:
    for credit in dataset.staff:
        title = _written(credit.name)
        texts = (_capital(credit.role), credit.role_ja, credit.note)
        if title:
            yield Entry("staff", title, title, texts, ("staff", title), person=credit.name)


def _of_season(dataset: VisibleDataset, season: int | None) -> tuple[str, ...]:
    """Return the command that shows a season's sheet; without a sheet, the whole dataset."""
    known = any(sheet.season == season for sheet in dataset.seasons)
    return ("season", str(season)) if known else ("data show",)


def _seasons(dataset: VisibleDataset) -> Iterator[Entry]:
    for season in dataset.seasons:
        number = season.season
        made = f"{season.episodes} episodes" if season.episodes else None
        texts = (
            ", ".join(filter(None, (made, season.slot))), season.tagline, season.tagline_ja,
            season.premise, *season.expect, season.ending, season.broadcaster, season.also_on,
            season.studio, season.manga, season.note,
        )  # fmt: skip
        forms = (
            season.title_ja, f"season {number}", f"season{number}", f"s{number}", f"第{number}期",
        )  # fmt: skip
        yield Entry("season", str(number), season.title, texts, ("season", str(number)), forms)
    for arc in dataset.arcs:
        about = f"Season {arc.season}, episodes {arc.first}–{arc.last}"
        yield Entry(
            "arc", arc.name, arc.name, (about, arc.chapters, arc.note),
            _of_season(dataset, arc.season), (arc.name_ja,),
        )  # fmt: skip


def _episodes(dataset: VisibleDataset) -> Iterator[Entry]:
    for each in dataset.episodes:
        place = f"Season {each.season} episode {each.episode}"
        title = each.english
        forms = (
            each.title_ja, each.title_literal, each.title_latin, place,
            f"{each.season}x{each.episode}", f"episode {each.number}", str(each.number),
            f"第{each.number}話",
        )  # fmt: skip
        texts = (_dated(place, each.when), each.summary, each.note)
        yield Entry("episode", each.id, title or place, texts, ("episode", each.id), forms)


def _dated(text: str | None, when: When | None) -> str:
    return ", ".join(filter(None, (text, en.date(when.date) if when else None)))


def _milestones(dataset: VisibleDataset) -> Iterator[Entry]:
    for each in dataset.milestones:
        day = each.when.date if each.when else None
        texts = (_dated(None, each.when), each.note, each.kind, day)
        forms = (each.title_ja, *each.aliases)
        yield Entry("milestone", each.id, each.title, texts, ("countdown", each.id), forms)


def _songs(dataset: VisibleDataset) -> Iterator[Entry]:
    for song in dataset.songs:
        part = f"season {song.season} {song.kind}" if song.season else song.kind
        about = f"{_capital(part)} by {song.artist}"
        made = (
            f"{what} by {who}"
            for what, who in (
                ("Lyrics", song.lyrics), ("Music", song.music), ("Arrangement", song.arrangement),
            )
            if who
        )  # fmt: skip
        forms = (
            song.title_ja, song.title_latin, song.artist, song.artist_ja, song.kind, part,
            f"{song.kind} theme song",
        )  # fmt: skip
        texts = (about, *made, song.note, song.released)
        yield Entry("song", song.title, song.title, texts, ("music", _low(song.title)), forms)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _low(phrase: str) -> str:
    return phrase.lower() if phrase.isascii() else phrase


def _streams(dataset: VisibleDataset) -> Iterator[Entry]:
    for each in dataset.streams:
        start = f"From {en.date(each.start.date)}" if each.start else None
        texts = (
            f"Season {each.season}: {_region(each)}", each.region_ja, " ".join(each.countries),
            each.note, ", ".join(each.audio), start,
        )  # fmt: skip
        command = ("where", _low(each.service))
        forms = (None, *where.spellings(each.service))
        yield Entry("service", each.service, each.service, texts, command, forms)


def _region(stream: Stream) -> str:
    if stream.region:
        return stream.region
    return ", ".join(stream.countries) or "everywhere else"


def _terms(dataset: VisibleDataset) -> Iterator[Entry]:
    for each in dataset.glossary:
        forms = (each.term_ja, *each.aliases)
        texts = (each.meaning, *each.as_printed, each.group, each.note)
        yield Entry("term", each.term, each.term, texts, ("glossary", _low(each.term)), forms)


def _links(dataset: VisibleDataset) -> Iterator[Entry]:
    for each in dataset.links:
        about = f"{_capital(each.kind)} link"
        texts = (each.url or about, about, each.published, each.note)
        forms = (each.title_ja, each.kind)
        yield Entry("link", each.title, each.title, texts, ("links",), forms)


def _shows(dataset: VisibleDataset) -> Iterator[Entry]:
    for show in dataset.every_show:
        forms = (show.title_ja, show.title_latin)
        yield Entry("show", show.id, show.title, (", ".join(show.genres),), ("",), forms)


def _manga(dataset: VisibleDataset) -> Iterator[Entry]:
    manga = dataset.manga
    if manga is None:
        return
    has_volumes = any(each.kind == "volume" for each in dataset.milestones)
    published = ", ".join(filter(None, (manga.publisher, manga.magazine)))
    by = f"Manga by {_written(manga.author)}"
    texts = (
        f"{by} ({published})" if published else by, manga.author.ja, manga.magazine_ja,
        manga.status, manga.english_publisher, manga.note,
    )  # fmt: skip
    yield Entry(
        "manga", manga.title, manga.title, texts,
        ("schedule --kind volume",) if has_volumes else ("data show",), (manga.title_ja, "manga"),
    )  # fmt: skip


def _dubs(dataset: VisibleDataset) -> Iterator[Entry]:
    for dub in dataset.dubs:
        command, title = _of_season(dataset, dub.season), f"{dub.language} dub"
        about = f"Season {dub.season}" + (f", by {dub.studio}" if dub.studio else "")
        ja = f"{dub.language_ja}吹替版" if dub.language_ja else None
        forms = (ja, f"season {dub.season} dub")
        yield Entry("dub", title, title, (about, dub.note), command, forms)
        for credit in dub.crew:
            name = _written(credit.name)
            texts = (f"{credit.role} ({title})", credit.role_ja)
            yield Entry("dub", name, name, texts, command, person=credit.name)


def _remarks(dataset: VisibleDataset) -> Iterator[Entry]:
    for each in dataset.remarks:
        command = _of_season(dataset, each.season)
        yield Entry("remark", each.speaker, each.speaker, (each.text, each.note), command)


def _also_airing(dataset: VisibleDataset) -> Iterator[Entry]:
    for each in dataset.also_airing:
        by = f", by {each.studio}" if each.studio else ""
        texts = (_dated(f"Airs at the time of season {each.season}{by}", each.start), each.note)
        command = _of_season(dataset, each.season)
        yield Entry("also airing", each.title, each.title, texts, command, (each.title_ja,))


def _conflicts(dataset: VisibleDataset) -> Iterator[Entry]:
    for each in dataset.conflicts:
        texts = (each.verdict, each.article_says, each.others_say, each.note)
        yield Entry("conflict", each.topic, each.topic, texts, ("sources --conflicts",))


def _sources(dataset: VisibleDataset) -> Iterator[Entry]:
    for each in dataset.sources:
        about = ", ".join(filter(None, (each.publisher, each.published)))
        texts = (about, each.note, each.url)
        yield Entry("source", each.id, each.title, texts, ("sources", each.id))
