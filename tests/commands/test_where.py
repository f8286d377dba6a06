"""`medalist where`: where to watch, in a country or on a service."""

import json
import re
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest
from conftest import SERIES, Program, Rows, answered

from medalist_cli.errors import NoMatch
from medalist_cli.model.dataset import Dataset
from medalist_cli.model.rows import WhereRow
from medalist_cli.queries import spoilers
from medalist_cli.queries.where import latest, streams
from medalist_cli.shell import candidates
from medalist_cli.storage import bundle, loader

KEYS = [
    "season", "service", "countries", "everywhere_except", "region", "start", "audio", "url",
    "note", "sources", "confidence",
]  # fmt: skip


def test_the_table_says_where_and_from_when(rower: Program) -> None:
    ended = rower("where", "united", "states", "--fields", "season,region,service,starts")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.splitlines()[:3] == [
        "Season  Region                                                Service  Start",
        '2†      United States (covered by "everywhere except Japan")  Paddle   not stated',
        "1*      United States                                         Paddle   November 2025",
    ]


def test_json_has_the_promised_keys_in_order(rows: Rows) -> None:
    assert list(rows("where")[0])[: len(KEYS)] == KEYS


def test_json_gives_the_start_as_it_was_announced(rows: Rows) -> None:
    (found,) = rows("where", "japan", "--season", "1")
    assert {key: found[key] for key in KEYS} == {
        "season": 1,
        "service": "Kawa Stream",
        "countries": ["JP"],
        "everywhere_except": None,
        "region": "Japan",
        "start": {"date": "2025-10-04", "clock": "26:00", "zone": "Asia/Tokyo"},
        "audio": [],
        "url": "https://stream.example/still-water",
        "note": None,
        "sources": ["gazette", "club-site"],
        "confidence": "two-sources",
    }


def test_a_start_to_the_minute_is_on_the_clock_of_the_reader(rower: Program) -> None:
    ended = rower("where", "japan", "--season", "1", "--tz", "Europe/Paris")
    assert "Start: Sat 4 Oct 2025, 19:00 CEST\n" in ended.out


def test_a_start_that_no_source_gives_is_not_invented(rows: Rows, rower: Program) -> None:
    (found,) = rows("where", "france")
    assert found["start"] is None
    assert "Start: not stated\n" in rower("where", "france").out


def test_without_a_place_all_streams_are_listed_latest_season_first(rows: Rows) -> None:
    assert [row["season"] for row in rows("where")] == [2, 2, 1, 1]


@pytest.mark.parametrize(
    "query", ["us", "USA", "America", "united states", "U.S.", "アメリカ", "合衆国"]
)
def test_any_name_of_a_country_finds_its_own_record(rows: Rows, query: str) -> None:
    (found,) = rows("where", query, "--season", "1")
    assert (found["region"], found["countries"]) == ("United States", ["US"])


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("uk", "United Kingdom"),
        ("england", "United Kingdom"),
        ("brasil", "Brazil"),
        ("korea", "South Korea"),
        ("ドイツ", "Germany"),
        ("hk", "Hong Kong"),
    ],
)
def test_a_country_without_a_record_is_answered_by_the_one_that_covers_it(
    rows: Rows, query: str, name: str
) -> None:
    (found,) = rows("where", query)
    assert found["region"] == f'{name} (covered by "everywhere except Japan")'
    assert found["everywhere_except"] == ["JP"]


def test_each_of_249_countries_is_answered_by_both_its_names() -> None:
    dataset, known = loader.load(None), bundle.countries()
    assert len(known) == 249
    for country in known:
        for name in (country.en, country.ja):
            found = streams(dataset, name, 1, known)
            assert found.country == country
            assert all(str(row.region).startswith(country.name) for row in found.rows)


def test_a_season_without_a_record_for_the_country_is_left_out(medalist: Program) -> None:
    ended = medalist("where", "china", "--json")
    assert {row["season"] for row in json.loads(ended.out)} == {1}


def test_a_missing_season_is_pointed_out_to_people(medalist: Program) -> None:
    out = medalist("where", "china").out
    assert "Season 2: no source names a service in China.\n" in out


