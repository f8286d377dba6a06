"""`medalist is live`."""

from medalist_cli import dataset, milestones, spoilers
from medalist_cli.options import Reader, Target, words


def live(reader: Reader, target: Target = None) -> bool:
    """Whether TARGET is on air: exit code 0 or 1. Example: medalist is live s2e9."""
    told = spoilers.up_to(dataset.load(reader.data), reader.seen)
    milestone = milestones.target(told, words(target), reader.now)
    return milestones.is_live(milestone, reader.now)
