"""Money: symbols, codes and names; scales, minor units, ranges, rates; which dollar is meant."""

from decimal import Decimal

import pytest

from dateline.amounts import AmountMention, extract_amounts
from dateline.article import Passage


def rows(text: str, language: str = "en", **countries: int) -> list[AmountMention]:
    return extract_amounts([Passage("text", 0, text, "body", language)], taken=[], countries=countries)


def told(text: str, language: str = "en", **countries: int) -> list[tuple[str, float | None, float | None, str]]:
    """Surface, low, high and unit of each money row."""
    found = rows(text, language, **countries)
    return [
        (
            text[r.start : r.end],
            None if r.low is None else float(r.low),
            None if r.high is None else float(r.high),
            r.unit,
        )
        for r in found
        if r.kind == "money"
    ]


@pytest.mark.parametrize(
    ("language", "text", "surface", "value", "unit"),
    [
        ("en", "It cost $5 in all.", "$5", 5, "USD"),
        ("en", "a payment of US $1.1 million", "US $1.1 million", 1.1e6, "USD"),
        ("en", "worth A$5m to the firm", "A$5m", 5e6, "AUD"),
        ("en", "a debt of €3.5bn.", "€3.5bn", 3.5e9, "EUR"),
        ("en", "some PS2.7m was lost", "some PS2.7m", 2.7e6, "GBP"),
        ("en", "profit of Y=590 billion", "Y=590 billion", 5.9e11, "JPY"),
        ("en", "USD115 was paid", "USD115", 115, "USD"),
        ("en", "they paid 75 USD million", "75 USD million", 75e6, "USD"),
        ("en", "a loan of MEUR 60", "MEUR 60", 60e6, "EUR"),
        ("en", "120 MEUR in debt", "120 MEUR", 120e6, "EUR"),
        ("en", "MAD 2bn for the port", "MAD 2bn", 2e9, "MAD"),
        ("en", "7.5 million Danish crowns", "7.5 million Danish crowns", 7.5e6, "DKK"),
        ("en", "ten million South Korean won", "ten million South Korean won", 1e7, "KRW"),
        ("en", "500 Egyptian pounds", "500 Egyptian pounds", 500, "EGP"),
        ("en", "20 lakh rupees", "20 lakh rupees", 2e6, "INR"),
        ("en", "a million dollar house", "a million dollar", 1e6, "USD"),
        ("en", "half a million euros", "half a million euros", 5e5, "EUR"),
        ("en", "two and a half million dollars", "two and a half million dollars", 2.5e6, "USD"),
        ("en", "thirteen dollars and forty-five cents", "thirteen dollars and forty-five cents", 13.45, "USD"),
        ("en", "it was 15 dollars 50.", "15 dollars 50", 15.5, "USD"),
        ("en", "up 19 cents", "19 cents", 0.19, "USD"),
        ("en", "shares at 118.5p each", "118.5p", 1.185, "GBP"),
        ("en", "a balance of $-50.8bn", "$-50.8bn", -50.8e9, "USD"),
        ("en", "a loss of -$3.47 then", "-$3.47", -3.47, "USD"),
        ("en", "aid of dlrs 3.2 million", "dlrs 3.2 million", 3.2e6, "USD"),
        ("en", "over lunch for 1.234,56 €", "1.234,56 €", 1234.56, "EUR"),
        ("fr", "un prêt de 3,5 millions d’euros", "3,5 millions d’euros", 3.5e6, "EUR"),
        ("fr", "il a payé 1 234,56 euros", "1 234,56 euros", 1234.56, "EUR"),
        ("fr", "il a payé 94.000 $ comptant", "94.000 $", 94000, "USD"),
        ("fr", "deux mille cinq cents dollars", "deux mille cinq cents dollars", 2500, "USD"),
        ("fr", "un milliard et demi d'euros", "un milliard et demi d'euros", 1.5e9, "EUR"),
        ("fr", "10,05 milliards de $ HK", "10,05 milliards de $ HK", 10.05e9, "HKD"),
        ("fr", "150 millions de $ usd", "150 millions de $ usd", 150e6, "USD"),
        ("fr", "un budget de 5 M€ environ", "5 M€ environ", 5e6, "EUR"),
        ("fr", "une dette de 3 Md€", "3 Md€", 3e9, "EUR"),
        ("fr", "un million de dollars canadiens", "un million de dollars canadiens", 1e6, "CAD"),
        ("fr", "500 livres égyptiennes", "500 livres égyptiennes", 500, "EGP"),
        ("fr", "dix millions de livres sterling", "dix millions de livres sterling", 1e7, "GBP"),
        ("fr", "12 cents le litre", "12 cents le litre", 0.12, "USD"),
        ("fr", "15 euros 50", "15 euros 50", 15.5, "EUR"),
    ],
)
def test_one_sum(language: str, text: str, surface: str, value: float, unit: str) -> None:
    assert told(text, language) == [(surface, pytest.approx(value), pytest.approx(value), unit)]