def test_a_country_that_nothing_covers_ends_with_1_and_suggests_nothing(
    medalist: Program,
) -> None:
    assert medalist("where", "china", "--season", "2") == (
        1,
        "",
        "medalist: error: no source names a service in China for season 2\n",
    )


@pytest.mark.parametrize("query", ["uk", "brasil", "日本", "disney", "hulu japan", "U-NEXT"])
def test_the_bundled_dataset_answers(medalist: Program, query: str) -> None:
    ended = medalist("where", query)
    assert (ended.code, ended.err) == (0, "")


def test_the_title_names_the_country(rower: Program) -> None:
    ended = rower("where", "brasil", "-f", "markdown")
    assert ended.out.startswith("**Where to watch Still Water Eight in Brazil**\n")


def test_names_in_japanese_are_used_for_the_region(rower: Program) -> None:
    ended = rower("where", "brasil", "--names", "ja", "--fields", "region", "-f", "text")
    assert ended.out == "ブラジル（日本を除く全世界）†\n"


@pytest.mark.parametrize("query", ["paddle", "PADDLE", "pad", "Ｐａｄｄｌｅ"])
def test_a_service_is_found_in_any_case_and_by_a_part(rows: Rows, query: str) -> None:
    assert {row["service"] for row in rows("where", query)} == {"Paddle"}


def test_a_service_by_its_whole_word_hides_those_by_a_part(medalist: Program) -> None:
    found = json.loads(medalist("where", "hulu", "--json").out)
    assert {row["service"] for row in found} == {"Hulu", "Hulu Japan"}
    found = json.loads(medalist("where", "hulu", "japan", "--json").out)
    assert {row["service"] for row in found} == {"Hulu Japan"}


def test_a_service_named_like_a_country_code_comes_first(
    medalist: Program, series: Path, tmp_path: Path
) -> None:
    dataset = json.loads(series.read_bytes())
    dataset["streams"][0]["service"] = "TV"  # Tuvalu
    path = tmp_path / "series.json"
    path.write_text(json.dumps(dataset))
    found = json.loads(medalist("where", "tv", "--data", path, "--json").out)
    assert [row["service"] for row in found] == ["TV"]


@pytest.mark.parametrize(
    ("query", "name"), [("japn", "Japan"), ("Grmany", "Germany"), ("padddle", "Paddle")]
)
def test_a_misspelt_name_is_suggested(rower: Program, query: str, name: str) -> None:
    assert rower("where", query) == (
        1,
        "",
        f"medalist: error: no country or service matches {query!r}\nDid you mean {name}?\n",
    )


def test_a_word_like_no_name_lists_all_regions_and_services(rower: Program) -> None:
    assert rower("where", "xyzzy") == (
        1,
        "",
        (
            "medalist: error: no country or service matches 'xyzzy'\n"
            "Known: Japan, the United States, Everywhere else, Kawa Stream, Paddle.\n"
        ),
    )


def test_a_service_of_another_season_only_says_which(medalist: Program) -> None:
    assert medalist("where", "bandai", "--season", "2") == (
        1,
        "",
        (
            "medalist: error: no source names 'bandai' for season 2\n"
            "Try: medalist where bandai --season 1\n"
        ),
    )


def test_a_season_without_streams_ends_with_1(rower: Program) -> None:
    ended = rower("where", "--season", "3")
    assert ended == (1, "", "medalist: error: no source names a service for season 3\n")


def test_a_season_that_is_no_number_is_a_usage_error(rower: Program) -> None:
    ended = rower("where", "--season", "0")
    assert ended == (2, "", "medalist: error: invalid season '0' (use 1, 2 or 3)\n")


def test_one_stream_in_a_pipe_is_a_line_for_each_field(rower: Program) -> None:
    out = rower("where", "us", "--season", "1").out
    assert out.splitlines()[:-1] == [
        "Season: 1*",
        "Region: United States",
        "Service: Paddle",
        "Start: November 2025",
        "Audio: Japanese",
        "Audio: English dub",
        "Note: A month later than in Japan.",
        "Confirmed by: one source",
    ]


def test_a_start_less_sure_than_the_stream_is_marked(medalist: Program) -> None:
    out = medalist("where", "france", "--season", "2").out
    assert "Start: January 2026*\n" in out
    assert "* one source" in out


