"""Values of the command line: what each text means, and what is said about the others."""

import datetime as dt
from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import typer

from medalist_cli import parsers

Parser = Callable[[str], Any]


def span(**units: int) -> dt.timedelta:
    return dt.timedelta(**units)


def written_moment(text: str) -> str:
    return parsers.moment(text).isoformat()


@pytest.mark.parametrize(
    ("parser", "text", "value"),
    [
        (written_moment, "2026-01-24T16:30:05.999Z", "2026-01-24T16:30:05+00:00"),
        (written_moment, "2026-01-24", "2026-01-24T00:00:00"),
        (written_moment, "0002-01-01", "0002-01-01T00:00:00"),
        (written_moment, "9998-12-31T23:59:59", "9998-12-31T23:59:59"),
        (parsers.zone, "Asia/Tokyo", ZoneInfo("Asia/Tokyo")),
        (parsers.language, "ja", "ja"),
        (parsers.ordinal, "1", 1),
        (parsers.ordinal, "0012", 12),
        (parsers.ordinal, "9999", 9999),
        (parsers.cells, "0", 0),
        (parsers.cells, "10000", 10_000),
        (parsers.duration, "2w", span(days=14)),
        (parsers.duration, "30d", span(days=30)),
        (parsers.duration, "12h", span(hours=12)),
        (parsers.duration, "90m", span(minutes=90)),
        (parsers.duration, "999999s", span(seconds=999_999)),
        (parsers.durations, "1d, 1h,", (span(days=1), span(hours=1))),
        (parsers.durations, "", ()),
        (parsers.moments_before, "7d,0,10m", (span(days=7), span(), span(minutes=10))),
        (parsers.thresholds, "7d, 1h", (("7d", span(days=7)), ("1h", span(hours=1)))),
        (parsers.listed, " a,,b ,", ("a", "b")),
        (parsers.fields, "title", ("title",)),
        (parsers.file_name, "-", "-"),
    ],
)
def test_a_text_has_one_meaning(parser: Parser, text: str, value: object) -> None:
    assert parser(text) == value


@pytest.mark.parametrize(
    ("parser", "text", "message"),
    [
        (parsers.moment, "soon", "invalid time 'soon' (use e.g. 2026-01-24T16:30Z)"),
        (parsers.moment, "0001-12-31", "the year of '0001-12-31' is not from 2 to 9998"),
        (parsers.moment, "9999-01-01", "the year of '9999-01-01' is not from 2 to 9998"),
        (parsers.zone, "Mars", "unknown time zone 'Mars'"),
        (parsers.language, "fr", "unknown language 'fr'"),
        (
            parsers.watched,
            "S0E1x",
            "'S0E1x' is not an episode such as S1E10, 1x10, 16, S1, none or all",
        ),
        (parsers.ordinal, "0", "'0' is not a number from 1 to 9999"),
        (parsers.ordinal, "10000", "'10000' is not a number from 1 to 9999"),
        (parsers.ordinal, "00001", "'00001' is not a number from 1 to 9999"),
        (parsers.ordinal, "１", "'１' is not a number from 1 to 9999"),
        (parsers.cells, "10001", "'10001' is not a number from 0 to 10000"),
        (parsers.duration, "5y", "invalid duration '5y' (e.g. 30d, 12h, 90m)"),
        (parsers.duration, "1000000s", "invalid duration '1000000s' (e.g. 30d, 12h, 90m)"),
        (parsers.duration, "0", "invalid duration '0' (e.g. 30d, 12h, 90m)"),
        (parsers.moments_before, " ,", "' ,' has no duration such as 7d, 10m or 0"),
        (parsers.thresholds, ",", "',' has no duration such as 7d or 10m"),
        (parsers.thresholds, "0", "invalid duration '0' (e.g. 30d, 12h, 90m)"),
        (parsers.fields, ",", "',' names no field"),
        (parsers.file_name, "", "the file name is empty"),
    ],
)
def test_a_text_without_a_meaning_is_refused(parser: Parser, text: str, message: str) -> None:
    with pytest.raises(typer.BadParameter) as refusal:
        parser(text)
    assert refusal.value.message == message


@pytest.mark.parametrize(
    ("parser", "text", "advice"),
    [
        (parsers.zone, "tokyo", "Did you mean Asia/Tokyo?"),
        (parsers.zone, "Asia/Tokio", "Did you mean Asia/Tokyo?"),
        (parsers.zone, "Mars", ""),
        (parsers.language, "fr", "Known: en, ja."),
    ],
)
def test_an_unknown_value_has_advice(parser: Parser, text: str, advice: str) -> None:
    with pytest.raises(parsers.UnknownValue) as refusal:
        parser(text)
    assert refusal.value.advice == advice


@pytest.mark.parametrize(
    ("parts", "text"),
    [(None, ""), ([], ""), (["film"], "film"), ([" catch  a", "crab "], "catch a crab")],
)
def test_the_words_of_an_argument_are_one_text(parts: list[str] | None, text: str) -> None:
    assert parsers.words(parts) == text
