"""Arabic: duals, cases, particles written onto numbers and bounds, its own digits, adjectives after the currency."""

import pytest

from dateline.amounts import extract_amounts
from dateline.article import Passage


def told(text: str) -> list[tuple[str, str, float | None, float | None, str]]:
    rows = extract_amounts([Passage("text", 0, text, "body", "ar")], taken=[])
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
        ("دفع دولارين", "دولارين", "money", 2, 2, "USD"),
        ("ارتفع السعر بدولارين", "دولارين", "money", 2, 2, "USD"),
        ("مليوني دولار", "مليوني دولار", "money", 2e6, 2e6, "USD"),
        ("ألفي شخص", "ألفي شخص", "count", 2000, 2000, "شخص"),
        ("ألفا شخص", "ألفا شخص", "count", 2000, 2000, "شخص"),
        ("ومليونا دولار", "مليونا دولار", "money", 2e6, 2e6, "USD"),
        ("خمسون ألفا", "خمسون ألفا", "count", 50000, 50000, ""),
        ("ألفا وخمسمئة درهم مغربي", "ألفا وخمسمئة درهم مغربي", "money", 1500, 1500, "MAD"),
        ("مئتي جندي", "مئتي جندي", "count", 200, 200, "جندي"),
        ("خمسة وعشرون كتابا", "خمسة وعشرون كتابا", "count", 25, 25, "كتابا"),
        ("خمسة وعشرين كتابا", "خمسة وعشرين كتابا", "count", 25, 25, "كتابا"),
        ("مئة وخمسة وعشرين ألف كتاب", "مئة وخمسة وعشرين ألف كتاب", "count", 125000, 125000, "كتاب"),
        ("ألفين وثلاثمئة وأربعين كتابا", "ألفين وثلاثمئة وأربعين كتابا", "count", 2340, 2340, "كتابا"),
        ("اثني عشر كتابا", "اثني عشر كتابا", "count", 12, 12, "كتابا"),
        ("مليونين و500 ألف ريال سعودي", "مليونين و500 ألف ريال سعودي", "money", 2.5e6, 2.5e6, "SAR"),
        ("3 ملايين و200 ألف كتاب", "3 ملايين و200 ألف كتاب", "count", 3.2e6, 3.2e6, "كتاب"),
        ("3 ملايين ونصف المليون كتاب", "3 ملايين ونصف المليون كتاب", "count", 3.5e6, 3.5e6, "كتاب"),
        ("مليونين ونصف مليون يورو", "مليونين ونصف مليون يورو", "money", 2.5e6, 2.5e6, "EUR"),
        ("نصف مليون كتاب", "نصف مليون كتاب", "count", 5e5, 5e5, "كتاب"),
        ("مليون وألف كتاب", "مليون وألف كتاب", "count", 1001000, 1001000, "كتاب"),
        ("٣٬٢٥٠ دينارا كويتيا", "٣٬٢٥٠ دينارا كويتيا", "money", 3250, 3250, "KWD"),
        ("١٢٫٥٪", "١٢٫٥٪", "percent", 12.5, 12.5, "%"),
        ("5 في المئة", "5 في المئة", "percent", 5, 5, "%"),
        ("5 بالمائة", "5 بالمائة", "percent", 5, 5, "%"),
        ("نقطتين مئويتين", "نقطتين مئويتين", "percent", 2, 2, "pp"),
        ("باعه بـ5 دولارات", "5 دولارات", "money", 5, 5, "USD"),
        ("أعطى لـ20 طفلا", "20 طفلا", "count", 20, 20, "طفلا"),
        ("باعه ب 3 ملايين جنيه", "3 ملايين جنيه", "money", 3e6, 3e6, "EGP"),
        ("باعه بخمسة آلاف جنيه إسترليني", "خمسة آلاف جنيه إسترليني", "money", 5000, 5000, "GBP"),
        ("بأكثر من ألفي كتاب", "أكثر من ألفي كتاب", "count", 2000, None, "كتاب"),
        ("ما لا يقل عن 14 كتابا", "ما لا يقل عن 14 كتابا", "count", 14, None, "كتابا"),
        ("بين 5 و10 ملايين دولار", "بين 5 و10 ملايين دولار", "money", 5e6, 1e7, "USD"),
        ("ما بين خمسة وعشرة ملايين دولار", "ما بين خمسة وعشرة ملايين دولار", "money", 5e6, 1e7, "USD"),
        ("مئات الآلاف من الكتب", "مئات الآلاف من الكتب", "count", 1e5, 1e6, "الكتب"),
        ("لعشرات الكتب", "عشرات الكتب", "count", 10, 100, "الكتب"),
        ("10 ألغام أرضية", "10 ألغام أرضية", "count", 10, 10, "ألغام أرضية"),
        ("مليون سنتيم جزائري", "مليون سنتيم", "money", 1e4, 1e4, ""),
    ],
)
def test_one_amount(text: str, surface: str, kind: str, low: float, high: float | None, unit: str) -> None:
    assert told(text) == [(surface, kind, low, high, unit)]


def test_the_verb_comes_first() -> None:
    text = "ارتفعت قيمة السهم 3 دولارات وتراجع المؤشر بنحو 2 في المئة إلى 900 نقطة"
    rows = extract_amounts([Passage("text", 0, text, "body", "ar")], taken=[])
    assert [row.direction for row in rows] == ["up", "down", ""]


def test_the_lira_of_no_country_stays_open() -> None:
    row = extract_amounts([Passage("text", 0, "كلف 900 ليرة", "body", "ar")], taken=[])[0]
    assert (row.unit, row.unit_candidates) == ("", ("TRY", "LBP", "SYP", "ITL"))


@pytest.mark.parametrize(
    "text",
    ["قناة 12", "القناة 12 الإخبارية", "عمل 25 عاما", "في نصف النهائي", "هذا واحد منا", "القرار 242", "وصل ثم عاد"],
)
def test_no_amount(text: str) -> None:
    assert told(text) == []
