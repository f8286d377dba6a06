"""What a search finds, of every kind of record, in which of its texts, and in which order."""

from typing import Any

import msgspec
import pytest

from medalist_cli.errors import NoMatch
from medalist_cli.model.dataset import Dataset
from medalist_cli.queries import search, spoilers
from medalist_cli.queries.spoilers import VisibleDataset
from medalist_cli.storage import bundle

FACT = {"sources": [], "confidence": "one-source"}
JAPAN = "Asia/Tokyo"


def dataset(**lists: Any) -> VisibleDataset:
    """Return a dataset with these records, as its JSON would have them."""
    shared: dict[str, Any] = {
        "schema_version": 2,
        "as_of": "2026-11-20",
        "show": {"id": "show", "title": "Show"},
        "anchor": "film",
        "milestones": [],
    }
    for name, records in lists.items():
        if isinstance(records, list) and name != "sources":
            lists[name] = [FACT | record for record in records]
    return spoilers.up_to(msgspec.convert(shared | lists, Dataset), None)


OTTERS = dataset(
    show={
        "id": "brook",
        "title": "Otter of the Brook",
        "title_ja": "川獺",
        "title_latin": "Kawauso",
        "genres": ["Sports", "Comedy"],
    },
    cast=[
        {
            "character": {"given": "Otter", "family": "Vidra", "ja": "川内颯", "aliases": ["Otty"]},
            "actor": {
                "given": "Ada",
                "family": "Otter",
                "ja": "大多亜田",
                "reading": "おおた あだ",
            },
            "dub": {"name": "Otter Smith"},
            "role": "Swims ahead",
            "role_ja": "主人公",
            "seasons": [1],
            "note": "Left-handed.",
        },
        {"character": {"name": "Otter Twin"}, "actor": {}, "role": "Swims behind", "seasons": [1]},
        {"character": {"ja": "無口"}, "actor": {"name": "Mute Otter"}, "seasons": [1]},
        {"character": {"name": "Otter Cub"}, "actor": {"name": "Bo"}, "seasons": [1]},
    ],
    staff=[
        {
            "role": "river adviser",
            "role_ja": "河川監修",
            "name": {"given": "Lutra", "family": "Otter"},
            "seasons": [1],
            "note": "Knows every bank.",
        },
        {"role": "otter wrangler", "name": {}, "seasons": [1]},
    ],
    seasons=[
        {
            "season": 1,
            "title": "Otter One",
            "title_ja": "川獺一番",
            "episodes": 12,
            "slot": "Sundays 17:00",
            "tagline": "Dive first.",
            "tagline_ja": "先に潜れ",
            "premise": "A kit learns swimming.",
            "expect": ["Frogs.", "Herons!"],
            "ending": "Everybody floats.",
            "broadcaster": "Pond TV",
            "also_on": "Lake TV",
            "studio": "Weir Works",
            "manga": "Chapters 3–7",
            "note": "Repeated in spring.",
            **FACT,
        },
        {"season": 2, "title": "Otter Two", "slot": "Mondays", **FACT},
    ],
    arcs=[
        {
            "season": 1,
            "name": "Otter Ascent",
            "name_ja": "遡上編",
            "first": 1,
            "last": 4,
            "chapters": "3–5",
            "note": "Upstream only.",
        },
        {"season": 3, "name": "Otter Descent", "first": 1, "last": 2},
    ],
    episodes=[
        {
            "season": 1,
            "episode": 2,
            "number": 2,
            "title": "Otter Leaves",
            "title_ja": "旅立ち",
            "title_literal": "Departing",
            "title_latin": "Tabidachi",
            "when": {"date": "2026-01-11", "zone": JAPAN},
            "summary": "The den is empty.",
            "note": "Longer by a minute.",
        },
        {"season": 2, "episode": 1, "number": 14},
    ],
    milestones=[
        {
            "id": "film",
            "title": "Otter Film",
            "title_ja": "映画",
            "aliases": ["movie"],
            "kind": "film",
            "when": {"date": "2027-02-03", "zone": JAPAN},
            "note": "In cinemas.",
        },
        {"id": "otter-fair", "title": "Fair", "kind": "event"},
    ],
    songs=[
        {
            "season": 1,
            "kind": "opening",
            "title": "Otter Beat",
            "title_ja": "鼓動",
            "title_latin": "Kodo",
            "artist": "Beavers",
            "artist_ja": "ビーバー",
            "lyrics": "Reed",
            "music": "Rush",
            "arrangement": "Moss",
            "released": "2026-01-04",
            "note": "Recorded outdoors.",
        },
        {"kind": "theme", "title": "川獺 Otter", "artist": "Beavers"},
    ],
    streams=[
        {
            "season": 1,
            "service": "Otter+",
            "region": "Scandinavia",
            "region_ja": "北欧",
            "countries": ["SE", "NO"],
            "start": {"date": "2026-01-12", "zone": JAPAN},
            "audio": ["Swedish", "Danish"],
            "note": "A day late.",
        },
        {"season": 2, "service": "Otter TV", "countries": ["FR", "BE"]},
        {"season": 2, "service": "Otter Global", "everywhere_except": ["FR", "BE"]},
    ],
    glossary=[
        {
            "term": "Otter Slide",
            "term_ja": "滑り台",
            "aliases": ["chute"],
            "meaning": "A track of mud.",
            "as_printed": ["Slyde (Fanzine)"],
            "group": "Banks",
            "note": "Used daily.",
        },
    ],
    links=[
        {
            "kind": "trailer",
            "title": "Otter Trailer",
            "title_ja": "予告編",
            "url": "https://video.example/xyz",
            "published": "2025-12-24",
            "note": "Subtitled.",
        },
        {"kind": "official", "title": "Otter Site"},
    ],
    manga={
        "title": "Otter Comic",
        "title_ja": "漫画川獺",
        "author": {"given": "Nutria", "family": "Coypu", "ja": "沼田"},
        "publisher": "Bog Press",
        "magazine": "Monthly Marsh",
        "magazine_ja": "月刊沼",
        "status": "Hiatus",
        "english_publisher": "Fenland",
        "note": "Ten volumes.",
        **FACT,
    },
    dubs=[
        {
            "season": 1,
            "language": "Otter",
            "language_ja": "川獺語",
            "studio": "Squeak Ltd",
            "note": "Since spring.",
            "crew": [
                {
                    "role": "squeaker",
                    "role_ja": "鳴声",
                    "name": {"name": "Otter Jones", "ja": "大津助"},
                    **FACT,
                }
            ],
        },
        {"season": 3, "language": "Old Otter"},
    ],
    remarks=[
        {"season": 1, "speaker": "Otter Herself", "text": "It was cold.", "note": "On stage."},
    ],
    also_airing=[
        {
            "season": 1,
            "title": "Not an Otter",
            "title_ja": "ビーバー物語",
            "start": {"date": "2026-01-09", "zone": JAPAN},
            "studio": "Dam Films",
            "note": "For grown-ups.",
        },
        {"season": 3, "title": "Never an Otter"},
    ],
    conflicts=[
        {
            "topic": "Otter or mink",
            "verdict": "It has webs.",
            "article_says": "Minks swim.",
            "others_say": "Badgers do not.",
            "note": "Settled.",
        },
    ],
    sources=[
        {
            "id": "den",
            "title": "Otter Daily",
            "publisher": "Burrow House",
            "published": "2026-03-01",
            "url": "https://daily.example/",
            "note": "Weekly, in fact.",
        },
        {"id": "leaf", "title": "Otter Leaflet"},
    ],
)


