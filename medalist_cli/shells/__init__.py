"""What a shell is told of the program, as values; one module for each shell writes its code.

A shell is a module with `prompt(steps) -> str` and `completion(grammar) -> str`. The folder is the
list: a new file is a new shell, for help, completion and errors.
"""

from importlib import import_module
from types import ModuleType

from msgspec import Struct


class Days(Struct, frozen=True):
    """A wait told in whole days, `88d` or `40-404d`."""

    first: int
    """The first day it can end, counted from 1970-01-01."""
    last: int
    """The last one, the same where the day is known."""
    offset: int
    """Seconds east of UTC, of the calendar the days are on."""


class Hours(Struct, frozen=True):
    """A wait told in hours and minutes, `3h 04m`, until the Unix time `at`."""

    at: int


class Minutes(Struct, frozen=True):
    """A wait told in minutes and seconds, `4m 05s`, until the Unix time `at`."""

    at: int


Wait = Days | Hours | Minutes | str
"""What is shown after a title: what the shell reckons, or a word."""


class Step(Struct, frozen=True):
    """What a prompt shows for a time."""

    until: int
    """The Unix time at which the next step takes over."""
    title: str
    """Fit for a terminal, and not yet for a shell."""
    wait: Wait


class Value(Struct, frozen=True):
    """What may stand at one place of a command line; all empty: nothing that can be guessed."""

    words: tuple[tuple[str, str], ...] = ()
    """Words, each with a few others about it or an empty string."""
    many: bool = False
    """Whether several of the words may be joined with commas."""
    asks: str = ""
    """What the program is asked for when the words are the dataset's."""
    is_file: bool = False


Place = tuple[tuple[str, ...], Value]
"""The states of a command line at which one value is wanted.

A state is a command and a place in it: `cast --format` after an option that takes a value, `cast -`
where an option begins, `cast 0` for its first word, `cast n` for a later one. Without a command
the place stands alone (` 0`), and `* --color` is that option of any command.
"""


class Grammar(Struct, frozen=True):
    """What can be typed after `medalist`."""

    commands: tuple[str, ...]
    """Those of a submenu with its name before them: `is`, `is out`."""
    valued: tuple[tuple[str, ...], ...]
    """The options that take a value, the long name first, then the short."""
    places: tuple[Place, ...]


def names() -> tuple[str, ...]:
    """Return the names of the shells, in order."""
    import pkgutil  # noqa: PLC0415 - 2 ms, for completion and errors

    found = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(sorted(name for name in found if not name.startswith("_")))


def of(name: str) -> ModuleType | None:
    """Return the module of a shell; None where there is no such shell."""
    return import_module(f"{__name__}.{name}") if name in names() else None
