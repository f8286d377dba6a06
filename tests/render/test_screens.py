"""What a terminal shows: every layout as a golden file, and that the short ones fit a screen."""

import json
import re
from pathlib import Path

import pytest
from conftest import NOW, SERIES, Golden, answered

from medalist_cli.storage import bundle
from render.hard import widest

SCREENS = {
    "home": (),
    "countdown": ("countdown",),
    "countdown-film": ("countdown", "film"),
    "countdown-moved": ("countdown", "stage-play"),
    "recap": ("recap",),
    "recap-episode": ("recap", "s1e1"),
    "episode": ("episode", "s1e1"),
    "episodes": ("episode",),
    "where": ("where",),
    "where-country": ("where", "us"),
    "where-one": ("where", "us", "--season", "1"),
    "cast": ("cast",),
    "cast-one": ("cast", "nagi"),
    "staff": ("staff",),
    "season": ("season", "1"),
    "glossary": ("glossary",),
    "sources": ("sources", "film"),
    "conflicts": ("sources", "--conflicts"),
    "schedule": ("schedule",),
    "timeline": ("timeline",),
    "links": ("links",),
}
PLAIN = {"NO_COLOR": "1", "MEDALIST_TZ": "Europe/Paris"}
COLOUR = {"MEDALIST_TZ": "Europe/Paris", "FORCE_COLOR": "1", "TERM": "linux"}
OURS = {"MEDALIST_DATA": bundle.location(), "NO_COLOR": "1", "MEDALIST_TZ": "Europe/Paris"}


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_is_the_golden_one(golden: Golden, name: str, columns: int) -> None:
    ended = answered(*SCREENS[name], env=PLAIN, columns=columns)
    assert ended.code == 0
    golden(f"screen.{name}.{columns}", ended.out.encode())


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_in_ascii_is_the_golden_one(golden: Golden, name: str) -> None:
    ended = answered(*SCREENS[name], env=PLAIN, columns=80, encoding="ascii")
    assert ended.code == 0
    golden(f"screen.{name}.ascii", ended.out.encode("ascii"))


@pytest.mark.parametrize("columns", [40, 80])
@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_in_colour_says_the_same(golden: Golden, name: str, columns: int) -> None:
    coloured = answered(*SCREENS[name], env=COLOUR, columns=columns).out
    golden(f"screen.{name}.colour.{columns}", coloured.encode())
    plain = answered(*SCREENS[name], env=PLAIN, columns=columns).out
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == plain
    assert "\x1b[" in coloured


@pytest.mark.parametrize("name", ["where", "sources", "links"])
def test_a_screen_with_links_is_the_golden_one(golden: Golden, name: str) -> None:
    linked = answered(*SCREENS[name], env=COLOUR | {"TERM": "xterm"}, columns=80).out
    golden(f"screen.{name}.links", linked.encode())


@pytest.mark.parametrize("columns", [20, 40, 80, 120, 200])
@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_no_screen_is_wider_than_the_terminal(name: str, columns: int, encoding: str) -> None:
    ended = answered(*SCREENS[name], env=PLAIN, columns=columns, encoding=encoding)
    assert widest(ended.out) <= columns


@pytest.mark.parametrize(
    ("name", "form", "env"),
    [("accessible", "table", {"ACCESSIBLE": "1"}), ("pipe", "table", {}), ("text", "text", {})],
)
def test_the_first_screen_in_lines_is_the_golden_one(
    golden: Golden, name: str, form: str, env: dict[str, str]
) -> None:
    ended = answered("-f", form, env=COLOUR | env)
    golden(f"screen.home.{name}", ended.out.encode())


def test_the_first_screen_of_a_width_is_a_line() -> None:
    for form in ("table", "text"):
        assert answered("-f", form, "--width", "12").out == "48d\n"


