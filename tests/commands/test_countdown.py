"""`medalist countdown`: how long until a milestone."""

import json
from typing import Any

import pytest
from conftest import NOW, Program, Rows, Valid

KEYS = [
    "schema_version", "id", "title", "title_ja", "kind", "headline", "state", "bucket", "planned",
    "unconfirmed", "precision", "when", "earliest", "latest", "earliest_unix", "latest_unix",
    "seconds", "days", "days_max", "breakdown", "percent", "now", "zone", "local", "zones", "text",
    "anchor", "claims", "was", "confidence", "sources", "as_of", "runtime_minutes", "season",
    "also", "happened", "note",
]  # fmt: skip


def test_the_text_has_the_answer_the_clocks_and_the_anchor(rower: Program) -> None:
    assert rower("countdown", "season-2-stream", "-f", "text", "--tz", "Europe/Paris") == (
        0,
        (
            "Season 2 streaming start — in 1 month, 18 days, 5 hours (one source)\n"
            "Your time: Sat 9 Jan 2027, 18:00 (Paris, UTC+1)\n"
            "Japan: Sun 10 Jan, 02:00 JST (announced as Sat 26:00)\n"
            "Official site: https://still-water.example/\n"
            "Season 2 premiere: in 1 month, 18 days, 4 hours, 30 minutes.\n"
        ),
        "",
    )


def test_what_is_over_has_no_sources_of_its_date(rower: Program) -> None:
    assert rower("countdown", "film", "-f", "text", now="2029-02-01") == (
        0,
        (
            "Still Water Eight: The Regatta — was scheduled for 2028; not checked since"
            " 20 Nov 2026\n"
            "Official site: https://still-water.example/\n"
            "Season 2 premiere: was scheduled for Sat 9 Jan 2027, 754 days ago; not checked since"
            " 20 Nov 2026.\n"
        ),
        "",
    )


def test_forced_colour_is_in_labels_and_answer(rower: Program) -> None:
    out = rower("countdown", "film", "-f", "text", "--color", "always").out
    assert out == (
        "\x1b[1;32mStill Water Eight: The Regatta — some time in 2028"
        " (405 to 770 days away)\x1b[0m\n"
        "\x1b[36mHow sure?\x1b[0m 2028 — official announcement\n"
        "\x1b[36mOfficial site:\x1b[0m https://still-water.example/\n"
        "Season 2 premiere: in 1 month, 18 days, 4 hours, 30 minutes.\n"
    )


def test_the_anchor_has_no_second_line_of_itself(rower: Program) -> None:
    out = rower("countdown", "-f", "text").out
    assert out.count("Season 2 premiere") == 1


def test_json_has_the_promised_keys_in_order(rows: Rows) -> None:
    assert [key for key in rows("countdown") if key in KEYS] == KEYS


def test_json_tells_a_minute_to_the_second(rows: Rows) -> None:
    found = rows("countdown", "--tz", "Europe/Paris", now="2026-12-31T23:59:58Z")
    assert {key: found[key] for key in KEYS} == {
        "schema_version": 1,
        "id": "season-2-premiere",
        "title": "Season 2 premiere",
        "title_ja": None,
        "kind": "season",
        "headline": True,
        "state": "upcoming",
        "bucket": "month",
        "planned": True,
        "unconfirmed": False,
        "precision": "minute",
        "when": {"date": "2027-01-09", "clock": "25:30", "zone": "Asia/Tokyo"},
        "earliest": "2027-01-10T01:30:00+09:00",
        "latest": "2027-01-10T01:30:00+09:00",
        "earliest_unix": 1799512200,
        "latest_unix": 1799512200,
        "seconds": 750602,
        "days": 8,
        "days_max": 8,
        "breakdown": {
            "years": 0, "months": 0, "days": 8, "hours": 16, "minutes": 30, "seconds": 2,
        },
        "percent": 98,
        "now": "2027-01-01T00:59:58+01:00",
        "zone": "Europe/Paris",
        "local": "2027-01-09T17:30:00+01:00",
        "zones": [{"zone": "Europe/Paris", "local": "2027-01-09T17:30:00+01:00", "days": 8}],
        "text": "Season 2 premiere — in 8 days, 16 hours, 30 minutes",
        "anchor": None,
        "claims": [],
        "was": [],
        "confidence": "two-sources",
        "sources": ["gazette", "club-site"],
        "as_of": "2026-11-20",
        "runtime_minutes": 30,
        "season": 2,
        "also": [],
        "happened": False,
        "note": None,
    }  # fmt: skip


