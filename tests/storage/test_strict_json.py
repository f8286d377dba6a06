"""Strict JSON from untrusted files."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medalist_cli.storage import strict_json

DEEP = 100_000


def refused(content: bytes) -> str:
    with pytest.raises(ValueError, match=r".") as caught:
        strict_json.parse(content)
    return str(caught.value)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'{"a": [1, -0.5, 1e9, null, true]}', {"a": [1, -0.5, 1e9, None, True]}),
        (b'\xef\xbb\xbf{"a": 1}', {"a": 1}),
        ('{"題": "映画"}'.encode(), {"題": "映画"}),
        (rb'"\ud83c\udfbf"', "\U0001f3bf"),
        (rb'"\u0000"', "\0"),
        (rb'"\\ud800"', r"\ud800"),
        (b" \r\n\t[] \n", []),
        (b" " * 1000 + b"[]", []),
    ],
)
def test_standard_json_is_read(content: bytes, expected: Any) -> None:
    assert strict_json.parse(content) == expected


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "is empty"),
        (b" \n ", "is empty"),
        (b" " * 1000, "is empty"),
        (b"<!DOCTYPE html><p>", "looks like HTML, not JSON"),
        (b"\n  <html>", "looks like HTML, not JSON"),
        (b"<HEAD>", "looks like HTML, not JSON"),
        (b"<?xml version='1.0'?>", "looks like HTML, not JSON"),
        (b"<svg>", "looks like HTML, not JSON"),
        (b"\x1f\x8b\x08", "is compressed (gzip)"),
        (b"PK\x03\x04", "is a zip file"),
        (b'{"a": 1', "not JSON: line 1 column 8: expecting ',' delimiter"),
        (b"[1 2]", "not JSON: line 1 column 4: expecting ',' delimiter"),
        (b"{}{}", "not JSON: line 1 column 3: extra data"),
        (b"{}\n{}", "not JSON: line 2 column 1: extra data"),
        (b"{}\0", "not JSON: line 1 column 3: extra data"),
        (b'"a\0b"', "not JSON: line 1 column 3: invalid control character at"),
        (b'"a\nb"', "not JSON: line 1 column 3: invalid control character at"),
        (b"[01]", "not JSON: line 1 column 3: expecting ',' delimiter"),
        (b"// a comment\n{}", "not JSON: line 1 column 1: expecting value"),
        (rb'"\x41"', r"not JSON: line 1 column 2: invalid \escape"),
    ],
)
def test_invalid_json_is_refused_with_its_position(content: bytes, what: str) -> None:
    assert refused(content).removesuffix(": ") == what


@pytest.mark.parametrize("text", ["NaN", "Infinity", "-Infinity", "1e999", "-1e999"])
def test_nan_and_infinity_are_refused(text: str) -> None:
    assert refused(f'{{"a": [{text}]}}'.encode()) == f"not JSON: {text} is not a number"


def test_a_number_of_5000_digits_is_refused() -> None:
    what = refused(b"9" * 5000)
    assert what.startswith("not JSON: Exceeds the limit")
    assert what.endswith("value has 5000 digits")


@pytest.mark.parametrize(
    "content",
    [
        b"[" * DEEP + b"]" * DEEP,
        b"[" * DEEP,
        b'{"a":' * DEEP + b"1" + b"}" * DEEP,
        b'[{"a":' * DEEP,
    ],
    ids=["arrays", "unclosed", "objects", "mixed"],
)
def test_deeply_nested_json_is_refused(content: bytes) -> None:
    assert refused(content) == "nested too deeply"


@pytest.mark.parametrize("depth", [900, 1_200, 9_000, 20_000])
def test_duplicate_keys_are_found_at_any_depth(depth: int) -> None:
    what = refused(b"[" * depth + b'{"a": 1, "a": 2}' + b"]" * depth)
    assert what in ("nested too deeply", f"${'[0]' * depth}: duplicate key 'a'")


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"\xff\xfe" + '{"cast": []}'.encode("utf-16-le"), "is UTF-16, not UTF-8"),
        (b"\xfe\xff" + '{"cast": []}'.encode("utf-16-be"), "is UTF-16, not UTF-8"),
        ('{"cast": []}'.encode("utf-32"), "is UTF-16, not UTF-8"),
        ('"Ōtsuka"'.encode("latin-1", "replace") + b"\xe9", "not UTF-8: byte 8"),
        ('"映画"'.encode("cp932"), "not UTF-8: byte 1"),
        (b'"\xed\xa0\x80"', "not UTF-8: byte 1"),
        (b'"\xc0\xaf"', "not UTF-8: byte 1"),
        (b'"a\xff"', "not UTF-8: byte 2"),
    ],
)
def test_invalid_utf_8_is_refused_with_its_byte_offset(content: bytes, what: str) -> None:
    assert refused(content) == what


def test_utf_16_without_a_byte_order_mark_is_refused() -> None:
    assert refused('{"a": 1}'.encode("utf-16-le")).startswith("not JSON: line 1 column 2")


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b'{"cast": [1], "cast": []}', "$: duplicate key 'cast'"),
        (b'{"cast": [{"a": 1, "b": 2, "a": 1}]}', "$.cast[0]: duplicate key 'a'"),
        (b'[[], {"a": {"b": 1, "b": 1}}]', "$[1].a: duplicate key 'b'"),
        (rb'{"a": 1, "\u0061": 2}', "$: duplicate key 'a'"),
        (b'{"b": 0, "a": 1, "a": 2}', "$: duplicate key 'a'"),
        ('{"題 名": {"a": 1, "a": 1}}'.encode(), "$[\"題 名\"]: duplicate key 'a'"),
        (b'{"\\u001b": {"a": 1, "a": 1}}', "$[\"^[\"]: duplicate key 'a'"),
        (b'{"x\' - at `$.show": {"a": 1, "a": 1}}', "$[\"x' - at `$.show\"]: duplicate key 'a'"),
        (b'{"' + b"k" * 5000 + b'": 1, "' + b"k" * 5000 + b'": 1}', None),
    ],
)
def test_a_duplicate_key_is_named_with_its_path(content: bytes, problem: str | None) -> None:
    found = refused(content)
    assert len(found) < 120
    assert problem in (None, found)


def test_different_objects_may_have_the_same_key() -> None:
    assert strict_json.parse(b'[{"a": 1}, {"a": {"a": 1}}]') == [{"a": 1}, {"a": {"a": 1}}]


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (rb'"\ud800"', "$"),
        (rb'{"cast": ["a", "b\uDFFFc"]}', "$.cast[1]"),
        (rb'{"cast": {"\uD800": 1}}', "$.cast"),
        (rb'"\udfbf\ud83c"', "$"),
    ],
)
def test_an_unpaired_surrogate_is_refused_with_its_path(content: bytes, place: str) -> None:
    assert refused(content) == f"{place}: unpaired surrogate"


def test_only_the_first_of_many_duplicate_keys_is_reported() -> None:
    plain, duplicates = b"1," * 100_000, b'{"a":1,"a":2},' * 20_000
    assert refused(b"[[" + plain + b"1],[" + duplicates + b"1]]") == "$[1][0]: duplicate key 'a'"


documents = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(["", "a", "映画", "\0", "\u2028", "\U0001f3bf", '"\\']),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from("ab映\n"), inner),
    max_leaves=20,
)  # fmt: skip


@given(documents, st.booleans())
def test_dumped_json_is_read_back(document: Any, escaped: bool) -> None:
    assert strict_json.parse(json.dumps(document, ensure_ascii=escaped).encode()) == document


@given(st.lists(st.sampled_from([*b'{}[]",:0123456789eE+-.\\u\x00\xff'])))
def test_arbitrary_bytes_are_read_or_refused_with_a_reason(content: list[int]) -> None:
    try:
        strict_json.parse(bytes(content))
    except ValueError as error:
        what = str(error)
    else:
        return
    assert what.startswith(("not JSON: ", "not UTF-8: ", "is empty", "$"))