SERVED = bundle.countries()


def found(words: str, known: VisibleDataset = OTTERS) -> list[tuple[str, str]]:
    """Return title and text of what mentions the words."""
    return [(hit.entry.title, hit.text) for hit in search.hits(known, words, SERVED)]


def terms(*names: str, **meanings: str) -> VisibleDataset:
    """Return a dataset with these terms; the `meanings` of others mention a word."""
    known = dict.fromkeys(names, "Nothing.") | meanings
    return dataset(glossary=[{"term": name, "meaning": each} for name, each in known.items()])


def test_every_kind_of_record_is_a_row_that_says_what_it_is_and_how_to_see_it() -> None:
    rows = search.rows(OTTERS, search.hits(OTTERS, "otter"))
    assert [(row.kind, row.id, row.title, row.text, row.command) for row in rows] == [
        (
            "character",
            "Otter Vidra",
            "Otter Vidra",
            "Swims ahead; voiced by Ada Otter",
            "medalist cast vidra",
        ),
        ("actor", "Ada Otter", "Ada Otter", "Voice of Otter Vidra", "medalist cast ada"),
        ("staff", "Lutra Otter", "Lutra Otter", "River adviser", "medalist staff otter"),
        ("service", "Otter+", "Otter+", "Season 1: Scandinavia", "medalist where otter+"),
        (
            "voice",
            "Otter Smith",
            "Otter Smith",
            "English voice of Otter Vidra",
            "medalist cast otter smith",
        ),
        ("character", "Otter Twin", "Otter Twin", "Swims behind", "medalist cast otter twin"),
        ("actor", "Mute Otter", "Mute Otter", "Voice of 無口", "medalist cast mute otter"),
        ("character", "Otter Cub", "Otter Cub", "voiced by Bo", "medalist cast otter cub"),
        ("season", "1", "Otter One", "12 episodes, Sundays 17:00", "medalist season 1"),
        ("season", "2", "Otter Two", "Mondays", "medalist season 2"),
        ("arc", "Otter Ascent", "Otter Ascent", "Season 1, episodes 1–4", "medalist season 1"),
        ("arc", "Otter Descent", "Otter Descent", "Season 3, episodes 1–2", "medalist data show"),
        (
            "episode",
            "s1e2",
            "Otter Leaves",
            "Season 1 episode 2, Sun 11 Jan 2026",
            "medalist episode s1e2",
        ),
        ("milestone", "film", "Otter Film", "Wed 3 Feb 2027", "medalist countdown film"),
        ("milestone", "otter-fair", "Fair", "event", "medalist countdown otter-fair"),
        (
            "song",
            "Otter Beat",
            "Otter Beat",
            "Season 1 opening by Beavers",
            "medalist music otter beat",
        ),
        ("song", "川獺 Otter", "川獺 Otter", "Theme by Beavers", "medalist music 川獺 Otter"),
        ("service", "Otter TV", "Otter TV", "Season 2: FR, BE", "medalist where otter tv"),
        (
            "service",
            "Otter Global",
            "Otter Global",
            "Season 2: everywhere else",
            "medalist where otter global",
        ),
        ("term", "Otter Slide", "Otter Slide", "A track of mud.", "medalist glossary otter slide"),
        ("link", "Otter Trailer", "Otter Trailer", "https://video.example/xyz", "medalist links"),
        ("link", "Otter Site", "Otter Site", "Official link", "medalist links"),
        ("show", "brook", "Otter of the Brook", "Sports, Comedy", "medalist"),
        (
            "manga",
            "Otter Comic",
            "Otter Comic",
            "Manga by Nutria Coypu (Bog Press, Monthly Marsh)",
            "medalist data show",
        ),
        ("dub", "Otter dub", "Otter dub", "Season 1, by Squeak Ltd", "medalist season 1"),
        ("dub", "Otter Jones", "Otter Jones", "squeaker (Otter dub)", "medalist season 1"),
        ("dub", "Old Otter dub", "Old Otter dub", "Season 3", "medalist data show"),
        ("remark", "Otter Herself", "Otter Herself", "It was cold.", "medalist season 1"),
        (
            "also airing",
            "Not an Otter",
            "Not an Otter",
            "Airs at the time of season 1, by Dam Films, Fri 9 Jan 2026",
            "medalist season 1",
        ),
        (
            "also airing",
            "Never an Otter",
            "Never an Otter",
            "Airs at the time of season 3",
            "medalist data show",
        ),
        ("character", "無口", "無口", "voiced by Mute Otter", "medalist cast 無口"),
        ("actor", "Bo", "Bo", "Voice of Otter Cub", "medalist cast bo"),
        (
            "conflict",
            "Otter or mink",
            "Otter or mink",
            "It has webs.",
            "medalist sources --conflicts",
        ),
        ("source", "den", "Otter Daily", "Burrow House, 2026-03-01", "medalist sources den"),
        ("source", "leaf", "Otter Leaflet", "", "medalist sources leaf"),
    ]


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ("vidra otter", "cast vidra"),
        ("川内颯", "cast vidra"),
        ("otty", "cast vidra"),
        ("おおた あだ", "cast ada"),
        ("smith", "cast otter smith"),
        ("無口", "cast 無口"),
        ("lutra", "staff otter"),
        ("第1期", "season 1"),
        ("season 1", "season 1"),
        ("season1", "season 1"),
        ("season 1 one", "season 1"),
        ("season1 one", "season 1"),
        ("s2", "season 2"),
        ("川獺一番", "season 1"),
        ("遡上編", "season 1"),
        ("season 1 episode 2", "episode s1e2"),
        ("s1e2", "episode s1e2"),
        ("1x2", "episode s1e2"),
        ("2x1", "episode s2e1"),
        ("season 2 episode 1", "episode s2e1"),
        ("episode 2", "episode s1e2"),
        ("episode 14", "episode s2e1"),
        ("14", "episode s2e1"),
        ("第14話", "episode s2e1"),
        ("旅立ち", "episode s1e2"),
        ("departing", "episode s1e2"),
        ("tabidachi", "episode s1e2"),
        ("映画", "countdown film"),
        ("movie", "countdown film"),
        ("鼓動", "music otter beat"),
        ("kodo", "music otter beat"),
        ("ビーバー", "music otter beat"),
        ("opening", "music otter beat"),
        ("season 1 opening", "music otter beat"),
        ("opening theme song", "music otter beat"),
        ("otter plus", "where otter+"),
        ("滑り台", "glossary otter slide"),
        ("chute", "glossary otter slide"),
        ("予告編", "links"),
        ("trailer", "links"),
        ("川獺", ""),
        ("kawauso", ""),
        ("漫画川獺", "data show"),
        ("manga", "data show"),
        ("川獺語吹替版", "season 1"),
        ("season 1 dub", "season 1"),
        ("season 3 dub", "data show"),
        ("大津助", "season 1"),
        ("ビーバー物語", "season 1"),
        ("leaf", "sources leaf"),
        ("next", "countdown next"),
    ],
)
def test_all_that_a_thing_is_called_is_answered_by_its_command(words: str, command: str) -> None:
    assert search.answer(OTTERS, words) == (f"medalist {command}".strip(), True)


