"""A web page (HTML): the ticking countdown, what is coming up and where to watch."""

from medalist_cli.model.result import Home
from medalist_cli.model.rows import WhereRow
from medalist_cli.render import Form
from medalist_cli.render._page import Link
from medalist_cli.render.countdown import html
from medalist_cli.terminal import Terminal
from medalist_cli.text import wording
from medalist_cli.text.language import Language

ENCODING = html.ENCODING


def render(result: Home, form: Form, terminal: Terminal) -> str:
    """Return the page of the countdown with more below it."""
    language = form.language
    coming = [
        (html.iso(row), wording.day(row, language), wording.title(row, language))
        for row in result.coming
    ]
    streams = [(_region(stream, language), _service(stream)) for stream in result.where]
    return html.page(result, language, "home/home.html.j2", coming=coming, streams=streams)


def _region(stream: WhereRow, language: Language) -> str:
    return language.pick(stream.region, stream.region_ja) or language.listed(stream.countries)


def _service(stream: WhereRow) -> Link:
    return Link(text=stream.service, url=stream.url or "")
