"""A text made safe for one syntax: what exactly is written in its place."""

import pytest

from medalist_cli.render import escaping

UTF8, ASCII = "utf-8", "ascii"
APART = "\u200b"


@pytest.mark.parametrize("encoding", ["utf-8", "UTF-8", "utf8", "UTF_8"])
def test_json_in_utf_8_escapes_only_what_a_terminal_obeys(encoding: str) -> None:
    text = '"凪\x7f\x9b\u200b\u2028\u2029\ue000\u3000😀\U000e0041"'
    shown = r'"凪\u007f\u009b\u200b\u2028\u2029' + "\ue000\u3000😀" + r'\udb40\udc41"'
    assert escaping.json_text(text, encoding) == shown


def test_json_elsewhere_escapes_all_but_ascii() -> None:
    assert escaping.json_text('"~é凪😀"', "cp932") == r'"~\u00e9\u51ea\ud83d\ude00"'


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("  - x - y", r"\- x - y"),
        ("1. x 2. y", r"1\. x 2. y"),
        ("12) x", r"12\) x"),
        ("+", r"\+"),
        ("== x", r"\== x"),
        ("-x 1.5", "-x 1.5"),
        ("@name a@b @ c", f"@{APART}name a@{APART}b @ c"),
        (r"a\|*_`<>[]~#&b", r"a\\\|\*\_\`\<\>\[\]\~\#\&b"),
    ],
)
def test_markdown_has_a_backslash_before_its_syntax(text: str, shown: str) -> None:
    assert escaping.markdown(text, UTF8) == shown


def test_a_mention_is_kept_apart_by_a_space_where_nothing_invisible_is_known() -> None:
    assert escaping.markdown("@name", ASCII) == "@ name"


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://x.example/a?b=1&c=~2#d", "https://x.example/a?b=1&c=~2#d"),
        ("http://x.example/", "http://x.example/"),
        ('https://x.example/凪(1) \\"<', "https://x.example/%E5%87%AA%281%29%20%5C%22%3C"),
        ("https://x.example/\x0b", ""),
        ("ftp://x.example/", ""),
        ("javascript:https://", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_a_page_has_an_address_in_ascii_and_nothing_else_has_one(
    url: str | None, address: str
) -> None:
    assert escaping.page_url(url) == address


def test_an_address_in_markdown_has_no_character_reference() -> None:
    url = "https://x.example/?a=1&copy;=2&#x41;&b=(3)"
    shown = "[\\[x\\]](https://x.example/?a=1&amp;copy;=2&amp;#x41;&b=%283%29)"
    assert escaping.markdown_link("[x]", url, UTF8) == shown
    assert escaping.markdown_link("[x]", "file:///x", UTF8) == "\\[x\\]"


def test_xml_has_references_for_its_syntax_and_a_stand_in_for_what_it_lacks() -> None:
    text = "<a b=\"1\" c='2'> & \ufffe\x00"
    assert escaping.xml(text) == "&lt;a b=&quot;1&quot; c=&#x27;2&#x27;&gt; &amp; \ufffd^@"
    assert escaping.xml_chars("a\tb\nc\x00\ufffe😀") == "a\tb\nc\ufffd\ufffd😀"


def test_pango_keeps_lines_and_quotes() -> None:
    assert escaping.pango("<b>\n\"&'\t\ufffe") == "&lt;b&gt;\n\"&amp;' \ufffd"


@pytest.mark.parametrize(
    ("text", "shown", "plain"),
    [
        ("#", f"#{APART}", "##"),
        ("a ## b", f"a #{APART}#{APART} b", "a ######## b"),
        ("###", f"#{APART}#{APART}#{APART}", "############"),
        ("#[x]", f"#{APART}[x]", "##[x]"),
        ("##[x]", f"#{APART}#{APART}[x]", "####[x]"),
        ("#(x) [y]", f"#{APART}(x) [y]", "##(x) [y]"),
        ("%H 5 %", f"%{APART}H 5 %", "%H 5 %"),
    ],
)
def test_tmux_reads_a_number_sign_as_itself(text: str, shown: str, plain: str) -> None:
    assert escaping.tmux(text, UTF8) == shown
    assert escaping.tmux(text, ASCII) == plain


@pytest.mark.parametrize(
    ("text", "shown", "plain"),
    [
        ("-- - a - b|c", "–––a - b¦c", "~~~a - b/c"),
        ("a--|", "a--¦", "a--/"),
        ("---", "–––", "~~~"),
    ],
)
def test_xbar_has_other_bars_and_hyphens(text: str, shown: str, plain: str) -> None:
    assert escaping.xbar(text, UTF8) == shown
    assert escaping.xbar(text, ASCII) == plain


def test_a_prompt_has_no_expansion() -> None:
    text = r"`x` $y \w %d 5 % $"
    assert escaping.prompt(text, UTF8) == rf"'x' ${APART}y \{APART}w %{APART}d 5 % $"
    assert escaping.prompt(text, ASCII) == r"'x' $ y \ w % d 5 % $"


def test_polybar_has_no_tag() -> None:
    assert escaping.polybar("%{F} % {", UTF8) == f"%{APART}{{F}} % {{"
    assert escaping.polybar("%{F} % {", ASCII) == "% {F} % {"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "＋", "－", "＠"])
def test_a_sheet_has_an_apostrophe_before_a_formula(start: str) -> None:
    for quotes in (True, False):
        assert escaping.sheet(f"{start}1", UTF8, quotes=quotes) == f"'{start}1"


@pytest.mark.parametrize("text", ["x=1", "'=1", "", "1"])
def test_a_sheet_has_other_texts_as_they_are(text: str) -> None:
    for quotes in (True, False):
        assert escaping.sheet(text, UTF8, quotes=quotes) == text


def test_a_quotation_mark_is_marked_only_where_asked_for() -> None:
    assert escaping.sheet('"x"', UTF8, quotes=True) == '\'"x"'
    assert escaping.sheet('"x"', UTF8, quotes=False) == '"x"'
    assert escaping.sheet('x"', UTF8, quotes=True) == 'x"'


def test_a_calendar_has_a_backslash_before_its_separators() -> None:
    assert escaping.ical("a\\N;b,c:\nd") == r"a\\N\;b\,c: d"


@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        ([("%{F}#(x)$(y)`|`", False)], "%{F}#(x)$(y)`|`"),
        ([("%{F}#(x)#[y]#{z}$(x)${y}`|`", True)], "% {F}# (x)# [y]# {z}$ (x)$ {y}'/'"),
        ([("%", True), ("{F}", False)], "% {F}"),
        ([("%", False), ("{F}", True)], "% {F}"),
        ([("%{", False), ("F", True), ("}", False)], "%{F}"),
        ([("F", True), ("%{F}", False)], "F%{F}"),
        ([("5 %", True), (" #x", False)], "5 % #x"),
    ],
)
def test_a_value_in_a_template_makes_no_tag_with_what_is_beside_it(
    parts: list[tuple[str, bool]], shown: str
) -> None:
    assert escaping.template(parts, ASCII) == shown
