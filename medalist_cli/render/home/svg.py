"""The first screen as a picture."""

from medalist_cli.answer import Home
from medalist_cli.render import Form, paper
from medalist_cli.render.home import _picture
from medalist_cli.screen import Screen

ENCODING = "utf-8"


def render(answer: Home, form: Form, screen: Screen) -> str:
    """Return an SVG of the screen, 100 cells wide where no terminal says otherwise."""
    return paper.svg(_picture.of(answer, screen), answer.count.title, screen)
