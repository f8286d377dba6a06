"""The table as a page, by Rich's own export."""

from msgspec import Struct

from medalist_cli.answer import Records
from medalist_cli.render import Form, paper
from medalist_cli.render.records import _picture
from medalist_cli.screen import Screen

ENCODING = "utf-8"


def render(answer: Records[Struct], form: Form, screen: Screen) -> str:
    """Return an HTML page of the table, 100 cells wide where no terminal says otherwise."""
    return paper.html(_picture.of(answer, form, screen), answer.title, screen)
