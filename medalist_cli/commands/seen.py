"""`medalist seen`."""

from msgspec import structs

from medalist_cli.model.result import Records
from medalist_cli.model.rows import SeenRow
from medalist_cli.options import Reader, SeenArgument
from medalist_cli.parsers import words
from medalist_cli.queries import seen as query
from medalist_cli.storage import seen as memory
from medalist_cli.text.language import Phrase

GROUP = "Watch"
ALIASES = ("spoiler", "spoilers", "watched", "progress")


def seen(reader: Reader, episode: SeenArgument = None) -> Records[SeenRow]:
    """Show or remember how far you have watched. Example: medalist seen S1E10, medalist seen none.

    EPISODE: the last one you have seen (S1E10, 10), S1 (all of it), none or all. From then on
    every command hides what comes later, in pipes too. --seen and MEDALIST_SEEN override it.
    """
    dataset = reader.dataset
    limits, notes = reader.limits, []
    if episode:
        chosen = query.chosen(dataset, words(episode), reader.now)
        memory.remember({show: str(limit) for show, limit in chosen.items()})
        if reader.seen is not None:
            name = "MEDALIST_SEEN" if reader.seen.is_variable else "--seen"
            notes.append(
                Phrase(
                    "remembered, but {name} ({seen}) comes first", name=name, seen=reader.seen.text
                )
            )
        limits = limits | chosen
    elif not limits:
        notes.append(
            Phrase("nothing is hidden; `medalist seen S1E10` hides what comes after S1E10")
        )
    rows = query.progress(dataset, limits, reader.now)
    write = reader.names.text
    titles = {show.id: write(show.title, show.title_ja) for show in (dataset.show, *dataset.shows)}
    return Records(
        notes=tuple(notes),
        title=Phrase("Seen so far"),
        rows=rows,
        written=tuple(structs.replace(row, show=titles[row.show]) for row in rows),
        fields=("show", "episode", "seen", "left", "next"),
        as_of=dataset.as_of,
        sheet=len(rows) == 1,
    )
