"""A message for Discord, whose stamps every reader sees on their own clock.

Source: Discord developer reference, message formatting, Unix timestamps.
"""

from medalist_cli import phrases
from medalist_cli.answer import Countdown
from medalist_cli.cells import visible
from medalist_cli.render import Form, countdown, markdown_text
from medalist_cli.screen import Screen


def render(answer: Countdown, form: Form, screen: Screen) -> str:
    """Return one line; only what is known to the minute has a stamp."""
    count = answer.count
    if count.precision != "minute":
        return markdown_text(countdown.line(answer, form)) + "\n"
    stamp = f"<t:{count.earliest_unix}:F> (<t:{count.earliest_unix}:R>)"
    doubt = phrases.doubt(count.confidence)
    return f"**{markdown_text(visible(count.title))}** {stamp}{doubt}\n"
