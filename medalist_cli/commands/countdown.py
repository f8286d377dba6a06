"""`medalist countdown`."""

import datetime as dt
from typing import Annotated, Literal

import typer

from medalist_cli import parsers
from medalist_cli.errors import UsageError, exclusive
from medalist_cli.model.result import Countdown, Live
from medalist_cli.options import MultiZoneReader, Target
from medalist_cli.parsers import Durations, words
from medalist_cli.queries import countdown as query
from medalist_cli.queries import milestones

GROUP = "Watch"
ALIASES = ("when", "until", "いつ")

Mode = Literal["live", "wait", "follow"]
LiveFlag = Annotated[bool, typer.Option("--live", help="Run full screen; q quits.")]
WaitFlag = Annotated[bool, typer.Option("--wait", help="Wait until TARGET is out, then exit 0.")]
FollowFlag = Annotated[
    bool, typer.Option("--follow", help="Print an updated line at every interval.")
]
Every = Annotated[
    dt.timedelta | None,
    typer.Option(
        "--every",
        parser=parsers.duration,
        metavar="DUR",
        help="Interval for --follow. [default: 1s]",
        show_default=False,
    ),
]
At = Annotated[
    Durations | None,
    typer.Option(
        "--at",
        parser=parsers.moments_before,
        metavar="DUR,…",
        help="With --follow: print a line this long before TARGET (7d,1d,0), then end.",
        show_default=False,
    ),
]


def countdown(
    reader: MultiZoneReader,
    target: Target = None,
    live: LiveFlag = False,
    wait: WaitFlag = False,
    follow: FollowFlag = False,
    every: Every = None,
    at: At = None,
) -> Countdown | Live:
    """Count down to a premiere, episode or release.

    TARGET: words of a title, an episode such as s2e3, an id, or next for whatever comes next.
    Without it: the next premiere or film.

    Example: medalist countdown, medalist countdown film, medalist countdown next --live.
    """
    mode = _mode(live=live, wait=wait, follow=follow)
    if every is not None and mode != "follow":
        raise UsageError("--every needs --follow")
    if at is not None and mode != "follow":
        raise UsageError("--at needs --follow")
    if at is not None and every is not None:
        raise exclusive("--at", "--every")
    dataset = reader.dataset
    wanted = words(target)

    def count() -> Countdown:
        now = reader.clock()
        return query.shown(dataset, milestones.target(dataset, wanted, now), now, reader.zones)

    if mode is None:
        return count()
    if mode == "wait" or at:  # `next` must stay the same milestone while it is waited for
        wanted = milestones.target(dataset, wanted, reader.now).id
    return Live(
        notes=dataset.hidden,
        count=count,
        mode=mode,
        every=dt.timedelta(seconds=1) if every is None else every,
        at=at or (),
    )


def _mode(**flags: bool) -> Mode | None:
    modes: list[Mode] = [name for name, is_set in flags.items() if is_set]  # type: ignore[misc]
    if len(modes) > 1:
        raise exclusive(f"--{modes[0]}", f"--{modes[1]}")
    return modes[0] if modes else None
