"""`medalist init`."""

from typing import Annotated

import typer

from medalist_cli import completions, dataset, prompts, shells, spoilers
from medalist_cli.answer import Code
from medalist_cli.cells import visible
from medalist_cli.errors import Misuse
from medalist_cli.options import Reader

Shell = Annotated[str, typer.Argument(metavar="SHELL", show_default=False)]
NoPrompt = Annotated[bool, typer.Option("--no-prompt", help="Only completion.")]
NoCompletion = Annotated[bool, typer.Option("--no-completion", help="Only the prompt segment.")]


def init(
    ctx: typer.Context,
    reader: Reader,
    shell: Shell,
    no_prompt: NoPrompt = False,
    no_completion: NoCompletion = False,
) -> Code:
    """Prompt and completion for bash, zsh or fish. Example: medalist init bash > ~/.medalist.bash.

    Before every prompt the function medalist_prompt sets MEDALIST_PROMPT to what a status bar
    shows, and starts no process for it; PS1='${MEDALIST_PROMPT} $ ' refers to it.
    """
    if no_prompt and no_completion:
        raise Misuse("--no-prompt contradicts --no-completion")
    written = shells.of(shell)
    if written is None:
        known = ", ".join(shells.names())
        raise Misuse(f"there is no code for a shell {visible(shell)!r}", f"Known: {known}.")
    parts = []
    if not no_completion:
        parts.append(written.completion(completions.grammar(ctx.find_root().command)))
    if not no_prompt:
        told = spoilers.up_to(dataset.load(reader.data), reader.seen)
        parts.append(written.prompt(prompts.steps(told, reader.now)))
    return Code(notes=(), text="\n".join(parts))
