"""Arabic: words written on the next one, three families of months, duals, two calendars."""

from datetime import date

import pytest

from dateline.article import Passage
from dateline.dates import DateMention, extract_dates

PUBLISHED = date(2021, 11, 24)  # الأربعاء


def rows(text: str, published: date | None = PUBLISHED) -> list[tuple[str, DateMention]]:
    found = extract_dates([Passage("text", 0, text, "body", "ar")], published=published)
    return [(text[row.start : row.end], row) for row in found]


def days(row: DateMention) -> str:
    return f"{row.date_start or ''}..{row.date_end or ''}"


@pytest.mark.parametrize(
    ("text", "surface", "timex", "bounds"),
    [
        ("غادر في 24 نوفمبر 2021.", "24 نوفمبر 2021", "2021-11-24", "2021-11-24..2021-11-24"),
        ("غادر في ٢٤ تشرين الثاني ٢٠٢١.", "٢٤ تشرين الثاني ٢٠٢١", "2021-11-24", "2021-11-24..2021-11-24"),
        ("غادر في جويلية 1962.", "جويلية 1962", "1962-07", "1962-07-01..1962-07-31"),
        ("غادر في كانون الثاني/يناير 1991.", "كانون الثاني/يناير 1991", "1991-01", "1991-01-01..1991-01-31"),
        ("وفي أكتوبر (تشرين الأول) 1973 غادر.", "أكتوبر (تشرين الأول) 1973", "1973-10", "1973-10-01..1973-10-31"),
        ("فبنوفمبر 2012 تغير كل شيء.", "نوفمبر 2012", "2012-11", "2012-11-01..2012-11-30"),
        ("غادر فى عام ١٩٦٧.", "عام ١٩٦٧", "1967", "1967-01-01..1967-12-31"),
        ("غادر في أَوَاخِرِ عَامِ 1967.", "أَوَاخِرِ عَامِ 1967", "1967", "1967-09-01..1967-12-31"),
        ("شهدت السبعينيات طفرة.", "السبعينيات", "197", "1970-01-01..1979-12-31"),
        ("غادر بين عامي 1948 و1955.", "بين عامي 1948 و1955", "1948/1955", "1948-01-01..1955-12-31"),
        ("غادر قبل عام 1961.", "عام 1961", "1961", "..1960-12-31"),
        ("بني في القرن الثاني قبل الميلاد.", "القرن الثاني قبل الميلاد", "-01", ".."),
        ("صام في 12 رمضان 1442 هـ.", "12 رمضان 1442 هـ", "2021-04-24", "2021-04-24..2021-04-24"),
        ("صام في رمضان 1442هـ.", "رمضان 1442هـ", "2021-04-13/2021-05-12", "2021-04-13..2021-05-12"),
        ("سافر في عيد الأضحى 2024.", "عيد الأضحى 2024", "2024-06-17", "2024-06-17..2024-06-17"),
    ],
)
def test_named_dates(text: str, surface: str, timex: str, bounds: str) -> None:
    [(found, row)] = rows(text, None)
    assert (found, row.timex, days(row)) == (surface, timex, bounds)
    assert not row.relative


def test_the_moon_may_be_seen_a_day_later() -> None:
    [(_, row)] = rows("صام في 12 رمضان 1442 هـ.")
    assert row.modifier == ("approx",)


@pytest.mark.parametrize(
    ("text", "surface", "timex"),
    [
        ("وصل الجمعة إلى تونس.", "الجمعة", "2021-11-19"),
        ("سيصل الجمعة إلى تونس.", "الجمعة", "2021-11-26"),
        ("اجتماع الجمعة المقبل في تونس.", "الجمعة المقبل", "2021-11-26"),
        ("باريس 24 نوفمبر (أ ف ب)", "24 نوفمبر", "2021-11-24"),
        ("غادر أمس الثلاثاء.", "أمس الثلاثاء", "2021-11-23"),
        ("غادر العام الماضي.", "العام الماضي", "2020"),
        ("غادر قبل سنتين.", "قبل سنتين", "2019"),
        ("غادر قبل نحو 15 عاما.", "قبل نحو 15 عاما", "2006"),
        ("يغادر غدا عند الساعة 14:30 بتوقيت غرينتش.", "غدا عند الساعة 14:30 بتوقيت غرينتش", "2021-11-25T14:30Z"),
    ],
)
def test_relative_to_the_publication(text: str, surface: str, timex: str) -> None:
    [(found, row)] = rows(text)
    assert (found, row.timex, row.anchor, row.anchor_from) == (surface, timex, PUBLISHED, "published")


@pytest.mark.parametrize(
    "text", ["غادر الجمعة.", "غادر قبل سنتين.", "غادر في 3 مايو.", "غادر أمس.", "صام في 12 رمضان."]
)
def test_no_date_of_publication_no_bounds(text: str) -> None:
    [(_, row)] = rows(text, None)
    assert "X" in row.timex
    assert (days(row), row.anchor, row.anchor_from) == ("..", None, "")


@pytest.mark.parametrize(
    ("text", "surface", "timex", "modifier"),
    [
        ("دام يومين.", "يومين", "P2D", ()),
        ("دام سبعة وعشرين عاما.", "سبعة وعشرين عاما", "P27Y", ()),
        ("دام أكثر من عشر سنوات.", "أكثر من عشر سنوات", "P10Y", ("more_than",)),
        ("خلال السنوات الثلاث الماضية.", "السنوات الثلاث الماضية", "P3Y", ()),
        ("يصدر كل أربع سنوات.", "كل أربع سنوات", "P4Y", ()),
        ("يصدر كل يوم جمعة.", "كل يوم جمعة", "XXXX-WXX-5", ()),
    ],
)
def test_lengths_and_sets(text: str, surface: str, timex: str, modifier: tuple[str, ...]) -> None:
    [(found, row)] = rows(text)
    assert (found, row.timex, row.modifier) == (surface, timex, modifier)


@pytest.mark.parametrize(
    "text",
    [
        "قتل 1948 شخصا.", "بلغ السعر 1990 دولارا.", "القرار 2254.", "في الغرفة 1984.", "البالغ من العمر 52 عاما.",
        "صحيفة المصري اليوم.", "قال علي جمعة.", "شارع 26 يوليو.", "كان أحد الشهود.", "مارس الرياضة.",
    ],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "published", "timex"),
    [
        ("وصل في 12 رمضان.", PUBLISHED, "2021-04-24"),
        ("وصل في 12 رمضان.", None, "XXXX-XX-XX"),
        ("وفي عام 1973 اندلعت الحرب. وفي 10 رمضان عبر الجيش القناة.", PUBLISHED, "1973-10-07"),
    ],
)
def test_an_islamic_day_without_a_year(text: str, published: date | None, timex: str) -> None:
    assert rows(text, published)[-1][1].timex == timex
