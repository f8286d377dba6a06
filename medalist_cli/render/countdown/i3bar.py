"""A JSON block for i3bar, or for i3blocks with `interval=persist`; the i3bar protocol."""

import msgspec

from medalist_cli.model.result import Countdown
from medalist_cli.render import Form, countdown, escaping
from medalist_cli.terminal import Terminal
from medalist_cli.text import wording

HAS_LINE = True
"""Whether it can be one line, for --follow."""


def render(result: Countdown, form: Form, terminal: Terminal) -> str:
    """Return one line with texts and colour; empty texts hide the block."""
    full = countdown.bar(result, form)
    short = wording.short(result.count, form.language, ticking=form.is_line)
    shown = {
        "full_text": escaping.plain(full, "utf-8"),
        "short_text": escaping.plain(short, "utf-8") if full else "",
        "color": countdown.colour(result.count),
        "markup": "none",
    }
    block = {key: value for key, value in shown.items() if value or key != "color"}
    return escaping.json_text(msgspec.json.encode(block).decode(), terminal.encoding) + "\n"
