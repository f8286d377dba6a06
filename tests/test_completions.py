"""What can be typed after `medalist`, and what of it at one place of a line."""

import re

import pytest

from medalist_cli import cli, commands, completions, menu
from medalist_cli.shells import Grammar, Value
from medalist_cli.suggestions import WHOLE, WORDS


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return completions.grammar(cli.root())


def words(value: Value) -> list[str]:
    return [word for word, _ in value.words]


def test_every_command_is_known(grammar: Grammar) -> None:
    assert set(menu.Folder(commands)) == {name for name in grammar.commands if " " not in name}
    assert {"is out", "is within", "data schema"} < set(grammar.commands)


def test_an_option_takes_a_value_everywhere_or_nowhere(grammar: Grammar) -> None:
    flags = {
        option
        for command in completions._tree(cli.root(), "")
        for param in completions._options(command[1])
        for option in param.opts
        if param.is_flag
    }
    assert not flags & {name for names in grammar.valued for name in names}


def test_one_option_has_the_same_short_name_everywhere(grammar: Grammar) -> None:
    names = [name for each in grammar.valued for name in each]
    assert len(names) == len(set(names))
    assert all(each[0].startswith("--") for each in grammar.valued)


def test_a_state_wants_one_thing(grammar: Grammar) -> None:
    states = [state for names, _ in grammar.places for state in names]
    assert len(states) == len(set(states))


def test_no_word_of_ours_means_anything_to_a_shell(grammar: Grammar) -> None:
    known = [word for _, value in grammar.places for word in words(value)]
    every = [*known, *grammar.commands, *(name for each in grammar.valued for name in each)]
    assert [word for word in every if not re.fullmatch(r"[\w. -]+", word)] == []


def test_what_is_asked_for_can_be_answered(grammar: Grammar) -> None:
    asked = {value.asks for _, value in grammar.places if value.asks}
    assert asked == {*WHOLE, *WORDS}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("cou", ["calendar", "cast", "countdown"]),
        ("is ", ["live", "out", "today", "within"]),
        ("data ", ["path", "schema", "show", "validate"]),
        ("data schema ", ["calendar", "cast", "countdown"]),
        ("init ", ["bash", "fish", "zsh"]),
        ("cast -f ", ["csv", "html", "json"]),
        ("cast --new --format ", ["csv", "html", "json"]),
        ("countdown --format=", ["discord", "html", "i3blocks"]),
        ("-f ", ["discord", "html", "i3blocks"]),
        ("schedule --kind ", ["season", "episode", "stream"]),
        ("cast --fields ", ["character", "character_ja", "actor"]),
        ("where --names ", ["en", "ja", "both"]),
        ("cast -", ["--season", "--new", "--tz"]),
    ],
)
def test_the_words_of_a_place_are_known(grammar: Grammar, line: str, found: list[str]) -> None:
    *before, start = line.split(" ")
    assert words(completions.read(grammar, before, start).value)[:3] == found[:3]


@pytest.mark.parametrize(
    ("line", "asks"),
    [
        ("countdown ", "target"),
        ("is out ", "target"),
        ("is within 7d ", "target"),
        ("plan --by ", "target"),
        ("cast ", "cast"),
        ("cast inori ", "cast"),
        ("cast --tz UTC -s 2 inori ", "cast"),
        ("cast --tz=UTC inori ", "cast"),
        ("staff ", "staff"),
        ("where united ", "region"),
        ("glossary ", "term"),
        ("recap ", "season"),
        ("schedule -s ", "season"),
        ("sources ", "id"),
        ("recap --tz ", "tz"),
        ("cast --seen=", "seen"),
    ],
)
def test_the_datasets_words_are_asked_for(grammar: Grammar, line: str, asks: str) -> None:
    *before, start = line.split(" ")
    assert completions.read(grammar, before, start).value == Value(asks=asks)


@pytest.mark.parametrize(
    "line", ["is within ", "countdown film ", "recap 1 ", "due --at ", "nonsense ", "cast --json="]
)
def test_what_cannot_be_guessed_is_left_alone(grammar: Grammar, line: str) -> None:
    *before, start = line.split(" ")
    assert completions.read(grammar, before, start).value == Value()


@pytest.mark.parametrize("line", ["cast --data ", "cast -o ", "data validate ", "due --state="])
def test_a_file_is_wanted(grammar: Grammar, line: str) -> None:
    *before, start = line.split(" ")
    assert completions.read(grammar, before, start).value == Value(is_file=True)


def test_a_line_tells_what_stands_before_the_word(grammar: Grammar) -> None:
    line = completions.read(grammar, ["cast", "--seen", "S1", "--data=x", "inori", "--new"], "y")
    assert line.before == ("inori",)
    assert line.given == {"--seen": "S1", "--data": "x"}
    assert (line.prefix, line.start) == ("", "y")


def test_a_word_in_a_list_is_completed_alone(grammar: Grammar) -> None:
    line = completions.read(grammar, ["cast"], "--fields=role,act")
    assert (line.prefix, line.start) == ("--fields=role,", "act")
