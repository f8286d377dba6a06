"""The root of the program: its version, its help, and the screen of a bare `medalist`."""

import re
from typing import Annotated

import typer

from medalist_cli import (
    __version__,
    commands,
    countdowns,
    dataset,
    menu,
    milestones,
    run,
    spoilers,
    streams,
)
from medalist_cli.answer import Home
from medalist_cli.model import Dataset, Name
from medalist_cli.options import Party


def _version(asked: bool) -> None:
    if asked:
        raise run.Said(f"medalist {__version__}")


Version = Annotated[
    bool,
    typer.Option("--version", "-V", callback=_version, is_eager=True, help="Show the version."),
]

_COMING = 3
"""How many of the next milestones the first screen names."""


def home(reader: Party, version: Version = False) -> Home:  # noqa: ARG001 - it has answered
    """Countdown and guide for the anime Medalist. Example: medalist countdown, medalist cast inori.

    Without a command: one screen with the countdown, what is next and where to watch.
    """
    told = spoilers.up_to(dataset.load(reader.data), reader.seen)
    target = milestones.target(told, "", reader.now)
    count = countdowns.countdown(told, target, reader.now, reader.zones)
    coming = [row for row in countdowns.schedule(told, reader.now) if row.state != "past"]
    return Home(
        notes=told.hidden,
        count=count,
        coming=tuple(row for row in coming if target.id not in (row.id, *row.also))[:_COMING],
        where=streams.latest(told),
        tries=_tries(told),
    )


def _tries(told: Dataset) -> tuple[tuple[str, str], ...]:
    lead = told.cast[0].character if told.cast else Name()
    name = lead.given or lead.name or lead.family or ""
    name = name if re.fullmatch(r"\w[\w -]*", name) else ""  # no shell reads anything into it
    return (
        (f"medalist cast {name.lower()}".rstrip(), "who voices whom"),
        ("medalist recap", "the story so far"),
        ("medalist schedule", "what was and what is to come"),
    )


def root() -> menu.Command:
    """Return the program as a command, with the options of the first screen."""
    return menu.menu(commands, "medalist", home)


def main(arguments: list[str]) -> int:
    """Run the program with `arguments`, and return its exit code."""
    # A command's name comes first, and then nothing of the first screen is needed, unless the
    # command tells of all the others: 3 ms.
    is_named = arguments[:1] not in ([], ["init"]) and not arguments[0].startswith("-")
    return run.main(menu.menu(commands, "medalist") if is_named else root(), arguments)
