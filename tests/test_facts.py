"""The real dataset: faultless, complete, and every fact of the first article findable."""

import json
import re
from typing import Any, get_origin, get_type_hints

import msgspec
import pytest
from conftest import ROOT, Program

from medalist_cli.model.dataset import Dataset, Record
from medalist_cli.storage import validation

FILE = ROOT / "data" / "medalist.json"
SCHEMA = ROOT / "data" / "medalist.schema.json"

COUNTS = {
    "seasons": 2,
    "episodes": 22,
    "cast": 31,
    "staff": 29,
    "glossary": 26,
    "conflicts": 18,
    "sources": 175,
    "milestones": 34,
    "themes": 4,
    "remarks": 2,
    "dubs": 2,
    "streams": 8,
    "also_airing": 2,
    "links": 17,
}

# The facts of the article that the project started from, by number; then a command, and what it
# has to say. The first of a number is the fact, the others are more of it.
FACTS = (
    (1, "countdown season-2-premiere", ["Season 2 premiere", "Sat 24 Jan 25:30 JST", "2026"]),
    (1, "season 1 --json", ["Medarisuto", "メダリスト"]),
    (2, "season 2 --json", ["Chubu block meet", "Chubu Block Tournament"]),
    (3, "cast inori yuitsuka", ["Inori Yuitsuka", "The heroine"]),
    (3, "cast akeuraji", ["Tsukasa Akeuraji", "Coach of Inori"]),
    (4, "season 1 --json", ["a quiet girl in fifth grade", "begun far later than the rest"]),
    (5, "cast tsukasa", ["Coach of Inori; used to be an ice dancer"]),
    (6, "season 1 --fields season,episodes -f csv", ["1,13"]),
    (7, "season 1 --json", ["Inori passes her badge test"]),
    (7, "recap 1 --episode 13", ["Inori sits the level 6 test"]),
    (8, "sources --conflicts", ["West Japan Junior Championship", "西日本小中学生大会"]),
    (8, "recap 1 --episode 7", ["West Japan meet"]),
    (9, "recap 1 --episode 12", ["The season's stand-out skate is the coach's"]),
    (10, "season 1 --json", ["closes without a perfect victory"]),
    (11, "season 2 --json", ["Inori has reached the Novice class", "Novice A"]),
    (12, "season 2 --json", ["trained since they were small", "New rivals"]),
    (13, "season 2 --json", ["More weight on Tsukasa as a coach"]),
    (14, "season 2 --json", ["Chapters 16–28, from volume 5 on", "right after volume 4"]),
    (15, "staff yamamoto --season 2", ["director", "Yasutaka Yamamoto", "returning"]),
    (16, "staff hanada --season 2", ["series composition", "Jukki Hanada", "returning"]),
    (17, "staff kameyama --season 2", ["character design", "Chinatsu Kameyama", "returning"]),
    (18, "staff hayashi --season 2", ["music", "Yuki Hayashi", "returning"]),
    (19, "staff nakamura --season 2", ["art director", "Hazuki Nakamura", "new"]),
    (
        20,
        "staff kashiwagi --season 2",
        ["compositing director of photography", "Kentaro Kashiwagi", "new"],
    ),
    (21, "season 2 --json", ["Yasutaka Yamamoto: ", "Rioh's performance", "one animator, a woman"]),
    (22, "staff suzuki --json", ["figure skating choreography", "Akiko Suzuki", "Olympic"]),
    (23, "staff --role choreography", ["Akiko Suzuki", "Yuhana Yokoi", "Hinano Isobe"]),
    (24, "season 2 --json", ["Akiko Suzuki: ", "the feelings of every skater"]),
    (25, "sources --conflicts", ["“All the same voice actors” return."]),
    (26, "cast inori --season 2", ["Natsumi Haruse", "1, 2"]),
    (26, "cast tsukasa --season 2", ["Takeo Otsuka", "1, 2"]),
    (27, "cast hikaru --season 2", ["Kana Ichinose", "1, 2"]),
    (27, "cast jun yodaka --season 2", ["Yuma Uchida", "1, 2"]),
    (
        28,
        "cast --season 2",
        ["Makoto Koichi", "Hina Kino", "Megumi Toda", "Kotori Koiwai", "Takahiro Miyake"],
    ),
    (29, "countdown season-2-teaser", ["Season 2 teaser trailer", "Sun 27 Jul 2025"]),
    (29, "season 2 --json", ["Season 2 teaser trailer"]),
    (30, "season 2 --json", ["I'll shine brighter than anyone.", "誰よりも、輝いてみせる"]),
    (31, "season 2 --json", ["TV Asahi", "NUMAnimation"]),
    (32, "where --season 2", ["Hulu", "Disney+"]),
    (33, "season 2 --json", ["Tune In to the Midnight Heart", "2026-01-06", "Gekkou"]),
    (34, "season 2 --json", ["You and I Are Polar Opposites", "2026-01-11", "Lapin Track"]),
    (35, "sources seed --json", ["credits its picture to Studio ENGI and Disney"]),
    (35, "season 2 --json", ["blend drawn 2D pictures and 3D ones"]),
)


@pytest.fixture(scope="module")
def document() -> Any:
    """Return the dataset as plain JSON."""
    return json.loads(FILE.read_bytes())


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    """Return the dataset as records."""
    return msgspec.json.decode(FILE.read_bytes(), type=Dataset)


def records(dataset: Dataset) -> dict[str, Record]:
    """Return every record that has sources, by its path."""
    lists = {field: getattr(dataset, field) for field in COUNTS}
    return {
        f"$.{field}[{index}]": record
        for field, listed in lists.items()
        for index, record in enumerate(listed)
        if isinstance(record, Record)
    }


