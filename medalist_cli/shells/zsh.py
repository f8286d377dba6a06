"""Code for zsh; zshmodules(1) `zsh/datetime`, zshexpn(1) "Prompt Expansion", zshcompwid(1).

With PROMPT_SUBST a prompt expands a reference to MEDALIST_PROMPT once, and then obeys a `%` in what
it found: so a `%` of a title is doubled here, as in every text for a prompt of zsh.
"""

from medalist_cli.shells import Grammar, Step, _sh

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

_COMPLETION = r"""#compdef medalist
_medalist() {
  local seen=${MEDALIST_SEEN-} data=${MEDALIST_DATA-} word cur at option where state
  local asked files many prefix
  local -a found told before args shown extra
  local -i i
  for ((i = 2; i <= $#words; i++)); do
    word=${(Q)words[i]}
    if ((i == CURRENT)); then
      cur=${(Q)PREFIX} args=($before)
      [[ $cur == --*=* ]] && option=${cur%%=*} prefix=${cur%%=*}= cur=${cur#*=}
      if [[ -n $option ]]; then where=$option
      elif [[ $cur == -* ]]; then where=-
      elif (($#before)); then where=n
      else where=0; fi
      state="$at $where" option=
    elif [[ -n $option ]]; then
      case $option in (--seen) seen=$word ;; (--data) data=$word ;; esac
      option=
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
  if [[ -n $files ]]; then
    [[ -n $prefix ]] && compset -P '*='
    _files
    return
  fi
  if [[ -n $asked ]]; then
    data=${data/#\~\//$HOME/}
    found=(${(f)"$(_MEDALIST_COMPLETE=$asked MEDALIST_SEEN=$seen MEDALIST_DATA=$data \
      command medalist $args "$cur" 2>/dev/null)"})
  fi
  if [[ -n $many ]]; then
    [[ $cur == *,* ]] && prefix+=${cur%,*},
    extra=(-q -S ,)
  fi
  for ((i = 1; i <= $#told; i++)); do
    shown+=("${(r:18:)found[i]} $told[i]")
  done
  (($#told)) && extra+=(-l -d shown)
  found=($prefix$^found)
  compadd $extra -M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}' -a found
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
  _medalist "$@"
elif (($+functions[compdef])); then
  compdef _medalist medalist
fi
"""


def prompt(steps: tuple[Step, ...]) -> str:
    """Return the function `medalist_prompt [UNIX_TIME]`, run before every prompt."""
    return _PROMPT.replace("@steps@", _sh.steps(steps, _title))


def _title(text: str) -> str:
    return _sh.quoted(text.replace("%", "%%"))


def completion(grammar: Grammar) -> str:
    """Return the function that completes `medalist`, for a startup file or as `_medalist`."""
    return (
        _COMPLETION.replace("@valued@", _sh.valued(grammar))
        .replace("@commands@", _sh.commands(grammar))
        .replace("@places@", _sh.places(grammar, told=True))
    )
