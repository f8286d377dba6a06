"""The program as a whole: first screen, help and usage errors."""

import json
import os
import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest
from conftest import NOW, SERIES, Golden, Program, Valid

from medalist_cli import __version__, commands
from medalist_cli.cli import app, usage
from medalist_cli.cli.loader import Folder
from medalist_cli.model.result import Countdown, Records, Result
from medalist_cli.render import formats
from medalist_cli.storage import bundle, files

COMMANDS = sorted(Folder(commands))
EVERY = [[name] for name in COMMANDS] + [
    [name, inner] for name in COMMANDS for inner in getattr(Folder(commands)[name], "commands", ())
]


def _at(command: list[str]) -> Any:
    """Return a command by its words."""
    found: Any = app.root()
    for word in command:
        found = found.commands[word]
    return found


VARIABLES = {
    "MEDALIST_TZ": "Asia/Kyoto",
    "MEDALIST_NOW": "soon",
    "MEDALIST_SEEN": "some",
    "MEDALIST_NAMES": "fr",
    "MEDALIST_NAME_ORDER": "random",
}
"""Each variable that is validated, with an invalid value."""


def test_the_first_screen_shows_countdown_coming_dates_services_and_examples(
    rower: Program,
) -> None:
    assert rower("--tz", "UTC") == (
        0,
        (
            "Season 2 premiere — in 1 month, 18 days, 4 hours, 30 minutes\n"
            "Your time: Sat 9 Jan 2027, 16:30 (UTC)\n"
            "Japan: Sun 10 Jan, 01:30 JST (announced as Sat 25:30)\n"
            "Official site: https://still-water.example/\n"
            "\n"
            "Coming up\n"
            "  Sun 22 Nov 2026            Rowing day\n"
            "  December 2026              Manga volume 5\n"
            "  Sat 9 Jan 2027, 17:00 UTC  Season 2 streaming start\n"
            "\n"
            "Where to watch\n"
            "  Japan            Kawa Stream\n"
            "  Everywhere else  Paddle\n"
            "\n"
            "Try\n"
            "  medalist cast nagi  characters and voice actors\n"
            "  medalist recap      the story so far\n"
            "  medalist schedule   all dates, past and upcoming\n"
            "\n"
            "scheduled, may change · facts checked 20 Nov 2026\n"
        ),
        "",
    )


def test_an_accessible_first_screen_is_sentences(rower: Program) -> None:
    lines = rower("--tz", "UTC", env={"ACCESSIBLE": "1"}).out.splitlines()
    assert "Where to watch: Japan: Kawa Stream." in lines
    assert "Try: medalist recap: the story so far." in lines
    assert not [line for line in lines if line.startswith(" ") or not line]


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ({"given": "Nagi", "family": "Ushio"}, "medalist cast nagi"),
        ({"name": "Coach K"}, "medalist cast coach k"),
        ({"family": "Ushio"}, "medalist cast ushio"),
        ({"ja": "潮凪"}, "medalist cast"),
        ({"name": "K & Co"}, "medalist cast"),
    ],
)
def test_an_example_names_the_lead_where_that_is_safe_to_paste(
    rower: Program, tmp_path: Path, name: dict[str, str], command: str
) -> None:
    show = json.loads(SERIES.read_text())
    show["cast"][0]["character"] = name
    path = tmp_path / "show.json"
    path.write_text(json.dumps(show))
    (line,) = [row for row in rower("--data", path).out.splitlines() if "voice actors" in row]
    assert line.partition("  characters and")[0].strip() == command


def test_nothing_is_coming_up_where_nothing_is(rower: Program) -> None:
    assert "Coming up" not in rower(now="2150-01-01").out


def test_the_january_2026_premiere_is_on_the_first_screen(medalist: Program) -> None:
    assert "Season 2 premiered 302 days ago, on Sat 24 Jan 2026." in medalist().out


