"""Text in terminal cells: measured, padded, cut, and made harmless."""

import unicodedata

ELLIPSIS = "…"

_ASCII = str.maketrans(
    {
        "—": "-", "–": "-", "‐": "-", "−": "-", "…": "...", "·": "-", "•": "*", "→": "->", "×": "x",
        "‘": "'", "’": "'", "“": '"', "”": '"', "█": "#", "░": ".", "▶": ">", "★": "*", "†": "+",
        "⁄": "/",
    }
)  # fmt: skip


def visible(text: str) -> str:
    """Return `text` on one line, with nothing in it that a terminal would obey.

    Line breaks and tabs become spaces. Control characters are written as a caret pair (`^[`);
    format characters (bidirectional overrides, zero-width joiners) and lone surrogates as
    `<U+202E>`. All else, in any script, stays as it is.
    """
    if text.isprintable():
        return text
    return "".join(map(_harmless, text))


def _harmless(char: str) -> str:
    if char in "\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029":
        return " "
    match unicodedata.category(char):
        case "Cc" if char <= "\x7f":
            return "^" + chr(ord(char) ^ 0x40)
        case "Cc" | "Cf" | "Cs":
            return f"<U+{ord(char):04X}>"
        case _:
            return char


def width(text: str) -> int:
    """Return how many terminal cells `text` takes; kanji and kana take two each."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def pad(text: str, cells: int) -> str:
    """Return `text` with spaces after it up to `cells`; longer text as it is."""
    return text + " " * (cells - width(text))


def cut(text: str, cells: int) -> str:
    """Return `text` in at most `cells` cells, an ellipsis in place of what had to go."""
    if width(text) <= cells:
        return text
    kept = text
    while kept and width(kept) + 1 > cells:
        kept = kept[:-1]
    return kept.rstrip() + ELLIPSIS if cells > 0 else ""


def encodable(text: str, encoding: str) -> str:
    """Return `text` with ASCII standing in where `encoding` lacks a character.

    An unknown `encoding` counts as ASCII. Accents are dropped before a letter is given up as `?`.
    """
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_stand_in(char, encoding) for char in text)
    except LookupError:
        return encodable(text, "ascii")
    return text


def _stand_in(char: str, encoding: str) -> str:
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        plain = char.translate(_ASCII)
        bare = plain if plain != char else unicodedata.normalize("NFKD", char).translate(_ASCII)
        return bare.encode("ascii", "ignore").decode("ascii") or "?"
    return char
