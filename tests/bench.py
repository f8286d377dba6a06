"""Benchmarks as ratios: `python tests/bench.py [RUNS]` prints the table.

The two commands of a pair alternate, A B A B …, so a drift in machine speed affects both. A ratio
is the median of the ratios of all pairs. The package must be installed. Its peers termdown (PyPI)
and jq are optional: a row without its peer says so. Compile bytecode first, as pip does:
`python -m compileall -q medalist_cli`.
"""

import json
import math
import os
import pty
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

HELLO = """\
import typer

app = typer.Typer()


@app.command()
def main(name: str = "world") -> None:
    print(f"hello {name}")


if __name__ == "__main__":
    app()
"""
JQ = (
    "[.cast[]|select([.character.given,.character.family,.character.ja,"
    ".actor.given,.actor.family,.actor.ja]"
    '|map(.//""|ascii_downcase)|any(contains($q)))]'
)
CALLS = 10_000
PROMPTS = {
    "bash": (
        ("bash", "--norc", "-c"),
        (
            ". {file}; s=${{EPOCHREALTIME/./}}; for ((i = 0; i < {calls}; i++));"
            " do medalist_prompt; done; echo $((${{EPOCHREALTIME/./}} - s))e-6"
        ),
        100,
    ),
    "zsh": (
        ("zsh", "-f", "-c"),
        (
            "zmodload zsh/datetime; . {file}; s=$EPOCHREALTIME; for ((i = 0; i < {calls}; i++)); do"
            " medalist_prompt; done; print $((EPOCHREALTIME - s))"
        ),
        100,
    ),
    "fish": (
        ("fish", "--no-config", "-c"),
        (
            "source {file}; set s (date +%s%N); for i in (seq {calls}); medalist_prompt; end;"
            ' math "($(date +%s%N) - $s) / 1000000000"'
        ),
        300,
    ),
}
"""For each shell: how to start it bare, code that times the calls in seconds, the limit in µs."""
SIZES = (100, 1_000, 10_000, 100_000)
ENV = {
    name: value
    for name, value in os.environ.items()
    if not name.startswith(("PYTHON", "MEDALIST_"))
} | {"TERM": "xterm-256color", "MEDALIST_NOW": "2026-11-22T12:00Z"}

TAB = {
    "COMP_WORDS": "medalist\ncountdown\nfil",
    "COMP_CWORD": "2",
    "_TYPER_COMPLETE_ARGS": "medalist countdown fil",
    "_TYPER_COMPLETE_FISH_ACTION": "get-args",
}
"""What Typer's code for each shell passes when TAB is pressed after `medalist countdown fil`."""

Timed = Callable[[], float]


def program(name: str) -> str | None:
    """Return the path of a command in this environment, or else on the PATH."""
    beside = Path(sys.executable).with_name(name)
    return str(beside) if beside.exists() else shutil.which(name)


def process(
    *command: str, env: dict[str, str] | None = None, ends_with: tuple[int, ...] = (0,)
) -> Timed:
    """Return a timer of a command whose output goes nowhere; in seconds."""

    def run() -> float:
        began = time.perf_counter()
        environment = ENV | (env or {})
        ended = subprocess.run(command, env=environment, check=False, stdout=subprocess.DEVNULL)
        took = time.perf_counter() - began
        if ended.returncode not in ends_with:
            raise SystemExit(f"{' '.join(command)} failed")
        return took

    return run


def on_terminal(*command: str) -> Timed:
    """Return a timer of a command that writes to a terminal of 80 columns."""

    def run() -> float:
        began = time.perf_counter()
        pid, terminal = pty.fork()
        if pid == 0:
            os.execve(command[0], command, ENV | {"COLUMNS": "80"})
        while _read(terminal):
            pass
        os.close(terminal)
        if os.waitpid(pid, 0)[1] != 0:
            raise SystemExit(f"{' '.join(command)} failed")
        return time.perf_counter() - began

    return run


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux reports a closed terminal as an error
        return b""


