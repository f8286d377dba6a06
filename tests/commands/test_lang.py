"""`--lang`: the language of sentences, labels and dates; names and data formats stay apart."""

import json
import re
from pathlib import Path

import pytest
from conftest import SERIES, Golden, Program, answered
from msgspec import Struct

from medalist_cli import commands
from medalist_cli.cli.loader import Folder
from medalist_cli.model import rows
from medalist_cli.render import columns
from medalist_cli.text import language
from medalist_cli.text.cells import width

ARGUMENTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "cast": ((), ("nagi",)),
    "countdown": ((), ("film",), ("s1e1",), ("season-2-stream",), ("third-season",)),
    "data": (("path",),),
    "due": (("--state", "due.json"),),
    "episode": ((), ("s1e2",), ("s2e2",), ("--season", "1")),
    "init": (("bash",),),
    "is": (("out",),),
    "music": ((),),
    "plan": (("--by", "season-2-premiere"),),
    "recap": ((), ("1",), ("2",), ("--seen", "S1E1"), ("--seen", "none")),
    "search": (("nagi",), ("opening",)),
    "season": ((), ("1",), ("2",)),
    "seen": ((), ("none",)),
    "sources": ((), ("film",), ("third-season",), ("gazette",), ("--conflicts",)),
    "staff": ((), ("--new",)),
    "where": ((), ("Japan",), ("France",)),
}
"""What a command is run with, where it needs an argument or has more than one screen."""
SCREENS = [
    (),
    *((name, *given) for name in sorted(Folder(commands)) for given in ARGUMENTS.get(name, ((),))),
]
UNWORDED = {"calendar", "data", "due", "help", "init", "is"}
"""Commands without a screen, or with an English one."""
LISTS: dict[tuple[str, ...], type[Struct]] = {
    ("cast",): rows.CastRow,
    ("episode",): rows.EpisodeRow,
    ("glossary",): rows.TermRow,
    ("links",): rows.LinkRow,
    ("music",): rows.SongRow,
    ("plan", "--by", "season-2-premiere"): rows.PlanRow,
    ("recap",): rows.RecapRow,
    ("schedule", "--kind", "film"): rows.Countdown,
    ("search", "nagi"): rows.SearchRow,
    ("season",): rows.SeasonRow,
    ("seen",): rows.SeenRow,
    ("sources",): rows.SourceRow,
    ("sources", "--conflicts"): rows.ConflictRow,
    ("staff",): rows.StaffRow,
    ("where",): rows.WhereRow,
}
"""Commands with a list, and what a row of it has."""
JAPANESE = re.compile("[\u3041-\u30ff\u4e00-\u9fff]")


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("columns", [20, 40, 80])
@pytest.mark.parametrize("screen", SCREENS, ids=" ".join)
def test_no_screen_is_wider_than_the_terminal(screen: tuple[str, ...], columns: int) -> None:
    env = {"MEDALIST_LANG": "ja", "MEDALIST_PAGER": "cat", "NO_COLOR": "1"}
    ended = answered(*screen, env=env, columns=columns)
    if screen[:1] in (("init",), ("data",), ("calendar",), ("help",)) or ended.code:
        return  # code, a path, a file and English help, which are not wrapped
    assert all(width(line) <= columns for line in ended.out.splitlines())


@pytest.mark.parametrize(
    "screen", [screen for screen in SCREENS if not UNWORDED.intersection(screen)], ids=" ".join
)
def test_a_screen_in_japanese_is_the_golden_one(golden: Golden, screen: tuple[str, ...]) -> None:
    env = {"MEDALIST_LANG": "ja", "NO_COLOR": "1", "MEDALIST_TZ": "Europe/Paris"}
    ended = answered(*screen, env=env, columns=80)
    assert ended.code == 0
    golden(f"screen.{_named(screen) or 'home'}.ja", f"{ended.err}{ended.out}".encode())


