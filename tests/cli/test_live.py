"""Running countdowns, on a clock that the tests move: nothing here sleeps."""

import contextlib
import datetime as dt
import errno
import json
import os
import select
import signal
import sys
import termios
import time
from collections.abc import Callable, Iterator
from typing import TextIO

import pytest
from conftest import SERIES, Program, answered
from msgspec import structs

from medalist_cli.cli import live
from medalist_cli.commands import countdown as command
from medalist_cli.errors import NoMatch, OutputError, UsageError
from medalist_cli.model import result as results
from medalist_cli.model.result import Live
from medalist_cli.options import MultiZoneReader
from medalist_cli.queries import countdown as query
from medalist_cli.queries import milestones, spoilers
from medalist_cli.render import Form, form_of, formats
from medalist_cli.storage import loader
from medalist_cli.terminal import Terminal

PREMIERE = dt.datetime(2027, 1, 9, 16, 30, tzinfo=dt.UTC)
PIPE = Terminal(width=None)
TABLE = Form(name="table")
LINE = Form(name="text")
DAY = 86_400

VISIBLE = spoilers.up_to(loader.load(SERIES), None)


class Enough(Exception):
    """Raised when enough lines are written."""


class Clock:
    """A wall clock that moves during pauses, and when it is set."""

    def __init__(self, now: dt.datetime) -> None:
        self.now = now.timestamp()
        self.pauses: list[float] = []
        self.set_by: dict[int, float] = {}
        """Seconds by which the clock is set during a pause, by the number of the pause from 1."""

    def time(self) -> float:
        return self.now

    def pause(self, seconds: float) -> None:
        assert seconds > 0
        self.pauses.append(seconds)
        self.now += seconds + self.set_by.get(len(self.pauses), 0)

    def moment(self) -> dt.datetime:
        return dt.datetime.fromtimestamp(int(self.now), dt.UTC)


Watch = Callable[..., Clock]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Watch:
    """Make a clock some time before the premiere, and let the program use it."""

    def at(**before: float) -> Clock:
        made = Clock(PREMIERE - dt.timedelta(**before))
        monkeypatch.setattr(time, "time", made.time)
        return made

    return at


def live_result(clock: Clock, target: str = "season-2-premiere", every: int = 1) -> Live:
    def count() -> results.Countdown:
        now = clock.moment()
        return query.shown(VISIBLE, milestones.target(VISIBLE, target, now), now)

    return Live(notes=(), count=count, mode="follow", every=dt.timedelta(seconds=every))


def waited(clock: Clock, target: str = "season-2-premiere") -> list[float]:
    """Wait to the end and return the pauses."""
    live.wait(live_result(clock, target), TABLE, PIPE, clock.pause)
    return clock.pauses


def test_a_wait_ends_at_the_exact_time(clock: Watch) -> None:
    watch = clock(hours=1)
    waited(watch)
    assert watch.moment() == PREMIERE


def test_a_wait_pauses_at_most_a_second_in_the_last_minute(clock: Watch) -> None:
    watch = clock(minutes=1)
    assert max(waited(watch)) <= 1


@pytest.mark.parametrize("fraction", [0, 0.25, 0.999])
def test_a_wait_pauses_at_most_30_seconds(clock: Watch, fraction: float) -> None:
    watch = clock(hours=1, seconds=fraction)
    assert max(waited(watch)) <= 30


def test_a_long_wait_wakes_about_every_30_seconds(clock: Watch) -> None:
    assert len(waited(clock(hours=2))) < 7200 / 30 + 60


def test_a_wait_ends_less_than_a_second_late(clock: Watch) -> None:
    watch = clock(seconds=61.5)
    waited(watch)
    assert watch.now - PREMIERE.timestamp() < 1


def test_a_wait_for_something_just_released_ends_at_once(clock: Watch) -> None:
    assert waited(clock(seconds=0)) == []


def test_a_wait_for_something_long_past_ends_at_once(clock: Watch) -> None:
    assert waited(clock(days=-5_000)) == []


def test_a_wait_for_a_past_event_without_a_date_ends_at_once(clock: Watch) -> None:
    assert waited(clock(days=1), "school-visit") == []


