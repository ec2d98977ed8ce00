"""Italian: numbers written as one word, what is joined to a scale, prepositions grown together with articles, lire."""

import pytest

from dateline.amounts import extract_amounts
from dateline.article import Passage


def told(text: str) -> list[tuple[str, str, float | None, float | None, str]]:
    rows = extract_amounts([Passage("text", 0, text, "body", "it")], taken=[])
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
        ("tremilacinquecento euro", "tremilacinquecento euro", "money", 3500, 3500, "EUR"),
        ("duecentottanta feriti", "duecentottanta feriti", "count", 280, 280, "feriti"),
        ("milleduecento soldati", "milleduecento soldati", "count", 1200, 1200, "soldati"),
        ("2 miliardi 500 milioni di dollari", "2 miliardi 500 milioni di dollari", "money", 2.5e9, 2.5e9, "USD"),
        ("un milione e 200mila abitanti", "un milione e 200mila abitanti", "count", 1.2e6, 1.2e6, "abitanti"),
        ("3 milioni e 150.000 copie", "3 milioni e 150.000 copie", "count", 3.15e6, 3.15e6, "copie"),
        ("due milioni e mezzo di voti", "due milioni e mezzo di voti", "count", 2.5e6, 2.5e6, "voti"),
        ("4,7 mld. di euro", "4,7 mld. di euro", "money", 4.7e9, 4.7e9, "EUR"),
        ("fra un milione e due milioni di euro", "fra un milione e due milioni di euro", "money", 1e6, 2e6, "EUR"),
        ("tra i 30 e i 40 euro", "tra i 30 e i 40 euro", "money", 30, 40, "EUR"),
        ("oltre l'80%", "oltre l'80%", "percent", 80, None, "%"),
        ("più dell'80 per cento", "più dell'80 per cento", "percent", 80, None, "%"),
        ("euro 1.500", "euro 1.500", "money", 1500, 1500, "EUR"),
        ("costa euro 50.", "euro 50", "money", 50, 50, "EUR"),
        ("3 milioni di lire", "3 milioni di lire", "money", 3e6, 3e6, "ITL"),
        ("3 milioni di lire egiziane", "3 milioni di lire egiziane", "money", 3e6, 3e6, "EGP"),
        ("50 corone svedesi", "50 corone svedesi", "money", 50, 50, "SEK"),
        ("45 centesimi di dollaro", "45 centesimi di dollaro", "money", 0.45, 0.45, "USD"),
        ("a 12 centesimi di secondo", "12 centesimi di secondo", "measure", 12, 12, "cs"),
        ("un 52enne", "52enne", "age", 52, 52, "a"),
        ("un ragazzo di 16 anni", "16 anni", "age", 16, 16, "a"),
        ("cinque nuove città", "cinque nuove città", "count", 5, 5, "nuove città"),
        ("un quarto degli iscritti", "un quarto", "ratio", 0.25, 0.25, ""),
        ("due italiani su tre", "due italiani su tre", "ratio", 0.6666666667, 0.6666666667, ""),
    ],
)
def test_one_amount(text: str, surface: str, kind: str, low: float | None, high: float | None, unit: str) -> None:
    assert told(text) == [(surface, kind, low, high, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "Pena di 20 anni.",
        "La legge 1.150 resta.",
        "Marco ha vinto.",
        "un terzo posto",
        "Via Roma, 12",
        "Finì 4-2.",
        "un bel giorno",
    ],
)
def test_no_amount(text: str) -> None:
    assert told(text) == []


def test_where_a_change_led_is_another_amount() -> None:
    rows = told("Il debito è passato da 2 a 3 miliardi di euro.")
    assert [(low, unit) for _, _, low, _, unit in rows] == [(2e9, "EUR"), (3e9, "EUR")]
