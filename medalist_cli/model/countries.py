"""Countries and the names people use for them."""

import re

from msgspec import Struct

_STIFF = " SAR | - |[(]"
"""What marks a name of CLDR that nobody says: Hong Kong SAR China, Congo - Kinshasa."""

_WITH_ARTICLE = (
    "(United|Bahamas|Caribbean Netherlands|Comoros|DR Congo|Gambia|Maldives|Netherlands"
    "|Philippines)\\b|.*(Islands|Republic|Territor(y|ies))$"
)


class Country(Struct, frozen=True, kw_only=True):
    """A country or territory of ISO 3166-1."""

    code: str
    """The alpha-2 code: `GB`."""
    alpha3: str
    """The alpha-3 code: `GBR`."""
    en: str
    """The English name of CLDR."""
    ja: str
    """The Japanese name of CLDR."""
    short: tuple[str, ...] = ()
    """Other names: short forms, former names, names in the country's own languages."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name except the codes, the English one first."""
        return (self.en, self.ja, *self.short)

    @property
    def name(self) -> str:
        """The English name that people use: Hong Kong, not Hong Kong SAR China."""
        if self.short and re.search(_STIFF, self.en):
            return self.short[0]
        return self.en.replace(" & ", " and ")

    @property
    def name_ja(self) -> str:
        """The Japanese name that people use: 香港, アメリカ."""
        if self.ja.endswith("特別行政区"):
            return next(
                (name for name in self.short if re.fullmatch("[\u3041-\u9fff]{,4}", name)), self.ja
            )
        return re.sub(" ?[(].*[)]|(?<=.)合衆国$", "", self.ja)

    @property
    def in_sentence(self) -> str:
        """The name with its article, if it has one: the United States."""
        return f"the {self.name}" if re.match(_WITH_ARTICLE, self.name) else self.name
