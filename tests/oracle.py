"""Reference results for the tests: other programs, and slow but simple implementations."""

import calendar
import datetime as dt
import functools
import itertools
import re
import shutil
import subprocess
import unicodedata
from bisect import bisect
from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from medalist_cli.model.rows import Breakdown

ZONES = tuple(
    ZoneInfo(name)
    for name in (
        "Asia/Tokyo",
        "Europe/Paris",
        "America/New_York",
        "Australia/Lord_Howe",  # daylight saving time of half an hour
        "Pacific/Apia",  # skipped 30 December 2011
        "Africa/Casablanca",  # an hour less in Ramadan
        "UTC",
    )
)

DAY = dt.timedelta(days=1)
_MINUTE = dt.timedelta(minutes=1)
_HALF_DAY = 720

_MONTH_ENDS = [
    dt.datetime(year, month, day, tzinfo=dt.UTC)
    for year in (1999, 2024, 2027, 2096)
    for month, day in ((1, 29), (1, 31), (2, 28), (3, 1), (3, 31), (4, 30), (12, 31))
]


@functools.cache
def clock_changes(zone: ZoneInfo) -> tuple[dt.datetime, ...]:
    """Return the times, in UTC, at which a zone's clocks change in three sample years."""
    found = []
    for year in (2011, 2026, 2027):
        for half_day in range(2 * 365):
            begin = dt.datetime(year, 1, 1, tzinfo=dt.UTC) + half_day * DAY / 2

            def has_changed(minutes: int, begin: dt.datetime = begin) -> bool:
                now = begin + minutes * _MINUTE
                return now.astimezone(zone).utcoffset() != begin.astimezone(zone).utcoffset()

            if has_changed(_HALF_DAY):
                unchanged = bisect(range(_HALF_DAY), 0, key=has_changed)
                found.append(begin + unchanged * _MINUTE)
    return tuple(found)


@functools.cache
def instants(zone: ZoneInfo) -> st.SearchStrategy[dt.datetime]:
    """Draw times of a zone, to the second: any, or close to a clock change or a month's end."""
    first, last = dt.datetime.fromisoformat("1901-01-01"), dt.datetime.fromisoformat("2200-12-30")
    anytime = st.datetimes(first, last, timezones=st.just(dt.UTC))
    hard = st.sampled_from([*clock_changes(zone), *_MONTH_ENDS])
    close = st.builds(dt.datetime.__add__, hard, st.timedeltas(-2 * DAY, 2 * DAY))
    return (close | anytime).map(lambda at: at.replace(microsecond=0).astimezone(zone))


def reached(start: dt.datetime, parts: Breakdown, more: int = 0) -> dt.datetime:
    """Return the instant that is `parts` and `more` days after `start`, in UTC.

    Years and months are added first, limited to the last day of the month; then days; then the
    rest as elapsed time.
    """
    wall = later(start, parts, more)
    if wall.date() == start.date():
        wall = start
    rest = dt.timedelta(hours=parts.hours, minutes=parts.minutes, seconds=parts.seconds)
    return wall.astimezone(dt.UTC) + rest


def later(wall: dt.datetime, parts: Breakdown, more: int = 0) -> dt.datetime:
    """Return the same clock time on the day that is the whole days of `parts` later."""
    months = 12 * wall.year + wall.month - 1 + 12 * parts.years + parts.months
    year, month = months // 12, months % 12 + 1
    last = calendar.monthrange(year, month)[1]
    day = dt.date(year, month, min(wall.day, last)) + (parts.days + more) * DAY
    return wall.replace(year=day.year, month=day.month, day=day.day, fold=0)


def has_gnu_date() -> bool:
    """Return whether `date` is GNU date, which can read dates from a file."""
    version = subprocess.run(["date", "--version"], text=True, capture_output=True, check=False)
    return "GNU" in version.stdout


def gnu_date(lines: Sequence[str]) -> list[int]:
    """Return the Unix times of dates as GNU date reads them, all in one run."""
    return _numbers(["date", "-f", "-", "+%s"], lines)


DDIFF = shutil.which("dateutils.ddiff") or shutil.which("ddiff")


def ddiff(first: dt.date, others: Sequence[dt.date]) -> list[int]:
    """Return the days from `first` to each of `others` as dateutils counts them, in one run."""
    return _numbers([DDIFF or "", "-f", "%d", str(first)], [str(other) for other in others])


