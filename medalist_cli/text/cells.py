"""Measure, pad, cut and escape text for a terminal."""

import unicodedata

ELLIPSIS = "…"
MOST_MARKS = 32
"""Combining marks that one character can carry. Vietnamese takes two, the longest names ten."""
LONGEST_WORD = 80
"""Cells of a word from outside that a message repeats."""

_ASCII = str.maketrans(
    {
        "—": "-", "–": "-", "‐": "-", "−": "-", "…": "...", "·": "-", "•": "*", "→": "->", "×": "x",
        "‘": "'", "’": "'", "“": '"', "”": '"', "█": "#", "░": ".", "▶": ">", "★": "*", "†": "+",
        "⁄": "/",
    }
)  # fmt: skip


def visible(text: str) -> str:
    """Return `text` on one line, with control characters escaped.

    Line breaks and tabs become spaces. Control characters are written in caret notation (`^[`),
    format characters (bidirectional overrides, zero-width joiners) and unpaired surrogates as
    `<U+202E>`. Everything else, in any script, is unchanged.
    """
    if text.isprintable():
        return text
    return "".join(map(_escaped, text))


def _escaped(char: str) -> str:
    if char in "\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029":
        return " "
    match unicodedata.category(char):
        case "Cc" if char <= "\x7f":
            return "^" + chr(ord(char) ^ 0x40)
        case "Cc" | "Cf" | "Cs":
            return f"<U+{ord(char):04X}>"
        case _:
            return char


def shortened(text: str) -> str:
    """Return a word from outside, safe for a message and no longer than a line."""
    return cut(visible(few_marks(text[:1000])), LONGEST_WORD)


def few_marks(text: str) -> str:
    """Return `text` with at most MOST_MARKS combining marks in a row.

    Unicode normalisation takes quadratic time in the length of such a row.
    """
    # Most texts: a tenth of the loop's time, and none for ASCII (58 ms for 100,000 cast entries).
    if text.isascii() or not any(map(unicodedata.combining, set(text))):
        return text
    kept, row = [], 0
    for char in text:
        row = row + 1 if unicodedata.combining(char) else 0
        if row <= MOST_MARKS:
            kept.append(char)
    return "".join(kept)


def width(text: str) -> int:
    """Return how many terminal cells `text` takes; kanji and kana take two each."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def pad(text: str, cells: int) -> str:
    """Return `text` padded with spaces to `cells` cells; longer text is unchanged."""
    return text + " " * (cells - width(text))


def cut(text: str, cells: int) -> str:
    """Return `text` in at most `cells` cells, with an ellipsis where it was cut."""
    if width(text) <= cells:
        return text
    if cells <= 0:
        return ""
    # No character is wider than two cells, so the longest part that fits is found by halving.
    low, high = 0, min(len(text), MOST_MARKS * cells)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if width(text[:middle]) < cells else (low, middle - 1)
    return text[:low].rstrip() + ELLIPSIS


def encodable(text: str, encoding: str) -> str:
    """Return `text` with ASCII in place of characters that `encoding` lacks.

    An unknown `encoding` counts as ASCII. A letter loses its accent if that suffices, and otherwise
    becomes `?`.
    """
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_replacement(char, encoding) for char in text)
    except LookupError:
        return encodable(text, "ascii")
    return text


def _replacement(char: str, encoding: str) -> str:
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        plain = char.translate(_ASCII)
        bare = plain if plain != char else unicodedata.normalize("NFKD", char).translate(_ASCII)
        return bare.encode("ascii", "ignore").decode("ascii") or "?"
    return char
