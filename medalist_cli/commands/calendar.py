"""`medalist calendar`."""

from typing import Annotated

import typer
from msgspec import structs

from medalist_cli import parsers
from medalist_cli.model.result import Calendar
from medalist_cli.model.rows import Countdown
from medalist_cli.options import OfKind, Reader, Season, Upcoming
from medalist_cli.parsers import Durations
from medalist_cli.queries import agenda, countdown, milestones

GROUP = "Automate"
ALIASES = ("ics", "ical")

Alarms = Annotated[
    Durations | None,
    typer.Option(
        "--alarm",
        parser=parsers.durations,
        metavar="DUR,…",
        help="Add alarms before each event, e.g. 1d,1h.",
        show_default=False,
    ),
]


def calendar(
    reader: Reader,
    upcoming: Upcoming = False,
    season: Season = None,
    kind: OfKind = None,
    alarm: Alarms = None,
) -> Calendar[Countdown]:
    """Export the schedule as an .ics calendar.

    Dates without a day are left out and listed on stderr.

    Example: medalist calendar --alarm 1d,1h -o medalist.ics.
    """
    dataset = reader.dataset
    reader.check_season(season)
    rows = countdown.schedule(dataset, reader.now, upcoming=upcoming, season=season, kind=kind)
    schedule = agenda.of_milestones(dataset, rows, milestones.titles(dataset))
    return Calendar(**structs.asdict(schedule) | {"alarms": alarm or ()})
