"""How a countdown looks: the answer large, its clocks, the wait, how sure it is, and the anchor."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding

from medalist_cli.model.result import Countdown
from medalist_cli.model.rows import Countdown as Count
from medalist_cli.render import Form, _rich, countdown
from medalist_cli.render._text import Text
from medalist_cli.render.countdown import _big
from medalist_cli.terminal import Terminal
from medalist_cli.text import wording
from medalist_cli.text.cells import encodable
from medalist_cli.text.language import Language

_BAR = 40
_PLENTY = 99
"""Lines of a page that has no end."""


def of(result: Countdown, form: Form, terminal: Terminal) -> RenderableType:
    """Return the picture of a countdown."""
    return Group(*parts(result, form, terminal))


def parts(
    result: Countdown,
    form: Form,
    terminal: Terminal,
    *,
    width: int = _rich.MEASURE,
    below: int = 0,
    is_brief: bool = False,
    ticking: bool = False,
) -> list[RenderableType]:
    """Return the lines of the picture; `below` are lines that must fit under it.

    A brief one has no details and no last line. `ticking` shows seconds.
    """
    width = min(terminal.width or _rich.PAGE, width)
    count, language = result.count, form.language
    rest: list[Sequence[RenderableType]] = [_wait(result, language, terminal, width)]
    if not is_brief:
        rest.append(_evidence(result, language, terminal, width))
        rest.append(_foot(result, language, terminal, width))
    rest = [each for each in rest if each]
    clocks = _clocks(result, language, terminal, width)
    height = sum(len(each) + 1 for each in rest) + len(clocks) + (1 if clocks else 0)
    heading = _heading(result, language, terminal, width)
    room = (terminal.lines or _PLENTY) - height - below - len(heading) - 2
    shown: list[RenderableType] = [*heading, Text("")]
    shown += _answer(count, language, terminal, width, room, ticking=ticking)
    if clocks:
        shown += [*([Text("")] if width >= _rich.NARROW else []), *clocks]
    for each in rest:
        shown += [Text(""), *each]
    return shown


def _heading(
    result: Countdown, language: Language, terminal: Terminal, width: int
) -> list[RenderableType]:
    """Return the title, and at its right what happens and when."""
    count = result.count
    title = _rich.text(wording.title(count, language), "title", terminal)
    aside = _rich.text(wording.aside(count, language), "faint", terminal)
    gap = width - title.cell_len - aside.cell_len
    if aside.cell_len and gap >= 2:
        return [Text.assemble(title, " " * gap, aside)]
    return [title]


def _answer(
    count: Count,
    language: Language,
    terminal: Terminal,
    width: int,
    room: int,
    *,
    ticking: bool,
) -> list[RenderableType]:
    """Return the answer in large digits where there is room, else in words."""
    face = _big.face(count, language, ticking=ticking)
    digits = _big.drawn(face, terminal, width, room) if face else []
    doubt = "" if count.claims else language.doubt(count.confidence)
    if digits:
        if doubt:
            digits.append(_rich.text(f"  {language.noted('', (doubt,)).strip()}", "mark", terminal))
        return [*digits]
    said = wording.answer(count, language, ticking=ticking)
    words = Text.assemble(
        _rich.text(said[:1].upper() + said[1:], "answer", terminal),
        _rich.text(language.noted("", (doubt,)) if doubt else "", "mark", terminal),
    )
    return [_indented(words, width)]


def _clocks(
    result: Countdown, language: Language, terminal: Terminal, width: int
) -> list[RenderableType]:
    rows = countdown.clocks(result.count, language)
    return _labelled(
        [(each.label, Text(encodable(each.text, terminal.encoding))) for each in rows],
        terminal,
        width,
    )


def _wait(
    result: Countdown, language: Language, terminal: Terminal, width: int
) -> list[RenderableType]:
    """Return the bar of the wait, with what it measures; only of what is still to come."""
    count = result.count
    if count.state != "upcoming" or count.percent is None or result.announced is None:
        return []
    since = language.announced(language.date(result.announced.date, weekday=False))
    begin = _rich.text(since, "faint", terminal)
    done = Text(encodable(language.wait_done(count.percent), terminal.encoding))
    if width < _rich.NARROW:
        bar = _bar(count.percent, width, terminal)
        return [begin, bar, done]
    room = min(_BAR, width - begin.cell_len - done.cell_len - 4)
    bar = _bar(count.percent, room, terminal)
    return [Text.assemble("  ", begin, " ", bar, " ", done)]


def _bar(percent: int, cells: int, terminal: Terminal) -> Text:
    """Return a bar whose two parts differ without colour too."""
    full, rest = ("━", "─") if encodable("━─", terminal.encoding) == "━─" else ("#", ".")
    done = cells * percent // 100
    return Text.assemble((full * done, "done"), (rest * (cells - done), "rest"))


def _evidence(
    result: Countdown, language: Language, terminal: Terminal, width: int
) -> list[RenderableType]:
    """Return how sure the date is and why, and links."""
    rows: list[tuple[str, Text]] = []
    if moved := wording.moved(result.count, language):
        rows.append(("", _rich.text(moved, "mark", terminal)))
    if countdown.claims(result.count, language):
        dated = countdown.dated(result.count, language)
        widest = max(Text(encodable(date, terminal.encoding)).cell_len for date, _ in dated)
        for index, (date, by) in enumerate(dated):
            label = "" if index else language.label("how_sure")
            first = _rich.text(date, "mark" if not index and len(dated) > 1 else "", terminal)
            pad = " " * (widest - first.cell_len + 3) if width >= _rich.NARROW else "  "
            rows.append((label, Text.assemble(first, pad, _rich.text(by, "faint", terminal))))
    for link in countdown.links(result, language):
        style = _rich.link(link.url) if terminal.links else ""
        rows.append((link.label, _rich.text(link.text, style, terminal)))
    return _labelled(rows, terminal, width)


def _foot(
    result: Countdown, language: Language, terminal: Terminal, width: int
) -> list[RenderableType]:
    anchor = Text(encodable(countdown.anchor(result, language), terminal.encoding))
    age = _rich.text(countdown.age(result, language), "faint", terminal)
    if not anchor.plain:
        return [age]
    if anchor.cell_len + age.cell_len + 3 <= width:
        return [Text.assemble(anchor, " " * (width - anchor.cell_len - age.cell_len), age)]
    return [anchor, age]


def _labelled(rows: list[tuple[str, Text]], terminal: Terminal, width: int) -> list[RenderableType]:
    """Return labels with texts beside them; where it is narrow, above them."""
    shown: list[RenderableType] = []
    labelled = [(_rich.text(label, "label", terminal), text) for label, text in rows]
    widest = max((label.cell_len for label, _ in labelled), default=0)
    for label, text in labelled:
        if width < _rich.NARROW:
            shown += [*([label] if label.plain else []), Padding.indent(text, 2)]
        else:
            pad = " " * (widest - label.cell_len + 3)
            shown.append(_hanging(Text.assemble("  ", label, pad), text, width))
    return shown


def _hanging(label: Text, text: Text, width: int) -> RenderableType:
    """Return a text after a label; what does not fit is folded below the text, not the label."""
    if label.cell_len + text.cell_len <= width:
        return Text.assemble(label, text)
    return _rich.beside(label, text)


def _indented(text: Text, width: int) -> RenderableType:
    return Padding.indent(text, 2) if width >= _rich.NARROW else text