@pytest.mark.parametrize(
    ("number", "command", "words"),
    FACTS,
    ids=[f"{number}: {command}" for number, command, _ in FACTS],
)
def test_a_fact_of_the_first_article_is_findable(
    medalist: Program, number: int, command: str, words: list[str]
) -> None:
    ended = medalist(*command.split())
    assert (ended.code, ended.err) == (0, "")
    assert [word for word in words if word not in ended.out] == [], number


def test_every_fact_of_the_first_article_is_looked_for() -> None:
    assert sorted({number for number, _, _ in FACTS}) == [*range(1, 36)]


def test_the_form_has_no_fault(document: Any) -> None:
    assert list(validation.structural_errors(document)) == []


def test_the_sense_has_no_fault(dataset: Dataset) -> None:
    assert list(validation.semantic_errors(dataset)) == []


def test_no_key_means_nothing(document: Any) -> None:
    assert list(validation.unknown_keys(document)) == []


def in_any_order(schema: Any) -> Any:
    """Return a schema with its alternatives sorted: msgspec 0.20 has them in another order."""
    if isinstance(schema, list):
        return [in_any_order(inner) for inner in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: in_any_order(value) for key, value in schema.items()}
    return inner | ({"anyOf": sorted(inner["anyOf"], key=str)} if "anyOf" in inner else {})


def test_the_schema_file_is_that_of_the_types(medalist: Program) -> None:
    ended = medalist("data", "schema")
    assert (ended.code, ended.err) == (0, "")
    assert in_any_order(json.loads(ended.out)) == in_any_order(json.loads(SCHEMA.read_bytes()))


def test_the_lists_are_complete(dataset: Dataset) -> None:
    assert {field: len(getattr(dataset, field)) for field in COUNTS} == COUNTS


def test_no_list_of_a_dataset_is_left_uncounted() -> None:
    lists = {name for name, hint in get_type_hints(Dataset).items() if get_origin(hint) is tuple}
    assert set(COUNTS) == lists


def test_the_show_is_named_and_dated(dataset: Dataset) -> None:
    assert (dataset.show.id, dataset.show.title, dataset.show.title_ja, str(dataset.as_of)) == (
        "medalist",
        "Medalist",
        "メダリスト",
        "2026-11-22",
    )


def test_the_anchor_is_the_premiere_of_season_2(dataset: Dataset) -> None:
    assert dataset.anchor == "season-2-premiere"


def test_the_headlines_are_the_premieres_and_the_film(dataset: Dataset) -> None:
    found = [milestone.id for milestone in dataset.milestones if milestone.headline]
    assert found == ["season-1-premiere", "season-2-premiere", "film"]


@pytest.mark.parametrize(
    ("target", "earliest"),
    [
        ("season-1-premiere", "2025-01-05T01:30:00+09:00"),
        ("season-1-finale", "2025-03-30T01:30:00+09:00"),
        ("season-2-premiere", "2026-01-25T01:30:00+09:00"),
        ("season-2-finale", "2026-03-22T01:30:00+09:00"),
        ("s2e2", "2026-02-01T01:40:00+09:00"),
    ],
)
def test_a_broadcast_begins_at_its_minute(medalist: Program, target: str, earliest: str) -> None:
    found = json.loads(medalist("countdown", target, "--json").out)
    assert found["earliest"] == earliest


def test_every_record_names_a_source(dataset: Dataset) -> None:
    assert [path for path, record in records(dataset).items() if not record.sources] == []


def test_no_record_names_a_source_twice(dataset: Dataset) -> None:
    doubled = [
        path
        for path, record in records(dataset).items()
        if len(set(record.sources)) != len(record.sources)
    ]
    assert doubled == []


def test_a_record_of_two_sources_names_two(dataset: Dataset) -> None:
    lonely = [
        path
        for path, record in records(dataset).items()
        if record.confidence == "two-sources" and len(record.sources) < 2
    ]
    assert lonely == []


def test_a_record_of_the_first_article_alone_names_no_other(dataset: Dataset) -> None:
    found = {
        path: record.sources
        for path, record in records(dataset).items()
        if record.confidence == "seed-only"
    }
    assert set(found.values()) == {("seed",)}


def test_every_source_is_named_by_a_record(dataset: Dataset) -> None:
    named = {name for record in records(dataset).values() for name in record.sources}
    assert [source.id for source in dataset.sources if source.id not in named] == []


def test_ids_are_lower_case_words_between_hyphens(dataset: Dataset) -> None:
    ids = [each.id for each in dataset.milestones] + [each.id for each in dataset.sources]
    assert [name for name in ids if not re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", name)] == []


def test_episodes_are_numbered_without_a_gap(dataset: Dataset) -> None:
    assert [each.number for each in dataset.episodes] == [*range(1, 23)]


def test_a_season_has_as_many_episodes_as_it_says(dataset: Dataset) -> None:
    counted = [
        sum(1 for each in dataset.episodes if each.season == season.season)
        for season in dataset.seasons
    ]
    assert counted == [season.episodes for season in dataset.seasons] == [13, 9]


def test_no_text_is_of_more_than_one_line(document: Any) -> None:
    assert [text for text in texts(document) if not text.isprintable()] == []


def test_no_text_begins_or_ends_with_a_space(document: Any) -> None:
    assert [text for text in texts(document) if text != text.strip()] == []


def texts(value: Any) -> list[str]:
    """Return every text in a document."""
    if isinstance(value, dict):
        return [text for inner in value.values() for text in texts(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in texts(inner)]
    return [value] if isinstance(value, str) else []
