"""Every language has every word: functions, labels, terms and phrases."""

import ast
import datetime as dt
import inspect
import re
import typing
from pathlib import Path
from types import ModuleType

import pytest
from conftest import Golden
from msgspec import Struct

import medalist_cli
from medalist_cli.model import dataset, rows
from medalist_cli.queries import search
from medalist_cli.render import columns
from medalist_cli.text import en, ja, language
from medalist_cli.text.language import Language, Phrase, amount, either, listed, worded
from medalist_cli.text.names import Style

CHECKED: tuple[Language, ...] = (en, ja)
"""mypy compares these modules with the protocol."""
MEMBERS = {name for name in vars(Language) if not name.startswith("_")}
WITHIN = (
    rows.ArcRow,
    rows.ChangeRow,
    rows.ClaimRow,
    rows.DubCreditRow,
    rows.DubRow,
    rows.Layout,
    rows.Local,
)
"""Records of a list within a row, which are shown on one line, without labels."""
LATIN = {"id", "url"}
"""Labels that Japanese writes in Latin letters too."""


def public(code: str) -> set[str]:
    """Return the public functions and constants that a language module defines itself."""
    module = getattr(language.find(code), "_language")  # noqa: B009 - the module it wraps
    return {
        name
        for name, value in vars(module).items()
        if not name.startswith("_")
        and not isinstance(value, ModuleType)
        and (name in ("CODE", "PHRASES") or getattr(value, "__module__", "") == module.__name__)
    }


