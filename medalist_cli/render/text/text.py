"""The text as it is, ending with a line break."""

from medalist_cli.answer import Text
from medalist_cli.cells import visible
from medalist_cli.render import Form
from medalist_cli.screen import Screen


def render(answer: Text, form: Form, screen: Screen) -> str:
    """Return the text, with a line break at its end if it has any text."""
    text = answer.text
    if screen.width is not None:  # a pipe has it as it is: the path of a file has to be true
        text = "\n".join(map(visible, text.split("\n")))
    return text if text.endswith("\n") or not text else text + "\n"
