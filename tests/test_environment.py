"""Colour, links and sizes as the environment asks for them, at the command's edge."""

import itertools
import json
import re
from pathlib import Path

import pytest
from conftest import SERIES, answered
from everything import Arguments

COLOUR = re.compile("\x1b\\[[0-9;]*m")
FORCED = ({"FORCE_COLOR": "1"}, {"CLICOLOR_FORCE": "1"})
NEVER = ({"NO_COLOR": "1"}, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, {"TERM": "dumb"})


@pytest.mark.parametrize("command", ["cast", "countdown", "schedule", "season", "where"])
@pytest.mark.parametrize("env", FORCED, ids=lambda env: next(iter(env)))
def test_forced_colour_is_in_a_pipe_too(env: dict[str, str], command: str) -> None:
    plain, coloured = answered(command).out, answered(command, env=env).out
    assert COLOUR.search(coloured)
    shown = [line.rstrip() for line in COLOUR.sub("", coloured).splitlines()]
    assert shown == [line.rstrip() for line in plain.splitlines()]


@pytest.mark.parametrize("columns", [0, 80], ids=["pipe", "terminal"])
@pytest.mark.parametrize("env", NEVER, ids=" ".join)
@pytest.mark.parametrize("command", ["cast", "countdown", "schedule", "season", "where"])
def test_no_colour_means_no_escape_sequence(
    command: str, env: dict[str, str], columns: int
) -> None:
    assert "\x1b" not in answered(command, env=env, columns=columns).out


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "tsv"])
def test_data_is_never_coloured(form: str) -> None:
    ended = answered("cast", "-f", form, "--color", "always", env={"FORCE_COLOR": "1"}, columns=80)
    assert "\x1b" not in ended.out


@pytest.mark.parametrize(
    ("option", "env", "is_coloured"),
    [
        ([], {}, False),
        ([], {"FORCE_COLOR": "1"}, False),
        (["--color", "auto"], {"FORCE_COLOR": "1"}, False),
        (["--color", "never"], {}, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
    ],
)
def test_a_file_is_coloured_only_if_the_option_says_so(
    tmp_path: Path, option: list[str], env: dict[str, str], is_coloured: bool
) -> None:
    target = tmp_path / "out"
    assert answered("cast", *option, "-o", str(target), env=env, columns=80).code == 0
    assert bool(COLOUR.search(target.read_text())) is is_coloured


LINKED: tuple[Arguments, ...] = (("links",), ("season", "2"), ("music",), ("where", "japan"))
LINK = re.compile("\x1b\\]8;[^;]*;([^\x1b\x07]*)")


def linked(tmp_path: Path, url: str, *line: str, **env: str) -> list[str]:
    """Return where the hyperlinks lead that a command draws on a terminal."""

    def replaced(value: object) -> object:
        if isinstance(value, dict):
            return {key: url if key == "url" else replaced(inner) for key, inner in value.items()}
        return [replaced(each) for each in value] if isinstance(value, list) else value

    path = tmp_path / "linked.json"
    path.write_text(json.dumps(replaced(json.loads(SERIES.read_bytes()))))
    ended = answered(*line, env={"MEDALIST_DATA": str(path), "TERM": "xterm"} | env, columns=100)
    return [target for target in LINK.findall(ended.out) if target]


@pytest.mark.parametrize("line", LINKED, ids=" ".join)
def test_only_http_addresses_are_links(tmp_path: Path, line: Arguments) -> None:
    for url in (
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ftp://a.example",
        "https://a\x1b]8;;b",
    ):
        assert linked(tmp_path, url, *line) == []


@pytest.mark.parametrize("line", LINKED[:1], ids=" ".join)
def test_an_http_address_is_a_link_where_links_are_supported(
    tmp_path: Path, line: Arguments
) -> None:
    url = "https://a.example/b"
    assert set(linked(tmp_path, url, *line)) == {url}
    for env in ({"TERM": "linux"}, {"TERM": "dumb"}, {"NO_COLOR": "1"}):
        assert linked(tmp_path, url, *line, **env) == []


SIZES = (
    "",
    "0",
    "1",
    "-5",
    "+80",
    "1e9",
    "abc",
    "²",
    "８０",
    "9" * 5_000,
    "80.0",
    " 80",
    "\x1b[31m",
)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: ascii(size[:9]))
@pytest.mark.parametrize("command", ["cast", "countdown", "season"])
def test_sizes_of_any_shape_are_harmless(command: str, size: str) -> None:
    for columns, lines in itertools.product((size, "80"), (size, "24")):
        ended = answered(command, env={"COLUMNS": columns, "LINES": lines}, columns=80)
        assert (ended.code, ended.err, ended.out != "") == (0, "", True)


def test_two_runs_on_a_terminal_are_the_same_bytes() -> None:
    first, *others = (answered("links", env={"TERM": "xterm"}, columns=80).out for _ in range(3))
    assert others == [first, first]
    assert LINK.search(first)
