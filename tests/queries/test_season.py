"""A season on one sheet."""

import datetime as dt
from typing import Any

import pytest
from msgspec import structs

from medalist_cli.errors import NoMatch
from medalist_cli.model.dataset import (
    Arc,
    Credit,
    Dataset,
    Dub,
    DubCredit,
    Episode,
    Link,
    Name,
    Neighbour,
    Remark,
    Role,
    Season,
    Show,
    Song,
    Status,
    When,
)
from medalist_cli.model.rows import ChangeRow, DubCreditRow, DubRow, SeasonRow
from medalist_cli.queries import season
from medalist_cli.text.names import Script, Style

HONEST: dict[str, Any] = {"sources": ("gazette",), "confidence": "two-sources"}


def episode(number: int, date: str | None) -> Episode:
    when = When(date=date, zone="Asia/Tokyo") if date else None
    return Episode(season=2, episode=number, number=number, when=when, **HONEST)


def credit(post: str, name: str, status: Status, *numbers: int, ja: str | None = None) -> Credit:
    return Credit(
        role=post, role_ja=ja, name=Name(name=name), status=status, seasons=numbers, **HONEST
    )


SHOW = Dataset(
    schema_version=2,
    as_of=dt.date(2026, 11, 22),
    show=Show(id="show", title="Show"),
    anchor="s2e1",
    milestones=(),
    seasons=(
        Season(season=2, title="Second", title_ja="第2期", tagline="Colder", tagline_ja="より寒い",
               premise="premise 2", ending="end", **HONEST),
        Season(season=1, title="First", episodes=13, **HONEST),
        Season(season=3, title="Third", expect=("more",), **HONEST),
    ),
    episodes=(episode(3, "2026-02"), episode(2, None), episode(1, "2026-01-24")),
    cast=(
        Role(character=Name(given="Inori", family="Yuitsuka", ja="結束いのり"), actor=Name(),
             seasons=(1, 2), **HONEST),
        Role(character=Name(given="Manaka", family="Roba", ja="炉場愛花"), actor=Name(),
             seasons=(2,), **HONEST),
        Role(character=Name(), actor=Name(name="Nobody's voice"), seasons=(2,), **HONEST),
    ),
    staff=(
        credit("art director", "Helper", "returning", 1, ja="美術監督"),
        credit("art director", "Guest", "replaced", 2, ja="美術監督"),
        credit("art director", "Old", "replaced", 1, ja="美術監督"),
        credit("head of art", "New", "new", 2, ja="美術監督"),
        credit("adviser", "First", "new", 2),
        credit("director", "Same", "returning", 1, 2),
        credit("editor", "Gone", "replaced", 2),
        credit("composer", "Somewhen", "replaced"),
        credit("composer", "Other", "new"),
        credit("composer", "Third", "new", 1),
    ),
    songs=(
        Song(season=2, kind="opening", title="Cold Night", artist="Hana", **HONEST),
        Song(season=1, kind="ending", title="ドレス", title_ja="ドレス", title_latin="Dress",
             artist="Neko", artist_ja="ねこ", **HONEST),
    ),
    arcs=(
        Arc(season=2, name="The block", name_ja="ブロック", first=1, last=3, **HONEST),
        Arc(season=1, name="The cup", first=1, last=13, **HONEST),
    ),
    remarks=(Remark(season=2, speaker="Yamamoto", text="they skate for real", **HONEST),),
    dubs=(
        Dub(
            season=2, language="English", studio="Iyuno", note="The same day.",
            crew=(DubCredit(role="dub director", name=Name(given="Ida", family="Fenn"), **HONEST),),
            **HONEST,
        ),
        Dub(season=2, language="French", **HONEST),
    ),
    links=(
        Link(season=2, kind="trailer", title="PV 1", title_ja="予告", **HONEST),
        Link(season=2, kind="official", title="Site", title_ja="公式", **HONEST),
        Link(kind="official", title="Of the show", **HONEST),
    ),
    also_airing=(
        Neighbour(season=2, title="Other", title_ja="他", start=When(date="2026-01", zone="UTC"),
                  **HONEST),
        Neighbour(season=1, title="Earlier", **HONEST),
    ),
)  # fmt: skip