@pytest.mark.parametrize(
    ("words", "title", "text"),
    [
        ("主人公", "Otter Vidra", "主人公"),
        ("handed", "Otter Vidra", "Left-handed."),
        ("河川監修", "Lutra Otter", "河川監修"),
        ("bank", "Lutra Otter", "Knows every bank."),
        ("dive", "Otter One", "Dive first."),
        ("先に", "Otter One", "先に潜れ"),
        ("kit", "Otter One", "A kit learns swimming."),
        ("frogs", "Otter One", "Frogs."),
        ("herons", "Otter One", "Herons!"),
        ("floats", "Otter One", "Everybody floats."),
        ("pond", "Otter One", "Pond TV"),
        ("lake", "Otter One", "Lake TV"),
        ("weir", "Otter One", "Weir Works"),
        ("chapters", "Otter One", "Chapters 3–7"),
        ("repeated", "Otter One", "Repeated in spring."),
        ("3–5", "Otter Ascent", "3–5"),
        ("upstream", "Otter Ascent", "Upstream only."),
        ("den empty", "Otter Leaves", "The den is empty."),
        ("minute", "Otter Leaves", "Longer by a minute."),
        ("2027-02-03", "Otter Film", "2027-02-03"),
        ("cinemas", "Otter Film", "In cinemas."),
        ("lyrics", "Otter Beat", "Lyrics by Reed"),
        ("rush", "Otter Beat", "Music by Rush"),
        ("moss", "Otter Beat", "Arrangement by Moss"),
        ("2026-01-04", "Otter Beat", "2026-01-04"),
        ("outdoors", "Otter Beat", "Recorded outdoors."),
        ("北欧", "Otter+", "北欧"),
        ("se no", "Otter+", "SE NO"),
        ("danish", "Otter+", "Swedish, Danish"),
        ("12 jan", "Otter+", "From Mon 12 Jan 2026"),
        ("a day late", "Otter+", "A day late."),
        ("mud", "Otter Slide", "A track of mud."),
        ("slyde", "Otter Slide", "Slyde (Fanzine)"),
        ("banks", "Otter Slide", "Banks"),
        ("used", "Otter Slide", "Used daily."),
        ("trailer link", "Otter Trailer", "Trailer link"),
        ("2025-12-24", "Otter Trailer", "2025-12-24"),
        ("subtitled", "Otter Trailer", "Subtitled."),
        ("沼田", "Otter Comic", "沼田"),
        ("月刊沼", "Otter Comic", "月刊沼"),
        ("hiatus", "Otter Comic", "Hiatus"),
        ("fenland", "Otter Comic", "Fenland"),
        ("volumes", "Otter Comic", "Ten volumes."),
        ("since", "Otter dub", "Since spring."),
        ("鳴声", "Otter Jones", "鳴声"),
        ("stage", "Otter Herself", "On stage."),
        ("grown", "Not an Otter", "For grown-ups."),
        ("minks", "Otter or mink", "Minks swim."),
        ("badgers", "Otter or mink", "Badgers do not."),
        ("settled", "Otter or mink", "Settled."),
        ("weekly", "Otter Daily", "Weekly, in fact."),
        ("daily.example", "Otter Daily", "https://daily.example/"),
    ],
)
def test_a_text_that_mentions_the_words_is_shown(words: str, title: str, text: str) -> None:
    assert (title, text) in found(words)


