"""`medalist is out`."""

from medalist_cli.options import Reader, Target
from medalist_cli.parsers import words
from medalist_cli.queries import milestones


def out(reader: Reader, target: Target = None) -> bool:
    """Exit 0 if TARGET is out, else 1. Example: medalist is out film.

    A date known only to the day, month or year is out when all of that is over. Without TARGET: the
    main premiere of the dataset (data show | jq .anchor).
    """
    wanted = words(target) or reader.dataset.anchor
    return milestones.is_out(milestones.target(reader.dataset, wanted, reader.now), reader.now)
