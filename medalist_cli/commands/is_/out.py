"""`medalist is out`."""

from medalist_cli import dataset, milestones, spoilers
from medalist_cli.options import Reader, Target, words


def out(reader: Reader, target: Target = None) -> bool:
    """Whether TARGET has come: exit code 0 or 1. Example: medalist is out film.

    Yes for a minute that has come and for a window that is over. Without TARGET, the premiere the
    dataset is about.
    """
    told = spoilers.up_to(dataset.load(reader.data), reader.seen)
    asked = words(target) or told.anchor
    return milestones.is_out(milestones.target(told, asked, reader.now), reader.now)
