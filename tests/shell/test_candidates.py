"""Completion candidates, through the protocol of Typer's shell code."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec
import pytest
from conftest import SERIES, Program

from medalist_cli.model.dataset import Name
from medalist_cli.queries import spoilers
from medalist_cli.queries.spoilers import VisibleDataset
from medalist_cli.shell import candidates
from medalist_cli.shell.candidates import Candidate
from medalist_cli.storage import bundle, loader

Complete = Callable[..., list[str]]


@pytest.fixture
def complete(medalist: Program, monkeypatch: pytest.MonkeyPatch) -> Complete:
    """Return what bash would offer for the last of the given words, on the invented show."""

    def offered(*words: str, **env: str) -> list[str]:
        monkeypatch.setenv("MEDALIST_DATA", str(SERIES))
        line = ["medalist", *words]
        ended = medalist(
            env={
                "_MEDALIST_COMPLETE": "complete_bash",
                "COMP_WORDS": "\n".join(line),
                "COMP_CWORD": str(len(line) - 1),
            }
            | env
        )
        assert ended.err == ""
        return list(filter(None, ended.out.splitlines()))

    return offered


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        (["cou"], ["countdown"]),
        (["is", ""], ["live", "out", "today", "within"]),
        (["data", "s"], ["schema", "show"]),
        (["init", ""], ["bash", "fish", "zsh"]),
        (["cast", "--n"], ["--new", "--now", "--names", "--name-order", "--no-pager"]),
        (["cast", "-f", "js"], ["json", "jsonl"]),
        (["countdown", "-f", "i"], ["i3bar", "i3blocks"]),
        (["schedule", "--format", "i"], ["ics"]),
        (["cast", "--fields", "char"], ["character", "character_ja"]),
        (["cast", "--fields", "role,char"], ["role,character", "role,character_ja"]),
        (["cast", "--fields", "role,new,ne"], []),
        (["where", "--names", "b"], ["both"]),
        (["countdown", "season-2-p"], ["season-2-premiere"]),
        (["is", "out", "nex"], ["next"]),
        (["plan", "--by", "fil"], ["film"]),
        (["cast", "--seen", "s2"], ["s2", "s2E1", "s2E2"]),
        (["recap", ""], ["1", "2", "s1e1", "s1e2", "s1e3", "s2e1", "s2e2"]),
        (["schedule", "--season", ""], ["1", "2"]),
        (["countdown", "--tz", "Asia/Tok"], ["Asia/Tokyo"]),
    ],
)
def test_a_word_is_completed(complete: Complete, line: list[str], offered: list[str]) -> None:
    assert complete(*line) == offered


def test_a_name_is_offered_whole(complete: Complete) -> None:
    assert complete("cast", "nag") == ["nagi Ushio"]


def test_a_phrase_continues_after_its_typed_words(complete: Complete) -> None:
    assert complete("where", "Kawa", "S") == ["Stream"]
    assert complete("search", "The", "Night", "the", "B") == ["Boathouse Burned"]


def test_a_phrase_can_be_completed_from_any_of_its_words(complete: Complete) -> None:
    assert complete("where", "stream") == ["stream"]


def test_a_japanese_name_is_offered_for_a_japanese_prefix(complete: Complete) -> None:
    assert complete("cast", "潮") == ["潮凪"]


def test_spoilers_are_not_offered(complete: Complete) -> None:
    everything = complete("cast", "")
    hidden = complete("cast", "--seen", "S1E1", "")
    assert set(hidden) < set(everything)


def test_the_seen_variable_hides_the_same_as_the_option(complete: Complete) -> None:
    by_option = complete("cast", "--seen", "S1E1", "")
    assert complete("cast", "", MEDALIST_SEEN="S1E1") == by_option != []


def test_the_seen_option_overrides_the_variable(complete: Complete) -> None:
    everything = complete("cast", "")
    assert complete("cast", "--seen", "S2", "", MEDALIST_SEEN="none") == everything


@pytest.mark.parametrize("seen", ["S1E", "nonsense", "S0E1x"])
def test_an_invalid_seen_value_offers_nothing(complete: Complete, seen: str) -> None:
    assert complete("cast", "--seen", seen, "") == []
    assert complete("cast", "", MEDALIST_SEEN=seen) == []


@pytest.mark.parametrize(
    ("words", "code"),
    [(["cast", "--seen", "S0E1x", ""], 2), (["cast", "--data", "/nowhere", ""], 3)],
)
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_failed_completion_ends_with_the_code_of_its_error_in_silence(
    rower: Program, words: list[str], code: int, shell: str
) -> None:
    line = " ".join(["medalist", *words])
    variables = {"COMP_WORDS": line.replace(" ", "\n"), "COMP_CWORD": str(len(words))}
    typed = {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    ended = rower(env={"_MEDALIST_COMPLETE": f"complete_{shell}"} | variables | typed)
    assert ended == (code, "", "")


def test_an_unexpected_failure_of_completion_is_silent_too(rower: Program) -> None:
    variables = {"COMP_WORDS": "medalist\n", "COMP_CWORD": "one"}
    assert rower(env={"_MEDALIST_COMPLETE": "complete_bash"} | variables) == (70, "", "")


@pytest.mark.parametrize(("shell", "is_offered"), [("bash", False), ("zsh", True)])
def test_a_name_with_shell_syntax_is_offered_where_the_shell_quotes_it(
    medalist: Program, tmp_path: Path, shell: str, is_offered: bool
) -> None:
    show = json.loads(SERIES.read_bytes())
    show["cast"][0]["character"] = {"name": "Nagi (cox)"}
    path = tmp_path / "show.json"
    path.write_text(json.dumps(show))
    line = f"medalist cast --data {path} na"
    variables = {"COMP_WORDS": line.replace(" ", "\n"), "COMP_CWORD": "4"}
    typed = {"_TYPER_COMPLETE_ARGS": line, "_MEDALIST_COMPLETE": f"complete_{shell}"}
    assert ("nagi (cox)" in medalist(env=variables | typed).out) == is_offered


def test_the_given_dataset_is_used(complete: Complete, tmp_path: Path) -> None:
    show = json.loads(SERIES.read_bytes())
    show["milestones"][0]["id"] = "opening-night"
    show["anchor"] = "opening-night"
    path = tmp_path / "other.json"
    path.write_text(json.dumps(show))
    assert complete("countdown", "--data", str(path), "opening") == ["opening-night"]


def test_the_given_dataset_overrides_the_variable(complete: Complete, tmp_path: Path) -> None:
    show = json.loads(SERIES.read_bytes())
    show["milestones"][0]["id"] = "opening-night"
    path, other = tmp_path / "given.json", tmp_path / "variable.json"
    path.write_text(json.dumps(show))
    show["milestones"][0]["id"] = "opening-lap"
    other.write_text(json.dumps(show))
    line = ("countdown", "--data", str(path), "opening")
    assert complete(*line, MEDALIST_DATA=str(other)) == ["opening-night"]


@pytest.mark.parametrize("shell", ["complete_bash", "complete_zsh", "complete_fish", "x", "a_b"])
def test_a_call_without_a_line_prints_no_error(medalist: Program, shell: str) -> None:
    assert medalist(env={"_MEDALIST_COMPLETE": shell}).err in ("", _typer_says(shell))


def _typer_says(shell: str) -> str:
    return {
        "x": "Invalid completion instruction.\n",
        "a_b": "Shell b not supported.\n",
    }.get(shell, "")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize("bad", ["a\\b", "a'b", 'a"b', "a$b", "a`b", "a\x1bb", "a\nb", "-rf"])
def test_a_value_that_a_shell_could_run_is_not_offered(bad: str, shell: str) -> None:
    assert candidates.offered([Candidate(bad, "x"), Candidate("ab")], [], "", shell) == [("ab", "")]


@pytest.mark.parametrize("bad", ["a;b", "a&b", "a|b", "a>b", "(a)", "a*b", "a~b", "#a", "{a,b}"])
def test_bash_is_offered_no_value_with_shell_syntax(bad: str) -> None:
    assert candidates.offered([Candidate(bad), Candidate("ab")], [], "", "bash") == [("ab", "")]
    assert candidates.offered([Candidate(bad)], [], "", "zsh") == [(bad, "")]


def test_a_description_has_no_shell_syntax() -> None:
    hostile = "$(touch x) `y` \\[red] 'a' \"b\" \x1b[31m\n[/z] c\u202ed"
    harmless = "(touch x) y \\[red] ’a’ b \\[31m \\[/z] c d"
    assert candidates.offered([Candidate("a", hostile)], [], "", "zsh") == [("a", harmless)]


def test_a_value_is_offered_once() -> None:
    found = [Candidate("a", "first"), Candidate("a", "second")]
    assert candidates.offered(found, [], "", "zsh") == [("a", "first")]


def test_a_phrase_is_completed_from_the_first_word_that_matches_only() -> None:
    assert candidates.offered([Candidate("Kawa Kanal")], [], "ka", "zsh") == [("kawa Kanal", "")]


CAST = [
    ("Nagi Ushio", "voiced by Sayo Otori"),
    ("潮凪", "voiced by Sayo Otori"),
    ("Sayo Otori", "voice of Nagi Ushio"),
    ("鳳小夜", "voice of Nagi Ushio"),
    ("Hayate Kujirai", "voiced by Jun'ichi Komori"),
    ("鯨井颯", "voiced by Jun'ichi Komori"),
    ("Jun'ichi Komori", "voice of Hayate Kujirai"),
    ("小森純一", "voice of Hayate Kujirai"),
    ("Coach K", ""),
    ("コーチK", ""),
    ("雨宮櫂", "voice of Coach K"),
    ("Mei Tono", "voiced by Ruri Kashima"),
    ("遠野芽衣", "voiced by Ruri Kashima"),
    ("Ruri Kashima", "voice of Mei Tono"),
    ("鹿島瑠璃", "voice of Mei Tono"),
    ("Rin Shirase", ""),
    ("白瀬凛", ""),
]
STAFF = [
    ("Minamo", "original creator"),
    ("みなも", "original creator"),
    ("Kaoru Minase", "director"),
    ("水瀬薫", "director"),
    ("Goro Tanba", "art director"),
    ("丹波五郎", "art director"),
    ("Yui Kasuga", "director of backgrounds"),
    ("春日結", "director of backgrounds"),
    ("大河原湊", "sound director"),
    ("Tetsu Hongo", "rowing adviser"),
]
EPISODES = [
    ("s1e1", "Season 1 episode 1: Too Small to Row"),
    ("s1e2", "Season 1 episode 2: Catch a Crab"),
    ("s1e3", "Season 1 episode 3: Ashes"),
    ("s2e1", "Season 2 episode 1: Borrowed"),
    ("s2e2", "Season 2 episode 2"),
]
TARGETS = [
    ("manga-start", "Manga begins"),
    ("season-1-premiere", "Season 1 premiere"),
    ("season-1-finale", "Season 1 finale"),
    ("school-visit", "Visit to a rowing school"),
    ("stage-play", "Stage play: The Night the Boathouse Burned"),
    ("rowing-day", "Rowing day"),
    ("manga-volume-5", "Manga volume 5"),
    ("season-2-premiere", "Season 2 premiere"),
    ("season-2-stream", "Season 2 streaming start"),
    ("film", "Still Water Eight: The Regatta"),
    ("third-season", "A third season"),
    *EPISODES,
    ("next", "whatever comes next"),
]
TERMS = [
    ("cox", "The one who steers and calls the stroke, and does not row."),
    ("コックス", "cox"),
    ("stroke", "The rower in the seat nearest the cox, who sets the pace."),
    ("整調", "stroke"),
    ("catch a crab", "To lose the oar to the water in mid-stroke."),
    ("seat race", "Two crews, one pair of rowers exchanged between two runs."),
]
SEASONS = [("1", "Still Water Eight"), ("2", "Still Water Eight Season 2")]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (candidates.targets, TARGETS),
        (candidates.seasons, SEASONS),
        (
            candidates.episodes,
            [
                ("none", "nothing seen yet"),
                ("all", "hide nothing"),
                ("S1", "all of season 1"),
                ("S2", "all of season 2"),
                ("S1E1", "season 1 episode 1"),
                ("S1E2", "season 1 episode 2"),
                ("S1E3", "season 1 episode 3"),
                ("S2E1", "season 2 episode 1"),
                ("S2E2", "season 2 episode 2"),
            ],
        ),
        (
            candidates.parts,
            [
                *SEASONS,
                ("s1e1", "season 1 episode 1"),
                ("s1e2", "season 1 episode 2"),
                ("s1e3", "season 1 episode 3"),
                ("s2e1", "season 2 episode 1"),
                ("s2e2", "season 2 episode 2"),
            ],
        ),
        (candidates.cast, CAST),
        (candidates.staff, STAFF),
        (
            candidates.songs,
            [
                ("Pull", "opening by The Slides"),
                ("The Slides", "artist of Pull"),
                ("ザ・スライズ", "artist of Pull"),
                ("Nagisa", "ending by Kawabe Choir"),
                ("なぎさ", "ending by Kawabe Choir"),
                ("Kawabe Choir", "artist of Nagisa"),
                ("Tide Table", "opening by The Slides"),
                ("The Slides", "artist of Tide Table"),
            ],
        ),
        (candidates.episode_ids, EPISODES),
        (candidates.terms, TERMS),
        (
            candidates.searchable,
            [
                *CAST,
                *STAFF,
                ("Pull", "opening by The Slides"),
                ("なぎさ", "ending by Kawabe Choir"),
                ("Tide Table", "opening by The Slides"),
                ("Manga begins", "news"),
                ("Season 1 premiere", "season"),
                ("Season 1 finale", "season"),
                ("Visit to a rowing school", "event"),
                ("Stage play: The Night the Boathouse Burned", "event"),
                ("Rowing day", "event"),
                ("Manga volume 5", "volume"),
                ("Season 2 premiere", "season"),
                ("Season 2 streaming start", "stream"),
                ("Still Water Eight: The Regatta", "film"),
                ("A third season", "season"),
                *((title, "episode") for _, title in EPISODES),
                *TERMS,
            ],
        ),
        (
            candidates.sources,
            [
                ("seed", "Still Water Eight returns"),
                ("gazette", "Crew of Still Water Eight introduced"),
                ("club-site", "凪の八人 公式"),
                ("fire-report", "Who Burnt the Boathouse"),
                *TARGETS,
            ],
        ),
    ],
    ids=lambda each: getattr(each, "__name__", ""),
)
def test_values_are_offered_with_a_description(
    kind: Callable[[VisibleDataset], Iterable[Candidate]], expected: list[tuple[str, str]]
) -> None:
    assert list(kind(spoilers.up_to(loader.load(SERIES), None))) == expected


def test_the_voice_of_a_character_without_a_latin_name_has_no_description() -> None:
    show = loader.load(SERIES)
    role = msgspec.structs.replace(show.cast[0], character=Name(ja="潮凪"))
    unnamed = msgspec.structs.replace(show, cast=(role,))
    assert list(candidates.cast(spoilers.up_to(unnamed, None))) == [
        ("潮凪", "voiced by Sayo Otori"),
        ("Sayo Otori", ""),
        ("鳳小夜", ""),
    ]


def test_services_are_offered_and_countries_with_their_services() -> None:
    show = loader.load(SERIES)
    everywhere = msgspec.structs.replace(
        show.streams[-1], season=3, service="Sluice", everywhere_except=()
    )
    more = msgspec.structs.replace(show, streams=(*show.streams, everywhere))
    known = [each for each in bundle.countries() if each.code in ("HK", "JP", "US")]
    assert list(candidates.places(spoilers.up_to(more, None), known)) == [
        ("Kawa Stream", "streaming service"),
        ("Paddle", "streaming service"),
        ("Kawa Stream", "streaming service"),
        ("Paddle", "streaming service"),
        ("Sluice", "streaming service"),
        ("Hong Kong", "Paddle, Sluice"),
        ("香港", "Hong Kong"),
        ("Japan", "Kawa Stream, Sluice"),
        ("日本", "Japan"),
        ("United States", "Paddle, Sluice"),
        ("アメリカ", "United States"),
    ]
