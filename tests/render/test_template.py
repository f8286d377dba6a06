"""A line from a template: what stands for each key, and what is no template."""

import pytest
from msgspec import structs

from medalist_cli.errors import UsageError
from medalist_cli.render import template

from .test_countdown import titled

COUNT = structs.replace(titled("Nagi").count, anchor=None)


@pytest.mark.parametrize(
    ("line", "filled"),
    [
        ("{{days}} {days} }}{{", "{days} 10 }{"),
        ("%{{F#f00}}{title}%{{F-}} #(x)", "%{F#f00}Nagi%{F-} #(x)"),
        ("%{title}", "%Nagi"),
        ("{headline} {inferred}", "false false"),
        ("{anchor} {anchor.days} {when.date}", "unknown unknown 2027-01-17"),
        ("{sources}", "page"),
    ],
)
def test_a_key_is_replaced_and_the_rest_stays(line: str, filled: str) -> None:
    assert template.filled(line, COUNT, "utf-8") == filled


def test_a_list_has_commas_and_a_bool_a_word() -> None:
    count = structs.replace(COUNT, sources=("a", "b"), headline=True)
    assert template.filled("{sources}; {headline}", count, "utf-8") == "a, b; true"


@pytest.mark.parametrize("brace", ["{", "}"])
def test_a_single_brace_is_misuse_and_shows_how_to_write_one(brace: str) -> None:
    with pytest.raises(UsageError) as raised:
        template.filled(f"{{days}} {brace}", COUNT, "utf-8")
    assert raised.value.message == f"--template: unmatched {brace!r}"
    assert raised.value.advice == f"Use {brace * 2} for a literal brace."


@pytest.mark.parametrize("key", ["nope", "title.x", "when.nope"])
def test_an_unknown_key_is_misuse_and_lists_all_keys(key: str) -> None:
    with pytest.raises(UsageError) as raised:
        template.filled(f"{{{key}}}", COUNT, "utf-8")
    assert raised.value.message == f"--template: unknown key {key!r}"
    assert raised.value.advice == f"Known: {', '.join(COUNT.__struct_fields__)}."
