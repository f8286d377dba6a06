"""A picture (SVG)."""

from msgspec import structs

from medalist_cli.model.result import Drawable
from medalist_cli.render import Form, _export
from medalist_cli.render.drawable import _drawing
from medalist_cli.terminal import Terminal

ENCODING = "utf-8"


def render(result: Drawable, form: Form, terminal: Terminal) -> str:
    """Return an SVG, 100 cells wide without a terminal."""
    drawing = _drawing.of(result, form, structs.replace(terminal, links=True))
    return _export.svg(drawing, result.headline, terminal)
