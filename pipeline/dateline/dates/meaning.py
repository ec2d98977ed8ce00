"""Meaning: what an expression says before it is anchored, and how the slots of a form build one.

Each `means` of a rule in the lexicons names a function here; it gets the slots that the form matched, already turned
from words into values (`mars` -> `3`), and knows nothing of any language.
"""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR

from dateline.dates.calendars import CALENDARS, stretch
from dateline.dates.periods import SEASONS, Grain, blank, grain_of

Slots = dict[str, str]

YEARS: dict[Grain, int] = {"DE": 10, "CE": 100}
FARTHEST = 10_000  # steps; beyond the reach of a calendar
ROUND = 100  # `2,500 years ago`: nobody counts so many to the year
SATURDAY = 5  # the day that a weekend is told by: `am Wochenende` is the last or next one as the tense says
PIVOT = 30  # '29 is 2029, '30 is 1930: the split nearest to how newspapers of 1995-2025 write two-digit years


@dataclass(frozen=True, slots=True)
class Meaning:
    """A temporal expression, unanchored.

    Attributes:
        type: `date`, `time`, `duration` or `set`; `name` for what only looks like one.
        grain: the period it names; `None` when `fixed` says it all or only a clock time is known.
        fixed: TIMEX3 value of what needs no calendar (`P5Y`, `PRESENT_REF`, `XXXX-WXX-4` of a set).
        year: calendar year, astronomical (44 BC is -43); century and decade number for those grains.
        index: from 0, which month, quarter, half or season of its year.
        day: of the month.
        weekday: 0 is Monday.
        feast: rule of a movable feast, of `feasts.feast`: `easter+1`, month/weekday/nth (`11/4/4`).
        days: how many days it lasts: a feast, or a month or year of another calendar.
        which: -1 last, 0 this, 1 next (`last March`, `next Friday`).
        steps: periods from the anchor (`two years ago` -2); of its year for a month and the like, of its week for a
            weekday.
        of_years: whether the steps are years whatever the grain: `sixty years ago today`.
        counted: whether the text counts the steps (`two years ago`), so that it can count `nearly` or `more than`.
        base: what `steps` count from: `published`; `previous`, the date before it in the text; `nearest`, that date if
            there is one, else the publication; `compared`, the publication unless quarters are compared; `quarter`, the
            quarter reported on; `story`, the date last named where the article tells history, else the publication;
            `none`, nothing: `on a Thursday`; `today`, the publication, unless the article speaks of nowadays.
        widened: the grain of what it names around its day: `the week of March 6`.
        clock: TIMEX3 time, `T15:00`, `T15:00Z` or `TMO`.
        modifiers: as in the table, with `since` and `until` told apart from `after` and `before`.
        end: the other end of a range.
        numeric: two numbers whose order, day or month first, the article decides.
    """

    type: str = "date"
    grain: Grain | None = None
    fixed: str = ""
    year: int | None = None
    index: int | None = None
    day: int | None = None
    weekday: int | None = None
    feast: str = ""
    days: int = 1
    which: int | None = None
    steps: int | None = None
    of_years: bool = False
    counted: bool = False
    base: str = "published"
    widened: Grain | None = None
    clock: str = ""
    modifiers: tuple[str, ...] = ()
    end: "Meaning | None" = None
    numeric: tuple[int, int] | None = None

    @property
    def explicit(self) -> bool:
        """Whether it names its own year, decade or century."""
        return self.year is not None

    @property
    def monthless(self) -> bool:
        """Whether it is the number of a day alone: `the 16th`."""
        return self.day is not None and self.index is None

    @property
    def is_no_date(self) -> bool:
        """Whether it is only a name, or its month has no such day: 30 February."""
        if self.type == "name":
            return True
        if self.day is None or self.index is None:
            return False
        year = self.year if self.year is not None and MINYEAR <= self.year <= MAXYEAR else 2000
        return self.day > monthrange(year, self.index + 1)[1]


def calendar(slots: Slots) -> Meaning | None:
    """A date by its name: `Nov. 24, 2021`, `last March`, `the summer of 1961`, `Friday night`, `3 p.m.`."""
    found = Meaning(
        year=_year(slots),
        index=_index(slots),
        day=_int(slots, "day"),
        weekday=SATURDAY if "weekend" in slots else int(slots["weekday"]) - 1 if "weekday" in slots else None,
        which=_int(slots, "which"),
        steps=_int(slots, "which_week" if "which_week" in slots else "which_year"),
        base=slots.get("base", "published"),
        widened=grain_of(slots["around"]) if "around" in slots else None,
        clock=_clock(slots),
    )
    if "feast" in slots:
        found = _feast(found, slots["feast"])
    if "a" in slots:
        found = replace(found, numeric=(int(slots["a"]), int(slots["b"])))
    grain = _grain(slots, found)
    if grain is None and not found.clock:
        return None
    amount = "approx" if "fiscal" in slots else slots.get("amount", "")  # fiscal years are only roughly calendar years
    modifiers = _names(amount) or found.modifiers
    found = replace(found, grain=grain, type="time" if found.clock else "date", modifiers=modifiers)
    return _with_end(found, slots)


