"""Whether a page writes its numeric days with the day or the month first."""

import re
from collections import Counter
from collections.abc import Container, Iterable
from datetime import date

from dateline.clean.days import find_days, numeric_day
from dateline.clean.words import words_of

_NUMERIC = re.compile(r"\d(?:(?<![\w/.-]\d)|(?<=[\u05d0-\u05ea]-\d))\d?([-/]) ?(\d{1,2})\1 ?\d{4}(?!\d|[-/.]\d)")
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]{4}")
#: Greek, Cyrillic, Hebrew and Arabic letters: all who write them put the day first.
_DAY_FIRST = re.compile(r"[\u0370-\u052f\u05d0-\u05ea\u0620-\u06d5]")
#: A language is known by so many of its commonest words in so many first characters.
_LEAST_WORDS, _SAMPLE = 12, 20_000


def day_first(text: str) -> dict[str, bool]:
    """Whether numeric days of a text put the day first, by their separator; without those that nothing tells it of.

    The empty string stands for days with two digits for the year, `24.11.21`, which in East Asia put that first.

    A page writes all its days alike: `14/09/2017` in its foot says what `11/09/2017` in its head means. So does
    `11 September 2017` anywhere, if nothing stands there for the other reading; else its language, if all who write it
    put the day first.
    """
    told: dict[str, set[bool]] = {}
    open_: dict[str, set[str]] = {}
    for match in _NUMERIC.finditer(text):
        one, separator, other = match[0].partition(match[1])[0], match[1], match[2]
        if (int(one) > 12) != (int(other) > 12):
            told.setdefault(separator, set()).add(int(one) > 12)
        elif one != other:
            open_.setdefault(separator, set()).add(match[0].replace(" ", ""))
    if open_.keys() - told.keys():
        named = {day.date for day in find_days(text)}
        for separator in open_.keys() - told.keys():
            told[separator] = _orders(open_[separator], separator, named) or _order_of_language(text)
    if _EAST_ASIAN.search(text[:_SAMPLE]) is None:
        told[""] = {True}
    return {separator: True in found for separator, found in told.items() if len(found) == 1}


def _orders(days: Iterable[str], separator: str, named: Container[date]) -> set[bool]:
    """The orders in which numeric days are among the ones that a page also gives with the name of the month."""
    parts = [tuple(map(int, day.split(separator))) for day in days]
    return {
        is_first
        for one, other, year in parts
        for is_first in (True, False)
        if numeric_day(one, other, year, is_first) in named and numeric_day(one, other, year, not is_first) not in named
    }


def _order_of_language(text: str) -> set[bool]:
    """`{True}` for a text in a language whose writers all put the day first: by its script, its commonest words."""
    sample = text[:_SAMPLE]
    if not sample.isascii() and 2 * len(_DAY_FIRST.findall(sample)) > sum(map(str.isalpha, sample)):
        return {True}
    words = Counter(text[:_SAMPLE].lower().split())
    own = sum(words[word] for word in words_of("languages")["day_first"])
    return (
        {True}
        if own >= _LEAST_WORDS and own > 2 * sum(words[word] for word in words_of("languages")["english"])
        else set()
    )
