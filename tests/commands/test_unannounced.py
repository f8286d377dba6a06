"""A season nobody has announced: every command with `--season` says so, and what comes next."""

from collections.abc import Iterator

import pytest
from conftest import Program

from medalist_cli import commands
from medalist_cli.cli import loader


def with_season() -> Iterator[str]:
    folder = loader.Folder(commands)
    for name in folder:
        if any("--season" in param.opts for param in folder[name].params):
            yield name


UNANNOUNCED = (
    1,
    "",
    (
        "medalist: error: no season 3 has been announced (facts checked 22 Nov 2026)\n"
        "Next: Medalist: The Movie (medalist countdown film)\n"
    ),
)


def test_several_commands_have_seasons() -> None:
    assert {"cast", "schedule"} <= set(with_season())


@pytest.mark.parametrize("command", sorted(with_season()))
def test_an_unannounced_season_is_no_match_with_the_next_headline(
    medalist: Program, command: str
) -> None:
    assert medalist(command, "--season", "3") == UNANNOUNCED


@pytest.mark.parametrize(
    "arguments",
    [
        *(["season", "3"], ["recap", "3"], ["recap", "-e", "3x1"], ["episode", "s3e1"]),
        *(["countdown", "s3e1"], ["plan", "--by", "season 3"], ["is", "out", "season", "3"]),
        *(["due", "s3"], ["due", "3rd season"], ["seen", "s3e1"]),
    ],
)
def test_an_argument_can_be_an_unannounced_season_too(
    medalist: Program, arguments: list[str]
) -> None:
    assert medalist(*arguments) == UNANNOUNCED
