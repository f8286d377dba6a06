"""A countdown for a README, an issue or a chat that reads Markdown."""

from medalist_cli.model.result import Countdown
from medalist_cli.model.rows import ClaimRow
from medalist_cli.render import Form, countdown, escaping
from medalist_cli.terminal import Terminal
from medalist_cli.text import wording


def render(result: Countdown, form: Form, terminal: Terminal) -> str:
    """Return the answer in bold, then its clocks, how sure the date is, and links, as a list."""
    encoding = terminal.encoding
    if form.width is not None:
        return escaping.markdown(countdown.line(result, form), encoding) + "\n"
    details = (*countdown.details(result), *map(_claim, result.count.claims))
    lines = [f"**{escaping.markdown(result.count.text, encoding)}**", ""]
    lines += [f"- {escaping.markdown(detail, encoding)}" for detail in details]
    lines += [f"- {escaping.markdown_link(to.title, to.url, encoding)}" for to in result.links]
    return "\n".join(lines) + "\n"


def _claim(claim: ClaimRow) -> str:
    """Return a date that some sources support, and which."""
    by = claim.by or ("official announcement" if claim.official else claim.confidence)
    checked = f" (checked {claim.checked})" if claim.checked else ""
    return f"{wording.when(claim.when)}: {by.replace('-', ' ')}{checked}"
