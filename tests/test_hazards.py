"""Common hazards of command-line programs, checked for every command and format.

The letters in the ids name the kind of hazard: S streams, E encodings, T signals and terminals,
X text from data, F files, C clocks, P privacy.
"""

import errno
import io
import itertools
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import everything
import pytest
from conftest import PROGRAM, ROOT, SERIES, Ended, answered, clean, process, side_by_side
from everything import Arguments, exit_code
from render.hard import HOSTILE, obeyed

from medalist_cli.cli import output
from medalist_cli.storage import files

pytestmark = pytest.mark.thorough

DEFAULTS = tuple(everything.once())
"""Every command once, in its default format, and every page of help."""
EVERY = (*DEFAULTS, *everything.in_every_format())


def hazard_ids(hazard: str) -> Callable[[Arguments], str]:
    return lambda arguments: f"{hazard} {' '.join(arguments).replace(str(ROOT), '') or 'bare'}"


class Broken(io.BytesIO):
    """A stream on which every write fails."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number

    def write(self, _: Any) -> int:
        raise OSError(self.number, os.strerror(self.number))


def with_failing_stdout(number: int, arguments: Arguments) -> Ended:
    """Run the program with a stdout that fails with that error."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(output, "_silence", lambda _: None)  # descriptor 1 is the test runner's
        return answered(*arguments, stdout=Broken(number))


def errors(ended: Ended) -> list[str]:
    return [line for line in ended.err.splitlines() if not line.startswith("medalist: note: ")]


@pytest.mark.parametrize("arguments", EVERY, ids=hazard_ids("S4"))
def test_every_command_reports_a_full_disk(arguments: Arguments) -> None:
    ended = with_failing_stdout(errno.ENOSPC, arguments)
    words = os.strerror(errno.ENOSPC)
    assert (ended.code, errors(ended)) == (4, [f"medalist: error: stdout: {words}"])


@pytest.mark.parametrize("arguments", DEFAULTS, ids=hazard_ids("S1"))
def test_a_closed_pipe_is_not_an_error_for_any_command(arguments: Arguments) -> None:
    ended = with_failing_stdout(errno.EPIPE, arguments)
    assert (ended.code, errors(ended)) == (exit_code(arguments), [])


@pytest.mark.parametrize("arguments", DEFAULTS, ids=hazard_ids("S3"))
def test_every_command_reports_a_closed_stdout(arguments: Arguments) -> None:
    ended = answered(*arguments, stdout=None)
    words = os.strerror(errno.EBADF)
    assert (ended.code, errors(ended)) == (4, [f"medalist: error: stdout: {words}"])


@pytest.mark.parametrize("arguments", DEFAULTS, ids=hazard_ids("S5"))
def test_a_closed_stderr_changes_no_result(arguments: Arguments) -> None:
    gone = answered(*arguments, stderr=None)
    assert (gone.code, gone.out != "") == (exit_code(arguments), True)
    if not everything.keeps(arguments):
        assert answered(*arguments).out == gone.out


@pytest.mark.parametrize("arguments", DEFAULTS, ids=hazard_ids("S5"))
def test_a_full_stderr_changes_no_result(
    monkeypatch: pytest.MonkeyPatch, arguments: Arguments
) -> None:
    monkeypatch.setattr(output, "_silence", lambda _: None)  # descriptor 2 is the test runner's
    full = TextIOWrapper(Broken(errno.ENOSPC), encoding="utf-8", write_through=True)
    ended = answered(*arguments, stderr=full)
    assert (ended.code, ended.out != "") == (exit_code(arguments), True)


