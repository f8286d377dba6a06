"""The prompt code for each shell, run by that shell."""

import datetime as dt
import json
import os
import shutil
from itertools import pairwise
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from conftest import PROGRAM, ROOT, SERIES, Ended, Program, process

from medalist_cli import shell
from medalist_cli.model.result import Countdown
from medalist_cli.queries import countdown as query
from medalist_cli.queries import milestones, prompt
from medalist_cli.queries.spoilers import up_to
from medalist_cli.render import Form, countdown
from medalist_cli.storage import loader

pytestmark = pytest.mark.thorough

RUN = {
    "bash": ("bash", "--norc", "-uc"),
    "zsh": ("zsh", "-fuc"),
    "fish": ("fish", "--no-config", "-c"),
}
PARIS = ZoneInfo("Europe/Paris")
START = dt.datetime(2026, 10, 20, 12, tzinfo=PARIS)
"""A time before a clock change, so that the days until the premiere span the change."""

TITLE = (
    "$(touch x) `touch x` '$(touch x)' \" \\' %n %(x %% \\u@ \\$(touch x) !! ~ ’;touch x;‘ ＇ 氷"
)
SHOWN = TITLE + " ^[[2J ^G  "
HOSTILE = TITLE + " \x1b[2J \a \n"

EACH = pytest.mark.parametrize("shell", RUN)


def run(shell: str, script: str, folder: Path = ROOT, **env: str) -> Ended:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    return process(*RUN[shell], script, cwd=folder, env=env)


def test_every_shell_module_is_listed() -> None:
    assert sorted(RUN) == list(shell.names())
    assert shell.find("_sh") is shell.find("tcsh") is None


def changed(folder: Path, name: str, show: Path = SERIES, **more: Any) -> Path:
    """Write a dataset with one milestone changed, and return its path."""
    content = json.loads(show.read_text())
    content["milestones"] = [
        each | more if each["id"] == name else each for each in content["milestones"]
    ]
    path = folder / "show.json"
    path.write_text(json.dumps(content))
    return path


