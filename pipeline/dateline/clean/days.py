"""Calendar days as sites and metadata write them; only what can mean a single day.

This is not the date grammar of articles: a string is read that is known to be, or to hold, the day of publication.
Names of months and weekdays come from CLDR (through Babel).
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from types import MappingProxyType

from babel import Locale

#: Languages whose month and weekday names are known; the ones that dumps mostly hold, and `en_GB` for `Sept`.
_LOCALES = "en en_GB fr es de it pt nl tr ru uk ar ar_MA ar_LB he fa ur pl sv da nb fi cs ro el hu ca id hi lv zh ja ko"
#: Newspapers began in the seventeenth century; nothing is dated a century ahead.
_FIRST_YEAR, _LAST_YEAR = 1605, 2100
#: Seconds since 1970 that a string of ten digits can be: from 2001 on.
_EPOCH = re.compile(r"1[0-9]{9}(?:[0-9]{3})?")

_DAY = re.compile(
    r"(?:(?<![\w/.-])|(?<=[\u05d0-\u05ea]-))(?:"
    r"(?P<year>\d{4})(?P<s>[-/.•]) ?(?P<month>\d{1,2})(?P=s) ?(?P<day>\d{1,2})(?!\d|[-/.]\d)"
    r"|(?P<first>\d{1,2})(?P<sep>[-/.]) ?(?P<second>\d{1,2})(?P=sep) ?(?P<last>\d{4})(?!\d|[-/.]\d)"
    r"|(?P<short_d>\d{2})\.(?P<short_m>\d{2})\.(?P<short_y>\d{2})(?![\w./:-]|,\d)"
    r"|(?P<cjk_year>\d{4})\s?[年년]\s?(?P<cjk_month>\d{1,2})\s?[月월]\s?(?P<cjk_day>\d{1,2})\s?[日일]"
    r"|(?P<d>\d{1,2})(?:st|nd|rd|th|er|ème|º|ª|\.|-)?[ .-](?:de |of |d'|-)?"
    r"(?P<m>[^\W\d_]{3,12})(?:/[^\W\d_]{3,12})?\.?,?[ .-](?:de |del )?(?P<y>\d{4})(?!\d)"
    r"|(?P<m2>[^\W\d_]{3,12})\.? (?P<d2>\d{1,2})(?:st|nd|rd|th)?,? (?P<y2>\d{4})(?!\d)"
    r")"
)
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_./]?)(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d)")
_CJK_WEEKDAY = re.compile(
    r"\s?[(（]?(?:(?:星期|周|週)[一二三四五六日天]|[日月火水木金土월화수목금토일](?:曜日?|요일|[)）]))"
)
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\.?,?\s*(?:the |le |el |den |il |de )?$")
#: How far before a day its weekday can stand.
WEEKDAY_REACH = 24
#: Nothing tells whether `05/06/2021` puts the day first; with dots it does anywhere.
NO_ORDER: Mapping[str, bool] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Day:
    """A day found in a text.

    Attributes:
        start: first character of it in the text, without its weekday.
        end: one past the last.
        date: the day.
        weekday: whether a weekday stands before it (one that does not fit the day makes it no day).
    """

    start: int
    end: int
    date: date
    weekday: bool


def parse_day(text: str) -> date | None:
    """The day that a string from metadata means: ISO 8601, RFC 2822, seconds since 1970, `24/11/2021`, `24 nov. 2021`.

    None where it means no single day, or one of two (`05/06/2021`), or contradicts its own weekday.
    """
    text = text.strip()
    if _EPOCH.fullmatch(text):
        return datetime.fromtimestamp(int(text[:10]), UTC).date()
    if re.fullmatch(r"(?:19|20)\d{6}(?:T?\d{4,6}Z?)?", text):
        return _valid(int(text[:4]), int(text[4:6]), int(text[6:8]))
    if re.match(r"\d{4}-\d\d-\d\d", text):
        return _valid(*map(int, text[:10].split("-")))
    days = {day.date for day in find_days(text)}
    return days.pop() if len(days) == 1 else None


def find_days(text: str, order: Mapping[str, bool] = NO_ORDER) -> Iterator[Day]:
    """The days in a text that a year is given with, in order. Linear in the length of the text.

    Args:
        text: any text.
        order: what `orders.day_first` says of the page that it is from.
    """
    for match in _DAY.finditer(text):
        found = _read(match, order)
        if found is None:
            continue
        before = _WORD_BEFORE.search(text[max(0, match.start() - WEEKDAY_REACH) : match.start()])
        weekday = weekdays().get(_key(before[1])) if before else None
        if weekday is None or found.weekday() in weekday:
            named = weekday is not None or _CJK_WEEKDAY.match(text, match.end()) is not None
            yield Day(match.start(), match.end(), found, named)


def day_in_path(path: str) -> date | None:
    """The day in a URL or file name: `/2021/11/24/`, `2021-11-24`, `20211124`; None where there are several."""
    days = {_valid(int(year), int(month), int(day)) for year, _, month, day in _COMPACT.findall(path)} - {None}
    return days.pop() if len(days) == 1 else None


@cache
def weekdays() -> dict[str, frozenset[int]]:
    """Weekdays by name, Monday is 0; a short name can mean several (`mar` is Tuesday in French only)."""
    return _names("days")


@cache
def _months() -> dict[str, frozenset[int]]:
    return _names("months")


def _names(kind: str) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for name in _LOCALES.split():
        table = getattr(Locale.parse(name), kind)
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, word in table[context][width].items():
                    found.setdefault(_key(word), set()).add(number)
    return {key: frozenset(numbers) for key, numbers in found.items() if len(key) > 1}


def _key(word: str) -> str:
    return unicodedata.normalize("NFC", word.lower().strip(". "))


def _read(match: re.Match[str], order: Mapping[str, bool]) -> date | None:
    part = match.groupdict()
    if part["year"]:
        return _valid(int(part["year"]), int(part["month"]), int(part["day"]))
    if part["cjk_year"]:
        return _valid(int(part["cjk_year"]), int(part["cjk_month"]), int(part["cjk_day"]))
    if part["short_y"]:
        return (
            _valid(2000 + int(part["short_y"]), int(part["short_m"]), int(part["short_d"])) if order.get("") else None
        )
    if part["last"]:
        return numeric_day(
            int(part["first"]),
            int(part["second"]),
            int(part["last"]),
            order.get(part["sep"], part["sep"] == "." or None),
        )
    months = _month(part["m"] or part["m2"])
    return _valid(int(part["y"] or part["y2"]), months, int(part["d"] or part["d2"])) if months else None


def _month(word: str) -> int:
    """The month that a word names in any language, 0 if none or several; Hebrew months can carry their preposition."""
    numbers = _months().get(_key(word)) or _months().get(_key(word[1:]) if word[0] in "בל" else "") or frozenset()
    return next(iter(numbers)) if len(numbers) == 1 else 0


def numeric_day(first: int, second: int, year: int, day_first: bool | None) -> date | None:
    """Day and month in an order that is sure: one is over twelve, both are the same, or the order is known."""
    if second > 12 or (day_first is False and first <= 12):
        return _valid(year, first, second)
    if first > 12 or first == second or day_first:
        return _valid(year, second, first)
    return None


def _valid(year: int, month: int, day: int) -> date | None:
    """A day of a year that newspapers have; 1 January 1970 is how software writes that it does not know."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR or (year, month, day) == (1970, 1, 1):
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
