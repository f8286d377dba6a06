"""`medalist is today`."""

from medalist_cli.options import Reader, Target
from medalist_cli.parsers import words
from medalist_cli.queries import milestones


def today(reader: Reader, target: Target = None) -> bool:
    """Exit 0 if TARGET is today, else 1. Example: medalist is today next.

    A date with a clock counts on your calendar, one without on Japan's.
    """
    milestone = milestones.target(reader.dataset, words(target), reader.now)
    return milestones.is_today(milestone, reader.now)
