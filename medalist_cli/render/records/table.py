"""A table for a terminal, or its columns in a pipe: never boxed, wrapped or cut there.

More than MANY records are columns on a terminal too. Rich measures and folds every cell, which
takes a millisecond a record; so many records are read in a pager, which scrolls to the side.
"""

from msgspec import Struct

from medalist_cli.model.result import Records
from medalist_cli.render import Form, records
from medalist_cli.render._sgr import coloured, labelled, painted, stripped
from medalist_cli.terminal import Terminal
from medalist_cli.text.cells import encodable, pad, visible, width
from medalist_cli.text.language import worded

MANY = 2_000
"""Records that a terminal shows as a table at most."""


def render(result: Records[Struct], form: Form, terminal: Terminal) -> str:
    """Return the table that fits the screen; in a pipe a header and one line a record.

    One record that has a sheet is a line for each field.
    """
    if terminal.accessible:
        return _sentences(result, form)
    if terminal.width is None and records.is_sheet(result, form):
        return _sheet(result, form, terminal)
    if terminal.width is None or len(result.rows) > MANY:
        return _columns(result, form, terminal)
    from medalist_cli.render import _rich  # noqa: PLC0415 - Rich takes 20 ms, and a pipe needs none
    from medalist_cli.render.records import _rich as records_rich  # noqa: PLC0415

    return _rich.drawn(records_rich.of(result, form, terminal), terminal)


def _sheet(result: Records[Struct], form: Form, terminal: Terminal) -> str:
    colour = terminal.colour
    pairs = records.pairs(result, form, split=True)
    mark = form.language.labelled
    lines = (labelled(mark(label), text, colour=colour) for label, text in pairs)
    after = (visible(worded(line, form.language)) for line in result.afterword)
    return "\n".join((*lines, *after, records.legend(result, form))) + "\n"


def _columns(result: Records[Struct], form: Form, terminal: Terminal) -> str:
    names, rows = records.readable(result, form)
    every = [[encodable(cell, terminal.encoding) for cell in row] for row in (names, *rows)]
    widths = [max(map(width, column)) for column in zip(*every, strict=True)]
    head, *lines = ([*map(pad, row, widths)] for row in every)
    if terminal.colour:
        fields = records.fields(result, form)
        styles = [records.styles(row, fields) for row in result.shown]
        head = [painted(name, "head", colour=True) for name in head]
        lines = [*map(coloured, lines, styles)]
    joined = (stripped("  ".join(cells)) for cells in (head, *lines))
    return "\n".join((*joined, records.legend(result, form))) + "\n"


def _sentences(result: Records[Struct], form: Form) -> str:
    language = form.language
    if records.is_sheet(result, form):
        pairs = records.pairs(result, form, split=True)
        lines = [language.stopped(f"{language.labelled(label)}{text}") for label, text in pairs]
    else:
        names, rows = records.readable(result, form)
        lines = [
            " ".join(
                language.stopped(f"{language.labelled(name)}{cell}")
                for name, cell in zip(names, row, strict=True)
                if cell
            )
            for row in rows
        ]
    title, legend = records.title(result, form), records.legend(result, form)
    return "\n".join((language.stopped(title), *lines, language.stopped(legend))) + "\n"
