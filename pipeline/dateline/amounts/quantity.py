"""A number together with what it counts, and the scope it was found in."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from dateline.amounts.lexicon import Lexicon
from dateline.amounts.number import Number
from dateline.amounts.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Scope:
    """What a quantity is read against: the tokens of its passage, the language, the countries the article names."""

    tokens: Tokens
    lex: Lexicon
    countries: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts; `kind` is empty until that is known.

    Attributes:
        number: as read.
        start: first character of the span.
        end: one past its last character.
        first: first token of the span.
        last: one past its last token.
        low, high: the value with scale, sign and minor unit applied.
        kind, unit, per, bound, direction: as in the row.
        candidates, basis: `unit_candidates` and `unit_from` of the row.
        name: the currency as written (`?dollar`, `EUR`), empty when not money.
        minor: whether it is written in hundredths (cents).
        same_as: position of the quantity that this one converts.
    """

    number: Number
    start: int
    end: int
    first: int
    last: int
    low: Decimal
    high: Decimal
    kind: str = ""
    unit: str = ""
    candidates: tuple[str, ...] = ()
    basis: str = ""
    name: str = ""
    minor: bool = False
    per: str = ""
    bound: str = "exact"
    direction: str = ""
    same_as: int | None = None

    def reaching(self, last: int, tokens: Tokens) -> "Quantity":
        """The quantity with its span ending before token `last`."""
        return replace(self, last=last, end=tokens.ends[last - 1])

    def starting(self, first: int, tokens: Tokens) -> "Quantity":
        """The quantity with its span beginning at token `first`."""
        return replace(self, first=first, start=tokens.starts[first])

    def times(self, factor: Decimal) -> "Quantity":
        """The quantity with its value multiplied."""
        return replace(self, low=self.low * factor, high=self.high * factor)

    def scaled(self, factor: Decimal, last: int, tokens: Tokens) -> "Quantity":
        """The quantity with a scale that ends before token `last`: `5` -> `5m`."""
        number = self.number
        number = replace(
            number, last=last, scale=number.scale * factor, low=number.low * factor, high=number.high * factor
        )
        return replace(self, number=number).times(factor).reaching(last, tokens)
