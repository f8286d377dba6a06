"""Fuzz what reads files and command lines, with atheris: `nox -s fuzz`, or this file.

`python tests/fuzz.py SECONDS [FOLDER]` mutates the files in tests/seeds. Every input has to be
read, or refused with a MedalistError; anything else stops the run, and the input is kept in
FOLDER. Shrink it, fix the cause, and add it to tests/seeds, which `pytest -m thorough` reads.
"""

import datetime as dt
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

try:
    import atheris
except ImportError:
    sys.exit("atheris is not installed: pip install '.[fuzz]'")

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]
with atheris.instrument_imports(include=["medalist_cli"]):
    from medalist_cli.errors import DatasetError
    from medalist_cli.model.dataset import Dataset
    from medalist_cli.queries import countdown, merge, recap, spoilers
    from medalist_cli.storage import importers, untrusted

from conftest import answered  # noqa: E402 - it imports what is instrumented above

SEEDS = Path(__file__).parent / "seeds"
NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
BAD = (70, 130)
"""Exit codes that no input may lead to."""


def dataset(content: bytes) -> None:
    """Read a dataset as `--data` and `data validate` do, and ask it the largest questions."""
    is_valid = True
    try:
        untrusted.checked("fuzzed", content)
    except DatasetError:
        is_valid = False
    try:
        read = untrusted.parsed("fuzzed", content)
    except DatasetError:
        assert not is_valid, "valid, but it cannot be read"
        return
    assert is_valid, "read, but it is not valid"
    asked(read)


def asked(read: Dataset) -> None:
    """Answer from a dataset; a valid one never fails."""
    for limit in (None, spoilers.Seen(1, 1)):
        cut = spoilers.up_to(read, limit)
        countdown.schedule(cut, NOW)
        if cut.episodes:
            recap.recap(cut, NOW)
    merge.merge([read])


def imported(content: bytes) -> None:
    """Read public data with every importer."""
    for name in importers.names():
        try:
            importers.named(name).read(content, NOW)
        except ValueError as error:
            assert "\n" not in str(error)  # noqa: PT017 - this is no pytest


def command(content: bytes) -> None:
    """Run a command line; its words are separated by line feeds."""
    words = content.decode("utf-8", "surrogateescape").replace("\0", "").split("\n")
    writes = ("-o", "--o", "--st", "--l", "--w", "--fo", "install")
    if any(word.startswith(writes) or word in {"due", "seen"} for word in words):
        return
    ended = answered(*words[:12])
    assert ended.code not in BAD, ended.err


TARGETS: tuple[Callable[[bytes], None], ...] = (dataset, imported, command)


def one(data: bytes) -> None:
    """Give an input to the target that its first byte chooses: of `{`, that is the first."""
    if data[:1] == b"{":
        dataset(data)
        imported(data)
    elif data:
        TARGETS[data[0] % len(TARGETS)](data[1:])


def main() -> None:
    """Run for the seconds of the command line."""
    seconds = sys.argv[1] if len(sys.argv) > 1 else "60"
    found = Path(sys.argv[2] if len(sys.argv) > 2 else tempfile.mkdtemp(prefix="medalist-fuzz-"))
    corpus = found / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    home = tempfile.mkdtemp()
    os.environ |= {"HOME": home, "XDG_STATE_HOME": home, "XDG_DATA_HOME": home, "TZ": "UTC"}
    for index, line in enumerate(("countdown\nfilm", "cast\n--json", "schedule\n--fields\nid")):
        (corpus / f"line{index}").write_bytes(bytes([TARGETS.index(command)]) + line.encode())
    flags = (f"-max_total_time={seconds}", f"-artifact_prefix={found}/", "-timeout=20")
    limits = ("-max_len=65536", "-rss_limit_mb=4096")
    atheris.Setup([sys.argv[0], str(corpus), str(SEEDS), *flags, *limits], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
