"""What a shell is told when it asks, at TAB."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import PROGRAM, SERIES, process

from medalist_cli import tab

Ask = Callable[..., tuple[int, list[str]]]

LOOK = """
import sys
from medalist_cli import tab
code = tab.main(sys.argv[1], sys.argv[2:])
heavy = {"typer", "rich", "rapidfuzz", "icalendar"} & set(sys.modules)
sys.exit(f"{code} {sorted(heavy)}")
"""

COUNTDOWN = """
import sys
from medalist_cli import cli
cli.main(["countdown", "-f", "text"])
ours = ("tab", "shells", "completions", "prompts", "suggestions")
sys.exit(str([name for name in ours if f"medalist_cli.{name}" in sys.modules]))
"""


@pytest.fixture
def ask(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Ask in process, and return the exit code and the lines; nothing is said besides."""
    monkeypatch.setenv("MEDALIST_DATA", str(SERIES))

    def asked(what: str, *words: str, **env: str) -> tuple[int, list[str]]:
        for name, value in env.items():
            monkeypatch.setenv(name, value)
        code = tab.main(what, words)
        out, err = capfd.readouterr()
        assert err == ""
        return code, out.splitlines()

    return asked


@pytest.fixture
def line(ask: Ask) -> Callable[[str], list[str]]:
    """Complete a line by Typer's protocol for bash."""

    def completed(text: str) -> list[str]:
        count = len(text.split()) - (not text.endswith(" "))
        code, lines = ask("complete_bash", COMP_WORDS=text, COMP_CWORD=str(count))
        assert code == 0
        return lines

    return completed


@pytest.mark.parametrize(
    ("what", "words", "found"),
    [
        ("target", ["season-2"], ["season-2-premiere", "season-2-stream"]),
        ("target", ["NEX"], ["next"]),
        ("id", ["ga"], ["gazette"]),
        ("season", [""], ["1", "2"]),
        ("seen", ["s1"], ["S1", "S1E1", "S1E2", "S1E3"]),
        ("tz", ["europe/paris"], ["Europe/Paris"]),
        ("cast", ["na"], ["Nagi"]),
        ("cast", ["nagi", ""], ["Ushio"]),
        ("cast", ["Ushio", "NA"], ["Nagi"]),
        ("cast", ["潮"], ["潮凪"]),
        ("cast", ["jun'"], ["Jun'ichi"]),
        ("cast", ["nobody", ""], []),
        ("staff", ["ka"], ["Kaoru", "Kasuga"]),
        ("region", ["united", ""], ["States"]),
        ("region", ["pad"], ["Paddle"]),
        ("term", ["catch", "a", ""], ["crab"]),
        ("term", ["コ"], ["コックス"]),
    ],
)
def test_the_datasets_words_are_told(
    ask: Ask, what: str, words: list[str], found: list[str]
) -> None:
    assert ask(what, *words) == (0, found)


def test_a_name_stands_once(ask: Ask) -> None:
    found = ask("cast", "")[1]
    assert len(found) == len(set(found)) > 5


def test_a_later_name_is_not_told(ask: Ask) -> None:
    assert ask("cast", "me", MEDALIST_SEEN="S1E2") == (0, [])
    assert ask("cast", "me", MEDALIST_SEEN="S1E3") == (0, ["Mei"])


def test_a_later_term_and_a_later_source_are_not_told(ask: Ask) -> None:
    assert ask("term", "ca", MEDALIST_SEEN="S1E1") == (0, [])
    assert ask("id", "fire", MEDALIST_SEEN="S1E1") == (0, [])


def test_later_episodes_keep_their_ids(ask: Ask) -> None:
    assert ask("target", "s2e", MEDALIST_SEEN="none") == (0, ["s2e1", "s2e2"])


def test_how_far_someone_has_seen_must_be_clear(ask: Ask) -> None:
    assert ask("cast", "", MEDALIST_SEEN="S1E") == (2, [])


def test_a_missing_dataset_is_silence(ask: Ask) -> None:
    assert ask("cast", "", MEDALIST_DATA="/nowhere") == (3, [])


def test_words_that_cannot_be_typed_are_left_out(ask: Ask, tmp_path: Path) -> None:
    show = json.loads(SERIES.read_text())
    show["cast"][0]["character"] = {"name": "-rf good bad\x1b[2J w\u202eorse $(touch x)"}
    path = tmp_path / "show.json"
    path.write_text(json.dumps(show))
    found = ask("cast", "", MEDALIST_DATA=str(path))[1]
    assert found[:3] == ["good", "$(touch", "x)"]


def test_an_unknown_question_is_misuse(capfd: pytest.CaptureFixture[str]) -> None:
    assert tab.main("nonsense", []) == 2
    assert capfd.readouterr().out == ""


def test_to_ask_imports_no_typer_and_no_rich() -> None:
    ended = process(sys.executable, "-c", LOOK, "target", "season-2-pr")
    assert (ended.out, ended.err) == ("season-2-premiere\n", "0 []\n")


def test_a_countdown_imports_nothing_of_this() -> None:
    ended = process(sys.executable, "-c", COUNTDOWN)
    assert (ended.out.count("\n"), ended.err) == (3, "[]\n")


def test_the_program_answers_through_the_variable() -> None:
    ended = process(*PROGRAM, "next", env={"_MEDALIST_COMPLETE": "target"})
    assert ended == (0, "next\n", "")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("medalist data ", ["path", "schema", "show", "validate"]),
        ("medalist cast --format=js", ["--format=json", "--format=jsonl"]),
        ("medalist cast --format = js", ["json", "jsonl"]),
        ("medalist cast --seen=S1E1 me", []),
        ("medalist cast --seen S9 me", ["Mei"]),
    ],
)
def test_typers_protocol_completes_a_line(
    line: Callable[[str], list[str]], text: str, found: list[str]
) -> None:
    assert line(text) == found


def test_a_line_of_an_unclear_seen_is_not_completed(ask: Ask) -> None:
    words = {"COMP_WORDS": "medalist cast --seen x me", "COMP_CWORD": "4"}
    assert ask("complete_bash", **words) == (2, [])


def test_typers_protocol_for_fish_tells_of_each_word(ask: Ask) -> None:
    asked = {"_TYPER_COMPLETE_ARGS": "medalist cas", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    assert ask("complete_fish", **asked) == (0, ["cast\tWho voices whom."])


@pytest.mark.parametrize(("text", "code"), [("medalist cas", 0), ("medalist xyz", 1)])
def test_typers_protocol_for_fish_says_whether_there_is_a_word(
    ask: Ask, text: str, code: int
) -> None:
    asked = {"_TYPER_COMPLETE_ARGS": text, "_TYPER_COMPLETE_FISH_ACTION": "is-args"}
    assert ask("complete_fish", **asked)[0] == code


def test_typers_protocol_for_zsh_has_only_harmless_words(ask: Ask) -> None:
    asked = ask("complete_zsh", _TYPER_COMPLETE_ARGS="medalist cast nagi ")
    assert asked == (0, ["_arguments '*: :((\"Ushio\"))'"])
    asked = ask("complete_zsh", _TYPER_COMPLETE_ARGS="medalist cast jun")
    assert asked == (0, ["_files"])


def test_typers_protocol_gives_the_code_too(ask: Ask) -> None:
    code, lines = ask("source_bash")
    assert (code, lines[0], lines[-1]) == (0, "_medalist() {", "complete -F _medalist medalist")


def test_a_broken_line_is_silence(ask: Ask) -> None:
    assert ask("complete_bash", COMP_WORDS="medalist", COMP_CWORD="x")[0] == 2
