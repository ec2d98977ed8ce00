"""Dutch: numbers written as one word, plurals with an apostrophe, articles in ranges."""

import pytest

from dateline.amounts import extract_amounts
from dateline.article import Passage


def told(text: str) -> list[tuple[str, str, float | None, float | None, str]]:
    rows = extract_amounts([Passage("text", 0, text, "body", "nl")], taken=[])
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
        ("tweehonderdvijftig mensen", "tweehonderdvijftig mensen", "count", 250, 250, "mensen"),
        ("vijftienhonderd nieuwe huizen", "vijftienhonderd nieuwe huizen", "count", 1500, 1500, "nieuwe huizen"),
        ("eenentwintigduizend leerlingen", "eenentwintigduizend leerlingen", "count", 21000, 21000, "leerlingen"),
        ("drieënhalf miljoen kijkers", "drieënhalf miljoen kijkers", "count", 3.5e6, 3.5e6, "kijkers"),
        ("anderhalf miljard euro", "anderhalf miljard euro", "money", 1.5e9, 1.5e9, "EUR"),
        (
            "tussen één miljoen en twee miljoen euro",
            "tussen één miljoen en twee miljoen euro",
            "money",
            1e6,
            2e6,
            "EUR",
        ),
        ("tussen de 30 en de 40 euro", "tussen de 30 en de 40 euro", "money", 30, 40, "EUR"),
        ("3,4 mln. euro", "3,4 mln. euro", "money", 3.4e6, 3.4e6, "EUR"),
        ("5.000 auto's", "5.000 auto's", "count", 5000, 5000, "auto's"),
        ("zo'n 200 agenten", "zo'n 200 agenten", "count", 200, 200, "agenten"),
        ("ruim 12 procent", "ruim 12 procent", "percent", 12, None, "%"),
        ("40 miljoen Deense kronen", "40 miljoen Deense kronen", "money", 4e7, 4e7, "DKK"),
        ("1.200 gulden", "1.200 gulden", "money", 1200, 1200, "NLG"),
        ("12 cent", "12 cent", "money", 0.12, 0.12, "EUR"),
        ("100元", "100元", "money", 100, 100, "CNY"),
        ("130 km/u", "130 km/u", "measure", 130, 130, "km/h"),
        ("een 17-jarige jongen", "17-jarige", "age", 17, 17, "a"),
        ("twee op de drie Belgen", "twee op de drie", "ratio", 0.6666666667, 0.6666666667, ""),
        ("drie à vier kinderen", "drie à vier kinderen", "count", 3, 4, "kinderen"),
        ("tienduizenden betogers", "tienduizenden betogers", "count", 1e4, 1e5, "betogers"),
    ],
)
def test_one_amount(text: str, surface: str, kind: str, low: float | None, high: float | None, unit: str) -> None:
    assert told(text) == [(surface, kind, low, high, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "Artikel 12",
        "Na vijf jaar",
        "Het werd 2-1.",
        "een huis",
        "om 15.30 uur",
        "Een van hen zweeg.",
        "Hij woont op Kerkstraat 45",
        "in de jaren tachtig",
    ],
)
def test_no_amount(text: str) -> None:
    assert told(text) == []


def test_where_a_change_led_is_another_amount() -> None:
    rows = told("De omzet steeg van 3 naar 4 miljard euro.")
    assert [(low, unit) for _, _, low, _, unit in rows] == [(3e9, "EUR"), (4e9, "EUR")]
