"""Nothing later than `--seen` gets out, by whichever command and format."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from conftest import Program

from medalist_cli import render
from medalist_cli.model.dataset import Dataset
from medalist_cli.model.result import Agenda, Countdown, Home, Records
from medalist_cli.queries import spoilers
from medalist_cli.queries.spoilers import Seen
from medalist_cli.storage import bundle, loader
from medalist_cli.text import names

pytestmark = pytest.mark.thorough

SEEN = Seen(1, 10)
SHORTEST = 9
"""Characters; a shorter text may stand in another word by chance."""

LISTS = (
    ("cast",),
    ("cast", "a"),
    ("staff",),
    ("recap",),
    ("season",),
    ("where",),
    ("glossary",),
    ("sources",),
    ("sources", "--conflicts"),
)
AGENDAS = (("schedule",), ("plan", "--by", "film"), ("calendar", "--alarm", "1d"))
TEXTS = (
    ("data", "show"),
    ("init", "bash"),
    ("init", "zsh"),
    ("init", "fish"),
    ("season", "1"),
    ("season", "2"),
    ("recap", "2"),
    ("recap", "1", "-e", "12"),
    ("glossary", "lutz"),
    ("cast", "Kakeru Uobuchi"),
    ("cast", "Kakeru Uobuchj"),
    ("staff", "Rika Hongo"),
    ("countdown", "Gekokujo"),
    ("sources", "ann-s2e3-review"),
)


def every() -> Iterator[tuple[str, ...]]:
    """Yield every command in every format that its result has, and what has none to choose."""
    for commands, kind in ((LISTS, Records), (AGENDAS, Agenda)):
        for command in commands:
            yield from ((*command, "-f", form) for form in render.formats(kind))
    yield from (("countdown", "s2e4", "-f", form) for form in render.formats(Countdown))
    yield from (("-f", form) for form in render.formats(Home))
    yield from TEXTS


def strings(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for inner in value.values():
                yield from strings(inner)
        case list() | tuple():
            for inner in value:
                yield from strings(inner)
        case _:
            return


def texts(of: Dataset) -> set[str]:
    return {text for text in strings(msgspec.to_builtins(of)) if len(text) >= SHORTEST}


@pytest.fixture(scope="module")
def later() -> frozenset[str]:
    """What the whole dataset tells and the cut one does not, nor as a part of what it tells.

    Ids and dates tell nothing, nor does the name of someone who was there before.
    """
    whole = loader.load(None)
    told = spoilers.up_to(whole, SEEN)
    known = (name for role in told.staff if (name := names.latin(role.name)))
    kept = "\n".join((*strings(msgspec.to_builtins(told)), *known))
    telling = {text for text in texts(whole) if " " in text or not text.isascii()}
    return frozenset(text for text in telling if text not in kept)


def test_much_is_told_later(later: frozenset[str]) -> None:
    assert len(later) > 150


@pytest.mark.parametrize("arguments", list(every()), ids=" ".join)
def test_nothing_later_gets_out(
    medalist: Program, later: frozenset[str], arguments: tuple[str, ...]
) -> None:
    ended = medalist(*arguments, "--seen", "S1E10")
    said = " ".join(f"{ended.out}\n{ended.err}".replace("\r\n ", "").split())
    assert ended.code in (0, 1, 2)
    assert [text for text in later if text in said and text not in arguments] == []


def test_what_is_withheld_is_counted(medalist: Program) -> None:
    assert "later episodes hidden" in medalist("recap", "--seen", "S1E10").err


def test_a_hidden_episode_keeps_its_numbers_and_times(medalist: Program) -> None:
    shown = json.loads(medalist("countdown", "s2e4", "--seen", "S1E10", "--json").out)
    assert (shown["title"], shown["earliest_unix"]) == ("Season 2 episode 4", 1771086600)


def test_the_file_itself_is_not_cut(medalist: Program) -> None:
    path = Path(medalist("data", "path", "--seen", "none").out.strip())
    assert path.read_bytes() == bundle.content(bundle.DATASET)
