"""What a command line gets that is wrong: one line, at most one line of advice, an exit code."""

import os
import re
from pathlib import Path

import pytest
from conftest import SERIES, Ended, answered
from render.hard import obeyed

from medalist_cli.errors import DatasetError
from medalist_cli.storage import untrusted, validation
from medalist_cli.text.cells import width

LONG = "x" * 131_072
"""128 kB: the longest word that Linux lets a command line have."""
PHRASE = "a b " * 32_000
MARKS = "a" + "\u0301" * 100_000
KANJI = "漢" * 40_000
SHORT = "x" * 20
"""The beginning of a long word that a message still has."""
ONE = str(SERIES)

UNKNOWN, USAGE, DATA, OUTPUT = 1, 2, 3, 4

CASES: list[tuple[int, str, tuple[str, ...]]] = [
    # words that are no command
    (USAGE, f"no such command '{SHORT}", (LONG,)),
    (USAGE, "no such command '漢", (KANJI,)),
    (USAGE, "no such command '-'", ("-",)),
    (USAGE, "no such command 'cats'", ("cats",)),
    (USAGE, "no such command '_home'", ("_home",)),
    (USAGE, "no such command '__init__'", ("__init__",)),
    (USAGE, "no such command '../cast'", ("../cast",)),
    (USAGE, f"no such command '{SHORT}", ("is", LONG)),
    (USAGE, f"no such command '{SHORT}", ("data", LONG)),
    (USAGE, f"no such command '{SHORT}", ("help", LONG)),
    (USAGE, "no such command 'is_'", ("is_",)),
    # options that are unknown, or in the wrong place
    (USAGE, f"no such option: --{SHORT}", ("--" + LONG,)),
    (USAGE, f"no such option: --{SHORT}", ("cast", "--" + LONG)),
    (USAGE, "no such option: -x", ("cast", "-" + LONG)),
    (USAGE, "no such option: -1", ("is", "within", "-1d")),
    (USAGE, "no such option: --", ("cast", "--漢字")),
    (USAGE, "no such option: --", ("cast", "--a\x1b[31m\nb")),
    (USAGE, "put options after the command", ("--json", "cast")),
    (USAGE, "put options after the command", ("--seen", "S1", "recap")),
    (USAGE, "option '--seen' requires an argument", ("cast", "--seen")),
    (USAGE, "option '-f' requires an argument", ("cast", "-f")),
    (USAGE, "option '--json' does not take a value", ("cast", "--json=yes")),
    (USAGE, "got unexpected extra argument", ("links", "film")),
    (USAGE, f"got unexpected extra argument(s) ({SHORT}", ("links", LONG)),
    (USAGE, "got unexpected extra argument", ("data", "path", "a", "b")),
    # values
    (USAGE, f"--format: unknown format '{SHORT}", ("cast", "-f", LONG)),
    (USAGE, "--format: unknown format ''", ("cast", "-f", "")),
    (USAGE, "--format: unknown format 'JSON'", ("cast", "-f", "JSON")),
    (USAGE, "--format: unknown format '../json'", ("cast", "-f", "../json")),
    (USAGE, "--format: unknown format '_rich'", ("cast", "-f", "_rich")),
    (USAGE, f"--fields: unknown field '{SHORT}", ("cast", "--fields", LONG)),
    (USAGE, "--fields: '' names no field", ("cast", "--fields", "")),
    (USAGE, "--fields: ',,", ("cast", "--fields", "," * 9_999)),
    (USAGE, f"invalid season '{SHORT}", ("cast", "--season", LONG)),
    (USAGE, "invalid season '0'", ("cast", "--season", "0")),
    (USAGE, "invalid season '-1'", ("cast", "--season", "-1")),
    (USAGE, "invalid season '1.0'", ("cast", "--season", "1.0")),
    (USAGE, "invalid season '99999", ("season", "9" * 5_000)),
    (USAGE, f"--seen: '{SHORT}", ("cast", "--seen", LONG)),
    (USAGE, "--seen: '' is not an episode", ("cast", "--seen", "")),
    (USAGE, "--seen: 'S0E1x' is not an episode", ("cast", "--seen", "S0E1x")),
    (USAGE, f"--names: '{SHORT}", ("cast", "--names", LONG)),
    (USAGE, "--names: 'a b a b", ("cast", "--names", PHRASE)),
    (USAGE, f"--name-order: '{SHORT}", ("cast", "--name-order", LONG)),
    (USAGE, f"--color: '{SHORT}", ("cast", "--color", LONG)),
    (USAGE, f"--kind: '{SHORT}", ("schedule", "--kind", LONG)),
    (USAGE, f"--tz: unknown time zone '{SHORT}", ("countdown", "--tz", LONG)),
    (USAGE, f"--tz: unknown time zone '{SHORT}", ("countdown", f"--tz={LONG}")),
    (USAGE, "--tz: unknown time zone 'a/a/", ("countdown", "--tz", "a/" * 300)),
    (USAGE, "--tz: unknown time zone '../../etc'", ("countdown", "--tz", "../../etc")),
    (USAGE, "--tz: unknown time zone ''", ("countdown", "--tz", "")),
    (USAGE, f"--now: invalid time '{SHORT}", ("countdown", "--now", LONG)),
    (USAGE, "--now: invalid time ''", ("countdown", "--now", "")),
    (USAGE, "--now: the year of '0001-01-01'", ("countdown", "--now", "0001-01-01")),
    (USAGE, f"--width: '{SHORT}", ("countdown", "--width", LONG)),
    (USAGE, "--width: '-1' is not a number", ("countdown", "--width", "-1")),
    (USAGE, "--width: '²' is not a number", ("countdown", "--width", "²")),
    (USAGE, f"--template: unknown key '{SHORT}", ("countdown", "--template", "{" + LONG + "}")),
    (USAGE, "--template: unmatched '{'", ("countdown", "--template", "{" + LONG)),
    (USAGE, "--template: unmatched '{'", ("countdown", "--template", "{a" * 30_000)),
    (USAGE, f"--every: invalid duration '{SHORT}", ("countdown", "--follow", "--every", LONG)),
    (USAGE, "--at: '' has no duration", ("countdown", "--follow", "--at", "")),
    (USAGE, "--at: '' has no duration", ("due", "film", "--at", "")),
    (USAGE, f"--at: invalid duration '{SHORT}", ("due", "--at", LONG)),
    (USAGE, f"--alarm: invalid duration '{SHORT}", ("calendar", "--alarm", LONG)),
    (USAGE, f"DUR: invalid duration '{SHORT}", ("is", "within", LONG)),
    (USAGE, "DUR: invalid duration '9999999d'", ("is", "within", "9999999d")),
    # what is looked for
    (USAGE, f"nothing called '{SHORT}", ("countdown", LONG)),
    (USAGE, "'a\u0301", ("countdown", MARKS)),
    (USAGE, f"nothing called '{SHORT}", ("is", "out", LONG)),
    (USAGE, f"nothing called '{SHORT}", ("plan", "--by", LONG)),
    (USAGE, "'a b a b", ("countdown", PHRASE)),
    (USAGE, f"'{SHORT}", ("episode", LONG)),
    (USAGE, f"'{SHORT}", ("seen", LONG)),
    (USAGE, f"invalid season '{SHORT}", ("recap", LONG)),
    (USAGE, f"unsupported shell '{SHORT}", ("init", LONG)),
    (USAGE, f"there is no importer '{SHORT}", ("data", "import", LONG)),
    (USAGE, f"no JSON schema for '{SHORT}", ("data", "schema", LONG)),
    (UNKNOWN, f"no character or actor matches '{SHORT}", ("cast", LONG)),
    (UNKNOWN, "no character or actor matches 'a b a b", ("cast", PHRASE)),
    (UNKNOWN, "no character or actor matches '((((", ("cast", "(" * 9_999)),
    (UNKNOWN, "no character or actor matches '<U+DCFF>", ("cast", "\udcff\udcfe")),
    (UNKNOWN, f"no staff member matches '{SHORT}", ("staff", LONG)),
    (UNKNOWN, f"no country or service matches '{SHORT}", ("where", LONG)),
    (UNKNOWN, f"no glossary term matches '{SHORT}", ("glossary", LONG)),
    (UNKNOWN, f"no song matches '{SHORT}", ("music", LONG)),
    (UNKNOWN, f"no source or milestone has the id '{SHORT}", ("sources", LONG)),
    (UNKNOWN, "nothing mentions '漢", ("search", KANJI)),
    (UNKNOWN, "nothing mentions ''", ("search", " ")),
    # files
    (USAGE, "--data: the file name is empty", ("cast", "--data", "")),
    (USAGE, "--data: the file name is empty", ("cast", "--data=")),
    (USAGE, "--output: the file name is empty", ("cast", "-o", "")),
    (DATA, SHORT, ("cast", "--data", LONG)),
    (DATA, "d/y/y/", ("cast", "--data", "d/" + "y/" * 60_000)),
    (DATA, "http://example.org/a.json: is a URL", ("cast", "--data", "http://example.org/a.json")),
    (DATA, "/: Is a directory", ("cast", "--data", "/")),
    (DATA, "missing.json: No such file or directory", ("data", "validate", "missing.json")),
    (DATA, SHORT, ("data", "validate", LONG)),
    (DATA, SHORT, ("data", "install", LONG)),
    (DATA, SHORT, ("data", "diff", LONG, ONE)),
    (DATA, SHORT, ("data", "merge", ONE, LONG)),
    (DATA, SHORT, ("data", "import", "ics", LONG)),
    (OUTPUT, SHORT, ("cast", "-o", LONG)),
    (OUTPUT, "/: Is a directory", ("cast", "-o", "/")),
    (OUTPUT, "no/such/folder/file: No such file", ("cast", "-o", "no/such/folder/file")),
    (OUTPUT, SHORT, ("due", "film", "--at", "900d", "--state", LONG)),
]  # fmt: skip


