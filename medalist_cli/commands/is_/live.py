"""`medalist is live`."""

from medalist_cli.options import Reader, Target
from medalist_cli.parsers import words
from medalist_cli.queries import milestones


def live(reader: Reader, target: Target = None) -> bool:
    """Exit 0 if TARGET is on air, else 1. Example: medalist is live s2e9."""
    milestone = milestones.target(reader.dataset, words(target), reader.now)
    return milestones.is_live(milestone, reader.now)
