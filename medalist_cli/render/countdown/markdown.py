"""A countdown for a README, an issue or a chat that reads Markdown."""

from medalist_cli.answer import Countdown
from medalist_cli.render import Form, countdown, markdown_text
from medalist_cli.screen import Screen


def render(answer: Countdown, form: Form, screen: Screen) -> str:
    """Return the answer in bold and the rest as a list."""
    if form.width is not None:
        return markdown_text(countdown.line(answer, form)) + "\n"
    lines = [f"**{markdown_text(answer.count.text)}**", ""]
    lines += [f"- {markdown_text(detail)}" for detail in countdown.details(answer)]
    return "\n".join(lines) + "\n"
