"""Spanish: scales between digits, decimal signs of both shores, numbers in words, adjectives after the currency."""

import pytest

from dateline.amounts import extract_amounts
from dateline.article import Passage


def told(text: str) -> list[tuple[str, str, float | None, float | None, str]]:
    rows = extract_amounts([Passage("text", 0, text, "body", "es")], taken=[])
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
        ("ganó 4.200 millones de euros", "4.200 millones de euros", "money", 4.2e9, 4.2e9, "EUR"),
        ("unos 10 mil millones de dólares", "unos 10 mil millones de dólares", "money", 1e10, 1e10, "USD"),
        ("2 mil 500 millones de yenes", "2 mil 500 millones de yenes", "money", 2.5e9, 2.5e9, "JPY"),
        ("3 millones 200 mil habitantes", "3 millones 200 mil habitantes", "count", 3.2e6, 3.2e6, "habitantes"),
        ("3 millones y medio de votos", "3 millones y medio de votos", "count", 3.5e6, 3.5e6, "votos"),
        ("1.500 pesos mexicanos", "1.500 pesos mexicanos", "money", 1500, 1500, "MXN"),
        ("75 dólares canadienses", "75 dólares canadienses", "money", 75, 75, "CAD"),
        ("300 dólares de Hong Kong", "300 dólares de Hong Kong", "money", 300, 300, "HKD"),
        ("doscientas treinta y cinco personas", "doscientas treinta y cinco personas", "count", 235, 235, "personas"),
        ("mil doscientos soldados", "mil doscientos soldados", "count", 1200, 1200, "soldados"),
        ("medio millón de niños", "medio millón de niños", "count", 5e5, 5e5, "niños"),
        ("cientos de miles de familias", "cientos de miles de familias", "count", 1e5, 1e6, "familias"),
        ("al menos 500 familias pobres", "al menos 500 familias pobres", "count", 500, None, "familias pobres"),
        ("entre 50 y 200 euros", "entre 50 y 200 euros", "money", 50, 200, "EUR"),
        ("tres de cada diez hogares", "tres de cada diez", "ratio", 0.3, 0.3, ""),
        ("una mujer de 52 años", "52 años", "age", 52, 52, "a"),
        ("12 500 euros", "12 500 euros", "money", 12500, 12500, "EUR"),
        ("80 kilómetros por hora", "80 kilómetros por hora", "measure", 80, 80, "km/h"),
    ],
)
def test_one_amount(text: str, surface: str, kind: str, low: float, high: float | None, unit: str) -> None:
    assert told(text) == [(surface, kind, low, high, unit)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Pagó 1.234,56 euros por 1.500 cajas.", [1234.56, 1500]),
        ("Pagó $1,234.56 por 1,500 cajas.", [1234.56, 1500]),  # Mexico
        ("Vendió 10.000 cajas con un 3.5% de rebaja.", [10000, 3.5]),  # both signs: as the language has it
        ("Cuesta 1,5 euros.", [1.5]),
    ],
)
def test_decimal_sign_is_voted_on(text: str, values: list[float]) -> None:
    assert [low for _, _, low, _, _ in told(text)] == values


@pytest.mark.parametrize(
    "text", ["Fue una buena noche.", "El artículo 155 de la ley 20", "Trabajó 25 años.", "Ganó 3-2."]
)
def test_no_amount(text: str) -> None:
    assert told(text) == []
