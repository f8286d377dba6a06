"""A picture outside a terminal, as SVG: one palette, and nothing to load."""

import html as markup
import io
import re

from rich.cells import cell_len
from rich.console import RenderableType
from rich.segment import Segment, SegmentLines
from rich.terminal_theme import TerminalTheme

from medalist_cli.render import _rich, escaping
from medalist_cli.terminal import Terminal
from medalist_cli.text.cells import cut, visible

_PALETTE = TerminalTheme(
    (24, 28, 38),
    (220, 226, 235),
    [
        (58, 66, 84), (232, 112, 122), (150, 205, 130), (236, 196, 112),
        (112, 170, 240), (200, 140, 225), (110, 200, 220), (220, 226, 235),
    ],
    [
        (110, 120, 140), (245, 140, 148), (176, 222, 156), (246, 214, 144),
        (146, 194, 250), (220, 168, 240), (144, 220, 236), (248, 250, 252),
    ],
)  # fmt: skip
"""Background, text, and the sixteen colours of a terminal."""

_FONTS = (
    "'Fira Code', ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', "
    "'Noto Sans Mono CJK JP', monospace"
)
_TITLE = "<title></title>"
_CELL = 12.2
"""Width of a cell in Rich's SVG."""
_LINE = 24.4
"""Height of a line there."""
_FIRST = 20
"""The base of the first line there."""
_UPRIGHT = re.compile(r'<text (class="[^"]*") x="([^"]*)" y="([^"]*)"[^>]*>│</text>')
_TEXT = re.compile(r'<text class="[^"]*" x="([^"]*)" y="([^"]*)"[^>]*>[^<]*</text>')
_LENGTH = re.compile(r'textLength="[^"]*"( clip-path="[^"]*">)([^<]*)<')

# Rich's own template names a web font, which whoever opens the picture would fetch.
_SVG = f"""\
<svg class="rich-terminal" viewBox="0 0 {{width}} {{height}}" xmlns="http://www.w3.org/2000/svg">
{_TITLE}
<style>
.{{unique_id}}-matrix {{{{ font: {{char_height}}px {_FONTS}; }}}}
.{{unique_id}}-title {{{{ font: bold 18px system-ui, Helvetica, Arial, sans-serif; }}}}
a text {{{{ text-decoration: underline; }}}}
{{styles}}
</style>
<defs>
<clipPath id="{{unique_id}}-clip-terminal">
<rect x="0" y="0" width="{{terminal_width}}" height="{{terminal_height}}"/>
</clipPath>
{{lines}}
</defs>
{{chrome}}
<g transform="translate({{terminal_x}}, {{terminal_y}})" \
clip-path="url(#{{unique_id}}-clip-terminal)">
{{backgrounds}}
<g class="{{unique_id}}-matrix">
{{matrix}}
</g>
</g>
</svg>
"""


def svg(picture: RenderableType, title: str, terminal: Terminal) -> str:
    """Return `picture` as an SVG with `title`, its links kept; the same picture, the same bytes."""
    width = terminal.width or _rich.PAGE
    console = _rich.console(Terminal(width=width), io.StringIO(), record=True)
    lines = console.render_lines(picture)
    console.print(SegmentLines(lines, new_lines=True))
    drawn = console.export_svg(
        title=cut(visible(title), width - 20),
        theme=_PALETTE,
        code_format=_SVG,
        unique_id="medalist",
    )
    drawn = _linked(drawn, lines)
    return escaping.xml_chars(_titled(_UPRIGHT.sub(_ruled, _LENGTH.sub(_measured, drawn)), title))


def _linked(drawn: str, lines: list[list[Segment]]) -> str:
    """Put the texts that link to a page into links; Rich's SVG leaves them out."""
    targets = {}
    for row, line in enumerate(lines):
        column = 0
        for text, style, _ in line:
            target = escaping.page_url(style.link) if style else ""
            if target:
                targets[f"{column * _CELL:g}", f"{row * _LINE + _FIRST:g}"] = target
            column += cell_len(text)

    def linked(text: re.Match[str]) -> str:
        target = targets.get((text[1], text[2]))
        if not target:
            return text[0]
        shown = re.sub("(&#160;)+</text>$", "</text>", text[0])  # the rest of a table's cell
        return f'<a href="{markup.escape(target)}">{shown}</a>'

    return _TEXT.sub(linked, drawn)


def _measured(text: re.Match[str]) -> str:
    """Give a text its width in cells; Rich counts characters, and would press kanji together."""
    cells = cell_len(markup.unescape(text[2]))
    return f'textLength="{cells * _CELL:g}"{text[1]}{text[2]}<'


def _ruled(text: re.Match[str]) -> str:
    """Draw the side of a frame as a line; as a letter it leaves a gap between two rows."""
    x, y = float(text[2]) + _CELL / 2 - 0.6, float(text[3]) - 20
    return f'<rect {text[1]} x="{x:g}" y="{y:g}" width="1.2" height="{_LINE * 1.2:g}"/>'


def _titled(page: str, title: str) -> str:
    return page.replace(_TITLE, f"<title>{markup.escape(visible(title))}</title>")
