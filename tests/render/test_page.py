"""The ticking page and the pages of lists, in a real browser whose clock the tests set.

Tests that need a browser are thorough; they skip without Playwright, Chromium or axe-core.
"""

import datetime as dt
import functools
import http.server
import json
import os
import re
import threading
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest
from conftest import ROOT, answered
from jinja2 import UndefinedError

from medalist_cli.model.dataset import Dataset, Link, When
from medalist_cli.model.result import Countdown
from medalist_cli.model.rows import LinkRow, as_row
from medalist_cli.queries import countdown as queries
from medalist_cli.render import Form, _page, render
from medalist_cli.terminal import Terminal
from medalist_cli.text import en, ja

CASES = json.loads((Path(__file__).parent / "page_cases.json").read_text(encoding="utf-8"))
SHOTS = os.environ.get("SHOTS")
"""A folder for pictures of the pages, to look at; unset: none are taken."""

Page = Any
"""Playwright's page; its types are not there where it is not installed."""
Visit = Callable[..., Page]

TOKYO = "Asia/Tokyo"
PREMIERE = {
    "kind": "season",
    "runtime_minutes": 30,
    "when": {"date": "2026-01-24", "clock": "25:30", "zone": TOKYO},
}
FILM = {
    "kind": "film",
    "title_ja": "劇場版 メダリスト",
    "note": "Set after season 2.",
    "when": {"date": "2027-02-19", "zone": TOKYO},
    "claims": [
        {
            "when": {"date": "2027-02-19", "zone": TOKYO},
            "by": "one tracker",
            "by_ja": "トラッカー1件",
            "checked": "2026-09-07",
            "sources": ["a"],
            "confidence": "one-source",
        },
        {
            "when": {"date": "2027", "zone": TOKYO},
            "official": True,
            "sources": ["b"],
            "confidence": "two-sources",
        },
    ],
    "was": [{"when": {"date": "2027-02-12", "zone": TOKYO}, "as_of": "2026-06-01"}],
}
HOSTILE = "</script><img src=x onerror=alert(1)>\u202egpj.\u2028&amp;{{7*7}}"


def link(title: str, url: str) -> LinkRow:
    """Return a link with nothing else known of it."""
    link = Link(kind="official", title=title, url=url, sources=(), confidence="seed-only")
    return as_row(LinkRow, link)


LINKS = (link("公式 site", "https://medalist-pr.com/"),)
ANNOUNCED = When(date="2025-03-30", zone=TOKYO)


def count_of(
    milestone: dict[str, Any],
    now: str,
    zone: str = "Europe/Paris",
    as_of: str = "2026-11-22",
    title: str = "A title",
    zones: tuple[str, ...] = (),
) -> Any:
    """Return the countdown that the program makes of one milestone."""
    record = {"id": "x", "title": title, "sources": [], "confidence": "two-sources", **milestone}
    dataset = msgspec.convert(
        {
            "schema_version": 2,
            "as_of": as_of,
            "show": {"id": "show", "title": "Show"},
            "anchor": "x",
            "milestones": [record],
        },
        Dataset,
    )
    moment = dt.datetime.fromisoformat(now).astimezone(ZoneInfo(zone))
    asked = tuple(map(ZoneInfo, zones))
    return queries.countdown(dataset, dataset.milestones[0], moment, asked)


OTHER = count_of(
    {"kind": "season", "when": {"date": "2026-01-24", "zone": TOKYO}},
    "2026-01-20T10:00:00Z",
    title="Season 2 premiere",
)


def html(result: Countdown) -> str:
    """Return the page of a countdown."""
    return render(result, Form("html"), Terminal(width=None))


def bare_page(count: Any) -> str:
    """Return the page of a countdown with nothing around it."""
    return html(Countdown(notes=(), count=count))


def page_of(
    milestone: dict[str, Any],
    now: str = "2026-01-20T10:00:00Z",
    links: tuple[LinkRow, ...] = LINKS,
    anchor: Any = OTHER,
    **more: Any,
) -> str:
    """Return the page of a milestone with links and another milestone below it."""
    count = count_of(milestone, now, **more)
    return html(Countdown(notes=(), count=count, announced=ANNOUNCED, links=links, anchor=anchor))