@pytest.mark.parametrize(
    ("language", "text", "surface", "low", "high", "unit"),
    [
        ("en", "worth $5-20 million", "$5-20 million", 5e6, 20e6, "USD"),
        ("en", "between $5 million and $20 million", "between $5 million and $20 million", 5e6, 20e6, "USD"),
        ("en", "fees of $200,000 to $414 million", "$200,000 to $414 million", 2e5, 414e6, "USD"),
        ("en", "the US $89 to $93 billion plan", "US $89 to $93 billion", 89e9, 93e9, "USD"),
        ("en", "costing 50 to 200 euros", "50 to 200 euros", 50, 200, "EUR"),
        ("en", "US$5m-US$10m", "US$5m-US$10m", 5e6, 10e6, "USD"),
        ("en", "a $100m. to $400m. in today’s money", "$100m. to $400m.", 1e8, 4e8, "USD"),
        ("en", "up to £500", "up to £500", None, 500, "GBP"),
        ("en", "more than $76", "more than $76", 76, None, "USD"),
        ("en", "tens of millions of dollars", "tens of millions of dollars", 1e7, 1e8, "USD"),
        ("fr", "entre 5 et 20 millions d'euros", "entre 5 et 20 millions d'euros", 5e6, 20e6, "EUR"),
        ("fr", "de 50 à 200 €", "50 à 200 €", 50, 200, "EUR"),
        ("fr", "plus de 3 milliards de dollars", "plus de 3 milliards de dollars", 3e9, None, "USD"),
        ("fr", "des millions d’euros", "millions d’euros", 1e6, 1e7, "EUR"),
    ],
)
def test_open_and_ranged_sums(
    language: str, text: str, surface: str, low: float | None, high: float | None, unit: str
) -> None:
    assert told(text, language) == [(surface, low, high, unit)]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("It rose 18 sen to RM23.50.", [(0.18, "MYR"), (23.5, "MYR")]),
        ("The gap grew by $43 billion to $419 billion.", [(43e9, "USD"), (419e9, "USD")]),
        ("10 $ and then 30 $", [(10, "USD"), (30, "USD")]),
        ("10 rmb 20 usd", [(10, "CNY"), (20, "USD")]),
        ("It was $0.5 then 20 €.", [(0.5, "USD"), (20, "EUR")]),
    ],
)
def test_two_sums_are_not_a_range(text: str, pairs: list[tuple[float, str]]) -> None:
    assert [(low, unit) for _, low, _, unit in told(text)] == pairs


@pytest.mark.parametrize(
    ("language", "text", "per"),
    [
        ("en", "$200 per head", "head"),
        ("en", "$100 million a year", "year"),
        ("en", "$70-a-share", "share"),
        ("en", "$131/hour", "hour"),
        ("en", "$80 per sq m", "m²"),
        ("en", "$1.25 apiece", "piece"),
        ("en", "$450 a year earlier", ""),
        ("fr", "80 euros par mois", "mois"),
        ("fr", "20 euros l'heure", "heure"),
        ("fr", "100 dollars le baril", "baril"),
    ],
)
def test_rates(language: str, text: str, per: str) -> None:
    (row,) = rows(text, language)
    assert row.per == per
    assert text[row.start : row.end] == (text if per else "$450")


