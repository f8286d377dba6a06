"""A picture (SVG)."""

from msgspec import structs

from medalist_cli.model.result import Countdown, Drawable
from medalist_cli.render import Form, _export
from medalist_cli.render.drawable import _drawing
from medalist_cli.terminal import Terminal
from medalist_cli.text import wording
from medalist_cli.text.language import worded

ENCODING = "utf-8"


def render(result: Drawable, form: Form, terminal: Terminal) -> str:
    """Return an SVG, 100 cells wide without a terminal."""
    drawing = _drawing.of(result, form, structs.replace(terminal, links=True))
    language = form.language
    title = (
        wording.title(result.count, language)
        if isinstance(result, Countdown)
        else worded(result.headline, language)
    )
    return _export.svg(drawing, title, terminal)
