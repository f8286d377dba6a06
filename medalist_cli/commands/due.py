"""`medalist due`."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from medalist_cli import parsers
from medalist_cli.model.result import Text
from medalist_cli.options import Reader, Target
from medalist_cli.parsers import Thresholds, words
from medalist_cli.queries import countdown, milestones
from medalist_cli.queries import due as query
from medalist_cli.storage import notified, state
from medalist_cli.text import wording
from medalist_cli.text.language import Phrase

GROUP = "Automate"

At = Annotated[
    Thresholds,
    typer.Option(
        "--at",
        parser=parsers.thresholds,
        metavar="DUR,…",
        help="How long before TARGET to remind.",
    ),
]
StateFile = Annotated[
    Path | None,
    typer.Option(
        "--state",
        metavar="FILE",
        help="Where to record sent reminders. [default: in XDG_STATE_HOME]",
        show_default=False,
        readable=False,  # opening it says more, and is exit code 4
    ),
]


def due(
    reader: Reader,
    target: Target = None,
    at: At = "30d,7d,1d,1h",  # type: ignore[assignment]
    state_file: StateFile = None,
) -> Text:
    """Print each reminder once (for cron). Example: medalist due film --at 30d,7d,1d.

    If several are due, only the nearest is printed. If the date changes, reminders start again.
    """
    dataset = reader.dataset
    milestone = milestones.target(dataset, words(target), reader.now)
    count = countdown.countdown(dataset, milestone, reader.now)
    reminders = query.due(count, at)
    if not reminders:
        return Text(notes=(), text="")
    path = state_file or state.file(notified.NAME)
    new = notified.first_time(path, query.key(dataset.show.id, count), reminders)
    text = Phrase("{text}", text=partial(wording.sentence, count))
    return Text(notes=(), text=text if new else "")
