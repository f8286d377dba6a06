"""Countdowns in Japanese and English: every state with every precision, side by side."""

import datetime as dt

import pytest
from msgspec import structs

from medalist_cli.dates.zones import zone
from medalist_cli.model.dataset import Dataset, Kind, Milestone, Show, Verb, When
from medalist_cli.model.rows import Countdown
from medalist_cli.queries import countdown
from medalist_cli.text import en, ja, wording
from medalist_cli.text.cells import width

PREMIERE = Milestone(
    id="premiere",
    title="Season 2 premiere",
    title_ja="第2期 放送開始",
    kind="season",
    verb="premiered",
    when=When(date="2026-01-24", clock="25:30", zone="Asia/Tokyo"),
    runtime_minutes=30,
    sources=(),
    confidence="two-sources",
)
FILM = structs.replace(
    PREMIERE,
    title="The Movie",
    title_ja="劇場版",
    kind="film",
    verb="opened",
    when=When(date="2027-02-19", zone="Asia/Tokyo"),
    confidence="one-source",
)


def count(
    milestone: Milestone, now: str, reader: str = "Europe/Paris", as_of: str = "2029-12-31"
) -> Countdown:
    dataset = Dataset(
        schema_version=2,
        as_of=dt.date.fromisoformat(as_of),
        show=Show(id="show", title="Show"),
        anchor=milestone.id,
        milestones=(milestone,),
    )
    moment = dt.datetime.fromisoformat(now).replace(tzinfo=zone(reader))
    return countdown.countdown(dataset, milestone, moment)


def film(date: str | None) -> Milestone:
    return structs.replace(FILM, when=When(date=date, zone="Asia/Tokyo") if date else None)


@pytest.mark.parametrize(
    ("now", "english", "japanese", "short"),
    [
        (
            "2025-01-22T12:00",
            "Season 2 premiere — in 1 year, 2 days, 5 hours, 30 minutes",
            "第2期 放送開始 — あと1年2日5時間30分",
            "367日",
        ),
        (
            "2025-11-20T17:30",
            "Season 2 premiere — in 2 months, 4 days",
            "第2期 放送開始 — あと2か月4日",
            "65日",
        ),
        (
            "2026-01-20T13:00",
            "Season 2 premiere — on Saturday, in 4 days, 4 hours, 30 minutes",
            "第2期 放送開始 — 土曜日、あと4日4時間30分",
            "4日",
        ),
        (
            "2026-01-23T16:29",
            "Season 2 premiere — tomorrow, in 1 day, 1 hour, 1 minute",
            "第2期 放送開始 — 明日、あと1日1時間1分",
            "25時間01分",
        ),
        (
            "2026-01-24T16:30",
            "Season 2 premiere — today, in 1 hour",
            "第2期 放送開始 — 今日、あと1時間",
            "1時間00分",
        ),
        (
            "2026-01-24T17:29",
            "Season 2 premiere — today, in 1 minute",
            "第2期 放送開始 — 今日、あと1分",
            "1分",
        ),
        (
            "2026-01-24T00:00",
            "Season 2 premiere — today, in 17 hours, 30 minutes",
            "第2期 放送開始 — 今日、あと17時間30分",
            "17時間30分",
        ),
        (
            "2026-01-24T16:30:01",
            "Season 2 premiere — today, in 59 minutes, 59 seconds",
            "第2期 放送開始 — 今日、あと59分59秒",
            "59分",
        ),
        (
            "2026-01-24T17:29:30",
            "Season 2 premiere — today, in 30 seconds",
            "第2期 放送開始 — 今日、あと30秒",
            "1分未満",
        ),
        (
            "2026-01-24T17:35",
            "Season 2 premiere — on air, minute 6 of 30",
            "第2期 放送開始 — 放送中、30分枠の6分目",
            "放送中",
        ),
        (
            "2026-01-24T18:10",
            "Season 2 premiere — premiered 40 minutes ago, Sat 24 Jan 2026",
            "第2期 放送開始 — 40分前、2026年1月24日(土)",
            "済",
        ),
        (
            "2026-01-25T09:30",
            "Season 2 premiere — premiered 16 hours ago, Sat 24 Jan 2026",
            "第2期 放送開始 — 16時間前、2026年1月24日(土)",
            "済",
        ),
        (
            "2026-01-25T18:00",
            "Season 2 premiere — premiered yesterday, Sat 24 Jan 2026",
            "第2期 放送開始 — 昨日、2026年1月24日(土)",
            "済",
        ),
        (
            "2026-04-22T12:00",
            "Season 2 premiere — premiered 88 days ago, on Sat 24 Jan 2026",
            "第2期 放送開始 — 88日前、2026年1月24日(土)",
            "済",
        ),
    ],
)
def test_a_minute_is_worded_in_both_languages(
    now: str, english: str, japanese: str, short: str
) -> None:
    exact = count(PREMIERE, now)
    assert wording.sentence(exact, en) == english
    assert wording.sentence(exact, ja) == japanese
    assert wording.short(exact, ja) == short


