"""Code for zsh; zshmodules(1) `zsh/datetime`, zshexpn(1) "Prompt Expansion".

With PROMPT_SUBST a prompt expands a reference to MEDALIST_PROMPT once and then interprets `%` in
the result, so every `%` in a title is doubled.
"""

from medalist_cli.model.prompt import Step
from medalist_cli.shell import _posix

# Typer's script calls compdef, which is missing until compinit has run.
COMPLETION_SETUP = """\
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
"""

_PROMPT = r"""zmodload zsh/datetime
medalist_prompt() {
  emulate -L zsh
  local now=$1 left rest
  [[ $now == <-> ]] || now=$EPOCHSECONDS
@steps@
}
typeset -ga precmd_functions
((${precmd_functions[(Ie)medalist_prompt]})) || precmd_functions+=(medalist_prompt)
"""


def prompt(steps: tuple[Step, ...]) -> str:
    """Return the function `medalist_prompt [UNIX_TIME]`, run before every prompt."""
    return _PROMPT.replace("@steps@", _posix.steps(steps, _title))


def _title(text: str) -> str:
    return _posix.quoted(text.replace("%", "%%"))
