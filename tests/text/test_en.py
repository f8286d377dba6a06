"""English: labels, dates, zones and the words of the data's codes."""

import datetime as dt

import pytest

from medalist_cli.dates.zones import zone
from medalist_cli.text import en


@pytest.mark.parametrize(
    ("field", "label"),
    [
        ("url", "URL"),
        ("id", "ID"),
        ("dub", "English voice"),
        ("air_date", "Air date"),
        ("name_ja", "Name in Japanese"),
        ("start.date", "Start date"),
        ("link_official", "Official"),
        ("link_music", "Music video"),
        ("link_fan_art", "Fan art"),
        ("song_opening", "Opening"),
        ("song_ending", "Ending"),
        ("song_insert", "Insert song"),
        ("song_theme", "Theme song"),
        ("official_site", "Official site"),
        ("how_sure", "How sure?"),
        ("scheduled", "scheduled, may change"),
        ("start_unknown", "start not stated"),
        ("tba", "TBA"),
        ("today", "today"),
    ],
)
def test_a_field_has_a_label_in_plain_words(field: str, label: str) -> None:
    assert en.label(field) == label


@pytest.mark.parametrize(
    ("field", "code", "text"),
    [
        ("status", "new", "new"),
        ("status", "season-1-only", "season 1 only"),
        ("state", "live", "on air"),
        ("state", "tba", "TBA"),
        ("state", "window", "any day now"),
        ("confidence", "seed-only", "only the original article"),
        ("kind", "film", "film"),
    ],
)
def test_a_code_of_the_data_is_written_in_plain_words(field: str, code: str, text: str) -> None:
    assert en.term(field, code) == text


@pytest.mark.parametrize(
    ("date", "written", "short"),
    [
        ("2026-01-24", "Sat 24 Jan 2026", "24 Jan 2026"),
        ("2026-02", "February 2026", "February 2026"),
        ("2026", "2026", "2026"),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(date: str, written: str, short: str) -> None:
    assert (en.date(date), en.date(date, weekday=False)) == (written, short)


@pytest.mark.parametrize(
    ("first", "last", "span"),
    [
        ("2026-01-24", "2026-03-21", "Sat 24 Jan – Sat 21 Mar 2026"),
        ("2025-12-27", "2026-03-21", "Sat 27 Dec 2025 – Sat 21 Mar 2026"),
        ("2026-01", "2026-03", "January 2026 – March 2026"),
    ],
)
def test_a_span_of_days_has_the_year_once(first: str, last: str, span: str) -> None:
    assert en.days(first, last) == span


@pytest.mark.parametrize(
    ("name", "offset", "abbreviation"),
    [
        ("Europe/Paris", "UTC+1", "CET"),
        ("Asia/Kolkata", "UTC+5:30", "IST"),
        ("America/Sao_Paulo", "UTC-3", "UTC-3"),
        ("UTC", "UTC", "UTC"),
    ],
)
def test_a_zone_is_named_by_letters_or_by_its_offset(
    name: str, offset: str, abbreviation: str
) -> None:
    moment = dt.datetime(2026, 1, 24, 12, tzinfo=zone(name))
    assert (en.offset(moment), en.abbreviation(moment)) == (offset, abbreviation)


@pytest.mark.parametrize(
    ("name", "city", "place"),
    [
        ("Europe/Paris", "Paris", "France"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires", "America/Argentina/Buenos_Aires"),
        ("Etc/GMT+3", "", "Etc/GMT+3"),
        ("UTC", "", "UTC"),
        ("Asia/Tokyo", "Tokyo", "Japan"),
    ],
)
def test_a_zone_has_a_city_and_a_country(name: str, city: str, place: str) -> None:
    assert (en.city(name), en.place(name)) == (city, place)


@pytest.mark.parametrize(
    ("title", "verb", "said", "footnote"),
    [
        (
            "Season 2 premiere",
            "premiered",
            "premiered 3 days ago",
            "Season 2 premiered 3 days ago.",
        ),
        ("Disc release", "released", "released 3 days ago", "Disc released 3 days ago."),
        ("Season 2 premiere", None, "aired 3 days ago", "Season 2 premiere: aired 3 days ago."),
        ("The Movie", "opened", "opened 3 days ago", "The Movie: opened 3 days ago."),
        ("Season 2 premiere", "premiered", "tomorrow", "Season 2 premiere: tomorrow."),
    ],
)
def test_a_footnote_is_a_sentence_that_says_nothing_twice(
    title: str, verb: str | None, said: str, footnote: str
) -> None:
    assert en.footnote(title, verb, said) == footnote


@pytest.mark.parametrize(
    ("before", "now", "text"),
    [
        ("A", "B", "art: A → B"),
        (None, "B", "art: B (new post)"),
        ("A", None, "art: A → unknown"),
    ],
)
def test_a_change_of_staff_says_who_follows_whom(
    before: str | None, now: str | None, text: str
) -> None:
    assert en.change("art", before, now) == text


def test_records_are_written_on_one_line() -> None:
    assert [
        en.song("Pull", None, "The Slides"),
        en.song("Nagisa", "なぎさ", "Kawabe Choir"),
        en.arc("The Tide", 1, 2),
        en.arc("The Tide", 3, 3, "10–15"),
        en.neighbour("The Clockmaker's Cat", None, None),
        en.neighbour("The Clockmaker's Cat", "Second Hand", "January 2027"),
        en.claim("Kawa TV", None, "one-source"),
        en.claim(None, dt.date(2026, 10, 2), "one-source"),
        en.checked(dt.date(2026, 10, 2)),
        en.checked(dt.date(2026, 10, 2), "installed"),
        en.legend("two-sources"),
        en.dub("English"),
        en.numbered(1, 2, None),
        en.numbered(1, 2, "Catch a Crab"),
        en.episode(2),
        en.season(1),
        en.and_more(3),
        en.quoted("Pull"),
        en.wait_done(40),
        en.moved("2026"),
        en.moved_by(-7),
        en.moved_by(1),
        en.announced("October 2026"),
        en.plural(2, "day", ago=True),
        en.plural(1, "day"),
        en.key("q", "quit"),
    ] == [
        "“Pull” — The Slides",
        "“Nagisa” (なぎさ) — Kawabe Choir",
        "The Tide (episodes 1–2)",
        "The Tide (episode 3, chapters 10–15)",
        "The Clockmaker's Cat",
        "The Clockmaker's Cat (Second Hand), from January 2027",
        "Kawa TV",
        "one source (2 Oct 2026)",
        "facts checked 2 Oct 2026",
        "facts checked 2 Oct 2026 (installed)",
        "",
        "English dub",
        "Season 1 episode 2",
        "Season 1 episode 2: Catch a Crab",
        "Episode 2",
        "Season 1",
        "3 more",
        "“Pull”",
        "40 % of the wait",
        "moved from 2026",
        "-7 days",
        "+1 day",
        "announced October 2026",
        "days ago",
        "day",
        "q quit",
    ]


def test_a_label_a_list_and_a_sentence_end_as_english_has_it() -> None:
    assert [en.labelled("How sure?"), en.labelled("Story")] == ["How sure? ", "Story: "]
    assert en.listed(["a", "b"]) == "a, b"
    assert en.listed(["a, b", "c"], are_phrases=True) == "a, b; c"
    assert [en.stopped("The end"), en.stopped("The end.")] == ["The end.", "The end."]
