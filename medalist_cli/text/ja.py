"""Japanese. `text.language.Language` says what each function returns.

Notes are in full-width brackets, the weekday of a date in narrow ones, as Japanese apps write them.
"""

# ruff: noqa: D103 - the docstrings are those of the protocol

import datetime as dt
import re
from collections.abc import Sequence

from medalist_cli.model.dataset import Confidence
from medalist_cli.text import en

_WEEKDAYS = "月火水木金土日"
_UNITS = {
    "year": "年", "month": "か月", "day": "日", "hour": "時間", "minute": "分", "second": "秒",
    "episode": "話", "fact": "件",
}  # fmt: skip
_VERBS = {
    "aired": "放送", "announced": "発表", "awarded": "受賞", "began": "開始", "ended": "終了",
    "held": "開催", "opened": "公開", "premiered": "放送開始", "released": "公開",
}  # fmt: skip
_VERBS_OF_KIND = {
    ("began", "stream"): "配信開始",
    ("opened", "event"): "開幕",
    ("released", "volume"): "発売",
}
"""Verbs that Japanese has another word for where a milestone is of that kind."""
_USUAL_VERBS = {
    "season": "放送", "episode": "放送", "stream": "配信開始", "film": "公開", "event": "開催",
    "volume": "発売", "news": "",
}  # fmt: skip
"""What a milestone did, by its kind, where the dataset has no verb; of news, nothing is said."""
_PLACES = {
    "America/Los_Angeles": "アメリカ", "America/New_York": "アメリカ",
    "America/Sao_Paulo": "ブラジル", "America/Toronto": "カナダ", "Asia/Hong_Kong": "香港",
    "Asia/Jakarta": "インドネシア", "Asia/Kolkata": "インド", "Asia/Manila": "フィリピン",
    "Asia/Seoul": "韓国", "Asia/Shanghai": "中国", "Asia/Singapore": "シンガポール",
    "Asia/Taipei": "台湾", "Asia/Tokyo": "日本", "Australia/Sydney": "オーストラリア",
    "Europe/Berlin": "ドイツ", "Europe/London": "イギリス", "Europe/Madrid": "スペイン",
    "Europe/Paris": "フランス", "Europe/Rome": "イタリア",
}  # fmt: skip
_CITIES = {
    "America/Los_Angeles": "ロサンゼルス", "America/New_York": "ニューヨーク",
    "America/Sao_Paulo": "サンパウロ", "America/Toronto": "トロント", "Asia/Hong_Kong": "香港",
    "Asia/Jakarta": "ジャカルタ", "Asia/Kolkata": "コルカタ", "Asia/Manila": "マニラ",
    "Asia/Seoul": "ソウル", "Asia/Shanghai": "上海", "Asia/Singapore": "シンガポール",
    "Asia/Taipei": "台北", "Asia/Tokyo": "東京", "Australia/Sydney": "シドニー",
    "Europe/Berlin": "ベルリン", "Europe/London": "ロンドン", "Europe/Madrid": "マドリード",
    "Europe/Paris": "パリ", "Europe/Rome": "ローマ",
}  # fmt: skip
"""Cities of the same zones; other cities are written in Latin letters."""

CODE = "ja"