def test_completion_offers_services_and_countries_in_english_and_japanese() -> None:
    dataset = spoilers.up_to(loader.load(SERIES), None)
    offered = dict(candidates.places(dataset, bundle.countries()))
    assert offered["Kawa Stream"] == "streaming service"
    assert offered["Japan"] == "Kawa Stream"
    assert offered["United States"] == "Paddle"
    assert offered["日本"] == "Japan"
    assert offered["フランス"] == "France"


def dataset(*listed: dict[str, Any]) -> Dataset:
    """Return a dataset with these streams, of season 1 unless they say otherwise."""
    fact = {"season": 1, "sources": [], "confidence": "one-source"}
    shared: dict[str, Any] = {
        "schema_version": 2,
        "as_of": "2026-11-20",
        "show": {"id": "show", "title": "Show"},
        "anchor": "film",
        "milestones": [],
        "streams": [fact | each for each in listed],
    }
    return msgspec.convert(shared, Dataset)


NORDIC = dataset(
    {
        "service": "Fjord+",
        "countries": ["SE", "NO", "US"],
        "start": {"date": "2026-01-10", "clock": "26:00", "zone": "Asia/Tokyo"},
    },
    {
        "service": "Dune",
        "everywhere_except": ["JP", "CN", "XX"],
        "start": {"date": "2026-01", "zone": "Asia/Tokyo"},
    },
    {"season": 2, "service": "Atoll", "everywhere_except": []},
    {
        "season": 2,
        "service": "Fjord+",
        "countries": ["SE", "NO"],
        "region": "Scandinavia",
        "region_ja": "北欧",
    },
    {
        "season": 2,
        "service": "Dune",
        "everywhere_except": ["SE"],
        "region": "The rest of Asia",
        "region_ja": "アジア",
    },
    {"season": 2, "service": "Steppe", "countries": ["CN"], "region": "Eurasia"},
)
PARIS = ZoneInfo("Europe/Paris")


def described(rows: tuple[WhereRow, ...]) -> list[tuple[object, ...]]:
    return [(row.season, row.service, row.region, row.region_ja, row.starts) for row in rows]


def test_every_stream_names_its_region_in_both_languages_and_its_start() -> None:
    assert described(streams(NORDIC, "", None, bundle.countries(), PARIS).rows) == [
        (2, "Atoll", "Everywhere", "全世界", None),
        (2, "Fjord+", "Scandinavia", "北欧", None),
        (2, "Dune", "The rest of Asia", "アジア", None),
        (2, "Steppe", "Eurasia", "中国", None),
        (
            1,
            "Fjord+",
            "Sweden, Norway and the United States",
            "スウェーデン、ノルウェー、アメリカ",
            "Sat 10 Jan 2026, 18:00 CET",
        ),
        (
            1,
            "Dune",
            "Everywhere except Japan, China and XX",
            "日本、中国、XXを除く全世界",
            "January 2026",
        ),
    ]


def test_a_country_names_the_record_that_covers_it() -> None:
    known = bundle.countries()
    assert described(streams(NORDIC, "norway", None, known, PARIS).rows) == [
        (2, "Fjord+", "Norway", "ノルウェー", None),
        (1, "Fjord+", "Norway", "ノルウェー", "Sat 10 Jan 2026, 18:00 CET"),
    ]
    assert described(streams(NORDIC, "france", None, known, PARIS).rows) == [
        (2, "Atoll", 'France (covered by "everywhere")', "フランス（全世界）", None),
        (
            2,
            "Dune",
            'France (covered by "everywhere except Sweden")',
            "フランス（スウェーデンを除く全世界）",
            None,
        ),
        (
            1,
            "Dune",
            'France (covered by "everywhere except Japan, China and XX")',
            "フランス（日本、中国、XXを除く全世界）",
            "January 2026",
        ),
    ]


@pytest.mark.parametrize(
    ("query", "services"),
    [
        ("asia", ["Dune"]),
        ("eurasia", ["Steppe"]),
        ("北欧", ["Fjord+"]),
        ("scandinavia", ["Fjord+"]),
        ("fjord plus", ["Fjord+", "Fjord+"]),
        ("fjord", ["Fjord+", "Fjord+"]),
    ],
)
def test_a_region_or_service_is_found_by_its_words(query: str, services: list[str]) -> None:
    found = streams(NORDIC, query, None, bundle.countries(), PARIS)
    assert [row.service for row in found.rows] == services


