"""The bundled dataset: valid, sourced, written for viewers, and with every fact findable."""

import json
import re
from collections.abc import Iterator
from typing import Any, get_origin, get_type_hints

import msgspec
import pytest
from conftest import ROOT, Program

from medalist_cli.model.dataset import Dataset

FILE = ROOT / "data" / "medalist.json"
SCHEMA = ROOT / "data" / "medalist.schema.json"

COUNTS = {
    "shows": 0,
    "milestones": 39,
    "seasons": 2,
    "arcs": 6,
    "episodes": 22,
    "cast": 32,
    "staff": 29,
    "songs": 4,
    "remarks": 2,
    "dubs": 2,
    "streams": 23,
    "also_airing": 2,
    "links": 23,
    "glossary": 27,
    "conflicts": 18,
    "sources": 196,
}

# The facts of the original article, by number: a command, and what its answer must contain. The
# first command of a number has the fact, others add to it.
FACTS = (
    (1, "countdown season-2-premiere --json", ['"date": "2026-01-24"', '"clock": "25:30"']),
    (1, "search medarisuto", ["Medalist"]),
    (2, "season 2 --json", ["The Chubu Block Tournament: fifteen skaters"]),
    (2, "episode s2e1 --json", ["the Chubu block meet", '"arc": "Chubu Block Championship"']),
    (3, "cast inori yuitsuka --json", ["Inori Yuitsuka", "Main character"]),
    (3, "cast akeuraji --json", ["Tsukasa Akeuraji", "Inori's coach"]),
    (4, "season 1 --json", ["a quiet fifth grader", "starting far later than everyone else"]),
    (5, "cast tsukasa --json", ["Inori's coach, a former ice dancer"]),
    (6, "season 1 --fields season,episodes -f csv", ["1,13"]),
    (7, "season 1 --json", ["she passes the level 6 badge test"]),
    (7, "recap 1 --episode 2 --json", ["Inori takes her first badge test"]),
    (7, "recap 1 --episode 13 --json", ["the three-part level 6 test, and passes"]),
    (8, "sources --conflicts --json", ["West Japan Junior Championship", "西日本小中学生大会"]),
    (8, "season 1 --json", ["Inori came second at the West Japan meet"]),
    (9, "recap 1 --episode 12 --json", ["The season's stand-out skate belongs to the coach"]),
    (10, "season 1 --json", ["No perfect victory"]),
    (11, "episode s2e1 --json", ["Now a Novice A skater"]),
    (11, "glossary novice --json", ["Novice A"]),
    (12, "season 2 --json", ["who have skated since early childhood", "New rivals"]),
    (13, "season 2 --json", ["A bigger job for Tsukasa", "his own worth as a coach"]),
    (14, "season 2 --json", ["Chapters 16–28, from volume 5 on, right after volume 4"]),
    (15, "staff yamamoto --season 2 --json", ['"director"', "Yasutaka Yamamoto", "returning"]),
    (16, "staff hanada --season 2 --json", ["series composition", "Jukki Hanada", "returning"]),
    (17, "staff kameyama --season 2 --json", ["character design", "Chinatsu Kameyama"]),
    (18, "staff hayashi --season 2 --json", ['"music"', "Yuki Hayashi", "returning"]),
    (19, "staff nakamura --season 2 --json", ["art director", "Hazuki Nakamura"]),
    (19, "season 2 --json", ['"before": "Yoko Nakao"', '"now": "Hazuki Nakamura"']),
    (20, "staff kashiwagi --season 2 --json", ["director of photography", "Kentaro Kashiwagi"]),
    (21, "season 2 --json", ["Yasutaka Yamamoto: ", "one animator, a woman", "Rioh's performance"]),
    (22, "staff suzuki --json", ["figure skating choreography", "Akiko Suzuki", "Olympic"]),
    (23, "staff --role choreography --json", ["Akiko Suzuki", "Yuhana Yokoi", "Hinano Isobe"]),
    (24, "season 2 --json", ["Akiko Suzuki: ", "the looks and feelings of each skater"]),
    (25, "sources --conflicts --json", ["“All the same voice actors” return."]),
    (26, "cast inori --season 2 -f csv", ["Natsumi Haruse", "1;2"]),
    (26, "cast tsukasa --season 2 -f csv", ["Takeo Otsuka", "1;2"]),
    (27, "cast hikaru --season 2 -f csv", ["Kana Ichinose", "1;2"]),
    (27, "cast jun yodaka --season 2 -f csv", ["Yuma Uchida", "1;2"]),
    (
        28,
        "cast --season 2",
        ["Makoto Koichi", "Hina Kino", "Megumi Toda", "Kotori Koiwai", "Takahiro Miyake"],
    ),
    (29, "countdown season-2-teaser --json", ["Season 2 teaser trailer", "2025-07-27"]),
    (29, "links --json", ["Season 2 teaser trailer"]),
    (30, "season 2 --json", ["I'll shine brighter than anyone.", "誰よりも、輝いてみせる"]),
    (31, "season 2 --json", ["TV Asahi", "NUMAnimation"]),
    (32, "where --season 2", ["Hulu", "Disney+"]),
    (33, "season 2 --json", ["Tune In to the Midnight Heart", "2026-01-06", "Gekkou"]),
    (34, "season 2 --json", ["You and I Are Polar Opposites", "2026-01-11", "Lapin Track"]),
    (35, "sources seed --json", ["its picture is credited to Studio ENGI and Disney"]),
    (35, "season 2 --json", ["blend 2D animation and 3DCG"]),
)

RESEARCH = (
    "first article",
    "ann alone",
    "not found",
    "none was found",
    "converted",
    "so say",
    "made known",
    "one editor",
    "the address is",
    "by the calendar of",
    "in the announcement article alone",
)
"""How a fact is known belongs to `evidence`: viewers never read it."""


