"""Milestones and plans as entries of a calendar."""

import datetime as dt

from msgspec import structs

from medalist_cli.model.dataset import Show
from medalist_cli.model.result import Agenda, Entry
from medalist_cli.model.rows import Countdown, PlanRow
from medalist_cli.queries.milestones import of_show
from medalist_cli.queries.spoilers import VisibleDataset
from medalist_cli.text import en, wording
from medalist_cli.text.language import Phrase

NEXT_MARK = "▶ "
"""Before the title of the next milestone, where people read the list."""
_LISTED = 12
"""Titles that a note names at most."""


def of_milestones(
    dataset: VisibleDataset, rows: tuple[Countdown, ...], titles: dict[str, str]
) -> Agenda[Countdown]:
    """Return a schedule, with an entry for every row that has a day.

    `titles` are those of the milestones that have no row of their own.
    """
    vague = [row.title for row in rows if not _is_exact(row)]
    more = [f"{len(vague) - _LISTED} more"] if len(vague) > _LISTED else []
    left_out = f"left out, no exact date: {', '.join(vague[:_LISTED] + more)}"
    pages = {link.milestone: link.url for link in reversed(dataset.links) if link.url}
    following = next((row.id for row in rows if row.state != "past"), None)
    written = []
    for row in rows:
        mark = NEXT_MARK if row.id == following else ""
        moved = wording.moved(row, en)
        title = en.noted(f"{mark}{_titled(row, titles)}", (moved,) if moved else ())
        written.append(structs.replace(row, title=title))
    return Agenda(
        notes=dataset.hidden,
        title=Phrase("Schedule of {show}", show=dataset.show.title),
        rows=rows,
        written=tuple(written),
        fields=("date", "title", "kind", "state"),
        as_of=dataset.as_of,
        show=dataset.show.id,
        entries=tuple(
            _entry(dataset.show, row, titles, pages.get(row.id)) for row in rows if _is_exact(row)
        ),
        left_out=(left_out,) if vague else (),
    )


def _titled(row: Countdown, titles: dict[str, str]) -> str:
    """Return a title, followed by those of the milestones that are the same day."""
    days = ", ".join(titles[name] for name in row.also)
    return f"{row.title} ({days})" if days else row.title


def _is_exact(row: Countdown) -> bool:
    return row.precision in ("day", "minute")


def _entry(show: Show, row: Countdown, titles: dict[str, str], url: str | None) -> Entry:
    begin: dt.datetime | dt.date | None
    end: dt.datetime | dt.date | None
    if row.precision == "minute" and row.earliest:
        begin = row.earliest.astimezone(dt.UTC)
        end = begin + dt.timedelta(minutes=row.runtime_minutes) if row.runtime_minutes else None
    else:
        begin = row.earliest.date() if row.earliest else dt.date.min
        end = begin + dt.timedelta(days=1)
    title = _titled(row, titles)
    return Entry(
        id=row.id,
        title=title if row.show else of_show(show.title, title),
        begin=begin,
        end=end,
        note=row.note or "",
        is_sure=row.confidence == "two-sources" and not row.inferred,
        uid=_uid(show.id, row),
        moves=len(row.was),
        url=url,
    )


def _uid(show: str, row: Countdown) -> str:
    """Return `<id>@<show id>`, the same for a show alone and for one of several."""
    own = row.show or show
    return f"{row.id.removeprefix(f'{own}/')}@{own}"


def of_plan(dataset: VisibleDataset, goal: str, rows: tuple[PlanRow, ...]) -> Agenda[PlanRow]:
    """Return a rewatch plan; each episode is an entry of a whole day."""
    hours = round(sum(row.minutes or 0 for row in rows) / 60)
    amount = en.amount(len(rows), "episode")
    if hours:
        amount = f"{amount}, about {en.amount(hours, 'hour')}"
    return Agenda(
        notes=dataset.hidden,
        title=Phrase("Rewatch plan for {goal}: {amount}", goal=goal, amount=amount),
        rows=rows,
        fields=("date", "id", "title", "minutes"),
        as_of=dataset.as_of,
        show=dataset.show.id,
        entries=tuple(
            Entry(
                id=f"plan-{row.id}",
                title=f"Watch {dataset.show.title} {row.id}: {row.title}",
                begin=row.date,
                end=row.date + dt.timedelta(days=1),
                note=f"{row.minutes} minutes" if row.minutes else "",
                is_sure=True,
            )
            for row in rows
        ),
    )