def sheet(number: int) -> SeasonRow:
    (row,) = season.sheets(SHOW, number)
    return row


def test_sheets_come_by_number() -> None:
    assert [row.season for row in season.sheets(SHOW, None)] == [1, 2, 3]


def test_a_season_without_a_sheet_is_no_match() -> None:
    with pytest.raises(NoMatch, match=r"^no details of season 9 are known$"):
        season.sheets(SHOW, 9)


def test_a_season_starts_and_ends_on_the_days_of_its_episodes() -> None:
    row = sheet(2)
    assert (row.start, row.end) == ("2026-01-24", "2026-02")
    assert (sheet(1).start, sheet(1).end) == (None, None)


@pytest.mark.parametrize(("number", "episodes"), [(1, 13), (2, 3), (3, None)])
def test_episodes_are_counted_where_no_number_is_given(number: int, episodes: int | None) -> None:
    assert sheet(number).episodes == episodes


def test_a_sheet_has_only_what_belongs_to_its_season() -> None:
    row = sheet(2)
    assert [song.title for song in row.songs] == ["Cold Night"]
    assert [arc.name for arc in row.arcs] == ["The block"]
    assert [link.title for link in row.trailers] == ["PV 1"]
    assert [link.title for link in row.links] == ["Site"]
    assert [(each.title, each.start) for each in row.also_airing] == [("Other", "2026-01")]


def test_a_remark_names_its_speaker() -> None:
    assert sheet(2).remarks == ("Yamamoto: they skate for real",)


def test_a_dub_has_its_language_studio_and_crew() -> None:
    director = DubCreditRow(role="dub director", role_ja=None, name="Ida Fenn", name_ja=None)
    english, french = sheet(2).dubs
    assert english == DubRow(
        language="English",
        language_ja=None,
        studio="Iyuno",
        crew=(director,),
        note="The same day.",
    )
    assert (french.language, french.studio, french.crew) == ("French", None, ())
    assert sheet(1).dubs == ()


def test_a_song_in_japanese_has_latin_letters_first_for_english_readers() -> None:
    (song,) = season.written(sheet(1), Style()).songs
    assert (song.title, song.title_ja, song.artist) == ("Dress", "ドレス", "Neko")


def test_every_title_is_written_in_the_script_asked_for() -> None:
    row = season.written(sheet(2), Style("ja"))
    assert (row.title, row.tagline) == ("第2期", "より寒い")
    assert [arc.name for arc in row.arcs] == ["ブロック"]
    assert [post.role for post in row.staff_changes] == ["美術監督", "adviser"]
    assert [link.title for link in (*row.trailers, *row.links)] == ["予告", "公式"]
    assert [show.title for show in row.also_airing] == ["他"]


@pytest.mark.parametrize(("script", "title"), [("ja", "ドレス"), ("both", "Dress (ドレス)")])
def test_a_song_is_written_in_the_script_asked_for(script: Script, title: str) -> None:
    (song,) = season.written(sheet(1), Style(script)).songs
    assert (song.title, song.title_ja) == (title, None)


def test_new_characters_are_those_of_no_earlier_season() -> None:
    (row,) = season.sheets(SHOW, 2, Style("ja"))
    assert row.new_cast == ("炉場愛花",)


def test_a_post_that_changed_hands_has_who_held_it_before() -> None:
    assert sheet(2).staff_changes == (
        ChangeRow(role="head of art", role_ja="美術監督", before="Old", now="New"),
        ChangeRow(role="adviser", role_ja=None, before=None, now="First"),
    )


def test_who_held_a_post_in_no_known_season_came_before_and_arrives_in_none() -> None:
    assert [(each.before, each.now) for each in sheet(1).staff_changes] == [("Somewhen", "Third")]


def test_awaited_seasons_are_those_with_something_to_expect() -> None:
    assert [row.season for row in season.awaited(SHOW, None)] == [2, 3]


def test_nothing_to_expect_is_no_match() -> None:
    bare = structs.replace(SHOW, seasons=(SHOW.seasons[1],))
    with pytest.raises(NoMatch, match=r"^nothing to recap yet$"):
        season.awaited(bare, None)
