"""Hebrew: construct forms, particles before numbers (one of them means about), shekels, changes told by their particle."""

import pytest

from dateline.amounts import extract_amounts
from dateline.article import Passage


def told(text: str) -> list[tuple[str, str, float | None, float | None, str]]:
    rows = extract_amounts([Passage("text", 0, text, "body", "he")], taken=[])
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
        ('240 אלף ש"ח', '240 אלף ש"ח', "money", 240000, 240000, "ILS"),
        ("ב-3.5 מיליון שקל", "3.5 מיליון שקל", "money", 3.5e6, 3.5e6, "ILS"),
        ("3 מיליון ו-500 אלף שקלים", "3 מיליון ו-500 אלף שקלים", "money", 3.5e6, 3.5e6, "ILS"),
        ("מיליון וחצי דולר", "מיליון וחצי דולר", "money", 1.5e6, 1.5e6, "USD"),
        ("שלושת אלפים חיילים", "שלושת אלפים חיילים", "count", 3000, 3000, "חיילים"),
        ("אלפיים ומאתיים איש", "אלפיים ומאתיים איש", "count", 2200, 2200, "איש"),
        ("שלוש מאות חמישים ושש נשים", "שלוש מאות חמישים ושש נשים", "count", 356, 356, "נשים"),
        ("שבעה עשר מטבעות", "שבעה עשר מטבעות", "count", 17, 17, "מטבעות"),
        ("ל-20 ילדים", "20 ילדים", "count", 20, 20, "ילדים"),
        ("כ-500 איש", "500 איש", "count", 500, 500, "איש"),
        ("יותר מ-60 בתים", "יותר מ-60 בתים", "count", 60, None, "בתים"),
        ("יותר ממיליון איש", "יותר ממיליון איש", "count", 1e6, None, "איש"),
        ("עד 900 צופים", "עד 900 צופים", "count", None, 900, "צופים"),
        ("בין 5 ל-7 מיליון שקל", "בין 5 ל-7 מיליון שקל", "money", 5e6, 7e6, "ILS"),
        ("בין חמישה לעשרה מיליון שקל", "בין חמישה לעשרה מיליון שקל", "money", 5e6, 1e7, "ILS"),
        ("עשרות אלפי מפגינים", "עשרות אלפי מפגינים", "count", 1e4, 1e5, "מפגינים"),
        ("חצי מיליון איש", "חצי מיליון איש", "count", 5e5, 5e5, "איש"),
        ("שלוש נקודות אחוז", "שלוש נקודות אחוז", "percent", 3, 3, "pp"),
        ("25 לירות טורקיות", "25 לירות טורקיות", "money", 25, 25, "TRY"),
        ("30 אגורות", "30 אגורות", "money", 0.3, 0.3, "ILS"),
        ("בן 52", "52", "age", 52, 52, "a"),
        ('14 ק"מ', '14 ק"מ', "measure", 14, 14, "km"),
    ],
)
def test_one_amount(text: str, surface: str, kind: str, low: float | None, high: float | None, unit: str) -> None:
    assert told(text) == [(surface, kind, low, high, unit)]


def test_a_particle_means_about() -> None:
    rows = extract_amounts([Passage("text", 0, "כ-500 איש, כמיליון דולר, ב-7 ערים", "body", "he")], taken=[])
    assert [row.bound for row in rows] == ["approx", "approx", "exact"]


def test_what_something_costs_is_no_change() -> None:
    rows = extract_amounts([Passage("text", 0, "הגשר עלה 3 מיליון שקל והמחיר עלה ב-5%", "body", "he")], taken=[])
    assert [row.direction for row in rows] == ["", "up"]


@pytest.mark.parametrize(
    "text", ["ביום השני ברציפות", "ערוץ 12", "הוא גר שם 20 שנה", "סעיף 12 לחוק", "אחת מהן", "עלתה לחצי הגמר"]
)
def test_no_amount(text: str) -> None:
    assert told(text) == []
