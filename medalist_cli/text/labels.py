"""What people read for the fields of records, and for the values that are codes in the data."""

from medalist_cli.model.dataset import Confidence

LABELS = {
    "also_on": "Other channels",
    "aliases": "Also called",
    "article_says": "Original article",
    "as_printed": "Seen in print as",
    "claim": "Supports",
    "confidence": "Confirmed by",
    "dub": "English voice",
    "earliest": "Broadcaster's time",
    "ending": "Where it ends",
    "expect": "What to expect",
    "facts": "Used for",
    "id": "ID",
    "introduces": "First appearances",
    "local": "Your time",
    "new_cast": "New characters",
    "others_say": "Other sources",
    "runtime_minutes": "Length",
    "slot": "Broadcast",
    "starts": "Start",
    "url": "URL",
    "when": "Announced as",
}
"""Where the words are not just those of the field's name."""

SONGS = {"opening": "Opening", "ending": "Ending", "insert": "Insert song", "theme": "Theme song"}

CONFIDENCE: dict[Confidence, str] = {
    "two-sources": "two or more sources",
    "one-source": "one source",
    "seed-only": "only the original article",
}


def label(field: str) -> str:
    """Return what people read for a field: `air_date` is `Air date`, `url` is `URL`.

    A name ending in `_ja` is the same in Japanese; a dotted name is a field within a field.
    """
    if field in LABELS:
        return LABELS[field]
    if field.endswith("_ja"):
        return f"{label(field.removesuffix('_ja'))} in Japanese"
    words = field.replace("_", " ").replace(".", " ")
    return words[:1].upper() + words[1:]


def status(code: str) -> str:
    """Return what became of a credit: `season-1-only` is `season 1 only, as far as known`."""
    if not code.endswith("-only"):
        return code
    return f"{code.removesuffix('-only').replace('-', ' ')} only, as far as known"
