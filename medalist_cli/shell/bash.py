"""Code for bash 4.2 and newer; bash(1), "PROMPTING".

Older versions load it too, but run date(1) at every prompt. `PS1` expands a reference to
MEDALIST_PROMPT once, and does not expand its value again.
"""

from medalist_cli.model.prompt import Step
from medalist_cli.shell import _posix

COMPLETION_SETUP = ""

_PROMPT = r"""medalist_prompt() {
  local now=${1-} left rest
  [[ $now == [1-9]* && $now != *[!0-9]* ]] || now=${EPOCHSECONDS-}
  [[ $now ]] || printf -v now '%(%s)T' -1 2>/dev/null || now=$(date +%s)
@steps@
}
[[ ${PROMPT_COMMAND[*]-} == *medalist_prompt* ]] || PROMPT_COMMAND+=$'\nmedalist_prompt'
"""


def prompt(steps: tuple[Step, ...]) -> str:
    """Return the function `medalist_prompt [UNIX_TIME]`, run before every prompt."""
    return _PROMPT.replace("@steps@", _posix.steps(steps, _posix.quoted))