def test_rate_may_be_a_date_row() -> None:
    text = "worth $100 million a year to both"
    (row,) = extract_amounts([Passage("text", 0, text, "body", "en")], taken=[(0, 19, 25)])
    assert (text[row.start : row.end], row.per) == ("$100 million a year", "year")


@pytest.mark.parametrize(
    ("language", "text", "countries", "unit", "basis"),
    [
        ("en", "$5", {}, "USD", "default"),
        ("en", "$5", {"CA": 6, "US": 1}, "CAD", "country"),
        ("en", "$5", {"CA": 6, "US": 3}, "USD", "default"),
        ("en", "$5", {"MA": 30, "IL": 20}, "USD", "default"),
        ("en", "C$5", {"US": 9}, "CAD", "symbol"),
        ("en", "5 CAD", {}, "CAD", "code"),
        ("en", "5 Canadian dollars", {}, "CAD", "adjective"),
        ("en", "5 dirhams", {"MA": 2, "AE": 1}, "MAD", "country"),
        ("en", "5 dirhams", {}, "", "default"),
        ("fr", "300 francs", {"FR": 4}, "FRF", "country"),
        ("fr", "300 francs", {"SN": 2, "CI": 1}, "XOF", "country"),
        ("fr", "300 francs suisses", {"FR": 4}, "CHF", "adjective"),
        ("en", "10,000 lire", {}, "ITL", "symbol"),
    ],
)
def test_which_currency(language: str, text: str, countries: dict[str, int], unit: str, basis: str) -> None:
    (row,) = rows(text, language, **countries)
    assert (row.kind, row.unit, row.unit_from) == ("money", unit, basis)


def test_an_undecided_currency_lists_its_candidates() -> None:
    (row,) = rows("It cost 40 dirhams.")
    assert (row.unit, row.unit_candidates) == ("", ("MAD", "AED"))
    (row,) = rows("It cost $40.", CA=2, US=5)
    assert (row.unit, row.unit_candidates) == ("USD", ("USD", "CAD", "AUD", "NZD", "HKD"))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("He lost 20 pounds.", "measure"),
        ("a 50-pound bag", "measure"),
        ("275 pound-feet of torque", "measure"),
        ("She won three marks.", "count"),
        ("an ESP32 board", None),
    ],
)
def test_words_that_are_not_always_money(text: str, kind: str | None) -> None:
    assert [r.kind for r in rows(text)] == ([kind] if kind else [])


def test_pounds_are_money_where_britain_is() -> None:
    assert told("The fine was 200 pounds.", GB=2) == [("200 pounds", 200, 200, "GBP")]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("It cost 9 million shekels ($2 million).", [None, 0]),
        ("Rent is £20 ($30; €28) now, or $5.", [None, 0, 0, None]),
        ("between $5 million and $20 million ($100m. to $400m. in today’s money)", [None, 0]),
        ("a front of seven miles (11 km)", [None, 0]),
        ("seven miles (in 11 cars)", [None, None]),
        ("He paid $5 million ($2 million of it in cash).", [None, None]),
    ],
)
def test_conversions_point_at_what_they_convert(text: str, links: list[int | None]) -> None:
    assert [r.same_as for r in rows(text)] == links


def test_conversions_count_over_all_passages() -> None:
    passages = [Passage("text", 0, t, "body", "en") for t in ("It cost $1.", "Then £20 ($30).")]
    assert [r.same_as for r in extract_amounts(passages, taken=[])] == [None, None, 1]


def test_values_are_plain_decimals() -> None:
    (row,) = rows("$5 million")
    assert str(row.low) == "5000000"
    (row,) = rows("$1.50")
    assert row.low == Decimal("1.5")