@pytest.fixture
def visit(browser: Any, tmp_path: Path) -> Iterator[Visit]:
    """Return a function that opens a page as a visitor does, at a time and a place.

    Time stands still until a test moves it; without `timers` the page's own still run.
    Whatever the page asks for, says on the console or does against its policy fails the test.
    """
    contexts: list[Any] = []
    wrong: list[str] = []
    requests: list[str] = []

    def visit(
        text: str,
        now: str | None = None,
        *,
        zone: str = "Europe/Paris",
        locale: str = "en-GB",
        timers: bool = True,
        **more: Any,
    ) -> Page:
        path = tmp_path / f"{len(contexts)}.html"
        path.write_text(text, encoding="utf-8")
        context = browser.new_context(timezone_id=zone, locale=locale, **more)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: wrong.append(f"console: {said.text}"))
        page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
        page.on("dialog", lambda dialog: wrong.append(f"dialog: {dialog.message}"))
        page.on("request", lambda asked: requests.append(asked.url))
        page.add_init_script(
            "addEventListener('securitypolicyviolation',"
            " (e) => console.error('policy: ' + e.violatedDirective))"
        )
        moment = dt.datetime.fromisoformat(now) if now else None
        if moment and not timers:
            page.clock.set_fixed_time(moment)
        elif moment:
            # It runs from where it is installed, and can only be paused at a later time.
            page.clock.install(time=moment - dt.timedelta(minutes=1))
            page.clock.pause_at(moment)
        page.goto(path.as_uri())
        return page

    yield visit
    for context in contexts:
        context.close()
    assert wrong == []
    assert len(requests) == len(contexts)


def said(page: Page, place: str = "#big") -> str:
    """Return what a place of the page says, on one line."""
    return re.sub(r"\s+", " ", page.inner_text(place)).strip()


def bare(text: str) -> str:
    """Return a text without the commas, which languages set differently."""
    return text.replace(",", "")


# The rules that the script shares with html.py


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_page_without_its_script_says_what_the_case_expects(case: dict[str, Any]) -> None:
    count = count_of(case["milestone"], case["now"], case["zone"], case["as_of"])
    text = bare_page(count)
    big, lead = (
        re.sub(r"<[^>]+>", "", text.partition(start)[2].partition(end)[0]).partition(">")[2]
        for start, end in (('<div id="big"', "</div>"), ('<p id="lead"', "</p>"))
    )
    found: dict[str, Any] = {key: getattr(count, key) for key in ("state", "days", "days_max")}
    found |= {"big": " ".join(big.split()), "lead": lead}
    assert found == {key: case["expect"][key] for key in found}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_script_says_what_the_case_expects(case: dict[str, Any], visit: Visit) -> None:
    # The page is made a year before; all that is right is the script's.
    made = count_of(case["milestone"], "2025-01-01T00:00:00Z", "Etc/UTC", case["as_of"])
    text = bare_page(made)
    page = visit(text, case["now"], zone=case["zone"])
    found = page.evaluate("face(d, Date.now(), zone)")
    expect = {key: case["expect"][key] for key in ("state", "days", "days_max", "seconds")}
    if case["expect"]["minute"]:
        expect["minute"] = found.get("minute") and case["expect"]["minute"]
    found["days_max"] = found.pop("most", None)
    assert {key: found.get(key) for key in expect} == expect
    assert said(page) == case["expect"]["big"]
    assert bare(said(page, "#lead")) == bare(case["expect"]["lead"])


# How a page is written


@pytest.mark.parametrize(
    ("minutes", "shown"),
    [
        (0, "UTC"),
        (1, "UTC+0:01"),
        (60, "UTC+1"),
        (330, "UTC+5:30"),
        (-210, "UTC−3:30"),
        (-300, "UTC−5"),
    ],
)
def test_an_offset_has_hours_and_only_odd_minutes(minutes: int, shown: str) -> None:
    zone = dt.timezone(dt.timedelta(minutes=minutes))
    assert _page.offset(dt.datetime(2027, 1, 9, tzinfo=zone)) == shown


@pytest.mark.parametrize("scheme", ["https", "http"])
def test_a_link_leads_to_a_page(scheme: str) -> None:
    link = _page.Link(text="a<凪b凪, c", url=f'{scheme}://x.example/"')
    text = 'a&lt;<span lang="ja">凪</span>b<span lang="ja">凪</span>, c'
    assert _page.anchor(link) == f'<a href="{scheme}://x.example/&#34;">{text}</a>'
    assert _page.anchor(_page.Link(text="a<凪b凪, c", url="javascript:x")) == text


