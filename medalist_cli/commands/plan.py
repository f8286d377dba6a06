"""`medalist plan`."""

from typing import Annotated

import typer

from medalist_cli import agenda, dataset, milestones, rewatch, spoilers
from medalist_cli.answer import Agenda
from medalist_cli.options import Reader, ordinal
from medalist_cli.rows import PlanRow

By = Annotated[
    str, typer.Option("--by", metavar="TARGET", help="What to be ready for.", show_default=False)
]
PerWeek = Annotated[
    int | None,
    typer.Option("--per-week", parser=ordinal, metavar="N", help="At most N in a week."),
]


def plan(reader: Reader, by: By, per_week: PerWeek = None) -> Agenda[PlanRow]:
    """A rewatch plan to be ready in time. Example: medalist plan --by film --per-week 3.

    From today to the day before TARGET: the episodes after --seen, by default all of them.
    """
    told = spoilers.up_to(dataset.load(reader.data), reader.seen)
    milestone = milestones.target(told, by, reader.now)
    rows = rewatch.plan(told, milestone, reader.now, seen=reader.seen, per_week=per_week)
    return agenda.of_plan(told, milestone.title, rows)