def test_the_first_screen_has_the_same_json_as_countdown(medalist: Program, valid: Valid) -> None:
    first, second = medalist("--json"), medalist("countdown", "--json")
    assert first == second
    assert valid("countdown", first.out)["id"] == "film"


@pytest.mark.parametrize("flag", ["-V", "--version"])
def test_the_version_is_one_line(medalist: Program, flag: str) -> None:
    assert medalist(flag) == (0, f"medalist {__version__}\n", "")


def test_the_version_ignores_invalid_variables(medalist: Program) -> None:
    ended = medalist("-V", env={"MEDALIST_TZ": "nowhere"})
    assert ended == (0, f"medalist {__version__}\n", "")


EXAMPLES = [
    example for command in ([], *EVERY) for example in usage.described(_at(command).help).examples
]


@pytest.mark.parametrize("command", [[], *EVERY], ids=" ".join)
def test_help_begins_with_a_sentence_usage_and_examples_to_paste(
    medalist: Program, command: list[str]
) -> None:
    ended = medalist(*command, "-h")
    summary, shown, examples = ended.out.split("\n\n")[:3]
    typed = " ".join(["medalist", *command])
    assert (ended.code, ended.err) == (0, "")
    assert summary.endswith(".")
    assert shown.startswith(f"Usage: {typed}")
    heading, *lines = examples.splitlines()
    assert heading == "Examples"
    assert lines
    assert all(line.startswith(f"  $ {typed if command else 'medalist'}") for line in lines)


@pytest.mark.parametrize(
    "command",
    [
        "",
        "cast",
        "countdown",
        "data",
        "data merge",
        "help",
        "is within",
        "links",
        "season",
        "where",
    ],
)
def test_a_help_page_is_the_golden_one(golden: Golden, medalist: Program, command: str) -> None:
    ended = medalist(*command.split(), "-h")
    golden(f"help.{command.replace(' ', '-') or 'medalist'}", ended.out.encode())


