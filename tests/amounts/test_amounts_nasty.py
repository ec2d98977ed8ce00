"""Whatever the text: no crash, sound rows, linear time."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.amounts import AmountMention, extract_amounts
from dateline.amounts.lexicon import lexicon
from dateline.amounts.number import read_digits
from dateline.amounts.tokens import fold
from dateline.article import Passage

KINDS = {"money", "count", "percent", "measure", "ratio", "age"}
BOUNDS = {"exact", "approx", "range", "at_least", "at_most", "more_than", "less_than"}
PIECES = [
    "$", "€", "£", "¥", "US$", "A$", "kr", "EUR", "USD", "%", " ", " ", " ", "\u00a0", ",", ".", "-", "–", "(", ")", "/", "'", "’",
    "1", "2", "5", "10", "12,000", "3.5", "1 234,56", "007", "1/2", "½", "²", "٣", "0", "1990", "1e5", "00",
    "million", "millions", "bn", "m", "k", "thousand", "hundred", "dozen", "cent", "mille", "quatre", "vingt", "dix",
    "one", "two", "a", "half", "third", "of", "de", "d'", "and", "et", "to", "à", "between", "entre", "or", "ou",
    "people", "years", "year", "old", "ans", "âgé de", "dollars", "euros", "cents", "pounds", "percent", "per", "head", "par", "mois",
    "feet", "inches", "km", "h", "moins", "minus", "at least", "up to", "jusqu'à", "tens", "few", "several", "sur", "in", "out", "la moitié",
]  # fmt: skip


def rows(text: str, language: str) -> list[AmountMention]:
    return extract_amounts([Passage("text", 0, text, "body", language)], taken=[])


def check(text: str, found: list[AmountMention], language: str) -> None:
    end = 0
    for index, row in enumerate(found):
        assert 0 <= row.start < row.end <= len(text)
        assert row.start >= end, "rows overlap"
        end = row.end
        surface = text[row.start : row.end]
        assert surface == surface.strip()
        assert row.kind in KINDS
        assert row.bound in BOUNDS
        assert row.low is not None or row.high is not None
        assert row.low is None or row.high is None or row.low <= row.high
        assert 0 < row.confidence <= 1
        assert row.same_as is None or row.same_as < index
        words = lexicon(language).numbers
        spelled = {
            *words.cardinals,
            *words.scales,
            *words.vague,
            *words.ratio.parts,
            *(f"{article} " for article in words.articles),  # a dollar a day
            "couple",
            "half",
            "quarter",
            "moitié",
            "demi",
        }
        low = fold(surface).lower()
        assert any(c.isdecimal() or c in "½¼¾⅓⅔⅛" for c in low) or any(word in low for word in spelled) or "aine" in low


@settings(max_examples=300, deadline=None)
@given(text=st.text(max_size=80), language=st.sampled_from(["en", "fr"]))
def test_any_text(text: str, language: str) -> None:
    check(text, rows(text, language), language)


@settings(max_examples=1500, deadline=None)
@given(
    pieces=st.lists(st.sampled_from(PIECES), max_size=14),
    glue=st.sampled_from(["", " "]),
    language=st.sampled_from(["en", "fr"]),
)
def test_any_mixture_of_its_own_words(pieces: list[str], glue: str, language: str) -> None:
    text = glue.join(pieces)
    check(text, rows(text, language), language)


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=60))
def test_folding_keeps_offsets(text: str) -> None:
    assert len(fold(text)) == len(text)


@settings(max_examples=200, deadline=None)
@given(value=st.integers(min_value=1, max_value=10**12))
def test_grouped_digits_read_back(value: int) -> None:
    assert read_digits(f"{value:,}", ".") == value
    assert read_digits(f"{value:,}".replace(",", " "), ",") == value
    assert read_digits(f"{value:,}.5", ".") == pytest.approx(value + 0.5)


@pytest.mark.parametrize(
    ("raw", "decimal", "value"),
    [
        ("1.234", ".", "1.234"),
        ("1,234", ".", "1234"),
        ("1,234", ",", "1.234"),
        ("1.234", ",", "1234"),
        ("3,5", ".", "3.5"),
        ("1.234,5", ".", "1234.5"),
        ("12,34,567", ".", "1234567"),
        ("1'234", ".", "1234"),
        (".5", ".", "0.5"),
        ("0.125", ",", "0.125"),
        ("1.2.3", ".", None),
        ("12,34", ".", "12.34"),
        ("3'01", ",", None),
        ("007", ".", None),
        ("9" * 40, ".", None),
    ],
)
def test_separators(raw: str, decimal: str, value: str | None) -> None:
    read = read_digits(raw, decimal)
    assert (None if read is None else str(read)) == value


HOSTILE: list[Callable[[int], str]] = [
    lambda n: "1" * n,
    lambda n: "1 " * (n // 2),
    lambda n: "1," * (n // 2),
    lambda n: "1 111" * (n // 5),
    lambda n: "$" * n,
    lambda n: "$ " * (n // 2),
    lambda n: "million " * (n // 8),
    lambda n: "one million and " * (n // 16),
    lambda n: "one " + "million " * (n // 8),
    lambda n: "5 " + "million " * (n // 8),
    lambda n: "mille " * (n // 6),
    lambda n: "tens of " + "millions of " * (n // 12),
    lambda n: "twenty-" * (n // 7),
    lambda n: "between " * (n // 8),
    lambda n: "at least 5 " * (n // 11),
    lambda n: "5 to " * (n // 5),
    lambda n: "5-" * (n // 2),
    lambda n: "tens of thousands of " * (n // 21),
    lambda n: "A.B." * (n // 4),
    lambda n: "5 red and blue " * (n // 15),
    lambda n: "half of a " * (n // 10),
    lambda n: "03 29 " * (n // 6),
    lambda n: "$5 ($6) " * (n // 8),
    lambda n: "quatre-vingt-" * (n // 13),
]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("make", HOSTILE)
def test_time_is_linear(make: Callable[[int], str], language: str) -> None:
    """A hundred kilobytes take seconds at worst, and about ten times what ten take."""

    def seconds(size: int) -> float:
        began = time.process_time()
        rows(make(size), language)
        return time.process_time() - began

    rows(make(100), language)
    small, large = seconds(10_000), seconds(100_000)
    assert large < 10
    assert large < 30 * small + 0.5
