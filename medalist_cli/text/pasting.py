"""Commands that can be pasted into any shell."""

import re
import shlex

_SAFE = r"[\w@%+:,./ -]+"
"""Words that every shell reads as they are."""


def line(command: str, phrase: str = "", option: str = "") -> str:
    """Return a command with a phrase for it, and an option with its value.

    If `command` ends with an option, the whole phrase is its value. Words with characters that
    cannot be printed are left out.
    """
    words = " ".join(filter(str.isprintable, phrase.split()))
    if words and command.rpartition(" ")[2].startswith("-"):
        return f"medalist {command} {_quoted(words, is_value=True)}"
    if words.startswith("-"):
        return " ".join(filter(None, ("medalist", command, option, "--", _quoted(words))))
    return " ".join(filter(None, ("medalist", command, words and _quoted(words), option)))


def _quoted(phrase: str, *, is_value: bool = False) -> str:
    if re.fullmatch(_SAFE, phrase) and not (is_value and (" " in phrase or phrase[0] == "-")):
        return phrase
    return shlex.quote(phrase) if re.search(r'["$`\\!]', phrase) else f'"{phrase}"'