def test_a_wait_for_a_whole_day_ends_with_that_day() -> None:
    watch = Clock(dt.datetime(2026, 11, 22, 14, 0, tzinfo=dt.UTC))
    waited(watch, "rowing-day")
    assert watch.moment() == dt.datetime(2026, 11, 22, 15, 0, tzinfo=dt.UTC)


def test_a_wait_notices_a_clock_that_was_set_forward(clock: Watch) -> None:
    watch = clock(days=10)
    watch.set_by = {3: 11 * DAY}
    assert len(waited(watch)) == 3


def test_a_wait_notices_a_clock_that_was_set_back(clock: Watch) -> None:
    watch = clock(seconds=30)
    watch.set_by = {5: -3600}
    assert sum(waited(watch)) == pytest.approx(3630, abs=1)
    assert watch.moment() == PREMIERE


def test_a_wait_notices_that_the_machine_slept_past_the_release(clock: Watch) -> None:
    watch = clock(seconds=30)
    watch.set_by = {1: 3600}
    assert len(waited(watch)) == 1


def test_a_wait_without_a_date_is_no_match(clock: Watch) -> None:
    with pytest.raises(NoMatch) as refusal:
        waited(clock(days=1), "third-season")
    assert refusal.value.message == ("'A third season' has no date yet, so --wait can't be used")


@pytest.mark.parametrize("target", ["season-1-premiere", "school-visit"])
def test_a_finished_wait_ends_with_0_and_prints_nothing(rower: Program, target: str) -> None:
    assert rower("countdown", target, "--wait") == (0, "", "")


def test_a_wait_without_a_date_ends_with_1(rower: Program) -> None:
    ended = rower("countdown", "third-season", "--wait")
    assert (ended.code, ended.out) == (1, "")


def test_a_wait_keeps_its_first_target(clock: Watch) -> None:
    watch = clock(seconds=30)
    reader = MultiZoneReader(data=SERIES, pretended=watch.moment())
    result = command.countdown(reader, ["next"], wait=True)
    assert isinstance(result, Live)
    live.wait(result, TABLE, PIPE, watch.pause)
    assert watch.moment() == PREMIERE


END = b"the end"
PATIENCE = 5.0

Stderr = Callable[[], Callable[[], str]]


@pytest.fixture
def stderr(monkeypatch: pytest.MonkeyPatch) -> Iterator[Stderr]:
    """Use a terminal of 80 columns as the program's stderr; returns a function that reads it."""
    controller, device = os.openpty()
    termios.tcsetwinsize(device, (24, 80))
    kept = os.dup(2)
    with os.fdopen(device, "w", encoding="utf-8") as file:

        def read_stderr() -> str:
            os.write(device, END)  # what was written before may arrive late
            read = b""
            while not read.endswith(END):
                assert select.select([controller], [], [], PATIENCE)[0]
                read += os.read(controller, 65536)
            return read.removesuffix(END).decode()

        def become() -> Callable[[], str]:
            os.dup2(device, 2)
            monkeypatch.setattr(sys, "stderr", file)
            return read_stderr

        yield become
    os.dup2(kept, 2)
    os.close(kept)
    os.close(controller)


def test_a_wait_updates_a_line_each_second_and_clears_it(clock: Watch, stderr: Stderr) -> None:
    read_stderr = stderr()
    waited(clock(seconds=2))
    assert read_stderr() == (
        "\rSeason 2 premiere — today, in 2 seconds\x1b[K"
        "\rSeason 2 premiere — today, in 1 second\x1b[K"
        "\r\x1b[K"
    )


def test_a_wait_on_a_terminal_wakes_on_whole_seconds(clock: Watch, stderr: Stderr) -> None:
    stderr()
    assert waited(clock(minutes=1, seconds=1.75))[:3] == [0.75, 1, 1]


def test_a_wait_that_ends_at_once_shows_nothing(clock: Watch, stderr: Stderr) -> None:
    read_stderr = stderr()
    waited(clock(seconds=0))
    assert read_stderr() == ""


