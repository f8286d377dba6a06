"""`medalist search`: everything that mentions some words, and the command that shows it."""

import subprocess

import pytest
from conftest import Program, Rows

from medalist_cli.queries import search, spoilers
from medalist_cli.storage import bundle, loader
from medalist_cli.text.words import fold

KEYS = ["kind", "id", "title", "text", "command"]


def test_a_row_has_the_title_what_it_is_and_the_command(rower: Program) -> None:
    assert rower("search", "oarlock", "--fields", "kind,title,command") == (
        0,
        (
            "Kind    Title                       Command\n"
            "season  Still Water Eight           medalist season 1\n"
            "season  Still Water Eight Season 2  medalist season 2\n"
            "facts checked 20 Nov 2026\n"
        ),
        "",
    )


def test_json_has_the_promised_keys_in_order(rows: Rows) -> None:
    assert list(rows("search", "nagi")[0]) == KEYS


def test_json_tells_all_of_a_match(rows: Rows) -> None:
    assert rows("search", "cox", "steers")[0] == {
        "kind": "term",
        "id": "cox",
        "title": "cox",
        "text": "The one who steers and calls the stroke, and does not row.",
        "command": "medalist glossary cox",
    }


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ("nagi", "medalist cast nagi"),
        ("ushio nagi", "medalist cast nagi"),
        ("ＮＡＧＩ", "medalist cast nagi"),
        ("潮凪", "medalist cast nagi"),
        ("shorty", "medalist cast nagi"),
        ("ōtori", "medalist cast otori"),
        ("ohtori", "medalist cast otori"),
        ("whitlock", "medalist cast whitlock"),
        ("junichi", "medalist cast komori"),
        ("minase", "medalist staff minase"),
        ("sound director", "medalist staff 大河原湊"),
        ("pull", "medalist music pull"),
        ("nagisa", "medalist music なぎさ"),
        ("season 2 opening", "medalist music tide table"),
        ("the slides", "medalist music pull"),
        ("catch a crab", "medalist episode s1e2"),
        ("coxswain", "medalist glossary cox"),
        ("整調", "medalist glossary stroke"),
        ("tidetable", "medalist music tide table"),
        ("tide ta ble", "medalist music tide table"),
        ("s1e3", "medalist episode s1e3"),
        ("1x3", "medalist episode s1e3"),
        ("第3話", "medalist episode s1e3"),
        ("劇場版", "medalist countdown film"),
        ("regatta", "medalist countdown film"),
        ("rowing-day", "medalist countdown rowing-day"),
        ("season2", "medalist season 2"),
        ("faster than the tide", "medalist season 2"),
        ("paddle", "medalist where paddle"),
        ("usa", "medalist where usa"),
        ("trailer", "medalist links"),
        ("clockmaker's cat", "medalist season 2"),
        ("ida fenn", "medalist season 1"),
        ("凪の八人", "medalist season 1"),
        ("seats in the boat", "medalist sources --conflicts"),
        ("club-site", "medalist sources club-site"),
    ],
)
def test_the_best_match_is_first(rows: Rows, words: str, command: str) -> None:
    assert rows("search", *words.split())[0]["command"] == command


@pytest.mark.parametrize("words", ["hour clubs", "foat", "zourney"])
def test_english_texts_are_not_romanised(rower: Program, words: str) -> None:
    assert rower("search", *words.split()).code == 1


def test_a_short_word_finds_only_names_that_contain_it_as_it_is(medalist: Program) -> None:
    found = medalist("search", "oh", "--fields", "title").out
    assert "Rioh Sonidori" in found
    assert "Takeo Otsuka" not in found


def test_all_words_must_be_mentioned(rower: Program) -> None:
    assert rower("search", "nagi", "paddle") == (
        1,
        "",
        "medalist: error: nothing mentions 'nagi paddle'\nTry fewer words.\n",
    )


def test_a_title_comes_before_a_text(rows: Rows) -> None:
    kinds = [row["kind"] for row in rows("search", "stroke")]
    assert kinds.index("term") < kinds.index("character")


def test_a_match_in_a_text_shows_the_sentence(rows: Rows) -> None:
    assert [row["text"] for row in rows("search", "temper")] == [
        "The first outing ends in the water, and Hayate in a temper."
    ]


def test_what_is_not_seen_yet_is_not_found(rower: Program) -> None:
    assert "Boathouse" in rower("search", "boathouse", "--seen", "S1E3").out
    later = rower("search", "burns", "--seen", "S1E2")
    assert (later.code, later.out) == (1, "")


def test_what_is_not_seen_yet_is_not_suggested(rower: Program) -> None:
    assert "Did you mean" in rower("search", "kashimo").err
    assert "Did you mean" not in rower("search", "kashimo", "--seen", "S1E2").err


