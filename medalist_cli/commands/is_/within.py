"""`medalist is within`."""

import datetime as dt
from typing import Annotated

import typer

from medalist_cli import dataset, milestones, spoilers
from medalist_cli.options import Reader, Target, duration, words

Span = Annotated[dt.timedelta, typer.Argument(parser=duration, metavar="DUR", show_default=False)]


def within(reader: Reader, span: Span, target: Target = None) -> bool:
    """Whether TARGET is sure to come within DUR: exit code 0 or 1. Example: medalist is within 7d.

    DUR is a number and one of w d h m s; a day is 24 hours.
    """
    told = spoilers.up_to(dataset.load(reader.data), reader.seen)
    milestone = milestones.target(told, words(target), reader.now)
    return milestones.is_within(milestone, span, reader.now)
