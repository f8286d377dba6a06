"""Where the dataset lies, and how a file becomes one."""

from pathlib import Path

import pytest

from medalist_cli.errors import DatasetError
from medalist_cli.storage import bundle, loader, untrusted


def test_the_bundled_file_has_no_fault() -> None:
    path = Path(bundle.location())
    assert loader.load(None) == loader.load(path)
    assert untrusted.check(path) == ()


def test_a_file_of_the_readers_is_read_instead(series: Path) -> None:
    assert loader.load(series).show.id == "still-water"


def test_what_is_bundled_lies_where_it_is_said_to() -> None:
    for name in (bundle.DATASET, bundle.SCHEMA):
        assert Path(bundle.location(name)).read_bytes() == bundle.content(name)


def test_what_is_not_installed_is_missing_from_the_installation() -> None:
    with pytest.raises(DatasetError) as caught:
        bundle.content("no-such.json")
    assert caught.value.message == "no-such.json: missing from this installation"
    assert caught.value.advice == "Reinstall medalist."