@pytest.mark.parametrize("code", language.codes())
@pytest.mark.parametrize("command", LISTS, ids=" ".join)
def test_a_list_of_all_fields_is_the_golden_one(
    rower: Program, golden: Golden, command: tuple[str, ...], code: str
) -> None:
    row = LISTS[command]
    fields = ",".join(dict.fromkeys((*row.__struct_fields__, *columns(row))))
    ended = rower(*command, "--fields", fields, "-f", "markdown", "--lang", code)
    assert ended.code == 0
    golden(f"fields.{_named(command)}.{code}", ended.out.encode())


@pytest.mark.parametrize("code", language.codes())
@pytest.mark.parametrize("form", ["markdown", "text"])
def test_changes_of_every_kind_are_the_golden_ones(
    rower: Program, golden: Golden, tmp_path: Path, code: str, form: str
) -> None:
    show = json.loads(SERIES.read_text(encoding="utf-8"))
    milestones = {each["id"]: each for each in show["milestones"]}
    milestones["film"]["when"]["date"] = "2028-02-19"
    milestones["rowing-day"]["when"]["date"] = "2026-11-29"
    milestones["third-season"]["confidence"] = "one-source"
    milestones["season-2-stream"]["season"] = 1
    milestones["school-visit"]["confidence"] = "seed-only"
    show["milestones"].remove(milestones["manga-volume-5"])
    show["links"].append(show["links"][0] | {"title": "Shop"})
    new = tmp_path / "new.json"
    new.write_text(json.dumps(show), encoding="utf-8")
    fields = ("--fields", ",".join(rows.DiffRow.__struct_fields__)) if form == "markdown" else ()
    ended = rower("data", "diff", SERIES, new, *fields, "-f", form, "--lang", code)
    assert ended.code == 1
    golden(f"changes.{form}.{code}", ended.out.encode())


def _named(words: tuple[str, ...]) -> str:
    return "-".join(word.strip("-") for word in words)


@pytest.mark.parametrize("screen", [("countdown",), ("schedule",), ("cast",), ("season",), ()])
@pytest.mark.parametrize("form", ["table", "text", "markdown"])
def test_formats_for_people_are_in_the_language(
    rower: Program, screen: tuple[str, ...], form: str
) -> None:
    assert JAPANESE.search(rower(*screen, "-f", form, "--lang", "ja").out)


@pytest.mark.parametrize(
    ("record", "heading"),
    [(("sources", "gazette"), "出典 gazette"), (("episode", "s1e2"), "凪の八人 第1期 第2話")],
)
def test_one_record_has_a_japanese_heading(
    rower: Program, record: tuple[str, ...], heading: str
) -> None:
    first, *_ = rower(*record, "-f", "markdown", "--lang", "ja").out.splitlines()
    assert first == f"**{heading}**"


def test_a_countdown_in_japanese(rower: Program) -> None:
    assert rower("countdown", "film", "-f", "text", "--lang", "ja").out == (
        "劇場版 凪の八人 — 2028年中（あと405〜770日）\n"
        "日付の根拠：2028年 — official announcement\n"
        "公式サイト：https://still-water.example/\n"
        "Season 2 premiere：あと1か月18日4時間30分\n"
    )


def test_what_no_source_states_says_so_in_japanese(rower: Program) -> None:
    out = rower("where", "France", "-f", "text", "--fields", "service,starts", "--lang", "ja").out
    assert out == "Paddle†  記載なし\n"


@pytest.mark.parametrize(("code", "message"), [("en", "out"), ("ja", "公開済み")])
def test_a_badge_says_what_is_over(rower: Program, code: str, message: str) -> None:
    badge = json.loads(rower("countdown", "s1e1", "-f", "shields", "--lang", code).out)
    assert badge["message"] == message


def test_a_broadcast_that_runs_is_on_air_in_japanese(rower: Program) -> None:
    out = rower("countdown", "s2e1", "-f", "text", "--lang", "ja", now="2027-01-09T16:45Z").out
    first, *_ = out.splitlines()
    assert first == "第2期 第1話「借りもの」 — 放送中、30分枠の16分目"


def test_a_calendar_says_in_japanese_what_it_leaves_out(rower: Program) -> None:
    assert rower("calendar", "--lang", "ja").err == (
        "medalist: note: 日付が未確定のため省略："
        "Manga begins、Manga volume 5、劇場版 凪の八人、Visit to a rowing school、A third season\n"
    )


