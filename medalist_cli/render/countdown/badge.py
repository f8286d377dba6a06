"""A badge (SVG) for a README or a web page; it needs no font and no server."""

from medalist_cli.model.result import Countdown
from medalist_cli.render import Form, countdown, escaping
from medalist_cli.terminal import Terminal
from medalist_cli.text import wording
from medalist_cli.text.cells import cut, width

ENCODING = "utf-8"
_CELL = 6.2
"""Width of a terminal cell in these letters; kanji take two."""
_PADDING = 12
_LONGEST = 60
"""Cells of a title in a badge."""

_BADGE = """\
<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="20" role="img" \
aria-label="{name}">
<title>{name}</title>
<rect width="{width}" height="20" rx="3" fill="{colour}"/>
<path d="M{left} 0H3a3 3 0 0 0-3 3v14a3 3 0 0 0 3 3h{inner}z" fill="#3d4450"/>
<g fill="#fff" font-family="Verdana, Geneva, 'DejaVu Sans', sans-serif" font-size="11" \
text-anchor="middle">
<text x="{label_x}" y="14" textLength="{label_length}">{label}</text>
<text x="{message_x}" y="14" textLength="{message_length}">{message}</text>
</g>
</svg>
"""


def render(result: Countdown, form: Form, terminal: Terminal) -> str:
    """Return the picture; its message is a date, not a count, since pictures are cached."""
    title = wording.title(result.count, form.language)
    label = cut(title, form.width or _LONGEST)
    message, colour = countdown.lasting(result.count, form.language)
    texts = [width(text) * _CELL for text in (label, message)]
    left, right = (round(length + _PADDING) for length in texts)
    return _BADGE.format(
        name=escaping.xml(f"{title}: {message}"),
        width=left + right,
        left=left,
        inner=left - 3,
        colour=colour,
        label=escaping.xml(label),
        label_x=f"{left / 2:g}",
        label_length=f"{texts[0]:g}",
        message=escaping.xml(message),
        message_x=f"{left + right / 2:g}",
        message_length=f"{texts[1]:g}",
    )