@pytest.mark.parametrize("command", [[], *EVERY], ids=" ".join)
def test_help_fits_80_columns(medalist: Program, command: list[str]) -> None:
    lines = medalist(*command, "-h").out.splitlines()
    assert [line for line in lines if len(line) > 80] == []


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_of_the_help_runs(
    example: str, medalist: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only the program's part of a line of shell, where its input is a file of the show."""
    monkeypatch.chdir(tmp_path)
    typed, *_ = re.split(r" (?:\||>|&&) ", example)
    if "--live" in typed:
        typed = typed.replace("--live", "--json")  # which needs no terminal
    for name in re.findall(r" ([\w.-]+\.json)", typed):
        shutil.copy(SERIES if name == "b.json" else bundle.location(), name)
    for name in re.findall(r"(?<!-o) ([\w.-]+\.ics)", typed):
        Path(name).write_text(medalist("calendar").out)
    assert medalist(*shlex.split(typed)[1:]).code in (0, 1)


def _lines_of(text: str, heading: str) -> list[str]:
    """Return the lines below a heading."""
    return text.partition(f"\n{heading}\n")[2].partition("\n\n")[0].splitlines()


def test_the_help_of_the_program_fits_a_page_of_66_lines(medalist: Program) -> None:
    assert len(medalist("-h").out.splitlines()) <= 66


def test_the_help_of_a_command_has_its_own_options_first(medalist: Program) -> None:
    shown = medalist("cast", "-h").out
    assert [line.split()[0] for line in _lines_of(shown, "Options")] == ["-s,", "--new", "-h,"]
    assert "--tz ZONE" in "\n".join(_lines_of(shown, "Shared options"))


def test_the_help_of_a_list_names_its_fields_and_its_schema(medalist: Program) -> None:
    shown = "\n".join(_lines_of(medalist("cast", "-h").out, "Fields"))
    assert "character, character_ja, actor" in shown
    assert "`medalist data schema cast` describes the whole answer." in shown


def test_the_help_points_to_the_manual(medalist: Program) -> None:
    assert medalist("-h").out.endswith("`man medalist` the manual.\n")
    assert medalist("cast", "-h").out.endswith("`man medalist` is the manual.\n")


@pytest.mark.parametrize("command", [[], ["cast"], ["data"]], ids=" ".join)
def test_both_help_options_print_the_same_text(medalist: Program, command: list[str]) -> None:
    assert medalist(*command, "-h") == medalist(*command, "--help")


def test_the_help_lists_every_command_in_a_group(medalist: Program) -> None:
    shown = medalist("-h").out
    listed = [line for group in usage.GROUPS for line in _lines_of(shown, group)]
    assert sorted(line.split()[0] for line in listed) == COMMANDS
    assert usage.NO_GROUP not in shown


@pytest.mark.parametrize(("command", "kind"), [("cast", Records), ("countdown", Countdown)])
def test_help_lists_every_format(medalist: Program, command: str, kind: type[Result]) -> None:
    shown = " ".join(medalist(command, "-h").out.split())
    assert f"One of: {', '.join(formats(kind))}." in shown


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [("cats", "cast"), ("count", "countdown"), ("schedul", "schedule"), ("glosary", "glossary")],
)
def test_an_unknown_command_is_a_usage_error_with_a_suggestion(
    medalist: Program, wrong: str, meant: str
) -> None:
    assert medalist(wrong) == (
        2,
        "",
        f"medalist: error: no such command '{wrong}'\nDid you mean {meant}?\n",
    )


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ("inori", "medalist cast inori"),
        ("dorroh", "medalist cast dorroh"),
        ("yamamoto", "medalist staff yamamoto"),
        ("suzuki", "medalist staff suzuki"),
        ("hikaru", "medalist cast hikaru"),
        ("opening", "medalist music opening"),
        ("theme", "medalist music"),
        ("bow and arrow", "medalist music bow and arrow"),
        ("hanyu", "medalist music bow and arrow"),
        ("film", "medalist countdown film"),
        ("next", "medalist countdown next"),
        ("映画", "medalist countdown film"),
        ("uk", "medalist where uk"),
        ("japan", "medalist where japan"),
        ("hulu", "medalist where hulu"),
        ("season2", "medalist season 2"),
        ("s2e3", "medalist episode s2e3"),
        ("2x3", "medalist episode s2e3"),
        ("axel", "medalist glossary axel"),
        ("trailer", "medalist links"),
        ("premiere", "medalist search premiere"),
        ("inori --json", "medalist cast inori"),
        ("inori --bogus", "medalist cast inori"),
    ],
)
def test_a_word_that_is_no_command_is_advised_the_command_that_answers_it(
    medalist: Program, words: str, command: str
) -> None:
    name = words.partition(" ")[0]
    expected = f"medalist: error: no such command '{name}'\nTry: {command}\n"
    assert medalist(*words.split()) == (2, "", expected)


@pytest.mark.parametrize(
    ("question", "command"),
    [
        ("when is the movie", "medalist countdown film"),
        ("how long until the film", "medalist countdown film"),
        ("who voices inori", "medalist cast inori"),
        ("who sings the opening", "medalist music opening"),
        ("what is a salchow", "medalist glossary salchow"),
        ("what happened in episode 9", "medalist episode s1e9"),
        ("who won the chubu block", "medalist episode s2e5"),
        ("watch in brasil", "medalist where brasil"),
        ("show everything", "See: medalist -h"),
        ("please show the program of the evening", "See: medalist -h"),
    ],
)
def test_a_question_is_advised_the_command_that_answers_its_end(
    medalist: Program, question: str, command: str
) -> None:
    advice = medalist(*question.split()).err.splitlines()[-1]
    assert advice.removeprefix("Try: ") == command


CALLED = {
    "calendar": "ics ical",
    "cast": "character characters actor actors voice voices 声優",
    "countdown": "when until いつ",
    "glossary": "term terms jump jumps",
    "help": "usage manual",
    "init": "prompt completion",
    "links": "site website video videos",
    "music": "song songs ost 主題歌",
    "recap": "story summary plot あらすじ",
    "schedule": "date dates release releases",
    "seen": "spoiler spoilers watched progress",
    "staff": "crew makers",
    "timeline": "history",
    "where": "watch stream streams streaming 配信",
    "--version": "version",
}
"""What people call a command."""


