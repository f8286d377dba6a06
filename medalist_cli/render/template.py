"""One line from a template with named placeholders; nothing in it is evaluated."""

import re
from typing import Any

import msgspec

from medalist_cli.errors import UsageError
from medalist_cli.model.rows import Countdown
from medalist_cli.render import escaping
from medalist_cli.text.cells import visible

_PART = r"\{\{|\}\}|\{([^{}]*)\}|[{}]"
UNKNOWN = "unknown"


def filled(template: str, count: Countdown, encoding: str) -> str:
    """Return `template` with each `{key}` replaced by that key of the countdown's JSON.

    Keys of nested objects are dotted (`{anchor.days}`), `{{` and `}}` are braces, null is
    `unknown`. Raises UsageError for an unknown key and for a single brace.
    """
    keys, parts, end = msgspec.to_builtins(count), [], 0
    for match in re.finditer(_PART, template):
        parts.append((template[end : match.start()], False))
        end = match.end()
        if match[0] in ("{{", "}}"):
            parts.append((match[0][0], False))
        elif match[1] is None:
            raise UsageError(
                f"--template: unmatched {match[0]!r}", f"Use {match[0] * 2} for a literal brace."
            )
        else:
            parts.append((_shown(_at(keys, match[1])), True))
    return escaping.template([*parts, (template[end:], False)], encoding)


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
    """Return a value as text: a list of plain values with commas, anything nested as JSON."""
    match content:
        case None:
            return UNKNOWN
        case bool():
            return "true" if content else "false"
        case list() | tuple() if not any(isinstance(item, dict | list | tuple) for item in content):
            return ", ".join(map(_shown, content))
        case dict() | list() | tuple():
            return msgspec.json.encode(content).decode()
        case _:
            return str(content)