def test_an_interrupted_wait_clears_its_line(clock: Watch, stderr: Stderr) -> None:
    def interrupted(_: float) -> None:
        raise KeyboardInterrupt

    read_stderr = stderr()
    with pytest.raises(KeyboardInterrupt):
        live.wait(live_result(clock(days=1)), TABLE, PIPE, interrupted)
    assert read_stderr().endswith("\r\x1b[K")


def of_another_job(descriptor: int) -> int:
    """Say that the terminal of stderr, and of nothing else, belongs to another job."""
    return os.getpgrp() + (descriptor == 2)


def test_a_wait_in_the_background_shows_nothing(
    clock: Watch, stderr: Stderr, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_stderr = stderr()
    monkeypatch.setattr(os, "tcgetpgrp", of_another_job)
    waited(clock(seconds=2))
    assert read_stderr() == ""


def test_a_wait_that_ends_in_the_background_leaves_the_terminal_alone(
    clock: Watch, stderr: Stderr, monkeypatch: pytest.MonkeyPatch
) -> None:
    def moved_and_interrupted(_: float) -> None:
        monkeypatch.setattr(os, "tcgetpgrp", of_another_job)
        raise KeyboardInterrupt

    read_stderr = stderr()
    with pytest.raises(KeyboardInterrupt):
        live.wait(live_result(clock(seconds=2)), TABLE, PIPE, moved_and_interrupted)
    assert read_stderr() == "\rSeason 2 premiere — today, in 2 seconds\x1b[K"


@pytest.mark.parametrize(
    ("columns", "line"),
    [
        (40, "Season 2 premiere — today, in 2 seconds"),
        (39, "Season 2 premiere 0m 02s"),
    ],
)
def test_the_line_of_a_wait_leaves_the_last_column_free(
    clock: Watch, stderr: Stderr, monkeypatch: pytest.MonkeyPatch, columns: int, line: str
) -> None:
    read_stderr = stderr()
    monkeypatch.setenv("COLUMNS", str(columns))
    waited(clock(seconds=2))
    assert read_stderr().startswith(f"\r{line}\x1b[K\r")


ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)


@pytest.fixture
def unhandled() -> Iterator[None]:
    """Let the ending signals do what they do by default."""
    before = {number: signal.signal(number, signal.SIG_DFL) for number in ENDING}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.usefixtures("unhandled")
@pytest.mark.parametrize("ignored", [set(), {signal.SIGHUP}])
def test_a_wait_handles_the_ending_signals_until_its_end_unless_they_are_ignored(
    clock: Watch, ignored: set[signal.Signals]
) -> None:
    handled: list[set[signal.Signals]] = []

    def pause(seconds: float) -> None:
        watch.pause(seconds)
        handled.append({each for each in ENDING if callable(signal.getsignal(each))})

    watch = clock(seconds=1)
    for number in ignored:
        signal.signal(number, signal.SIG_IGN)
    live.wait(live_result(watch), TABLE, PIPE, pause)
    assert handled == [set(ENDING) - ignored]
    left = {each: signal.getsignal(each) for each in ENDING}
    assert left == dict.fromkeys(ENDING, signal.SIG_DFL) | dict.fromkeys(ignored, signal.SIG_IGN)