SERVICES = {
    "JP": ("Kawa Stream", "Kawa TV", "Oar", "Skiff", "Longboat Premium", "Dinghy"),
    "US": ("Paddle", "Paddle"),
    "FR": ("An extraordinarily long name of a service that is wider than most screens",),
}
"""Services in countries; the first need 58 cells for their names and 21 beside them."""
LATER = "2029-01-01T12:00Z"
"""When nothing is to come."""


@pytest.mark.parametrize(
    ("columns", "lines", "now"),
    [
        (110, 24, NOW), (109, 24, NOW), (79, 24, NOW), (78, 24, NOW), (50, 24, NOW), (41, 24, NOW),
        (40, 24, NOW), (80, 26, NOW), (80, 28, NOW), (80, 31, NOW), (120, 24, LATER),
    ],
)  # fmt: skip
def test_a_full_first_screen_is_the_golden_one(
    golden: Golden, tmp_path: Path, columns: int, lines: int, now: str
) -> None:
    record = {"season": 2, "sources": ["gazette"], "confidence": "two-sources"}
    streams = [
        record | {"service": service, "countries": [country]}
        for country, services in SERVICES.items()
        for service in services
    ]
    path = tmp_path / "series.json"
    path.write_text(json.dumps(json.loads(SERIES.read_bytes()) | {"streams": streams}))
    env = PLAIN | {"LINES": str(lines)}
    ended = answered("--data", str(path), env=env, columns=columns, now=now)
    golden(f"screen.home-full.{now[:4]}.{columns}x{lines}", ended.out.encode())


SHORT = ["", "countdown", "countdown next", "cast inori", "episode s2e1", "where uk", "timeline"]
MOMENTS = ["2026-01-20T12:00Z", "2026-01-24T16:45Z", "2026-11-22T12:00Z"]


@pytest.mark.parametrize("now", MOMENTS)
@pytest.mark.parametrize("command", SHORT)
def test_the_short_screens_fit_24_lines_with_a_prompt(command: str, now: str) -> None:
    ended = answered(*command.split(), env=OURS, now=now, columns=80)
    assert (ended.code, ended.err) == (0, "")
    assert len(ended.out.splitlines()) < 24


def test_the_bar_of_the_wait_says_what_it_measures_in_any_encoding() -> None:
    for encoding, bar in (("utf-8", "━━━─"), ("ascii", "##..")):
        ended = answered("countdown", "film", env=OURS, columns=80, encoding=encoding)
        (line,) = [line for line in ended.out.splitlines() if "of the wait" in line]
        assert line.strip().startswith("announced 17 Jan 2026 ")
        assert line.endswith(" 77 % of the wait")
        assert bar in line


@pytest.mark.parametrize("form", ["table", "text"])
@pytest.mark.parametrize(
    ("arguments", "env"),
    [(("--color", "always"), {}), ((), {"FORCE_COLOR": "1"}), ((), {"CLICOLOR_FORCE": "1"})],
)
@pytest.mark.parametrize("command", ["", "countdown", "schedule", "cast nagi", "staff"])
def test_forced_colour_is_in_a_pipe_too(
    command: str, arguments: tuple[str, ...], env: dict[str, str], form: str
) -> None:
    words = (*command.split(), "-f", form)
    coloured = answered(*words, *arguments, env=env).out
    plain = answered(*words).out
    assert "\x1b[" in coloured or (command, form) == ("cast nagi", "text")
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == plain


@pytest.mark.parametrize("form", ["json", "csv", "tsv", "markdown"])
def test_no_format_for_programs_is_ever_coloured(form: str) -> None:
    assert "\x1b" not in answered("staff", "-f", form, "--color", "always").out


def test_what_is_new_differs_from_what_was_promoted() -> None:
    lines = answered("staff", env={"FORCE_COLOR": "1"}).out.splitlines()
    (new,) = [line for line in lines if "rowing adviser" in line]
    (promoted,) = [line for line in lines if "director of backgrounds" in line]
    styles = [re.findall("\x1b\\[([1-9][0-9;]*)m", line)[-1:] for line in (new, promoted)]
    assert styles[0] != styles[1]
