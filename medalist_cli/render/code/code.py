"""The code as it is."""

from medalist_cli.answer import Code
from medalist_cli.render import Form
from medalist_cli.screen import Screen

ENCODING = "utf-8"
"""Whatever the terminal's: the ASCII that stands in for a `’` would end a quotation."""


def render(answer: Code, form: Form, screen: Screen) -> str:
    """Return the code."""
    return answer.text
