"""`medalist search`."""

from medalist_cli import parsers
from medalist_cli.model.result import Records
from medalist_cli.model.rows import SearchRow
from medalist_cli.options import Reader, SearchWords
from medalist_cli.queries import search as query
from medalist_cli.storage import bundle
from medalist_cli.text.language import Phrase

GROUP = "Look up"


def search(reader: Reader, words: SearchWords) -> Records[SearchRow]:
    """Find everything that mentions WORDS. Example: medalist search bow and arrow.

    Names, songs, episodes, dates, services, terms, links and sources, best first, each with the
    command that shows it.
    """
    dataset, wanted = reader.dataset, parsers.words(words)
    hits = query.hits(dataset, wanted, bundle.countries())
    return Records(
        notes=dataset.hidden,
        title=Phrase("Search results for “{words}”", words=wanted),
        rows=tuple(query.rows(dataset, hits)),
        written=tuple(query.rows(dataset, hits, reader.names)),
        fields=("kind", "title", "text", "command"),
        as_of=dataset.as_of,
    )