PHRASES = {
    # headings
    "Cast of {show}": "{show} キャスト",
    "Episodes of {show}": "{show} 放送リスト",
    "Episodes of {show} season {season}": "{show} 第{season}期 放送リスト",
    "Links about {show}": "{show} リンク集",
    "Watch {show} {id}: {title}": "{show}を見る {id}：{title}",
    "What to expect": "見どころ",
    "All sources": "出典一覧",
    "Changes in {show}": "{show} 変更点",
    "Rewatch plan for {goal}: {amount}": "「{goal}」までの見返しプラン：{amount}",
    "{episodes}, about {hours}": "{episodes}、約{hours}",
    "Schedule of {show}": "{show} スケジュール",
    "Search results for “{words}”": "「{words}」の検索結果",
    "Seasons of {show}": "{show} シーズン一覧",
    "Seen so far": "視聴状況",
    "Skating glossary": "フィギュアスケート用語集",
    "Songs of {show}": "{show} 主題歌",
    "Source {id}": "出典 {id}",
    "Sources for {what}": "「{what}」の出典",
    "Staff of {show}": "{show} スタッフ",
    "Timeline of {show}": "{show} 年表",
    "Where sources disagree": "情報源の食い違い",
    "Where to watch {show}": "{show}の視聴方法",
    "Where to watch {show} in {country}": "{show}の視聴方法（{country}）",
    "{show}: season {season} episode {episode}": "{show} 第{season}期 第{episode}話",
    "{show}: the story so far": "{show} これまでのあらすじ",
    # lines below a list
    "Coming up: {text}": "今後の予定：{text}",
    "How we know: {text}": "根拠：{text}",
    "New in season {number}: {names}": "第{number}期の新キャラクター：{names}",
    "Season {number}: no source names a service in {country}.": (
        "第{number}期：{country}の配信サービスは見つかっていません。"
    ),
    "Where season {number} ends: {ending}": "第{number}期の結末：{ending}",
    # notes
    "all spoilers": "ネタバレ",
    "nothing is hidden; `medalist seen S1E10` hides what comes after S1E10": (
        "非表示の内容はありません。`medalist seen S1E10` でS1E10より後を隠せます"
    ),
    "remembered, but {name} ({seen}) comes first": "記録しましたが、{name}（{seen}）を優先します",
    "spoilers up to {last}; hide later ones with `medalist seen {first}` or --seen {first}": (
        "{last}までのネタバレを含みます。"
        "`medalist seen {first}` または --seen {first} で、それより後を隠せます"
    ),
    "left out, no exact date: {titles}": "日付が未確定のため省略：{titles}",
    "spoilers after {seen}": "{seen}より後のネタバレ",
    "{after} hidden ({amount})": "{after}を非表示にしています（{amount}）",
    "{show}: {line}": "{show}：{line}",
    # the first screen
    "all dates, past and upcoming": "これまでと今後の日程",
    "characters and voice actors": "キャラクターと声優",
    "the story so far": "これまでのあらすじ",
}
_LABELS = {
    # parts of screens
    "coming_up": "今後の予定",
    "how_sure": "日付の根拠",
    "try": "使ってみる",
    "where_to_watch": "視聴方法",
    "your_time": "現地時間",
    # fixed words
    "as_far_as_known": "「第1期のみ」などは、わかっている範囲です",
    "day_unknown": "日付不明",
    "everywhere": "全世界",
    "key_episode": "重要回",
    "new": "新",
    "not_stated": "記載なし",
    "on_air": "放送中",
    "out": "公開済み",
    "quit": "終了",
    "scheduled": "予定、変更の可能性あり",
    "start_unknown": "開始日不明",
    "tba": "未定",
    "to_be_announced": "日程未定",
    "today": "今日",
    "unknown": "不明",
    "yes": "はい",
    # kinds of links and songs
    "link_database": "データベース",
    "link_music": "音楽",
    "link_official": "公式",
    "link_trailer": "予告・PV",
    "official_site": "公式サイト",
    "song_ending": "エンディング",
    "song_insert": "挿入歌",
    "song_opening": "オープニング",
    "song_theme": "主題歌",
    # fields
    "actor": "声優",
    "air_date": "放送日",
    "aliases": "愛称・別名",
    "also": "同日",
    "also_airing": "同時期の作品",
    "also_on": "その他の放送局",
    "anchor": "基準の日程",
    "arc": "章",
    "arcs": "章",
    "arrangement": "編曲",
    "article_says": "元記事",
    "artist": "アーティスト",
    "as_of": "事実確認日",
    "as_printed": "英語での表記",
    "audio": "音声",
    "breakdown": "残り時間",
    "broadcaster": "放送局",
    "bucket": "時期",
    "character": "キャラクター",
    "claim": "裏付ける日付",
    "claims": "日付の根拠",
    "clock": "時刻",
    "command": "コマンド",
    "confidence": "裏付け",
    "countries": "国",
    "date": "日付",
    "dated": "日付の裏付け",
    "days": "日数",
    "days_max": "最大日数",
    "dub": "英語版声優",
    "dubs": "吹替版",
    "earliest": "放送局の時刻",
    "earliest_unix": "最早（UNIX時間）",
    "end": "最終回",
    "ending": "結末",
    "episode": "話",
    "episodes": "話数",
    "everywhere_except": "対象外の国",
    "evidence": "根拠",
    "expect": "見どころ",
    "facts": "使用箇所",
    "field": "項目",
    "group": "分野",
    "happened": "実施済み",
    "headline": "主要",
    "hours": "時間",
    "id": "ID",
    "inferred": "推定",
    "introduces": "初登場",
    "key": "重要回",
    "kind": "種類",
    "latest": "最遅",
    "latest_unix": "最遅（UNIX時間）",
    "left": "残り",
    "links": "リンク",
    "local": "現地時間",
    "lyrics": "作詞",
    "manga": "原作",
    "meaning": "意味",
    "milestone": "日程",
    "minutes": "分",
    "months": "月数",
    "music": "作曲",
    "name": "名前",
    "new_confidence": "現在の裏付け",
    "new_cast": "新キャラクター",
    "next": "次の話",
    "note": "備考",
    "now": "現在",
    "number": "通算",
    "old": "旧",
    "old_confidence": "以前の裏付け",
    "others_say": "他の情報源",
    "percent": "経過",
    "planned": "予定",
    "precision": "精度",
    "premise": "あらすじ",
    "published": "公開日",
    "publisher": "掲載元",
    "region": "国・地域",
    "released": "発売日",
    "remarks": "スタッフのコメント",
    "role": "役割",
    "runtime_minutes": "放送枠",
    "schema_version": "形式の版",
    "season": "期",
    "seasons": "期",
    "seconds": "秒",
    "seen": "視聴済み",
    "service": "サービス",
    "show": "作品",
    "slot": "放送時間",
    "songs": "主題歌",
    "sources": "出典",
    "staff_changes": "スタッフの交代",
    "start": "開始",
    "starts": "開始",
    "state": "状態",
    "status": "区分",
    "studio": "制作会社",
    "summary": "あらすじ",
    "tagline": "キャッチコピー",
    "term": "用語",
    "text": "本文",
    "title": "タイトル",
    "title_latin": "ローマ字",
    "topic": "項目",
    "trailers": "予告・PV",
    "translated": "私訳",
    "unconfirmed": "実施未確認",
    "url": "URL",
    "verb": "内容",
    "verdict": "結論",
    "was": "以前の日付",
    "when": "発表された日時",
    "years": "年数",
    "zone": "タイムゾーン",
    "zones": "タイムゾーン",
}
_TERMS = {
    # confidence
    "two-sources": "2件以上の情報源",
    "one-source": "1件の情報源",
    "seed-only": "元記事のみ",
    # states
    "tba": "未定",
    "upcoming": "予定",
    "window": "まもなく",
    "live": "放送中",
    "past": "済",
    # kinds of milestones
    "season": "シーズン",
    "episode": "各話",
    "stream": "配信",
    "film": "映画",
    "event": "イベント",
    "volume": "発売",
    "news": "ニュース",
    # kinds of songs and links
    "opening": "オープニング",
    "ending": "エンディング",
    "insert": "挿入歌",
    "theme": "主題歌",
    "official": "公式",
    "trailer": "予告・PV",
    "music": "音楽",
    "database": "データベース",
    # what there is to hear
    "Japanese": "日本語",
    "English": "英語",
    "English dub": "英語吹替",
    # what a search finds
    "character": "キャラクター",
    "actor": "声優",
    "voice": "英語版声優",
    "staff": "スタッフ",
    "country": "国",
    "service": "サービス",
    "milestone": "日程",
    "arc": "章",
    "song": "曲",
    "term": "用語",
    "link": "リンク",
    "show": "作品",
    "manga": "漫画",
    "dub": "吹替版",
    "remark": "コメント",
    "also airing": "同時期の作品",
    "conflict": "食い違い",
    "source": "出典",
    # what became of a fact
    "moved": "日程変更",
    "surer": "確度向上",
    "less sure": "確度低下",
    "changed": "変更",
    "appeared": "追加",
    "went": "削除",
    # where a dataset is
    "bundled": "同梱データ",
    "installed": "導入データ",
    # how far someone has watched
    "none": "なし",
    "all": "すべて",
    # what became of a credit
    "new": "新規",
    "returning": "続投",
    "promoted": "昇格",
    "replaced": "交代",
}
_DOUBTS = {"two-sources": "", "one-source": "情報源1件", "seed-only": "未確認"}
_LEGEND = {"one-source": "情報源1件", "seed-only": "元記事のみ"}