def test_json_has_what_each_group_of_sources_claims(rows: Rows) -> None:
    (claim,) = rows("countdown", "film")["claims"]
    assert (claim["when"]["date"], claim["official"], claim["by"]) == (
        "2028",
        True,
        "official announcement",
    )


def test_json_has_where_a_date_stood_before_it_moved(rows: Rows) -> None:
    (earlier,) = rows("countdown", "stage-play")["was"]
    assert (earlier["when"]["date"], earlier["as_of"]) == ("2026-04-18", "2026-01-10")


def test_json_says_that_nobody_confirmed_an_event(rows: Rows) -> None:
    assert rows("countdown", "rowing-day")["unconfirmed"] is True


def test_json_tells_of_the_anchor_beside_another_target(rows: Rows) -> None:
    assert rows("countdown", "film")["anchor"] == {
        "id": "season-2-premiere",
        "title": "Season 2 premiere",
        "state": "upcoming",
        "seconds": 4163400,
        "days": 48,
        "text": "Season 2 premiere — in 1 month, 18 days, 4 hours, 30 minutes",
    }


def test_json_of_the_unannounced_has_null_for_numbers(rows: Rows) -> None:
    found = rows("countdown", "third-season")
    last = KEYS.index("percent")
    unknown = ["bucket", *KEYS[KEYS.index("precision") : last + 1], "local"]
    assert {key: found[key] for key in unknown} == dict.fromkeys(unknown)


def test_json_of_a_year_counts_to_its_first_and_last_day(rows: Rows) -> None:
    found = rows("countdown", "film")
    assert (found["precision"], found["days"], found["days_max"]) == ("year", 405, 770)


def test_json_writes_utc_as_z(rows: Rows) -> None:
    assert rows("countdown", "--tz", "UTC")["now"] == "2026-11-22T12:00:00Z"


@pytest.mark.parametrize(
    ("now", "state", "bucket"),
    [
        ("2026-11-22T12:00:00Z", "upcoming", "far"),
        ("2026-12-09T16:30:01Z", "upcoming", "month"),
        ("2027-01-02T16:30:01Z", "upcoming", "week"),
        ("2027-01-08T16:30:01Z", "upcoming", "day"),
        ("2027-01-09T16:29:59Z", "upcoming", "hour"),
        ("2027-01-09T16:30:00Z", "live", None),
        ("2027-01-09T16:59:59Z", "live", None),
        ("2027-01-09T17:00:00Z", "past", None),
    ],
)
def test_json_tells_the_state_and_how_near_it_is(
    rows: Rows, now: str, state: str, bucket: str | None
) -> None:
    found = rows("countdown", "season-2-premiere", now=now)
    assert (found["state"], found["bucket"]) == (state, bucket)


@pytest.mark.parametrize(
    ("now", "target"),
    [
        (NOW, "season-2-premiere"),
        ("2027-01-09T16:59:59Z", "season-2-premiere"),
        ("2027-01-09T17:00:00Z", "film"),
        ("2030-01-01", "film"),
    ],
)
def test_without_a_target_it_is_the_anchor_then_the_next_headline(
    rows: Rows, now: str, target: str
) -> None:
    assert rows("countdown", now=now)["id"] == target


@pytest.mark.parametrize(
    ("words", "target"),
    [
        (["film"], "film"),
        (["next"], "rowing-day"),
        (["s2e2"], "s2e2"),
        (["the", "regatta"], "film"),
        (["volume", "manga"], "manga-volume-5"),
        (["THIRD"], "third-season"),
        (["season", "2", "streaming"], "season-2-stream"),
        (["season", "3"], "third-season"),
        (["2x1"], "s2e1"),
        (["episode", "5"], "s2e2"),
        (["第5話"], "s2e2"),
        (["劇場版"], "film"),
        (["蟹を取る"], "s1e2"),
        (["ashes"], "s1e3"),
    ],
)
def test_words_mean_the_milestone_they_name(rows: Rows, words: list[str], target: str) -> None:
    assert rows("countdown", *words)["id"] == target


