"""One line from a pattern with named holes; nothing in it is evaluated."""

import re
from typing import Any

import msgspec

from medalist_cli.errors import UsageError
from medalist_cli.model.rows import Countdown
from medalist_cli.text.cells import visible

_PART = r"\{\{|\}\}|\{([^{}]*)\}|[{}]"
UNKNOWN = "unknown"


def filled(template: str, count: Countdown) -> str:
    """Return `template` with each `{key}` replaced by that key of the countdown's JSON.

    Keys of nested objects are dotted (`{anchor.days}`), `{{` and `}}` are braces, null is
    `unknown`. Raises UsageError for an unknown key and for an unmatched brace.
    """
    keys = msgspec.to_builtins(count)

    def content(match: re.Match[str]) -> str:
        if match[0] in ("{{", "}}"):
            return match[0][0]
        if match[1] is None:
            raise UsageError(
                f"--template: unmatched {match[0]!r}", f"Use {match[0] * 2} for a literal brace."
            )
        return _shown(_at(keys, match[1]))

    return visible(re.sub(_PART, content, template))


def _at(keys: dict[str, Any], path: str) -> Any:
    found: Any = keys
    for part in path.split("."):
        if found is None:  # what is unknown as a whole is unknown in its parts
            return None
        if not isinstance(found, dict) or part not in found:
            listed = ", ".join(keys)
            raise UsageError(f"--template: unknown key {visible(path)!r}", f"Known: {listed}.")
        found = found[part]
    return found


def _shown(content: Any) -> str:
    match content:
        case None:
            return UNKNOWN
        case bool():
            return "true" if content else "false"
        case list():
            return ", ".join(map(_shown, content))
        case dict():
            return ", ".join(f"{key} {_shown(inner)}" for key, inner in content.items())
        case _:
            return str(content)