def test_volumes_that_are_to_come_show_the_manga() -> None:
    known = dataset(
        manga={"title": "Comic", "author": {"name": "Coypu"}, "magazine": "Marsh", **FACT},
        milestones=[{"id": "volume-3", "title": "Volume 3", "kind": "volume"}],
    )
    (row,) = search.rows(known, search.hits(known, "comic"))
    assert (row.text, row.command) == (
        "Manga by Coypu (Marsh)",
        "medalist schedule --kind volume",
    )


def test_the_author_of_a_manga_that_no_one_published_is_named_alone() -> None:
    known = dataset(manga={"title": "Comic", "author": {"name": "Coypu"}, **FACT})
    assert found("comic", known) == [("Comic", "Manga by Coypu")]


def test_a_kind_of_song_comes_before_what_only_has_its_words() -> None:
    known = dataset(
        links=[{"kind": "music", "title": "Opening theme song, in full"}],
        songs=[{"kind": "opening", "title": "Pull", "artist": "Beavers"}],
    )
    assert search.answer(known, "opening theme song") == ("medalist music pull", True)


def test_titles_come_first_then_texts_then_what_only_mentions_things() -> None:
    known = dataset(
        sources=[{"id": "paper", "title": "Tide Weekly"}],
        conflicts=[
            {"topic": topic, "verdict": "Yes.", "article_says": "No.", "others_say": "Yes."}
            for topic in ("Tides", "tide")
        ],
        glossary=[
            {"term": "ripple", "meaning": "It rises. Tidewaters, they say."},
            {"term": "wave", "meaning": "A tide. Of water."},
            {"term": "eventide", "meaning": "Evening."},
            {"term": "tidewater", "meaning": "Brackish."},
            {"term": "high tide", "meaning": "Twice a day."},
            {"term": "T.I.D.E.", "meaning": "A club."},
        ],
    )
    assert found("tide", known) == [
        ("T.I.D.E.", "A club."),
        ("tide", "Yes."),
        ("high tide", "Twice a day."),
        ("tidewater", "Brackish."),
        ("eventide", "Evening."),
        ("wave", "A tide."),
        ("ripple", "Tidewaters, they say."),
        ("Tides", "Yes."),
        ("Tide Weekly", ""),
    ]


