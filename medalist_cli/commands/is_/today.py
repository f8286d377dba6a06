"""`medalist is today`."""

from medalist_cli.options import Reader, Target
from medalist_cli.parsers import words
from medalist_cli.queries import milestones


def today(reader: Reader, target: Target = None) -> bool:
    """Whether TARGET is today: exit code 0 or 1. Example: medalist is today next.

    A minute is of the day it has on your calendar, anything else of its own zone's.
    """
    milestone = milestones.target(reader.dataset, words(target), reader.now)
    return milestones.is_today(milestone, reader.now)
