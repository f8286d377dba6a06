"""Write data/countries.json from CLDR, as Babel packages it, and from the short forms below.

`python tests/countries.py` and `pytest tests/test_countries.py --golden-update` write the file.
"""

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.languages import get_official_languages

from medalist_cli.queries.countries import fold

FILE = Path(__file__).parent.parent / "data" / "countries.json"

_RESERVED = {"AC", "CP", "DG", "EU", "TA"}
"""Codes of CLDR that ISO 3166-1 reserves but assigns to no country; ISO 3166-1:2020, 7.5."""

_WITHDRAWN = {"BUR", "DDR", "FXX", "TMP", "YMD", "ZAR"}
"""Alpha-3 codes of former countries (ISO 3166-3), which CLDR maps to the present one."""

SHORT = {
    "AE": "UAE, Emirates, アラブ首長国",
    "AG": "Antigua, Barbuda, アンティグア",
    "AS": "アメリカ領サモア",
    "AU": "Oz, Aussie, Commonwealth of Australia, 豪州",
    "AX": "オーランド",
    "BA": "Bosnia, Herzegovina, Bosna, ボスニア",
    "BD": "Bangla Desh, バングラディシュ",
    "BF": "Burkina, Upper Volta, オートボルタ",
    "BL": "Saint Barts, St. Barth, サン・バルテルミー島",
    "BN": "Brunei Darussalam",
    "BO": "Plurinational State of Bolivia",
    "BQ": "Bonaire, Sint Eustatius, Bonaire Sint Eustatius and Saba, ボネール",
    "BT": "Druk Yul",
    "BY": "Belorussia, Byelorussia, Bielorussia, White Russia, 白ロシア",
    "BZ": "British Honduras",
    "CC": "Cocos Islands, Keeling Islands, ココス諸島",
    "CD": (
        "DR Congo, DRC, D.R. Congo, Congo DR, Congo DRC, Congo Kinshasa, Zaire, Belgian Congo, "
        "Democratic Republic of the Congo, Dem. Rep. Congo, コンゴ民主共和国, ザイール"
    ),
    "CF": "CAR, Central Africa, 中央アフリカ",
    "CG": "Congo, Republic of the Congo, Congo Republic, コンゴ, コンゴ共和国",
    "CH": "Swiss Confederation, Helvetia",
    "CI": "Ivory Coast, 象牙海岸",
    "CN": (
        "PRC, People's Republic of China, Mainland China, Chine, Zhongguo, Chūgoku, "
        "中華人民共和国, 中华人民共和国, 中國"
    ),
    "CV": "カボベルデ",
    "CZ": "Czech Republic, Česká republika, チェコ共和国",
    "DE": "Federal Republic of Germany, BRD, Doitsu, 独逸",
    "DM": "Commonwealth of Dominica",
    "DO": "Dominican Rep, Dominicana, DomRep",
    "EG": "Misr",
    "EH": "Sahrawi, SADR",
    "ET": "Abyssinia",
    "FK": "Falklands, Malvinas, Islas Malvinas, フォークランド",
    "FM": "FSM, Federated States of Micronesia, ミクロネシア",
    "FO": "Faroes, Faeroe Islands, Faroe, フェロー",
    "FR": "French Republic, Furansu, 仏国",
    "GB": (
        "UK, Britain, Great Britain, England, Scotland, Wales, Northern Ireland, "
        "United Kingdom of Great Britain and Northern Ireland, Cymru, Igirisu, Eikoku, 英国, "
        "連合王国, グレートブリテン, イングランド, スコットランド, ウェールズ, 北アイルランド"
    ),
    "GE": "Sakartvelo, Republic of Georgia, グルジア",
    "GF": "Guyane, フランス領ギアナ",
    "GH": "Gold Coast",
    "GL": "Grønland",
    "GN": "Guinea-Conakry",
    "GR": "Hellas, Hellenic Republic, EL, Ellada, Griekenland, Grækenland",
    "GS": "South Georgia, サウスジョージア",
    "HK": "Hong Kong, HKSAR, Hong Kong SAR, Xianggang, 香港",
    "HM": "Heard Island",
    "IE": "Republic of Ireland, Eire, Southern Ireland, Irland, ROI, アイルランド共和国",
    "IN": "Bharat, Hindustan",
    "IO": "BIOT, Chagos, Chagos Islands, Diego Garcia",
    "IR": "Persia, Islamic Republic of Iran",
    "JP": "Nippon, Nihon, Nihonkoku, Nippon-koku, 日本国, にほん, にっぽん",
    "KG": "Kirghizia, Kirgizstan, Kirghizstan, Kyrgyz Republic, キルギスタン, キルギス共和国",
    "KH": "Kampuchea",
    "KM": "コモロ連合",
    "KN": "St. Kitts, Nevis, St. Christopher and Nevis, セントクリストファー・ネイビス",
    "KP": (
        "DPRK, Democratic People's Republic of Korea, N. Korea, Korea North, 朝鮮民主主義人民共和国"
    ),
    "KR": (
        "Korea, S. Korea, Republic of Korea, ROK, Korea South, Hanguk, Daehan Minguk, Kankoku, "
        "한국, 大韓民国"
    ),
    "KY": "Caymans, Cayman, ケイマン",
    "LA": "Lao, Lao PDR, Lao People's Democratic Republic",
    "LI": "リヒテンシュタイン公国",
    "LK": "Ceylon, セイロン",
    "LS": "Basutoland",
    "LU": "Luxemburg, ルクセンブルグ",
    "MD": "Republic of Moldova, Moldavia, モルドヴァ",
    "MF": "St. Martin (French part), San Martín, サン・マルタン島",
    "MH": "Marshalls, マーシャル",
    "MK": (
        "Macedonia, FYROM, Makedonija, Severna Makedonija, Republic of North Macedonia, マケドニア"
    ),
    "MM": "Myanmar, Burma, Birma, Myanma, ミャンマー, ビルマ",
    "MO": "Macau, Macao, Macau SAR, Aomen, マカオ, 澳門",
    "MP": "Northern Marianas, CNMI, Saipan, サイパン",
    "MV": "Maldive Islands, モルジブ",
    "MW": "Nyasaland",
    "MY": "Malaya",
    "NA": "South West Africa",
    "NL": "Holland, The Nederlands, Oranda",
    "PF": "Tahiti, タヒチ, フランス領ポリネシア",
    "PH": "Philippine, Philippine Islands, フィリッピン",
    "PM": "St. Pierre, サンピエール・ミクロン",
    "PN": "Pitcairn",
    "PS": "Palestine, State of Palestine, West Bank, Gaza, Falastin, パレスチナ, パレスチナ国",
    "PW": "Belau",
    "RE": "Reunion Island, レユニオン島",
    "RO": "Rumania, Roumania",
    "RU": "Russian Federation, Rossiya, Rossija, ロシア連邦",
    "SA": "KSA, Saudi, Kingdom of Saudi Arabia, サウジ",
    "SB": "Solomons, ソロモン",
    "SC": "セイシェル",
    "SH": "St. Helena Ascension and Tristan da Cunha, Ascension, Tristan da Cunha",
    "SI": "Slovinsko, スロヴェニア",
    "SJ": "Svalbard, Jan Mayen, Spitsbergen, スバールバル諸島",
    "SK": "Slovak Republic, スロバキア共和国",
    "SM": "Saint-Marin",
    "SR": "Surinam, Dutch Guiana",
    "ST": "São Tomé, サントメ",
    "SX": "St. Maarten, セント・マーチン",
    "SY": "Syrian Arab Republic",
    "SZ": "Swaziland, スワジランド",
    "TC": "Turks & Caicos",
    "TF": "French Southern and Antarctic Lands, French Antarctica",
    "TH": "Siam, Prathet Thai, タイ王国, シャム",
    "TL": "East Timor, Timor, Timor Lorosae, 東チモール",
    "TR": "Turkey",
    "TT": "Trinidad, Tobago, トリニダード",
    "TW": "Republic of China, ROC, Chinese Taipei, Formosa, 中華民国, 中華民國",
    "TZ": "Tanganyika, Zanzibar, United Republic of Tanzania, ザンジバル",
    "UA": "The Ukraine, Ukraina, Ukrayina",
    "UM": "US Minor Outlying Islands, United States Minor Outlying Islands",
    "US": (
        "America, United States of America, The States, EEUU, Amerika, "
        "Beikoku, アメリカ, 米国, 合衆国"
    ),
    "VA": "Vatican, Holy See, Holy See (Vatican City State), Vaticano, バチカン, ヴァチカン",
    "VC": (
        "St. Vincent, Grenadines, セントビンセント, "
        "セントビンセント・グレナディーン, セントビンセントおよびグレナディーン諸島"
    ),
    "VE": "Bolivarian Republic of Venezuela, ヴェネズエラ",
    "VG": "BVI, Virgin Islands (British), 英領バージン諸島, イギリス領ヴァージン諸島",
    "VI": "USVI, Virgin Islands (U.S.), American Virgin Islands, 米領バージン諸島",
    "VN": "Viet Nam, ヴェトナム",
    "VU": "New Hebrides, ヴァヌアツ",
    "WF": "Wallis, Futuna",
    "WS": "Western Samoa, 西サモア",
    "ZA": "RSA, Republic of South Africa, 南アフリカ共和国, 南ア",
    "ZW": "Rhodesia, ローデシア",
}
"""What people type that CLDR does not have: short forms, parts of a state, former names.

A few foreign names are here because they look like a misspelling of another country: Irland of
Ísland, Griekenland of Greenland.
"""


