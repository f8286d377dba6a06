"""`medalist` without a command: the first terminal."""

import re
from typing import Annotated

import typer
from msgspec import structs

from medalist_cli import __version__
from medalist_cli.errors import EarlyExit
from medalist_cli.model import rows
from medalist_cli.model.dataset import Dataset, Name
from medalist_cli.model.result import Home
from medalist_cli.options import MultiZoneReader
from medalist_cli.queries import countdown, milestones, where
from medalist_cli.storage import bundle
from medalist_cli.text.language import Phrase


def _version(wanted: bool) -> None:
    if wanted:
        raise EarlyExit(f"medalist {__version__}")


Version = Annotated[
    bool,
    typer.Option("--version", "-V", callback=_version, is_eager=True, help="Show the version."),
]

_COMING = 3
"""How many of the next milestones the first screen shows."""


def home(reader: MultiZoneReader, version: Version = False) -> Home:  # noqa: ARG001 - see _version
    """Countdown and guide for the anime Medalist.

    Without a command: the countdown, what is coming up and where to watch.
    Example: medalist countdown film, medalist cast rioh, medalist recap --seen S1E10.
    """
    dataset = reader.dataset
    target = milestones.target(dataset, "", reader.now)
    coming = [row for row in countdown.schedule(dataset, reader.now) if _is_coming(row)]
    shown = countdown.shown(dataset, target, reader.now, reader.zones)
    return Home(
        **structs.asdict(shown),
        coming=tuple(row for row in coming if target.id not in (row.id, *row.also))[:_COMING],
        where=_where(dataset),
        examples=_examples(dataset),
    )


def _where(dataset: Dataset) -> tuple[rows.WhereRow, ...]:
    """Return where to watch the latest season; countries are read only if one needs its name."""
    known = () if all(stream.region for stream in dataset.streams) else bundle.countries()
    return where.latest(dataset, known)


def _is_coming(row: rows.Countdown) -> bool:
    return row.state not in ("past", "tba")


def _examples(dataset: Dataset) -> tuple[tuple[str, str], ...]:
    """Return commands to try, and what each shows."""
    lead = dataset.cast[0].character if dataset.cast else Name()
    name = lead.given or lead.name or lead.family or ""
    name = name if re.fullmatch(r"\w[\w -]*", name) else ""  # safe to paste into any shell
    return (
        (f"medalist cast {name.lower()}".rstrip(), Phrase("characters and voice actors")),
        ("medalist recap", Phrase("the story so far")),
        ("medalist schedule", Phrase("all dates, past and upcoming")),
    )
