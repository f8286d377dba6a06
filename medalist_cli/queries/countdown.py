"""Count down to one milestone, or to all of them in a schedule."""

import datetime as dt

from msgspec import convert, structs

from medalist_cli.dates import timeline
from medalist_cli.dates.zones import in_minutes
from medalist_cli.dates.zones import name as zone_name
from medalist_cli.errors import NoMatch
from medalist_cli.model import result
from medalist_cli.model.dataset import Dataset, Kind, Milestone
from medalist_cli.model.rows import (
    Anchor,
    ClaimRow,
    Countdown,
    EarlierRow,
    LinkRow,
    Local,
    as_row,
)
from medalist_cli.queries import milestones
from medalist_cli.queries.spoilers import VisibleDataset
from medalist_cli.text import en, wording


def countdown(
    dataset: Dataset, milestone: Milestone, now: dt.datetime, zones: tuple[dt.tzinfo, ...] = ()
) -> Countdown:
    """Return the countdown to `milestone` at `now`, whose zone is the reader's.

    `zones` are those the reader asked to see beside each other.
    """
    count = _count(dataset, milestone, now, zones)
    if milestone.id == dataset.anchor:
        return count
    return structs.replace(count, anchor=_row(_anchor(dataset, now)))


def alone(dataset: Dataset, milestone: Milestone, now: dt.datetime) -> Countdown:
    """Return the same without the anchor: for many milestones, it would be looked up for each."""
    return _count(dataset, milestone, now, ())


def shown(
    dataset: VisibleDataset,
    milestone: Milestone,
    now: dt.datetime,
    zones: tuple[dt.tzinfo, ...] = (),
) -> result.Countdown:
    """Return the countdown to `milestone` with what people want to see around it."""
    count = _count(dataset, milestone, now, zones)
    anchor = None if milestone.id == dataset.anchor else _anchor(dataset, now)
    return result.Countdown(
        notes=dataset.hidden,
        count=structs.replace(count, anchor=_row(anchor)) if anchor else count,
        anchor=anchor,
        announced=milestone.announced,
        links=_links(dataset, milestone),
    )


def _links(dataset: VisibleDataset, milestone: Milestone) -> tuple[LinkRow, ...]:
    """Return the milestone's own trailers, and the official site."""
    own = [each for each in dataset.links if each.milestone == milestone.id]
    trailers = [each for each in own if each.kind == "trailer" and each.url]
    official = [each for each in dataset.links if each.kind == "official" and each.url]
    return tuple(as_row(LinkRow, each) for each in (*trailers, *official[:1]))


def _anchor(dataset: Dataset, now: dt.datetime) -> Countdown:
    return _count(dataset, milestones.anchor(dataset), now, ())


def _row(anchor: Countdown) -> Anchor:
    return as_row(Anchor, anchor)


def _count(
    dataset: Dataset, milestone: Milestone, now: dt.datetime, zones: tuple[dt.tzinfo, ...]
) -> Countdown:
    at = timeline.window(milestone.when) if milestone.when else None
    last_day = at.last_day if at else dt.date.max
    count = Countdown(
        id=milestone.id,
        title=milestone.title,
        title_ja=milestone.title_ja,
        kind=milestone.kind,
        verb=milestone.verb,
        headline=milestone.headline,
        state=timeline.state(milestone, at, now),
        planned=not milestone.happened and last_day > dataset.as_of,
        when=milestone.when,
        now=now,
        zone=zone_name(now.tzinfo or dt.UTC),
        zones=tuple(_local(at, now, tz) for tz in zones),
        confidence=milestone.dated or milestone.confidence,
        sources=milestone.sources,
        as_of=dataset.as_of,
        runtime_minutes=milestone.runtime_minutes,
        season=milestone.season,
        happened=milestone.happened,
        unconfirmed=milestone.unconfirmed,
        inferred=milestone.inferred,
        claims=convert(milestone.claims, tuple[ClaimRow, ...], from_attributes=True),
        was=convert(milestone.was, tuple[EarlierRow, ...], from_attributes=True),
        show=milestone.show,
        note=milestone.note,
        evidence=milestone.evidence,
    )
    if at is not None:
        count = _dated(count, at, timeline.percent(milestone.announced, at, now))
    return structs.replace(count, text=wording.sentence(count, en), date=wording.day(count, en))


def _dated(count: Countdown, at: timeline.Window, percent: int | None) -> Countdown:
    """Fill in what only a milestone with a date has."""
    now, reader = count.now, count.now.tzinfo or dt.UTC
    first, last = timeline.days(at, now, reader)
    return structs.replace(
        count,
        bucket=timeline.bucket(at, now) if count.state == "upcoming" else None,
        precision=at.precision,
        earliest=in_minutes(at.earliest),
        latest=in_minutes(at.latest),
        earliest_unix=int(at.earliest.timestamp()),
        latest_unix=int(at.latest.timestamp()),
        seconds=timeline.seconds(at.earliest, now),
        days=first,
        days_max=last,
        breakdown=timeline.breakdown(at, now, reader),
        percent=percent,
        local=in_minutes(at.earliest.astimezone(reader)) if at.precision == "minute" else None,
    )


def _local(at: timeline.Window | None, now: dt.datetime, tz: dt.tzinfo) -> Local:
    return Local(
        zone=zone_name(tz),
        local=in_minutes(at.earliest.astimezone(tz)) if at and at.precision == "minute" else None,
        days=timeline.days(at, now, tz)[0] if at else None,
    )


def schedule(
    dataset: Dataset,
    now: dt.datetime,
    *,
    upcoming: bool = False,
    season: int | None = None,
    kind: Kind | None = None,
) -> tuple[Countdown, ...]:
    """Return the countdown to every milestone, by time.

    A milestone that is an episode's day has no row of its own: the episode's row names it in
    `also`. Raises NoMatch when the filters leave nothing.
    """
    known, anchor = milestones.every(dataset), _row(_anchor(dataset, now))
    days: dict[str, list[Milestone]] = {}
    for milestone in known:
        days.setdefault(milestones.episode_id(milestone), []).append(milestone)
    rows = []
    for milestone in milestones.in_order((m for m in known if m.episode is None), now.tzinfo):
        same = days.get(milestone.id, []) if milestone.kind == "episode" else []
        if season not in (None, milestone.season):
            continue
        if kind is None or kind in (milestone.kind, *(m.kind for m in same)):
            count = _count(dataset, milestone, now, ())
            first = None if milestone.id == dataset.anchor else anchor
            rows.append(structs.replace(count, anchor=first, also=tuple(m.id for m in same)))
    rows = [row for row in rows if row.state != "past" or not upcoming]
    if not rows:
        raise NoMatch("no dates match these filters")
    return tuple(rows)