@pytest.mark.parametrize(
    ("word", "command"), [(word, name) for name, words in CALLED.items() for word in words.split()]
)
def test_another_word_for_a_command_is_advised_the_command(
    medalist: Program, word: str, command: str
) -> None:
    expected = f"medalist: error: no such command '{word}'\nTry: medalist {command}\n"
    assert medalist(word) == (2, "", expected)


def test_no_command_is_called_what_another_is_named() -> None:
    folder = Folder(commands)
    called = [alias for name in folder for alias in folder.aliases(name)]
    assert len({*called, *folder}) == len(called) + len(folder)


@pytest.mark.parametrize("words", ["xyzzy", "theme-park", "・"])
def test_a_word_that_nothing_mentions_is_advised_the_help(medalist: Program, words: str) -> None:
    assert medalist(words).err.splitlines()[-1] == "See: medalist -h"


def test_the_dataset_of_the_line_answers_a_word_that_is_no_command(
    medalist: Program, rower: Program
) -> None:
    assert rower("nagi").err.endswith("Try: medalist cast nagi\n")
    assert medalist("nagi", "--data", SERIES).err.endswith("Try: medalist cast nagi\n")
    assert rower("inori").err.endswith("See: medalist -h\n")


def test_a_word_that_is_no_command_is_not_answered_with_a_spoiler(rower: Program) -> None:
    hidden = "See: medalist -h\n"
    assert rower("kashima").err.endswith("Try: medalist cast kashima\n")
    assert rower("kashima", "--seen", "S1E2").err.endswith(hidden)
    assert rower("kashima", env={"MEDALIST_SEEN": "S1E2"}).err.endswith(hidden)


@pytest.mark.parametrize(
    "more", [["--data", "/nowhere"], ["--seen", "soon"], ["--tz", "nowhere"], ["--data"]]
)
def test_a_bad_option_does_not_hide_that_a_word_is_no_command(
    rower: Program, more: list[str]
) -> None:
    ended = rower("nagi", *more)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("medalist: error: no such command 'nagi'\n")
    assert ended.err.count("\n") == 2


def test_a_broken_dataset_does_not_hide_that_a_word_is_no_command(
    rower: Program, tmp_path: Path
) -> None:
    broken = tmp_path / "show.json"
    broken.write_text("{")
    assert rower("nagi", "--data", broken) == (
        2,
        "",
        "medalist: error: no such command 'nagi'\nSee: medalist -h\n",
    )


def test_a_title_wins_over_a_near_command(rower: Program, tmp_path: Path) -> None:
    show = json.loads(SERIES.read_text())
    show["glossary"][0]["term"] = "cats"
    path = tmp_path / "show.json"
    path.write_text(json.dumps(show))
    assert rower("cats", "--data", path).err.endswith("Try: medalist glossary cats\n")
    assert rower("cats").err.endswith("Did you mean cast?\n")


def test_what_the_dataset_mentions_wins_over_a_command_with_two_other_letters(
    rower: Program, tmp_path: Path
) -> None:
    show = json.loads(SERIES.read_text())
    show["glossary"][0]["meaning"] = "The one who calenders the paper."
    path = tmp_path / "show.json"
    path.write_text(json.dumps(show))
    assert rower("calenders", "--data", path).err.endswith("Try: medalist glossary cox\n")
    assert rower("calenders").err.endswith("Did you mean calendar?\n")


@pytest.mark.parametrize(
    ("word", "advice"),
    [
        ("cal", "Did you mean calendar?"),
        ("sched", "Did you mean schedule?"),
        ("da", "Try: medalist search da"),
        ("xy", "See: medalist -h"),
    ],
)
def test_three_letters_are_an_abbreviation_of_the_only_command_that_begins_so(
    rower: Program, word: str, advice: str
) -> None:
    assert rower(word).err.splitlines()[-1] == advice


