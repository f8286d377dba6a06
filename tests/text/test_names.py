"""Lists of names in a sentence; tests/queries/test_people.py has how one name is written."""

import pytest

from medalist_cli.text.names import joined


@pytest.mark.parametrize(
    ("names", "listed"),
    [((), ""), (("a",), "a"), (("a", "b"), "a or b"), (("a", "b", "c"), "a, b or c")],
)
def test_names_are_joined_as_a_sentence_lists_them(names: tuple[str, ...], listed: str) -> None:
    assert joined(names, "or") == listed