def elsewhere(slots: Slots) -> Meaning | None:
    """A date of another calendar: `12 Ramadan 1442`, `Ramadan`, `Ramadan 2021`, `5 Iyar 5708`, `the year 1442 AH`."""
    name, month, day = slots["calendar"], _int(slots, "month"), _int(slots, "day")
    found = Meaning(grain="D", which=_int(slots, "which"), modifiers=_sighted(name))
    if "own_year" in slots:
        known = stretch(name, int(slots["own_year"]), month, day)
        if known is None:
            return None
        first, days = known
        return replace(found, year=first.year, index=first.month - 1, day=first.day, days=days)
    if month is None:
        return None
    found = replace(found, year=_int(slots, "year"), feast=f"{name}/{month}/{day or 1}")
    return found if day is not None else replace(found, days=29 + month % 2)


def shift(slots: Slots) -> Meaning | None:
    """A period so many steps from an anchor: `yesterday`, `last week`, `two years later`; `None` for clock units."""
    grain, steps = grain_of(slots.get("unit", "D")), slots.get("n", slots.get("which", "X"))
    sign = int(slots.get("sign", "1"))
    if grain is None:
        return None
    base = slots.get("base", "published")
    if steps == "X":  # several years ago; several years later than the date before
        return Meaning(fixed=blank(grain) if base != "published" else "PAST_REF" if sign < 0 else "FUTURE_REF")
    amount, rough = (float(steps) + ("and_half" in slots) / 2) * sign * (1 + ("double" in slots)), False
    if "n" in slots and grain in YEARS:  # `two decades ago` is about 20 years, not a decade of the calendar
        grain, amount, rough = "Y", amount * YEARS[grain], True
    if grain == "Y" and amount % 1:
        grain, amount = "M", amount * 12
    if amount % 1 or abs(amount) > FARTHEST:
        return None
    clock, of_years = _clock(slots), "like" in slots
    if of_years:
        grain = grain_of(slots["like"])
    return Meaning(
        type="time" if clock else "date",
        grain=grain,
        steps=int(amount),
        of_years=of_years,
        counted="n" in slots,
        base=base,
        clock=clock,
        modifiers=_names(slots.get("amount", "")) or (("approx",) if rough or abs(amount) >= ROUND else ()),
    )


def duration(slots: Slots) -> Meaning | None:
    """A length of time: `four months` P4M, `two to three weeks` P2W/P3W, `years` PXY, `1 hour 5 minutes` PT1H5M."""
    number = f"{2 * float(slots['n'])}" if "double" in slots else slots.get("n", "X")
    length = _length(f"{float(number) + 0.5}" if "and_half" in slots else number, slots["unit"])
    if "n_to" in slots:
        if float(slots["n_to"]) <= float(number):  # from 1971 to two years later
            return None
        length = f"{length}/{_length(slots['n_to'], slots['unit'])}"
    if "n_more" in slots:
        more = _length(slots["n_more"], slots["unit_more"])
        length += more.removeprefix("PT" if "T" in length else "P")
    return Meaning(type="duration", fixed=length, modifiers=_names(slots.get("amount", "")))


def repeated(slots: Slots) -> Meaning | None:
    """A set: `every year` P1Y, `daily` P1D, `every Friday` XXXX-WXX-5."""
    if "weekday" in slots:
        return Meaning(type="set", fixed=f"XXXX-WXX-{slots['weekday']}{slots.get('part', '')}")
    if "month" in slots:
        return Meaning(type="set", fixed=f"XXXX-{int(slots['month']):02d}")
    if "season" in slots:
        return Meaning(type="set", fixed=f"XXXX-{slots['season']}")
    if "part" in slots:
        return Meaning(type="set", fixed=f"XXXX-XX-XX{slots['part']}")
    if slots["unit"] in ("WE", "WF") and "n" not in slots:
        return Meaning(type="set", fixed=blank("WE"))
    return Meaning(type="set", fixed=_length(slots.get("n", "1"), slots["unit"]))


def reference(slots: Slots) -> Meaning | None:
    """A time that only points: `now` PRESENT_REF, `recently` PAST_REF, `the future` FUTURE_REF."""
    return Meaning(fixed=slots["reference"])


def name(slots: Slots) -> Meaning | None:
    """What only looks like a date, and is passed over: `Calle 12 de Octubre`."""
    return Meaning(type="name")


BUILDERS: dict[str, Callable[[Slots], Meaning | None]] = {
    "calendar": calendar,
    "elsewhere": elsewhere,
    "shift": shift,
    "duration": duration,
    "set": repeated,
    "reference": reference,
    "name": name,
}


