"""Hebrew: words written on the next one, days in letters, duals, the Hebrew calendar and its feasts."""

from datetime import date

import pytest

from dateline.article import Passage
from dateline.dates import DateMention, extract_dates

PUBLISHED = date(2021, 11, 24)  # יום רביעי


def rows(text: str, published: date | None = PUBLISHED) -> list[tuple[str, DateMention]]:
    found = extract_dates([Passage("text", 0, text, "body", "he")], published=published)
    return [(text[row.start : row.end], row) for row in found]


def days(row: DateMention) -> str:
    return f"{row.date_start or ''}..{row.date_end or ''}"


@pytest.mark.parametrize(
    ("text", "surface", "timex", "bounds"),
    [
        ("הוא נסע ב-3 במאי 2021.", "3 במאי 2021", "2021-05-03", "2021-05-03..2021-05-03"),
        ("הוא נסע ב־3.5.2021.", "3.5.2021", "2021-05-03", "2021-05-03..2021-05-03"),
        ("הוא נסע בשנת 1948.", "שנת 1948", "1948", "1948-01-01..1948-12-31"),
        ("כשבינואר 2009 נסע.", "ינואר 2009", "2009-01", "2009-01-01..2009-01-31"),
        ("הוא נסע בתחילת שנות ה-80.", "תחילת שנות ה-80", "198", "1980-01-01..1983-12-31"),
        ("הוא נסע במאה ה-19.", "מאה ה-19", "18", "1800-01-01..1899-12-31"),
        ("הבית חרב בשנת 586 לפנה״ס.", "שנת 586 לפנה״ס", "-0585", ".."),
        ("הוא נסע בין 1948 ל-1955.", "בין 1948 ל-1955", "1948/1955", "1948-01-01..1955-12-31"),
        ("הוא נסע לפני 1961.", "1961", "1961", "..1960-12-31"),
        ("הוכרזה בה' באייר תש\"ח.", "ה' באייר תש\"ח", "1948-05-14", "1948-05-14..1948-05-14"),
        ("הוא נולד בי״ד בניסן ה׳תשפ״א.", "י״ד בניסן ה׳תשפ״א", "2021-03-27", "2021-03-27..2021-03-27"),
        ("העיר נוסדה בשנת תרס\"ט.", "שנת תרס\"ט", "1908-09-26/1909-09-15", "1908-09-26..1909-09-15"),
        ("ביום כיפור 1973 פרצה מלחמה.", "יום כיפור 1973", "1973-10-06", "1973-10-06..1973-10-06"),
        ("בחנוכה 2024 ירד שלג.", "חנוכה 2024", "2024-12-26/2025-01-02", "2024-12-26..2025-01-02"),
        ("ביום העצמאות 2021 היה חם.", "יום העצמאות 2021", "2021-04-15", "2021-04-15..2021-04-15"),
    ],
)  # fmt: skip
def test_named_dates(text: str, surface: str, timex: str, bounds: str) -> None:
    [(found, row)] = rows(text, None)
    assert (found, row.timex, days(row), row.modifier in ((), ("early",), ("before",))) == (
        surface,
        timex,
        bounds,
        True,
    )
    assert not row.relative


@pytest.mark.parametrize(
    ("text", "surface", "timex"),
    [
        ("הוא נסע ביום שישי.", "יום שישי", "2021-11-19"),
        ("הפגישה תתקיים ביום שישי.", "יום שישי", "2021-11-26"),
        ("הוא נסע אתמול (שלישי).", "אתמול (שלישי)", "2021-11-23"),
        ("הוא נסע במוצאי שבת.", "מוצאי שבת", "2021-11-20TEV"),
        ("הוא נסע בשבוע שעבר.", "שבוע שעבר", "2021-W46"),
        ("הוא נסע לפני שנתיים.", "לפני שנתיים", "2019"),
        ("התערוכה תיפתח בעוד חודש.", "בעוד חודש", "2021-12"),
        ("הוא ייסע מחר בשעה 14:00.", "מחר בשעה 14:00", "2021-11-25T14:00"),
        ("הוא נסע באוגוסט אשתקד.", "אוגוסט אשתקד", "2020-08"),
    ],
)
def test_relative_to_the_publication(text: str, surface: str, timex: str) -> None:
    [(found, row)] = rows(text)
    assert (found, row.timex, row.anchor, row.anchor_from) == (surface, timex, PUBLISHED, "published")


@pytest.mark.parametrize("text", ["הוא נסע ביום שישי.", "הוא נסע לפני שנתיים.", "הוא נסע ב-3 במאי.", "הוא נסע אתמול."])
def test_no_date_of_publication_no_bounds(text: str) -> None:
    [(_, row)] = rows(text, None)
    assert "X" in row.timex
    assert (days(row), row.anchor, row.anchor_from) == ("..", None, "")


@pytest.mark.parametrize(
    ("text", "surface", "timex", "modifier"),
    [
        ("זה נמשך יומיים.", "יומיים", "P2D", ()),
        ("זה נמשך יותר מעשרים שנה.", "יותר מעשרים שנה", "P20Y", ("more_than",)),
        ("שמונים ושבע שנים חלפו.", "שמונים ושבע שנים", "P87Y", ()),
        ("בעשר השנים האחרונות.", "עשר השנים האחרונות", "P10Y", ()),
        ("השוק נפתח בכל יום שישי.", "כל יום שישי", "XXXX-WXX-5", ()),
        ("העיתון יוצא מדי שבוע.", "מדי שבוע", "P1W", ()),
    ],
)
def test_lengths_and_sets(text: str, surface: str, timex: str, modifier: tuple[str, ...]) -> None:
    [(found, row)] = rows(text)
    assert (found, row.timex, row.modifier) == (surface, timex, modifier)


@pytest.mark.parametrize(
    "text",
    [
        "נכחו 1948 צופים.", "המחיר היה 1990 שקל.", "החלטה 2254.", "בן 52 מחולון.", "ישראל היום דיווח.",
        "ראשון לציון.", "המניה עלתה ב-3.5 אחוזים.", "כ-2000 איש הפגינו.", "האישה השנייה נפצעה.", "היום הראשון ללימודים.",
    ],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    assert rows(text) == []


def test_the_weekend_is_friday_and_saturday() -> None:
    [(found, row)] = rows("סוף השבוע שעבר היה חם.")
    assert (found, row.timex, days(row)) == ("סוף השבוע שעבר", "2021-W46-WE", "2021-11-19..2021-11-20")