def case_id(case: tuple[int, str, tuple[str, ...]]) -> str:
    return " ".join(word[:12] for word in case[2]).encode("ascii", "backslashreplace").decode()


@pytest.mark.parametrize("case", CASES, ids=case_id)
def test_bad_input_gets_one_line_an_advice_and_an_exit_code(
    case: tuple[int, str, tuple[str, ...]],
) -> None:
    code, beginning, arguments = case
    ended = answered(*arguments)
    lines = ended.err.splitlines()
    assert (ended.code, ended.out) == (code, "")
    assert lines[0].startswith(f"medalist: error: {beginning}")
    assert len(lines) <= 2
    assert obeyed(ended.err.replace("\n", "")) == []


@pytest.mark.parametrize("case", CASES, ids=case_id)
def test_a_message_is_no_longer_than_three_lines_of_a_terminal(
    case: tuple[int, str, tuple[str, ...]],
) -> None:
    message, *advice = answered(*case[2]).err.splitlines()
    assert width(message) <= 240
    assert all(len(line) <= 480 for line in advice)  # all keys of a template
    assert max(map(len, re.findall(r"\S+", message))) <= 240


def test_these_are_more_than_sixty_lines() -> None:
    assert len({arguments for _, _, arguments in CASES}) == len(CASES) > 60


