"""`medalist init`."""

from typing import Annotated

import typer
from typer.completion import get_completion_script  # type: ignore[attr-defined]

from medalist_cli import shell as shells
from medalist_cli.errors import UsageError, exclusive
from medalist_cli.model.result import Code
from medalist_cli.options import Reader, Shell
from medalist_cli.queries import prompt
from medalist_cli.text.cells import shortened

GROUP = "Automate"
ALIASES = ("prompt", "completion")

NoPrompt = Annotated[bool, typer.Option("--no-prompt", help="Print only completion.")]
NoCompletion = Annotated[
    bool, typer.Option("--no-completion", help="Print only the prompt segment.")
]


def init(
    reader: Reader,
    shell: Shell,
    no_prompt: NoPrompt = False,
    no_completion: NoCompletion = False,
) -> Code:
    """Set up shell completion and a prompt segment.

    SHELL: bash, zsh or fish. medalist_prompt sets $MEDALIST_PROMPT before each prompt without
    starting a process; PS1='${MEDALIST_PROMPT} $ ' shows it.

    Example: medalist init bash > ~/.medalist.bash.
    """
    if no_prompt and no_completion:
        raise exclusive("--no-prompt", "--no-completion")
    writer = shells.find(shell)
    if writer is None:
        known = ", ".join(shells.names())
        raise UsageError(f"unsupported shell {shortened(shell)!r}", f"Known: {known}.")
    parts = []
    if not no_completion:
        script = get_completion_script(
            prog_name="medalist", complete_var="_MEDALIST_COMPLETE", shell=shell
        )
        parts.append(f"{writer.COMPLETION_SETUP}{script}\n")
    if not no_prompt:
        parts.append(writer.prompt(prompt.steps(reader.dataset, reader.now)))
    return Code(notes=(), text="\n".join(parts))
