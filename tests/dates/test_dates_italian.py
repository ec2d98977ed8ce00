"""Italian: the same grammar with another lexicon."""

from datetime import date

import pytest

from dateline.article import Passage
from dateline.dates import DateMention, extract_dates

PUBLISHED = date(2021, 11, 24)  # a Wednesday


def rows(text: str, published: date | None = PUBLISHED) -> list[tuple[str, DateMention]]:
    found = extract_dates([Passage("text", 0, text, "body", "it")], published=published)
    return [(text[row.start : row.end], row) for row in found]


def days(row: DateMention) -> str:
    return f"{row.date_start or ''}..{row.date_end or ''}"


@pytest.mark.parametrize(
    ("text", "surface", "timex", "bounds"),
    [
        ("Partì mercoledi' 24 novembre 2021.", "mercoledi' 24 novembre 2021", "2021-11-24", "2021-11-24..2021-11-24"),
        ("Partì l' 8 luglio 1990.", "l' 8 luglio 1990", "1990-07-08", "1990-07-08..1990-07-08"),
        ("La crisi del '92 fu dura.", "'92", "1992", "1992-01-01..1992-12-31"),
        ("La seconda metà degli anni '80 fu dura.", "La seconda metà degli anni '80", "198", "1987-01-01..1989-12-31"),
        ("L'arte dell'Ottocento piace.", "Ottocento", "18", "1800-01-01..1899-12-31"),
        ("Il XIX secolo piace.", "Il XIX secolo", "18", "1800-01-01..1899-12-31"),
        ("Governò dal 1948 al 1955.", "dal 1948 al 1955", "1948/1955", "1948-01-01..1955-12-31"),
        ("Il primo trimestre 1994 fu duro.", "Il primo trimestre 1994", "1994-Q1", "1994-01-01..1994-03-31"),
        ("Nessuno ci andò prima del 1961.", "1961", "1961", "..1960-12-31"),
    ],
)
def test_named_dates(text: str, surface: str, timex: str, bounds: str) -> None:
    [(found, row)] = rows(text, None)
    assert (found, row.timex, days(row)) == (surface, timex, bounds)


@pytest.mark.parametrize(
    ("text", "surface", "timex"),
    [
        ("Ha parlato venerdì.", "venerdì", "2021-11-19"),
        ("Parlerà venerdì.", "venerdì", "2021-11-26"),
        ("Ha parlato l' altro ieri.", "l' altro ieri", "2021-11-22"),
        ("Parlerà quest' anno.", "quest' anno", "2021"),
        ("Ha parlato vent'anni fa.", "vent'anni fa", "2001"),
        ("Ha parlato lo scorso giugno.", "lo scorso giugno", "2021-06"),
        ("Parlerà il prossimo 7 gennaio.", "il prossimo 7 gennaio", "2022-01-07"),
        ("Parlerà domani alle 14,30.", "domani alle 14,30", "2021-11-25T14:30"),
        ("Parlerà a fine mese.", "fine mese", "2021-11"),
    ],
)
def test_relative_to_the_publication(text: str, surface: str, timex: str) -> None:
    [(found, row)] = rows(text)
    assert (found, row.timex, row.anchor) == (surface, timex, PUBLISHED)
    [(_, blank)] = rows(text, None)
    assert "X" in blank.timex
    assert (days(blank), blank.anchor) == ("..", None)


@pytest.mark.parametrize(
    ("text", "surface", "kind", "timex"),
    [
        ("Dopo quattro mesi di attesa.", "quattro mesi", "duration", "P4M"),
        ("Attese due ore e 30 minuti.", "due ore e 30 minuti", "duration", "PT2H30M"),
        ("Attese mezz' ora.", "mezz' ora", "duration", "PT30M"),
        ("Una pena di 5 anni di carcere.", "5 anni", "duration", "P5Y"),
        ("Viene tutti i giorni.", "tutti i giorni", "set", "P1D"),
        ("Paga 300 euro al mese.", "al mese", "set", "P1M"),
    ],
)
def test_lengths_and_sets(text: str, surface: str, kind: str, timex: str) -> None:
    [(found, row)] = rows(text)
    assert (found, row.type, row.timex) == (surface, kind, timex)


@pytest.mark.parametrize(
    "text",
    [
        "Un uomo di 52 anni, Mario Rossi, 35 anni, abita in via 20 Settembre.",
        "L'83 per cento dei 65 deputati; la risoluzione 1701 e la sala 1984.",
        "Circa 1984 persone e 2000 soldati.",
        "Costa 2000 euro, 1999 lire o $1984.",
        "Lo scrive il settimanale Il Faro.",
        "Ha dormito un'ora di troppo? No: dell'ora legale si parla.",
    ],
)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert [found for found, row in rows(text) if row.type != "duration"] == []