def test_a_plan_in_a_calendar_is_in_japanese(rower: Program) -> None:
    out = rower("plan", "--by", "season-2-premiere", "-f", "ics", "--lang", "ja").out
    titles = [line for line in out.splitlines() if line.startswith("SUMMARY:")]
    assert titles[0] == "SUMMARY:凪の八人を見る s1e1：小さすぎる"


def test_what_is_remembered_but_not_used_is_said_in_japanese(rower: Program) -> None:
    env = {"MEDALIST_SEEN": "S1E1", "MEDALIST_LANG": "ja"}
    assert rower("seen", "S1E2", env=env).err.splitlines()[-1] == (
        "medalist: note: 記録しましたが、MEDALIST_SEEN（S1E1）を優先します"
    )


def test_the_age_of_the_facts_is_in_the_language(rower: Program) -> None:
    last = rower("cast", "--lang", "ja").out.splitlines()[-1]
    assert re.search("事実確認：[0-9]{4}年[0-9]+月[0-9]+日$", last)


def test_notes_are_in_the_language(rower: Program) -> None:
    ended = rower("cast", "--seen", "S1E1", "--lang", "ja")
    assert re.fullmatch(
        "medalist: note: S1E1より後のネタバレを非表示にしています（[0-9]+話）\n", ended.err
    )


def test_errors_and_help_stay_english(rower: Program) -> None:
    missing = rower("cast", "zzzz", "--lang", "ja")
    assert (missing.code, missing.out) == (1, "")
    assert missing.err.startswith("medalist: error: no character or actor matches 'zzzz'")
    english = rower("cast", "-h").out
    assert rower("cast", "-h", env={"MEDALIST_LANG": "ja"}).out == english


@pytest.mark.parametrize(
    "screen",
    [
        *((name, "--json") for name in ("countdown", "schedule", "cast", "staff", "episode")),
        *((name, "--json") for name in ("season", "where", "music", "links", "glossary")),
        ("cast", "-f", "csv"),
        ("schedule", "-f", "jsonl"),
        ("countdown", "--template", "{text} {state} {date}"),
        ("data", "show"),
    ],
    ids=" ".join,
)
def test_data_formats_are_the_same_in_every_language(
    rower: Program, screen: tuple[str, ...]
) -> None:
    assert rower(*screen, "--lang", "ja").out == rower(*screen, "--lang", "en").out


def test_a_bar_has_a_japanese_text_and_english_classes(rower: Program) -> None:
    bar = json.loads(rower("countdown", "film", "-f", "waybar", "--lang", "ja").out)
    assert bar["text"] == "劇場版 凪の八人 405〜770日"
    assert (bar["class"], bar["alt"]) == (["upcoming", "far"], "upcoming")


def test_pictures_and_calendars_are_in_the_language(rower: Program) -> None:
    japanese = ("--lang", "ja")
    for form in ("svg", "badge", "shields", "html"):
        assert "劇場版 凪の八人" in rower("countdown", "film", "-f", form, *japanese).out
    assert "蟹を取る" in rower("calendar", *japanese).out
    assert "蟹を取る" not in rower("calendar", "--lang", "en").out


@pytest.mark.parametrize("screen", [("cast",), ("countdown", "film"), ()])
def test_a_page_says_which_language_it_is_in(rower: Program, screen: tuple[str, ...]) -> None:
    assert '<html lang="ja">' in rower(*screen, "-f", "html", "--lang", "ja").out
    assert '<html lang="en">' in rower(*screen, "-f", "html").out


@pytest.mark.parametrize("cells", [5, 11, 16, 26, 33, 60])
def test_a_width_is_kept_in_japanese(rower: Program, cells: int) -> None:
    out = rower("countdown", "film", "--width", str(cells), "--lang", "ja").out
    assert width(out.rstrip("\n")) <= cells


def test_an_unknown_language_is_a_usage_error(rower: Program) -> None:
    ended = rower("cast", "--lang", "fr")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == "medalist: error: --lang: unknown language 'fr'\nKnown: en, ja.\n"