def text() -> str:
    """Return the whole file: a JSON array with one country a line, sorted by code.

    Raises ValueError where two countries share a name.
    """
    rows = [_row(code, alpha3) for code, alpha3 in sorted(_codes().items())]
    _check(rows)
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f"[\n{lines}\n]\n"


def _codes() -> dict[str, str]:
    """Return the alpha-3 code by the alpha-2 code of every country.

    CLDR lists alpha-3 codes as long forms of alpha-2 codes, also of what is no country: codes
    reserved or for private use.
    """
    return {
        codes[0]: alias
        for alias, codes in get_global("territory_aliases").items()
        if len(alias) == 3
        and alias.isalpha()
        and alias not in _WITHDRAWN
        and len(codes) == 1
        and codes[0] not in _RESERVED
        and not _private(codes[0])
    }


def _private(code: str) -> bool:
    """Whether ISO 3166-1 leaves `code` to its users: AA, QM to QZ, XA to XZ and ZZ."""
    return code in {"AA", "ZZ"} or code[0] == "X" or "QM" <= code <= "QZ"


def _row(code: str, alpha3: str) -> dict[str, Any]:
    en, ja = (Locale(language).territories[code] for language in ("en", "ja"))
    seen = {fold(name) for name in (code, alpha3, en, ja)}
    short = []
    for name in [*filter(None, SHORT.get(code, "").split(", ")), *_endonyms(code)]:
        if fold(name) not in seen:
            seen.add(fold(name))
            short.append(name)
    return {"code": code, "alpha3": alpha3, "en": en, "ja": ja, "short": short}


def _endonyms(code: str) -> list[str]:
    """Return the names of a country in the languages official in all of it."""
    names = []
    for language in get_official_languages(code, de_facto=True):
        try:
            names.append(Locale.parse(language).territories.get(code))
        except UnknownLocaleError:
            continue
    return [name for name in names if name]


def _check(rows: list[dict[str, Any]]) -> None:
    owners = defaultdict(set)
    for row in rows:
        for name in (row["code"], row["alpha3"], row["en"], row["ja"], *row["short"]):
            owners[fold(name)].add(row["code"])
    shared = {name: codes for name, codes in owners.items() if len(codes) > 1}
    if shared:
        raise ValueError(f"names of two countries: {shared}")


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
