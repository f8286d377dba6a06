"""`medalist schedule`."""

from typing import Annotated

import typer

from medalist_cli import agenda, countdowns, dataset, milestones, spoilers
from medalist_cli.answer import Agenda
from medalist_cli.model import Kind
from medalist_cli.options import Reader, Season
from medalist_cli.rows import Countdown

Upcoming = Annotated[bool, typer.Option("--upcoming", help="Only what is still to come.")]
OfKind = Annotated[
    Kind | None, typer.Option("--kind", help="Only milestones of this kind.", show_default=False)
]


def schedule(
    reader: Reader, upcoming: Upcoming = False, season: Season = None, kind: OfKind = None
) -> Agenda[Countdown]:
    """Every milestone, past and coming. Example: medalist schedule --upcoming.

    Times are in your zone; a date known only to the month or year stays that.
    """
    told = spoilers.up_to(dataset.load(reader.data), reader.seen)
    rows = countdowns.schedule(told, reader.now, upcoming=upcoming, season=season, kind=kind)
    return agenda.of_milestones(told, rows, milestones.titles(told))
