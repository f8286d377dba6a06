"""`medalist due`."""

from pathlib import Path
from typing import Annotated

import typer

from medalist_cli import parsers
from medalist_cli.model.result import Text
from medalist_cli.options import Reader, Target
from medalist_cli.parsers import Thresholds, words
from medalist_cli.queries import countdown, milestones
from medalist_cli.queries import due as query
from medalist_cli.storage import notified

At = Annotated[
    Thresholds,
    typer.Option(
        "--at", parser=parsers.thresholds, metavar="DUR,…", help="How long before to speak."
    ),
]
StateFile = Annotated[
    Path | None,
    typer.Option(
        "--state",
        metavar="FILE",
        help="What has been said. [default: in XDG_STATE_HOME]",
        show_default=False,
        readable=False,  # opening it says more, and is exit code 4
    ),
]


def due(
    reader: Reader,
    target: Target = None,
    at: At = "30d,7d,1d,1h",  # type: ignore[assignment]
    state: StateFile = None,
) -> Text:
    """Each notice once, then silence: for cron. Example: medalist due film --at 30d,7d,1d.

    Several at once are one line, and all count as told. A date that moves speaks again.
    """
    dataset = reader.dataset
    milestone = milestones.target(dataset, words(target), reader.now)
    count = countdown.countdown(dataset, milestone, reader.now)
    new = notified.first_time(
        state or parsers.state_file(), query.key(dataset.show.id, count), query.due(count, at)
    )
    return Text(notes=(), text=count.text if new else "")
