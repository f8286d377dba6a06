"""The code as it is."""

from medalist_cli.model.result import Code
from medalist_cli.render import Form
from medalist_cli.terminal import Terminal

ENCODING = "utf-8"
"""Whatever the terminal's: the ASCII that stands in for a `’` would end a quotation."""


def render(result: Code, form: Form, terminal: Terminal) -> str:
    """Return the code."""
    return result.text
