"""`medalist is within`."""

import datetime as dt
from typing import Annotated

import typer

from medalist_cli import parsers
from medalist_cli.options import Reader, Target
from medalist_cli.parsers import words
from medalist_cli.queries import milestones

Span = Annotated[
    dt.timedelta, typer.Argument(parser=parsers.duration, metavar="DUR", show_default=False)
]


def within(reader: Reader, span: Span, target: Target = None) -> bool:
    """Exit 0 if TARGET is sure to come within DUR, else 1. Example: medalist is within 7d film.

    DUR: a number and one of w, d, h, m, s; a day is 24 hours.
    """
    milestone = milestones.target(reader.dataset, words(target), reader.now)
    return milestones.is_within(milestone, span, reader.now)
