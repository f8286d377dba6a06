"""The text as it is, ending with a line break."""

from medalist_cli.answer import Text
from medalist_cli.render import Form
from medalist_cli.screen import Screen


def render(answer: Text, form: Form, screen: Screen) -> str:
    """Return the text, with a line break at its end if it has any text."""
    return answer.text if answer.text.endswith("\n") or not answer.text else answer.text + "\n"