def test_data_in_a_page_has_nothing_that_ends_it() -> None:
    shown = r'{"a":"X\u003c\u003e\u0026\u2028\u2029","c":[null]}'
    assert _page.data_block({"a": "X<>&\u2028\u2029", "b": None, "c": [None]}) == shown


def test_a_page_without_a_value_that_it_needs_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        _page.render(
            "records/records.html.j2",
            ("page.css",),
            language=en,
            title="",
            headers=[],
            rows=[],
            pairs=None,
            afterword=[],
        )


# The page without a browser


def lines_of(text: str) -> list[str]:
    """Return the lines that a page shows without its script and its styles."""
    shown = re.sub(r"<[^>]+>", "", text.partition("<main>")[2].partition("<script")[0])
    return [" ".join(unescape(line).split()) for line in shown.splitlines() if line.strip()]


def data_of(text: str) -> dict[str, Any]:
    """Return what a page tells its script, without the words."""
    block = text.partition('id="data">')[2].partition("</script>")[0]
    found: dict[str, Any] = json.loads(block)
    assert list(found.pop("labels")) == ["en", "ja"]
    return found


def test_the_page_of_a_day_is_whole_without_its_script() -> None:
    announced = {"date": "2025-03-30", "zone": TOKYO}
    assert lines_of(page_of({**FILM, "announced": announced}, "2026-11-22T12:00:00Z")) == [
        "A title",
        "劇場版 メダリスト",
        "89 days",
        "opens Fri 19 Feb 2027 (date in Japan)",
        "counted Sun 22 Nov 2026, 13:00 UTC+1",
        "announced Sun 30 Mar 2025 87% of the wait",
        "How sure?",
        "Fri 19 Feb 2027",
        "one tracker (7 Sep 2026)",
        "2027",
        "official announcement",
        "was",
        "Fri 12 Feb 2027 (as of 1 Jun 2026)",
        "Set after season 2.",
        "Links",
        "公式 site",
        "Season 2 premiere: Sat 24 Jan 2026",
        "facts checked 22 Nov 2026",
    ]


def test_in_japanese_it_has_japanese_titles_dates_and_words() -> None:
    count = count_of(FILM, "2026-11-22T12:00:00Z")
    links = (msgspec.structs.replace(LINKS[0], title_ja="公式サイト"),)
    shown = Countdown(notes=(), count=count, links=links, anchor=OTHER)
    text = render(shown, Form("html", language=ja), Terminal(width=None))
    assert lines_of(text) == [
        "劇場版 メダリスト",
        "A title",
        "89 日",
        "2027年2月19日(金) 公開 （日本の日付）",
        "計算日時 2026年11月22日(日) 13:00 UTC+1",
        "確かさ",
        "2027年2月19日(金)",
        "トラッカー1件 (2026年9月7日)",
        "2027年",
        "公式発表",
        "以前の予定",
        "2027年2月12日(金) (確認日 2026年6月1日)",
        "Set after season 2.",
        "リンク",
        "公式サイト",
        "Season 2 premiere: 2026年1月24日(土)",
        "情報の確認日 2026年11月22日",
    ]


def test_a_wait_that_has_just_begun_is_at_0_percent() -> None:
    announced = {"date": "2025-03-30", "zone": TOKYO}
    text = page_of({**FILM, "announced": announced}, "2025-03-30T12:00:00Z")
    assert '<progress id="bar" value="0.0" ' in text
    assert "announced Sun 30 Mar 2025 0% of the wait" in lines_of(text)


def test_what_is_over_has_no_wait_and_what_has_no_date_is_no_anchor() -> None:
    undated = count_of({"kind": "film"}, "2026-11-22T12:00:00Z")
    assert lines_of(page_of(PREMIERE, "2026-02-01T10:00:00Z", anchor=undated)) == [
        "A title",
        "8 days ago",
        "aired Sat 24 Jan 2026",
        "counted Sun 1 Feb 2026, 11:00 UTC+1",
        "Paris",
        "Sat 24 Jan 2026, 17:30 UTC+1",
        "Japan",
        "Sun 25 Jan 2026, 01:30 UTC+9 (announced as Sat 25:30)",
        "How sure?",
        "Sat 24 Jan 2026",
        "two sources",
        "Links",
        "公式 site",
        "facts checked 22 Nov 2026",
    ]