def test_several_milestones_of_that_name_are_a_usage_error_that_names_them(rower: Program) -> None:
    assert rower("countdown", "premiere") == (
        2,
        "",
        (
            "medalist: error: 'premiere' is ambiguous: season-2-premiere, season-1-premiere\n"
            "Use one of these ids, or more words of the title.\n"
        ),
    )


def test_an_ambiguous_target_names_the_three_likeliest_and_how_many_there_are(
    medalist: Program,
) -> None:
    assert medalist("countdown", "trailer") == (
        2,
        "",
        (
            "medalist: error: 'trailer' is ambiguous:"
            " season-2-pv2, season-2-pv1, season-2-teaser (4 in all)\n"
            "Use one of these ids, or more words of the title.\n"
        ),
    )


def test_an_unknown_target_is_a_usage_error_that_suggests_a_near_word(rower: Program) -> None:
    assert rower("countdown", "regata") == (
        2,
        "",
        "medalist: error: nothing called 'regata'\nDid you mean regatta?\n",
    )


def test_a_target_like_nothing_leads_to_the_schedule(rower: Program) -> None:
    assert rower("countdown", "foo") == (
        2,
        "",
        "medalist: error: nothing called 'foo'\n`medalist schedule` lists all dates.\n",
    )


@pytest.mark.parametrize("words", [["season", "4"], ["s4"], ["第4期"], ["s4e1"]])
def test_a_season_that_nobody_announced_ends_with_1_and_names_the_next_headline(
    rower: Program, words: list[str]
) -> None:
    assert rower("countdown", *words) == (
        1,
        "",
        (
            "medalist: error: no season 4 has been announced (facts checked 20 Nov 2026)\n"
            "Next: Season 2 premiere (medalist countdown season-2-premiere)\n"
        ),
    )


def test_an_episode_that_nobody_knows_ends_with_1(rower: Program) -> None:
    assert rower("countdown", "99") == (
        1,
        "",
        "medalist: error: no episode 99 is known\n`medalist episode` lists all.\n",
    )


def test_a_hidden_title_is_not_found(rower: Program) -> None:
    ended = rower("countdown", "ashes", "--seen", "S1E2")
    assert (ended.code, ended.out) == (2, "")
    assert "nothing called 'ashes'\n`medalist schedule`" in ended.err


def test_next_with_nothing_left_ends_with_1(medalist: Program) -> None:
    ended = medalist("countdown", "next", now="2150-01-01")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith("medalist: error: nothing is left to come")


def test_several_zones_make_a_watch_party(rower: Program) -> None:
    zones = ("America/New_York", "Europe/Paris", "Asia/Tokyo")
    ended = rower("countdown", "-f", "text", *(part for zone in zones for part in ("--tz", zone)))
    assert ended.out.splitlines()[1:4] == [
        "Your time: Sat 9 Jan 2027, 11:30 (New York, UTC-5)",
        "Paris: Sat 9 Jan, 17:30 CET",
        "Japan: Sun 10 Jan, 01:30 JST (announced as Sat 25:30)",
    ]


def test_json_has_an_entry_for_every_zone(rows: Rows) -> None:
    found = rows("countdown", "--tz", "America/New_York", "--tz", "Asia/Tokyo")
    assert (found["zone"], [each["zone"] for each in found["zones"]]) == (
        "America/New_York",
        ["America/New_York", "Asia/Tokyo"],
    )


def test_a_template_is_one_line_of_the_keys_it_names(rower: Program) -> None:
    template = "{{{id}}} {breakdown.days}/{days} {anchor} {bucket}"
    ended = rower("countdown", "--template", template)
    assert ended == (0, "{season-2-premiere} 18/48 unknown far\n", "")


def test_a_template_evaluates_nothing(rower: Program) -> None:
    ended = rower("countdown", "--template", "{id.__class__} {0} {id!r} {days:>9}")
    assert (ended.code, ended.out) == (2, "")


