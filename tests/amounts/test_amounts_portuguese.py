"""Portuguese of both shores: bilhões and biliões, what is joined to a scale, spellings and currencies of each."""

import pytest

from dateline.amounts import extract_amounts
from dateline.article import Passage


def told(text: str) -> list[tuple[str, str, float | None, float | None, str]]:
    rows = extract_amounts([Passage("text", 0, text, "body", "pt")], taken=[])
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
        ("2 milhões e 300 mil reais", "2 milhões e 300 mil reais", "money", 2.3e6, 2.3e6, "BRL"),
        ("um milhão e 250 mil votos", "um milhão e 250 mil votos", "count", 1.25e6, 1.25e6, "votos"),
        ("R$ 1,7 bi", "R$ 1,7 bi", "money", 1.7e9, 1.7e9, "BRL"),
        ("3 bilhões de dólares", "3 bilhões de dólares", "money", 3e9, 3e9, "USD"),
        ("3 biliões de dólares", "3 biliões de dólares", "money", 3e12, 3e12, "USD"),
        ("2 mil milhões de euros", "2 mil milhões de euros", "money", 2e9, 2e9, "EUR"),
        ("mil e quinhentos milhões de euros", "mil e quinhentos milhões de euros", "money", 1.5e9, 1.5e9, "EUR"),
        ("dois mil e quinhentos barcos", "dois mil e quinhentos barcos", "count", 2500, 2500, "barcos"),
        ("cento e quarenta e sete casas", "cento e quarenta e sete casas", "count", 147, 147, "casas"),
        ("dezanove alunos", "dezanove alunos", "count", 19, 19, "alunos"),
        (
            "entre um bilhão e dois bilhões de reais",
            "entre um bilhão e dois bilhões de reais",
            "money",
            1e9,
            2e9,
            "BRL",
        ),
        ("de 3 a 5 milhões de euros", "3 a 5 milhões de euros", "money", 3e6, 5e6, "EUR"),
        ("entre os 18% e os 20%", "entre os 18% e os 20%", "percent", 18, 20, "%"),
        ("cerca dos 40%", "cerca dos 40%", "percent", 40, 40, "%"),
        ("1.500 dólares canadianos", "1.500 dólares canadianos", "money", 1500, 1500, "CAD"),
        ("200 mil kwanzas", "200 mil kwanzas", "money", 2e5, 2e5, "AOA"),
        ("80 cêntimos", "80 cêntimos", "money", 0.8, 0.8, "EUR"),
        ("dólar 22500000.", "dólar 22500000", "money", 22500000, 22500000, "USD"),
        ("120 quilómetros por hora", "120 quilómetros por hora", "measure", 120, 120, "km/h"),
        ("uma mulher de 52 anos", "52 anos", "age", 52, 52, "a"),
        ("três em cada dez lares", "três em cada dez", "ratio", 0.3, 0.3, ""),
        ("um quarto da população", "um quarto", "ratio", 0.25, 0.25, ""),
    ],
)
def test_one_amount(text: str, surface: str, kind: str, low: float | None, high: float | None, unit: str) -> None:
    assert told(text) == [(surface, kind, low, high, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "A lei 8.213 mudou.",
        "Rua Augusta, 45",
        "Durou vinte anos.",
        "Ganhou por 3 a 1.",
        "um quarto escuro",
        "o rei é real",
        "às 15h30",
        "na terça-feira",
    ],
)
def test_no_amount(text: str) -> None:
    assert told(text) == []


def test_where_a_change_led_is_another_amount() -> None:
    rows = told("A dívida passou de 2 bilhões para 3 bilhões de reais.")
    assert [(low, unit) for _, _, low, _, unit in rows] == [(2e9, "BRL"), (3e9, "BRL")]