def pick(en: str | None, ja: str | None) -> str | None:
    return ja or en


def label(field: str) -> str:
    if field in _LABELS:
        return _LABELS[field]
    if field.endswith("_ja"):
        return f"{label(field.removesuffix('_ja'))}（日本語）"
    outer, dot, inner = field.partition(".")
    return f"{label(outer)}・{label(inner)}" if dot else en.label(field)


def term(field: str, value: str) -> str:
    only = re.fullmatch("season-([0-9]+)-only", value)
    if field == "status" and only:
        return f"第{only[1]}期のみ"
    return _TERMS.get(value, value)


def labelled(label: str) -> str:
    return f"{label}："


def listed(parts: Sequence[str], *, are_phrases: bool = False) -> str:  # noqa: ARG001 - one way
    # Lines are only broken at spaces, and Latin words would be split elsewhere.
    return (", " if all(map(str.isascii, parts)) else "、").join(parts)


def stopped(text: str) -> str:
    return f"{text.rstrip('.。')}。"


def day(day: dt.date, *, year: bool = True) -> str:
    text = f"{day.month}月{day.day}日({weekday(day)})"
    return f"{day.year}年{text}" if year else text


def weekday(day: dt.date) -> str:
    return _WEEKDAYS[day.weekday()]


def date(text: str, *, weekday: bool = True) -> str:
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        shown = day(dt.date(*parts))
        return shown if weekday else shown.partition("(")[0]
    return f"{parts[0]}年{parts[1]}月" if len(parts) == 2 else f"{parts[0]}年"


