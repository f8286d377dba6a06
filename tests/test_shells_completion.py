"""Completion by each shell, run by that shell."""

import os
import shlex
import shutil
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path

import pytest
from conftest import PROGRAM, ROOT, SERIES, process
from test_shells import EACH, RUN, changed, run

from medalist_cli import cli, completions, shells

pytestmark = pytest.mark.thorough

LINES: dict[str, list[str]] = {
    "medalist cou": ["countdown"],
    "medalist is ": ["live", "out", "today", "within"],
    "medalist data s": ["schema", "show"],
    "medalist init ": ["bash", "fish", "zsh"],
    "medalist --v": ["--version"],
    "medalist countdown --fo": ["--follow", "--force", "--format"],
    "medalist countdown -f i": ["i3blocks"],
    "medalist cast --format j": ["json", "jsonl"],
    "medalist cast --format=j": ["--format=json", "--format=jsonl"],
    "medalist schedule --format i": ["ics"],
    "medalist schedule --kind e": ["episode", "event"],
    "medalist cast --color n": ["never"],
    "medalist cast --fields ch": ["character", "character_ja"],
    "medalist cast --fields role,ch": ["role,character", "role,character_ja"],
    "medalist cast --json --fields dub --se": ["--season", "--seen"],
    "medalist data schema c": ["calendar", "cast", "countdown"],
    "medalist cast --role ": [],
    "medalist due --at ": [],
}
"""What the shell knows by itself."""

ASKED: dict[str, list[str]] = {
    "medalist countdown season-2": ["season-2-premiere", "season-2-stream"],
    "medalist cast nagi ": ["Ushio"],
    "medalist cast --seen=S1E1 me": [],
    "medalist cast --seen S9 me": ["Mei"],
}
"""What it asks the program for."""

HOW = {
    "bash": """
compopt() { :; }
try() {
  COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
  _medalist; printf '%s\\n' "${COMPREPLY[@]}" ----
}
""",
    "zsh": """
compadd() {
  for found in ${(P)@[-1]}; do [[ ${(L)found} == ${(Lb)PREFIX}* ]] && print -r -- $found; done
}
try() { words=("$@") CURRENT=$# PREFIX=$@[-1]; _medalist; print -- ---- }
""",
    "fish": """
function try
    complete -C (string join ' ' -- $argv) | string replace -r '\\t.*' ''
    echo ----
end
""",
}
"""How to have a shell complete a line without a terminal."""


def tries(shell: str, lines: Iterable[str]) -> str:
    """Return the calls that complete `lines`; Readline ends a word at `=`, as others do not."""
    joined = (line.replace("=", " = ") if shell == "bash" else line for line in lines)
    return "\n".join(" ".join(["try", *map(shlex.quote, line.split(" "))]) for line in joined)


@pytest.fixture(scope="module")
def codes() -> dict[str, str]:
    """Return the code of completion for each shell."""
    grammar = completions.grammar(cli.root())
    return {shell: import_module(f"{shells.__name__}.{shell}").completion(grammar) for shell in RUN}


def asking(folder: Path) -> dict[str, str]:
    """Return an environment with a `medalist` to ask, which is put into `folder`."""
    program = folder / "medalist"
    program.write_text(f'#!/bin/sh\nexec {shlex.join(PROGRAM)} "$@"\n')
    program.chmod(0o755)
    path = f"{folder}:{os.environ['PATH']}"
    return {"MEDALIST_DATA": str(SERIES), "PATH": path, "PYTHONPATH": str(ROOT)}


def completed(
    shell: str, code: str, lines: Iterable[str], folder: Path, **more: str
) -> list[list[str]]:
    """Return what a shell offers for each line, sorted."""
    env = asking(folder) | more
    ended = run(shell, code + HOW[shell] + tries(shell, lines), folder, **env)
    assert (ended.code, ended.err) == (0, "")
    parts = ended.out.split("----\n")[:-1]
    return [sorted(filter(None, part.split("\n"))) for part in parts]


Offered = dict[str, dict[str, list[str]]]


