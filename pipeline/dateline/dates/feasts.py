"""Movable feasts: the day of a year that a rule of a lexicon's table `slot.feast` names."""

from datetime import MAXYEAR, MINYEAR, date, timedelta

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from dateline.dates import calendars

_EASTERS = {"easter": EASTER_WESTERN, "pascha": EASTER_ORTHODOX}
#: Years for which `dateutil` computes them; before, both churches kept the Julian one.
_COMPUTED = range(1583, 4100)


def feast(rule: str, year: int) -> date | None:
    """The day of a feast; `None` where the year has none, or its computation does not reach.

    Args:
        rule: days from the Western or the Orthodox Easter (`easter-2`, `pascha+49`); month/weekday/nth, -1 the last,
            and days from there (`11/4/4`, `5/1/-1`, `11/1/1+1`); or a rule of `calendars.feast`.
        year: of our calendar.
    """
    if not MINYEAR < year < MAXYEAR:
        return None
    name = rule[: len("easter")]
    if name in _EASTERS:
        day: date | None = easter(year, _EASTERS[name]) if year in _COMPUTED else None
        return None if day is None else day + timedelta(int(rule.removeprefix(name)))
    if not rule[0].isdigit():
        return calendars.feast(rule, year)
    weekday_rule, _, days = rule.partition("+")
    month, weekday, nth = map(int, weekday_rule.split("/"))
    return _nth(year, month, weekday, nth) + timedelta(int(days or 0))


def _nth(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth weekday of a month (1 is Monday), -1 the last."""
    if nth < 0:
        last = date(year, month + 1, 1) - timedelta(1)
        return last - timedelta((last.weekday() - weekday + 1) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - 1 - first.weekday()) % 7 + 7 * (nth - 1))