def test_hidden_records_are_counted(rower: Program) -> None:
    ended = rower("search", "nagi", "--seen", "S1E1")
    assert (ended.code, ended.err) == (
        0,
        "medalist: note: spoilers after S1E1 hidden (4 episodes)\n",
    )


def test_nothing_found_suggests_a_near_misspelling(rower: Program) -> None:
    assert rower("search", "hayaet") == (
        1,
        "",
        "medalist: error: nothing mentions 'hayaet'\nDid you mean Hayate?\n",
    )


@pytest.mark.parametrize("words", ["xyzzy", "--", "・", "'"])
def test_nothing_found_and_nothing_near_is_one_line(rower: Program, words: str) -> None:
    ended = rower("search", "--", words)
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.count("\n") == 1


def test_words_are_needed(rower: Program) -> None:
    ended = rower("search")
    assert ended == (2, "", "medalist: error: WORDS is missing\nSee: medalist search -h\n")


def offered() -> list[str]:
    """Return the command of everything that can be found in the bundled dataset."""
    dataset = spoilers.up_to(loader.load(None), None)
    written = search.Commands(dataset)
    return sorted({written.of(entry) for entry in search.every(dataset)})


def pasted(*lines: str) -> list[list[str]]:
    """Return the words of command lines as sh reads them."""
    script = "".join(f"set -- {line}; printf '%s\\037' \"$@\"; echo\n" for line in lines)
    shown = subprocess.run(["sh"], input=script, capture_output=True, text=True, check=True)
    return [line.split("\x1f")[:-1] for line in shown.stdout.split("\n")[:-1]]


@pytest.mark.parametrize("arguments", pasted(*offered()), ids=" ".join)
def test_every_offered_command_works_when_pasted(medalist: Program, arguments: list[str]) -> None:
    assert arguments[0] == "medalist"
    ended = medalist(*arguments[1:])
    assert (ended.code, ended.err) == (0, "")
    assert ended.out


def test_every_word_for_several_records_is_answered_by_a_command_that_works(
    medalist: Program,
) -> None:
    whole = spoilers.up_to(loader.load(None), None)
    asked = type(whole)(  # a command takes words for records of these lists alone
        schema_version=2,
        as_of=whole.as_of,
        show=whole.show,
        anchor=whole.anchor,
        milestones=(),
        cast=whole.cast,
        staff=whole.staff,
        songs=whole.songs,
        streams=whole.streams,
        glossary=whole.glossary,
    )
    names = {name for entry in search.every(asked) for name in (entry.title, *entry.forms)}
    words = {word for name in filter(None, names) for word in fold(name).split()}
    answers = {found[0] for word in words if (found := search.answer(asked, word))}
    new = [line for line in sorted(answers - set(offered())) if "search" not in line.split()]
    assert {"medalist cast hikaru", "medalist music opening"} <= set(new)
    failed = [words for words in pasted(*new) if medalist(*words[1:]).code != 0]
    assert failed == []


def test_a_country_has_its_command(medalist: Program) -> None:
    first = medalist("search", "uk", "-f", "csv").out.splitlines()[1]
    assert first == "country,GB,United Kingdom,Where to watch there,medalist where uk"


def test_a_country_is_not_found_where_no_service_is_known() -> None:
    dataset = spoilers.up_to(loader.load(None), None)
    without = type(dataset)(
        schema_version=2,
        as_of=dataset.as_of,
        show=dataset.show,
        anchor=dataset.anchor,
        milestones=dataset.milestones,
    )
    found = search.hits(without, "uk", bundle.countries())
    assert "country" not in {hit.entry.kind for hit in found}


@pytest.mark.parametrize(
    ("names", "title"),
    [("en", "Nagi Ushio"), ("ja", "潮凪"), ("both", "Nagi Ushio (潮凪)")],
)
def test_names_are_written_as_asked_for(rower: Program, names: str, title: str) -> None:
    out = rower("search", "nagi", "--names", names, "--fields", "title", "-f", "text").out
    assert out.splitlines()[0] == title


def test_titles_are_written_in_japanese_where_they_have_one(rower: Program) -> None:
    out = rower("search", "crab", "--names", "ja", "--fields", "title", "-f", "text").out
    assert out.splitlines()[0] == "蟹を取る"


@pytest.mark.parametrize("words", ["disney", "disney+", "disney plus", "Disney-Plus"])
def test_a_service_is_found_with_and_without_its_sign(medalist: Program, words: str) -> None:
    first = medalist("search", words, "-f", "csv", "--fields", "command").out.splitlines()[1]
    assert first == "medalist where disney+"
    services = medalist("where", words, "-f", "csv", "--fields", "service").out.splitlines()[1:]
    assert set(services) == {"Disney+"}