@pytest.fixture(scope="module")
def offered(codes: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Offered:
    """Return what each shell that is here offers for every line."""
    lines = LINES | ASKED
    here = [shell for shell in RUN if shutil.which(shell)]
    folders = [tmp_path_factory.mktemp(shell) for shell in here]
    with ThreadPoolExecutor() as pool:
        found = pool.map(lambda name, at: completed(name, codes[name], lines, at), here, folders)
        return {
            shell: dict(zip(lines, words, strict=True))
            for shell, words in zip(here, found, strict=True)
        }


@EACH
@pytest.mark.parametrize("line", LINES | ASKED)
def test_a_line_is_completed(offered: Offered, shell: str, line: str) -> None:
    if shell not in offered:
        pytest.skip(f"{shell} is not installed")
    wanted = sorted((LINES | ASKED)[line])
    if shell == "bash":
        wanted = [word.rpartition("=")[2] for word in wanted]
    assert offered[shell][line] == wanted


@EACH
def test_a_word_of_a_hostile_dataset_is_only_a_word(
    codes: dict[str, str], shell: str, tmp_path: Path
) -> None:
    word = "$(touch x);`touch x`'\"\\ %s*~{a,b}"
    data = changed(tmp_path, "film", id=word)
    for name, never in (("manga-start", "--output=x"), ("school-visit", "a\nb")):
        data = changed(tmp_path, name, data, id=never)
    lines = ["medalist plan --by "]
    (found,) = completed(shell, codes[shell], lines, tmp_path, MEDALIST_DATA=str(data))
    assert sorted(os.listdir(tmp_path)) == ["medalist", "show.json"]
    if shell == "bash":
        script = f"printf '%s\\n' {' '.join(found)}"
        found = run(shell, script, tmp_path).out.splitlines()
    assert {"next", "s1e1", word} < set(found)
    assert not {"--output=x", "a", "b"} & set(found)


@EACH
def test_what_the_variable_hides_is_not_offered(
    codes: dict[str, str], shell: str, tmp_path: Path
) -> None:
    lines = ["medalist cast m"]
    assert completed(shell, codes[shell], lines, tmp_path, MEDALIST_SEEN="S1E1") == [[]]


AFTER = {
    "bash": """COMP_WORDS=(medalist cast me --seen S1E1) COMP_CWORD=2
_medalist; printf '%s' "${COMPREPLY[@]-}" """,
    "zsh": "words=(medalist cast me --seen S1E1) CURRENT=3 PREFIX=me; _medalist",
    "fish": """function commandline
    switch $argv[1]
        case -op
            string split ' ' 'medalist cast me --seen S1E1'
        case -opc
            string split ' ' 'medalist cast'
        case -ct
            echo me
    end
end
__medalist_complete""",
}
"""How to have a shell complete a word that is not the last."""


@EACH
def test_what_an_option_after_the_word_hides_is_not_offered(
    codes: dict[str, str], shell: str, tmp_path: Path
) -> None:
    code = codes[shell] + HOW[shell] + AFTER[shell]
    assert run(shell, code, tmp_path, **asking(tmp_path)) == (0, "", "")
    told = code.replace("S1E1", "S9")
    assert run(shell, told, tmp_path, **asking(tmp_path)).out.strip() == "Mei"


def test_bash_completes_in_quotes_what_needs_none(codes: dict[str, str], tmp_path: Path) -> None:
    lines = ['medalist cast "ha', 'medalist cast "jun']
    assert completed("bash", codes["bash"], lines, tmp_path) == [["Hayate"], []]


def test_bash_takes_no_part_of_a_time_for_a_word(codes: dict[str, str], tmp_path: Path) -> None:
    line = "medalist cast --now 2026-11-22T12 : 00Z na"
    assert completed("bash", codes["bash"], [line], tmp_path) == [["Nagi"]]


@EACH
def test_without_the_program_nothing_is_offered_and_nothing_said(
    codes: dict[str, str], shell: str, tmp_path: Path
) -> None:
    found = shutil.which(shell) or pytest.skip(f"{shell} is not installed")
    script = codes[shell] + HOW[shell] + tries(shell, ["medalist countdown x"])
    ended = process(found, *RUN[shell][1:], script, env={"PATH": str(tmp_path)})
    assert (ended.code, ended.out.strip(), ended.err) == (0, "----", "")
