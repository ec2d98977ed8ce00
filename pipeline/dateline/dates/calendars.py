"""Calendars: days of the Islamic and the Hebrew calendar as days of ours; arithmetic only.

The Islamic calendar is the tabular one (civil epoch, 16 July 622 Julian; leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26
and 29 of 30). Months begin where the moon is sighted, which may be a day off: what it gives is approximate. Hebrew
months count from Nisan; the thirteenth is Adar, in a leap year the second. Source: Reingold and Dershowitz,
Calendrical Calculations.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

ISLAMIC_EPOCH, HEBREW_EPOCH = 227_015, -1_373_427  # ordinals of their first days
NISAN, TISHRI, HESHVAN, KISLEV, ADAR, ADAR_SECOND = 1, 7, 8, 9, 12, 13
SHIFT = re.compile(r"(\d)([+-]\d)(?:@(\d+))?")
MILLENNIUM, HUNDREDS = 5000, 400  # years in letters begin with their hundreds
LETTERS: dict[str, int] = dict(zip("אבגדהוזחטיכלמנסעפצקרשתםןףץ",
                   [*range(1, 10), *range(10, 100, 10), 100, 200, 300, 400, 40, 50, 80, 90], strict=True))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar.

    Attributes:
        start: the ordinal of the first day of a month of a year.
        length: the number of days of a month of a year.
        first: the month its years begin with.
        year_of: the first year of it that can have days in a year of ours.
        sighted: whether its days hang on what is seen of the moon.
    """

    start: Callable[[int, int], int]
    length: Callable[[int, int], int]
    first: int
    year_of: Callable[[int], int]
    sighted: bool


def of_letters(text: str) -> int:
    """The number that Hebrew letters write, a year with its millennium: `ט"ו` 15, `תשפ"א` and `ה'תשפ"א` 5781."""
    number: int = sum(LETTERS.get(letter, 0) for letter in text.removeprefix("ה'") or text)
    return number + MILLENNIUM if number >= HUNDREDS else number


def stretch(name: str, year: int, month: int | None, day: int | None) -> tuple[date, int] | None:
    """The first day and the number of days of a year, a month or a day; `None` where there is none such."""
    calendar = CALENDARS[name]
    first = calendar.start(year, month or calendar.first) + (day or 1) - 1
    if day is not None:
        days = 1
    elif month is not None:
        days = calendar.length(year, month)
    else:
        days = calendar.start(year + 1, calendar.first) - first
    missing = day is not None and day > calendar.length(year, month or calendar.first)
    if missing or not 0 < first < date.max.toordinal() - days:
        return None
    return date.fromordinal(first), days


def feast(rule: str, year: int) -> date | None:
    """The day of a feast in a year of ours; `None` where it has none, the first where it has two.

    Args:
        rule: `calendar/month/day`, and after another `/` where it moves to when it falls on a weekday (1 is Monday):
            `hebrew/5/9/6+1`; `@2004` behind it says since when.
        year: the year, of our calendar.
    """
    name, month, day, *shifts = rule.split("/")
    calendar = CALENDARS[name]
    begins = calendar.year_of(year)
    for own in range(max(begins, 1), begins + 3):
        ordinal = calendar.start(own, int(month)) + int(day) - 1
        if not 0 < ordinal < date.max.toordinal() - 7:
            continue
        weekday = (ordinal - 1) % 7 + 1
        for on, shift, since in SHIFT.findall("".join(shifts)):
            if int(on) == weekday and year >= int(since or 0):
                ordinal += int(shift)
                break
        if date.fromordinal(ordinal).year == year:
            return date.fromordinal(ordinal)
    return None


def _islamic_start(year: int, month: int) -> int:
    return ISLAMIC_EPOCH + 354 * (year - 1) + (3 + 11 * year) // 30 + 29 * (month - 1) + (6 * month - 1) // 11


def _islamic_length(year: int, month: int) -> int:
    return 30 if month % 2 or (month == 12 and (14 + 11 * year) % 30 < 11) else 29


def _hebrew_new_year(year: int) -> int:
    """The first of Tishri: the new moon of the year, put off where its neighbours would be too long or too short."""
    before, this, after = (_elapsed(year + step) for step in (-1, 0, 1))
    return HEBREW_EPOCH + this + (2 if after - this == 356 else 1 if this - before == 382 else 0)


def _elapsed(year: int) -> int:
    months = (235 * year - 234) // 19
    parts = 12_084 + 13_753 * months
    day = 29 * months + parts // 25_920
    return day + (3 * (day + 1) % 7 < 3)


def _hebrew_last(year: int) -> int:
    return ADAR_SECOND if (7 * year + 1) % 19 < 7 else ADAR


def _hebrew_start(year: int, month: int) -> int:
    last = _hebrew_last(year)
    month = min(month, last)
    before = range(TISHRI, month) if month >= TISHRI else [*range(TISHRI, last + 1), *range(NISAN, month)]
    return _hebrew_new_year(year) + sum(_hebrew_length(year, one) for one in before)


def _hebrew_length(year: int, month: int) -> int:
    month, days = min(month, _hebrew_last(year)), _hebrew_new_year(year + 1) - _hebrew_new_year(year)
    if month == HESHVAN:
        return 30 if days % 10 == 5 else 29
    if month == KISLEV:
        return 29 if days % 10 == 3 else 30
    short = month in (2, 4, 6, 10, ADAR_SECOND) or (month == ADAR and _hebrew_last(year) == ADAR)
    return 29 if short else 30


CALENDARS: dict[str, Calendar] = {
    "islamic": Calendar(_islamic_start, _islamic_length, 1, lambda year: (year - 623) * 33 // 32, sighted=True),
    "hebrew": Calendar(_hebrew_start, _hebrew_length, TISHRI, lambda year: year + 3759, sighted=False),
}
