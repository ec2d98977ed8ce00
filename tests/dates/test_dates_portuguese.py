"""Portuguese: the same grammar with another lexicon."""

from datetime import date

import pytest

from dateline.article import Passage
from dateline.dates import DateMention, extract_dates

PUBLISHED = date(2021, 11, 24)  # a Wednesday


def rows(text: str, published: date | None = PUBLISHED) -> list[tuple[str, DateMention]]:
    found = extract_dates([Passage("text", 0, text, "body", "pt")], published=published)
    return [(text[row.start : row.end], row) for row in found]


def days(row: DateMention) -> str:
    return f"{row.date_start or ''}..{row.date_end or ''}"


@pytest.mark.parametrize(
    ("text", "surface", "timex", "bounds"),
    [
        ("Partiu em 24 de novembro de 2021.", "24 de novembro de 2021", "2021-11-24", "2021-11-24..2021-11-24"),
        ("Partiu em 1º de maio de 1968.", "1º de maio de 1968", "1968-05-01", "1968-05-01..1968-05-01"),
        ("A década de 90 foi dura.", "A década de 90", "199", "1990-01-01..1999-12-31"),
        ("A arte do século XIX agrada.", "século XIX", "18", "1800-01-01..1899-12-31"),
        ("Governou de 1948 a 1955.", "de 1948 a 1955", "1948/1955", "1948-01-01..1955-12-31"),
        (
            "Fecha de 5 a 8 de maio de 2020.",
            "de 5 a 8 de maio de 2020",
            "2020-05-05/2020-05-08",
            "2020-05-05..2020-05-08",
        ),
        ("No segundo semestre de 2020 caiu.", "segundo semestre de 2020", "2020-H2", "2020-07-01..2020-12-31"),
        ("Ninguém foi lá antes de 1961.", "1961", "1961", "..1960-12-31"),
    ],
)
def test_named_dates(text: str, surface: str, timex: str, bounds: str) -> None:
    [(found, row)] = rows(text, None)
    assert (found, row.timex, days(row)) == (surface, timex, bounds)


@pytest.mark.parametrize(
    ("text", "surface", "timex"),
    [
        ("Falou na sexta-feira.", "sexta-feira", "2021-11-19"),
        ("Falará na sexta-feira.", "sexta-feira", "2021-11-26"),
        ("Falou ontem à noite.", "ontem à noite", "2021-11-23TNI"),
        ("Falou na semana passada.", "semana passada", "2021-W46"),
        ("Falará no mês que vem.", "mês que vem", "2021-12"),
        ("Falou há quase dois anos.", "há quase dois anos", "2019"),
        ("Falará amanhã às 14h30.", "amanhã às 14h30", "2021-11-25T14:30"),
        ("Falou em junho do ano passado.", "junho do ano passado", "2020-06"),
        ("A mostra vai até o dia 30.", "o dia 30", "2021-11-30"),
    ],
)
def test_relative_to_the_publication(text: str, surface: str, timex: str) -> None:
    [(found, row)] = rows(text)
    assert (found, row.timex, row.anchor) == (surface, timex, PUBLISHED)


@pytest.mark.parametrize(
    "text", ["Falou na sexta-feira.", "Falou há dois anos.", "Falou em 3 de maio.", "Falou ontem."]
)
def test_no_date_of_publication_no_bounds(text: str) -> None:
    [(_, row)] = rows(text, None)
    assert "X" in row.timex
    assert (days(row), row.anchor, row.anchor_from) == ("..", None, "")


@pytest.mark.parametrize(
    ("text", "surface", "kind", "timex"),
    [
        ("Após quatro meses de espera.", "quatro meses", "duration", "P4M"),
        ("Esperou vinte e um dias.", "vinte e um dias", "duration", "P21D"),
        ("Uma pena de 5 anos de prisão.", "5 anos", "duration", "P5Y"),
        ("Há alguns dias veio.", "Há alguns dias", "duration", "PXD"),
        ("Vem todas as sextas-feiras.", "todas as sextas-feiras", "set", "XXXX-WXX-5"),
        ("Paga 300 reais por mês.", "por mês", "set", "P1M"),
    ],
)
def test_lengths_and_sets(text: str, surface: str, kind: str, timex: str) -> None:
    [(found, row)] = rows(text)
    assert (found, row.type, row.timex) == (surface, kind, timex)


@pytest.mark.parametrize(
    "text",
    [
        "Um homem de 52 anos, João Silva, 35 anos, mora na Rua 7 de Setembro.",
        "A segunda parte, a quarta edição e a sexta posição no Rio de Janeiro.",
        "A resolução 1701, a sala 1984 e Windows 2000.",
        "Cerca de 1984 pessoas e 2000 soldados.",
        "Custa 2000 euros, 1999 reais ou $1984.",
        "O diário O Farol publicou.",
    ],
)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert rows(text) == []
