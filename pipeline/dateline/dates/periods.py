"""Period: one century, decade, year, half, quarter, season, month, week, weekend or day of the calendar.

A period is a grain and a running number (months since year 0, Mondays since 0001-01-01 …), so that "three quarters
earlier" is a subtraction and every grain is written, shifted and bounded by the same few lines.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, cast

# WF is a weekend of Friday and Saturday, WE one of Saturday and Sunday.
Grain = Literal["CE", "DE", "Y", "H", "Q", "S", "M", "W", "WE", "WF", "D"]
Days = tuple[date | None, date | None]

MONTHS: dict[str, int] = {"CE": 1200, "DE": 120, "Y": 12, "H": 6, "Q": 3, "S": 3, "M": 1}
FINENESS: dict[str, int] = {
    grain: rank for rank, grain in enumerate(["CE", "DE", "Y", "H", "S", "Q", "M", "W", "WE", "WF", "D"])
}
BLANK = {"CE": "XX", "DE": "XXX", "Y": "XXXX", "H": "XXXX-HX", "Q": "XXXX-QX", "S": "XXXX-XX", "M": "XXXX-XX",
         "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "WF": "XXXX-WXX-WE"}  # fmt: skip
IN_WEEK = {"W": (0, 6), "WE": (5, 6), "WF": (4, 5)}  # first and last day, from Monday
SEASONS = ("SP", "SU", "FA", "WI")
SPRING = 2  # meteorological seasons start in March, the third month, north of the equator
# First and past-the-last month of early, mid and late, as the data dictionary cuts them; centuries go in thirds too.
PARTS = {
    "CE": {"early": (0, 408), "mid": (408, 804), "late": (804, 1200)},
    "DE": {"early": (0, 48), "mid": (48, 84), "late": (84, 120)},
    "Y": {"early": (0, 4), "mid": (4, 8), "late": (8, 12)},
}
DAY_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar; `number` counts periods of its grain from the year 0."""

    grain: Grain
    number: int

    @property
    def year(self) -> int:
        """The (ISO, for weeks) year it starts in; astronomical, so 44 BC is -43."""
        if self.grain in MONTHS:
            return _first_month(self) // 12
        first = self.days()[0]
        return 0 if first is None else first.year if self.grain == "D" else (first + timedelta(3)).isocalendar()[0]

    def shifted(self, steps: int) -> "Period":
        """The period `steps` of its own grain later (earlier when negative)."""
        return Period(self.grain, self.number + steps)

    def days(self, parts: tuple[str, ...] = ()) -> Days:
        """First and last day, of the `early`, `mid` or `late` part of it; `(None, None)` outside the years 1-9999."""
        return _month_days(self, parts) if self.grain in MONTHS else _days(self.grain, self.number)


def of_year(grain: Grain, year: int, index: int = 0) -> Period:
    """The period of that grain at position `index` (from 0) of a year: its month, quarter, half or season."""
    return Period(grain, year * (12 // MONTHS[grain]) + index if MONTHS[grain] <= 12 else year * 12 // MONTHS[grain])


def of_day(grain: Grain, day: date) -> Period:
    """The period of that grain which contains `day`."""
    if grain == "D":
        return Period(grain, day.toordinal())
    if grain not in MONTHS:
        return Period(grain, (day.toordinal() - 1) // 7)
    month = day.year * 12 + day.month - 1 - (SPRING if grain == "S" else 0)
    return Period(grain, month // MONTHS[grain])


def timex(period: Period) -> str:
    """The TIMEX3 value: `19`, `197`, `1977`, `1977-H1`, `1977-Q4`, `1977-SU`, `1977-11`, `1977-W46`, `1977-11-17`."""
    if period.grain in ("CE", "DE"):
        width = 2 if period.grain == "CE" else 3  # -5 is the hundred years up to -0400
        return f"{period.number:0{width}d}" if period.number >= 0 else f"-{-period.number - 1:0{width}d}"
    year = f"-{-period.year:04d}" if period.year < 0 else f"{period.year:04d}"
    first = period.days()[0]
    match period.grain:
        case "Y":
            return year
        case "H" | "Q":
            return f"{year}-{period.grain}{period.number % (12 // MONTHS[period.grain]) + 1}"
        case "S":
            return f"{year}-{SEASONS[period.number % 4]}"
        case "M":
            return f"{year}-{period.number % 12 + 1:02d}"
        case _ if first is None:
            return "XXXX-XX-XX"
        case "D":
            return first.isoformat()
    week = f"{year}-W{first.isocalendar()[1]:02d}"
    return week if period.grain == "W" else f"{week}-WE"


def edtf(period: Period) -> str:
    """The same in EDTF (ISO 8601-2): seasons 21-24, quarters 33-36, halves 40-41; weeks as an interval of days."""
    match period.grain:
        case "CE" | "DE":
            return timex(period) + ("XX" if period.grain == "CE" else "X")
        case "S":
            return f"{period.year:04d}-{21 + period.number % 4}"
        case "Q":
            return f"{period.year:04d}-{33 + period.number % 4}"
        case "H":
            return f"{period.year:04d}-{40 + period.number % 2}"
        case "W" | "WE" | "WF":
            return "/".join(day.isoformat() for day in period.days() if day is not None)
    return timex(period)


def blank(grain: Grain) -> str:
    """The TIMEX3 value of some period of that grain, nobody knows which."""
    return BLANK.get(grain, "XXXX-XX-XX")


def finer(one: str, other: str) -> bool:
    """Whether grain `one` is finer than grain `other`."""
    return FINENESS[one] > FINENESS[other]


def grain_of(unit: str) -> Grain | None:
    """The unit as a grain of the calendar; `None` for hours, minutes and seconds."""
    return cast(Grain, unit) if unit in FINENESS else None


def _first_month(period: Period) -> int:
    return period.number * MONTHS[period.grain] + (SPRING if period.grain == "S" else 0)


@lru_cache(maxsize=4096)
def _days(grain: Grain, number: int) -> Days:
    try:
        start = date.fromordinal(number if grain == "D" else number * 7 + 1)
        first, last = IN_WEEK.get(grain, (0, 0))
        return start + timedelta(first), start + timedelta(last)
    except (ValueError, OverflowError):
        return None, None


@lru_cache(maxsize=4096)
def _month_days(period: Period, parts: tuple[str, ...]) -> Days:
    start, size = _first_month(period), MONTHS[period.grain]
    cuts = [PARTS[period.grain][part] for part in parts if part in PARTS.get(period.grain, {})] or [(0, size)]
    first, after = _month_start(start + min(cuts)[0]), _month_start(start + max(cuts)[1])
    if first is None or after is None:
        return None, None
    last = after - timedelta(1)
    days = [DAY_PARTS[part] for part in parts if part in DAY_PARTS] if period.grain == "M" else []
    if not days:
        return first, last
    return first.replace(day=min(days)[0]), last.replace(day=min(last.day, max(days)[1]))


def _month_start(month: int) -> date | None:
    year, index = divmod(month, 12)
    return date(year, index + 1, 1) if 1 <= year < 9999 else None
