"""Find milestones, and say whether they are past, live, today or soon."""

import datetime as dt
import math
import re
from collections.abc import Iterable, Iterator
from itertools import islice

from msgspec import structs

from medalist_cli.dates import timeline
from medalist_cli.errors import NoMatch, UsageError
from medalist_cli.model.dataset import Dataset, Episode, Milestone, Show
from medalist_cli.model.rows import State
from medalist_cli.queries import episodes
from medalist_cli.text import en, ja
from medalist_cli.text.cells import shortened, visible
from medalist_cli.text.language import Worded, either
from medalist_cli.text.suggestions import did_you_mean, nearest
from medalist_cli.text.words import best, fold, folded, singular

NEXT = "next"
"""The target that is the first dated milestone not past."""

_SHORTEST = 4
"""Letters of a title's word that may be misspelled."""

_NAMED = 3
"""How many milestones an ambiguous target's error names."""


def every(dataset: Dataset) -> tuple[Milestone, ...]:
    """Return all milestones, in file order: those of the file, then one for each episode.

    Where a dataset has several shows, their titles say of which one they are.
    """
    episodes = {episode.id: episode for episode in dataset.episodes}
    named = (_on_its_day(m, episodes.get(episode_id(m))) for m in dataset.milestones)
    known = (*named, *(of(episode) for episode in dataset.episodes))
    if len(dataset.shows) < 2:
        return known
    shows = {show.id: show for show in (dataset.show, *dataset.shows)}
    return tuple(_of_its_show(m, shows[m.show or dataset.show.id]) for m in known)


def _of_its_show(milestone: Milestone, show: Show) -> Milestone:
    ja = milestone.title_ja
    return structs.replace(
        milestone,
        title=of_show(show.title, milestone.title),
        title_ja=of_show(show.title_ja, ja) if show.title_ja and ja else ja,
    )


def of_show(show: str, title: str) -> str:
    """Return a title that begins with that of its show; one that has it in it stays."""
    return title if fold(show) in fold(title) else f"{show}: {title}"


def episode_id(milestone: Milestone) -> str:
    """Return the id of the episode that a milestone is the day of, or an empty string."""
    if milestone.show and milestone.episode:
        return f"{milestone.show}/{milestone.episode}"
    return milestone.episode or ""


def _on_its_day(milestone: Milestone, episode: Episode | None) -> Milestone:
    if episode is None:
        return milestone
    return structs.replace(
        milestone,
        when=episode.when,
        inferred=episode.inferred,
        runtime_minutes=episode.runtime_minutes,
        season=episode.season,
    )


def of(episode: Episode) -> Milestone:
    """Return an episode's broadcast as a milestone."""
    numbers = (episode.season, episode.episode)
    return Milestone(
        id=episode.id,
        title=en.numbered(*numbers, episode.english),
        title_ja=ja.numbered(*numbers, episode.title_ja),
        kind="episode",
        when=episode.when,
        inferred=episode.inferred,
        runtime_minutes=episode.runtime_minutes,
        season=episode.season,
        show=episode.show,
        note=episode.note,
        evidence=episode.evidence,
        sources=episode.sources,
        confidence=episode.dated or episode.confidence,
    )


def ids(dataset: Dataset) -> tuple[str, ...]:
    """Return every target's id, in file order, and `next`."""
    return (*(milestone.id for milestone in every(dataset)), NEXT)


def titles(dataset: Dataset) -> dict[str, str]:
    """Return the title of every milestone by its id, never with that of its show before it."""
    known = (*dataset.milestones, *map(of, dataset.episodes))
    return {milestone.id: milestone.title for milestone in known}


def titles_ja(dataset: Dataset) -> dict[str, str | None]:
    """Return the Japanese title of every milestone by its id; None for one without."""
    return {milestone.id: milestone.title_ja for milestone in every(dataset)}


def show_title(dataset: Dataset) -> Worded:
    """Return the title of the show for a phrase."""
    return either(dataset.show.title, dataset.show.title_ja)


def target(dataset: Dataset, words: str, now: dt.datetime) -> Milestone:
    """Return the milestone that `words` mean; without words, the default one.

    `words` are an id, `next`, an episode in any form, or words of a title in English or Japanese.
    Raises UsageError if they match none or several, NoMatch if nothing is upcoming for `next`, and
    for an episode or a season that is not in the dataset.
    """
    if not words:
        return _default(dataset, now)
    known = every(dataset)
    exact = {milestone.id: milestone for milestone in reversed(known)}
    found = exact.get(words) or exact.get(words.casefold())
    if found is not None:
        return found
    if words.casefold() == NEXT:
        return _first_to_come(known, now, "nothing is left to come")
    if episodes.read(words):
        return exact[find_episode(dataset, words, None, now).id]
    for season in episodes.seasons_in(words):
        check_season(dataset, season, now)
    return _titled(dataset, known, words, now)