def days(first: str, last: str) -> str:
    if len(first) == len(last) == 10 and first[:4] == last[:4]:
        return f"{date(first)}〜{date(last).partition('年')[2]}"
    return f"{date(first)}〜{date(last)}"


def clocked(day: str, clock: str) -> str:
    return f"{day} {clock}"


def moment(moment: dt.datetime, *, year: bool = True) -> str:
    return f"{day(moment, year=year)} {moment:%H:%M}"


def abbreviation(moment: dt.datetime) -> str:
    return en.abbreviation(moment)


def offset(moment: dt.datetime) -> str:
    return en.offset(moment)


def place(zone: str) -> str:
    return _PLACES.get(zone, zone)


def city(zone: str) -> str:
    return _CITIES.get(zone) or en.city(zone)


def date_in(place: str) -> str:
    return f"{place}の日付"


def announced_as(day: dt.date, clock: str) -> str:
    return f"発表は{day.month}月{day.day}日({_WEEKDAYS[day.weekday()]}) {clock}"


def amount(number: int, unit: str) -> str:
    return f"{number}{plural(number, unit)}"


def plural(number: int, unit: str, *, ago: bool = False) -> str:  # noqa: ARG001 - one form
    name = _UNITS.get(unit, unit)
    return f"{name}前" if ago else name


def near(days: int, day: dt.date) -> str:
    return ("今日", "明日")[days] if days < 2 else f"{_WEEKDAYS[day.weekday()]}曜日"


def in_time(near: str, parts: tuple[str, ...]) -> str:
    left = f"あと{''.join(parts)}"
    return f"{near}、{left}" if near else left


def on_day(days: int, near: str, date: str) -> str:
    return f"{near}、{date}" if near and days < 2 else f"{in_days(days)}、{date}"


def in_days(days: int) -> str:
    return "明日" if days == 1 else f"あと{days}日"


def some_time(date: str) -> str:
    return f"{date}中"


def days_away(first: int, last: int) -> str:
    return f"あと{first}〜{last}日"


def inside(precision: str, date: str) -> str:
    if precision == "day":
        return f"今日、{date}"
    return f"今月中、{date}" if precision == "month" else f"今年中、{date}"


def within_days(days: int) -> str:
    return f"あと{days}日以内" if days else "遅くとも今日"


def on_air(minute: int, runtime: int) -> str:
    return f"放送中、{runtime}分枠の{minute}分目"


def _verb(verb: str | None, kind: str) -> str:
    if verb is None:
        return _USUAL_VERBS[kind]
    return _VERBS_OF_KIND.get((verb, kind)) or _VERBS[verb]


def opening(verb: str | None, kind: str, place: str) -> str:
    what = f"{_verb(verb, kind)}予定"
    return f"{place}で{what}" if place else what


def ago(number: int, unit: str) -> str:
    match unit, number:
        case "day", 0:
            return "今日"
        case "day", 1:
            return "昨日"
        case "minute", 0:
            return "たった今"
    return f"{amount(number, unit)}前"


