"""What a prompt shows over time, as steps that a shell can follow without starting a process."""

from msgspec import Struct


class Days(Struct, frozen=True):
    """A wait shown in whole days, `88d` or `40-404d`."""

    first: int
    """The first day it can end, in days since 1970-01-01."""
    last: int
    """The last day it can end; the same as `first` for a known day."""
    offset: int
    """The UTC offset of the calendar that days are counted on, in seconds."""


class Hours(Struct, frozen=True):
    """A wait shown in hours and minutes, `3h 04m`, until the Unix time `at`."""

    at: int


class Minutes(Struct, frozen=True):
    """A wait shown in minutes, `4m`, until the Unix time `at`."""

    at: int


Wait = Days | Hours | Minutes | str
"""What follows the title: a time that the shell computes, or a fixed word."""


class Step(Struct, frozen=True):
    """What a prompt shows until some moment."""

    until: int
    """The Unix time at which the next step begins."""
    title: str
    """Safe for a terminal, not yet quoted for a shell."""
    wait: Wait