def test_a_wait_repaints_nothing_on_a_dumb_terminal(
    clock: Watch, stderr: Stderr, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_stderr = stderr()
    monkeypatch.setenv("TERM", "dumb")
    waited(clock(seconds=2))
    assert read_stderr() == ""


def test_a_wait_repaints_nothing_in_accessible_mode(clock: Watch, stderr: Stderr) -> None:
    read_stderr = stderr()
    watch = clock(seconds=2)
    live.wait(live_result(watch), TABLE, Terminal(width=80, accessible=True), watch.pause)
    assert read_stderr() == ""


LINES = [
    form
    for form in formats(results.Countdown)
    if getattr(form_of(results.Countdown, form), "HAS_LINE", False)
]
Follow = Callable[..., list[str]]


@pytest.fixture
def lines(capfdbinary: pytest.CaptureFixture[bytes]) -> Follow:
    """Follow until the given number of lines is written, and return them."""

    def follow(clock: Clock, count: int, form: Form = TABLE, **more: str | int) -> list[str]:
        result = live_result(clock, **more)  # type: ignore[arg-type]
        counts: list[results.Countdown] = []

        def counted() -> results.Countdown:
            counts.append(result.count())
            return counts[-1]

        def pause(seconds: float) -> None:
            if len(counts) == count:
                raise Enough
            clock.pause(seconds)

        with pytest.raises(Enough):
            live.follow(structs.replace(result, count=counted), form, PIPE, pause)
        written = capfdbinary.readouterr().out.decode()
        assert written.endswith("\n")
        return written.removesuffix("\n").split("\n")

    return follow


def test_the_first_line_is_written_at_once(clock: Watch, lines: Follow) -> None:
    watch = clock(seconds=10)
    assert lines(watch, 1) == ["Season 2 premiere — today, in 10 seconds"]
    assert watch.pauses == []


def test_a_line_is_written_every_second(clock: Watch, lines: Follow) -> None:
    assert lines(clock(seconds=3), 5) == [
        "Season 2 premiere — today, in 3 seconds",
        "Season 2 premiere — today, in 2 seconds",
        "Season 2 premiere — today, in 1 second",
        "Season 2 premiere — on air, minute 1 of 30",
        "Season 2 premiere — on air, minute 1 of 30",
    ]


def test_a_line_is_written_at_the_given_interval(clock: Watch, lines: Follow) -> None:
    watch = clock(hours=3)
    assert lines(watch, 3, every=3600) == [
        "Season 2 premiere — today, in 3 hours",
        "Season 2 premiere — today, in 2 hours",
        "Season 2 premiere — today, in 1 hour",
    ]


def test_no_pause_between_two_lines_is_longer_than_30_seconds(clock: Watch, lines: Follow) -> None:
    watch = clock(hours=3)
    lines(watch, 3, every=3600)
    assert max(watch.pauses) <= 30


def test_lines_do_not_drift(clock: Watch, lines: Follow) -> None:
    watch = clock(minutes=10)
    watch.set_by = dict.fromkeys(range(1, 20), 0.01)  # each pause takes a little longer
    lines(watch, 20)
    assert watch.now == pytest.approx(PREMIERE.timestamp() - 600 + 19, abs=0.02)


def test_a_clock_set_forward_writes_the_next_line_at_once(clock: Watch, lines: Follow) -> None:
    watch = clock(hours=3)
    watch.set_by = {2: 3600}
    assert lines(watch, 2, every=3600)[1] == "Season 2 premiere — today, in 1 hour, 59 minutes"
    assert len(watch.pauses) == 2


def test_a_clock_set_back_writes_the_next_line_at_once(clock: Watch, lines: Follow) -> None:
    watch = clock(minutes=20)
    watch.set_by = {2: -3600}
    assert lines(watch, 3)[2] == "Season 2 premiere — today, in 1 hour, 19 minutes"
    assert len(watch.pauses) == 2


def test_a_line_that_is_a_whole_interval_late_takes_the_place_of_the_next(
    clock: Watch, lines: Follow
) -> None:
    watch = clock(seconds=10)
    watch.set_by = {1: 1}
    written = lines(watch, 3)
    assert [line.partition(" in ")[2] for line in written] == [
        "10 seconds",
        "8 seconds",
        "7 seconds",
    ]
    assert watch.pauses == [1, 1]


def test_a_suspend_of_hours_is_followed_by_one_line_and_no_burst(
    clock: Watch, lines: Follow
) -> None:
    watch = clock(hours=6)
    watch.set_by = {3: 4 * 3600}
    written = lines(watch, 12)
    assert (len(written), len(watch.pauses)) == (12, 11)
    assert watch.now == pytest.approx(PREMIERE.timestamp() - 2 * 3600 + 11, abs=2)
    assert all(0 < each <= 1 for each in watch.pauses)


@pytest.mark.parametrize("fraction", [0.1, 0.5, 0.99])
def test_seconds_turn_one_by_one_wherever_in_a_second_it_starts(
    clock: Watch, lines: Follow, fraction: float
) -> None:
    written = lines(clock(seconds=30 + fraction), 20)
    left = [int(line.split(" in ")[1].split()[0]) for line in written]
    assert left == list(range(left[0], left[0] - 20, -1))


def test_lines_keep_their_interval_after_a_clock_was_set_back(clock: Watch, lines: Follow) -> None:
    watch = clock(minutes=20)
    watch.set_by = {2: -3600}
    lines(watch, 10)
    assert len(watch.pauses) == 9


def test_following_moves_on_to_the_next_milestone(clock: Watch, lines: Follow) -> None:
    titles = [
        line.partition(" — ")[0] for line in lines(clock(minutes=-29, seconds=-58), 4, target="")
    ]
    assert titles == ["Season 2 premiere"] * 2 + ["Still Water Eight: The Regatta"] * 2


def test_following_writes_a_line_every_second_unless_asked_otherwise(clock: Watch) -> None:
    reader = MultiZoneReader(data=SERIES, pretended=clock(seconds=30).moment())
    for every, seconds in ((None, 1), (dt.timedelta(minutes=1), 60)):
        result = command.countdown(reader, follow=True, every=every)
        assert isinstance(result, Live)
        assert result.every.total_seconds() == seconds


def test_a_named_target_is_followed_past_its_end(clock: Watch, lines: Follow) -> None:
    assert lines(clock(minutes=-29, seconds=-59), 2)[1].startswith(
        "Season 2 premiere — was scheduled "
    )


@pytest.mark.parametrize("name", LINES)
def test_a_one_line_format_writes_one_line_each_time(
    clock: Watch, lines: Follow, name: str
) -> None:
    written = lines(clock(seconds=10), 3, Form(name=name))
    assert len(written) == 3
    assert all(written)


def test_json_is_one_object_per_line(clock: Watch, lines: Follow) -> None:
    written = lines(clock(seconds=10), 2, Form(name="json"))
    assert [json.loads(line)["seconds"] for line in written] == [10, 9]


def test_a_template_writes_one_line_each_time(clock: Watch, lines: Follow) -> None:
    form = Form(name="text", template="{seconds}s")
    assert lines(clock(seconds=10), 2, form) == ["10s", "9s"]


def test_a_line_fits_the_given_width(clock: Watch, lines: Follow) -> None:
    assert lines(clock(seconds=10), 1, structs.replace(LINE, width=7)) == ["0m 10s"]


@pytest.mark.parametrize("name", sorted({*formats(results.Countdown)} - {*LINES, "table"}))
def test_a_multi_line_format_is_a_usage_error(clock: Watch, name: str) -> None:
    watch = clock(seconds=10)
    with pytest.raises(UsageError) as refusal:
        live.follow(live_result(watch), Form(name=name), PIPE, watch.pause)
    assert refusal.value.message == f"--follow needs a format of one line, not {name}"


def test_a_zero_interval_is_a_usage_error(clock: Watch) -> None:
    watch = clock(seconds=10)
    with pytest.raises(UsageError) as refusal:
        live.follow(live_result(watch, every=0), LINE, PIPE, watch.pause)
    assert refusal.value.message == "--every must be at least 1s"


@pytest.fixture
def stdout(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[int], None]]:
    """Use an open descriptor as stdout; restore descriptor 1, which errors replace."""
    kept = os.dup(1)
    files: list[TextIO] = []

    def become(descriptor: int) -> None:
        files.append(os.fdopen(descriptor, "w", encoding="utf-8"))
        monkeypatch.setattr(sys, "stdout", files[-1])

    yield become
    os.dup2(kept, 1)
    os.close(kept)
    for file in files:
        with contextlib.suppress(OSError):
            file.close()