@pytest.fixture(scope="module")
def document() -> Any:
    """Return the dataset as plain JSON."""
    return json.loads(FILE.read_bytes())


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    """Return the dataset as records."""
    return msgspec.json.decode(FILE.read_bytes(), type=Dataset)


def records(value: Any, path: str = "$") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every object of a document that names sources or how sure it is, by its path."""
    if isinstance(value, dict):
        if ("sources" in value and path != "$") or "confidence" in value:
            yield path, value
        for key, inner in value.items():
            yield from records(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from records(inner, f"{path}[{index}]")


@pytest.mark.parametrize(
    ("number", "command", "words"),
    FACTS,
    ids=[f"{number}: {command}" for number, command, _ in FACTS],
)
def test_a_fact_of_the_original_article_is_findable(
    medalist: Program, number: int, command: str, words: list[str]
) -> None:
    ended = medalist(*command.split())
    assert (ended.code, ended.err) == (0, "")
    assert [word for word in words if word not in ended.out] == [], number


def test_every_fact_of_the_original_article_is_looked_for() -> None:
    assert sorted({number for number, _, _ in FACTS}) == [*range(1, 36)]


def test_the_dataset_is_valid(medalist: Program) -> None:
    assert medalist("data", "validate", FILE) == (0, f"{FILE}: valid\n", "")


def in_any_order(schema: Any) -> Any:
    """Return a schema with its alternatives sorted: msgspec 0.20 has them in another order."""
    if isinstance(schema, list):
        return [in_any_order(inner) for inner in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: in_any_order(value) for key, value in schema.items()}
    return inner | ({"anyOf": sorted(inner["anyOf"], key=str)} if "anyOf" in inner else {})


def test_the_schema_file_is_that_of_the_types(
    medalist: Program, request: pytest.FixtureRequest
) -> None:
    ended = medalist("data", "schema")
    assert (ended.code, ended.err) == (0, "")
    if request.config.getoption("--golden-update"):
        SCHEMA.write_text(ended.out, encoding="utf-8")
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


def test_every_record_names_a_source(document: Any) -> None:
    found = list(records(document))
    assert len(found) > 200
    assert [path for path, record in found if not record.get("sources")] == []


def test_no_record_names_a_source_twice(document: Any) -> None:
    named = {path: record["sources"] for path, record in records(document)}
    assert [path for path, names in named.items() if len(set(names)) < len(names)] == []


def test_a_record_of_two_sources_names_two(document: Any) -> None:
    lonely = [
        path
        for path, record in records(document)
        if record.get("confidence") == "two-sources" and len(record["sources"]) < 2
    ]
    assert lonely == []


def test_a_record_of_the_original_article_alone_names_no_other(document: Any) -> None:
    found = {
        path: record["sources"]
        for path, record in records(document)
        if record.get("confidence") == "seed-only"
    }
    assert set(map(tuple, found.values())) == {("seed",)}


def test_every_source_is_named_by_a_record(dataset: Dataset, document: Any) -> None:
    named = {name for _, record in records(document) for name in record["sources"]}
    assert [source.id for source in dataset.sources if source.id not in named] == []


def test_every_source_that_is_named_is_known(dataset: Dataset, document: Any) -> None:
    known = {source.id for source in dataset.sources}
    named = {name for _, record in records(document) for name in record["sources"]}
    assert named - known == set()


def test_every_id_is_used_once(dataset: Dataset) -> None:
    targets = [each.id for each in dataset.milestones]
    targets += [each.id for each in dataset.episodes]
    sources = [each.id for each in dataset.sources]
    ids = targets + sources  # `medalist sources ID` takes either
    assert sorted({name for name in ids if ids.count(name) > 1}) == []


def test_the_claims_of_a_milestone_name_its_sources_and_its_date(dataset: Dataset) -> None:
    claimed = [each for each in dataset.milestones if each.claims]
    assert [each.id for each in claimed] == ["film"]
    for each in claimed:
        exactness = [len(claim.when.date) for claim in each.claims]
        assert exactness == sorted(exactness, reverse=True)
        assert each.when == each.claims[0].when
        assert {name for claim in each.claims for name in claim.sources} == set(each.sources)
        assert {claim.when.date[:4] for claim in each.claims} == {each.claims[0].when.date[:4]}


def test_the_dates_of_the_film_are_those_of_its_sources(dataset: Dataset) -> None:
    (film,) = (each for each in dataset.milestones if each.id == "film")
    claims = [(each.when.date, each.confidence, each.official) for each in film.claims]
    assert claims == [
        ("2027-02-19", "one-source", False),
        ("2027-02", "one-source", False),
        ("2027", "two-sources", True),
    ]


def test_a_spoiler_belongs_to_an_episode_of_the_show(document: Any, dataset: Dataset) -> None:
    episodes = {each.id for each in dataset.episodes}
    since = {
        inner
        for _, record in records(document)
        for key, inner in record.items()
        if key in ("since", "first") or key.endswith("_since")
        if isinstance(inner, str)
    }
    assert len(since) > 10
    assert since <= episodes


@pytest.mark.parametrize("phrase", RESEARCH)
def test_a_text_for_viewers_does_not_say_how_we_know(document: Any, phrase: str) -> None:
    assert [text for text in texts(document, "evidence") if phrase in text.casefold()] == []


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


def texts(value: Any, without: str = "") -> list[str]:
    """Return every text in a document but those under the key `without`."""
    if isinstance(value, dict):
        kept = (inner for key, inner in value.items() if key != without)
        return [text for inner in kept for text in texts(inner, without)]
    if isinstance(value, list):
        return [text for inner in value for text in texts(inner, without)]
    return [value] if isinstance(value, str) else []
