"""Lists of names in a sentence; tests/queries/test_people.py has how one name is written."""

import pytest

from medalist_cli.model.dataset import Name
from medalist_cli.text.names import joined, spellings


@pytest.mark.parametrize(
    ("names", "listed"),
    [((), ""), (("a",), "a"), (("a", "b"), "a or b"), (("a", "b", "c"), "a, b or c")],
)
def test_names_are_joined_as_a_sentence_lists_them(names: tuple[str, ...], listed: str) -> None:
    assert joined(names, "or") == listed


INORI = Name(
    given="Inori",
    family="Yuitsuka",
    ja="結束いのり",
    reading="ゆいつか いのり",
    variants=("Yuizuka",),
    aliases=("Inorin",),
)
LATIN = "Inori Yuitsuka InoriYuitsuka YuitsukaInori  Yuizuka Inorin"


@pytest.mark.parametrize(
    ("name", "for_latin", "forms"),
    [
        (INORI, True, LATIN),
        (INORI, False, f"{LATIN} 結束いのり ゆいつか いのり ゆいつかいのり"),
        (Name(name="Coach K", ja="コーチK"), True, "    Coach K"),
        (Name(given="Inori", ja="いのり"), True, "Inori  Inori Inori  いのり  "),
        (Name(ja="大河原湊"), True, "     大河原湊  "),
    ],
)
def test_a_query_in_latin_letters_needs_the_japanese_forms_of_unromanised_names_only(
    name: Name, for_latin: bool, forms: str
) -> None:
    assert spellings(name, for_latin=for_latin) == forms
