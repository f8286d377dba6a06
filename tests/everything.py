"""Every command that there is, from the folder of commands, with what each needs to run."""

from collections.abc import Iterator
from typing import Any

from conftest import ROOT, SERIES

from medalist_cli import commands, render
from medalist_cli.cli import app, loader
from medalist_cli.model.result import Result

Arguments = tuple[str, ...]

FIXTURES = ROOT / "tests" / "storage" / "importers" / "fixtures"
BUNDLED = str(ROOT / "data" / "medalist.json")

NEEDED: dict[Arguments, tuple[Arguments, ...]] = {
    ("calendar",): (("--alarm", "1d"),),
    ("countdown",): ((), ("--template", "{title}")),
    ("data", "diff"): ((str(SERIES), BUNDLED),),
    ("data", "import"): (("ics", str(FIXTURES / "google.ics")),),
    ("data", "install"): ((str(SERIES), "--force"), ("--remove",)),
    ("data", "merge"): ((str(SERIES), BUNDLED),),
    ("data", "schema"): ((), ("cast",)),
    ("data", "validate"): ((str(SERIES),),),
    ("due",): (("film", "--at", "900d"),),
    ("episode",): (("s1e1",),),
    ("help",): ((), ("cast",)),
    ("init",): (("bash",), ("zsh",), ("fish",)),
    ("is", "within"): (("900d",),),
    ("plan",): (("--by", "film"),),
    ("search",): (("nagi",),),
    ("season",): ((), ("2",)),
    ("seen",): (("S1E1",), ()),
    ("sources",): ((), ("--conflicts",)),
}
"""What a command needs, or has besides its plain form."""

KEEPING = (("data", "install"), ("due",), ("seen", "S1E1"))
"""The beginnings of lines that keep a file: they are not the same twice."""


def every_command() -> Iterator[tuple[Arguments, Any]]:
    """Yield every command there is with its name, submenus taken apart; the first has none."""
    yield (), app.root()
    yield from _inside(loader.Folder(commands), ())


def _inside(folder: loader.Folder, path: Arguments) -> Iterator[tuple[Arguments, Any]]:
    for name in sorted(folder):
        found = folder[name]
        if isinstance(found, loader.Menu):
            yield from _inside(found.commands, (*path, name))  # type: ignore[arg-type]
        else:
            yield (*path, name), found


def once() -> Iterator[Arguments]:
    """Yield every command that writes a result, in its default format, and every help page."""
    for name, command in every_command():
        if issubclass(command.kind, Result):
            yield from ((*name, *more) for more in NEEDED.get(name, ((),)))
        yield (*name, "-h")
    yield from (("-V",), ("data", "-h"), ("is", "-h"))


def in_every_format() -> Iterator[Arguments]:
    """Yield every command that has formats in each of them."""
    for name, command in every_command():
        if any(param.name == "format" for param in command.params):
            line = (*name, *NEEDED.get(name, ((),))[0])
            yield from ((*line, "-f", form) for form in render.formats(command.kind))


def keeps(line: Arguments) -> bool:
    """Return whether a line keeps a file, so that the next run is another."""
    is_page = line[-1:] == ("-h",) or "--remove" in line
    return not is_page and any(line[: len(each)] == each for each in KEEPING)


def exit_code(line: Arguments) -> int:
    """Return how a line ends on the dataset of the tests: `data diff` finds differences."""
    return 1 if line[:2] == ("data", "diff") and line[-1] != "-h" else 0
