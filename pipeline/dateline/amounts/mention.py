"""The row of the amounts table."""

from dataclasses import dataclass
from decimal import Decimal

from dateline.article import Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountMention(Mention):
    """One quantity of an article: a span, its value and what it counts.

    Attributes:
        kind: `money`, `count`, `percent`, `measure`, `ratio` or `age`.
        low: lower bound, `None` where the amount is open below.
        high: upper bound, `None` where the amount is open above; equal to `low` for one value.
        unit: ISO 4217 code, `%`/`pp`/`bp`, UCUM code, `a` for ages, or the counted noun phrase.
        unit_candidates: ISO codes a symbol could stand for, likeliest first, when there are several.
        unit_from: what the currency was told by: `code`, `symbol`, `adjective`, `country` or `default`.
        bound: `exact`, `approx`, `range`, `at_least`, `at_most`, `more_than` or `less_than`.
        per: what a rate is per: `head`, `year`, `km²`.
        direction: `up` or `down` for a change.
        vague: true where `low` and `high` only give an order of magnitude (`dozens`).
        same_as: index, in the returned list, of the row this one converts (`$5m ($9m today)`).
    """

    kind: str
    low: Decimal | None
    high: Decimal | None
    unit: str = ""
    unit_candidates: tuple[str, ...] = ()
    unit_from: str = ""
    bound: str = "exact"
    per: str = ""
    direction: str = ""
    vague: bool = False
    same_as: int | None = None
