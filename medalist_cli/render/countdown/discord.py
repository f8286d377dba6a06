"""A message for Discord, whose stamps every reader sees on their own clock.

Source: Discord developer reference, message formatting, Unix timestamps.
"""

from medalist_cli.model.result import Countdown
from medalist_cli.render import Form, countdown, escaping
from medalist_cli.terminal import Terminal
from medalist_cli.text import wording


def render(result: Countdown, form: Form, terminal: Terminal) -> str:
    """Return one line; only what is known to the minute has a stamp."""
    count = result.count
    if count.precision != "minute":
        return escaping.markdown(countdown.line(result, form), terminal.encoding) + "\n"
    stamp = f"<t:{count.earliest_unix}:F> (<t:{count.earliest_unix}:R>)"
    doubt = form.language.doubt(count.confidence)
    said = form.language.noted(stamp, (doubt,) if doubt else ())
    title = wording.title(count, form.language)
    return f"**{escaping.markdown(title, terminal.encoding)}** {said}\n"