VARIABLES = {
    "MEDALIST_TZ": ("Mars/Olympus", "unknown time zone"),
    "MEDALIST_NOW": ("soon", "invalid time"),
    "MEDALIST_SEEN": ("S0E1x", "not an episode"),
    "MEDALIST_NAMES": ("klingon", "'klingon' is not one of"),
    "MEDALIST_NAME_ORDER": ("up", "'up' is not one of"),
}


@pytest.mark.parametrize("name", VARIABLES)
@pytest.mark.parametrize("long", [False, True], ids=["short", "128 kB"])
def test_a_bad_variable_is_named(name: str, long: bool) -> None:
    value, words = VARIABLES[name]
    ended = answered("cast", env={name: LONG[1000:] if long else value})
    assert (ended.code, ended.out) == (USAGE, "")
    assert ended.err.startswith(f"medalist: error: {name}: ")
    assert long or words in ended.err
    assert len(ended.err) < 400


@pytest.mark.parametrize("name", VARIABLES)
def test_an_empty_variable_is_unset(name: str) -> None:
    now = {} if name == "MEDALIST_NOW" else {name: ""}
    assert answered("cast", env=now) == answered("cast")


@pytest.mark.parametrize(
    ("raised", "what"), [(MemoryError, "not enough memory"), (RecursionError, "nested too deeply")]
)
@pytest.mark.parametrize("step", ["version_problems", "structural_errors", "semantic_errors"])
@pytest.mark.parametrize("command", [("cast", "--data"), ("data", "validate"), ("data", "install")])
def test_a_dataset_that_takes_all_there_is_gets_one_line(
    monkeypatch: pytest.MonkeyPatch,
    command: tuple[str, ...],
    step: str,
    raised: type[Exception],
    what: str,
) -> None:
    def exhausted(*_: object) -> None:
        raise raised

    monkeypatch.setattr(validation, step, exhausted)
    ended = answered(*command, ONE, env={"MEDALIST_DATA": ""})
    if step == "structural_errors" and command[0] == "cast":  # only a check lists them all
        assert ended.code == 0
    else:
        assert ended == Ended(DATA, "", f"medalist: error: {ONE}: {what}\n")


@pytest.mark.parametrize("raised", [MemoryError, RecursionError])
def test_a_conversion_that_takes_all_there_is_gets_one_line(
    monkeypatch: pytest.MonkeyPatch, raised: type[Exception]
) -> None:
    def exhausted(*_: object, **__: object) -> None:
        raise raised

    monkeypatch.setattr("medalist_cli.storage.untrusted.msgspec.convert", exhausted)
    with pytest.raises(DatasetError):
        untrusted.dataset(SERIES)


def test_a_long_path_of_short_names_is_named_whole(tmp_path: Path) -> None:
    path = os.path.join(tmp_path, *["a-folder"] * 40, "missing.json")
    assert answered("cast", "--data", path).err.startswith(f"medalist: error: {path}: ")
