"""`medalist is today`."""

from medalist_cli import dataset, milestones, spoilers
from medalist_cli.options import Reader, Target, words


def today(reader: Reader, target: Target = None) -> bool:
    """Whether TARGET is today: exit code 0 or 1. Example: medalist is today next.

    A minute is of the day it has on your calendar, anything else of its own zone's.
    """
    told = spoilers.up_to(dataset.load(reader.data), reader.seen)
    milestone = milestones.target(told, words(target), reader.now)
    return milestones.is_today(milestone, reader.now)
