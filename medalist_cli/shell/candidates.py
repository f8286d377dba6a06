"""Completion candidates for a word on the command line, with short descriptions.

The functions that yield candidates take a dataset with spoilers removed. `offered` makes the
candidates safe for the code that Typer generates for bash, zsh and fish.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from medalist_cli.model.countries import Country
from medalist_cli.model.dataset import Name
from medalist_cli.model.result import Result
from medalist_cli.queries import milestones
from medalist_cli.queries.spoilers import VisibleDataset
from medalist_cli.render import columns, formats, summary
from medalist_cli.text.names import latin


class Candidate(NamedTuple):
    """A value and its description, which may be empty."""

    value: str
    about: str = ""


def targets(dataset: VisibleDataset) -> Iterator[Candidate]:
    """Yield the id of every milestone with its title, and `next`."""
    for milestone in milestones.every(dataset):
        yield Candidate(milestone.id, milestone.title)
    yield Candidate(milestones.NEXT, "whatever comes next")


def seasons(dataset: VisibleDataset) -> Iterator[Candidate]:
    """Yield the number of every season."""
    return (Candidate(str(season.season), season.title) for season in dataset.seasons)


def episodes(dataset: VisibleDataset) -> Iterator[Candidate]:
    """Yield what `--seen` takes. Titles would be spoilers here, so there are none."""
    yield Candidate("none", "nothing seen yet")
    yield Candidate("all", "hide nothing")
    for season in dataset.seasons:
        yield Candidate(f"S{season.season}", f"all of season {season.season}")
    for episode in dataset.episodes:
        yield Candidate(episode.id.upper(), f"season {episode.season} episode {episode.episode}")


def parts(dataset: VisibleDataset) -> Iterator[Candidate]:
    """Yield what `recap` takes: the number of every season, and every episode."""
    yield from seasons(dataset)
    for episode in dataset.episodes:
        yield Candidate(episode.id, f"season {episode.season} episode {episode.episode}")


def cast(dataset: VisibleDataset) -> Iterator[Candidate]:
    """Yield characters and actors, in Latin and in Japanese script."""
    for role in dataset.cast:
        actor, character = latin(role.actor), latin(role.character)
        yield from _written(role.character, f"voiced by {actor}" if actor else "")
        yield from _written(role.actor, f"voice of {character}" if character else "")


def staff(dataset: VisibleDataset) -> Iterator[Candidate]:
    """Yield the names of the staff with their roles, in Latin and in Japanese script."""
    return (name for credit in dataset.staff for name in _written(credit.name, credit.role))


def places(dataset: VisibleDataset, known: Sequence[Country]) -> Iterator[Candidate]:
    """Yield the streaming services, and the `known` countries in English and in Japanese."""
    for stream in dataset.streams:
        yield Candidate(stream.service, "streaming service")
    for country in known:
        services = dict.fromkeys(
            stream.service
            for stream in dataset.streams
            if country.code in stream.countries
            or (
                stream.everywhere_except is not None
                and country.code not in stream.everywhere_except
            )
        )
        yield Candidate(country.name, ", ".join(services))
        yield Candidate(country.name_ja, country.name)


def songs(dataset: VisibleDataset) -> Iterator[Candidate]:
    """Yield the titles of the songs and their artists."""
    for song in dataset.songs:
        for title in dict.fromkeys((song.title_latin or song.title, song.title)):
            yield Candidate(title, f"{song.kind} by {song.artist}")
        for artist in filter(None, (song.artist, song.artist_ja)):
            yield Candidate(artist, f"artist of {song.title_latin or song.title}")


def episode_ids(dataset: VisibleDataset) -> Iterator[Candidate]:
    """Yield the id of every episode with its title."""
    for milestone in map(milestones.of, dataset.episodes):
        yield Candidate(milestone.id, milestone.title)


def terms(dataset: VisibleDataset) -> Iterator[Candidate]:
    """Yield the terms of the glossary, in English and in Japanese."""
    for term in dataset.glossary:
        yield Candidate(term.term, term.meaning)
        if term.term_ja:
            yield Candidate(term.term_ja, term.term)


def searchable(dataset: VisibleDataset) -> Iterator[Candidate]:
    """Yield what people search for most: names, songs, episodes and terms."""
    yield from cast(dataset)
    yield from staff(dataset)
    for song in dataset.songs:
        yield Candidate(song.title, f"{song.kind} by {song.artist}")
    for milestone in milestones.every(dataset):
        yield Candidate(milestone.title, milestone.kind)
    yield from terms(dataset)


def sources(dataset: VisibleDataset) -> Iterator[Candidate]:
    """Yield the ids of sources and of milestones."""
    for source in dataset.sources:
        yield Candidate(source.id, source.title)
    yield from targets(dataset)


def zones() -> Iterator[Candidate]:
    """Yield the names of all time zones."""
    from zoneinfo import available_timezones  # noqa: PLC0415 - reads hundreds of files

    return map(Candidate, sorted(available_timezones()))


def output_formats(kind: type[Result]) -> Iterator[Candidate]:
    """Yield the formats of a kind of result."""
    return (Candidate(name, summary(kind, name)) for name in formats(kind))


def field_lists(rows: Iterable[type], typed: str) -> Iterator[Candidate]:
    """Yield comma-separated lists that add one more field to those in `typed`."""
    done, comma, _ = typed.rpartition(",")
    for name in dict.fromkeys(name for row in rows for name in columns(row)):
        if name not in done.split(","):
            yield Candidate(f"{done}{comma}{name}")


def _written(name: Name, about: str) -> Iterator[Candidate]:
    for written in (latin(name), name.ja):
        if written:
            yield Candidate(written, about)


_UNSAFE = re.compile(r"[\\\"'$`\x00-\x1f\x7f-\x9f\u2028\u2029]")
"""Characters that Typer's code for zsh would run or misread at TAB, however they are quoted."""
_OPERATORS = re.compile(r"[;&|<>()*?!#~{}\[\]^=]|^-")
"""What bash would interpret when the line is run: Typer's code for bash does not quote values."""


def offered(
    found: Iterable[Candidate], words: Sequence[str], typed: str, shell: str
) -> list[tuple[str, str]]:
    """Return the completions of `typed`, without duplicates and safe for the code for `shell`.

    A value is a whole phrase. `words` are the words of the same phrase before `typed`; only the
    rest of the phrase is returned. Case is ignored, and typed characters are kept as typed.
    """
    before = "".join(f"{word} " for word in words)
    start = (before + typed).casefold()
    offers: dict[str, str] = {}
    for value, about in found:
        if not value.isprintable() or _UNSAFE.search(value) or value.startswith("-"):
            continue
        if shell == "bash" and _OPERATORS.search(value):
            continue
        for phrase in _phrases(value) if start else (value,):
            if phrase.casefold().startswith(start):
                rest = phrase[len(before) + len(typed) :]
                offers.setdefault(typed + rest, _description(about))
                break
    return list(offers.items())


def _phrases(value: str) -> Iterator[str]:
    """Yield a phrase, then its rest from each later word on."""
    words = value.split(" ")
    return (" ".join(words[index:]) for index in range(len(words)))


def _description(text: str) -> str:
    """Return a description without shell syntax; Typer reads `[` as Rich markup."""
    plain = "".join(char if char.isprintable() else " " for char in text.replace("'", "’"))
    plain = _UNSAFE.sub(" ", plain)
    return " ".join(plain.split()).replace("[", "\\[")
