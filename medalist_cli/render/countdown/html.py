"""The panel as a page, by Rich's own export."""

from medalist_cli.answer import Countdown
from medalist_cli.render import Form, paper
from medalist_cli.render.countdown import _picture
from medalist_cli.screen import Screen

ENCODING = "utf-8"


def render(answer: Countdown, form: Form, screen: Screen) -> str:
    """Return an HTML page of the panel, 100 cells wide where no terminal says otherwise."""
    return paper.html(_picture.of(answer, screen), answer.count.title, screen)