@pytest.mark.parametrize(
    ("question", "advice"),
    [
        ("tell me temper", "See: medalist -h"),
        ("what has hayate temper", "Try: medalist episode s1e2"),
        ("who is nagi", "Try: medalist cast nagi"),
        ("please tell me more about the cox nagi", "Try: medalist search cox nagi"),
    ],
)
def test_the_last_word_alone_answers_a_question_only_as_a_title(
    rower: Program, question: str, advice: str
) -> None:
    assert rower(*question.split()).err.splitlines()[-1] == advice


SMALL = ["a", "an", "the", "is", "are", "was", "in", "of", "on", "for", "to", "about"]


@pytest.mark.parametrize("word", SMALL)
def test_small_words_of_a_question_are_not_looked_up(rower: Program, word: str) -> None:
    assert rower("tell", "nagi", word).err.splitlines()[-1] == "Try: medalist cast nagi"


def test_an_unknown_subcommand_is_a_usage_error_with_a_suggestion(medalist: Program) -> None:
    ended = medalist("data", "pth")
    assert ended == (2, "", "medalist: error: no such command 'pth'\nDid you mean path?\n")


@pytest.mark.parametrize("name", ["_cast", "is_", "__init__", "os", "cast.x", "", "../cast"])
def test_no_other_module_is_a_command(medalist: Program, name: str) -> None:
    ended = medalist(name)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"medalist: error: no such command '{name}'\n")


@pytest.mark.parametrize("option", [["--tz", "UTC"], ["--json"], ["-f", "csv"], ["--seen", "S1"]])
def test_an_option_before_the_command_is_a_usage_error(
    medalist: Program, option: list[str]
) -> None:
    assert medalist(*option, "cast") == (
        2,
        "",
        "medalist: error: put options after the command\nSee: medalist -h\n",
    )


def test_an_unknown_option_is_a_usage_error_with_a_suggestion(medalist: Program) -> None:
    assert medalist("cast", "--seasn", "1") == (
        2,
        "",
        "medalist: error: no such option: --seasn\nDid you mean --season?\n",
    )


def test_a_misspelled_help_option_is_recognised(medalist: Program) -> None:
    error = "medalist: error: no such option: --hlep\nDid you mean --help?\n"
    assert medalist("cast", "--hlep") == (2, "", error)


@pytest.mark.parametrize("wrong", [["-f", "xml"], ["--fields", "colour"]])
def test_a_wrong_option_is_reported_before_an_empty_answer(
    medalist: Program, wrong: list[str]
) -> None:
    assert medalist("cast", "nobody", *wrong).code == 2


def test_an_unknown_option_like_none_is_advised_the_help(medalist: Program) -> None:
    assert medalist("cast", "--fo") == (
        2,
        "",
        "medalist: error: no such option: --fo\nSee: medalist cast -h\n",
    )


def test_an_unknown_choice_is_a_usage_error_that_lists_all(medalist: Program) -> None:
    assert medalist("data", "diff", "a", "b", "--color", "red") == (
        2,
        "",
        (
            "medalist: error: --color: 'red' is not one of 'auto', 'always', 'never'\n"
            "See: medalist data diff -h\n"
        ),
    )


def test_an_unknown_format_suggests_one_and_lists_all(medalist: Program) -> None:
    ended = medalist("cast", "-f", "jsn")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.splitlines()[-1].startswith("Did you mean json? Known: csv, ")


def test_an_unknown_field_suggests_one_and_lists_all(medalist: Program) -> None:
    ended = medalist("cast", "--fields", "charcter")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.splitlines()[-1].startswith("Did you mean character? Known: character, ")


