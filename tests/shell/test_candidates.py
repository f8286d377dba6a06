"""Completion candidates, through the protocol of Typer's shell code."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import SERIES, Program

from medalist_cli.queries import spoilers
from medalist_cli.shell import candidates
from medalist_cli.shell.candidates import Candidate
from medalist_cli.storage import loader

Complete = Callable[..., list[str]]


@pytest.fixture
def complete(medalist: Program, monkeypatch: pytest.MonkeyPatch) -> Complete:
    """Return what bash would offer for the last of the given words, on the invented show."""

    def offered(*words: str, **env: str) -> list[str]:
        monkeypatch.setenv("MEDALIST_DATA", str(SERIES))
        line = ["medalist", *words]
        ended = medalist(
            env={
                "_MEDALIST_COMPLETE": "complete_bash",
                "COMP_WORDS": "\n".join(line),
                "COMP_CWORD": str(len(line) - 1),
            }
            | env
        )
        assert ended.err == ""
        return list(filter(None, ended.out.splitlines()))

    return offered


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        (["cou"], ["countdown"]),
        (["is", ""], ["live", "out", "today", "within"]),
        (["data", "s"], ["schema", "show"]),
        (["init", ""], ["bash", "fish", "zsh"]),
        (["cast", "--n"], ["--new", "--now", "--names", "--name-order", "--no-pager"]),
        (["cast", "-f", "js"], ["json", "jsonl"]),
        (["countdown", "-f", "i"], ["i3bar", "i3blocks"]),
        (["schedule", "--format", "i"], ["ics"]),
        (["cast", "--fields", "char"], ["character", "character_ja"]),
        (["cast", "--fields", "role,char"], ["role,character", "role,character_ja"]),
        (["cast", "--fields", "new,ne"], []),
        (["where", "--names", "b"], ["both"]),
        (["countdown", "season-2-p"], ["season-2-premiere"]),
        (["is", "out", "nex"], ["next"]),
        (["plan", "--by", "fil"], ["film"]),
        (["cast", "--seen", "s2"], ["s2", "s2E1", "s2E2"]),
        (["recap", ""], ["1", "2", "s1e1", "s1e2", "s1e3", "s2e1", "s2e2"]),
        (["schedule", "--season", ""], ["1", "2"]),
        (["countdown", "--tz", "Asia/Tok"], ["Asia/Tokyo"]),
    ],
)
def test_a_word_is_completed(complete: Complete, line: list[str], offered: list[str]) -> None:
    assert complete(*line) == offered


def test_a_name_is_offered_whole(complete: Complete) -> None:
    assert complete("cast", "nag") == ["nagi Ushio"]


def test_a_phrase_continues_after_its_typed_words(complete: Complete) -> None:
    assert complete("where", "Kawa", "S") == ["Stream"]


def test_a_phrase_can_be_completed_from_any_of_its_words(complete: Complete) -> None:
    assert complete("where", "stream") == ["stream"]


def test_a_japanese_name_is_offered_for_a_japanese_prefix(complete: Complete) -> None:
    assert complete("cast", "潮") == ["潮凪"]


def test_spoilers_are_not_offered(complete: Complete) -> None:
    everything = complete("cast", "")
    hidden = complete("cast", "--seen", "S1E1", "")
    assert set(hidden) < set(everything)


def test_the_seen_variable_hides_the_same_as_the_option(complete: Complete) -> None:
    by_option = complete("cast", "--seen", "S1E1", "")
    assert complete("cast", "", MEDALIST_SEEN="S1E1") == by_option != []


def test_the_seen_option_overrides_the_variable(complete: Complete) -> None:
    everything = complete("cast", "")
    assert complete("cast", "--seen", "S2", "", MEDALIST_SEEN="none") == everything


@pytest.mark.parametrize("seen", ["S1E", "nonsense", "S0E1x"])
def test_an_invalid_seen_value_offers_nothing(complete: Complete, seen: str) -> None:
    assert complete("cast", "--seen", seen, "") == []
    assert complete("cast", "", MEDALIST_SEEN=seen) == []


@pytest.mark.parametrize(
    ("words", "code"),
    [(["cast", "--seen", "S0E1x", ""], 2), (["cast", "--data", "/nowhere", ""], 3)],
)
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_failed_completion_ends_with_the_code_of_its_error_in_silence(
    rower: Program, words: list[str], code: int, shell: str
) -> None:
    line = " ".join(["medalist", *words])
    variables = {"COMP_WORDS": line.replace(" ", "\n"), "COMP_CWORD": str(len(words))}
    typed = {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    ended = rower(env={"_MEDALIST_COMPLETE": f"complete_{shell}"} | variables | typed)
    assert ended == (code, "", "")


def test_an_unexpected_failure_of_completion_is_silent_too(rower: Program) -> None:
    variables = {"COMP_WORDS": "medalist\n", "COMP_CWORD": "one"}
    assert rower(env={"_MEDALIST_COMPLETE": "complete_bash"} | variables) == (70, "", "")


@pytest.mark.parametrize(("shell", "is_offered"), [("bash", False), ("zsh", True)])
def test_a_name_with_shell_syntax_is_offered_where_the_shell_quotes_it(
    medalist: Program, tmp_path: Path, shell: str, is_offered: bool
) -> None:
    show = json.loads(SERIES.read_bytes())
    show["cast"][0]["character"] = {"name": "Nagi (cox)"}
    path = tmp_path / "show.json"
    path.write_text(json.dumps(show))
    line = f"medalist cast --data {path} na"
    variables = {"COMP_WORDS": line.replace(" ", "\n"), "COMP_CWORD": "4"}
    typed = {"_TYPER_COMPLETE_ARGS": line, "_MEDALIST_COMPLETE": f"complete_{shell}"}
    assert ("nagi (cox)" in medalist(env=variables | typed).out) == is_offered


def test_the_given_dataset_is_used(complete: Complete, tmp_path: Path) -> None:
    show = json.loads(SERIES.read_bytes())
    show["milestones"][0]["id"] = "opening-night"
    show["anchor"] = "opening-night"
    path = tmp_path / "other.json"
    path.write_text(json.dumps(show))
    assert complete("countdown", "--data", str(path), "opening") == ["opening-night"]


def test_the_given_dataset_overrides_the_variable(complete: Complete, tmp_path: Path) -> None:
    show = json.loads(SERIES.read_bytes())
    show["milestones"][0]["id"] = "opening-night"
    path, other = tmp_path / "given.json", tmp_path / "variable.json"
    path.write_text(json.dumps(show))
    show["milestones"][0]["id"] = "opening-lap"
    other.write_text(json.dumps(show))
    line = ("countdown", "--data", str(path), "opening")
    assert complete(*line, MEDALIST_DATA=str(other)) == ["opening-night"]


@pytest.mark.parametrize("shell", ["complete_bash", "complete_zsh", "complete_fish", "x", "a_b"])
def test_a_call_without_a_line_prints_no_error(medalist: Program, shell: str) -> None:
    assert medalist(env={"_MEDALIST_COMPLETE": shell}).err in ("", _typer_says(shell))


def _typer_says(shell: str) -> str:
    return {
        "x": "Invalid completion instruction.\n",
        "a_b": "Shell b not supported.\n",
    }.get(shell, "")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize("bad", ["a\\b", "a'b", 'a"b', "a$b", "a`b", "a\x1bb", "a\nb", "-rf"])
def test_a_value_that_a_shell_could_run_is_not_offered(bad: str, shell: str) -> None:
    assert candidates.offered([Candidate(bad, "x"), Candidate("ab")], [], "", shell) == [("ab", "")]


@pytest.mark.parametrize("bad", ["a;b", "a&b", "a|b", "a>b", "(a)", "a*b", "a~b", "#a", "{a,b}"])
def test_bash_is_offered_no_value_with_shell_syntax(bad: str) -> None:
    assert candidates.offered([Candidate(bad)], [], "", "bash") == []
    assert candidates.offered([Candidate(bad)], [], "", "zsh") == [(bad, "")]


def test_a_description_has_no_shell_syntax() -> None:
    hostile = "$(touch x) `y` \\[red] 'a' \"b\" \x1b[31m\n[/z]"
    ((_, about),) = candidates.offered([Candidate("a", hostile)], [], "", "zsh")
    assert not set("$`'\"\x1b\n") & set(about)
    assert about.count("[") == about.count("\\[") == about.count("\\")


def test_a_value_is_offered_once() -> None:
    found = [Candidate("a", "first"), Candidate("a", "second")]
    assert candidates.offered(found, [], "", "zsh") == [("a", "first")]


def test_names_songs_titles_and_terms_can_be_completed_for_a_search() -> None:
    found = [value for value, _ in candidates.searchable(spoilers.up_to(loader.load(SERIES), None))]
    assert {"Nagi Ushio", "潮凪", "Kaoru Minase", "Pull", "Rowing day", "cox"} <= set(found)
