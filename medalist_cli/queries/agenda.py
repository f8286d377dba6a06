"""Milestones and plans as entries of a calendar."""

import datetime as dt
from collections.abc import Iterable

from msgspec import structs

from medalist_cli.model.dataset import Milestone, Show
from medalist_cli.model.result import Agenda, Entry
from medalist_cli.model.rows import Countdown, PlanRow
from medalist_cli.queries import milestones
from medalist_cli.queries.milestones import of_show, show_title
from medalist_cli.queries.spoilers import VisibleDataset
from medalist_cli.text import en, ja, language, wording
from medalist_cli.text.language import Language, Phrase, Worded, either
from medalist_cli.text.names import TextWriter

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
    vague = [either(row.title, row.title_ja) for row in rows if not _is_exact(row)]
    left_out = Phrase("left out, no exact date: {titles}", titles=language.listed(vague, _LISTED))
    pages = {link.milestone: link.url for link in reversed(dataset.links) if link.url}
    following = next((row.id for row in rows if row.state != "past"), None)
    written = []
    in_japanese = milestones.titles_ja(dataset)
    for row in rows:
        mark = NEXT_MARK if row.id == following else ""
        written.append(
            structs.replace(
                row,
                title=_line(en, row.title, (titles[name] for name in row.also), row, mark),
                title_ja=_line(
                    ja,
                    row.title_ja or row.title,
                    (in_japanese.get(name) or titles[name] for name in row.also),
                    row,
                    mark,
                ),
            )
        )
    return Agenda(
        notes=dataset.hidden,
        title=Phrase("Schedule of {show}", show=show_title(dataset)),
        rows=rows,
        written=tuple(written),
        fields=("date", "title", "kind", "state"),
        as_of=dataset.as_of,
        entries=tuple(
            _entry(dataset.show, row, (titles, in_japanese), pages.get(row.id))
            for row in rows
            if _is_exact(row)
        ),
        left_out=(left_out,) if vague else (),
    )


def _line(said: Language, title: str, days: Iterable[str], row: Countdown, mark: str) -> str:
    """Return a title with the milestones of the same day, and where its date stood before."""
    moved = wording.moved(row, said)
    return said.noted(f"{mark}{said.noted(title, tuple(days))}", (moved,) if moved else ())


def _titled(title: str, also: Iterable[str]) -> str:
    """Return a title, followed by those of the milestones that are the same day."""
    days = ", ".join(also)
    return f"{title} ({days})" if days else title


def _is_exact(row: Countdown) -> bool:
    return row.precision in ("day", "minute")


def _entry(
    show: Show,
    row: Countdown,
    titles: tuple[dict[str, str], dict[str, str | None]],
    url: str | None,
) -> Entry:
    begin: dt.datetime | dt.date | None
    end: dt.datetime | dt.date | None
    if row.precision == "minute" and row.earliest:
        begin = row.earliest.astimezone(dt.UTC)
        end = begin + dt.timedelta(minutes=row.runtime_minutes) if row.runtime_minutes else None
    else:
        begin = row.earliest.date() if row.earliest else dt.date.min
        end = begin + dt.timedelta(days=1)
    english, japanese = titles
    en_title = _titled(row.title, (english[name] for name in row.also))
    ja_days = (japanese.get(name) or english[name] for name in row.also)
    ja_title = _titled(row.title_ja or row.title, ja_days)
    if row.show is None:
        en_title = of_show(show.title, en_title)
        ja_title = of_show(show.title_ja or show.title, ja_title)
    return Entry(
        id=row.id,
        title=Phrase("{title}", title=either(en_title, ja_title)),
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


def of_plan(
    dataset: VisibleDataset, goal: Milestone, rows: tuple[PlanRow, ...], write: TextWriter
) -> Agenda[PlanRow]:
    """Return a rewatch plan, titles in the script that `write` chooses.

    Each episode is an entry of a whole day.
    """
    hours = round(sum(row.minutes or 0 for row in rows) / 60)
    episodes = language.amount(len(rows), "episode")
    amount: Worded | Phrase = episodes
    if hours:
        about = language.amount(hours, "hour")
        amount = Phrase("{episodes}, about {hours}", episodes=episodes, hours=about)
    return Agenda(
        notes=dataset.hidden,
        title=Phrase(
            "Rewatch plan for {goal}: {amount}",
            goal=either(goal.title, goal.title_ja),
            amount=amount,
        ),
        rows=rows,
        written=tuple(structs.replace(row, title=write(row.title, row.title_ja)) for row in rows),
        fields=("date", "id", "title", "minutes"),
        as_of=dataset.as_of,
        show=dataset.show.id,
        entries=tuple(
            Entry(
                id=f"plan-{row.id}",
                title=Phrase(
                    "Watch {show} {id}: {title}",
                    show=show_title(dataset),
                    id=row.id,
                    title=either(row.title, row.title_ja),
                ),
                begin=row.date,
                end=row.date + dt.timedelta(days=1),
                note=f"{row.minutes} minutes" if row.minutes else "",
                is_sure=True,
            )
            for row in rows
        ),
    )