def test_text_that_was_printed_before_comes_before_the_result(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """S: the result is written as bytes, below the text layer of stdout, which has a buffer."""
    content = io.BytesIO()
    stdout = TextIOWrapper(content, encoding="utf-8")
    monkeypatch.setattr(sys, "stdout", stdout)
    stdout.write("before ")
    output.to_stdout(b"after")
    assert content.getvalue() == b"before after"


WRONG: tuple[Arguments, ...] = (
    ("cast", "nobody of that name"),
    ("schedule", "--season", "99"),
    ("countdown", "no such target"),
    ("countdown", "--tz", "Mars/Olympus"),
    ("cast", "--data", "missing.json"),
    ("cats",),
    ("cast", "--fields", "colour"),
    ("is", "within"),
    ("countdown", "--live"),
)


@pytest.mark.parametrize("form", ["table", "text", "json"])
@pytest.mark.parametrize("arguments", WRONG, ids=hazard_ids("S8"))
def test_an_error_leaves_stdout_empty(arguments: Arguments, form: str) -> None:
    ended = answered(*arguments, *(("-f", form) if arguments[0] != "is" else ()))
    assert (ended.code in (1, 2, 3), ended.out) == (True, "")
    assert ended.err.startswith("medalist: error: ")
    assert ended.err.count("\n") <= 2


@pytest.mark.parametrize("arguments", WRONG, ids=hazard_ids("S5"))
def test_an_error_without_stderr_keeps_its_exit_code(arguments: Arguments) -> None:
    assert answered(*arguments, stderr=None).code == answered(*arguments).code


COLOURING = ("FORCE_COLOR", "CLICOLOR_FORCE", "GITHUB_ACTIONS", "PY_COLORS", "TTY_COMPATIBLE")
WITHOUT_COLOUR = [one for one in EVERY if one and one[-1] in ("json", "ics", "-h")]


@pytest.mark.parametrize("arguments", WITHOUT_COLOUR, ids=hazard_ids("S11"))
def test_no_variable_colours_data_or_help(arguments: Arguments) -> None:
    ended = answered(*arguments, env=dict.fromkeys(COLOURING, "1"))
    assert (ended.code, "\x1b" in ended.out) == (exit_code(arguments), False)


def document(text: str) -> Any:
    return [json.loads(line) for line in text.splitlines()] if "}\n{" in text else json.loads(text)


@pytest.mark.parametrize("encoding", ["cp1252", "cp932"])
@pytest.mark.parametrize("arguments", DEFAULTS, ids=hazard_ids("E2"))
def test_every_command_can_be_written_in_a_legacy_encoding(
    arguments: Arguments, encoding: str
) -> None:
    ended = answered(*arguments, encoding=encoding)
    assert (ended.code, errors(ended), ended.out != "") == (exit_code(arguments), [], True)


@pytest.mark.parametrize("arguments", EVERY, ids=hazard_ids("E2"))
def test_every_format_can_be_written_in_ascii(arguments: Arguments) -> None:
    ended = answered(*arguments, encoding="ascii")
    assert (ended.code, errors(ended), ended.out != "") == (exit_code(arguments), [], True)
    if arguments[-1:] in (("json",), ("jsonl",)) and not everything.keeps(arguments):
        assert document(ended.out) == document(answered(*arguments).out)


_FREE_TEXTS = {
    *("title", "title_ja", "title_literal", "given", "family", "ja", "reading", "note", "role"),
    *("role_ja", "summary", "premise", "arc", "tagline", "region", "service", "term", "term_ja"),
    *("meaning", "publisher", "text", "speaker", "verdict", "seed_says", "others_say", "slot"),
    *("broadcaster", "studio"),
}


def hostile(value: Any, key: str = "") -> Any:
    """Return a dataset with every free text replaced by a hostile one."""
    if isinstance(value, dict):
        return {inner: hostile(value[inner], inner) for inner in value}
    if isinstance(value, list):
        return [hostile(each, key) for each in value]
    return HOSTILE if isinstance(value, str) and key in _FREE_TEXTS else value


@pytest.fixture(scope="module")
def evil(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A dataset in which every free text is full of control characters and markup."""
    path = tmp_path_factory.mktemp("evil") / "\x1b[31m[b]evil\n.json"
    path.write_text(json.dumps(hostile(json.loads(SERIES.read_bytes()))))
    return str(path)


def unescaped(text: str, form: str) -> list[str]:
    meant = {"ics": "\r", "tsv": "\t"}.get(form, "")
    return [char for char in obeyed(text) if char not in meant]


FORMATS_OF = {"calendar": "ics", "init": "tsv"}
"""The format whose control characters a command may print: line ends, or tabs."""


@pytest.mark.parametrize("arguments", EVERY, ids=hazard_ids("X1-X5"))
def test_no_text_of_a_dataset_is_printed_unescaped(evil: str, arguments: Arguments) -> None:
    ended = answered(*arguments, env={"MEDALIST_DATA": evil})
    assert ended.code == exit_code(arguments)
    form = "tsv" if arguments[:1] == ("init",) else "".join(arguments[-1:])
    if arguments[:1] == ("calendar",) and "-f" not in arguments:
        form = "ics"
    if arguments != ("data", "path"):  # the path is printed unchanged, for other programs
        assert unescaped(ended.out, form) == []
    assert obeyed(ended.err) == []


@pytest.mark.parametrize("arguments", DEFAULTS, ids=hazard_ids("X1-X5"))
def test_no_text_of_a_dataset_reaches_a_terminal_unescaped(evil: str, arguments: Arguments) -> None:
    ended = answered(*arguments, env={"MEDALIST_DATA": evil}, columns=60)
    shown = re.sub("\x1b\\[[0-9;]*m|\x1b\\]8;[!-~]*\x1b\\\\", "", ended.out)
    form = FORMATS_OF.get("".join(arguments[:1]), "")
    assert unescaped(shown, form) + obeyed(ended.err) == []


@pytest.mark.parametrize(
    ("name", "tried"),
    [
        ("Nagi", "medalist cast nagi"),
        ("潮", "medalist cast 潮"),
        ("Nagi Ushio", "medalist cast nagi ushio"),
        ("$(touch x)", "medalist cast"),
        ("-rf", "medalist cast"),
        ("a;b", "medalist cast"),
        (HOSTILE, "medalist cast"),
    ],
)
def test_a_suggested_command_contains_only_words(tmp_path: Path, name: str, tried: str) -> None:
    """X7."""
    file = tmp_path / "own.json"
    document = json.loads(SERIES.read_bytes())
    document["cast"][0]["character"] = {"name": name}
    file.write_text(json.dumps(document))
    shown = answered("--data", str(file)).out
    offered = [line for line in shown.splitlines() if "characters and voice actors" in line]
    assert [line.split("  ")[1] for line in offered] == [tried]


@pytest.mark.parametrize(
    "arguments",
    [
        ("cast", HOSTILE),
        ("countdown", HOSTILE),
        ("cast", "--season", HOSTILE),
        ("cast", "-f", HOSTILE),
        ("cast", "--fields", HOSTILE),
        ("cast", "--data", HOSTILE.replace("\0", "")),
        ("cast", "--seen", HOSTILE),
        ("countdown", "--now", HOSTILE),
        ("countdown", "--tz", HOSTILE),
        ("countdown", "--template", "{" + HOSTILE),
        ("sources", HOSTILE),
        ("data", "schema", HOSTILE),
        ("init", HOSTILE),
        (HOSTILE,),
        ("--" + HOSTILE,),
        ("is", HOSTILE),
    ],
    ids=lambda arguments: f"X6 {' '.join(arguments[:-1])}",
)  # fmt: skip
def test_no_argument_is_printed_unescaped(arguments: Arguments) -> None:
    ended = answered(*arguments)
    assert (ended.code in (1, 2, 3), ended.out, obeyed(ended.err)) == (True, "", [])
    assert ended.err.count("\n") <= 2


FAILING = ("open", "fstat", "fchmod", "fsync", "replace", "unlink")
"""System calls of a run that reads a dataset and writes a file."""


def failing_at(number: int, arguments: Arguments) -> tuple[Ended, bool]:
    """Run with the call of that number failing; also return whether it was reached."""
    steps = itertools.count(1)
    failed = False

    def broken(real: Callable[..., Any]) -> Callable[..., Any]:
        def step(*given: Any, **options: Any) -> Any:
            nonlocal failed
            if next(steps) == number:
                failed = True
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            return real(*given, **options)

        return step

    with pytest.MonkeyPatch.context() as patch:
        for name in FAILING:
            patch.setattr(os, name, broken(getattr(os, name)))
        patch.setattr(files, "open", broken(open), raising=False)
        return answered(*arguments), failed


def test_whichever_system_call_fails_the_file_is_old_or_new(tmp_path: Path) -> None:
    """F4: the n-th open, read, write or rename fails, for every n."""
    target = tmp_path / "out"
    # With --seen the memory of `medalist seen` is not read: without it, everything is hidden.
    arguments = ("cast", "-f", "json", "-o", str(target), "--force", "--seen", "all")
    assert answered(*arguments).code == 0
    new = target.read_bytes()
    for number in itertools.count(1):
        target.write_bytes(b"old")
        ended, failed = failing_at(number, arguments)
        assert target.read_bytes() in (b"old", new)
        if not failed:
            break
        assert (ended.code in (3, 4), ended.out, ended.err.count("\n")) == (True, "", 1)
    assert number > len(FAILING)


class Torn(io.BytesIO):
    """A file on which every read and write fails."""

    def read(self, _: int | None = -1) -> bytes:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    def write(self, _: Any) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_read_error_is_a_dataset_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "open", lambda *_: Torn(), raising=False)
    words = os.strerror(errno.EIO)
    assert answered("cast") == (3, "", f"medalist: error: {SERIES}: {words}\n")


BADLY_READ = {
    "F2 fifo": ("mkfifo {0}", "not a regular file"),
    "F3 endless zeros": ("ln -s /dev/zero {0}", "not a regular file"),
    "F3 two gigabytes of zeros": ("truncate -s 2G {0}", "larger than 256 MiB"),
    "F1 directory": ("mkdir {0}", "Is a directory"),
    "F1 link to itself": ("ln -s {0} {0}", "Too many levels of symbolic links"),
    "J1 nested": ("head -c 9000000 /dev/zero | tr '\\000' '[' >{0}", "nested too deeply"),
}
IN_PLACE = (
    "import sys; sys.path[0] = sys.argv.pop(1)\n"
    "from medalist_cli.__main__ import main; sys.exit(main())"
)
"""Runs the program from its tree, in any working directory."""
ANYWHERE = (sys.executable, "-c", IN_PLACE, str(ROOT))


def in_a_shell(script: str, cwd: Path, *arguments: str, **env: str) -> Ended:
    program = (*ANYWHERE, *arguments)
    return process("sh", "-c", f'{script}; exec "$@"', "sh", *program, env=env, cwd=cwd)


@pytest.fixture(scope="module")
def badly_read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Ended, float]]:
    """Return how the program ends with each bad file, and how long it took."""
    folder = tmp_path_factory.mktemp("bad")
    found = {}
    for hazard, (script, _) in BADLY_READ.items():
        subprocess.run(["sh", "-c", script.format("bad")], cwd=folder, check=True)
        began = time.monotonic()
        ended = in_a_shell("ulimit -v 600000", folder, "cast", "--data", "bad")
        found[hazard] = (ended, time.monotonic() - began)
        subprocess.run(["rm", "-rf", "bad"], cwd=folder, check=True)
    return found


@pytest.mark.parametrize("hazard", BADLY_READ)
def test_a_bad_file_is_refused_within_two_seconds(
    badly_read: dict[str, tuple[Ended, float]], hazard: str
) -> None:
    ended, took = badly_read[hazard]
    assert ended == (3, "", f"medalist: error: bad: {BADLY_READ[hazard][1]}\n")
    assert took < 2


def test_a_dataset_larger_than_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: bytes) -> None:
        raise MemoryError

    monkeypatch.setattr("medalist_cli.storage.strict_json.parse", full)
    what = "not enough memory"
    assert answered("cast") == (3, "", f"medalist: error: {SERIES}: {what}\n")


OLD = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
NAMES = [b"\xff\xfe", b"[/red]a", b"a\x1b[31m\nerror: FORGED", "映画.json".encode(), b"-"]
HOSTILE_FOLDER = """
for name in json typer rich msgspec medalist_cli; do echo 'raise SystemExit(9)' >$name.py; done
echo MEDALIST_DATA=x >.env; echo {} >medalist.json"""

PLACES: dict[str, tuple[str, Arguments, dict[str, str], int]] = {
    "E1 bundled": (":", ("cast", "--json"), OLD, 0),
    "E1 own file": ('cp "$MEDALIST_DATA" 映画.json', ("cast", "--data", "映画.json"), OLD, 0),
    "E3 no such locale": (":", ("cast",), {"LC_ALL": "xx_XX.UTF-8"}, 0),
    "F9 working directory": (HOSTILE_FOLDER, ("cast",), {}, 0),
    "F10 no home": ("unset HOME", ("countdown",), {}, 0),
    "F10 HOME is not a folder": (":", ("countdown",), {"HOME": "/dev/null"}, 0),
    "F10 no working directory": ('mkdir gone; cd gone; rmdir "$PWD"', ("countdown",), {}, 0),
    "C6 no zone files": (":", ("countdown", "--tz", "Asia/Tokyo"), {"PYTHONTZPATH": ""}, 0),
    "S6 no stdin": ("exec <&-", ("cast",), {}, 0),
    "S7 no streams": ("exec <&- >&- 2>&-", ("cast", "-o", "it"), {}, 0),
    **{
        f"E3 {name}={value[:20]!r}": (":", ("cast",), {name: value}, 0)
        for name in ("LANG", "LC_ALL")
        for value in (
            "",
            "C",
            "POSIX",
            "ja_JP.eucJP",
            "ja_JP.SJIS",
            "C.utf8",
            "/",
            "x" * 5_000,
            "²",
        )
    },
    "T7 invalid widths": (
        ":",
        ("cast", "-x"),
        {"COLUMNS": "²", "TERMINAL_WIDTH": "abc", "LINES": "-5"},
        2,
    ),
}


@pytest.fixture(scope="module")
def placed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Ended]:
    """Return how the program ends in each unusual environment."""
    runs = {
        name: partial(
            in_a_shell,
            script,
            tmp_path_factory.mktemp("place"),
            *arguments,
            **{"MEDALIST_DATA": str(SERIES)} | env,
        )
        for name, (script, arguments, env, _) in PLACES.items()
    }
    return side_by_side(runs)


@pytest.mark.parametrize("place", PLACES)
def test_an_unusual_environment_makes_no_difference(placed: dict[str, Ended], place: str) -> None:
    ended = placed[place]
    assert ended.code == PLACES[place][3]
    assert ended.err.count("\n") == (2 if ended.code else 0)


@pytest.mark.parametrize("name", NAMES, ids=lambda name: f"X6 {name!r}")
def test_a_file_name_of_any_bytes_is_escaped(name: bytes) -> None:
    ended = answered("cast", "--data", os.fsdecode(name))
    assert (ended.code, ended.out, ended.err.count("\n"), obeyed(ended.err)) == (3, "", 1, [])


INTERRUPTED = """
import signal, sys
sys.path[0], at = sys.argv[1], int(sys.argv[2])
del sys.argv[1:3]
counted = 0
def count(event, arguments):
    global counted
    counted += begun
    if counted == at:
        counted += 1
        signal.raise_signal(signal.SIGINT)
begun = False
real = signal.signal
def noticed(*arguments):
    global begun
    begun = True
    return real(*arguments)
from medalist_cli import __main__
signal.signal = noticed
sys.addaudithook(count)
__main__.main()
"""
"""Runs the program and interrupts it at its n-th audit event, such as an import or an open."""


@pytest.mark.parametrize("at", [1, 2, 5, 20, 80, 150, 200, 250, 300, 400], ids="T2 {}".format)
def test_ctrl_c_ends_the_program_silently_at_any_time(at: int) -> None:
    ended = process(sys.executable, "-c", INTERRUPTED, str(ROOT), str(at), "cast")
    assert (ended.code, ended.err) in ((130, ""), (0, ""))
    assert ended.code == 130 or at > 100


@pytest.mark.parametrize(
    ("mode", "number", "code"),
    [
        ("--follow", signal.SIGINT, 130),
        ("--follow", signal.SIGTERM, -signal.SIGTERM),
        ("--follow", signal.SIGHUP, -signal.SIGHUP),
        ("--follow", signal.SIGQUIT, -signal.SIGQUIT),
        ("--wait", signal.SIGINT, 130),
    ],
    ids=["T1 follow", "T3 SIGTERM", "T3 SIGHUP", "T3 SIGQUIT", "T1 wait"],
)
def test_a_running_countdown_ends_silently_on_a_signal(mode: str, number: int, code: int) -> None:
    program = [*PROGRAM, "countdown", mode, "--now", "2026-11-22T12:00Z"]
    with subprocess.Popen(
        program,
        env=clean(MEDALIST_DATA=str(SERIES)),
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        if mode == "--follow":
            assert running.stdout is not None
            assert running.stdout.readline().startswith(b"Season 2 premiere")
        else:
            time.sleep(0.4)
        running.send_signal(number)
        out, err = running.communicate(timeout=5)
    assert (running.returncode, out, err) == (code, b"", b"")


AUDITED = """
import hashlib, io, json, os, sys
sys.path[0] = sys.argv[1]
os.chdir(sys.argv[1])
from medalist_cli.cli import app
seen, digests = [], {}
def audit(event, arguments):
    kind = event.partition(".")[0]
    if kind in ("socket", "subprocess", "urllib", "http", "ftplib", "smtplib", "webbrowser"):
        seen.append(event)
    elif event in ("os.system", "os.exec", "os.fork", "os.posix_spawn", "pty.spawn"):
        seen.append(event)
    elif event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
        seen.append(f"{event} {arguments[0]}")
sys.addaudithook(audit)
sys.dont_write_bytecode = True
for run in json.load(sys.stdin):
    sys.stdout = io.TextIOWrapper(io.BytesIO(), "utf-8")
    app.main(run)
    digests[" ".join(run)] = hashlib.sha256(sys.stdout.buffer.getvalue()).hexdigest()
sys.__stdout__.write(json.dumps([seen, digests]))
"""
"""Runs every command in one process, and reports what it did besides printing."""

MACHINES = {
    "Tokyo": {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"},
    "New York": {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LANG": "de_DE.UTF-8"},
    "Lord Howe": {"PYTHONHASHSEED": "3", "TZ": "Australia/Lord_Howe", "LC_ALL": "C.UTF-8"},
}


AUDITED_RUNS = {one for one in DEFAULTS if not everything.keeps(one) and "--remove" not in one}
AUDITED_RUNS |= {one for one in EVERY if one[:1] in (("cast",), ("countdown",))}


def audited(machine: dict[str, str]) -> tuple[list[str], dict[str, str]]:
    runs = [[*run] for run in AUDITED_RUNS]
    ran = subprocess.run(
        [sys.executable, "-c", AUDITED, str(ROOT)],
        input=json.dumps([*runs, *map(list, WRONG)]),
        env=clean(MEDALIST_DATA=str(SERIES), MEDALIST_TZ="UTC", **machine),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    seen, digests = json.loads(ran.stdout)
    return seen, digests


@pytest.fixture(scope="module")
def machines() -> dict[str, Any]:
    """Return the side effects and output digests of every command on each machine."""
    runs: Any = {name: partial(audited, machine) for name, machine in MACHINES.items()}
    return side_by_side(runs)


@pytest.mark.parametrize("machine", MACHINES, ids="P {}".format)
def test_no_command_opens_a_socket_runs_a_program_or_writes_a_file(
    machines: dict[str, Any], machine: str
) -> None:
    assert machines[machine][0] == []


def test_every_command_prints_the_same_bytes_on_every_machine(machines: dict[str, Any]) -> None:
    """F12: three hash seeds, three zones, three locales."""
    first, *others = (digests for _, digests in machines.values())
    assert len(first) > 50
    assert [run for other in others for run in first if first[run] != other[run]] == []


@pytest.mark.parametrize("now", ["0001-01-01", "0002-01-01", "1582-10-10", "9998-12-31T23:59:59"])
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Africa/Monrovia"])
@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("countdown",),
        ("schedule",),
        ("plan", "--by", "film"),
        ("is", "out"),
        ("is", "within", "999999w"),
        ("due", "--at", "1d"),
        ("calendar",),
    ],
    ids=hazard_ids("C8"),
)
def test_extreme_dates_are_answered_or_refused(
    tmp_path: Path, arguments: Arguments, zone: str, now: str
) -> None:
    env = {"MEDALIST_TZ": zone, "XDG_STATE_HOME": str(tmp_path)}
    ended = answered(*arguments, env=env, now=now)
    assert ended.code in (0, 1, 2)
    assert ended.code == 0 or ended.out == ""


@pytest.mark.parametrize("zone", [":", "XYZ-99:99", "UTC+25", "Not/AZone", "/dev/null", "\x1b[31m"])
def test_an_invalid_machine_zone_gives_a_note(zone: str) -> None:
    """C5."""
    ended = answered("countdown", "-f", "text", env={"TZ": zone})
    assert (ended.code, obeyed(ended.out + ended.err)) == (0, [])
    assert ended.err.count("\n") == (zone != ":")


@pytest.mark.parametrize(
    ("raised", "code", "err"),
    [
        (KeyboardInterrupt(), 130, ""),
        (OSError(errno.EIO, "Input/output error"), 4, "medalist: error: Input/output error\n"),
        (
            ZeroDivisionError("division\x1b by zero"),
            70,
            (
                "medalist: error: internal error: ZeroDivisionError: division^[ by zero\n"
                "Set MEDALIST_DEBUG=1 for a traceback, and please report it.\n"
            ),
        ),
    ],
)
def test_an_unexpected_error_ends_with_its_exit_code(
    monkeypatch: pytest.MonkeyPatch, raised: BaseException, code: int, err: str
) -> None:
    """X11."""

    def broken(_: object) -> None:
        raise raised

    monkeypatch.setattr("medalist_cli.storage.loader.load", broken)
    assert answered("cast") == (code, "", err)


def test_debug_mode_raises_unexpected_errors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("medalist_cli.storage.loader.load", lambda _: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        answered("cast", env={"MEDALIST_DEBUG": "1"})