def templates() -> set[str]:
    """Return the templates of all phrases in the program's code."""
    found: set[str] = set()
    for file in Path(medalist_cli.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Phrase":
                template = ast.literal_eval(node.args[0])
                assert isinstance(template, str)
                found.add(template)
    return {text for text in found if re.sub(r"\{\w+\}", "", text).strip()}


def row_fields() -> list[str]:
    """Return the names of the fields that lists can have, and of those within them."""
    lists = [kind for kind in vars(rows).values() if isinstance(kind, type)]
    names = {
        name
        for kind in lists
        if issubclass(kind, Struct) and kind not in WITHIN
        for name in (*kind.__struct_fields__, *columns(kind))
    }
    return sorted(names)


def test_the_languages_are_the_modules_with_two_letters() -> None:
    assert language.codes() == ("en", "ja")


@pytest.mark.parametrize("code", language.codes())
def test_a_language_has_exactly_the_names_of_the_protocol(code: str) -> None:
    assert public(code) == MEMBERS


def test_every_language_is_checked_by_mypy() -> None:
    assert [each.CODE for each in CHECKED] == list(language.codes())


@pytest.mark.parametrize("code", [code for code in language.codes() if code != "en"])
def test_a_language_has_a_template_for_every_phrase_and_no_other(code: str) -> None:
    assert set(language.find(code).PHRASES) == templates()


@pytest.mark.parametrize("code", [code for code in language.codes() if code != "en"])
def test_a_template_has_the_same_values_as_the_english_one(code: str) -> None:
    for source, translated in language.find(code).PHRASES.items():
        assert sorted(re.findall(r"\{\w+\}", translated)) == sorted(re.findall(r"\{\w+\}", source))


@pytest.mark.parametrize("field", row_fields())
def test_every_field_has_a_japanese_label(field: str) -> None:
    assert field.rpartition(".")[2] in LATIN or not re.search("[a-z]", ja.label(field))


def test_a_field_without_a_japanese_label_keeps_the_english_one() -> None:
    assert ja.label("runner_up") == "Runner up"


def test_a_nested_field_has_the_labels_of_both_parts() -> None:
    assert ja.label("anchor.days") == f"{ja.label('anchor')}・{ja.label('days')}"


@pytest.mark.parametrize("kind", [dataset.Confidence, dataset.Kind, rows.State, rows.Change])
def test_every_code_in_the_data_has_a_japanese_term(kind: object) -> None:
    for value in typing.get_args(kind):
        assert not re.search("[a-z]", ja.term("", value))


def test_every_kind_that_a_search_finds_has_a_japanese_term() -> None:
    made = ast.walk(ast.parse(inspect.getsource(search)))
    calls = [node for node in made if isinstance(node, ast.Call)]
    kinds = [call.args[0] for call in calls if getattr(call.func, "id", "") == "Entry"]
    named = [kind.value for kind in kinds if isinstance(kind, ast.Constant)]
    assert len(named) > 10
    assert [str(kind) for kind in named if re.search("[a-z]", ja.term("", str(kind)))] == []


@pytest.mark.parametrize("verb", typing.get_args(dataset.Verb))
@pytest.mark.parametrize("kind", typing.get_args(dataset.Kind))
def test_every_verb_of_every_kind_is_worded(verb: str, kind: str) -> None:
    for each in CHECKED:
        assert each.opening(verb, kind, "")
        assert "2027" in each.happened(verb, kind, "", each.date("2027"))
        assert each.happened(None, kind, "", each.date("2027")).strip()


ZONES = (
    "America/Los_Angeles",
    "America/New_York",
    "America/Sao_Paulo",
    "America/Toronto",
    "Asia/Hong_Kong",
    "Asia/Jakarta",
    "Asia/Kolkata",
    "Asia/Manila",
    "Asia/Seoul",
    "Asia/Shanghai",
    "Asia/Singapore",
    "Asia/Taipei",
    "Asia/Tokyo",
    "Australia/Sydney",
    "Europe/Berlin",
    "Europe/London",
    "Europe/Madrid",
    "Europe/Paris",
    "Europe/Rome",
    "Pacific/Fiji",
)


def test_verbs_days_and_places_are_the_golden_ones(golden: Golden) -> None:
    """All languages stand side by side, so that a translator can compare them."""
    lines: list[str] = []
    for kind in typing.get_args(dataset.Kind):
        for verb in (None, *typing.get_args(dataset.Verb)):
            coming = " / ".join(each.opening(verb, kind, "") for each in CHECKED)
            past = " / ".join(each.happened(verb, kind, "", each.date("2027")) for each in CHECKED)
            lines.append(" | ".join((kind, verb or "-", coming, past)))
    for month in range(1, 13):
        day = dt.date(2026, month, month)
        whole = " / ".join(each.day(day) for each in CHECKED)
        month_only = " / ".join(each.date(f"{day:%Y-%m}") for each in CHECKED)
        near = " / ".join(each.near(3, day) for each in CHECKED)
        lines.append(f"{day:%Y-%m-%d} | {whole} | {month_only} | {near}")
    for zone in ZONES:
        places = " / ".join(each.place(zone) for each in CHECKED)
        cities = " / ".join(each.city(zone) for each in CHECKED)
        lines.append(f"{zone} | {places} | {cities}")
    golden("words", "".join(f"{line}\n" for line in lines).encode())


def test_an_unknown_language_is_a_key_error() -> None:
    for code in ("fr", "names", "../en", ""):
        with pytest.raises(KeyError):
            language.find(code)


def test_a_language_picks_names_in_the_style_of_the_reader() -> None:
    assert language.find("ja").pick("Film", "映画") == "Film"
    assert language.find("ja", Style("ja")).pick("Film", "映画") == "映画"
    assert language.find("en", Style("both")).pick("Film", "映画") == "Film (映画)"


def test_a_phrase_is_an_english_text() -> None:
    assert Phrase("Cast of {show}", show=either("Show", "ショー")) == "Cast of Show"
    assert Phrase("{amount}", amount=amount(1, "episode")) == "1 episode"


def test_a_phrase_is_worded_in_a_language_with_all_its_parts() -> None:
    names = listed([either("Inori", "いのり"), either("Tsukasa", None), either("Rioh", "理凰")])
    phrase = Phrase("New in season {number}: {names}", number=2, names=names)
    assert phrase == "New in season 2: Inori, Tsukasa, Rioh"
    assert worded(phrase, ja) == "第2期の新キャラクター：いのり、Tsukasa、理凰"


def test_a_phrase_in_a_phrase_is_worded_too() -> None:
    line = Phrase(
        "{after} hidden ({amount})", after=Phrase("all spoilers"), amount=amount(22, "episode")
    )
    assert worded(line, ja) == "ネタバレを非表示にしています（22話）"
    of_show = Phrase("{show}: {line}", show=either("Show", "ショー"), line=line)
    assert worded(of_show, ja) == "ショー：ネタバレを非表示にしています（22話）"


def test_a_name_without_any_form_is_left_out_of_a_phrase() -> None:
    phrase = Phrase("Watch {show}!", show=either(None, None))
    assert (phrase, worded(phrase, ja)) == ("Watch !", "Watch !")


def test_a_text_that_is_no_phrase_stays_as_it_is() -> None:
    assert worded("Season {9", ja) == "Season {9"


@pytest.mark.parametrize(
    ("environ", "code"),
    [
        ({}, None),
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "ja"}, "ja"),
        ({"LANG": "ja_JP.eucJP"}, "ja"),
        ({"LANG": "ja@mod"}, "ja"),
        ({"LANG": "jav"}, None),
        ({"LANG": "C.UTF-8"}, None),
        ({"LANG": "POSIX"}, None),
        ({"LANG": "de_DE.UTF-8"}, None),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "ja_JP.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "ja_JP.UTF-8", "LC_MESSAGES": "ja_JP.UTF-8", "LC_ALL": "C"}, None),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "ja_JP.UTF-8", "LC_ALL": ""}, "ja"),
        ({"LANG": "en_US.UTF-8", "LC_TIME": "ja_JP.UTF-8"}, "en"),
    ],
)
def test_the_first_locale_variable_that_is_set_decides(
    environ: dict[str, str], code: str | None
) -> None:
    assert language.of_locale(environ) == code