def check_season(dataset: Dataset, number: int | None, now: dt.datetime) -> None:
    """Raise NoMatch, with the next headline as advice, if nothing is known of season `number`."""
    if number is None or number in episodes.seasons(dataset):
        return
    following = next((m for m in _headlines(dataset, now) if not is_past(m, now)), None)
    advice = f"Next: {following.title} (medalist countdown {following.id})" if following else ""
    raise episodes.unannounced(dataset, number, advice)


def find_episode(dataset: Dataset, text: str, season: int | None, now: dt.datetime) -> Episode:
    """Return the episode that `episodes.find` does, with the advice of `check_season`."""
    named = episodes.read(text)
    check_season(dataset, named.season if named else None, now)
    return episodes.find(dataset, text, season)


def _titled(
    dataset: Dataset, known: tuple[Milestone, ...], words: str, now: dt.datetime
) -> Milestone:
    """Return the one milestone whose names match `words` best."""
    shows = [fold(title) for title in _show_titles(dataset)]
    names = _folded_names(dataset, known, shows)
    query = re.sub(episodes.ORDINAL, r"season \1", fold(words))
    query = re.sub(r"\bs(?:eason)? ?(?=[0-9])", "season ", query)
    forms = (query, singular(query), _without(query, shows))
    found = [known[i] for i in next(filter(None, (best(names, form) for form in forms)), ())]
    match found:
        case [milestone]:
            return milestone
        case []:
            raise UsageError(f"nothing called {shortened(words)!r}", _advice(known, words))
        case _:
            likely = ", ".join(visible(each.id) for each in _likeliest(found, now)[:_NAMED])
            amount = f" ({len(found)} in all)" if len(found) > _NAMED else ""
            message = f"{shortened(words)!r} is ambiguous: {likely}{amount}"
            raise UsageError(message, "Use one of these ids, or more words of the title.")


def _show_titles(dataset: Dataset) -> Iterator[str]:
    for show in (dataset.show, *dataset.shows):
        yield from filter(None, (show.title, show.title_ja, show.title_latin))


def _folded_names(
    dataset: Dataset, known: tuple[Milestone, ...], shows: list[str]
) -> list[list[str]]:
    """Return the folded names of each milestone, also without the title of a show."""
    by_id = {each.id: each for each in dataset.episodes}
    names = [list(_names(each, by_id.get(each.id))) for each in known]
    whole = iter(folded([name for each in names for name in each]))  # all in one go
    return [
        [
            form
            for name in islice(whole, len(each))
            for form in (name, _without(name, shows))
            if form
        ]
        for each in names
    ]


def _names(milestone: Milestone, episode: Episode | None) -> Iterator[str]:
    """Yield what a milestone is called; `episode` is the one it is the broadcast of."""
    written: list[str | None] = [milestone.title, milestone.title_ja, *milestone.aliases]
    if milestone.season is not None:
        written.append(f"season {milestone.season}")
    if episode is not None:
        written += [f"episode {episode.number}", episode.title, episode.title_literal]
        written.append(episode.title_latin)
    return filter(None, written)


def _without(name: str, shows: list[str]) -> str:
    """Return a folded name without the title of a show in it."""
    for title in shows:
        name = f" {name} ".replace(f" {title} ", " ").strip()
    return name


def _advice(known: tuple[Milestone, ...], words: str) -> str:
    """Return what `words` may be a misspelling of, else where all milestones are listed."""
    titles = (word for each in known for word in fold(each.title).split())
    shown = {word: word for word in titles if len(word) >= _SHORTEST}
    shown |= {each.title: each.id for each in known} | {each.id: each.id for each in known}
    near = (shown[name] for name in nearest(words, shown))
    return did_you_mean(near, "`medalist schedule` lists all dates.")


def _likeliest(found: Iterable[Milestone], now: dt.datetime) -> list[Milestone]:
    """Return headlines first, then what comes next, then what was last; episodes at the end."""
    ordered = in_order(found, now.tzinfo)
    coming = [each for each in ordered if not is_past(each, now)]
    past = [each for each in reversed(ordered) if is_past(each, now)]
    return sorted((*coming, *past), key=lambda each: (not each.headline, each.kind == "episode"))


