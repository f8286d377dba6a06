"""A picture of the years for a terminal; in a pipe the dates as columns."""

from msgspec import Struct

from medalist_cli.model.result import Timeline
from medalist_cli.render import Form
from medalist_cli.render.records import table
from medalist_cli.terminal import Terminal


def render(result: Timeline[Struct], form: Form, terminal: Terminal) -> str:
    """Return the picture; fields that were asked for, and a pipe, get a table."""
    if terminal.width is None or terminal.accessible or form.fields:
        return table.render(result, form, terminal)
    from medalist_cli.render import _rich  # noqa: PLC0415 - Rich takes 20 ms, and a pipe needs none
    from medalist_cli.render.timeline import _rich as timeline_rich  # noqa: PLC0415

    return _rich.drawn(timeline_rich.of(result, form, terminal), terminal)
