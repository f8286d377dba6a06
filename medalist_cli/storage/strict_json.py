"""Strict JSON (RFC 8259) from untrusted files."""

import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from medalist_cli.text.cells import shortened

Json = Any
"""A document as `json.loads` returns it."""


def parse(content: bytes) -> Json:
    """Return the document in `content`, UTF-8 with or without a byte order mark.

    Raises ValueError with the place and the problem for non-standard JSON, a duplicate key in an
    object, or an unpaired surrogate.
    """
    duplicated: dict[int, tuple[Json, str]] = {}

    def unique(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
        keys = dict(pairs)
        if len(keys) != len(pairs):
            twice = next(
                key for key, count in Counter(key for key, _ in pairs).items() if count > 1
            )
            duplicated[id(keys)] = keys, twice  # held, so that no other object gets this id
        return keys

    _refuse_other_files(content)
    try:
        document = json.loads(
            content.decode("utf-8-sig"),
            object_pairs_hook=unique,
            parse_constant=_not_a_number,
            parse_float=_finite,
        )
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8: byte {error.start}") from error
    except json.JSONDecodeError as error:
        place = f"line {error.lineno} column {error.colno}"
        raise ValueError(f"not JSON: {place}: {error.msg[:1].lower()}{error.msg[1:]}") from error
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    except ValueError as error:  # Python rejects integers of more than 4,300 digits
        raise ValueError(f"not JSON: {str(error).partition(';')[0]}") from error
    if duplicated or b"\\ud" in content.lower():
        _reject_ill_formed(document, duplicated)
    return document


def _not_a_number(text: str) -> float:
    raise ValueError(f"{text} is not a number")


def _finite(text: str) -> float:
    number = float(text)
    return number if math.isfinite(number) else _not_a_number(text)


def _refuse_other_files(content: bytes) -> None:
    """Raise ValueError, saying what it is, for a file of another kind."""
    if not content.strip():
        raise ValueError("is empty")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ValueError("is UTF-16, not UTF-8")
    if content.startswith(b"\x1f\x8b"):
        raise ValueError("is compressed (gzip)")
    if content.startswith(b"PK\x03\x04"):
        raise ValueError("is a zip file")
    if re.match(rb"\s*<(!doctype|html|\?xml|head|svg)", content, re.IGNORECASE):
        raise ValueError("looks like HTML, not JSON")


def _reject_ill_formed(document: Json, duplicated: dict[int, tuple[Json, str]]) -> None:
    for path, value in _walk(document):
        if id(value) in duplicated:
            raise ValueError(f"{path}: duplicate key {shortened(duplicated[id(value)][1])!r}")
        if isinstance(value, str) and any("\ud800" <= char <= "\udfff" for char in value):
            raise ValueError(f"{path}: unpaired surrogate")


def _walk(document: Json) -> Iterator[tuple[str, Json]]:
    """Yield every value and key with its path; iterative, so that no depth is too deep."""
    left = [("$", document)]
    while left:
        path, value = left.pop()
        yield path, value
        if isinstance(value, dict):
            yield from ((path, key) for key in value)
            left += [(step(path, key), value[key]) for key in reversed(value)]
        elif isinstance(value, list):
            left += [(f"{path}[{index}]", value[index]) for index in reversed(range(len(value)))]


def step(path: str, key: str) -> str:
    """Return the JSON path of a key: `$.show`, or `$["a b"]` for a key that is no plain word."""
    if re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]{0,79}", key):
        return f"{path}.{key}"
    return f"{path}[{json.dumps(shortened(key), ensure_ascii=False)}]"
