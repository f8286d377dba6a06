"""`medalist plan`."""

from typing import Annotated

import typer

from medalist_cli import parsers
from medalist_cli.model.result import Agenda
from medalist_cli.model.rows import PlanRow
from medalist_cli.options import Reader, TargetOption
from medalist_cli.queries import agenda, milestones
from medalist_cli.queries import plan as query

GROUP = "Watch"

PerWeek = Annotated[
    int | None,
    typer.Option(
        "--per-week", parser=parsers.ordinal, metavar="N", help="Watch at most N episodes a week."
    ),
]


def plan(reader: Reader, by: TargetOption, per_week: PerWeek = None) -> Agenda[PlanRow]:
    """Plan a rewatch that ends before a date. Example: medalist plan --by film --per-week 3.

    Spreads the episodes after --seen, by default all, from today to the day before TARGET.
    """
    dataset = reader.dataset
    milestone = milestones.target(dataset, by, reader.now)
    rows = query.plan(dataset, milestone, reader.now, per_week=per_week)
    return agenda.of_plan(dataset, milestone, rows, reader.names.text)
