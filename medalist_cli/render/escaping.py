"""Make a text from the dataset safe inside the syntax of a format.

Every function takes the encoding of the output and replaces what that lacks first, then escapes.
The other way round, an ASCII replacement could bring the syntax back: `＃(` becomes `#(`.
"""

import html
import re
from unicodedata import category, normalize

from medalist_cli.text.cells import encodable, visible

_UTF8 = "utf-8"
_APART = "\u200b"
"""A zero-width space, put inside what a program would obey."""

_MARKDOWN = re.compile(r"[\\|*_`<>\[\]~#&]")
_BLOCK = re.compile(r"^(\d{0,9})([-+=.)])(?=[-= ]|$)")
"""What begins a list, a rule or a heading at the start of a line."""
_MENTION = re.compile(r"@(?=\S)")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""XML 1.0 §2.2."""
_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What makes a spreadsheet run a cell; OWASP, CSV injection. Full-width forms count too."""
_PROMPT = re.compile(r"[$\\%](?=\S)")
_NOT_URL = re.compile(r"[^!#$%&'*+,\-./0-9:;=?@A-Z\[\]_a-z~]")
"""RFC 3986 §2, without parentheses: a link in Markdown ends at one."""
_OBEYED = re.compile(r"%(?=\{)|#(?=[(\[{])|\$(?=[({])")


def plain(text: str, encoding: str) -> str:
    """Return `text` on one line, without control characters, in characters of `encoding`."""
    return encodable(visible(text), encoding)


def json_text(text: str, encoding: str) -> str:
    """Return JSON without anything that a terminal interprets or `encoding` may lack.

    Control and format characters (Cc, Cf, U+2028, U+2029) are escaped, and everything that is not
    ASCII unless `encoding` is UTF-8.
    """
    is_utf8 = encoding.lower().replace("_", "-") in ("utf-8", "utf8")

    def shown(match: re.Match[str]) -> str:
        return match[0] if is_utf8 and _is_plain(match[0]) else _escaped(match[0])

    return re.sub("[^\\x00-\\x7e]", shown, text)


def _is_plain(char: str) -> bool:
    return char.isprintable() or category(char) not in ("Cc", "Cf", "Zl", "Zp")


def _escaped(char: str) -> str:
    r"""Return `\uXXXX`, two of them above U+FFFF; RFC 8259 §7."""
    units = char.encode("utf-16-be")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))


def markdown(text: str, encoding: str) -> str:
    """Return a text without Markdown or HTML syntax (CommonMark §2.4), and without mentions.

    No backslash stops GitHub and Discord from notifying an `@name`; a character after the `@` does.
    """
    escaped = _MARKDOWN.sub(r"\\\g<0>", plain(text, encoding).lstrip())
    escaped = _BLOCK.sub(r"\1\\\2", escaped)
    return _MENTION.sub(f"@{_apart(encoding)}", escaped)


def markdown_link(text: str, url: str | None, encoding: str) -> str:
    """Return a link in Markdown; the text alone where `url` is none of a page."""
    shown, target = markdown(text, encoding), page_url(url)
    return f"[{shown}]({re.sub('&(?=#?[A-Za-z0-9]+;)', '&amp;', target)})" if target else shown


def page_url(url: str | None) -> str:
    """Return the address of a page in ASCII, percent-encoded; empty for what is not http(s)."""
    if not url or not url.startswith(("https://", "http://")) or visible(url) != url:
        return ""
    return _NOT_URL.sub(lambda char: "".join(f"%{byte:02X}" for byte in char[0].encode()), url)


def xml(text: str, encoding: str = _UTF8) -> str:
    """Return a text for XML, also between quotes; what XML cannot have is U+FFFD."""
    return html.escape(xml_chars(plain(text, encoding)))


def xml_chars(text: str) -> str:
    """Return a text or a document without the characters that XML 1.0 cannot have."""
    return _NOT_XML.sub("\ufffd", text)


def pango(text: str, encoding: str = _UTF8) -> str:
    """Return a text without Pango markup, line by line."""
    lines = (xml_chars(plain(line, encoding)) for line in text.split("\n"))
    return html.escape("\n".join(lines), quote=False)


def polybar(text: str, encoding: str) -> str:
    """Return a text without Polybar's tags, which begin with `%{`; Polybar cannot escape them."""
    return plain(text, encoding).replace("%{", f"%{_apart(encoding)}{{")


def tmux(text: str, encoding: str) -> str:
    """Return a text that tmux shows as it is, in a format, in a style and in the output of `#()`.

    tmux(1), FORMATS. How often it reads `##` as `#` depends on the place; a `#` before a
    zero-width space is only a `#` in all of them, and so is a `%` for strftime.
    """
    text = plain(text, encoding)
    if _apart(encoding) == _APART:
        return re.sub(r"#|%(?=\S)", rf"\g<0>{_APART}", text)
    return re.sub(r"(#+)(\[?)", _doubled, text)


def _doubled(found: re.Match[str]) -> str:
    """Double `#` as often as tmux reads it: before `[` once, else again where two are left."""
    return found[1] * (2 if found[2] or found[1] == "#" else 4) + found[2]


def xbar(text: str, encoding: str) -> str:
    """Return a text without parameters, which a `|` begins, submenus and separators (`-`)."""
    text = plain(text, encoding)
    rest = text.lstrip("- ")
    return _first("–~", encoding) * text[: len(text) - len(rest)].count("-") + _no_bar(
        rest, encoding
    )


def prompt(text: str, encoding: str) -> str:
    """Return a text that neither bash nor zsh expands in a prompt.

    Starship before 1.20 hands a module's text to the shell as it is.
    """
    text = plain(text, encoding).replace("`", "'")
    return _PROMPT.sub(rf"\g<0>{_apart(encoding)}", text)


def sheet(text: str, encoding: str, *, quotes: bool) -> str:
    """Return a text that no spreadsheet runs: an apostrophe before what starts like a formula.

    With `quotes` a text that starts with a quotation mark is also marked, since in a format
    without escapes that would quote what follows.
    """
    text = plain(text, encoding)
    start = normalize("NFKC", text[:1])
    return f"'{text}" if start in _FORMULAS or (quotes and start == '"') else text


def ical(text: str) -> str:
    r"""Return a TEXT; RFC 5545 §3.3.11. What reads `\N` in the text is no line break."""
    return re.sub(r"[\\;,]", r"\\\g<0>", visible(text))


def template(parts: list[tuple[str, bool]], encoding: str) -> str:
    """Return the filled template; `parts` are its texts, True for those from the dataset.

    The template itself is the user's, who may write a bar's tags. A value can neither bring the
    beginning of a tag, a command or a parameter nor complete one at its edges.
    """
    text, foreign = "", ""
    for part, is_foreign in parts:
        shown = plain(part, encoding)
        if is_foreign:
            shown = _no_bar(shown, encoding).replace("`", "'")
        text += shown
        foreign += ("1" if is_foreign else "0") * len(shown)

    def apart(found: re.Match[str]) -> str:
        return found[0] + _apart(encoding) * ("1" in foreign[found.start() : found.end() + 1])

    return _OBEYED.sub(apart, text)


def _no_bar(text: str, encoding: str) -> str:
    return text.replace("|", _first("¦/", encoding))


def _apart(encoding: str) -> str:
    """Return what to put between two characters: invisible, or a space where that is lacking."""
    return _first(f"{_APART} ", encoding)


def _first(choices: str, encoding: str) -> str:
    """Return the first of some characters that `encoding` has; the last is ASCII."""
    return next(char for char in choices if char.isascii() or encodable(char, encoding) == char)
