"""A countdown for a README, an issue or a chat that reads Markdown."""

from medalist_cli.model.result import Countdown
from medalist_cli.render import Form, countdown, escaping
from medalist_cli.terminal import Terminal
from medalist_cli.text import wording


def render(result: Countdown, form: Form, terminal: Terminal) -> str:
    """Return the answer in bold and the rest as a list."""
    if form.width is not None:
        return escaping.markdown(countdown.line(result, form)) + "\n"
    lines = [f"**{escaping.markdown(wording.sentence(result.count, form.language))}**", ""]
    lines += [f"- {escaping.markdown(detail)}" for detail in countdown.details(result, form)]
    return "\n".join(lines) + "\n"