def full_year(digits: str) -> int:
    """The year that two digits stand for."""
    return int(digits) + (2000 if int(digits) < PIVOT else 1900)


def _names(modifier: str) -> tuple[str, ...]:
    return (modifier,) if modifier else ()


def _int(slots: Slots, name: str) -> int | None:
    return int(slots[name]) if name in slots else None


def _year(slots: Slots) -> int | None:
    if "year" in slots:
        return int(slots["year"])
    if "era_year" in slots:
        year = int(slots["era_year"].replace(",", "").replace(" ", ""))
        return 1 - year if "before_christ" in slots else year
    if "yy" in slots:
        return full_year(slots["yy"])
    for name in ("year0", "yy0", "tens"):
        if name in slots:
            return _decade(slots[name])
    if "century" in slots:
        return -int(slots["century"]) if "before_christ" in slots else int(slots["century"]) - 1
    if "hundreds" in slots and 10 <= float(slots["n"]) < 100:  # nineteen ninety-six
        return int(slots["hundreds"]) * 100 + int(float(slots["n"]))
    return None


def _decade(digits: str) -> int:
    """The decade of `1970`, or of `70` in the twentieth century."""
    return int(digits) // 10 + (190 if len(digits) == 2 else 0)


def _index(slots: Slots) -> int | None:
    for name in ("month", "quarter", "half"):
        if name in slots:
            return int(slots[name]) - 1
    return SEASONS.index(slots["season"]) if "season" in slots else None


def _grain(slots: Slots, found: Meaning) -> Grain | None:
    if found.day is not None or found.feast or found.numeric is not None:
        return "D"
    named: tuple[tuple[str, Grain], ...] = (
        ("month", "M"), ("quarter", "Q"), ("half", "H"), ("season", "S"), ("weekend", "WE"), ("weekday", "D"),
        ("century", "CE"), ("year0", "DE"), ("yy0", "DE"), ("tens", "DE"),
    )  # fmt: skip
    for name, grain in named:
        if name in slots:
            return grain
    return "Y" if found.year is not None else None


def _clock(slots: Slots) -> str:
    if "hour" in slots:
        hour, minute = int(slots["hour"]), slots.get("minute", "00")
        if slots.get("half_day") == "PM" and hour < 12:
            hour += 12
        elif slots.get("half_day") == "AM" and hour == 12:
            hour = 0
        return f"T{hour:02d}:{minute}{slots.get('zone', '')}" if hour <= 24 else ""
    return slots.get("part", "")


def _feast(found: Meaning, rule: str) -> Meaning:
    month, _, day = rule.partition("-")
    if month.isdigit() and day.isdigit():
        return replace(found, index=int(month) - 1, day=int(day))
    rule, _, days = rule.partition("*")
    return replace(found, feast=rule, days=int(days or 1), modifiers=_sighted(rule.partition("/")[0]))


def _sighted(name: str) -> tuple[str, ...]:
    """What is known of the days of a calendar that goes by the sighting of the moon."""
    return ("approx",) if name in CALENDARS and CALENDARS[name].sighted else ()


def _with_end(found: Meaning, slots: Slots) -> Meaning | None:
    if "hour_to" in slots:  # von 10 bis 18 Uhr
        clock = _clock({"hour": slots["hour_to"], "minute": slots.get("minute_to", "00")})
        return replace(found, end=replace(found, clock=clock))
    if "day_to" in slots:
        end = int(slots["day_to"])
        return replace(found, end=replace(found, day=end)) if end > (found.day or 0) else None
    if "century_to" in slots:  # XVIII–XIX века
        century = _year({**slots, "century": slots["century_to"]}) or 0
        return replace(found, end=replace(found, year=century)) if century > (found.year or 0) else None
    if "year0_to" in slots or "yy0_to" in slots:  # les années 1990-2000
        decade = _decade(slots.get("year0_to", slots.get("yy0_to", "")))
        return replace(found, end=replace(found, year=decade)) if decade > (found.year or 0) else None
    if found.year is None or not slots.keys() & {"year_to", "yy_to"}:
        return found
    year = int(slots["year_to"]) if "year_to" in slots else found.year // 100 * 100 + int(slots["yy_to"])
    if year < found.year and "yy_to" in slots:
        year += 100  # 1999-02
    if not found.year < year <= found.year + 1000:
        return None
    return replace(found, modifiers=(), end=Meaning(grain="Y", year=year)) if found.grain == "Y" else found


def _length(number: str, unit: str) -> str:
    amount = number if number == "X" else f"{float(number):g}"
    grain = grain_of(unit)
    if unit == "TH" and "." in amount and float(amount) < 1:  # half an hour
        return f"PT{float(amount) * 60:g}M"
    if grain is None:
        return f"PT{amount}{unit[1:]}"
    if "." in amount and grain in YEARS:  # half a century
        return f"P{float(number) * YEARS[grain]:g}Y"
    return f"P{amount}{unit}"
