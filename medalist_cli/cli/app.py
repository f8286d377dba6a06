"""The program's root command and entry point."""

from medalist_cli import commands
from medalist_cli.cli import loader, runner
from medalist_cli.commands._home import home


def root() -> loader.Menu:
    """Return the program as a Typer command, with its first screen and all its commands."""
    return loader.menu(commands, "medalist", home)


def main(arguments: list[str]) -> int:
    """Run the program with `arguments`, and return its exit code."""
    return runner.main(root(), arguments)
