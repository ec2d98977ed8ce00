"""German: numbers written as one word, nouns told by their capital, adjectives in every case, dotted scales."""

import pytest

from dateline.amounts import extract_amounts
from dateline.article import Passage


def told(text: str) -> list[tuple[str, str, float | None, float | None, str]]:
    rows = extract_amounts([Passage("text", 0, text, "body", "de")], taken=[])
    return [
        (
            text[row.start : row.end],
            row.kind,
            *(None if value is None else float(value) for value in (row.low, row.high)),
            row.unit,
        )
        for row in rows
    ]


@pytest.mark.parametrize(
    ("text", "surface", "kind", "low", "high", "unit"),
    [
        ("zweihundertfünfzig Menschen starben", "zweihundertfünfzig Menschen", "count", 250, 250, "Menschen"),
        ("fünfzehnhundert neue Häuser", "fünfzehnhundert neue Häuser", "count", 1500, 1500, "neue Häuser"),
        ("hundertundein Tiere", "hundertundein Tiere", "count", 101, 101, "Tiere"),
        ("dreiundzwanzigtausend Schüler", "dreiundzwanzigtausend Schüler", "count", 23000, 23000, "Schüler"),
        ("zweieinhalb Millionen Franken", "zweieinhalb Millionen Franken", "money", 2.5e6, 2.5e6, "CHF"),
        ("anderthalb Milliarden Euro", "anderthalb Milliarden Euro", "money", 1.5e9, 1.5e9, "EUR"),
        ("3,5 Mio. Euro", "3,5 Mio. Euro", "money", 3.5e6, 3.5e6, "EUR"),
        ("1,2 Mrd. US-Dollar", "1,2 Mrd. US-Dollar", "money", 1.2e9, 1.2e9, "USD"),
        ("mit 500 kanadischen Dollar", "500 kanadischen Dollar", "money", 500, 500, "CAD"),
        ("das 2,5-Millionen-Euro-Projekt", "2,5-Millionen-Euro", "money", 2.5e6, 2.5e6, "EUR"),
        ("mehr als 1.234 Tonnen", "mehr als 1.234 Tonnen", "measure", 1234, None, "t"),
        ("zwischen zwei und drei Millionen Euro", "zwischen zwei und drei Millionen Euro", "money", 2e6, 3e6, "EUR"),
        ("eine halbe Million Besucher", "eine halbe Million Besucher", "count", 5e5, 5e5, "Besucher"),
        ("Zehntausende Demonstranten", "Zehntausende Demonstranten", "count", 1e4, 1e5, "Demonstranten"),
        ("ein Drittel der Kinder", "ein Drittel", "ratio", 0.3333333333, 0.3333333333, ""),
        ("der 52-jährige Fahrer", "52-jährige", "age", 52, 52, "a"),
        ("20 bis 30 Prozent", "20 bis 30 Prozent", "percent", 20, 30, "%"),
    ],
)
def test_one_amount(text: str, surface: str, kind: str, low: float, high: float | None, unit: str) -> None:
    assert told(text) == [(surface, kind, low, high, unit)]


def test_where_a_change_led_is_another_amount() -> None:
    rows = told("Der Umsatz stieg von 3,2 auf 4,1 Milliarden Euro.")
    assert [(low, unit) for _, _, low, _, unit in rows] == [(3.2e9, "EUR"), (4.1e9, "EUR")]


@pytest.mark.parametrize(
    "text", ["Er kam um 15 Uhr.", "Artikel 20", "ein Mann", "nach 25 Jahren", "Es endete 3:2.", "innocent"]
)
def test_no_amount(text: str) -> None:
    assert told(text) == []