def ratio(one: Timed, other: Timed, runs: int) -> tuple[float, float, float]:
    """Return the medians of two timers in seconds, and the median of their ratios."""
    one(), other()
    pairs = [(one(), other()) for _ in range(runs)]
    return (
        statistics.median(a for a, _ in pairs),
        statistics.median(b for _, b in pairs),
        statistics.median(a / b for a, b in pairs),
    )


def row(what: str, one: Timed, other: Timed | None, runs: int, must: float, aim: float) -> str:
    """Return a line of the table."""
    if other is None:
        return f"{what:58} its peer is not installed"
    mine, theirs, times = ratio(one, other, runs)
    verdict = "" if must == math.inf else _verdict(times, must, aim)
    figures = f"{mine * 1e3:8.1f} {theirs * 1e3:8.1f} {times:7.2f} {must:6.2f} {aim:6.2f}"
    return f"{what:58} {figures}  {verdict}"


def _verdict(times: float, must: float, aim: float) -> str:
    return "aim" if times <= aim else "must" if times <= must else "MISSED"


def large(entries: int, folder: Path) -> Path:
    """Write a dataset with that many roles, all with different names, and return its path."""
    bundled = json.loads(Path(__file__).parent.parent.joinpath("data/medalist.json").read_bytes())
    roles = bundled["cast"][:15]
    bundled["cast"] = [
        roles[index % 15]
        | {"character": roles[index % 15]["character"] | {"given": f"Inori{index}x"}}
        for index in range(entries)
    ]
    path = folder / f"{entries}.json"
    path.write_text(json.dumps(bundled, ensure_ascii=False), encoding="utf-8")
    return path


def start_up(medalist: str, folder: Path, runs: int) -> Iterator[str]:
    """Yield the rows about start-up."""
    hello = folder / "hello.py"
    hello.write_text(HELLO, encoding="utf-8")
    typer = process(sys.executable, str(hello))
    text = process(medalist, "countdown", "-f", "text")
    termdown = program("termdown")
    bare = process(sys.executable, "-c", "pass")
    yield row("hello-world Typer / bare interpreter", typer, bare, runs, math.inf, math.inf)
    yield row("countdown -f text / hello-world Typer", text, typer, runs, 1.25, 1.15)
    cast = on_terminal(medalist, "cast")
    yield row("cast, a table in a terminal / the same", cast, typer, runs, 1.9, 1.6)
    search = process(medalist, "search", "inori")
    yield row("search WORD / the same", search, typer, runs, 1.5, 1.25)
    where = process(medalist, "where", "uk")
    yield row("where uk / the same", where, typer, runs, 1.6, 1.3)
    peer = process(termdown, "--version") if termdown else None
    yield row("countdown -f text / termdown --version", text, peer, runs, 0.75, 0.6)
    for shell, most, aim in (("bash", 1.5, 1.1), ("zsh", 2.7, 2.0), ("fish", 2.7, 2.0)):
        tab = process(medalist, env=TAB | {"_MEDALIST_COMPLETE": f"complete_{shell}"})
        yield row(f"TAB on a target, {shell} / hello-world Typer", tab, typer, runs, most, aim)


def prompts(medalist: str, folder: Path) -> Iterator[str]:
    """Yield one row per shell: microseconds per call of the prompt function."""
    for shell, (start, code, must) in PROMPTS.items():
        what = f"prompt segment in {shell}, \u00b5s a call"
        if not shutil.which(shell):
            yield f"{what:58} {shell} is not installed"
            continue
        file = folder / f"prompt.{shell}"
        command = (medalist, "init", shell, "--no-completion")
        file.write_bytes(subprocess.run(command, env=ENV, check=True, capture_output=True).stdout)
        timing = (*start, code.format(file=file, calls=CALLS))
        took = subprocess.run(timing, env=ENV, check=True, capture_output=True).stdout
        each = float(took) / CALLS * 1e6
        verdict = _verdict(each, must, 20)
        yield f"{what:58} {each:8.1f} {'':8} {'':7} {must:6} {20:6}  {verdict}"