def test_a_closed_pipe_ends_following_with_0(clock: Watch, stdout: Callable[[int], None]) -> None:
    watch = clock(seconds=10)
    reading, writing = os.pipe()
    stdout(writing)
    read = []

    def pause(seconds: float) -> None:
        watch.pause(seconds)
        read.append(os.read(reading, 4096).decode())
        if len(read) == 2:
            os.close(reading)

    assert live.follow(live_result(watch), LINE, PIPE, pause) == 0
    assert read == [
        "Season 2 premiere — today, in 10 seconds\n",
        "Season 2 premiere — today, in 9 seconds\n",
    ]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="the system has no /dev/full")
def test_a_full_disk_is_an_output_error(clock: Watch, stdout: Callable[[int], None]) -> None:
    watch = clock(seconds=10)
    stdout(os.open("/dev/full", os.O_WRONLY))
    with pytest.raises(OutputError) as refusal:
        live.follow(live_result(watch), LINE, PIPE, watch.pause)
    assert refusal.value.message == f"stdout: {os.strerror(errno.ENOSPC)}"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--live", "--wait"], "--live and --wait can't be combined"),
        (["--wait", "--follow"], "--wait and --follow can't be combined"),
        (["--live", "--follow"], "--live and --follow can't be combined"),
        (["--every", "1m"], "--every needs --follow"),
        (["--follow", "-f", "svg"], "--follow needs a format of one line, not svg"),
        (["--live"], "--live needs a terminal\nWithout a terminal, use --follow."),
    ],
)
def test_conflicting_options_are_usage_errors(
    rower: Program, options: list[str], message: str
) -> None:
    assert rower("countdown", *options) == (2, "", f"medalist: error: {message}\n")