def test_a_country_comes_before_all_that_has_its_name() -> None:
    known = dataset(
        glossary=[{"term": "Norway", "meaning": "A land of otters."}],
        streams=[{"season": 1, "service": "Otter+", "countries": ["NO"]}],
    )
    hits = search.hits(known, "norway", SERVED)
    assert [
        (row.kind, row.id, row.title, row.text, row.command) for row in search.rows(known, hits)
    ] == [
        ("country", "NO", "Norway", "Where to watch there", "medalist where norway"),
        ("term", "Norway", "Norway", "A land of otters.", "medalist glossary norway"),
    ]


def test_words_are_as_good_as_the_worst_of_them() -> None:
    known = terms("wide river", "river wideness", "riverbed", riverbank="It is wide.")
    assert [title for title, _ in found("river wide", known)] == [
        "wide river",
        "river wideness",
        "riverbank",
    ]


def test_two_letters_are_not_looked_for_inside_of_words_if_better_is_found() -> None:
    known = terms("akita", "kirin", "ki", oven="A kiln.")
    assert [title for title, _ in found("ki", known)] == ["ki", "kirin", "oven"]


def test_two_letters_inside_of_a_word_are_found_where_nothing_is_better() -> None:
    assert found("ki", terms("akita", oven="A kiln.")) == [
        ("akita", "Nothing."),
        ("oven", "A kiln."),
    ]


def test_three_letters_are_looked_for_inside_of_words() -> None:
    assert [title for title, _ in found("kit", terms("akita", "kit"))] == ["kit", "akita"]


def test_a_letter_is_a_whole_word() -> None:
    known = terms("kirin", "akita", "vitamin k", oven="A kiln.", grade="Of class K.")
    assert [title for title, _ in found("k", known)] == ["vitamin k", "grade"]


