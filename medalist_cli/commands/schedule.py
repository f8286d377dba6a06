"""`medalist schedule`."""

from medalist_cli.model.result import Agenda
from medalist_cli.model.rows import Countdown
from medalist_cli.options import OfKind, Reader, Season, Upcoming
from medalist_cli.queries import agenda, countdown, milestones


def schedule(
    reader: Reader, upcoming: Upcoming = False, season: Season = None, kind: OfKind = None
) -> Agenda[Countdown]:
    """Every milestone, past and coming. Example: medalist schedule --upcoming.

    Times are in your zone; a date known only to the month or year stays that.
    """
    dataset = reader.dataset
    reader.check_season(season)
    rows = countdown.schedule(dataset, reader.now, upcoming=upcoming, season=season, kind=kind)
    return agenda.of_milestones(dataset, rows, milestones.titles(dataset))