def _numbers(command: Sequence[str], lines: Sequence[str]) -> list[int]:
    found = subprocess.run(
        command, input="\n".join(lines), text=True, capture_output=True, check=True
    )
    return [int(line) for line in found.stdout.split()]


_SYLLABLES = """
    あ a い i う u え e お o か ka き ki く ku け ke こ ko が ga ぎ gi ぐ gu げ ge ご go
    さ sa し shi/si す su せ se そ so ざ za じ ji/zi ず zu ぜ ze ぞ zo
    た ta ち chi/ti つ tsu/tu て te と to だ da で de ど do な na に ni ぬ nu ね ne の no
    は ha ひ hi ふ fu/hu へ he ほ ho ば ba び bi ぶ bu べ be ぼ bo ぱ pa ぴ pi ぷ pu ぺ pe ぽ po
    ま ma み mi む mu め me も mo や ya ゆ yu よ yo ら ra り ri る ru れ re ろ ro わ wa を o ん n
    きゃ kya きゅ kyu きょ kyo ぎゃ gya ぎゅ gyu ぎょ gyo にゃ nya にゅ nyu にょ nyo
    しゃ sha/sya しゅ shu/syu しょ sho/syo じゃ ja/zya じゅ ju/zyu じょ jo/zyo
    ちゃ cha/tya ちゅ chu/tyu ちょ cho/tyo ひゃ hya ひゅ hyu ひょ hyo みゃ mya みゅ myu みょ myo
    びゃ bya びゅ byu びょ byo ぴゃ pya ぴゅ pyu ぴょ pyo りゃ rya りゅ ryu りょ ryo
"""
"""Every syllable, in Hepburn and, where that differs, in Kunrei."""
_LATIN = dict(re.findall(r"(\S+) (\S+)", _SYLLABLES))
_HALF_WIDTH = {
    unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0xFF66, 0xFF9E)
}
_HALF_WIDTH |= {"\u3099": "ﾞ", "\u309a": "ﾟ"}
_FULL_WIDTH = {code: code - 0x20 + 0xFF00 for code in range(0x21, 0x7F)}


def _romaji(kana: str, system: int) -> str:
    """Write kana in Hepburn (0) or Kunrei (-1), letter by letter."""
    latin, doubled = "", False
    for syllable in re.findall(".[ゃゅょ]?", kana):
        doubled, was_doubled = syllable == "っ", doubled
        if not doubled:
            letters = _LATIN.get(syllable, syllable).split("/")[system]
            latin += letters[0] * was_doubled + letters
    return latin


def _romanisations(kana: str) -> Iterator[str]:
    """Write kana in both systems, with long vowels in every spelling.

    An h lengthens an o unless a vowel follows: Ohtsuka, Ohya, but not Ohita.
    """
    for system in (0, -1):
        short = _romaji(kana, system).replace("oo", "ou")
        for o, u in (("ou", "uu"), ("oo", "uu"), ("ō", "ū"), ("ô", "û"), ("o", "u")):
            yield short.replace("ou", o).replace("uu", u)
        yield re.sub("ou(?![aeiou])", "oh", short).replace("uu", "u")


def _katakana(kana: str) -> str:
    return "".join(chr(ord(char) + 0x60) if "ぁ" <= char <= "ん" else char for char in kana)


def _half_width(kana: str) -> str:
    parts = unicodedata.normalize("NFD", _katakana(kana))
    return "".join(_HALF_WIDTH.get(char, char) for char in parts)


def every_spelling(reading: str) -> Iterator[str]:
    """Write a name given in kana in every script, romanisation, case, width and order."""
    family_first = reading.split()
    for words in (family_first, family_first[::-1]):
        for between in (" ", "   ", "\u3000"):
            yield from _every_form(between.join(words))
    yield from _every_form("".join(family_first))


def _every_form(kana: str) -> Iterator[str]:
    yield from (kana, _katakana(kana), _half_width(kana))
    for latin in _romanisations(kana):
        yield from (latin, latin.upper(), latin.title(), latin.translate(_FULL_WIDTH))


def beginnings(reading: str) -> Iterator[str]:
    """Yield every prefix of each word of a name given in kana."""
    for word in (latin for kana in reading.split() for latin in _romanisations(kana)):
        yield from itertools.accumulate(word)