@pytest.mark.parametrize(
    ("date", "now", "english", "japanese", "short"),
    [
        (
            "2027-02-19",
            "2026-11-23T12:00",
            "The Movie — in 88 days, on Fri 19 Feb 2027 (date in Japan, one source)",
            "劇場版 — あと88日、2027年2月19日(金)（日本の日付、情報源1件）",
            "88日",
        ),
        (
            "2027-02-19",
            "2027-02-17T12:00",
            "The Movie — in 2 days, on Fri 19 Feb 2027 (date in Japan, one source)",
            "劇場版 — あと2日、2027年2月19日(金)（日本の日付、情報源1件）",
            "2日",
        ),
        (
            "2027-02-19",
            "2027-02-18T12:00",
            "The Movie — tomorrow, Fri 19 Feb 2027 (date in Japan, one source)",
            "劇場版 — 明日、2027年2月19日(金)（日本の日付、情報源1件）",
            "1日",
        ),
        (
            "2027-02-19",
            "2027-02-19T12:00",
            "The Movie — today, Fri 19 Feb 2027 (date in Japan, one source)",
            "劇場版 — 今日、2027年2月19日(金)（日本の日付、情報源1件）",
            "今日",
        ),
        (
            "2027-02-19",
            "2027-02-20T12:00",
            "The Movie — opened yesterday, Fri 19 Feb 2027 (one source)",
            "劇場版 — 昨日、2027年2月19日(金)に公開（情報源1件）",
            "済",
        ),
        (
            "2027-02-19",
            "2027-05-18T12:00",
            "The Movie — opened 88 days ago, on Fri 19 Feb 2027 (one source)",
            "劇場版 — 88日前、2027年2月19日(金)に公開（情報源1件）",
            "済",
        ),
        (
            "2027-02",
            "2026-11-22T12:00",
            "The Movie — some time in February 2027 (71 to 98 days away, one source)",
            "劇場版 — 2027年2月中（あと71〜98日、情報源1件）",
            "71〜98日",
        ),
        (
            "2027-02",
            "2027-02-19T12:00",
            "The Movie — some time this month (within 9 days, one source)",
            "劇場版 — 今月中、2027年2月（あと9日以内、情報源1件）",
            "今月",
        ),
        (
            "2027-02",
            "2027-02-28T12:00",
            "The Movie — some time this month (today at the latest, one source)",
            "劇場版 — 今月中、2027年2月（遅くとも今日、情報源1件）",
            "今月",
        ),
        (
            "2027-02",
            "2027-03-19T12:00",
            "The Movie — opened in February 2027 (one source)",
            "劇場版 — 2027年2月に公開（情報源1件）",
            "済",
        ),
        (
            "2027",
            "2026-11-22T12:00",
            "The Movie — some time in 2027 (40 to 404 days away, one source)",
            "劇場版 — 2027年中（あと40〜404日、情報源1件）",
            "40〜404日",
        ),
        (
            "2027",
            "2027-03-19T12:00",
            "The Movie — some time this year (within 287 days, one source)",
            "劇場版 — 今年中、2027年（あと287日以内、情報源1件）",
            "今年",
        ),
        (
            "2027",
            "2028-03-19T12:00",
            "The Movie — opened in 2027 (one source)",
            "劇場版 — 2027年に公開（情報源1件）",
            "済",
        ),
        (
            None,
            "2026-11-22T12:00",
            "The Movie — date to be announced (one source)",
            "劇場版 — 日程未定（情報源1件）",
            "未定",
        ),
    ],
)
def test_a_coarse_date_is_worded_in_both_languages(
    date: str | None, now: str, english: str, japanese: str, short: str
) -> None:
    coarse = count(film(date), now)
    assert wording.sentence(coarse, en) == english
    assert wording.sentence(coarse, ja) == japanese
    assert wording.short(coarse, ja) == short


