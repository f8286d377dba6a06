"""Country names: the generated file, and which country a query means."""

import os
from collections import defaultdict
from pathlib import Path

import msgspec
import pytest
from conftest import GOLDEN, Golden
from hypothesis import given
from hypothesis import strategies as st

from medalist_cli.model.countries import Country
from medalist_cli.queries.countries import find, fold, near

FILE = Path(__file__).parent.parent / "data" / "countries.json"
COUNTRIES = msgspec.json.decode(FILE.read_bytes(), type=tuple[Country, ...])

TYPED = {
    "AE": "uae, U.A.E., united arab emirates, ARE",
    "AR": "argentina",
    "AT": "Österreich, osterreich",
    "AX": "aland, Åland",
    "BA": "bosnia, bosnia and herzegovina, Bosnia-Herzegovina, Bosnia & Herzegovina",
    "BR": "brazil, brasil, BRAZIL, br, ブラジル",
    "CA": "canada, カナダ",
    "CD": "drc, dr congo, democratic republic of the congo, congo-kinshasa, zaire",
    "CG": "congo, republic of the congo, congo brazzaville",
    "CH": "switzerland, schweiz, suisse, svizzera, すいす",
    "CI": "ivory coast, cote d'ivoire, Côte d’Ivoire, cote divoire",
    "CN": "china, 中国, 中國, prc",
    "CV": "cape verde, cabo verde",
    "CZ": "czech republic, czechia",
    "DE": "germany, deutschland, Germany!, ドイツ, de, deu",
    "DO": "dominican republic",
    "DM": "dominica",
    "ES": "spain, españa, espana, ESPAÑA",
    "FO": "føroyar, foroyar, faroe islands",
    "GB": (
        "uk, U.K., UK, gb, gbr, britain, great britain, england, scotland, wales, "
        "northern ireland, united kingdom, the united kingdom, The UK, 英国, イギリス, いぎりす"
    ),
    "GE": "georgia, グルジア",
    "GM": "the gambia, gambia",
    "GN": "guinea",
    "GQ": "equatorial guinea",
    "GW": "guinea-bissau, guinea bissau, guineabissau",
    "HK": "hong kong, hongkong, 香港",
    "IE": "ireland, republic of ireland, eire, Éire",
    "IN": "india, भारत",
    "IT": "italy, italia, イタリア",
    "JP": "japan, 日本, nippon, nihon, jpn, JP, ＪＡＰＡＮ, にほん",
    "KP": "north korea, dprk, 北朝鮮",
    "KR": "korea, south korea, republic of korea, 韓国, 대한민국, 한국, kor",
    "LC": "st lucia, st. lucia, saint lucia, St.Lucia",
    "MK": "macedonia, north macedonia",
    "MM": "burma, myanmar, ミャンマー",
    "MO": "macau, macao, マカオ",
    "NE": "niger",
    "NG": "nigeria",
    "NL": "holland, netherlands, the netherlands, nederland",
    "NZ": "new zealand, nz, newzealand, ﾆｭｰｼﾞｰﾗﾝﾄﾞ",
    "PH": "philippines, the philippines, ph",
    "PS": "palestine",
    "PT": "portugal",
    "RU": "russia, Россия, russian federation",
    "ST": "sao tome and principe, sao tome, st",
    "SZ": "swaziland, eswatini",
    "TL": "east timor, timor-leste",
    "TR": "turkey, türkiye, TÜRKİYE, turkiye",
    "TT": "trinidad, trinidad tobago, trinidad and tobago",
    "TW": "taiwan, 台湾, 台灣",
    "TZ": "tanzania",
    "US": (
        "us, usa, u.s., U.S.A., america, united states, the united states, "
        "united states of america, the states, アメリカ, アメリカ合衆国, 米国"
    ),
    "VA": "vatican, vatican city, holy see",
    "VC": "saint vincent and the grenadines, st vincent",
    "VN": "vietnam, viet nam",
    "ZA": "south africa",
}


def test_all_countries_of_iso_3166_are_there_in_order_of_their_codes() -> None:
    codes = [country.code for country in COUNTRIES]
    assert len(codes) == 249
    assert codes == sorted(set(codes))
    assert len({country.alpha3 for country in COUNTRIES}) == 249


def test_every_country_has_one_line_in_the_file() -> None:
    lines = FILE.read_text(encoding="utf-8").splitlines()
    found = [msgspec.json.decode(line.rstrip(","), type=Country) for line in lines[1:-1]]
    assert (lines[0], tuple(found), lines[-1]) == ("[", COUNTRIES, "]")


def test_no_two_countries_share_a_name() -> None:
    owners = defaultdict(set)
    for country in COUNTRIES:
        for name in (country.code, country.alpha3, *country.names):
            owners[fold(name)].add(country.code)
    assert {name: codes for name, codes in owners.items() if len(codes) > 1 or not name} == {}


def test_the_file_is_what_cldr_and_the_short_forms_give(golden: Golden) -> None:
    pytest.importorskip("babel", reason="Babel, which has CLDR's names, is not installed")
    from countries import text

    golden(os.path.relpath(FILE, GOLDEN), text().encode())


