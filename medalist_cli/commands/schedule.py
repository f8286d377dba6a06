"""`medalist schedule`."""

from medalist_cli.model.result import Agenda
from medalist_cli.model.rows import Countdown
from medalist_cli.options import OfKind, Reader, Season, Upcoming
from medalist_cli.queries import agenda, countdown, milestones

GROUP = "Watch"
ALIASES = ("date", "dates", "release", "releases")


def schedule(
    reader: Reader, upcoming: Upcoming = False, season: Season = None, kind: OfKind = None
) -> Agenda[Countdown]:
    """List all dates, past and upcoming. Example: medalist schedule --upcoming.

    Times are in your zone; dates known only to the month or year are shown as such.
    """
    dataset = reader.dataset
    reader.check_season(season)
    rows = countdown.schedule(dataset, reader.now, upcoming=upcoming, season=season, kind=kind)
    return agenda.of_milestones(dataset, rows, milestones.titles(dataset))