def test_what_began_this_minute_has_no_date() -> None:
    brief = structs.replace(PREMIERE, runtime_minutes=None)
    assert wording.answer(count(brief, "2026-01-24T17:30:59"), ja) == "たった今、放送開始"
    assert wording.sentence(count(brief, "2026-01-24T17:30"), ja) == "第2期 放送開始 — たった今"


def test_a_day_of_25_hours_is_not_over_after_24() -> None:
    when = When(date="2026-10-25", clock="07:15", zone="Asia/Tokyo")
    early = structs.replace(PREMIERE, when=when)  # summer time ends at 03:00 in Paris
    text = wording.answer(count(early, "2026-10-25T23:30"), ja)
    assert text == "今日、2026年10月25日(日)に放送開始"


@pytest.mark.parametrize(
    ("kind", "verb", "said"),
    [("film", "opened", "公開済み、日付は不明"), ("news", None, "日付は不明")],
)
def test_what_happened_on_an_unknown_day_says_so(kind: Kind, verb: Verb | None, said: str) -> None:
    happened = structs.replace(film(None), kind=kind, verb=verb, happened=True)
    assert wording.answer(count(happened, "2026-11-22T12:00"), ja) == said


@pytest.mark.parametrize(
    ("now", "reader", "said"),
    [
        ("2025-11-22T12:00", "Europe/Paris", "日本で放送開始予定"),
        ("2025-11-22T12:00", "Asia/Tokyo", "放送開始予定"),
        ("2026-01-22T17:30", "Europe/Paris", "土曜日、あと2日"),
        ("2026-01-23T12:00", "Europe/Paris", "明日"),
    ],
)
def test_beside_the_title_stands_the_day_or_what_will_happen(
    now: str, reader: str, said: str
) -> None:
    assert wording.aside(count(PREMIERE, now, reader=reader), ja) == said


def test_a_plan_that_was_not_checked_since_says_so_once_in_brackets() -> None:
    planned = count(FILM, "2027-02-28T12:00", as_of="2026-11-22")
    assert wording.sentence(planned, ja) == (
        "劇場版 — 9日前、2027年2月19日(金)の予定でした（2026年11月22日以降は未確認、情報源1件）"
    )


def test_an_unconfirmed_date_is_not_said_to_have_happened() -> None:
    unconfirmed = structs.replace(FILM, unconfirmed=True)
    text = wording.answer(count(unconfirmed, "2027-02-28T12:00"), ja)
    assert text == "9日前、2027年2月19日(金)の予定でした（実施は未確認）"


@pytest.mark.parametrize(
    ("kind", "verb", "said"),
    [
        ("film", "opened", "公開"),
        ("event", "opened", "開幕"),
        ("volume", "released", "発売"),
        ("news", "released", "公開"),
        ("stream", "began", "配信開始"),
        ("news", "began", "開始"),
        ("news", "announced", "発表"),
        ("news", "awarded", "受賞"),
        ("event", "held", "開催"),
        ("season", "premiered", "放送開始"),
        ("episode", None, "放送"),
        ("film", None, "公開"),
    ],
)
def test_a_verb_is_the_one_that_fits_its_kind(kind: Kind, verb: Verb | None, said: str) -> None:
    past = structs.replace(film("2026"), kind=kind, verb=verb)
    assert wording.answer(count(past, "2027-02-19T12:00"), ja) == f"2026年に{said}"


def test_a_date_of_news_without_a_verb_is_the_date_alone() -> None:
    past = structs.replace(film("2026"), kind="news", verb=None)
    assert wording.answer(count(past, "2027-02-19T12:00"), ja) == "2026年"


