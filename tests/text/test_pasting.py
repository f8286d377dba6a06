"""Commands that can be pasted into any shell."""

import subprocess

import pytest

from medalist_cli.text.pasting import line

HARD = ["a'b", 'a"b', "$HOME", "`id`", "a\\b", "!x", "-rf", "a;b", "a b", "*", "~", "#x", "a\nb"]


def read_by_sh(command: str) -> list[str]:
    """Return the words of a command line as sh reads them."""
    script = f"set -- {command}; printf '%s\\037' \"$@\""
    shown = subprocess.run(["sh"], input=script, capture_output=True, text=True, check=True)
    return shown.stdout.split("\x1f")[:-1]


@pytest.mark.parametrize("phrase", HARD)
def test_a_phrase_survives_the_shell(phrase: str) -> None:
    name, command, *words = read_by_sh(line("cast", phrase))
    assert (name, command) == ("medalist", "cast")
    assert " ".join(words).removeprefix("-- ").split() == phrase.split()


@pytest.mark.parametrize("phrase", HARD)
def test_a_phrase_is_one_value_of_an_option(phrase: str) -> None:
    words = read_by_sh(line("staff --role", phrase))
    assert words == ["medalist", "staff", "--role", " ".join(phrase.split())]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("countdown",), "medalist countdown"),
        (("", ""), "medalist"),
        (("cast", "mario nachi"), "medalist cast mario nachi"),
        (("where", "disney+", "--season 2"), "medalist where disney+ --season 2"),
        (("where", "-x", "--season 2"), "medalist where --season 2 -- -x"),
        (("cast", "結束 い\x1bの り"), "medalist cast 結束 り"),
        (("sources --conflicts",), "medalist sources --conflicts"),
        (("staff --role", "art"), "medalist staff --role art"),
        (("staff --role", "a-b"), "medalist staff --role a-b"),
        (("staff --role", "-rf"), 'medalist staff --role "-rf"'),
        (("staff --role", "a b"), 'medalist staff --role "a b"'),
        (("music", "cold  night?"), 'medalist music "cold night?"'),
    ],
)
def test_simple_words_are_not_quoted(arguments: tuple[str, ...], expected: str) -> None:
    assert line(*arguments) == expected