def test_names_and_codes_are_those_of_cldr() -> None:
    babel = pytest.importorskip("babel", reason="Babel, which has CLDR's names, is not installed")
    codes = babel.core.get_global("territory_aliases")
    for country in COUNTRIES:
        assert codes[country.alpha3] == [country.code]
        assert country.en == babel.Locale("en").territories[country.code]
        assert country.ja == babel.Locale("ja").territories[country.code]


@pytest.mark.parametrize(
    ("query", "code"),
    [(query, code) for code, queries in TYPED.items() for query in queries.split(", ")],
)
def test_what_people_type_finds_the_country(query: str, code: str) -> None:
    found = find(query, COUNTRIES)
    assert found
    assert found.code == code
    assert near(query, COUNTRIES) == ()


def test_every_code_and_name_finds_its_country_in_any_case() -> None:
    lost = [
        name
        for country in COUNTRIES
        for name in (country.code, country.alpha3, *country.names)
        if find(f" {name.swapcase()} ", COUNTRIES) != country
    ]
    assert lost == []


@pytest.mark.parametrize(
    "query",
    ["", " ", "-", "the", "and the", "united", "kingdom", "kong", "hulu", "\n", "ger many s"],
)
def test_a_part_of_a_name_is_no_country(query: str) -> None:
    assert find(query, COUNTRIES) is None


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("untied kingdom", ("United Kingdom",)),
        ("united kingdm", ("United Kingdom",)),
        ("the untied states", ("United States",)),
        ("brazl", ("Brazil",)),
        ("japn", ("Japan",)),
        ("germny", ("Germany",)),
        ("philipines", ("Philippines",)),
        ("new zeland", ("New Zealand",)),
        ("sout korea", ("South Korea",)),
        ("swedan", ("Sweden",)),
        ("scotand", ("Scotland",)),
        ("austrlia", ("Austria", "Australia")),
    ],
)
def test_a_misspelled_name_has_the_right_one_near(query: str, names: tuple[str, ...]) -> None:
    assert near(query, COUNTRIES) == names


@pytest.mark.parametrize(
    "query",
    [
        "inori",
        "theme",
        "music",
        "episode",
        "season",
        "opening",
        "woman",
        "roman",
        "mario",
        "disney",
        "netflix",
        "hulu",
        "crunchyroll",
        "abema",
        "bilibili",
        "worldwide",
        "europe",
        "asia",
        "africa",
        "oceania",
        "kosovo",
        "tasmania",
        "somaliland",
        "california",
        "English",
        "French",
        "xx",
        "q",
        "???",
        "united",
    ],
)
def test_a_word_that_is_no_misspelling_has_nothing_near(query: str) -> None:
    assert near(query, COUNTRIES) == ()


@pytest.mark.parametrize(
    "language", ["da", "de", "es", "fr", "id", "it", "nb", "nl", "pl", "pt", "sv", "tr", "zh", "ko"]
)
def test_a_country_in_another_language_never_suggests_another_country(language: str) -> None:
    babel = pytest.importorskip("babel", reason="Babel, which has CLDR's names, is not installed")
    names = babel.Locale(language).territories
    wrong = []
    for country in COUNTRIES:
        for name in near(names[country.code], COUNTRIES):
            found = find(name, COUNTRIES)
            if found != country:
                wrong.append((names[country.code], name))
    assert wrong == []


@given(st.text())
def test_any_text_has_an_answer_on_one_line(query: str) -> None:
    found = find(query, COUNTRIES)
    assert found is None or fold(" ".join(query.split())) in {
        fold(name) for name in (found.code, found.alpha3, *found.names)
    }
    assert not (found and near(query, COUNTRIES))


BY_CODE = {country.code: country for country in COUNTRIES}


@pytest.mark.parametrize(
    ("code", "english", "japanese"),
    [
        ("HK", "Hong Kong", "香港"),
        ("MO", "Macau", "マカオ"),
        ("US", "the United States", "アメリカ"),
        ("GB", "the United Kingdom", "イギリス"),
        ("JP", "Japan", "日本"),
        ("CD", "the DR Congo", "コンゴ民主共和国"),
        ("MM", "Myanmar", "ミャンマー"),
        ("BA", "Bosnia and Herzegovina", "ボスニア・ヘルツェゴビナ"),
        ("NL", "the Netherlands", "オランダ"),
        ("PH", "the Philippines", "フィリピン"),
        ("AX", "the Åland Islands", "オーランド諸島"),
        ("DO", "the Dominican Republic", "ドミニカ共和国"),
    ],
)
def test_a_country_is_called_what_people_call_it(code: str, english: str, japanese: str) -> None:
    country = BY_CODE[code]
    assert (country.in_sentence, country.name_ja) == (english, japanese)


def test_no_country_is_called_by_a_stiff_name() -> None:
    stiff = [c.name for c in COUNTRIES if any(mark in c.name for mark in (" SAR", " - ", "(", "&"))]
    assert stiff == []
    assert [c.name_ja for c in COUNTRIES if "(" in c.name_ja or "行政区" in c.name_ja] == []


def test_the_name_of_a_country_finds_it() -> None:
    for country in COUNTRIES:
        assert find(country.name, COUNTRIES) == find(country.name_ja, COUNTRIES) == country