def happened(verb: str | None, kind: str, ago: str, date: str) -> str:
    when = "、".join(filter(None, (ago, date)))
    did = _verb(verb, kind)
    return f"{when}{'に' if date else '、'}{did}" if did else when


def on_unknown_day(verb: str | None, kind: str) -> str:
    did = _verb(verb, kind)
    return f"{did}済み、日付は不明" if did else "日付は不明"


def was_scheduled(ago: str, date: str, checked: str) -> str:
    when = "、".join(filter(None, (ago, date)))
    return f"{when}の予定でした（{checked}以降は未確認）"


def was_planned(ago: str, date: str) -> str:
    when = "、".join(filter(None, (ago, date)))
    return f"{when}の予定でした（実施は未確認）"


def noted(said: str, notes: tuple[str, ...]) -> str:
    if not notes:
        return said
    if said.endswith("）"):
        return f"{said[:-1]}、{'、'.join(notes)}）"
    return f"{said}（{'、'.join(notes)}）"


def sentence(title: str, said: str) -> str:
    return f"{title} — {_without_repetition(title, said)}"


def footnote(title: str, verb: str | None, said: str) -> str:  # noqa: ARG001 - the title has it
    return f"{title}：{_without_repetition(title, said)}"


def _without_repetition(title: str, said: str) -> str:
    """Return what is said of a title, without a verb that the title ends with."""
    verbs = (*_VERBS.values(), *_VERBS_OF_KIND.values())
    found = max((verb for verb in verbs if title.endswith(verb)), key=len, default="")
    return re.sub(f"[に、]{found}(?=（|$)", "", said) if found else said


def short_days(first: int, last: int) -> str:
    return f"{first}日" if first == last else f"{first}〜{last}日"


def short_clock(seconds: int, *, ticking: bool) -> str:
    if seconds >= 3600:
        return f"{seconds // 3600}時間{seconds % 3600 // 60:02}分"
    if ticking:
        return f"{seconds // 60}分{seconds % 60:02}秒"
    return f"{seconds // 60}分" if seconds >= 60 else "1分未満"


def short_state(state: str, precision: str | None) -> str:
    match state:
        case "window":
            return {"day": "今日", "month": "今月"}.get(precision or "", "今年")
        case "live":
            return "放送中"
        case "tba":
            return "未定"
        case _:
            return "済"


def doubt(confidence: Confidence) -> str:
    return _DOUBTS[confidence]


def legend(confidence: Confidence) -> str:
    return _LEGEND.get(confidence, "")


def checked(as_of: dt.date, origin: str | None = None) -> str:
    said = f"事実確認：{date(as_of.isoformat(), weekday=False)}"
    return noted(said, (_TERMS.get(origin, origin),) if origin else ())


def claim(by: str | None, checked: dt.date | None, confidence: Confidence) -> str:
    said = by or _TERMS[confidence]
    return noted(said, (f"{date(checked.isoformat(), weekday=False)}確認",)) if checked else said


def song(title: str, other: str | None, artist: str) -> str:
    return f"「{title}」{f'（{other}）' if other else ''}{artist}"


def dub(language: str) -> str:
    return f"{language}吹替版"


def change(role: str, before: str | None, now: str | None) -> str:
    holder = now or "不明"
    return f"{role}：{before} → {holder}" if before else f"{role}：{holder}（新設）"


def arc(name: str, first: int, last: int, chapters: str | None = None) -> str:
    episodes = f"第{first}〜{last}話" if first != last else f"第{first}話"
    return noted(name, (episodes, f"原作{chapters}話") if chapters else (episodes,))


def neighbour(title: str, studio: str | None, start: str | None) -> str:
    return noted(title, tuple(filter(None, (studio, start and f"{start}から"))))


def episode(number: int) -> str:
    return f"第{number}話"


def season(number: int) -> str:
    return f"第{number}期"


def numbered(season: int, episode: int, title: str | None) -> str:
    return f"第{season}期 第{episode}話" + (f"「{title}」" if title else "")


def and_more(number: int) -> str:
    return f"ほか{number}件"


def quoted(text: str) -> str:
    return f"「{text}」"


def wait_done(percent: int) -> str:
    return f"{percent}%経過"


def moved(date: str) -> str:
    return f"{date}から変更"


def moved_by(days: int) -> str:
    return f"{days:+}日"


def announced(date: str) -> str:
    return f"{date}発表"


def key(key: str, does: str) -> str:
    return f"{key} {label(does)}"