@pytest.mark.parametrize(
    ("milestone", "known"),
    [
        (
            PREMIERE,
            {
                "precision": "minute",
                "start": 1769272200,
                "iso": "2026-01-24T16:30:00Z",
                "runtime": 30,
            },
        ),
        (
            {"kind": "event", "when": {"date": "2027-02", "zone": TOKYO}, "unconfirmed": True},
            {
                "precision": "month",
                "start": 1801407600,
                "iso": "2027-02",
                "planned": True,
                "unconfirmed": True,
                "zone": TOKYO,
                "first": "2027-02-01",
                "last": "2027-02-28",
            },
        ),
        ({"kind": "film", "happened": True}, {"happened": True}),
    ],
)
def test_the_script_is_told_what_it_needs(milestone: dict[str, Any], known: dict[str, Any]) -> None:
    shared = {"lang": "en", "title": "A title", "begin": 1743260400, "asOf": "2026-11-22"}
    assert data_of(page_of(milestone)) == shared | known


# A minute


def test_the_clock_ticks_every_second(visit: Visit) -> None:
    page = visit(page_of(PREMIERE), "2026-01-20T10:00:00Z")
    assert said(page) == "4 days 06 hours 30 minutes 00 seconds"
    page.clock.run_for(1000)
    assert said(page) == "4 days 06 hours 29 minutes 59 seconds"
    page.clock.run_for(1000)
    assert said(page) == "4 days 06 hours 29 minutes 58 seconds"


def test_the_clock_is_right_after_the_computer_slept(visit: Visit) -> None:
    page = visit(page_of(PREMIERE), "2026-01-20T10:00:00Z")
    page.clock.fast_forward("30:00:00")
    assert said(page) == "3 days 00 hours 30 minutes 00 seconds"


def test_it_goes_through_zero_to_on_air_and_to_aired(visit: Visit) -> None:
    page = visit(page_of(PREMIERE), "2026-01-24T16:29:58Z")
    assert said(page) == "2 seconds"
    assert page.get_attribute("#big", "role") == "timer"
    page.clock.run_for(2000)
    assert (said(page), said(page, "#lead")) == ("On air", "minute 1 of 30")
    page.clock.run_for(60_000)
    assert said(page, "#lead") == "minute 2 of 30"
    page.clock.run_for(29 * 60_000)
    assert (said(page), said(page, "#lead")) == ("30 minutes ago", "aired Sat, 24 Jan 2026")
    assert page.get_attribute("#big", "role") is None
    assert not page.is_visible("#bar")


def test_visitors_see_their_own_time_and_the_targets(visit: Visit) -> None:
    page = visit(page_of(PREMIERE), "2026-01-20T10:00:00Z", zone="America/New_York", locale="en-US")
    assert said(page, "#clocks") == (
        "Your time Sat, Jan 24, 2026, 11:30 AM EST "
        "Japan Sun, Jan 25, 2026, 1:30 AM GMT+9 (announced as Sat 25:30)"
    )


def test_a_page_made_in_japan_shows_others_their_own_time(visit: Visit) -> None:
    text = page_of(PREMIERE, zone=TOKYO, zones=(TOKYO, "Europe/Paris"))
    page = visit(text, "2026-01-20T10:00:00Z", zone="America/New_York")
    assert said(page, "#clocks").startswith("Your time Sat, 24 Jan 2026, 11:30")
    assert "Paris Sat, 24 Jan 2026, 17:30" in said(page, "#clocks")
    page = visit(text, java_script_enabled=False)
    assert said(page, "#clocks").count("01:30") == 1


def test_no_time_stands_twice(visit: Visit) -> None:
    page = visit(page_of(PREMIERE), "2026-01-20T10:00:00Z", zone=TOKYO)
    assert said(page, "#clocks").startswith("Japan ")
    assert said(page, "#clocks").count("01:30") == 1
    asked = page_of(PREMIERE, zones=("Europe/Paris", "America/New_York"))
    page = visit(asked, "2026-01-20T10:00:00Z", zone="America/New_York")
    assert said(page, "#clocks").count("11:30") == 1


