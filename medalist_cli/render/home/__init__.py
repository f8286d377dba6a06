"""The first screen has the formats of a countdown; two of them show more than that."""

from medalist_cli.model.result import Home
from medalist_cli.render import countdown, origin
from medalist_cli.text.cells import pad, visible, width

Chapter = tuple[str, list[tuple[str, str]]]
"""A heading, and pairs of a name and what there is to say of it."""


def lines(result: Home) -> list[str]:
    """Return the countdown, what is next, where to watch, and commands to try, a line each."""
    told = countdown.lines(result)
    for heading, pairs in chapters(result):
        left = max((width(name) for name, _ in pairs), default=0)
        told += ["", heading, *(f"  {pad(name, left)}  {said}" for name, said in pairs)]
    return [*told, "", f"as of {result.count.as_of}{origin(result)}"]


def chapters(result: Home) -> list[Chapter]:
    """Return what stands below the countdown; a chapter with nothing in it is left out."""
    coming = [(row.date or "TBA", visible(row.title)) for row in result.coming]
    where = [
        (visible(stream.region or ", ".join(stream.countries)), visible(stream.service))
        for stream in result.where
    ]
    examples = [(visible(command), told) for command, told in result.examples]
    every = [("Next", coming), ("Where to watch", where), ("Try", examples)]
    return [(heading, pairs) for heading, pairs in every if pairs]
