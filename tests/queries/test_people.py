"""How names are written, and who is meant by one."""

from collections.abc import Iterable

import oracle
import pytest
from conftest import answered
from msgspec import structs

from medalist_cli.errors import NoMatch
from medalist_cli.model.dataset import Credit, Dataset, Name, Role, Status
from medalist_cli.queries import people
from medalist_cli.storage import loader
from medalist_cli.text.names import Order, Script, Style, latin

INORI = Name(given="Inori", family="Yuitsuka", ja="結束いのり", reading="ゆいつか いのり")
TAKEO = Name(given="Takeo", family="Otsuka", ja="大塚剛央", reading="おおつか たけお")
ENGI = Name(name="ENGI")
YUKI = Name(ja="卯山雪")


def role(character: Name, actor: Name, *seasons: int) -> Role:
    return Role(
        character=character, actor=actor, seasons=seasons, sources=(), confidence="two-sources"
    )


def credit(
    name: Name, post: str = "director", *seasons: int, status: Status | None = None
) -> Credit:
    return Credit(
        name=name,
        role=post,
        role_ja="監督" if post == "director" else None,
        seasons=seasons or (1,),
        status=status,
        sources=(),
        confidence="two-sources",
    )


BUNDLED = loader.load(None)
SHOW = structs.replace(
    BUNDLED,
    cast=(role(INORI, TAKEO, 1, 2), role(YUKI, Name(), 2)),
    staff=(
        credit(ENGI, "animation studio", 1, 2, status="returning"),
        credit(Name(given="Kenji", family="Koyama"), "producer", 2, status="new"),
        credit(Name(name="Koji"), "director", 1),
    ),
)


@pytest.mark.parametrize(
    ("script", "order", "expected"),
    [
        ("en", "given", ["Inori Yuitsuka", "ENGI", "卯山雪", None]),
        ("en", "family", ["Yuitsuka Inori", "ENGI", "卯山雪", None]),
        ("ja", "given", ["結束いのり", "ENGI", "卯山雪", None]),
        ("both", "given", ["Inori Yuitsuka (結束いのり)", "ENGI", "卯山雪", None]),
        ("both", "family", ["Yuitsuka Inori (結束いのり)", "ENGI", "卯山雪", None]),
    ],
)
def test_a_form_that_is_not_known_falls_back_to_the_other(
    script: Script, order: Order, expected: list[str | None]
) -> None:
    style = Style(script, order)
    assert [style.write(name) for name in (INORI, ENGI, YUKI, Name())] == expected


@pytest.mark.parametrize("name", [Name(given="Inori"), Name(family="Inori"), Name(name="Inori")])
def test_one_part_of_a_name_is_written_alone(name: Name) -> None:
    assert latin(name) == latin(name, "family") == "Inori"


def test_both_scripts_are_written_once_where_they_are_the_same() -> None:
    assert Style("both").write(Name(name="ENGI", ja="ENGI")) == "ENGI"


def cast(query: str = "", season: int | None = None, *, new: bool = False) -> list[str | None]:
    found = people.roles(SHOW, query, season, new=new)
    return [Style().write(each.character) for each in found]


def staff(
    query: str = "", season: int | None = None, status: Status | None = None, post: str = ""
) -> list[str | None]:
    found = people.crew(SHOW, query, season, status=status, role=post)
    return [latin(each.name) for each in found]


@pytest.mark.parametrize(
    "query",
    [
        *("otsuka", "Ōtsuka", "ohtsuka", "Ootsuka Takeo", "TAKEO OTSUKA"),
        *("大塚", "おおつか", "ｵｵﾂｶ", "大塚　剛央", "inori", "いのり", "結束"),
        *("ゆいつかいのり", "InoriYuitsuka", "tsuka", "Ｉｎｏｒｉ"),
    ],
)
def test_a_character_is_found_by_either_name_in_any_spelling(query: str) -> None:
    assert cast(query) == ["Inori Yuitsuka"]


def test_without_a_query_everyone_is_listed() -> None:
    assert cast() == ["Inori Yuitsuka", "卯山雪"]
    assert staff() == ["ENGI", "Kenji Koyama", "Koji"]


def test_a_season_has_who_appears_in_it() -> None:
    assert cast(season=1) == ["Inori Yuitsuka"]
    assert staff(season=2) == ["ENGI", "Kenji Koyama"]


def test_new_is_who_first_appears_in_the_latest_season() -> None:
    assert cast(new=True) == ["卯山雪"]


def test_new_of_a_season_is_who_first_appears_in_it() -> None:
    assert cast(season=1, new=True) == ["Inori Yuitsuka"]


@pytest.mark.parametrize(("status", "name"), [("new", "Kenji Koyama"), ("returning", "ENGI")])
def test_a_status_keeps_who_has_it(status: Status, name: str) -> None:
    assert staff(status=status) == [name]


@pytest.mark.parametrize("post", ["director", "DIR", "監督"])
def test_a_post_is_found_by_a_part_of_it_in_either_language(post: str) -> None:
    assert staff(post=post) == ["Koji"]


