"""`medalist countdown`."""

from medalist_cli import dataset, milestones, spoilers
from medalist_cli.answer import Countdown
from medalist_cli.options import Party, Target, words


def countdown(reader: Party, target: Target = None) -> Countdown:
    """How long until TARGET. Example: medalist countdown, medalist countdown season-2-premiere.

    TARGET is a milestone's id or words of its title; next is whatever comes next. Without it, the
    premiere the dataset is about until that is past, then the next headline.
    """
    told = spoilers.up_to(dataset.load(reader.data), reader.seen)
    milestone = milestones.target(told, words(target), reader.now)
    count = milestones.countdown(told, milestone, reader.now, reader.zones)
    return Countdown(notes=told.hidden, count=count)
