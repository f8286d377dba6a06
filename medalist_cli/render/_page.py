"""What every HTML page shares: its frame, its style, its policy, and how values are written.

A page is one file that asks for nothing: style, script and data are inlined, and the policy allows
exactly these (CSP Level 3, hashes). Templates, styles and scripts are files beside the modules;
they are read through the package's loader, so they are found in a zip too.
"""

import base64
import datetime as dt
import hashlib
import pkgutil
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import msgspec
from jinja2 import Environment, FunctionLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape
from msgspec import Struct

from medalist_cli.model.dataset import When
from medalist_cli.text.cells import visible
from medalist_cli.text.language import Language

_COMMENT = re.compile(r"^\s*(//.*|/\*.*\*/)$", re.MULTILINE)
"""A line of a script or style that is only a comment."""

_SPACE = re.compile(r"('[^'\n]*')|\s*([{};,=?<>|&])\s*|(:)\s+")
"""A string, which stays, or a sign that needs no space around it, in scripts and in styles.

Before a colon a space can be a descendant combinator."""

_KANJI_KANA = r"\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f"
_JAPANESE = re.compile(rf"[\u3005\u3007{_KANJI_KANA}][\u3000-\u3040\uff01-\uff65{_KANJI_KANA}]*")
"""A run of kanji and kana, with the punctuation and wide characters within and after it."""


class Link(Struct, frozen=True, kw_only=True):
    """A text that leads somewhere; only http(s) addresses become links."""

    text: str
    url: str


def render(
    name: str, styles: tuple[str, ...], script: str = "", *, language: Language, **values: Any
) -> str:
    """Return the page of the template `name`, whole, its dates in a language.

    `styles` and `script` name files beside this module. `values` are what the template needs; a
    missing one raises jinja2.UndefinedError.
    """
    style, code = lean(*styles), lean(script) if script else ""
    page: str = (
        _environment()
        .get_template(name)
        .render(
            # Neither text can end its element: both are files of this package, and tested.
            style=Markup(style),  # noqa: S704
            lang=language.CODE,
            language=language,
            script=Markup(code),  # noqa: S704
            policy=Markup(policy(style, code)),  # noqa: S704 - in double quotes; it has none
            **values,
        )
    )
    return page


def policy(style: str, script: str) -> str:
    """Return a Content-Security-Policy that allows these two texts and nothing else."""
    allowed = [f"style-src {_hash(style)}", *([f"script-src {_hash(script)}"] if script else [])]
    return "; ".join(("default-src 'none'", *allowed, "base-uri 'none'", "form-action 'none'"))


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def source(name: str) -> str:
    """Return the text of a file in this folder. Raises FileNotFoundError if there is none."""
    found = pkgutil.get_data("medalist_cli.render", name)
    assert found is not None
    return found.decode()


@cache
def lean(*names: str) -> str:
    """Return scripts or styles without comments and most of their spaces.

    They hold no quotes but `'`, no spaces in patterns, and comments only on lines of their own.
    """
    text = _COMMENT.sub("", "\n".join(source(name) for name in names))
    text = _SPACE.sub(lambda found: found[1] or found[2] or found[3], text.strip())
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def data_block(value: Mapping[str, Any]) -> Markup:
    """Return JSON for a `<script type="application/json">`, which nothing within it can end.

    Keys whose value is None are left out.
    """
    kept = {key: item for key, item in value.items() if item is not None}
    text = msgspec.json.encode(kept).decode()
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return Markup(text)  # noqa: S704 - no markup is left in it


@cache
def _environment() -> Environment:
    environment = Environment(
        autoescape=True,
        loader=FunctionLoader(source),
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "anchor": anchor,
        "day": _in_language(day),
        "japanese": japanese,
        "moment": _in_language(moment),
        "utc": utc,
        "visible": visible,
        "weekday": _in_language(weekday),
        "written": _in_language(written),
    }
    return environment


def _in_language(function: Callable[[Any, Language], str]) -> Callable[[Context, Any], str]:
    """Return a filter that writes a date in the language of the page."""

    @pass_context
    def write(context: Context, value: Any) -> str:
        return function(value, context["language"])

    return write


def anchor(link: Link) -> Markup:
    """Return a link as an element; as text alone where its address is not http(s)."""
    text = japanese(link.text)
    if not link.url.startswith(("https://", "http://")):
        return text
    return Markup('<a href="{}">{}</a>').format(link.url, text)


def japanese(text: str) -> Markup:
    """Return a text with its kanji and kana marked as Japanese, for fonts and screen readers."""
    pieces, end = [], 0
    text = visible(text)
    for run in _JAPANESE.finditer(text):
        pieces += [
            escape(text[end : run.start()]),
            Markup('<span lang="ja">{}</span>').format(run[0]),
        ]
        end = run.end()
    return Markup("").join([*pieces, escape(text[end:])])


def written(when: When, language: Language) -> str:
    """Return a day, month or year as announced: `Sat 24 Jan 2026`, `February 2026`, `2027`."""
    return language.date(when.date)


def weekday(when: When, language: Language) -> str:
    """Return the day of the week that a day is announced for: `Sat`."""
    return language.weekday(dt.date.fromisoformat(when.date))


def day(date: dt.date | str, language: Language) -> str:
    """Return a day, month or year for a footnote: `22 Nov 2026`."""
    return language.date(str(date), weekday=False)


def moment(at: dt.datetime, language: Language) -> str:
    """Return a moment on the clock of its zone: `Sat 24 Jan 2026, 17:30 UTC+1`."""
    return f"{language.moment(at)} {offset(at)}"


def offset(at: dt.datetime) -> str:
    """Return the offset of an aware time: `UTC`, `UTC+1`, `UTC+5:30`."""
    minutes = round((at.utcoffset() or dt.timedelta()).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes > 0 else "−"
    return "UTC" + (f"{sign}{hours}" + (f":{rest:02}" if rest else "") if minutes else "")


def utc(at: dt.datetime) -> str:
    """Return an aware time in UTC, as HTML and JavaScript read it: `2026-01-24T16:30:00Z`."""
    return at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