def large_files(medalist: str, folder: Path, runs: int) -> Iterator[str]:
    """Yield the rows on large datasets."""
    jq = program("jq")
    none = process(medalist, "countdown", "-f", "text")
    for entries in SIZES:
        path = str(large(entries, folder))
        query = f"inori{entries - 1}x"
        cast = process(medalist, "cast", query, "--json", "--data", path)
        peer = process(jq, "--arg", "q", query, JQ, path) if jq else None
        # With a small file start-up dominates, and jq has almost none.
        must, aim = (0.5, 0.2) if entries == SIZES[-1] else (math.inf, math.inf)
        yield row(f"cast QUERY --json of {entries:,} / jq", cast, peer, runs, must, aim)
    whole = process(medalist, "countdown", "-f", "text", "--data", path)
    empty = statistics.median(none() for _ in range(runs))
    load = _loading(path)
    yield row(
        f"what {entries:,} add to countdown / json.load",
        lambda: whole() - empty,
        load,
        runs,
        1.5,
        1.0,
    )
    yield f"{'peak memory of that countdown':58} {_peak(medalist, path):8.0f} MiB"


def growth(medalist: str, folder: Path, runs: int) -> Iterator[str]:
    """Yield a line for each dataset command: what ten times the milestones cost."""
    none = process(medalist, "data", "path")
    start = statistics.median(none() for _ in range(runs))
    few, many = (milestones(amount, folder) for amount in SIZES[-2:])
    for name, rest in (("diff", ("--fields", "id")), ("merge", ())):
        large, small = (
            beyond(start, process(medalist, "data", name, one, other, *rest, ends_with=(0, 1)))
            for one, other in (many, few)
        )
        what = f"data {name} of {SIZES[-1]:,} / {SIZES[-2]:,}, without start-up"
        yield row(what, large, small, runs, 15, 11)


def beyond(start: float, timed: Timed) -> Timed:
    """Return a timer of what takes longer than the start-up."""
    return lambda: timed() - start


def milestones(amount: int, folder: Path) -> tuple[str, str]:
    """Write datasets of two shows with so many milestones, and return their paths."""
    for name, day in (("a", "2027-02-19"), ("b", "2027-02-26")):
        milestone = {
            "title": "Event",
            "kind": "event",
            "when": {"date": day, "zone": "Asia/Tokyo"},
            "sources": [],
            "confidence": "one-source",
        }
        document = {
            "schema_version": 2,
            "as_of": "2026-11-22",
            "show": {"id": name, "title": name},
            "anchor": "m0",
            "milestones": [{"id": f"m{number}"} | milestone for number in range(amount)],
        }
        path = folder / f"{amount}.{name}.json"
        path.write_text(json.dumps(document), encoding="utf-8")
    return str(folder / f"{amount}.a.json"), str(folder / f"{amount}.b.json")


def _loading(path: str) -> Timed:
    """Return a timer of `json.load` alone, in its own process."""
    code = (
        "import json, sys, time; began = time.perf_counter(); "
        "json.load(open(sys.argv[1], encoding='utf-8')); print(time.perf_counter() - began)"
    )

    def run() -> float:
        command = (sys.executable, "-c", code, path)
        return float(subprocess.run(command, env=ENV, check=True, capture_output=True).stdout)

    return run


def _peak(medalist: str, path: str) -> float:
    code = (
        "import resource, subprocess, sys; "
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)"
    )
    command = (sys.executable, "-c", code, medalist, "countdown", "-f", "text", "--data", path)
    return float(subprocess.run(command, env=ENV, check=True, capture_output=True).stdout)


def main() -> None:
    """Print the table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 21
    medalist = program("medalist")
    if medalist is None:
        raise SystemExit("medalist is not installed: pip install -e .")
    print(f"{'':58} {'ms':>8} {'peer ms':>8} {'ratio':>7} {'must':>6} {'aim':>6}")
    with tempfile.TemporaryDirectory() as folder:
        for line in start_up(medalist, Path(folder), runs):
            print(line, flush=True)
        for line in prompts(medalist, Path(folder)):
            print(line, flush=True)
        for line in large_files(medalist, Path(folder), max(3, runs // 7)):
            print(line, flush=True)
        for line in growth(medalist, Path(folder), max(3, runs // 7)):
            print(line, flush=True)


if __name__ == "__main__":
    main()
