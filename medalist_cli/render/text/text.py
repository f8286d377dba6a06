"""The text as it is, ending with a line break."""

from medalist_cli.model.result import Text
from medalist_cli.render import Form
from medalist_cli.terminal import Terminal
from medalist_cli.text.cells import visible
from medalist_cli.text.language import worded


def render(result: Text, form: Form, terminal: Terminal) -> str:
    """Return the text, with a line break at its end if it has any text."""
    text = worded(result.text, form.language)
    if terminal.width is not None:  # a pipe has it as it is: the path of a file has to be true
        text = "\n".join(map(visible, text.split("\n")))
    return text if text.endswith("\n") or not text else text + "\n"
