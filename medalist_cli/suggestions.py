"""What of the dataset a word that is being typed may become."""

from collections.abc import Callable, Iterable, Iterator

from medalist_cli import milestones
from medalist_cli.model import Name
from medalist_cli.names import latin
from medalist_cli.spoilers import Told

_Source = Callable[[Told, bool], Iterable[str]]
"""Returns what there is; the flag asks for Japanese names instead of Latin ones."""


def suggested(told: Told, asked: str, before: Iterable[str], start: str) -> tuple[str, ...]:
    """Return the words that begin with `start`, in the dataset's order, each once.

    `asked` says for what: a key of `WHOLE` or of `WORDS`; anything else has none. Names, regions
    and terms are completed word by word: after the words `before`, those that stand beside them.
    What cannot be typed on a line is left out, and what a shell would take for an option.
    """
    if asked in WHOLE:
        found = WHOLE[asked](told)
    elif asked in WORDS:
        found = _beside(WORDS[asked](told, not start.isascii()), before)
    else:
        found = ()
    wanted = start.casefold()
    return tuple(
        dict.fromkeys(
            word
            for word in found
            if word.casefold().startswith(wanted) and word.isprintable() and word[:1] != "-"
        )
    )


def _beside(lines: Iterable[str], before: Iterable[str]) -> Iterator[str]:
    wanted = {word.casefold() for word in before}
    for line in lines:
        words = {word.casefold(): word for word in line.split()}
        if wanted <= words.keys():
            yield from (word for key, word in words.items() if key not in wanted)


def _names(names: Iterable[Name], *, ja: bool) -> Iterator[str]:
    return (written for name in names if (written := name.ja if ja else latin(name)))


def _of_cast(told: Told, ja: bool) -> Iterator[str]:
    return _names((name for role in told.cast for name in (role.character, role.actor)), ja=ja)


def _of_staff(told: Told, ja: bool) -> Iterator[str]:
    return _names((credit.name for credit in told.staff), ja=ja)


def _regions(told: Told, _ja: bool) -> Iterator[str]:
    return (name for stream in told.streams for name in (stream.region, stream.service))


def _terms(told: Told, ja: bool) -> Iterator[str]:
    return (term.term_ja or "" if ja else term.term for term in told.glossary)


def _seasons(told: Told) -> Iterator[str]:
    return (str(season.season) for season in told.seasons)


def _seen(told: Told) -> Iterator[str]:
    yield "none"
    yield from (f"S{season.season}" for season in told.seasons)
    yield from (episode.id.upper() for episode in told.episodes)


def _ids(told: Told) -> Iterator[str]:
    yield from (source.id for source in told.sources)
    yield from (milestone.id for milestone in milestones.every(told))


def _zones(_told: Told) -> Iterable[str]:
    from zoneinfo import available_timezones  # noqa: PLC0415 - it reads hundreds of files

    return sorted(available_timezones())


WHOLE: dict[str, Callable[[Told], Iterable[str]]] = {
    "target": milestones.ids,
    "season": _seasons,
    "seen": _seen,
    "id": _ids,
    "tz": _zones,
}
"""What is one word, whatever is in it; by what the option or the argument is called."""

WORDS: dict[str, _Source] = {
    "cast": _of_cast,
    "staff": _of_staff,
    "region": _regions,
    "term": _terms,
}
"""What is several words."""
