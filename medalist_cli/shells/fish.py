"""Code for fish; the pages of its manual on `path mtime`, `math` and `complete`.

No builtin of fish tells the time, but `path mtime` (fish 3.6) tells when a file changed and how
long ago that was: their sum is the time, without a fork. It is never added up for itself, since
`math` is a quarter of the whole: the ends of the steps are reckoned from the file's time instead,
once, and again when the file has changed. Older ones have to ask date(1).
"""

from typing import assert_never

from medalist_cli.shells import Days, Grammar, Hours, Minutes, Place, Step, Value

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

_COMPLETION = r"""function __medalist_complete
    set -l seen $MEDALIST_SEEN
    set -l data $MEDALIST_DATA
    set -l last
    for word in (commandline -op)
        switch "$last $word"
            case '--seen *'
                set seen $word
            case '--data *'
                set data $word
            case '* --seen=*'
                set seen (string sub -s 8 -- $word)
            case '* --data=*'
                set data (string sub -s 8 -- $word)
        end
        set last $word
    end
    set -l at
    set -l before
    set -l option
    for word in (commandline -opc)[2..-1]
        if test -n "$option"
            set option
            continue
        end
        switch $word
@valued@
            case '-*'
            case '*'
                if contains -- "$at $word" @commands@
                    set at (string trim -- "$at $word")
                else
                    set -a before $word
                end
        end
    end
    set -l cur (commandline -ct)
    set -l prefix ''
    if string match -q -- '--*=*' $cur
        set option (string replace -r '=.*' '' -- $cur)
        set prefix $option=
        set cur (string replace -r '^[^=]*=' '' -- $cur)
    end
    set -l where 0
    if test -n "$option"
        set where $option
    else if string match -q -- '-*' $cur
        set where -
    else if set -q before[1]
        set where n
    end
    set -l found
    set -l asked
    switch "$at $where"
@places@
    end
    if test -n "$asked"; and command -sq medalist
        set cur (string unescape -- $cur; or string trim -lc '"\'' -- $cur)
        set found (_MEDALIST_COMPLETE=$asked MEDALIST_SEEN=$seen MEDALIST_DATA=$data \
            command medalist $before "$cur" 2>/dev/null)
    end
    for word in $prefix$found
        printf '%s\n' $word
    end
end
complete -c medalist -e
complete -c medalist -f -a '(__medalist_complete)'
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
    """Return a text between single quotes, where only quotes and backslashes are escaped."""
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
            return _clock(name, at, 3600, "hm")
        case Minutes(at):
            return _clock(name, at, 60, "ms")
        case other:
            assert_never(other)


def _clock(name: str, at: int, unit: int, letters: str) -> str:
    """Return `3h 04m`; a hundred is added, and cut off again, for the zero before the 4."""
    left = f"({at} - $clock[1] - $clock[2])"
    whole, rest = f"floor({left} / {unit})", f"100 + floor({left} % {unit} / {unit // 60})"
    return (
        f'        set -l left (math "{whole}"; math "{rest}")\n'
        f"        set -l rest (string sub -s 2 $left[2])\n"
        f"        set -g MEDALIST_PROMPT {name}$left[1]'{letters[0]} '$rest'{letters[1]}'"
    )


def completion(grammar: Grammar) -> str:
    """Return the function that completes `medalist`."""
    valued = "\n".join(
        f"            case {' '.join(names)}\n                set option {names[0]}"
        for names in grammar.valued
    )
    known = (name if " " in name else f" {name}" for name in grammar.commands)
    return (
        _COMPLETION.replace("@valued@", valued)
        .replace("@commands@", " ".join(quoted(name) for name in known))
        .replace("@places@", "\n".join(_place(place) for place in grammar.places))
    )


def _place(place: Place) -> str:
    states, value = place
    patterns = " ".join(quoted(state) for state in states)
    return f"        case {patterns}\n            {_wanted(value)}"


def _wanted(value: Value) -> str:
    if value.asks:
        return f"set asked {value.asks}"
    if value.is_file:
        return "set found (__fish_complete_path $cur)"
    lines = (quoted(f"{word}\t{about}" if about else word) for word, about in value.words)
    comma = "set prefix $prefix(string replace -r '[^,]*$' '' -- \"$cur\")\n            "
    return f"{comma if value.many else ''}set found {' '.join(lines)}"
