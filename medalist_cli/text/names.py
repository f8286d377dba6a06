"""Write names in Latin or Japanese script."""

from collections.abc import Callable, Sequence
from typing import Literal

from msgspec import Struct

from medalist_cli.model.dataset import Name

Script = Literal["en", "ja", "both"]
Order = Literal["given", "family"]
Writer = Callable[[Name], str | None]
"""Writes a name; returns None if that form is unknown."""
TextWriter = Callable[[str | None, str | None], str | None]
"""Writes a text that may have an English and a Japanese form."""


class Style(Struct, frozen=True):
    """How a reader wants names written."""

    script: Script = "en"
    order: Order = "given"

    def write(self, name: Name) -> str | None:
        """Return a name in this style, or in the other script if that form is unknown."""
        return self.text(latin(name, self.order), name.ja)

    def text(self, en: str | None, ja: str | None) -> str | None:
        """Return a title, role or artist in this style, or in the other script if unknown."""
        match self.script:
            case "en":
                return en or ja
            case "ja":
                return ja or en
            case "both":
                return f"{en} ({ja})" if en and ja and ja != en else en or ja


PLAIN = Style()
"""English, given names first."""


def latin(name: Name, order: Order = "given") -> str | None:
    """Return a name in Latin letters, the part named by `order` first; None if unknown."""
    parts = (name.given, name.family) if order == "given" else (name.family, name.given)
    return name.name or " ".join(part for part in parts if part) or None


def spellings(name: Name, *, for_latin: bool) -> str:
    """Return every form of a name that a query may match, on one line.

    `for_latin` leaves out the Japanese forms of romanised names, which a query in Latin letters
    cannot match any better. Most lines are then ASCII and fold ten times as fast.
    """
    given, family = name.given or "", name.family or ""
    romanised = (given, family, given + family, family + given, name.name or "", *name.variants)
    romanised += name.aliases
    if for_latin and (name.name or (given and family)):
        return " ".join(romanised)
    reading = name.reading or ""
    return " ".join((*romanised, name.ja or "", reading, reading.replace(" ", "")))


def joined(names: Sequence[str], conjunction: str) -> str:
    """Return names as a sentence lists them: `a`, `a or b`, `a, b or c`; nothing for none."""
    *others, last = names or ("",)
    return f"{', '.join(others)} {conjunction} {last}" if others else last
