"""A countdown for a README, an issue or a chat that reads Markdown."""

from medalist_cli.model.result import Countdown
from medalist_cli.render import Form, countdown, escaping
from medalist_cli.terminal import Terminal
from medalist_cli.text import wording


def render(result: Countdown, form: Form, terminal: Terminal) -> str:
    """Return the answer in bold, then its clocks, how sure the date is, and links, as a list."""
    encoding = terminal.encoding
    if form.width is not None:
        return escaping.markdown(countdown.line(result, form), encoding) + "\n"
    language = form.language
    answer = wording.sentence(result.count, language)
    lines = [f"**{escaping.markdown(answer, encoding)}**", ""]
    lines += [f"- {escaping.markdown(each, encoding)}" for each in countdown.texts(result, form)]
    for to in result.links:
        title = language.pick(to.title, to.title_ja) or to.title
        lines.append(f"- {escaping.markdown_link(title, to.url, encoding)}")
    lines += ["", escaping.markdown(countdown.age(result, language), encoding)]
    return "\n".join(lines) + "\n"