@pytest.mark.parametrize(
    ("zone", "advice"),
    [
        ("Paris", "Did you mean Europe/Paris?"),
        ("tokyo", "Did you mean Asia/Tokyo?"),
        ("new york", "Did you mean America/New_York?"),
        ("asia/tokyo", "Did you mean Asia/Tokyo?"),
        ("Europe/Pari", "Did you mean Europe/Paris?"),
        ("tokio", "Did you mean Asia/Tokyo?"),
        ("Nowhere", "See: medalist cast -h"),
    ],
)
def test_an_unknown_zone_suggests_that_of_a_city(medalist: Program, zone: str, advice: str) -> None:
    expected = f"medalist: error: --tz: unknown time zone '{zone}'\n{advice}\n"
    assert medalist("cast", "--tz", zone) == (2, "", expected)


def test_a_missing_option_value_is_a_usage_error_that_names_the_option(medalist: Program) -> None:
    error = "medalist: error: option '--data' requires an argument\nSee: medalist -h\n"
    assert medalist("cast", "--data") == (2, "", error)


@pytest.mark.parametrize("name", [*VARIABLES, "MEDALIST_DATA"])
@pytest.mark.parametrize("command", ["cast", "countdown"])
def test_an_empty_variable_counts_as_unset(medalist: Program, command: str, name: str) -> None:
    plain = medalist(command, "--now", NOW)
    assert plain.code == 0
    assert medalist(command, "--now", NOW, env={name: ""}) == plain


@pytest.mark.parametrize(("name", "value"), VARIABLES.items())
def test_an_invalid_variable_is_a_usage_error_that_names_it(
    medalist: Program, name: str, value: str
) -> None:
    if name == "MEDALIST_NOW":
        ended = medalist("cast", now=value)
    else:
        ended = medalist("cast", env={name: value})
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"medalist: error: {name}: ")
    assert f"'{value}'" in ended.err
    assert ended.err.count("\n") == 2


@pytest.mark.parametrize(
    ("name", "value", "option"),
    [
        ("MEDALIST_TZ", "Asia/Tokyo", ["--tz", "America/New_York"]),
        ("MEDALIST_NAMES", "ja", ["--names", "en"]),
        ("MEDALIST_NAME_ORDER", "family", ["--name-order", "given"]),
        ("MEDALIST_SEEN", "none", ["--seen", "S2"]),
        ("MEDALIST_DATA", "/nowhere", ["--data", str(SERIES)]),
    ],
)
def test_an_option_overrides_its_variable(
    rower: Program, name: str, value: str, option: list[str]
) -> None:
    wanted = rower("schedule", *option)
    assert wanted.code == 0
    assert rower("schedule", *option, env={name: value}) == wanted


@pytest.mark.parametrize("name", ["XYZ-99:99", "UTC+25", "Not/AZone", "nowhere", "/etc/passwd"])
def test_an_invalid_tz_falls_back_to_utc_with_a_note(medalist: Program, name: str) -> None:
    ended = medalist("countdown", "s2e1", "--json", env={"TZ": name})
    assert (ended.code, json.loads(ended.out)["zone"]) == (0, "UTC")
    assert ended.err == f"medalist: note: unknown TZ '{name}'; using UTC\n"


@pytest.mark.parametrize(
    ("name", "zone", "local"),
    [
        ("Asia/Tokyo", "Asia/Tokyo", "2026-01-25T01:30:00+09:00"),
        (":Europe/Paris", "Europe/Paris", "2026-01-24T17:30:00+01:00"),
        ("JST-9", "JST-9", "2026-01-25T01:30:00+09:00"),
    ],
)
def test_the_system_zone_is_the_default(
    medalist: Program, name: str, zone: str, local: str
) -> None:
    found = json.loads(medalist("countdown", "s2e1", "--json", env={"TZ": name}).out)
    assert (found["zone"], found["local"]) == (zone, local)


def test_a_missing_dataset_is_reported_in_one_line_with_its_path(medalist: Program) -> None:
    assert medalist("cast", env={"MEDALIST_DATA": "/nowhere/[red]x"}) == (
        3,
        "",
        "medalist: error: /nowhere/[red]x: No such file or directory\n",
    )


