"""`medalist timeline`."""

from medalist_cli.model.result import Timeline
from medalist_cli.model.rows import Countdown
from medalist_cli.options import Reader
from medalist_cli.queries import countdown
from medalist_cli.queries import timeline as query
from medalist_cli.queries.milestones import show_title
from medalist_cli.text.language import Phrase

GROUP = "Watch"
ALIASES = ("history",)


def timeline(reader: Reader) -> Timeline[Countdown]:
    """Draw the seasons and headline dates along the years.

    Uncertain dates are dotted. For every date, see medalist schedule.

    Example: medalist timeline.
    """
    dataset = reader.dataset
    rows = countdown.schedule(dataset, reader.now)
    return Timeline(
        notes=dataset.hidden,
        title=Phrase("Timeline of {show}", show=show_title(dataset)),
        rows=rows,
        fields=("date", "title", "kind", "state"),
        as_of=dataset.as_of,
        spans=query.spans(dataset),
        marks=query.marks(rows),
        today=reader.now.date(),
    )
