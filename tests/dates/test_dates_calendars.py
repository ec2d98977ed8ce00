"""Calendars and folding: arithmetic against days that are known, spans through marks that are taken out."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from dateline.dates.calendars import CALENDARS, feast, of_letters, stretch
from dateline.dates.folding import bare, fold


@pytest.mark.parametrize(
    ("name", "year", "month", "day", "ours"),
    [
        ("islamic", 1, 1, 1, date(622, 7, 19)),  # 16 July 622 of the Julian calendar
        ("islamic", 1421, 1, 1, date(2000, 4, 6)),
        ("islamic", 1442, 9, 12, date(2021, 4, 24)),
        ("islamic", 1445, 10, 1, date(2024, 4, 10)),
        ("hebrew", 5708, 2, 5, date(1948, 5, 14)),
        ("hebrew", 5727, 2, 28, date(1967, 6, 7)),
        ("hebrew", 5734, 7, 10, date(1973, 10, 6)),
        ("hebrew", 5781, 1, 14, date(2021, 3, 27)),
        ("hebrew", 5784, 13, 14, date(2024, 3, 24)),  # a leap year
        ("hebrew", 5785, 13, 14, date(2025, 3, 14)),  # Adar of one that is not
    ],
)
def test_days_of_other_calendars(name: str, year: int, month: int, day: int, ours: date) -> None:
    assert stretch(name, year, month, day) == (ours, 1)


@pytest.mark.parametrize("name", CALENDARS)
def test_months_and_years_meet(name: str) -> None:
    """Every month ends where the next begins, every year where the next does."""
    first, months = CALENDARS[name].first, range(1, 14 if name == "hebrew" else 13)
    for year in range(5700, 5800) if name == "hebrew" else range(1300, 1500):
        days = {month: stretch(name, year, month, None) for month in months}
        spans = sorted({found for found in days.values() if found is not None})
        whole = stretch(name, year, None, None)
        assert whole is not None
        assert spans[0][0] == whole[0]
        for (start, length), (after, _) in pairwise(spans):
            assert start + timedelta(length) == after
        following = stretch(name, year + 1, first, 1)
        assert following is not None
        assert spans[-1][0] + timedelta(spans[-1][1]) == whole[0] + timedelta(whole[1]) == following[0]


def test_there_is_no_thirtieth_of_a_short_month() -> None:
    assert stretch("hebrew", 5781, 2, 30) is None
    assert stretch("islamic", 1442, 2, 30) is None
    assert stretch("islamic", 99_999, 1, 1) is None


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        ("hebrew/7/1", 2021, date(2021, 9, 7)),
        ("hebrew/9/25", 2024, date(2024, 12, 26)),
        ("hebrew/2/5/5-1,6-2,1+1@2004", 2021, date(2021, 4, 15)),  # from a Saturday to the Thursday before
        ("hebrew/2/5/5-1,6-2,1+1@2004", 2024, date(2024, 5, 14)),  # from a Monday
        ("hebrew/2/5/5-1,6-2,1+1@2004", 1994, date(1994, 4, 14)),
        ("islamic/10/1", 2021, date(2021, 5, 13)),
        ("islamic/9/1", 2030, date(2030, 1, 5)),  # the first of two
        ("islamic/12/10", 2007, date(2007, 12, 20)),
        ("islamic/10/1", 600, None),
    ],
)
def test_feasts(rule: str, year: int, day: date | None) -> None:
    found = feast(rule, year)
    assert found == day or (found is not None and day is not None and abs(found - day) <= timedelta(1))


@pytest.mark.parametrize(
    ("text", "number"),
    [("ה'", 5), ('ט"ו', 15), ('כ"ט', 29), ('תשפ"א', 5781), ("ה'תש\"ח", 5708), ('ת"ש', 5700), ('תרס"ט', 5669)],
)
def test_numbers_in_letters(text: str, number: int) -> None:
    assert of_letters(text) == number


@pytest.mark.parametrize(
    ("text", "plain", "span", "marked"),
    [
        ("في يَوْمِ الأَحَدِ", "في يوم الأحد", (3, 12), "يَوْمِ الأَحَدِ"),
        ("\u200fغــدًا.", "غدا", (0, 3), "غــدًا"),
        ("בְּיוֹם שֵׁנִי", "ביום שני", (1, 8), "יוֹם שֵׁנִי"),
        ("İn 1967", "İn 1967", (3, 7), "1967"),
    ],
)
def test_marks_inside_words(text: str, plain: str, span: tuple[int, int], marked: str) -> None:
    found = bare(text)
    assert found.text.rstrip(".") == plain
    start, end = found.span(*span)
    assert text[start:end] == marked


def test_one_spelling_of_each_letter() -> None:
    assert fold("أمسِ، إلى السنة 'الثانیة' ١٩٦٧ ת״ש־׳") == "امسِ، الي السنه 'الثانيه' 1967 ת\"ש-'"