def at(clock: Clock, *spans: dt.timedelta, target: str = "season-2-premiere") -> Live:
    return structs.replace(live_result(clock, target), at=spans)


def days(amount: int) -> dt.timedelta:
    return dt.timedelta(days=amount)


NONE = dt.timedelta()
TEN_MINUTES = dt.timedelta(minutes=10)
HOUR = dt.timedelta(hours=1)


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The lines that were written."""
    lines: list[str] = []

    def write(content: bytes) -> bool:
        lines.extend(content.decode().splitlines())
        return True

    monkeypatch.setattr("medalist_cli.cli.output.to_stdout", write)
    return lines


def test_each_threshold_is_one_line_and_the_last_ends_it(clock: Watch, written: list[str]) -> None:
    watch = clock(hours=4)
    asked = at(watch, NONE, 3 * HOUR, TEN_MINUTES, HOUR)
    assert live.run(asked, TABLE, PIPE, watch.pause) == 0
    assert written == [
        "Season 2 premiere — today, in 3 hours",
        "Season 2 premiere — today, in 1 hour",
        "Season 2 premiere — today, in 10 minutes",
        "Season 2 premiere — on air, minute 1 of 30",
    ]
    assert watch.moment() == PREMIERE


def test_a_threshold_that_was_over_at_the_start_is_left_out(
    clock: Watch, written: list[str]
) -> None:
    watch = clock(hours=2)
    live.run(at(watch, days(7), days(1), NONE), LINE, PIPE, watch.pause)
    assert written == ["Season 2 premiere — on air, minute 1 of 30"]


def test_a_threshold_of_this_moment_is_written_at_once(clock: Watch, written: list[str]) -> None:
    watch = clock(days=1)
    live.run(at(watch, days(1)), LINE, PIPE, watch.pause)
    assert (written, watch.pauses) == (["Season 2 premiere — tomorrow, in 1 day"], [])


def test_it_ends_with_the_smallest_threshold_though_the_target_is_still_to_come(
    clock: Watch, written: list[str]
) -> None:
    watch = clock(days=1, seconds=5)
    live.run(at(watch, days(1)), LINE, PIPE, watch.pause)
    assert (len(written), watch.moment()) == (1, PREMIERE - days(1))


def test_what_is_past_ends_at_once_without_a_line(clock: Watch, written: list[str]) -> None:
    watch = clock(days=-1)
    assert live.run(at(watch, days(1), NONE), LINE, PIPE, watch.pause) == 0
    assert (written, watch.pauses) == ([], [])


def test_thresholds_that_pass_in_the_sleep_of_the_machine_are_one_line(
    clock: Watch, written: list[str]
) -> None:
    watch = clock(days=2)
    watch.set_by[3] = 86_400 + 86_000
    live.run(at(watch, days(1), TEN_MINUTES, NONE), LINE, PIPE, watch.pause)
    assert len(written) == 2
    assert watch.moment() == PREMIERE


def test_a_clock_that_is_set_back_repeats_no_line(clock: Watch, written: list[str]) -> None:
    watch = clock(hours=1, seconds=2)
    watch.set_by[4] = -3_600
    live.run(at(watch, HOUR, NONE), LINE, PIPE, watch.pause)
    assert len(written) == 2
    assert watch.moment() == PREMIERE


def test_it_pauses_30_seconds_at_most(clock: Watch, written: list[str]) -> None:
    watch = clock(hours=1)
    live.run(at(watch, NONE), LINE, PIPE, watch.pause)
    assert (len(written), max(watch.pauses)) == (1, 30)


def test_a_day_without_a_clock_has_thresholds_in_days_and_its_beginning(
    written: list[str],
) -> None:
    watch = Clock(dt.datetime(2026, 11, 20, 14, 59, tzinfo=dt.UTC))
    watch.set_by[100] = 86_000 - 100 * 30
    asked = at(watch, days(1), TEN_MINUTES, NONE, target="rowing-day")
    live.run(asked, LINE, PIPE, watch.pause)
    assert written == [
        "Rowing day — tomorrow, Sun 22 Nov 2026 (date in Japan)",
        "Rowing day — today, Sun 22 Nov 2026 (date in Japan)",
    ]
    assert watch.moment() == dt.datetime(2026, 11, 21, 15, 0, tzinfo=dt.UTC)


def test_what_is_to_be_announced_has_no_threshold(clock: Watch) -> None:
    watch = clock(days=1)
    with pytest.raises(NoMatch) as refusal:
        live.run(at(watch, NONE, target="third-season"), LINE, PIPE, watch.pause)
    what = "'A third season' has no date yet, so there is nothing to wait for"
    assert refusal.value.message == what


def test_what_is_past_without_a_date_ends_at_once(clock: Watch, written: list[str]) -> None:
    watch = clock(days=1)
    assert live.run(at(watch, NONE, target="school-visit"), LINE, PIPE, watch.pause) == 0
    assert (written, watch.pauses) == ([], [])


@pytest.mark.parametrize(
    ("variable", "message"),
    [
        ({"TERM": "dumb"}, "--live needs a terminal\nWithout a terminal, use --follow."),
        (
            {"ACCESSIBLE": "1"},
            "--live is disabled while ACCESSIBLE is set\nUse --follow instead.",
        ),
    ],
)
def test_a_terminal_that_must_not_be_repainted_has_no_live_view(
    variable: dict[str, str], message: str
) -> None:
    ended = answered("countdown", "--live", columns=80, env=variable)
    assert ended == (2, "", f"medalist: error: {message}\n")


def test_it_ends_when_the_reader_has_left(clock: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    watch = clock(days=1)
    monkeypatch.setattr("medalist_cli.cli.output.to_stdout", lambda _: False)
    assert live.run(at(watch, days(1), NONE), LINE, PIPE, watch.pause) == 0
    assert watch.pauses == []


def test_a_format_of_more_lines_is_refused_with_thresholds_too(clock: Watch) -> None:
    watch = clock(days=1)
    with pytest.raises(UsageError, match="one line, not svg"):
        live.run(at(watch, NONE), Form(name="svg"), PIPE, watch.pause)


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["--at", "1d"], "--at needs --follow"),
        (["--wait", "--at", "1d"], "--at needs --follow"),
        (["--follow", "--at", "1d", "--every", "1s"], "--at and --every can't be combined"),
        (["--follow", "--at", "1x"], "--at: invalid duration '1x' (e.g. 30d, 12h, 90m)"),
        (["--follow", "--at", ","], "--at: ',' has no duration such as 7d, 10m or 0"),
    ],
)
def test_a_threshold_that_makes_no_sense_is_misuse(
    rower: Program, arguments: list[str], line: str
) -> None:
    ended = rower("countdown", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.splitlines()[0] == f"medalist: error: {line}"


def test_thresholds_of_a_past_target_end_with_0(rower: Program) -> None:
    ended = rower("countdown", "season-1-premiere", "--follow", "--at", "7d,1d,10m,0")
    assert ended == (0, "", "")
