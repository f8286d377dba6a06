"""Where the dataset lies, and how a file becomes one."""

from pathlib import Path

import pytest

from medalist_cli import dataset, reading
from medalist_cli.errors import DatasetError


def test_the_bundled_file_has_no_fault() -> None:
    path = Path(dataset.location())
    assert dataset.load(None) == dataset.load(path)
    assert reading.check(path) == ()


def test_a_file_of_the_readers_is_read_instead(series: Path) -> None:
    assert dataset.load(series).show.id == "still-water"


def test_what_is_bundled_lies_where_it_is_said_to() -> None:
    for name in (dataset.FILE, dataset.SCHEMA):
        assert Path(dataset.location(name)).read_bytes() == dataset.bundled(name)


def test_what_is_not_installed_is_missing_from_the_installation() -> None:
    with pytest.raises(DatasetError) as caught:
        dataset.bundled("no-such.json")
    assert caught.value.message == "no-such.json: missing from this installation"
    assert caught.value.advice == "Install medalist again."
