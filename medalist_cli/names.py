"""How names are written, and who is meant by one."""

from collections.abc import Callable, Sequence
from typing import Literal, TypeVar

from msgspec import Struct

from medalist_cli.cells import visible
from medalist_cli.errors import NoMatch
from medalist_cli.matching import nearest, search
from medalist_cli.model import Credit, Dataset, Name, Role, Status
from medalist_cli.rows import CastRow, StaffRow

Script = Literal["en", "ja", "both"]
Order = Literal["given", "family"]
Writer = Callable[[Name], str | None]
"""Writes a name; None where it is not known in that form."""

Listed = TypeVar("Listed", Role, Credit)


class Style(Struct, frozen=True):
    """How a reader wants names written."""

    script: Script = "en"
    order: Order = "given"

    def write(self, name: Name) -> str | None:
        """Return a name so written; a form that is not known falls back to the other."""
        here, ja = latin(name, self.order), name.ja
        match self.script:
            case "en":
                return here or ja
            case "ja":
                return ja or here
            case "both":
                return f"{here} ({ja})" if here and ja and here != ja else here or ja


def latin(name: Name, order: Order = "given") -> str | None:
    """Return a name in Latin letters, the part named by `order` first; None where unknown."""
    parts = (name.given, name.family) if order == "given" else (name.family, name.given)
    return name.name or " ".join(part for part in parts if part) or None


def spellings(name: Name, *, for_latin: bool) -> str:
    """Return every form of a name that a query may be a part of, on one line.

    `for_latin` leaves out what a query in Latin letters finds in the romanised name as well:
    most names then are ASCII, and folding a hundred thousand of them takes a tenth of the time.
    """
    given, family = name.given or "", name.family or ""
    romanised = (given, family, given + family, family + given, name.name or "", *name.variants)
    if for_latin and (name.name or (given and family)):
        return " ".join(romanised)
    reading = name.reading or ""
    return " ".join((*romanised, name.ja or "", reading, reading.replace(" ", "")))


def roles(dataset: Dataset, query: str, season: int | None, *, new: bool) -> tuple[Role, ...]:
    """Return the cast whose character or actor `query` means; all of it without a query.

    `season` keeps those who appear in it, `new` those who first appear in it (without `season`,
    in the latest). Raises NoMatch when that leaves nobody.
    """
    found = _meant(dataset.cast, query, _of_role)
    if not found and query:
        other = _meant(dataset.staff, query, _of_credit)
        raise _nobody("role", query, dataset.cast, _of_role, "staff" if other else "")
    debut = season or latest(dataset)
    kept = [role for role in found if season is None or season in role.seasons]
    return _some("cast", [role for role in kept if not new or is_new(role, debut)])


def posts(
    dataset: Dataset, query: str, season: int | None, *, status: Status | None, post: str
) -> tuple[Credit, ...]:
    """Return the staff whose name `query` means; all of them without a query.

    `season` keeps credits of that season, `status` what became of them, `post` those whose post
    has all its words. Raises NoMatch when that leaves nobody.
    """
    found = _meant(dataset.staff, query, _of_credit)
    if not found and query:
        other = "cast" if _meant(dataset.cast, query, _of_role) else ""
        other = other or ("staff --role" if search(_posts(dataset.staff), query) else "")
        raise _nobody("credit", query, dataset.staff, _of_credit, other)
    kept = [credit for credit in found if season is None or season in credit.seasons]
    kept = [credit for credit in kept if status in (None, credit.status)]
    return _some("staff", [kept[index] for index in search(_posts(kept), post)])


def _posts(staff: Sequence[Credit]) -> list[str]:
    return [f"{credit.role} {credit.role_ja or ''}" for credit in staff]


def _of_role(role: Role) -> tuple[Name, ...]:
    return role.character, role.actor


def _of_credit(credit: Credit) -> tuple[Name, ...]:
    return (credit.name,)


def _meant(
    listed: Sequence[Listed], query: str, names: Callable[[Listed], tuple[Name, ...]]
) -> Sequence[Listed]:
    if not query:
        return listed
    latin = query.isascii()
    lines = [" ".join(spellings(n, for_latin=latin) for n in names(entry)) for entry in listed]
    return [listed[index] for index in search(lines, query)]


def _nobody(
    what: str,
    query: str,
    listed: Sequence[Listed],
    names: Callable[[Listed], tuple[Name, ...]],
    elsewhere: str,
) -> NoMatch:
    asked = visible(query)
    if elsewhere:
        return NoMatch(f"no {what} matches {asked!r}", f"Try `medalist {elsewhere} {asked}`.")
    known = (name for entry in listed for name in names(entry))
    forms = (form for name in known for form in (latin(name), name.given, name.family, name.ja))
    near = nearest(query, (form for form in forms if form))
    return NoMatch(f"no {what} matches {asked!r}", f"Did you mean {near}?" if near else "")


def _some(what: str, kept: Sequence[Listed]) -> tuple[Listed, ...]:
    if not kept:
        raise NoMatch(f"nobody of the {what} is left after these filters")
    return tuple(kept)


def is_new(role: Role, season: int) -> bool:
    """Return whether `season` is the first that a character appears in."""
    return min(role.seasons, default=season) == season


def latest(dataset: Dataset) -> int:
    """Return the number of the last season that anyone is said to appear in; 1 for nobody."""
    return max((season for role in dataset.cast for season in role.seasons), default=1)


def cast_row(role: Role, season: int, write: Writer = latin) -> CastRow:
    """Return a role as a row; `season` is the one that `new` is about."""
    return CastRow(
        character=write(role.character),
        character_ja=role.character.ja,
        actor=write(role.actor),
        actor_ja=role.actor.ja,
        dub=write(role.dub) if role.dub else None,
        role=role.role,
        seasons=role.seasons,
        new=is_new(role, season),
        note=role.note,
        sources=role.sources,
        confidence=role.confidence,
    )


def staff_row(credit: Credit, write: Writer = latin) -> StaffRow:
    """Return a credit as a row."""
    return StaffRow(
        role=credit.role,
        role_ja=credit.role_ja,
        name=write(credit.name),
        name_ja=credit.name.ja,
        seasons=credit.seasons,
        status=credit.status,
        note=credit.note,
        sources=credit.sources,
        confidence=credit.confidence,
    )
