"""What people read for fields and codes."""

import pytest

from medalist_cli.text import labels


@pytest.mark.parametrize(
    ("field", "label"),
    [
        ("url", "URL"),
        ("id", "ID"),
        ("dub", "English voice"),
        ("air_date", "Air date"),
        ("name_ja", "Name in Japanese"),
        ("start.date", "Start date"),
    ],
)
def test_a_field_has_a_label_in_plain_words(field: str, label: str) -> None:
    assert labels.label(field) == label


@pytest.mark.parametrize(
    ("code", "text"),
    [("new", "new"), ("season-1-only", "season 1 only, as far as known")],
)
def test_a_status_is_written_in_plain_words(code: str, text: str) -> None:
    assert labels.status(code) == text