def test_a_japanese_character_is_found_in_any_place() -> None:
    known = terms("波", "波止場", "大波", 海="大きな波。")
    assert [title for title, _ in found("波", known)] == ["波", "波止場", "大波", "海"]


OHTORI = dataset(
    cast=[{"character": {"given": "Sayo", "family": "Ohtori"}, "actor": {}, "seasons": [1]}]
)


@pytest.mark.parametrize(("words", "is_title"), [("otori", True), ("otor", False), ("oto", False)])
def test_a_romanised_name_is_found_in_another_spelling_from_three_letters_on(
    words: str, is_title: bool
) -> None:
    assert search.answer(OHTORI, words) == ("medalist cast sayo", is_title)


def test_two_letters_of_a_romanised_name_are_too_few_in_another_spelling() -> None:
    assert search.answer(OHTORI, "ot") is None


def test_a_name_that_another_name_only_sounds_like_is_short_enough() -> None:
    names = (
        {"given": "Ricky", "family": "Roe", "ja": "リキ・ロウ", "reading": "りき ろう"},
        {"given": "Riki", "family": "Tai", "ja": "鯛力", "reading": "たい りき"},
    )
    known = dataset(cast=[{"character": name, "actor": {}, "seasons": [1]} for name in names])
    assert search.answer(known, "riki") == ("medalist cast riki", True)


PIKES = dataset(
    cast=[
        {
            "character": {"given": given, "family": "Pike"},
            "actor": {"given": name, "family": "Bream"},
            "seasons": [1],
        }
        for given, name in (("Ann", "Bo"), ("Cy", "Di"))
    ],
    staff=[
        {"role": role, "name": {"given": given, "family": family}, "seasons": [1]}
        for role, given, family in (
            ("director", "Ed", "Carp"),
            ("writer", "Flo", "Carp"),
            ("editor", "Flo", "Carp"),
            ("composer", "Cy", "Loach"),
        )
    ],
    streams=[
        {"season": 1, "service": name, "countries": ["FR"]} for name in ("Tench 1", "Tench 2")
    ],
    glossary=[{"term": name, "meaning": "A jump."} for name in ("roach axel", "roach loop")],
    songs=[
        {"kind": "opening", "season": number, "title": title, "artist": "Ruffe"}
        for number, title in ((1, "Bleak"), (2, "Rudd"))
    ],
    episodes=[
        {"season": 1, "episode": number, "number": number, "title": title}
        for number, title in ((1, "Perch Up"), (2, "Perch Down"))
    ],
    conflicts=[
        {"topic": "Length of dace", "verdict": "Long.", "article_says": "?", "others_say": "!"}
    ],
    sources=[{"id": "news", "title": "Dace Daily"}, {"id": "asp", "title": "Asp"}],
)


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("pike", ("medalist cast pike", True)),
        ("bream", ("medalist cast bream", True)),
        ("ann", ("medalist cast ann", True)),
        ("di", ("medalist cast di", True)),
        ("carp", ("medalist staff carp", True)),
        ("flo", ("medalist staff flo", True)),
        ("loach", ("medalist staff loach", True)),
        ("cy", ("medalist search cy", True)),
        ("tench", ("medalist where tench", True)),
        ("roach", ("medalist glossary roach", True)),
        ("ruffe", ("medalist music ruffe", True)),
        ("opening theme song", ("medalist music", True)),
        ("perch", ("medalist search perch", True)),
        ("per", ("medalist search per", False)),
        ("jump", ("medalist search jump", False)),
        ("director", ("medalist staff ed", False)),
        ("asp", ("medalist sources asp", True)),
        ("dace", None),
        ("oach", None),
        ("zander", None),
        ("…", None),
    ],
)
def test_words_for_several_things_are_answered_by_a_command_that_takes_them(
    words: str, answer: tuple[str, bool] | None
) -> None:
    assert search.answer(PIKES, words) == answer


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        ("pirch up", "Did you mean Perch Up?"),
        ("breem", "Did you mean Bream?"),
        ("zander pike", "Try fewer words."),
        ("zander", ""),
    ],
)
def test_words_that_nothing_mentions_are_advised_on(words: str, advice: str) -> None:
    with pytest.raises(NoMatch) as refusal:
        search.hits(PIKES, words)
    assert (refusal.value.message, refusal.value.advice) == (
        f"nothing mentions {words!r}",
        advice,
    )
