"""The picture of a result, whatever its kind."""

from rich.console import RenderableType

from medalist_cli.model.result import Drawable
from medalist_cli.render import Form, helper
from medalist_cli.terminal import Terminal


def of(result: Drawable, form: Form, terminal: Terminal) -> RenderableType:
    """Return what the `_rich` module for this kind of result draws."""
    module = helper(type(result), "_rich")
    assert module is not None, f"no picture for {type(result).__name__}"
    drawing: RenderableType = module.of(result, form, terminal)
    return drawing
