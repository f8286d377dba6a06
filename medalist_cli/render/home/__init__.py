"""The first screen has the formats of a countdown; two of them show more than that."""

from medalist_cli.model.result import Home
from medalist_cli.render import Form, countdown
from medalist_cli.render._sgr import painted
from medalist_cli.text import wording
from medalist_cli.text.cells import pad, visible, width
from medalist_cli.text.language import Language, worded

Pair = tuple[str, tuple[str, ...]]
"""A name, and what there is to say of it, as a list."""
Chapter = tuple[str, list[Pair]]


def lines(result: Home, form: Form, *, colour: bool = False) -> list[str]:
    """Return the countdown, what is coming, where to watch, and commands to try, a line each."""
    shown = countdown.lines(result, form, colour=colour)
    for heading, pairs in chapters(result, form.language):
        left = max(width(name) for name, _ in pairs)
        shown += ["", painted(heading, "title", colour=colour)]
        listed = form.language.listed
        shown += [f"  {pad(name, left)}  {listed(texts)}" for name, texts in pairs]
    return [*shown, "", countdown.age(result, form.language)]


def sentences(result: Home, form: Form) -> list[str]:
    """Return the same as sentences, for a screen reader."""
    shown, language = countdown.lines(result, form), form.language
    for heading, pairs in chapters(result, language):
        mark = language.labelled(heading)
        shown += [
            language.stopped(f"{mark}{language.labelled(name)}{language.listed(texts)}")
            for name, texts in pairs
        ]
    return [*shown, language.stopped(countdown.age(result, language))]


def chapters(result: Home, language: Language) -> list[Chapter]:
    """Return what is below the countdown; a chapter with nothing in it is left out."""
    coming: list[Pair] = [
        (wording.day(row, language) or language.label("tba"), (wording.title(row, language),))
        for row in result.coming
    ]
    examples: list[Pair] = [
        (visible(command), (visible(worded(what, language)),)) for command, what in result.examples
    ]
    every = (
        ("coming_up", coming),
        ("where_to_watch", _regions(result, language)),
        ("try", examples),
    )
    return [(language.label(heading), pairs) for heading, pairs in every if pairs]


def _regions(result: Home, language: Language) -> list[Pair]:
    """Return the services of each region, in the order of the dataset."""
    found: dict[str, list[str]] = {}
    for row in result.where:
        region = language.pick(row.region, row.region_ja) or language.listed(row.countries)
        region = visible(region or language.label("everywhere"))
        found.setdefault(region, []).append(visible(row.service))
    return [(region, tuple(dict.fromkeys(services))) for region, services in found.items()]
