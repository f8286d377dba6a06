"""Text made safe for the syntax of a format."""

import re
from unicodedata import category

_MARKDOWN = re.compile(r"([\\|*_`<>\[\]~#&])")


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


def markdown(text: str) -> str:
    """Return a text without Markdown or HTML syntax; CommonMark §2.4."""
    return _MARKDOWN.sub(r"\\\1", text)


def pango(text: str) -> str:
    """Return a text without Pango markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