def test_a_bad_variable_is_named(rower: Program) -> None:
    ended = rower("cast", env={"MEDALIST_LANG": "fr"})
    assert ended.code == 2
    assert ended.err.startswith("medalist: error: MEDALIST_LANG: unknown language 'fr'")


def test_help_lists_the_languages(rower: Program) -> None:
    assert re.search(r"--lang en\|ja +Write", rower("cast", "-h").out)


def test_the_option_comes_before_the_variable(rower: Program) -> None:
    english = rower("cast").out
    assert rower("cast", "--lang", "en", env={"MEDALIST_LANG": "ja"}).out == english


@pytest.mark.parametrize(
    ("options", "env", "is_japanese"),
    [
        (("--lang", "ja"), {}, True),
        (("--lang", "ja", "--names", "en"), {}, False),
        (("--lang", "ja"), {"MEDALIST_NAMES": "en"}, False),
        (("--lang", "ja", "--names", "ja"), {"MEDALIST_NAMES": "en"}, True),
        (("--lang", "en"), {}, False),
        (("--lang", "en", "--names", "ja"), {}, True),
        (("--lang", "en"), {"MEDALIST_LANG": "ja"}, False),
        ((), {"MEDALIST_LANG": "ja"}, True),
        ((), {"MEDALIST_LANG": "ja", "MEDALIST_NAMES": "en"}, False),
        ((), {"MEDALIST_LANG": "", "MEDALIST_NAMES": ""}, False),
    ],
)
def test_names_follow_the_language_unless_they_are_asked_for(
    rower: Program, options: tuple[str, ...], env: dict[str, str], is_japanese: bool
) -> None:
    out = rower("cast", "nagi", "-f", "text", "--fields", "character", *options, env=env).out
    assert bool(JAPANESE.search(out)) == is_japanese


@pytest.mark.parametrize(
    ("options", "title"),
    [
        (("--lang", "ja"), "劇場版 凪の八人"),
        (("--lang", "ja", "--names", "en"), "Still Water Eight: The Regatta"),
        (("--names", "ja"), "劇場版 凪の八人"),
        (("--names", "both"), "Still Water Eight: The Regatta (劇場版 凪の八人)"),
        ((), "Still Water Eight: The Regatta"),
    ],
)
def test_titles_are_names(rower: Program, options: tuple[str, ...], title: str) -> None:
    out = rower("countdown", "film", "-f", "text", *options).out
    assert out.startswith(f"{title} — ")


def test_a_hidden_episode_is_called_by_its_japanese_numbers(rower: Program) -> None:
    out = rower("episode", "--seen", "none", "-f", "text", "--fields", "title", "--lang", "ja").out
    assert out.splitlines()[:2] == ["第1期 第1話", "第1期 第2話*"]


JA = {"LANG": "ja_JP.UTF-8"}


@pytest.mark.parametrize(
    ("env", "columns", "is_japanese"),
    [
        (JA, 80, True),
        (JA, 0, False),
        (JA | {"LC_MESSAGES": "C"}, 80, False),
        (JA | {"LC_ALL": "de_DE.UTF-8"}, 80, False),
        ({"LC_ALL": "ja_JP.UTF-8", "LANG": "C"}, 80, True),
        ({"LANG": "C.UTF-8"}, 80, False),
        (JA | {"MEDALIST_LANG": "en"}, 80, False),
        ({"LANG": "C.UTF-8", "MEDALIST_LANG": "ja"}, 0, True),
    ],
)
def test_the_locale_counts_on_a_terminal_only(
    env: dict[str, str], columns: int, is_japanese: bool
) -> None:
    out = answered("cast", env=env, columns=columns).out
    assert ("声優" in out, "Voice actor" in out) == (is_japanese, not is_japanese)


def test_a_terminal_that_cannot_show_japanese_stays_english() -> None:
    ended = answered("cast", env=JA, columns=80, encoding="ascii")
    assert ended.out == answered("cast", columns=80, encoding="ascii").out


def test_the_first_screen_for_a_screen_reader_is_whole_sentences() -> None:
    out = answered(env={"MEDALIST_LANG": "ja", "ACCESSIBLE": "1"}, columns=80).out
    assert out.splitlines()[-1].endswith("。")
