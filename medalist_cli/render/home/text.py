"""The first screen in plain lines."""

from medalist_cli.answer import Home
from medalist_cli.cells import pad, visible, width
from medalist_cli.render import Form, countdown
from medalist_cli.render.countdown import text
from medalist_cli.screen import Screen


def render(answer: Home, form: Form, screen: Screen) -> str:
    """Return the countdown, then what is next, where to watch, and commands to try."""
    first = text.render(answer, form, screen)
    if form.width is not None or form.template is not None:
        return first
    lines = [first.rstrip("\n")]
    for heading, pairs in countdown.chapters(answer):
        left = max((width(name) for name, _ in pairs), default=0)
        lines += ["", heading]
        lines += [f"  {pad(visible(name), left)}  {visible(told)}" for name, told in pairs]
    return "\n".join((*lines, "", f"as of {answer.count.as_of}")) + "\n"
