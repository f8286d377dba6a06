"""Code for bash 4.2 and newer; bash(1), "Programmable Completion" and "PROMPTING".

It also loads in older ones, where the prompt has to ask date(1). `PS1` expands a reference to
MEDALIST_PROMPT once, and nothing in its value again.
"""

from medalist_cli.shells import Grammar, Step, _sh

_PROMPT = r"""medalist_prompt() {
  local now=${1-} left rest
  [[ $now == [1-9]* && $now != *[!0-9]* ]] || now=${EPOCHSECONDS-}
  [[ $now ]] || printf -v now '%(%s)T' -1 2>/dev/null || now=$(date +%s)
@steps@
}
[[ ${PROMPT_COMMAND[*]-} == *medalist_prompt* ]] || PROMPT_COMMAND+=$'\nmedalist_prompt'
"""

_COMPLETION = r"""_medalist() {
  local IFS=$' \t\n' seen=${MEDALIST_SEEN-} data=${MEDALIST_DATA-} word cur i
  local at='' option='' where='' state='' asked='' files='' many='' prefix='' open='' shown
  local -a found=() before=() args=()
  COMPREPLY=()
  for ((i = 1; i < ${#COMP_WORDS[@]}; i++)); do
    word=${COMP_WORDS[i]//\\} word=${word#[\"\']} word=${word%[\"\']}
    if ((i == COMP_CWORD)); then
      cur=${word#=} args=("${before[@]}")
      [[ ${COMP_WORDS[i]} == [\"\']* ]] && open=1
      [[ $cur == --*=* ]] && option=${cur%%=*} prefix=${cur%%=*}= cur=${cur#*=}
      if [[ $option ]]; then where=$option
      elif [[ $cur == -* ]]; then where=-
      elif ((${#before[@]})); then where=n
      else where=0; fi
      state="$at $where" option=''
    elif [[ $word == [=:]* || ${COMP_WORDS[i-1]} == : ]]; then
      :  # Readline ends a word at these, though the shell does not.
    elif [[ $option ]]; then
      case $option in --seen) seen=$word ;; --data) data=$word ;; esac
      option=''
    else
      case $word in
        --seen=*) seen=${word#*=} ;;
        --data=*) data=${word#*=} ;;
@valued@
        -*) ;;
        *) case "$at $word" in
          @commands@) at=${at:+$at }$word ;;
          *) before+=("$word") ;;
        esac ;;
      esac
    fi
  done
  case $state in
@places@
  esac
  if [[ $files ]]; then
    compopt -o default 2>/dev/null
    return
  fi
  if [[ $asked ]]; then
    data=${data/#~\//$HOME/}
    while IFS= read -r word; do
      [[ $word ]] && found+=("$word")
    done <<<"$(_MEDALIST_COMPLETE=$asked MEDALIST_SEEN=$seen MEDALIST_DATA=$data \
      command medalist "${args[@]}" "$cur" 2>/dev/null)"
    cur=''
  fi
  if [[ $many ]]; then
    compopt -o nospace 2>/dev/null
    [[ $cur == *,* ]] && prefix+=${cur%,*},
    cur=${cur##*,}
  fi
  for word in "${found[@]}"; do
    [[ $word == "$cur"* ]] || continue
    printf -v shown %q "$word"
    [[ $open && $shown != "$word" ]] || COMPREPLY+=("$prefix$shown")
  done
}
complete -F _medalist medalist
"""


def prompt(steps: tuple[Step, ...]) -> str:
    """Return the function `medalist_prompt [UNIX_TIME]`, run before every prompt."""
    return _PROMPT.replace("@steps@", _sh.steps(steps, _sh.quoted))


def completion(grammar: Grammar) -> str:
    """Return the function that completes `medalist`."""
    return (
        _COMPLETION.replace("@valued@", _sh.valued(grammar))
        .replace("@commands@", _sh.commands(grammar))
        .replace("@places@", _sh.places(grammar, told=False))
    )
