"""`medalist init`: code for a shell."""

from pathlib import Path

import pytest
from conftest import Program

SHELLS = pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])


@SHELLS
def test_the_code_is_a_prompt_and_completion(rower: Program, shell: str) -> None:
    ended = rower("init", shell)
    assert (ended.code, ended.err) == (0, "")
    assert "medalist_prompt" in ended.out
    assert "_MEDALIST_COMPLETE" in ended.out
    assert "'Season 2 premiere '" in ended.out


@pytest.mark.parametrize(
    ("shell", "line"),
    [
        ("bash", "complete -o default -F _medalist_completion medalist"),
        ("zsh", "compdef _medalist_completion medalist"),
    ],
)
def test_it_is_the_program_that_is_completed(rower: Program, shell: str, line: str) -> None:
    assert rower("init", shell, "--no-prompt").out.splitlines()[-1] == line


def test_both_halves_make_the_whole(rower: Program) -> None:
    prompt, completion = (
        rower("init", "zsh", "--no-completion"),
        rower("init", "zsh", "--no-prompt"),
    )
    assert "_MEDALIST_COMPLETE" not in prompt.out
    assert "medalist_prompt" not in completion.out
    assert rower("init", "zsh").out == f"{completion.out}\n{prompt.out}"


def test_completion_needs_no_dataset(rower: Program) -> None:
    assert rower("init", "bash", "--no-prompt", "--data", "/nowhere").code == 0


def test_the_prompt_needs_one(rower: Program) -> None:
    assert rower("init", "bash", "--data", "/nowhere") == (
        3,
        "",
        "medalist: error: /nowhere: No such file or directory\n",
    )


def test_a_title_that_tells_is_not_in_the_code(rower: Program) -> None:
    data = ("--data", Path(__file__).parent.parent / "series.json")
    assert "Borrowed" not in rower("init", "bash", "--seen", "S1", *data).out


def test_an_unknown_shell_is_misuse_that_lists_them(rower: Program) -> None:
    assert rower("init", "tcsh\x1b[2J") == (
        2,
        "",
        "medalist: error: unsupported shell 'tcsh^[[2J'\nKnown: bash, fish, zsh.\n",
    )


def test_no_shell_is_misuse(rower: Program) -> None:
    ended = rower("init")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == "medalist: error: SHELL is missing\nSee: medalist init -h\n"


def test_neither_half_is_misuse(rower: Program) -> None:
    ended = rower("init", "bash", "--no-prompt", "--no-completion")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(
        "medalist: error: --no-prompt and --no-completion can't be combined\n"
    )


def test_the_code_is_written_to_a_file(rower: Program, tmp_path: Path) -> None:
    path = tmp_path / "medalist.bash"
    arguments = ("init", "bash", "--no-completion")
    assert rower(*arguments, "-o", path) == (0, "", "")
    assert path.read_text() == rower(*arguments).out
