"""`medalist help`."""

from typing import Annotated

import typer

from medalist_cli.errors import EarlyExit
from medalist_cli.model.result import Text
from medalist_cli.options import Words

GROUP = "Look up"
ALIASES = ("usage", "manual")

Command = Annotated[Words, typer.Argument(metavar="[COMMAND]...", show_default=False)]


def help(ctx: typer.Context, command: Command = None) -> Text:
    """Show the help of a command. Example: medalist help cast, medalist help data diff.

    The same as `medalist COMMAND -h`.
    """
    root = ctx.find_root()
    names = [word for word in command or () if not word.startswith("-")]  # none can swallow -h
    try:
        root.command.main([*names, "-h"], prog_name=root.info_name, standalone_mode=False)
    except EarlyExit as early:
        return Text(notes=(), text=early.text)
    raise AssertionError("-h ends every run")
