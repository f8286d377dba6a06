"""Locating and reading the bundled files."""

from pathlib import Path

import pytest

from medalist_cli.errors import DatasetError
from medalist_cli.storage import bundle, loader, untrusted


def test_the_bundled_dataset_is_valid() -> None:
    path = Path(bundle.location())
    assert loader.load(None) == loader.load(path)
    assert untrusted.checked(*untrusted.given(path)) == ()


def test_a_given_file_replaces_the_bundled_dataset(series: Path) -> None:
    assert loader.load(series).show.id == "still-water"


def test_bundled_files_are_at_their_reported_location() -> None:
    for name in (bundle.DATASET, bundle.SCHEMA):
        assert Path(bundle.location(name)).read_bytes() == bundle.content(name)


def test_a_missing_bundled_file_is_a_dataset_error() -> None:
    with pytest.raises(DatasetError) as caught:
        bundle.content("no-such.json")
    assert caught.value.message == "no-such.json: missing from this installation"
    assert caught.value.advice == "Reinstall medalist."
