"""Options that exclude each other: every pair, taken from the options that there are."""

import itertools
import sys
from typing import Any, get_args

import pytest
from conftest import SERIES, Program, answered
from msgspec import structs

from medalist_cli.cli import app
from medalist_cli.model.result import Live
from medalist_cli.options import CountdownOptions, OptionGroup, OutputOptions

MODES = get_args(Live.__annotations__["mode"])
HOW = {"force": ["--force"], "colour": ["--color", "always"], "no_pager": ["--no-pager"]}
"""Options that a running countdown takes: they say how to write."""
WHAT = {
    "output": ["--output", "-"],
    "format": ["--format", "text"],
    "json": ["--json"],
    "template": ["--template", "{days}"],
    "width": ["--width", "40"],
}
"""Options that say what to write, or where."""

Pair = tuple[str, list[str]]


def test_every_output_option_of_a_countdown_is_tried_here() -> None:
    fields = {field.name for field in structs.fields(CountdownOptions)}
    assert fields == HOW.keys() | WHAT.keys()


def refused() -> list[tuple[str, str]]:
    """Return the modes with the options that each refuses."""
    pairs = itertools.product(MODES, WHAT)
    return [(mode, what) for mode, what in pairs if mode != "follow" or what == "output"]


@pytest.mark.parametrize("columns", [0, 80], ids=["pipe", "terminal"])
@pytest.mark.parametrize(("mode", "what"), refused())
def test_a_countdown_that_runs_on_takes_no_option_for_a_result(
    mode: str, what: str, columns: int
) -> None:
    given = WHAT[what]
    ended = answered("countdown", f"--{mode}", *given, columns=columns)
    message = f"--{mode} and {given[0]} can't be combined"
    assert ended == (2, "", f"medalist: error: {message}\n")


@pytest.mark.parametrize("how", HOW)
def test_a_wait_takes_options_that_say_how_to_write(how: str) -> None:
    assert answered("countdown", "s1e1", "--wait", *HOW[how]) == (0, "", "")


@pytest.mark.parametrize(("first", "second"), [*itertools.combinations(MODES, 2)])
def test_a_countdown_runs_in_one_way(rower: Program, first: str, second: str) -> None:
    ended = rower("countdown", f"--{second}", f"--{first}")
    assert ended == (2, "", f"medalist: error: --{first} and --{second} can't be combined\n")


@pytest.mark.parametrize("what", [name for name in WHAT if name not in ("template", "output")])
def test_a_template_excludes_what_else_says_the_form(rower: Program, what: str) -> None:
    ended = rower("countdown", *WHAT["template"], *WHAT[what])
    message = f"--template and {WHAT[what][0]} can't be combined"
    assert ended == (2, "", f"medalist: error: {message}\n")


def test_a_template_is_written_to_a_file(rower: Program) -> None:
    assert rower("countdown", *WHAT["template"], *WHAT["output"]).code == 0


def test_the_same_format_may_be_given_twice(rower: Program) -> None:
    assert rower("cast", "--json", "-f", "json") == rower("cast", "--json")


ONE = str(SERIES)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (["cast", "--json", "-f", "csv"], "--json and --format csv CAN'T"),
        (["countdown", "--follow", "--at", "1d", "--every", "1s"], "--at and --every CAN'T"),
        (["countdown", "--at", "1d"], "--at needs --follow"),
        (["countdown", "--every", "1m"], "--every needs --follow"),
        (["staff", "--new", "--returning"], "--new and --returning CAN'T"),
        (["sources", "film", "--conflicts"], "--conflicts and ID CAN'T"),
        (["recap", "s1e1", "--episode", "2"], "--episode and 's1e1' CAN'T"),
        (
            ["init", "bash", "--no-completion", "--no-prompt"],
            "--no-prompt and --no-completion CAN'T",
        ),
        (["data", "install", ONE, "--remove"], "--remove and FILE CAN'T"),
        (["data", "install", "--remove", "--force"], "--remove and --force CAN'T"),
        (["data", "diff", "-", "-"], "stdin can be read only once: give one - at most"),
        (["data", "merge", "-", ONE, "-"], "stdin can be read only once: give one - at most"),
        (["cast", "--data", ONE, "--data", ONE], "--data is given twice"),
    ],
    ids=lambda value: " ".join(value[:3]) if isinstance(value, list) else "",
)  # fmt: skip
def test_what_contradicts_itself_is_a_usage_error(
    rower: Program, line: list[str], message: str
) -> None:
    whole = message.replace("CAN'T", "can't be combined")
    assert rower(*line) == (2, "", f"medalist: error: {whole}\n")


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        (["data", "import"], "anilist|bangumi|ics|tvmaze"),
        (["data", "diff"], "OLD"),
        (["data", "diff", ONE], "NEW"),
        (["data", "merge"], "FILE"),
        (["data", "validate"], "FILE"),
        (["data", "install"], "FILE"),
        (["search"], "WORDS"),
        (["plan"], "--by"),
        (["init"], "SHELL"),
        (["is", "within"], "DUR"),
    ],
    ids=lambda value: " ".join(value[:2]) if isinstance(value, list) else "",
)
def test_what_is_missing_is_named(rower: Program, line: list[str], missing: str) -> None:
    ended = rower(*line)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"medalist: error: {missing} is missing\nSee")


def groups(group: type[OptionGroup]) -> list[type[OptionGroup]]:
    return [group, *(inner for each in group.__subclasses__() for inner in groups(each))]


@pytest.mark.parametrize("group", groups(OutputOptions), ids=lambda group: group.__name__)
def test_the_options_of_a_group_are_known_by_their_long_names(group: type[Any]) -> None:
    set_all = group(**{field.name: object() for field in structs.fields(group)})
    commands = [app.root(), *map(app.root().commands.get, ("countdown", "cast", "is", "data"))]
    declared = {name for each in commands if each for param in each.params for name in param.opts}
    assert group().given == {}
    assert set(set_all.given.values()) <= {name for name in declared if name.startswith("--")}
    assert len(set_all.given) == len(structs.fields(group))


def test_stdin_is_read_once_where_it_is_one_of_two(
    rower: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    with SERIES.open() as content:
        monkeypatch.setattr(sys, "stdin", content)
        assert rower("data", "diff", "-", ONE).code == 0