def test_clocks_are_the_readers_then_the_broadcasters_on_30_hours() -> None:
    clocks = wording.clocks(count(PREMIERE, "2026-01-20T12:00"), ja)
    assert clocks == (
        ("現地時間", "2026年1月24日(土) 17:30（パリ、UTC+1）"),
        ("日本", "1月25日(日) 01:30 JST（発表は1月24日(土) 25:30）"),
    )


def test_a_reader_in_japan_has_one_clock() -> None:
    clocks = wording.clocks(count(PREMIERE, "2026-01-20T12:00", reader="Asia/Tokyo"), ja)
    assert clocks == (
        ("現地時間", "2026年1月25日(日) 01:30（東京、UTC+9、発表は1月24日(土) 25:30）"),
    )


def test_a_broadcast_time_is_written_on_the_30_hour_clock() -> None:
    assert PREMIERE.when
    assert wording.when(PREMIERE.when, ja) == "2026年1月24日(土) 25:30"


def test_a_clock_that_ticks_shows_seconds_in_the_last_hour() -> None:
    shown = [ja.short_clock(seconds, ticking=True) for seconds in (3600, 3599, 3540, 5)]
    assert shown == ["1時間00分", "59分59秒", "59分00秒", "0分05秒"]


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("第2期", "1日前、2026年1月24日(土)に放送開始（情報源1件）"),
        ("第2期 放送開始", "1日前、2026年1月24日(土)（情報源1件）"),
        ("第2期 開始", "1日前、2026年1月24日(土)に放送開始（情報源1件）"),
    ],
)
def test_a_footnote_has_no_verb_that_the_title_has(title: str, said: str) -> None:
    whole = "1日前、2026年1月24日(土)に放送開始（情報源1件）"
    assert ja.footnote(title, "premiered", whole) == f"{title}：{said}"
    assert ja.sentence(title, whole) == f"{title} — {said}"


def test_records_are_written_on_one_line() -> None:
    assert [
        ja.song("Pull", None, "ザ・スライズ"),
        ja.song("なぎさ", "Nagisa", "川辺合唱団"),
        ja.change("監督", "水瀬薫", "丹波五郎"),
        ja.change("監督", "水瀬薫", None),
        ja.change("監督", None, "丹波五郎"),
        ja.arc("潮", 1, 2),
        ja.arc("潮", 3, 3, "10–15"),
        ja.neighbour("時計屋の猫", None, None),
        ja.neighbour("時計屋の猫", "秒針", "2027年1月"),
        ja.claim("公式", None, "one-source"),
        ja.claim(None, dt.date(2026, 10, 2), "one-source"),
        ja.checked(dt.date(2026, 10, 2), "installed"),
        ja.checked(dt.date(2026, 10, 2), "bundled"),
        ja.legend("two-sources"),
        ja.dub("英語"),
        ja.numbered(1, 2, None),
        ja.numbered(1, 2, "蟹"),
        ja.episode(2),
        ja.season(1),
        ja.and_more(3),
        ja.moved("2026年"),
        ja.moved_by(-7),
        ja.key("q", "quit"),
    ] == [
        "「Pull」ザ・スライズ",
        "「なぎさ」（Nagisa）川辺合唱団",
        "監督：水瀬薫 → 丹波五郎",
        "監督：水瀬薫 → 不明",
        "監督：丹波五郎（新設）",
        "潮（第1〜2話）",
        "潮（第3話、原作10–15話）",
        "時計屋の猫",
        "時計屋の猫（秒針、2027年1月から）",
        "公式",
        "1件の情報源（2026年10月2日確認）",
        "事実確認：2026年10月2日（導入データ）",
        "事実確認：2026年10月2日（同梱データ）",
        "",
        "英語吹替版",
        "第1期 第2話",
        "第1期 第2話「蟹」",
        "第2話",
        "第1期",
        "ほか3件",
        "2026年から変更",
        "-7日",
        "q 終了",
    ]


def test_notes_go_into_the_brackets_that_are_there() -> None:
    assert ja.noted("劇場版（仮）", ()) == "劇場版（仮）"
    assert ja.noted("劇場版（仮）", ("日本の日付", "未確認")) == "劇場版（仮、日本の日付、未確認）"
    assert ja.noted("劇場版", ("日本の日付", "未確認")) == "劇場版（日本の日付、未確認）"