def test_a_template_with_an_unknown_key_is_misuse_that_lists_the_known(rower: Program) -> None:
    ended = rower("countdown", "--template", "{dayz}")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(
        "medalist: error: --template: unknown key 'dayz'\nKnown: schema_version, id,"
    )


@pytest.mark.parametrize("template", ["{days", "days}", "{", "}", "{{}"])
def test_a_single_brace_in_a_template_is_a_usage_error(rower: Program, template: str) -> None:
    ended = rower("countdown", "--template", template)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("medalist: error: --template: unmatched ")


@pytest.mark.parametrize(
    ("width", "line"),
    [
        ("80", "Season 2 premiere — in 1 month, 18 days, 4 hours, 30 minutes"),
        ("59", "Season 2 premiere 48d"),
        ("21", "Season 2 premiere 48d"),
        ("20", "48d"),
        ("3", "48d"),
        ("2", ""),
        ("0", ""),
    ],
)
def test_a_width_chooses_the_longest_wording_that_fits(
    rower: Program, width: str, line: str
) -> None:
    assert rower("countdown", "-f", "text", "--width", width) == (0, f"{line}\n", "")


def test_waybar_has_the_state_and_the_bucket_as_classes(rower: Program) -> None:
    shown = json.loads(rower("countdown", "-f", "waybar").out)
    assert (shown["class"], shown["percentage"]) == (["upcoming", "far"], 89)


def test_discord_has_a_stamp_for_a_minute(rower: Program) -> None:
    assert rower("countdown", "-f", "discord") == (
        0,
        "**Season 2 premiere** <t:1799512200:F> (<t:1799512200:R>)\n",
        "",
    )


def test_discord_has_no_stamp_for_a_year(rower: Program) -> None:
    assert "<t:" not in rower("countdown", "film", "-f", "discord").out


def test_a_past_plan_is_told_as_one(rower: Program) -> None:
    ended = rower("countdown", "s2e2", "-f", "text", now="2027-02-01")
    said = "Season 2 episode 2 — was scheduled for Sat 16 Jan 2027, 16 days ago; not checked since"
    assert ended.out.startswith(said)


def test_an_unknown_zone_is_misuse(rower: Program) -> None:
    ended = rower("countdown", "--tz", "Asia/Kyoto")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("medalist: error: --tz: unknown time zone 'Asia/Kyoto'")


@pytest.mark.parametrize("now", ["tomorrow", "2026-13-01", "2026-11-22T12:00:60Z", "2026"])
def test_a_time_that_is_none_is_misuse(rower: Program, now: str) -> None:
    ended = rower("countdown", "--now", now)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"medalist: error: --now: invalid time '{now}'")


@pytest.mark.parametrize(
    ("now", "seconds"),
    [
        ("2027-01-09T16:30:00Z", 0),
        ("2027-01-10T01:30+09:00", 0),
        ("2027-01-10T01:29:59.999+09:00", 1),
        ("2027-01-10", -23400),
    ],
)
def test_now_is_read_in_the_readers_zone_unless_it_has_one(
    rows: Rows, now: str, seconds: int
) -> None:
    found = rows("countdown", "season-2-premiere", "--now", now, "--tz", "Europe/Paris")
    assert found["seconds"] == seconds


@pytest.mark.parametrize("target", ["season-2-premiere", "film", "series-event", "s2e9", "next"])
def test_the_real_countdowns_fit_their_schema(medalist: Program, valid: Valid, target: str) -> None:
    found: Any = valid("countdown", medalist("countdown", target, "--json").out)
    assert [key for key in found if key in KEYS] == KEYS


def test_every_of_nothing_is_misuse(medalist: Program) -> None:
    ended = medalist("countdown", "--follow", "--every", "0s")
    assert (ended.code, ended.out) == (2, "")


def test_the_bundled_dataset_is_not_written_over(medalist: Program) -> None:
    path = medalist("data", "path").out.strip()
    ended = medalist("countdown", "-o", path, "--force")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == f"medalist: error: --output: {path} is what medalist reads from\n"
