"""Nothing later than `--seen` gets out, by any command in any format.

The commands come from their folder and the formats from theirs, so that a new one is tested as
soon as it is a file. What a command takes is known from its parameters.
"""

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, get_args

import msgspec
import pytest
from conftest import Program
from everything import every_command

from medalist_cli import render
from medalist_cli.model.dataset import Dataset
from medalist_cli.model.result import Live, Result
from medalist_cli.queries import spoilers
from medalist_cli.queries.spoilers import Seen
from medalist_cli.storage import bundle
from medalist_cli.storage import loader as datasets
from medalist_cli.text import names

pytestmark = pytest.mark.thorough

SEEN = Seen(1, 10)
SHORTEST = 9
"""Characters; a shorter text may be a part of another word by chance."""

WORDS = (
    "film", "s2e4", "s1e12", "2", "1", "a", "Kakeru Uobuchi", "Kakeru Uobuchj", "Rika Hongo",
    "Gekokujo", "lutz", "queen", "white cat", "ann-s2e3-review", "japan", "opening",
)  # fmt: skip
"""What people look for: some of it is later, or a near misspelling of what is."""

VALUES = {
    "[TARGET]...": "film",
    "[QUERY]...": "a",
    "TARGET": "film",
    "DUR": "900d",
    "SHELL": "bash",
    "WORDS...": "a",
    "[COMMAND]": "cast",
}
"""A value for each parameter that has to have one, by its name in the help."""


class Called(NamedTuple):
    """A command line, and the kind of result it has."""

    words: tuple[str, ...]
    kind: type[Result]


def reads_named_files(command: Any) -> bool:
    """Return whether a command's arguments are files: it is about those, not about a show."""
    return any(
        param.param_type_name == "argument" and param.human_readable_name.strip("[].|-") in FILES
        for param in command.params
    )


FILES = {"FILE", "OLD"}
"""Names of arguments that are dataset files; the tests of those commands are about spoilers."""

LIVE = get_args(Live.__annotations__["mode"])
"""Flags of results that do not end."""


def lines() -> Iterator[Called]:
    """Yield command lines: every command alone, with each word, with each flag, in each format."""
    for name, command in every_command():
        if reads_named_files(command):
            continue
        needed = tuple(_needed(command))
        kind = command.kind
        yield Called((*name, *needed), kind)
        for form in render.formats(kind) if _takes(command, "format") else ():
            yield Called((*name, *needed, "-f", form), kind)
        for flag in _flags(command):
            yield Called((*name, *needed, flag), kind)
        if name and any(param.nargs == -1 or _is_word(param) for param in command.params):
            yield from (Called((*name, *word.split()), kind) for word in WORDS)
            if _takes(command, "format"):
                yield from (Called((*name, *word.split(), "-f", "json"), kind) for word in WORDS)


def _needed(command: Any) -> Iterator[str]:
    for param in command.params:
        if param.required:
            shown = param.make_metavar(None) if not param.metavar else param.metavar
            if param.param_type_name == "option":
                yield param.opts[0]
            assert shown in VALUES, f"{command.name}: add a value for {shown} to VALUES"
            yield VALUES[shown]


def _takes(command: Any, name: str) -> bool:
    return any(param.name == name for param in command.params)


def _is_word(param: Any) -> bool:
    return param.param_type_name == "argument" and not param.required


def _flags(command: Any) -> Iterator[str]:
    for param in command.params:
        shared = ("force", "json", "help", "version", *LIVE)
        if getattr(param, "is_flag", False) and param.name not in shared:
            yield max(param.opts, key=len)


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


def records(of: Dataset) -> Any:
    """Return the records of a dataset as plain values, without the notes of a cut one."""
    return msgspec.to_builtins(msgspec.convert(of, Dataset, from_attributes=True))


def texts(of: Dataset) -> set[str]:
    return {text for text in strings(records(of)) if len(text) >= SHORTEST}


@pytest.fixture(scope="module")
def later() -> frozenset[str]:
    """Return the texts that the whole dataset has and the cut one lacks, also as parts of others.

    Ids and dates tell nothing, nor does the name of someone who was there before.
    """
    whole = datasets.load(None)
    cut = spoilers.up_to(whole, SEEN)
    known = (name for role in (*cut.staff,) if (name := names.latin(role.name)))
    kept = "\n".join((*strings(records(cut)), *known))
    telling = {text for text in texts(whole) if " " in text or not text.isascii()}
    return frozenset(text for text in telling if text not in kept)


def test_much_is_hidden(later: frozenset[str]) -> None:
    assert len(later) > 100


def test_every_kind_of_result_is_reached() -> None:
    reached = {called.kind.__name__ for called in lines()}
    assert reached >= {"Home", "Records", "Agenda", "Calendar", "Countdown", "Text", "Code", "Json"}


def test_every_command_that_takes_a_limit_is_called() -> None:
    called = {line.words for line in lines()}
    for name, command in every_command():
        if _takes(command, "seen") and not reads_named_files(command):
            assert any(words[: len(name)] == name for words in called), name


def readable(output: str) -> str:
    """Return an output as one line, lines of a calendar unfolded, and without markup too."""
    whole = " ".join(output.replace("\r\n ", "").split())
    bare = html.unescape(re.sub("<[^>]*>", " ", whole))
    return f"{whole}\n{' '.join(bare.split())}"


@pytest.mark.parametrize("called", list(lines()), ids=lambda called: " ".join(called.words))
def test_nothing_later_gets_out(medalist: Program, later: frozenset[str], called: Called) -> None:
    ended = medalist(*called.words, env={"MEDALIST_SEEN": str(SEEN)})
    shown = readable(f"{ended.out}\n{ended.err}")
    assert ended.code in (0, 1, 2)
    asked = " ".join(called.words)
    assert [text for text in later if text in shown and text not in asked] == []


@pytest.mark.parametrize("called", [("recap",), ("season", "2"), ("cast",), ("search", "lutz")])
def test_the_option_hides_the_same_as_the_variable(
    medalist: Program, called: tuple[str, ...]
) -> None:
    by_option = medalist(*called, "--seen", str(SEEN))
    assert medalist(*called, env={"MEDALIST_SEEN": str(SEEN)}) == by_option


def test_hidden_episodes_are_counted(medalist: Program) -> None:
    hidden = "medalist: note: spoilers after S1E10 hidden (12 episodes)\n"
    assert medalist("recap", "--seen", "S1E10").err == hidden


def test_a_hidden_episode_keeps_its_numbers_and_times(medalist: Program) -> None:
    shown = json.loads(medalist("countdown", "s2e4", "--seen", "S1E10", "--json").out)
    assert (shown["title"], shown["earliest_unix"]) == ("Season 2 episode 4", 1771086600)


def test_the_file_itself_is_not_cut(medalist: Program) -> None:
    path = Path(medalist("data", "path", "--seen", "none").out.strip())
    assert path.read_bytes() == bundle.content(bundle.DATASET)
