"""The recipes in docs/, each in the program that it is for; without it a test skips and says so.

The recipes run as they are printed, on the dataset of Medalist, at a fixed time.
"""

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT, clean

pytestmark = pytest.mark.thorough

TEXT = (ROOT / "docs" / "recipes.md").read_text()
RECIPES = re.findall(r"^## (.*?)\n(.*?)(?=^## |\Z)", TEXT, re.MULTILINE | re.DOTALL)
BLOCKS: list[tuple[str, str, str]] = [
    (title, language, block)
    for title, chapter in RECIPES
    for language, block in re.findall(r"^```(\w+)\n(.*?)^```", chapter, re.MULTILINE | re.DOTALL)
]
SHOWN = "Medalist: The Movie 89d"
PAST = {"MEDALIST_NOW": "2030-01-01T00:00Z"}
PATIENCE = 10.0


def recipe(title: str, language: str) -> str:
    """Return the only block of a language under a heading."""
    (block,) = [block for name, kind, block in BLOCKS if (name, kind) == (title, language)]
    return block


def needs(*programs: str) -> None:
    """Skip the test if a program is not installed."""
    for program in programs:
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")


class Home:
    """A home folder, and a `medalist` on its PATH."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.program("medalist", f'exec {shlex.quote(sys.executable)} -m medalist_cli "$@"')
        self.env = clean(
            HOME=str(folder),
            PYTHONPATH=str(ROOT),
            PATH=f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
            TERM="xterm-256color",
        )

    def program(self, name: str, script: str) -> None:
        """Put a shell script on the PATH."""
        path = self.folder / "bin" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)

    def file(self, name: str, text: str) -> Path:
        """Write a file in the home folder and return its path."""
        path = self.folder / name
        path.write_text(text)
        path.chmod(0o755)
        return path

    def run(self, *argv: str | Path, **env: str) -> str:
        """Run a program that has to succeed, with no more than notes; return what it prints."""
        ran = subprocess.run(
            argv, env=self.env | env, cwd=self.folder, capture_output=True, timeout=20, check=False
        )
        said = ran.stderr.decode().splitlines()
        assert [line for line in said if not line.startswith("medalist: note: ")] == []
        assert ran.returncode == 0
        return ran.stdout.decode()

    def until(self, argv: list[str], shown: Callable[[str], object], **env: str) -> str:
        """Run a program that does not end until its output is as wanted; return the output."""
        path = self.folder / "output"
        with (
            path.open("wb") as file,
            subprocess.Popen(
                argv,
                env=self.env | env,
                cwd=self.folder,
                stdout=file,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            ) as running,
        ):
            end = time.monotonic() + PATIENCE
            while not shown(path.read_text()) and time.monotonic() < end:
                time.sleep(0.05)
            os.killpg(running.pid, signal.SIGTERM)  # what it started ends too
        return path.read_text()


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Return an empty home folder."""
    return Home(tmp_path)


def test_every_block_is_of_a_kind_that_is_tried() -> None:
    assert {language for _, language, _ in BLOCKS} == {
        *("bash", "console", "crontab", "fish", "ini", "json", "lua", "markdown", "sh", "systemd"),
        *("tmux", "toml", "zsh"),
    }


@pytest.mark.parametrize(
    ("shell", "ask"),
    [
        ("bash", 'eval "$PROMPT_COMMAND"; printf "%s" "${PS1@P}"'),
        ("zsh", 'for f in $precmd_functions; do $f; done; print -nP "$PS1"'),
        ("fish", "emit fish_prompt; fish_prompt"),
    ],
)
@pytest.mark.parametrize(("now", "shown"), [("2026-11-22T12:00Z", f"{SHOWN} "), (None, "")])
def test_the_prompt_has_no_lone_space(
    home: Home, shell: str, ask: str, now: str | None, shown: str
) -> None:
    needs(shell)
    block = recipe("Shell prompt", shell)
    home.file(".bashrc", "PS1='> '\n")
    home.file(".zshrc", "autoload -Uz compinit; compinit -D\nPS1='> '\n")
    env = {} if now is None else {"MEDALIST_NOW": now}
    clock = "1795348800" if now else "1893456000"
    ask = ask.replace('eval "$PROMPT_COMMAND"', f"medalist_prompt {clock}")
    ask = ask.replace("for f in $precmd_functions; do $f; done", f"medalist_prompt {clock}")
    ask = ask.replace("emit fish_prompt", f"medalist_prompt {clock}")
    script = f"{block}\n{ask}" if shell == "fish" else f". ~/.{shell}rc\n{ask}"
    if shell != "fish":
        home.run(shell, "-c", block, **env)
    found = home.run(shell, *(["-f"] if shell == "zsh" else []), "-c", script, **env)
    assert found == f"{shown}> "