def test_tomorrow_is_said_without_its_date_where_that_does_not_fit() -> None:
    assert wording.fitting(count(FILM, "2027-02-18T12:00"), 20, ja) == "劇場版 — 明日"


@pytest.mark.parametrize(
    ("record", "kinds"),
    [
        ("song", ("opening", "ending", "insert", "theme")),
        ("link", ("official", "trailer", "music", "database")),
    ],
)
def test_a_kind_has_the_same_word_as_a_label_and_in_a_cell(
    record: str, kinds: tuple[str, ...]
) -> None:
    labels = [ja.label(f"{record}_{kind}") for kind in kinds]
    assert labels == [ja.term("kind", kind) for kind in kinds]


def test_texts_are_listed_and_stopped_as_their_script_asks() -> None:
    assert ja.listed(["s1e1", "s1e2"]) == "s1e1, s1e2"
    assert ja.listed(["いのり", "s1e2"]) == "いのり、s1e2"
    assert [ja.stopped(text) for text in ("終わり", "終わり。", "End.")] == [
        "終わり。",
        "終わり。",
        "End。",
    ]


@pytest.mark.parametrize(
    ("field", "code", "text"),
    [
        ("status", "season-12-only", "第12期のみ"),
        ("kind", "season-12-only", "season-12-only"),
        ("status", "returning", "続投"),
        ("status", "retired", "retired"),
        ("state", "live", "放送中"),
        ("audio", "English", "英語"),
    ],
)
def test_a_code_of_the_data_is_written_in_japanese(field: str, code: str, text: str) -> None:
    assert ja.term(field, code) == text


@pytest.mark.parametrize(
    ("text", "weekday", "expected"),
    [
        ("2027-02-19", True, "2027年2月19日(金)"),
        ("2027-02-19", False, "2027年2月19日"),
        ("2027-02", True, "2027年2月"),
        ("2027", True, "2027年"),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(text: str, weekday: bool, expected: str) -> None:
    assert ja.date(text, weekday=weekday) == expected


def test_a_span_in_one_year_names_the_year_once() -> None:
    assert ja.days("2026-01-24", "2026-03-21") == "2026年1月24日(土)〜3月21日(土)"
    assert ja.days("2025-12-24", "2026-03-21") == "2025年12月24日(水)〜2026年3月21日(土)"


@pytest.mark.parametrize("milestone", [PREMIERE, FILM, film("2027-02"), film("2027"), film(None)])
@pytest.mark.parametrize("now", ["2025-11-22T12:00", "2026-01-24T17:31", "2027-02-19T12:00"])
def test_a_width_is_never_exceeded_and_more_of_it_never_shows_less(
    milestone: Milestone, now: str
) -> None:
    shown = [width(wording.fitting(count(milestone, now), cells, ja)) for cells in range(121)]
    assert all(wide <= cells for cells, wide in enumerate(shown))
    assert shown == sorted(shown)
    assert shown[-1] == width(wording.sentence(count(milestone, now), ja))


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (61, "劇場版 — あと88日、2027年2月19日(金)（日本の日付、情報源1件）"),
        (60, "劇場版 — あと88日、2027年2月19日(金)（日本の日付）"),
        (48, "劇場版 — あと88日、2027年2月19日(金)"),
        (17, "劇場版 — あと88日"),
        (16, "劇場版 88日"),
        (11, "劇場版 88日"),
        (10, "あと88日"),
        (7, "88日"),
        (3, ""),
    ],
)
def test_a_width_counts_kanji_as_two_cells(cells: int, expected: str) -> None:
    assert wording.fitting(count(FILM, "2026-11-23T12:00"), cells, ja) == expected


def test_what_a_search_finds_has_a_word_for_its_kind() -> None:
    words = {
        "staff": "スタッフ",
        "country": "国",
        "service": "サービス",
        "milestone": "日程",
        "arc": "章",
        "term": "用語",
        "link": "リンク",
        "show": "作品",
        "manga": "漫画",
        "dub": "吹替版",
        "remark": "コメント",
        "also airing": "同時期の作品",
        "conflict": "食い違い",
        "source": "出典",
    }
    assert {kind: ja.term("kind", kind) for kind in words} == words


def test_fixed_words_are_japanese() -> None:
    assert (ja.label("everywhere"), ja.label("on_air")) == ("全世界", "放送中")
