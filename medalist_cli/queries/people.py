"""Look up the cast and the staff."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from msgspec import structs

from medalist_cli.errors import NoMatch
from medalist_cli.model.dataset import Credit, Dataset, Name, Role, Status
from medalist_cli.model.rows import CastRow, StaffRow, as_row
from medalist_cli.queries import music
from medalist_cli.queries.grouping import grouped
from medalist_cli.text.cells import shortened
from medalist_cli.text.matching import best, fold, search
from medalist_cli.text.names import TextWriter, Writer, latin, spellings
from medalist_cli.text.pasting import line
from medalist_cli.text.suggestions import did_you_mean, nearest

Listed = TypeVar("Listed", Role, Credit)
Row = TypeVar("Row", CastRow, StaffRow)

_LISTED = {"cast": "character or actor", "staff": "staff member"}
"""Whom each command lists."""


def roles(dataset: Dataset, query: str, season: int | None, *, new: bool) -> tuple[Role, ...]:
    """Return the cast whose character or voices match `query`; everyone without a query.

    If any name matches as whole words, only those; else beginnings of words, else parts of words.

    `season` keeps those who appear in it, `new` those who first appear in it (without `season`, in
    the latest one). Raises NoMatch if nobody is left.
    """
    found = _matching(dataset.cast, query, _cast_names)
    if not found and query:
        other = "staff" if _matching(dataset.staff, query, _staff_names) else ""
        other = other or _in_songs(dataset, query)
        raise _no_match("cast", query, dataset.cast, _cast_names, other)
    debut = season or latest(dataset)
    kept = [role for role in found if season is None or season in role.seasons]
    return _not_empty("cast members", [role for role in kept if not new or is_new(role, debut)])


def crew(
    dataset: Dataset, query: str, season: int | None, *, status: Status | None, role: str
) -> tuple[Credit, ...]:
    """Return the staff whose name matches `query`; everyone without a query.

    Whole words come first, as in `roles`. `season` keeps credits of that season, `status` those
    with that status, `role` those whose role has all its words. Raises NoMatch if nobody
    is left.
    """
    found = _matching(dataset.staff, query, _staff_names)
    if not found and query:
        other = "cast" if _matching(dataset.cast, query, _cast_names) else ""
        other = other or ("staff --role" if search(_roles(dataset.staff), query) else "")
        other = other or _in_songs(dataset, query)
        raise _no_match("staff", query, dataset.staff, _staff_names, other)
    kept = [credit for credit in found if season is None or season in credit.seasons]
    kept = [credit for credit in kept if status in (None, credit.status)]
    return _not_empty("staff members", [kept[index] for index in search(_roles(kept), role)])


def _in_songs(dataset: Dataset, query: str) -> str:
    return "music" if music.matching(dataset, query) else ""


def _roles(staff: Sequence[Credit]) -> list[str]:
    return [f"{credit.role} {credit.role_ja or ''}" for credit in staff]


def _cast_names(role: Role) -> tuple[Name, ...]:
    return (role.character, role.actor, *((role.dub,) if role.dub else ()))


def _staff_names(credit: Credit) -> tuple[Name, ...]:
    return (credit.name,)


def _matching(
    listed: Sequence[Listed], query: str, names: Callable[[Listed], tuple[Name, ...]]
) -> Sequence[Listed]:
    if not query:
        return listed
    latin = query.isascii()
    lines = [" ".join(spellings(n, for_latin=latin) for n in names(entry)) for entry in listed]
    return [listed[index] for index in best(lines, query)]


def _no_match(
    command: str,
    query: str,
    listed: Sequence[Listed],
    names: Callable[[Listed], tuple[Name, ...]],
    elsewhere: str,
) -> NoMatch:
    message = f"no {_LISTED[command]} matches {shortened(query)!r}"
    if elsewhere:
        return NoMatch(message, f"Try: {line(elsewhere, query)}")
    forms = [form for entry in listed for name in names(entry) for form in _forms(name)]
    near = nearest(query, forms, fold)
    return NoMatch(message, did_you_mean(near, f"`medalist {command}` lists all."))


def _forms(name: Name) -> Iterator[str]:
    yield from filter(None, (name.given, name.family, latin(name), name.ja, *name.aliases))


def _not_empty(what: str, kept: Sequence[Listed]) -> tuple[Listed, ...]:
    if not kept:
        raise NoMatch(f"no {what} match these filters")
    return tuple(kept)


def is_new(role: Role, season: int) -> bool:
    """Return whether a character first appears in `season`."""
    return _debut(role) == season


def debuts(cast: Sequence[Role]) -> dict[tuple[str | None, int | None], list[Role]]:
    """Return the cast by show and by the season that a character first appears in."""
    return grouped(cast, lambda role: (role.show, _debut(role)))


def _debut(role: Role) -> int | None:
    return min(role.seasons, default=None)


def latest(dataset: Dataset) -> int:
    """Return the number of the latest season that anyone appears in; 1 without a cast."""
    return max((season for role in dataset.cast for season in role.seasons), default=1)


def cast_row(role: Role, season: int, write: Writer = latin) -> CastRow:
    """Return a role as a row; `new` says whether it first appears in `season`."""
    return as_row(
        CastRow,
        role,
        character=write(role.character),
        character_ja=role.character.ja,
        actor=write(role.actor),
        actor_ja=role.actor.ja,
        dub=write(role.dub) if role.dub else None,
        aliases=role.character.aliases + role.actor.aliases,
        new=is_new(role, season),
    )


def staff_row(credit: Credit, write: Writer = latin) -> StaffRow:
    """Return a credit as a row."""
    return as_row(StaffRow, credit, name=write(credit.name), name_ja=credit.name.ja)


def written(row: Row, write: TextWriter) -> Row:
    """Return a row with its role in the script that `write` chooses."""
    return structs.replace(row, role=write(row.role, row.role_ja))