def moments() -> list[int]:
    """Return Unix times around every step of the prompt, and between steps."""
    steps = prompt.steps(loader.load(SERIES), START)
    ends = [int(START.timestamp()), *(step.until for step in steps)]
    near = (end + by for end in ends[1:] for by in (-1, 0, 1, 59))
    between = ((a * part + b * (9 - part)) // 9 for a, b in pairwise(ends) for part in (2, 5, 8))
    return sorted({ends[0], *near, *between})


def bar(moment: int) -> str:
    """Return the text of a status bar at a Unix time."""
    visible = up_to(loader.load(SERIES), None)
    now = dt.datetime.fromtimestamp(moment, PARIS)
    count = query.countdown(visible, milestones.target(visible, "", now), now)
    return countdown.bar(Countdown(notes=(), count=count), Form("text"))


@EACH
def test_the_prompt_always_matches_the_status_bar(rower: Program, shell: str) -> None:
    code = rower("init", shell, "--no-completion", "--tz", "Europe/Paris", now=str(START)).out
    calls = (f'medalist_prompt {moment}; echo "$MEDALIST_PROMPT"' for moment in moments())
    ended = run(shell, "\n".join((code, *calls)))
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.split("\n")[:-1] == [bar(moment) for moment in moments()]


@EACH
def test_the_prompt_is_empty_while_the_date_is_unannounced(
    rower: Program, shell: str, tmp_path: Path
) -> None:
    data = changed(tmp_path, "film", when=None, claims=[])
    code = rower("init", shell, "--no-completion", "--data", data).out
    after = 'medalist_prompt 1799599999; echo "[$MEDALIST_PROMPT]"'
    assert run(shell, f"{code}\n{after}") == (0, "[]\n", "")


@EACH
def test_the_prompt_is_empty_when_everything_is_past(rower: Program, shell: str) -> None:
    code = rower("init", shell, "--no-completion", now="2030-01-01").out
    ended = run(shell, f'{code}\nmedalist_prompt; echo "[$MEDALIST_PROMPT]"')
    assert ended == (0, "[]\n", "")


@EACH
def test_without_an_argument_the_prompt_uses_the_current_time(
    rower: Program, shell: str, tmp_path: Path
) -> None:
    data = changed(tmp_path, "film", when={"date": "2190", "zone": "Asia/Tokyo"})
    code = rower("init", shell, "--no-completion", "--data", data, now="2028-01-01").out
    call = 'medalist_prompt {}; echo "$MEDALIST_PROMPT"\n'
    ended = run(shell, f"{code}\n{call.format('')}{call.format('$(date +%s)')}{call.format('x')}")
    first, second, third = ended.out.splitlines()
    assert first == second == third
    assert first.endswith("d")


@EACH
def test_the_prompt_starts_no_process(rower: Program, shell: str) -> None:
    if not Path("/proc/self/stat").exists():
        pytest.skip("page faults of child processes are counted on Linux only")
    code = rower("init", shell, "--no-completion").out
    pid = "$fish_pid" if shell == "fish" else "$$"
    look = f'read -r stat </proc/{pid}/stat; echo "$stat"'
    ended = run(shell, f"{code}\n{'medalist_prompt;' * 9}\n{look}\n/usr/bin/env true\n{look}")
    # proc_pid_stat(5): cminflt, the page faults of children that have been waited for.
    before, after = (int(line.rpartition(")")[2].split()[8]) for line in ended.out.splitlines())
    assert before == 0
    assert after > 0


PROMPTS = {
    "bash": 'PS1=\'${MEDALIST_PROMPT}\'; eval "$PROMPT_COMMAND"; echo "${PS1@P}"',
    "zsh": "setopt prompt_subst; PROMPT='${MEDALIST_PROMPT}'; medalist_prompt; print -P -- $PROMPT",
    "fish": 'function fish_prompt; echo "$MEDALIST_PROMPT"; end; emit fish_prompt; fish_prompt',
}


def shown(shell: str, code: str, folder: Path) -> tuple[str, str]:
    """Return the title and the wait of a prompt, after checking that nothing was run."""
    ended = run(shell, f"{code}\n{PROMPTS[shell]}", folder)
    assert ended.err == ""
    assert os.listdir(folder) == ["show.json"]
    title, _, wait = ended.out.rpartition(" ")
    return title, wait


@EACH
def test_a_hostile_title_is_shown_and_not_run(rower: Program, shell: str, tmp_path: Path) -> None:
    data = changed(tmp_path, "film", title=HOSTILE, when={"date": "2190", "zone": "Asia/Tokyo"})
    code = rower("init", shell, "--no-completion", "--data", data, now="2028-01-01").out
    title, wait = shown(shell, code, tmp_path)
    assert title == SHOWN
    assert wait[-2:] == "d\n"


def test_a_replaced_quote_character_does_not_end_the_quoting(tmp_path: Path) -> None:
    data = changed(tmp_path, "film", title=HOSTILE, when={"date": "2190", "zone": "Asia/Tokyo"})
    env = {"MEDALIST_DATA": str(data), "MEDALIST_NOW": "2028-01-01", "PYTHONIOENCODING": "latin-1"}
    code = process(*PROGRAM, "init", "bash", env=env).out
    assert shown("bash", code, tmp_path)[0] == SHOWN


@EACH
def test_an_invalid_argument_is_not_run(rower: Program, shell: str, tmp_path: Path) -> None:
    code = rower("init", shell, "--no-completion").out
    ended = run(shell, f"{code}\nmedalist_prompt 'a[$(touch x)]'", tmp_path)
    assert (ended.err, os.listdir(tmp_path)) == ("", [])


@EACH
def test_code_loaded_twice_runs_once_per_prompt(rower: Program, shell: str) -> None:
    code = rower("init", shell).out
    hooks = {
        "bash": 'echo "${PROMPT_COMMAND[*]}"',
        "zsh": "print -rl -- $precmd_functions",
        "fish": "functions --handlers-type generic | string match '*medalist*'",
    }
    out = run(shell, f"{code}\n{code}\n{hooks[shell]}").out
    assert out.count("medalist_prompt") == 1


def test_bash_keeps_an_existing_prompt_command(rower: Program) -> None:
    code = rower("init", "bash", "--no-completion").out
    script = f"PROMPT_COMMAND='echo mine;'\n{code}\neval \"$PROMPT_COMMAND\"; echo $MEDALIST_PROMPT"
    assert run("bash", script).out.startswith("mine\nSeason 2 premiere ")