@pytest.mark.parametrize("command", [["cast", "x\x1b]0;y\x07z\u202e\n"], ["\x1b[2J\x85"]])
def test_an_error_escapes_control_characters_of_an_argument(
    medalist: Program, command: list[str]
) -> None:
    ended = medalist(*command)
    assert (ended.code in (1, 2), ended.out) == (True, "")
    assert all(char.isprintable() or char == "\n" for char in ended.err)
    starts = ("medalist: ", "Did you", "See: ", "`medalist ")
    assert all(line.startswith(starts) for line in ended.err.split("\n")[:-1])


@pytest.mark.parametrize("form", ["table", "text", "json", "csv"])
def test_the_same_time_gives_the_same_bytes(rower: Program, form: str) -> None:
    assert rower("schedule", "-f", form) == rower("schedule", "-f", form)


def test_the_output_option_writes_the_result_to_a_file(rower: Program, tmp_path: Path) -> None:
    path = tmp_path / "cast.csv"
    shown = rower("cast", "-f", "csv")
    assert rower("cast", "-f", "csv", "-o", path) == (0, "", "")
    assert path.read_bytes() == shown.out.encode()


def test_a_dash_as_file_name_is_stdout(rower: Program) -> None:
    assert rower("cast", "-o", "-") == rower("cast")


def test_an_existing_file_is_not_overwritten(rower: Program, tmp_path: Path) -> None:
    path = tmp_path / "cast.txt"
    path.write_text("mine")
    ended = rower("cast", "-o", path)
    assert (ended.code, ended.out, path.read_text()) == (4, "", "mine")
    assert ended.err.startswith(f"medalist: error: {path}: ")


def test_force_replaces_a_file_and_keeps_its_mode(rower: Program, tmp_path: Path) -> None:
    path = tmp_path / "cast.txt"
    path.write_text("old")
    path.chmod(0o600)
    assert rower("cast", "-o", path, "--force").code == 0
    assert (path.read_text(), path.stat().st_mode & 0o777) == (rower("cast").out, 0o600)


def test_a_symlink_is_followed(rower: Program, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "target")
    assert rower("cast", "-o", link).code == 0
    assert (link.is_symlink(), (tmp_path / "target").read_text()) == (True, rower("cast").out)


def test_the_dataset_itself_is_never_overwritten(rower: Program, tmp_path: Path) -> None:
    path = tmp_path / "show.json"
    path.write_bytes(SERIES.read_bytes())
    ended = rower("data", "show", "--data", path, "-o", path, "--force")
    assert (ended.code, ended.out, path.read_bytes()) == (2, "", SERIES.read_bytes())


def test_a_missing_folder_ends_with_4(rower: Program) -> None:
    assert rower("cast", "-o", "/nowhere/cast.csv") == (
        4,
        "",
        "medalist: error: /nowhere/cast.csv: No such file or directory\n",
    )


def test_writing_a_file_leaves_no_temporary_file(rower: Program, tmp_path: Path) -> None:
    rower("cast", "-o", tmp_path / "cast.csv")
    assert os.listdir(tmp_path) == ["cast.csv"]


@pytest.mark.parametrize("second", [["--data", "b"], ["--data=b"]])
def test_two_datasets_are_a_usage_error(medalist: Program, second: list[str]) -> None:
    ended = medalist("cast", "--data", SERIES, *second)
    assert ended == (2, "", "medalist: error: --data is given twice\n")


def test_what_stands_behind_two_dashes_is_no_dataset(medalist: Program) -> None:
    ended = medalist("cast", "--data", SERIES, "--", "--data", "--data=")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith("medalist: error: no character or actor matches '--data --data='\n")


@pytest.mark.parametrize("command", [["cast", "--data"], ["data", "validate"]])
def test_a_dataset_that_may_not_be_read_ends_with_3(
    medalist: Program, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    monkeypatch.setattr(files, "content", refuse)
    ended = medalist(*command, SERIES)
    assert ended == (3, "", f"medalist: error: {SERIES}: Permission denied\n")