def anchor(dataset: Dataset) -> Milestone:
    """Return the milestone that the dataset is about; a loaded dataset always has it."""
    return next(m for m in every(dataset) if m.id == dataset.anchor)


def _default(dataset: Dataset, now: dt.datetime) -> Milestone:
    """Return the anchor until it is past, then the next headline, else the last one."""
    first = anchor(dataset)
    if not is_past(first, now):
        return first
    headlines = _headlines(dataset, now) or [first]
    return next((m for m in headlines if not is_past(m, now)), headlines[-1])


def _headlines(dataset: Dataset, now: dt.datetime) -> list[Milestone]:
    return in_order((m for m in every(dataset) if m.headline), now.tzinfo)


def _first_to_come(known: Iterable[Milestone], now: dt.datetime, otherwise: str) -> Milestone:
    dated = (milestone for milestone in known if milestone.when is not None)
    coming = (each for each in in_order(dated, now.tzinfo) if not is_past(each, now))
    found = next(coming, None)
    if found is None:
        raise NoMatch(otherwise)
    return found


def in_order(milestones: Iterable[Milestone], reader: dt.tzinfo | None) -> list[Milestone]:
    """Return milestones in the order of the dates that people read.

    A minute counts on the calendar of `reader`, anything coarser on its own zone's. Whole days come
    after the clocks of that day, months and years after their last day or after the milestone that
    `after` names, and milestones without a date at the end.
    """
    given = list(milestones)
    by_id: dict[str | None, Milestone] = {milestone.id: milestone for milestone in given}
    keys: dict[str | None, tuple[float, ...]] = {}
    for milestone in given:
        # A loop, and each date once: a file may have a chain of 100,000.
        chain: dict[str, Milestone] = {}
        following: Milestone | None = milestone
        while following is not None and not (following.id in keys or following.id in chain):
            chain[following.id] = following
            following = by_id.get(_before(following))
        for last in reversed(chain.values()):
            first = keys.get(_before(last))
            keys[last.id] = (*first[:3], first[3] + 1) if first else (*_own_key(last, reader), 0)
    return sorted(given, key=lambda milestone: keys[milestone.id])


def _before(milestone: Milestone) -> str | None:
    """Return the id that the place of a milestone depends on; None where its date decides."""
    has_day = milestone.when is not None and len(milestone.when.date) == len("2027-02-19")
    return None if has_day else milestone.after


def _own_key(milestone: Milestone, reader: dt.tzinfo | None) -> tuple[float, float, float]:
    """Return what orders dates: the day, then clocks, whole days, months and years, the instant."""
    if milestone.when is None:
        return math.inf, 0, 0
    at = timeline.window(milestone.when)
    if at.precision in ("month", "year"):
        return at.last_day.toordinal(), 2, at.latest.timestamp()
    if at.precision == "minute":
        return at.earliest.astimezone(reader).toordinal(), 0, at.earliest.timestamp()
    return at.first_day.toordinal(), 1, at.earliest.timestamp()


def _state(milestone: Milestone, now: dt.datetime) -> tuple[timeline.Window | None, State]:
    at = timeline.window(milestone.when) if milestone.when else None
    return at, timeline.state(milestone, at, now)


def is_past(milestone: Milestone, now: dt.datetime) -> bool:
    """Return whether `milestone` is over at `now`."""
    return _state(milestone, now)[1] == "past"


def is_live(milestone: Milestone, now: dt.datetime) -> bool:
    """Return whether `milestone` is on air at `now`."""
    return _state(milestone, now)[1] == "live"


def is_out(milestone: Milestone, now: dt.datetime) -> bool:
    """Return whether the minute of `milestone` has come, or its window is over."""
    return _state(milestone, now)[1] in ("live", "past")


def is_today(milestone: Milestone, now: dt.datetime) -> bool:
    """Return whether `milestone` is on the day that `now` is: the reader's day for a minute."""
    at, state = _state(milestone, now)
    if at is None:
        return False
    if at.precision == "minute":
        return at.earliest.astimezone(now.tzinfo).date() == now.date()
    return at.precision == "day" and state == "window"


def is_within(milestone: Milestone, span: dt.timedelta, now: dt.datetime) -> bool:
    """Return whether `milestone` is not past, and certain to be out when `span` is over."""
    at, state = _state(milestone, now)
    if at is None or state == "past":
        return False
    return timeline.seconds(at.latest, now) <= span.total_seconds()
