"""Countries and the names people use for them."""

from msgspec import Struct


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
