"""Render: what an anchored meaning reads as in TIMEX3 and EDTF, and the first and last day it can mean."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dateline.dates import periods
from dateline.dates.anchoring import Anchored
from dateline.dates.meaning import Meaning
from dateline.dates.periods import IN_WEEK, SEASONS, Days, Period

RENDERINGS = 8192  # so many dates are kept with their columns: the same ones come back all the time
OUTWARD = {"since": "after", "until": "before"}  # one column for both; the bounds tell `since 1961` from `after 1961`


@dataclass(frozen=True, slots=True)
class Rendered:
    """What a row says of a date: columns of `mention.DateMention`."""

    timex: str
    edtf: str
    date_start: date | None
    date_end: date | None
    modifier: tuple[str, ...]


@lru_cache(maxsize=RENDERINGS)
def rendered(meaning: Meaning, period: Period | None, end: Period | None) -> Rendered:
    """The columns of a meaning that comes to these periods."""
    anchored = Anchored(period, end)
    start, last = bounds(meaning, anchored)
    return Rendered(timex(meaning, anchored), edtf(meaning, anchored), start, last, modifiers(meaning))


def timex(meaning: Meaning, anchored: Anchored) -> str:
    """The TIMEX3 value, `A/B` for a range, with `X` for what is unknown."""
    if meaning.fixed:
        return meaning.fixed
    if anchored.period is None or (meaning.end is not None and anchored.end is None):
        if meaning.end is not None:
            return f"{_blank(meaning)}{meaning.clock}/{_blank(meaning.end)}{meaning.end.clock}"
        return _blank(meaning) + meaning.clock
    start = periods.timex(anchored.period) + meaning.clock
    if anchored.end is None:
        return start
    return f"{start}/{periods.timex(anchored.end)}{'' if meaning.end is None else meaning.end.clock}"


def edtf(meaning: Meaning, anchored: Anchored) -> str:
    """The value in EDTF, empty where it has none: durations, sets, references and what is not anchored."""
    period, open_side = anchored.period, set(meaning.modifiers) & {"before", "after", "since", "until"}
    if meaning.fixed:
        return ""
    if period is None:
        known = meaning.day is not None or (meaning.grain == "M" and meaning.index is not None)
        return _blank(meaning) if known and meaning.end is None and not open_side else ""
    if anchored.end is not None:
        return f"{_edge(period, 0, meaning)}/{_edge(anchored.end, 1, meaning.end or meaning)}"
    if "before" in open_side:
        return f"../{_edge(period.shifted(-1), 1, meaning)}"
    if "after" in open_side:
        return f"{_edge(period.shifted(1), 0, meaning)}/.."
    if open_side:
        return f"{_edge(period, 0, meaning)}/.." if "since" in open_side else f"../{_edge(period, 1, meaning)}"
    if meaning.clock[1:2].isdigit() and meaning.clock != "T24:00":
        time, zone, _ = meaning.clock.partition("Z")
        return f"{periods.edtf(period)}{time}:00{zone}"
    return periods.edtf(period) + _doubt(meaning, period)


def bounds(meaning: Meaning, anchored: Anchored) -> Days:
    """First and last day it can mean. `before 1961` ends with 1960, `after 1961` begins with 1962.

    `since 1961` and `until 1961` keep the bounds of 1961: the year named is where the stretch begins or ends.
    """
    if anchored.period is None or meaning.fixed or (meaning.end is not None and anchored.end is None):
        return None, None
    last = anchored.period if anchored.end is None else anchored.end
    first_day = anchored.period.days(meaning.modifiers)[0]
    last_day = last.days((meaning.end or meaning).modifiers)[1]
    if "before" in meaning.modifiers:
        return None, _next(first_day, -1)
    if "after" in meaning.modifiers:
        return _next(last_day, 1), None
    return (first_day, last_day) if first_day and last_day else (None, None)


def modifiers(meaning: Meaning) -> tuple[str, ...]:
    """The modifiers of the expression and of the other end of its range, each once."""
    found = meaning.modifiers + (() if meaning.end is None else meaning.end.modifiers)
    return tuple(dict.fromkeys(OUTWARD.get(name, name) for name in found))


def _next(day: date | None, days: int) -> date | None:
    return None if day is None or day in (date.min, date.max) else day + timedelta(days)


def _edge(period: Period, side: int, meaning: Meaning) -> str:
    """One end of an interval; a week has no name in EDTF, so its first or last day stands for it."""
    day = period.days()[side] if period.grain in IN_WEEK else None
    return (periods.edtf(period) if day is None else day.isoformat()) + _doubt(meaning, period)


def _doubt(meaning: Meaning, period: Period) -> str:
    return "~" if "approx" in meaning.modifiers and period.grain not in IN_WEEK else ""


def _blank(meaning: Meaning) -> str:
    if meaning.year is not None:
        return f"{meaning.year:04d}"
    if meaning.index is not None and meaning.grain in ("M", "D"):
        month = f"XXXX-{meaning.index + 1:02d}"
        return month if meaning.day is None else f"{month}-{meaning.day:02d}"
    if meaning.index is not None:
        return f"XXXX-{SEASONS[meaning.index] if meaning.grain == 'S' else f'{meaning.grain}{meaning.index + 1}'}"
    if meaning.weekday is not None and meaning.grain == "D":
        return f"XXXX-WXX-{meaning.weekday + 1}"
    return periods.blank(meaning.grain or "D")