@pytest.mark.parametrize(("env", "shown"), [({}, f"{SHOWN} | 12:00"), (PAST, "12:00")])
def test_the_status_line_of_tmux_has_no_lone_separator(
    home: Home, env: dict[str, str], shown: str
) -> None:
    needs("tmux")
    block = recipe("tmux", "tmux").replace("%H:%M", "12:00")
    config = home.file("tmux.conf", f"{block}set -g status-interval 1\nset -g status-left ''\n")
    config.write_text(config.read_text() + "set -g window-status-current-format ''\n")
    env = env | {"TMUX_TMPDIR": str(home.folder)}

    def tmux(server: str, *arguments: str) -> str:
        return home.run("tmux", "-f", str(config), "-L", server, *arguments, **env)

    size = ("-d", "-x", "100", "-y", "5")
    tmux("inner", "new-session", *size, "sleep 60")
    inner = f"env TMUX= tmux -f {config} -L inner attach"
    tmux("outer", "new-session", *size, inner)
    tmux("outer", "set", "-g", "status", "off")
    try:
        end = time.monotonic() + PATIENCE
        line = ""
        while line != shown and time.monotonic() < end:
            time.sleep(0.1)
            line = (tmux("outer", "capture-pane", "-p").strip("\n").splitlines() or [""])[-1]
            line = re.sub("\u200b", "", line).strip()
    finally:
        tmux("outer", "kill-server")
        tmux("inner", "kill-server")
    assert line == shown


def test_the_module_of_starship_is_toml_with_a_command_that_runs(home: Home) -> None:
    module = tomllib.loads(recipe("Starship", "toml"))["custom"]["medalist"]
    assert home.run("sh", "-c", module["command"]) == f"{SHOWN}\n"
    assert home.run("sh", "-c", module["command"], **PAST) == ""


def test_the_module_of_waybar_is_json_with_a_command_that_runs(home: Home) -> None:
    config = json.loads(recipe("Waybar", "json"))
    (name,) = config["modules-right"]
    assert json.loads(home.run("sh", "-c", config[name]["exec"]))["text"] == SHOWN


@pytest.mark.parametrize("module", ["medalist", "medalist-tail"])
def test_polybar_loads_the_module_and_reads_its_line(home: Home, module: str) -> None:
    needs("polybar", "Xvfb")
    bar = f"[bar/b]\nmodules-left = {module}\n"
    config = home.file("config.ini", bar + recipe("Polybar", "ini"))
    calls = home.folder / "calls"
    home.program(
        "medalist",
        f'exec {shlex.quote(sys.executable)} -m medalist_cli "$@" | tee -a {calls}',
    )
    reading, writing = os.pipe()
    with subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "600x40x24"],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        os.close(writing)
        with os.fdopen(reading) as number:
            display = f":{number.readline().strip()}"
        try:
            log = home.until(
                ["polybar", "-c", str(config), "b"],
                lambda _: calls.exists() and calls.read_text(),
                DISPLAY=display,
            )
        finally:
            server.terminate()
    assert "Loaded 1 modules" in log
    assert "error" not in log
    assert SHOWN in calls.read_text()


def test_i3blocks_shows_both_blocks(home: Home) -> None:
    needs("i3blocks")
    config = home.file("i3blocks.conf", recipe("i3blocks", "ini"))
    shown = home.until(["i3blocks", "-c", str(config)], lambda text: text.count(f'"{SHOWN}"') >= 3)
    blocks = json.loads(shown.strip().splitlines()[-1].lstrip(","))
    shown_blocks = [block for block in blocks if block["full_text"]]
    assert [block["full_text"] for block in shown_blocks] == [SHOWN, SHOWN]
    assert [block["markup"] for block in shown_blocks] == ["pango", "none"]


