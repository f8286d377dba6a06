"""The programs that read our formats, with titles that try to be obeyed: tmux and Polybar.

Each test skips, and says why, where its program is not installed.
"""

import os
import shlex
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from medalist_cli.render import Form, render
from medalist_cli.terminal import Terminal

from .test_countdown import titled

pytestmark = pytest.mark.thorough

PATIENCE = 10.0
"""Seconds to wait for a program to show something."""


def needs(*programs: str) -> None:
    """Skip the test if a program is not installed."""
    for program in programs:
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")


def until(is_done: Callable[[], object]) -> bool:
    """Wait until something is so; return whether it became so."""
    end = time.monotonic() + PATIENCE
    while not is_done():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def printed(argv: list[str], env: dict[str, str]) -> str:
    """Return what a program prints, whether it succeeds or not."""
    return subprocess.run(argv, env=env, capture_output=True, text=True, check=False).stdout


def line(form: str, title: str, encoding: str = "utf-8") -> str:
    """Return the line that a bar gets for a countdown with that title."""
    return render(titled(title), Form(form), Terminal(width=None, encoding=encoding))


# tmux


class Tmux:
    """A tmux whose screen another tmux shows, so that its status line can be read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._env = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "TMUX_TMPDIR": str(folder),
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
        }

    def __call__(self, server: str, *arguments: str) -> str:
        """Run a command of tmux and return what it prints."""
        argv = ["tmux", "-f", os.devnull, "-L", server, *arguments]
        ran = subprocess.run(
            argv, env=self._env, cwd=self._folder, capture_output=True, text=True, check=False
        )
        return ran.stdout

    def screen(self) -> str:
        """Return what a person sees in the last line of the inner tmux; the outer one shows it."""
        lines = self("outer", "capture-pane", "-p").rstrip("\n").splitlines()
        return lines[-1].replace("\u200b", "").strip() if lines else ""


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Tmux]:
    """Return two running tmux servers, the inner with an empty status line."""
    needs("tmux")
    run = Tmux(tmp_path)
    inner = "env TMUX= tmux -f /dev/null -L inner attach"
    run("inner", "new-session", "-d", "-x", "150", "-y", "5", "sleep 60")
    for option, value in (
        ("status-left", ""),
        ("window-status-current-format", ""),
        ("status-right-length", "140"),
        ("status-interval", "1"),
        ("status-right", "empty"),
    ):
        run("inner", "set", "-g", option, value)
    run("outer", "new-session", "-d", "-x", "150", "-y", "6", inner)
    run("outer", "set", "-g", "status", "off")
    assert until(lambda: run.screen().endswith("empty"))
    yield run
    run("outer", "kill-server")
    run("inner", "kill-server")


TITLE = "#(touch ran) ##(touch ran) #[fg=red]r ##[fg=red] #{session_name} a # b ## c ### 100% %H d#"


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_tmux_shows_a_title_in_its_status_line_and_runs_nothing(
    tmux: Tmux, tmp_path: Path, encoding: str
) -> None:
    (tmp_path / "line").write_text(line("tmux", TITLE, encoding))
    tmux("inner", "set", "-g", "status-right", "#(cat line)")
    assert until(lambda: tmux.screen().endswith(" 10d"))
    assert tmux.screen() == f"{TITLE} 10d"
    assert not (tmp_path / "ran").exists()


def test_tmux_shows_a_title_in_a_message_and_runs_nothing(tmux: Tmux, tmp_path: Path) -> None:
    text = line("tmux", TITLE).strip()
    tmux("inner", "display-message", "-d", "0", text)
    assert until(lambda: tmux.screen().endswith(" 10d"))
    assert tmux.screen() == f"{TITLE} 10d"
    assert TITLE in tmux("inner", "display-message", "-p", text).replace("\u200b", "")
    assert not (tmp_path / "ran").exists()


def test_tmux_would_run_a_title_that_is_not_escaped(tmux: Tmux, tmp_path: Path) -> None:
    tmux("inner", "set", "-g", "status-right", "#(touch ran)")
    assert until((tmp_path / "ran").exists)


# Polybar

CONFIG = """
[bar/medalist]
width = 100%
height = 24
modules-left = medalist

[module/medalist]
type = custom/script
exec = cat {line}
interval = 60
"""


def clicked(folder: Path, text: str, ran: Path) -> bool:
    """Show a line in Polybar, click all along it, and return whether that made the file `ran`."""
    (folder / "line").write_text(text)
    (folder / "config.ini").write_text(CONFIG.format(line=shlex.quote(str(folder / "line"))))
    reading, writing = os.pipe()
    xvfb = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "900x40x24"]
    with subprocess.Popen(
        xvfb, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        os.close(writing)
        with os.fdopen(reading) as number:
            env = os.environ | {"DISPLAY": f":{number.readline().strip()}"}
        log = (folder / "log").open("wb")
        bar = ["polybar", "-c", str(folder / "config.ini"), "medalist"]
        with log, subprocess.Popen(bar, env=env, stdout=log, stderr=log) as running:
            try:
                search = ["xdotool", "search", "--class", "polybar"]
                assert until(lambda: printed(search, env))
                end = time.monotonic() + 3
                while not ran.exists() and time.monotonic() < end:
                    places = (f"mousemove {x} 12 click 1" for x in range(4, 880, 12))
                    subprocess.run(["xdotool", *" ".join(places).split()], env=env, check=True)
                    time.sleep(0.2)
            finally:
                running.terminate()
                running.wait(PATIENCE)
                server.terminate()
    return ran.exists()


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_a_click_on_a_title_in_polybar_runs_nothing(tmp_path: Path, encoding: str) -> None:
    needs("Xvfb", "polybar", "xdotool")
    ran = tmp_path / "ran"
    title = f"%{{A1:touch {ran}:}}Click me%{{A}} 100%%{{A1:touch {ran}:}}Or me%{{A}}"
    assert not clicked(tmp_path, line("polybar", title, encoding), ran)


def test_a_click_on_a_tag_of_our_own_would_run_it(tmp_path: Path) -> None:
    needs("Xvfb", "polybar", "xdotool")
    ran = tmp_path / "ran"
    assert clicked(tmp_path, f"%{{A1:touch {ran}:}}Click me%{{A}}", ran)