def test_a_screen_reader_hears_no_seconds(visit: Visit) -> None:
    page = visit(page_of(PREMIERE), "2026-01-24T16:20:30Z")
    assert page.get_attribute("#big", "aria-live") == "off"
    assert page.get_attribute("#say", "aria-live") == "polite"
    page.evaluate(
        "new MutationObserver((all) => { window.heard = (window.heard || 0) + all.length })"
        ".observe(document.getElementById('say'), {childList: true})"
    )
    assert page.text_content("#say") == "10 minutes"
    page.clock.run_for(25_000)
    assert page.evaluate("window.heard") is None
    page.clock.run_for(60_000)
    assert page.evaluate("window.heard") == 1
    assert page.text_content("#say") == "9 minutes"
    assert page.title() == "9 minutes · A title"


# Coarser dates


@pytest.mark.parametrize("date", ["2027-02-19", "2027-02", "2027"])
def test_a_date_without_a_clock_gets_no_clock(visit: Visit, date: str) -> None:
    film = {"kind": "film", "when": {"date": date, "zone": TOKYO}}
    page = visit(page_of(film), "2026-11-22T12:00:00Z")
    text = page.inner_text("body")
    assert not re.search(r"\d:\d\d|hour|minute|second", text)
    assert page.get_attribute("#big", "role") is None
    page.clock.run_for(5000)
    assert page.inner_text("body") == text


def test_days_change_at_midnight_in_the_zone_of_the_date(visit: Visit) -> None:
    page = visit(page_of(FILM), "2026-11-22T14:58:30Z", zone="America/Los_Angeles")
    assert said(page) == "89 days"
    page.clock.run_for(89_000)
    assert said(page) == "89 days"
    page.clock.run_for(1000)
    assert said(page) == "88 days"


def test_a_plan_is_never_said_to_have_happened(visit: Visit) -> None:
    page = visit(page_of(FILM), "2027-02-19T14:59:00Z")
    assert said(page) == "today"
    page.clock.run_for(60_000)
    assert said(page) == "Date passed"
    assert said(page, "#lead") == (
        "was scheduled for Fri, 19 Feb 2027; not checked since 22 Nov 2026"
    )


# Languages


def test_in_japanese_labels_units_and_dates_are_japanese(visit: Visit) -> None:
    page = visit(page_of(PREMIERE), "2026-01-20T10:00:00Z", zone=TOKYO, locale="ja")
    assert page.get_attribute("html", "lang") == "ja"
    assert said(page) == "4 日 06 時間 30 分 00 秒"
    assert said(page, "#lead") == "2026年1月25日(日) 放送"
    assert said(page, "footer") == "情報の確認日 2026年11月22日"
    assert page.get_attribute("h1", "lang") == "en"
    page = visit(page_of(FILM), "2026-11-22T12:00:00Z", zone=TOKYO, locale="ja")
    assert "トラッカー1件 (2026年9月7日)" in said(page, "main")


def test_in_french_units_and_dates_are_french_and_labels_english(visit: Visit) -> None:
    page = visit(page_of(FILM), "2026-11-22T12:00:00Z", locale="fr")
    assert said(page) == "89 jours"
    assert said(page, "#lead") == "opens ven. 19 févr. 2027 (date in Japan)"
    assert page.get_attribute("#lead time", "lang") == "fr"
    assert page.get_attribute("html", "lang") == "en"


@pytest.mark.parametrize("locale", ["ar-EG", "th-TH", "fa-IR", "ru-RU", "he-IL"])
def test_other_calendars_digits_and_plurals_do_not_break_it(visit: Visit, locale: str) -> None:
    page = visit(page_of(PREMIERE), "2026-01-20T10:00:00Z", locale=locale)
    assert page.evaluate("face(d, Date.now(), zone)")["days"] == 4
    assert page.locator("#big > span").count() == 4


# Without the script


@pytest.mark.parametrize(
    "milestone", [PREMIERE, FILM, {"kind": "film"}], ids=["minute", "day", "tba"]
)
def test_without_javascript_the_text_is_whole(visit: Visit, milestone: dict[str, Any]) -> None:
    page = visit(page_of(milestone), java_script_enabled=False)
    text = said(page, "body")
    for part in ("公式 site", "Season 2 premiere: Sat 24 Jan 2026", "facts checked 22 Nov 2026"):
        assert part in text
    if milestone is FILM:
        assert "opens Fri 19 Feb 2027 (date in Japan)" in text
        assert (
            "How sure? Fri 19 Feb 2027 one tracker (7 Sep 2026) 2027 official announcement" in text
        )
        assert "was Fri 12 Feb 2027 (as of 1 Jun 2026)" in text
    if milestone is PREMIERE:
        assert "4 days 06 hours 30 minutes 00 seconds airs Sat 24 Jan 2026" in text
        assert "counted Tue 20 Jan 2026, 11:00 UTC+1" in text
        assert "Paris Sat 24 Jan 2026, 17:30 UTC+1" in text
        assert "Japan Sun 25 Jan 2026, 01:30 UTC+9 (announced as Sat 25:30)" in text
    assert page.locator("main").count() == page.locator("h1").count() == 1


