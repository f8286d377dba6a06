"""`medalist due`."""

from pathlib import Path
from typing import Annotated

import typer

from medalist_cli import countdowns, dataset, milestones, notices, spoilers, state
from medalist_cli.answer import Text
from medalist_cli.options import Reader, Target, Thresholds, state_file, thresholds, words

At = Annotated[
    Thresholds,
    typer.Option("--at", parser=thresholds, metavar="DUR,…", help="How long before to speak."),
]
StateFile = Annotated[
    Path | None,
    typer.Option(
        "--state",
        metavar="FILE",
        help="What has been said. [default: in XDG_STATE_HOME]",
        show_default=False,
    ),
]


def due(
    reader: Reader,
    target: Target = None,
    at: At = "30d,7d,1d,1h",  # type: ignore[assignment]
    state_at: StateFile = None,
) -> Text:
    """Each notice once, then silence: for cron. Example: medalist due film --at 30d,7d,1d.

    Several at once are one line, and all count as told. A date that moves speaks again.
    """
    told = spoilers.up_to(dataset.load(reader.data), reader.seen)
    milestone = milestones.target(told, words(target), reader.now)
    count = countdowns.countdown(told, milestone, reader.now)
    notice = state.first_time(
        state_at or state_file(), notices.key(told.show.id, count), notices.due(count, at)
    )
    return Text(notes=(), text=count.text if notice else "")