def test_the_latest_streams_are_those_of_the_last_season_that_has_any() -> None:
    rows = latest(NORDIC, bundle.countries())
    assert [(row.season, row.service) for row in rows] == [
        (2, "Atoll"),
        (2, "Fjord+"),
        (2, "Dune"),
        (2, "Steppe"),
    ]
    assert latest(dataset(), bundle.countries()) == ()


@pytest.mark.parametrize(
    ("listed", "query", "message", "advice"),
    [
        ([], "", "no source names a service for any season", ""),
        (
            [{"service": "Dune", "countries": ["FR"]}],
            "japan",
            "no source names a service in Japan",
            "",
        ),
        (
            [
                {"service": "Dune", "countries": ["FR"]},
                {"service": "Atoll", "everywhere_except": ["FR"]},
                {"service": "Dune", "countries": ["FR"], "season": 2},
            ],
            "xyzzy",
            "no country or service matches 'xyzzy'",
            "Known: France, everywhere else, Dune, Atoll.",
        ),
    ],
)
def test_an_answer_that_is_missing_says_what_is_known(
    listed: list[dict[str, Any]], query: str, message: str, advice: str
) -> None:
    with pytest.raises(NoMatch) as refusal:
        streams(dataset(*listed), query, None, bundle.countries())
    assert (refusal.value.message, refusal.value.advice) == (message, advice)


JAPAN: dict[str, Any] = {"season": 2, "countries": ["JP"], "confidence": "two-sources"}
STATES: dict[str, Any] = {
    "season": 2,
    "countries": ["US"],
    "start": {"date": "2027-01", "zone": "America/New_York"},
    "dated": "one-source",
    "audio": ["Japanese", "English dub"],
    "note": "Subtitles a day later, and on Sundays for those without an account.",
    "confidence": "two-sources",
}
STREAMS: tuple[dict[str, Any], ...] = (
    JAPAN
    | {
        "service": "Kawa Stream",
        "start": {"date": "2027-01-09", "clock": "26:00", "zone": "Asia/Tokyo"},
        "url": "https://www.stream.example/still-water/",
    },
    JAPAN
    | {
        "service": "Kawa TV",
        "start": {"date": "2027-01-10", "zone": "Asia/Tokyo"},
        "audio": ["Japanese"],
        "url": "https://television.example/8",
    },
    STATES | {"service": "Paddle"},
    STATES | {"service": "Raft", "confidence": "seed-only"},
    STATES | {"service": "Canoe"},
    STATES | {"service": "Kayak"},
    {
        "season": 2,
        "service": "Donaudampfschifffahrtsgesellschaft",
        "countries": ["AT"],
        "region": "Donaudampfschifffahrtsland",
        "dated": "one-source",
        "note": "On the Danube.",
        "confidence": "one-source",
    },
    *(
        {
            "season": 1,
            "service": service,
            "countries": ["US"],
            "start": {"date": "2025", "zone": "America/New_York"},
            "dated": dated,
            "note": "On rivers.",
            "confidence": "one-source",
        }
        for service, dated in (("Paddle", "two-sources"), ("Raft", "one-source"), ("Punt", None))
    ),
)
"""Services that share a country, a start or a note, and names longer than a column."""


def screen(folder: Path, *place: str, columns: int, **env: str) -> list[str]:
    """Return what a terminal shows of STREAMS."""
    dataset = json.loads(SERIES.read_bytes())
    dataset["streams"] = [{"sources": ["gazette"], **stream} for stream in STREAMS]
    path = folder / "series.json"
    path.write_text(json.dumps(dataset))
    words = ("where", *place, "--data", str(path), "--tz", "Europe/Paris")
    ended = answered(*words, env={"NO_COLOR": "1"} | env, columns=columns)
    assert (ended.code, ended.err) == (0, "")
    return ended.out.splitlines()