# What it must not do


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_hostile_title_is_only_text(visit: Visit, script: bool) -> None:
    links = (link(HOSTILE, "javascript:alert(1)"), link("x", 'https://a/"><img src=y>'))
    anchor = msgspec.structs.replace(OTHER, title=HOSTILE)
    now = "2026-11-22T12:00:00Z"
    claim = {
        "when": {"date": "2027", "zone": TOKYO},
        "by": HOSTILE,
        "by_ja": HOSTILE,
        "sources": [],
        "confidence": "one-source",
    }
    milestone = {**PREMIERE, "title_ja": HOSTILE, "note": HOSTILE, "claims": [claim]}
    text = page_of(milestone, now, links, anchor, title=HOSTILE, as_of="2026-01-01")
    page = visit(text, now if script else None, java_script_enabled=script)
    assert page.locator("img, [onerror], a[href^=javascript]").count() == 0
    assert "</script><img src=x onerror=alert(1)><U+202E>gpj." in page.inner_text("h1")
    assert "\u202e" not in text
    assert "{{7*7}}" in text
    if script:
        assert page.evaluate("d.title") == page.inner_text("h1")


def test_the_policy_allows_the_two_texts_of_the_page_and_nothing_else(visit: Visit) -> None:
    page = visit(page_of(PREMIERE), "2026-01-20T10:00:00Z")
    policy = page.get_attribute("meta[http-equiv]", "content")
    assert re.fullmatch(
        r"default-src 'none'; style-src 'sha256-[\w+/]{43}='; script-src 'sha256-[\w+/]{43}=';"
        r" base-uri 'none'; form-action 'none'",
        policy,
    )


