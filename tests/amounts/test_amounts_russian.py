"""Russian: numbers, nouns and adjectives in all cases, abbreviations with and without dots, nouns told by their place."""

import pytest

from dateline.amounts import extract_amounts
from dateline.article import Passage


def told(text: str) -> list[tuple[str, str, float | None, float | None, str]]:
    rows = extract_amounts([Passage("text", 0, text, "body", "ru")], taken=[])
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
        ("потратил 3,5 млн рублей", "3,5 млн рублей", "money", 3.5e6, 3.5e6, "RUB"),
        ("потратил 240 тыс. руб. на дом", "240 тыс. руб.", "money", 240000, 240000, "RUB"),
        ("заплатил 15 млн. долл. банку", "15 млн. долл.", "money", 1.5e7, 1.5e7, "USD"),
        ("ценой в 2 млрд долларов США", "2 млрд долларов США", "money", 2e9, 2e9, "USD"),
        ("стоит 350 ₽", "350 ₽", "money", 350, 350, "RUB"),
        ("обошлось в 12 500 евро", "12 500 евро", "money", 12500, 12500, "EUR"),
        ("с тремя миллионами рублей", "тремя миллионами рублей", "money", 3e6, 3e6, "RUB"),
        ("300 канадских долларов", "300 канадских долларов", "money", 300, 300, "CAD"),
        ("50 копеек", "50 копеек", "money", 0.5, 0.5, "RUB"),
        ("полтора миллиона рублей", "полтора миллиона рублей", "money", 1.5e6, 1.5e6, "RUB"),
        ("полмиллиона евро", "полмиллиона евро", "money", 5e5, 5e5, "EUR"),
        ("два с половиной миллиона рублей", "два с половиной миллиона рублей", "money", 2.5e6, 2.5e6, "RUB"),
        ("3 миллиона 200 тысяч человек", "3 миллиона 200 тысяч человек", "count", 3.2e6, 3.2e6, "человек"),
        ("двести тридцать пять домов", "двести тридцать пять домов", "count", 235, 235, "домов"),
        ("семистам семьям", "семистам семьям", "count", 700, 700, "семьям"),
        ("500 новых жилых домов", "500 новых жилых домов", "count", 500, 500, "новых жилых домов"),
        ("20 раненых.", "20 раненых", "count", 20, 20, "раненых"),
        ("снизилась на 1,5 процентных пункта", "1,5 процентных пункта", "percent", 1.5, 1.5, "pp"),
        ("около 7 процентов", "около 7 процентов", "percent", 7, 7, "%"),
        ("от 5 до 7 млн рублей", "5 до 7 млн рублей", "money", 5e6, 7e6, "RUB"),
        ("не менее 17 человек", "не менее 17 человек", "count", 17, None, "человек"),
        ("до 900 зрителей", "до 900 зрителей", "count", None, 900, "зрителей"),
        ("десятки тысяч людей", "десятки тысяч людей", "count", 1e4, 1e5, "людей"),
        ("82 доллара за баррель", "82 доллара за баррель", "money", 82, 82, "USD"),
        ("34-летний водитель", "34-летний", "age", 34, 34, "a"),
        ("250 километров в час", "250 километров в час", "measure", 250, 250, "km/h"),
    ],
)
def test_one_amount(text: str, surface: str, kind: str, low: float | None, high: float | None, unit: str) -> None:
    assert told(text) == [(surface, kind, low, high, unit)]


def test_where_a_change_led_is_no_bound() -> None:
    assert told("Цены выросли на 5% до 120 рублей")[1] == ("120 рублей", "money", 120, 120, "RUB")


@pytest.mark.parametrize(
    "text",
    [
        "Он жил там 20 лет.",
        "Рейс 714 задержан.",
        "Это было так давно.",
        "Одна из них.",
        "Ту-154",
        "Школа № 57",
        "со счётом 3:1",
    ],
)
def test_no_amount(text: str) -> None:
    assert told(text) == []