def test_the_script_for_i3bar_writes_its_protocol(home: Home) -> None:
    script = home.file("status", recipe("i3bar and swaybar", "sh"))
    shown = home.until([str(script)], lambda text: text.count("\n") >= 3)
    header, begin, blocks = shown.splitlines()[:3]
    assert (json.loads(header), begin) == ({"version": 1}, "[")
    assert json.loads(blocks.rstrip(","))[0]["full_text"] == SHOWN


def test_the_plugin_for_xbar_prints_a_menu(home: Home) -> None:
    script = home.file("medalist.1m.sh", recipe("xbar and SwiftBar", "sh"))
    assert home.run(script).splitlines()[:2] == [SHOWN, "---"]


def test_the_monitor_of_xfce_gets_a_text_in_markup(home: Home) -> None:
    script = home.file("genmon", recipe("Xfce (Generic Monitor)", "sh"))
    assert home.run(script) == f"<txt>{SHOWN}</txt>\n"
    assert home.run(script, **PAST) == "<txt></txt>\n"


def test_conky_shows_the_line(home: Home) -> None:
    needs("conky")
    config = recipe("Conky", "lua").replace("{ update", "{ out_to_console = true, update")
    path = home.file("conky.conf", config)
    shown = home.until(["conky", "-c", str(path)], lambda text: "Medalist" in text)
    assert "Medalist: The Movie — in 89 days" in shown


def test_a_notification_is_sent_once_and_its_title_is_no_option(home: Home) -> None:
    home.program("notify-send", 'printf "[%s]" "$@" >>sent')
    for _ in range(2):
        home.run("sh", "-c", recipe("Reminders", "sh"), MEDALIST_NOW="2027-02-13T00:00Z")
    sent = (home.folder / "sent").read_text()
    assert sent.startswith("[--][Medalist][Medalist: The Movie")
    assert sent.count("[--]") == 1


def test_the_job_of_cron_prints_a_reminder_once(home: Home) -> None:
    fields = recipe("Reminders", "crontab").split(maxsplit=5)
    now = {"MEDALIST_NOW": "2027-02-13T00:00Z"}
    assert home.run("sh", "-c", fields[5], **now).startswith("Medalist: The Movie")
    assert home.run("sh", "-c", fields[5], **now) == ""


def test_the_service_of_systemd_sends_a_notification(home: Home) -> None:
    (command,) = re.findall(r"^ExecStart=(.*)$", recipe("Reminders", "systemd"), re.MULTILINE)
    home.program("notify-send", 'printf "[%s]" "$@" >>sent')
    argv = shlex.split(command.replace("$$", "$"))
    home.run(*argv, MEDALIST_NOW="2027-02-13T00:00Z")
    assert (home.folder / "sent").read_text().startswith("[--][Medalist][Medalist: The Movie")


def test_a_site_has_a_page_a_calendar_and_a_badge(home: Home) -> None:
    for _ in range(2):
        home.run("sh", "-ec", recipe("A web page, a calendar and a badge", "sh"))
    files = {path.name: path.read_bytes() for path in (home.folder / "public").iterdir()}
    starts = {name: content[:14] for name, content in files.items()}
    assert starts == {
        "index.html": b"<!doctype html",
        "medalist.ics": b"BEGIN:VCALENDA",
        "medalist.svg": b'<svg xmlns="ht',
        "medalist.json": b'{\n  "schemaVer',
    }


def test_a_webhook_gets_a_message_that_notifies_nobody(home: Home) -> None:
    needs("jq")
    home.program("curl", "cat >body")
    home.run("sh", "-c", recipe("Discord", "sh"), WEBHOOK="https://example.org")
    body = json.loads((home.folder / "body").read_text())
    assert body["content"].startswith("Medalist: The Movie")
    assert body["allowed_mentions"] == {"parse": []}
