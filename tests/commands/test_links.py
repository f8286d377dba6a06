"""`medalist links`: pages on the web."""

import pytest
from conftest import Program, Rows

KEYS = ["kind", "title", "url", "season", "milestone", "sources", "confidence"]


def test_the_table_lists_the_links_those_without_an_address_last(rower: Program) -> None:
    assert rower("links").out.splitlines()[:-1] == [
        "Kind       Title                URL",
        "official   Official site        https://still-water.example/",
        "trailer    Season 1 trailer     https://video.example/1",
        "database*  AnimeBase, season 1  https://base.example/77",
        "trailer*   Season 2 teaser      unknown",
    ]


def test_json_has_the_promised_keys_in_order(rows: Rows) -> None:
    assert list(rows("links")[0])[: len(KEYS)] == KEYS


def test_a_kind_keeps_its_own_links(rows: Rows) -> None:
    assert {row["kind"] for row in rows("links", "--kind", "trailer")} == {"trailer"}


def test_a_season_keeps_its_own_links(rows: Rows) -> None:
    assert [row["title"] for row in rows("links", "--season", "2")] == ["Season 2 teaser"]


@pytest.mark.parametrize(
    "page", ["https://medalist-pr.com/", "https://x.com/medalist_PR", "Film trailer"]
)
def test_the_bundled_links_have_the_site_the_account_and_the_trailer(
    medalist: Program, page: str
) -> None:
    assert page in medalist("links").out


def test_titles_are_in_japanese_where_asked_for(medalist: Program) -> None:
    assert "公式サイト" in medalist("links", "--names", "ja").out


def test_filters_that_leave_nothing_end_with_1(rower: Program) -> None:
    ended = rower("links", "--kind", "music")
    assert ended == (1, "", "medalist: error: no links match these filters\n")


def test_an_unknown_kind_is_a_usage_error(rower: Program) -> None:
    ended = rower("links", "--kind", "blog")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("medalist: error: --kind: ")


@pytest.mark.parametrize("form", ["table", "text", "json", "csv", "markdown"])
def test_every_link_is_in_every_format(rower: Program, form: str) -> None:
    out = rower("links", "-f", form).out
    assert [url for url in ("still-water.example", "video.example/1") if url not in out] == []
