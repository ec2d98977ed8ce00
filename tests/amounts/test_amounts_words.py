"""Number words put together, particles written onto words, folding, the vote on decimal signs, currencies by year."""

from decimal import Decimal

import pytest

from dateline.amounts.currencies import Takeover
from dateline.amounts.fused import FusedCardinals
from dateline.amounts.lexicon import predecessors
from dateline.amounts.separators import voted_decimal
from dateline.amounts.tokens import fold, letters, token_pattern, tokenize

GERMAN = {
    word: Decimal(value)
    for value, word in enumerate(["null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"])
}
GERMAN |= {"fünfzehn": Decimal(15), "fünfzig": Decimal(50), "einundzwanzig": Decimal(21)}
ITALIAN = {"due": Decimal(2), "ottanta": Decimal(80), "otto": Decimal(8), "cinquanta": Decimal(50)}


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("fünfzig", 50),
        ("zweihundert", 200),
        ("hundertundeins", None),  # `eins` is not in the words given here
        ("zweihundertfünfzig", 250),
        ("zweihunderteinundzwanzig", 221),
        ("fünfzehnhundert", 1500),
        ("hunderttausend", 100_000),
        ("dreihunderteinundzwanzigtausendfünfhundertzwei", 321_502),
        ("zweieinhalb", Decimal("2.5")),
        ("jahrhundert", None),
        ("tausendfüßler", None),
        ("hundert" * 20, None),
    ],
)
def test_german_words_are_taken_apart(word: str, value: Decimal | int | None) -> None:
    data = {"hundred": ["hundert"], "thousand": ["tausend"], "joins": ["und"], "half": ["einhalb"]}
    assert FusedCardinals(GERMAN, data).get(word) == value


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("duecentocinquanta", 250),
        ("centottanta", 180),
        ("duemiladuecento", 2200),
        ("cento", 100),
        ("cent", None),
        ("centro", None),
    ],
)
def test_italian_words_are_taken_apart(word: str, value: int | None) -> None:
    data = {"hundred": ["cento"], "elided": ["cent"], "thousand": ["mila", "mille"], "joins": []}
    assert FusedCardinals(ITALIAN, data).get(word) == value


@pytest.mark.parametrize(
    ("texts", "usual", "decimal"),
    [
        (["1.234.567"], ".", ","),
        (["1,234,567"], ",", "."),
        (["1.234,5"], ".", ","),
        (["10.000"], ".", ","),
        (["3,5 %"], ".", ","),
        (["1.234"], ".", "."),  # tells nothing
        (["3,5 %", "1,234.50"], ".", "."),  # both: as usual
        (["192.168.100.1", "12.05.2021", "3.2.1"], ",", ","),
    ],
)
def test_numbers_vote_on_the_decimal_sign(texts: list[str], usual: str, decimal: str) -> None:
    assert voted_decimal(texts, usual=usual) == decimal


def test_words_are_compared_without_signs_of_vowels_and_spellings_of_a_letter() -> None:
    assert letters("ثَلاثَة") == letters("ثلاثة")
    assert letters("ألف") == letters("الف")
    assert letters("ещё") == "еще"
    assert letters("\u0640") == "\u0640"  # a lone mark stays, so that no token is empty


def test_folding_keeps_every_offset() -> None:
    text = "\u200f٢٠\u200e٪ من ١٬٥٠٠٫٥ ثَلاثَة"
    folded = fold(text)
    tokens = tokenize(folded, token_pattern(space_groups=False))
    assert len(folded) == len(text)
    assert "1,500.5" in tokens.words
    assert letters("ثلاثة") in tokens.lows
    assert all(tokens.lows)


@pytest.mark.parametrize(
    ("code", "year", "old"),
    [
        ("ARS", 1975, "ARL"),
        ("ARS", 1984, "ARP"),
        ("ARS", 1988, ""),  # australes
        ("MXN", 1970, "MXP"),
        ("RUB", 1958, "SUR"),
        ("VES", 2012, "VEF"),
        ("BGN", 1955, "BGM"),
        ("DEM", 1935, ""),
    ],
)
def test_currencies_that_bore_a_name_before(code: str, year: int, old: str) -> None:
    takeover = predecessors()[code]
    assert year < takeover.since
    assert takeover.code(year) == old


def test_two_old_currencies_at_once_are_none() -> None:
    assert Takeover(1956, (("EGP", 1889, 1956), ("GBP", 1889, 1956))).code(1900) == ""
