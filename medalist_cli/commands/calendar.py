"""`medalist calendar`."""

from typing import Annotated

import typer
from msgspec import structs

from medalist_cli import agenda, countdowns, dataset, milestones, spoilers
from medalist_cli.answer import Calendar
from medalist_cli.model import Kind
from medalist_cli.options import Reader, Season, Spans, durations
from medalist_cli.rows import Countdown

Alarms = Annotated[
    Spans | None,
    typer.Option(
        "--alarm",
        parser=durations,
        metavar="DUR,…",
        help="Be reminded so long before: 1d,1h.",
        show_default=False,
    ),
]
Upcoming = Annotated[bool, typer.Option("--upcoming", help="Only what is still to come.")]
OfKind = Annotated[
    Kind | None, typer.Option("--kind", help="Only milestones of this kind.", show_default=False)
]


def calendar(
    reader: Reader,
    upcoming: Upcoming = False,
    season: Season = None,
    kind: OfKind = None,
    alarm: Alarms = None,
) -> Calendar[Countdown]:
    """The schedule as a calendar file. Example: medalist calendar --alarm 1d,1h -o medalist.ics.

    What is known only to the month or the year is left out, and said so.
    """
    told = spoilers.up_to(dataset.load(reader.data), reader.seen)
    rows = countdowns.schedule(told, reader.now, upcoming=upcoming, season=season, kind=kind)
    listed = agenda.of_milestones(told, rows, milestones.titles(told))
    return Calendar(**structs.asdict(listed) | {"alarms": alarm or ()})