def test_the_policy_stops_what_is_injected(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    injected = "<script>window.bad = 1</script><img src=x onerror='window.bad = 2'></main>"
    path.write_text(page_of(PREMIERE).replace("</main>", injected), encoding="utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    assert page.evaluate("window.bad") is None
    page.close()


def test_served_over_http_it_asks_for_nothing_but_itself(browser: Any, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(page_of(PREMIERE), encoding="utf-8")
    asked: list[str] = []

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, _: str, *what: Any) -> None:
            asked.append(what[0])

    handler = functools.partial(Quiet, directory=tmp_path)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        page.wait_for_load_state("networkidle")
        page.close()
        server.shutdown()
    assert asked == ["GET / HTTP/1.1"]


@pytest.mark.parametrize("milestone", [PREMIERE, FILM], ids=["minute", "day"])
def test_the_page_is_small(milestone: dict[str, Any]) -> None:
    assert len(page_of(milestone).encode()) < 15_000


SOURCES = sorted(
    str(path.relative_to(ROOT / "medalist_cli" / "render"))
    for path in (ROOT / "medalist_cli" / "render").rglob("*.??*")
    if path.suffix in (".css", ".js")
)


@pytest.mark.parametrize("name", SOURCES)
def test_sources_keep_the_rules_that_make_them_lean(name: str) -> None:
    text = re.sub(_page._COMMENT, "", _page.source(name))
    assert not re.search(r"[\"`]|//|/\*", text)
    assert "</" not in text


def test_making_a_style_lean_does_not_change_it(browser: Any) -> None:
    page = browser.new_page()
    rules = (
        "(text) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(text);"
        " return [...sheet.cssRules].map((rule) => rule.cssText) }"
    )
    spaces = re.compile(r", ")
    names = [name for name in SOURCES if name.endswith(".css")]
    for name in names:
        whole, lean = (page.evaluate(rules, get(name)) for get in (_page.source, _page.lean))
        # Chromium keeps the spaces between the arguments of a function that has a variable.
        assert [spaces.sub(",", rule) for rule in lean] == [spaces.sub(",", rule) for rule in whole]
    assert len(names) == 3
    page.close()


# The first screen and lists


def printed(*arguments: str, now: str = "2026-11-22T12:00Z") -> str:
    """Return the page that a command prints about the invented show."""
    ended = answered(*arguments, "-f", "html", now=now)
    assert ended.code == 0
    return ended.out


def test_the_first_screen_ticks_and_shows_what_is_next(visit: Visit) -> None:
    page = visit(printed(now="2027-01-09T16:00Z"), "2027-01-09T16:29:59Z")
    assert said(page) == "1 second"
    page.clock.run_for(1000)
    assert said(page) == "On air"
    assert page.locator("h2").all_inner_texts()[-2:] == ["Coming up", "Where to watch"]
    assert "Sat, 9 Jan 2027, 18:00 CET Season 2 streaming start" in said(page, "main")


def test_a_list_is_a_real_table(visit: Visit) -> None:
    page = visit(printed("cast", "--names", "both", "--season", "2"))
    assert page.locator("table caption h1").inner_text() == "Cast of Still Water Eight (凪の八人)"
    headers = page.locator("thead th[scope=col]").all_inner_texts()
    assert headers[:2] == ["Character", "Voice actor"]
    assert page.locator("tbody th[scope=row]").count() == page.locator("tbody tr").count() > 1
    assert page.locator("tbody [lang=ja]").count() > 0
    assert page.locator("script, img").count() == 0
    assert "script-src" not in page.get_attribute("meta[http-equiv]", "content")


def test_a_row_links_to_its_own_page(visit: Visit) -> None:
    page = visit(printed("sources"))
    rows = json.loads(answered("sources", "--json").out)
    links = page.locator("tbody a")
    found = [links.nth(place).get_attribute("href") for place in range(links.count())]
    assert found == [row["url"] for row in rows if row["url"]]
    assert found


def test_dates_in_a_list_are_elements_of_the_same_precision(visit: Visit) -> None:
    page = visit(printed("schedule"))
    times = page.locator("tbody time")
    found = [times.nth(place).get_attribute("datetime") for place in range(times.count())]
    assert {len(each) for each in found} == {4, 7, 10, 20}
    assert "2027-01-09T16:30:00Z" in found
    page = visit(printed("where"))
    assert page.locator("tbody time").first.get_attribute("datetime") == "2027-01-09T17:00:00Z"


def test_one_record_is_a_sheet_with_a_line_for_each_field(visit: Visit) -> None:
    page = visit(printed("season", "2"))
    assert page.locator("table").count() == 0
    labels = page.locator("dl dt").all_inner_texts()
    assert {"Title", "Story", "Start"} <= set(labels)
    assert page.locator("dl dd").count() == len(labels)
    assert page.locator("dd time").first.get_attribute("datetime") == "2027-01-09"


# What people see

PAGES: dict[str, Callable[[], str]] = {
    "minute": lambda: page_of(PREMIERE),
    "day": lambda: page_of(FILM, "2026-11-22T12:00:00Z"),
    "tba": lambda: page_of({"kind": "film"}),
    "first screen": printed,
    "table": lambda: printed("cast", "--names", "both"),
    "prose": lambda: printed("recap"),
    "sheet": lambda: printed("season", "2"),
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_it_fits_the_screen_and_axe_finds_nothing_serious(
    visit: Visit, name: str, width: int, scheme: str
) -> None:
    page = visit(
        PAGES[name](),
        "2026-01-20T10:00:00Z",
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        timers=False,  # axe waits with them
    )
    if SHOTS:
        Path(SHOTS).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=f"{SHOTS}/{name}-{width}-{scheme}.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate(axe())
    found = page.evaluate("axe.run()")["violations"]
    assert [(one["id"], one["impact"]) for one in found] == []


def test_nothing_moves_for_those_who_want_no_motion(visit: Visit) -> None:
    for motion, name in (("reduce", "none"), ("no-preference", "live")):
        page = visit(page_of(PREMIERE), "2026-01-24T16:40:00Z", reduced_motion=motion)
        assert (
            page.evaluate("getComputedStyle(document.getElementById('big')).animationName") == name
        )


@functools.cache
def axe() -> str:
    """Return the text of axe-core: AXE names the file, else npm's folder here or above."""
    places = [Path(os.environ.get("AXE", "axe.min.js"))]
    places += [up / "node_modules/axe-core/axe.min.js" for up in (ROOT, *ROOT.parents)]
    found = next((path for path in places if path.is_file()), None)
    if found is None:
        pytest.skip("axe-core is not installed (npm install axe-core, or AXE=/path/axe.min.js)")
    return found.read_text(encoding="utf-8")
