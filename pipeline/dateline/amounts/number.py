"""A number as read: its tokens, its value and its scale."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from dateline.amounts.tokens import NO_BREAK

MAX_DIGITS = 24  # longer runs are identifiers, never quantities
HUNDRED = Decimal(100)
THOUSAND = Decimal(1000)
ONE = Decimal(1)
LARGEST = Decimal("1e24")  # scale words that would lead beyond are not read
HALF = Decimal("0.5")
PLACES = Decimal("1e-10")  # thirds and sevenths are cut here


@dataclass(frozen=True, slots=True)
class Number:
    """A number and its scale.

    Attributes:
        first: its first token.
        last: one past its last token.
        low: its value, the lower end when vague.
        high: the same as `low` unless vague.
        scale: what its scale words multiply it by; a range hands it on (`5-20 million`).
        form: `digits`, `words`, `nearly` (as many as the word says, more or less), `vague` or `ratio`.
    """

    first: int
    last: int
    low: Decimal
    high: Decimal
    scale: Decimal = ONE
    form: str = "digits"


def single(first: int, last: int, value: Decimal, scale: Decimal = ONE, form: str = "digits") -> Number:
    """A number of one value."""
    return Number(first, last, value, value, scale, form)


def is_year(value: Decimal, years: range) -> bool:
    """Whether a value is a whole number in a range of years; `in` would walk through the range for a `Decimal`."""
    return years.start <= value < years.stop and value == int(value)


def read_digits(raw: str, decimal: str) -> Decimal | None:
    """The value of digits with separators, `None` where they group like no number (`1.2.3`, `007`).

    One kind of separator once is the language's decimal sign or, before exactly three digits, its grouping sign.
    """
    text = raw.replace(NO_BREAK, "").replace(" ", "")
    if "'" in text:
        if not _grouped(text.split("'")):
            return None
        text = text.replace("'", "")
    dots, commas = text.count("."), text.count(",")
    if len(text) > MAX_DIGITS or (text[0] == "0" and len(text) > 1 and text[1] not in ".,"):
        return None
    if dots and commas:
        mark = "." if text.rfind(".") > text.rfind(",") else ","
        whole, _, part = text.rpartition(mark)
        groups = whole.split("," if mark == "." else ".")
        return Decimal("".join(groups) + "." + part) if _grouped(groups) else None
    mark = "." if dots else ","
    parts = text.split(mark)
    if len(parts) == 1:
        return Decimal(text)
    if len(parts) > 2 or (mark != decimal and len(parts[1]) == 3 and parts[0].strip("0")):
        return Decimal("".join(parts)) if _grouped(parts) else None
    return Decimal(f"{parts[0] or 0}.{parts[1]}")


def _grouped(parts: list[str]) -> bool:
    """Whether digits are cut in threes, or in the Indian way (`12,34,567`)."""
    middle = {len(part) for part in parts[1:-1]} or {3}
    return 0 < len(parts[0]) <= 3 and (len(parts) == 1 or len(parts[-1]) == 3) and middle in ({3}, {2})


def decimals(entries: Mapping[str, str | int]) -> dict[str, Decimal]:
    """The words of a data file with their values as exact numbers."""
    return {word: Decimal(value) for word, value in entries.items()}
