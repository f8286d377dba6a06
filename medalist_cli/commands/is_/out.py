"""`medalist is out`."""

from medalist_cli.options import Reader, Target
from medalist_cli.parsers import words
from medalist_cli.queries import milestones


def out(reader: Reader, target: Target = None) -> bool:
    """Whether TARGET has come: exit code 0 or 1. Example: medalist is out film.

    Yes for a minute that has come and for a window that is over. Without TARGET, the premiere the
    dataset is about.
    """
    wanted = words(target) or reader.dataset.anchor
    return milestones.is_out(milestones.target(reader.dataset, wanted, reader.now), reader.now)