def test_filters_that_leave_nobody_find_no_match() -> None:
    with pytest.raises(NoMatch, match="no cast members match these filters"):
        cast("inori", season=3)
    with pytest.raises(NoMatch, match="no staff members match these filters"):
        staff(post="xyzzy")


def test_nobody_found_suggests_the_nearest() -> None:
    with pytest.raises(NoMatch) as caught:
        cast("otsuca")
    assert caught.value.message == "no character or actor matches 'otsuca'"
    assert caught.value.advice == "Did you mean Otsuka?"


def names(query: str) -> list[str | None]:
    """Return the characters of the bundled cast that `query` finds."""
    found = people.roles(BUNDLED, query, None, new=False)
    return [latin(role.character) or role.character.ja for role in found]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("rioh", ["Rioh Sonidori"]),  # not Mario
        ("RIO", ["Rioh Sonidori"]),
        ("mika", ["Mika Yuitsuka"]),  # not Mikazuki or Kamisaki
        ("yuitsuka mika", ["Mika Yuitsuka"]),
        ("dorroh", ["Inori Yuitsuka"]),  # the English voice
        ("jonathon ha", ["Tsukasa Akeuraji"]),
        ("mittens", ["Ryoka Miketa"]),  # an alias
        ("mike", ["Ryoka Miketa"]),
        ("ino", ["Inori Yuitsuka"]),  # the beginning of a word before Kino
    ],
)
def test_whole_words_come_before_beginnings_before_parts(query: str, expected: list[str]) -> None:
    assert names(query) == expected


def test_parts_of_words_are_found_where_nothing_else_is() -> None:
    assert "Inori Yuitsuka" in names("nori")
    assert "Inori Yuitsuka" in names("束いの")


def test_a_name_that_only_the_staff_has_is_advised_to_ask_there() -> None:
    with pytest.raises(NoMatch) as caught:
        cast("engi")
    assert caught.value.advice == "Try: medalist staff engi"


def test_a_name_that_only_the_cast_has_is_advised_to_ask_there() -> None:
    with pytest.raises(NoMatch) as caught:
        staff("結束")
    assert caught.value.message == "no staff member matches '結束'"
    assert caught.value.advice == "Try: medalist cast 結束"


def test_a_query_like_no_name_is_advised_the_whole_list() -> None:
    with pytest.raises(NoMatch) as caught:
        cast("qqqq\x1b")
    assert (caught.value.message, caught.value.advice) == (
        "no character or actor matches 'qqqq^['",
        "`medalist cast` lists all.",
    )


def test_the_first_season_of_a_row_is_what_new_is_about() -> None:
    rows = [people.cast_row(each, 2) for each in SHOW.cast]
    assert [row.new for row in rows] == [False, True]


def test_a_character_of_no_known_season_is_new_in_none() -> None:
    unplaced = role(INORI, TAKEO)
    assert [people.is_new(unplaced, season) for season in (1, 2)] == [False, False]
    assert people.debuts([unplaced]) == {(None, None): [unplaced]}
    assert people.latest(structs.replace(SHOW, cast=(unplaced,))) == 1


def test_a_row_has_names_as_the_reader_wants_them() -> None:
    row = people.cast_row(SHOW.cast[0], 1, Style("ja").write)
    assert (row.character, row.actor, row.dub) == ("結束いのり", "大塚剛央", None)
    assert people.staff_row(SHOW.staff[1], Style("en", "family").write).name == "Koyama Kenji"


EVERY_NAME = [
    *(name for each in BUNDLED.cast for name in (each.character, each.actor)),
    *(each.name for each in BUNDLED.staff),
]
READ = {name.reading: name for name in EVERY_NAME if name.reading}


def missed(name: Name, queries: Iterable[str]) -> set[str]:
    """Return the queries that do not find who has `name`."""
    alone: Dataset = structs.replace(BUNDLED, cast=(), staff=(credit(name),))

    def is_missed(query: str) -> bool:
        try:
            people.crew(alone, query, None, status=None, role="")
        except NoMatch:
            return True
        return False

    return set(filter(is_missed, set(queries)))


@pytest.mark.parametrize("reading", READ)
def test_every_spelling_of_a_bundled_name_finds_its_person(reading: str) -> None:
    assert not missed(READ[reading], oracle.every_spelling(reading))


@pytest.mark.parametrize("reading", READ)
def test_a_name_is_found_by_every_beginning_of_its_words(reading: str) -> None:
    assert not missed(READ[reading], oracle.beginnings(reading))


def test_every_form_on_file_finds_its_person() -> None:
    for name in EVERY_NAME:
        forms = (name.given, name.family, name.name, name.ja, name.reading, *name.variants)
        assert not missed(name, filter(None, forms))


@pytest.mark.parametrize("arguments", [("cast",), ("staff",), ("staff", "--role")])
def test_nothing_but_spaces_stands_between_the_forms_of_a_name(arguments: tuple[str, ...]) -> None:
    assert answered(*arguments, "xx").code == 1