def test_a_map_says_once_what_services_have_in_common(tmp_path: Path) -> None:
    assert screen(tmp_path, columns=100) == [
        "Where to watch Still Water Eight",
        "",
        "SEASON 2",
        "  Japan                      Kawa Stream                           Sat 9 Jan 2027, 18:00",
        "                             Kawa TV                               Sun 10 Jan 2027",
        "  The United States          Paddle, Raft†, Canoe, Kayak           January 2027*",
        "  Donaudampfschifffahrtsla   Donaudampfschifffahrtsgesellschaft*   start not stated",
        "  nd",
        "",
        "  Kawa Stream: stream.example",
        "  Kawa TV: television.example · Japanese",
        "  Paddle, Raft, 2 more: Japanese, English dub · Subtitles a day later, and on",
        "  Sundays for those without an account.",
        "  Donaudampfschifffahrtsgesellschaft: On the Danube.",
        "",
        "SEASON 1",
        "  The United States   Paddle*   2025",
        "                      Raft*     2025*",
        "                      Punt*     2025",
        "",
        "  Paddle, Raft, Punt: On rivers.",
        "",
        "* one source · † only in the original article · facts checked 20 Nov 2026",
    ]


def test_a_map_of_60_cells_folds_names_but_no_start(tmp_path: Path) -> None:
    assert screen(tmp_path, columns=60)[2:12] == [
        "SEASON 2",
        "  Japan            Kawa Stream     Sat 9 Jan 2027, 18:00",
        "                   Kawa TV         Sun 10 Jan 2027",
        "  The United       Paddle,         January 2027*",
        "  States           Raft†, Canoe,",
        "                   Kayak",
        "  Donaudampfschi   Donaudampfsch   start not stated",
        "  fffahrtsland     ifffahrtsgese",
        "                   llschaft*",
        "",
    ]


def test_a_map_of_fewer_cells_has_services_and_starts_below_the_place(tmp_path: Path) -> None:
    lines = screen(tmp_path, columns=59)
    assert lines[2:17] == [
        "SEASON 2",
        "Japan",
        "  Kawa Stream",
        "    Sat 9 Jan 2027, 18:00",
        "  Kawa TV",
        "    Sun 10 Jan 2027",
        "The United States",
        "  Paddle, Raft†, Canoe, Kayak",
        "    January 2027*",
        "Donaudampfschifffahrtsland",
        "  Donaudampfschifffahrtsgesellschaft*",
        "    start not stated",
        "",
        "  Kawa Stream: stream.example",
        "  Kawa TV: television.example · Japanese",
    ]


@pytest.mark.parametrize("query", ["japan", "kawa"])
def test_one_country_has_its_services_with_languages_and_sites(tmp_path: Path, query: str) -> None:
    lines = screen(tmp_path, query, columns=80)
    assert lines[1:5] == [
        "",
        "  Season 2   Kawa Stream   Sat 9 Jan 2027, 18:00   stream.example",
        "             Kawa TV       Sun 10 Jan 2027         Japanese",
        "                                                   television.example",
    ]


def test_one_country_of_60_cells_folds_its_sites(tmp_path: Path) -> None:
    assert screen(tmp_path, "japan", columns=60)[2:7] == [
        "  Season 2   Kawa        Sat 9 Jan 2027, 18:00   stream.exam",
        "             Stream                              ple",
        "             Kawa TV     Sun 10 Jan 2027         Japanese",
        "                                                 television.",
        "                                                 example",
    ]


def test_a_terminal_with_links_has_them_in_place_of_sites(tmp_path: Path) -> None:
    for query in ("", "japan"):
        lines = screen(tmp_path, query, columns=80, NO_COLOR="", FORCE_COLOR="1")
        text = "\n".join(lines)
        assert re.findall(r"\x1b\]8;;(https[^\x1b]*)\x1b\\(.*?)\x1b\]8;;\x1b", text) == [
            ("https://www.stream.example/still-water/", "Kawa Stream"),
            ("https://television.example/8", "Kawa TV"),
        ]
        assert not re.search(r"(?<![./])(stream|television)\.example", text)


def test_a_service_in_several_countries_is_a_map_of_them(tmp_path: Path) -> None:
    lines = screen(tmp_path, "ka", columns=80)
    assert lines[1:3] == ["", "SEASON 2"]


def test_a_map_in_japanese_has_the_languages_in_japanese(tmp_path: Path) -> None:
    for query in ("", "kawa"):
        text = "\n".join(screen(tmp_path, query, columns=80, MEDALIST_LANG="ja"))
        assert "日本語" in text
        assert "Japanese" not in text
