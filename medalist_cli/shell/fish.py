"""Code for fish; see its manual on `path mtime` and `math`.

Fish has no builtin clock, but `path mtime` (fish 3.6) gives the time a file changed and how long
ago that was, without a fork. Their sum is the time. `math` is slow, so the ends of the steps are
converted once to "seconds after that change", and again only if the file changes. Older versions
run date(1) at every prompt.
"""

from typing import assert_never

from medalist_cli.model.prompt import Days, Hours, Minutes, Step

COMPLETION_SETUP = ""

_PROMPT = r"""if path mtime / >/dev/null 2>&1
    function __medalist_clock
        builtin path mtime /
        builtin path mtime -R /
    end
else
    function __medalist_clock
        echo 0
        date +%s
    end
end
set -g __medalist_then
function medalist_prompt --on-event fish_prompt
    set -l ends @ends@
    set -l clock 0 $argv[1]
    if not set -q argv[1]; or not string match -qr '^[0-9]+$' -- $argv[1]
        set clock (__medalist_clock)
        if test "$clock[1]" != "$__medalist_then"
            set -g __medalist_then $clock[1]
            set -g __medalist_ends
            for end in $ends
                set -a __medalist_ends (math "$end - $clock[1]")
            end
        end
        set ends $__medalist_ends
    end
@steps@
end
"""


def prompt(steps: tuple[Step, ...]) -> str:
    """Return the function `medalist_prompt [UNIX_TIME]`, run before every prompt."""
    branches = [
        f"    {'else ' if index > 1 else ''}if test $clock[2] -lt $ends[{index}]\n{_set(step)}\n"
        for index, step in enumerate(steps, 1)
    ]
    last = "    else\n        set -g MEDALIST_PROMPT ''\n    end"
    chosen = "".join(branches) + last if branches else "    set -g MEDALIST_PROMPT ''"
    ends = " ".join(str(step.until) for step in steps)
    return _PROMPT.replace("@ends@", ends).replace("@steps@", chosen)


def quoted(text: str) -> str:
    """Return a text in single quotes; inside, only quotes and backslashes need escaping."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _set(step: Step) -> str:
    name = quoted(f"{step.title} ")
    match step.wait:
        case str(word):
            return f"        set -g MEDALIST_PROMPT {quoted(f'{step.title} {word}')}"
        case Days(first, last, offset):
            today = f"floor(($clock[1] + $clock[2] + {offset}) / 86400)"
            until = f'-(math "{last} - {today}")' if last != first else ""
            return f'        set -g MEDALIST_PROMPT {name}(math "{first} - {today}"){until}d'
        case Hours(at):
            # 100 is added and the 1 cut off, to keep the leading zero.
            left = f"({at} - $clock[1] - $clock[2])"
            return (
                f'        set -l left (math "floor({left} / 3600)"; '
                f'math "100 + floor({left} % 3600 / 60)")\n'
                f"        set -l rest (string sub -s 2 $left[2])\n"
                f"        set -g MEDALIST_PROMPT {name}$left[1]'h '$rest'm'"
            )
        case Minutes(at):
            left = f"({at} - $clock[1] - $clock[2])"
            return f'        set -g MEDALIST_PROMPT {name}(math "floor({left} / 60)")m'
        case other:
            assert_never(other)
