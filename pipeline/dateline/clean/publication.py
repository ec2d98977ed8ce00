"""The day an article was published, and what says so; never the day of today."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache

from dateline.clean.bylines import names_in
from dateline.clean.days import WEEKDAY_REACH, Day, day_in_path, parse_day, weekdays
from dateline.clean.lines import Measured, fold
from dateline.clean.phrases import words_of
from dateline.clean.sections import is_caption

#: Longest line around a day of publication; longer ones tell what happened on that day.
_LONGEST = 16
#: So many words beside the day, its weekday and its label make a line say something else.
_MOST_OTHER_WORDS = 6
_TIME = re.compile(
    r"\b\d{1,2}[:.hH]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?|\b(?:GMT|UTC|CET|CEST|EST|EDT|[A-Z]{1,2}[SD]T)\b"
)
_WORD = re.compile(r"[^\W\d_]{2,}")
#: A weekday without a date stands in one of so many first paragraphs when news is told of the day before.
_LEAD = 3
#: Short names of weekdays are words of other languages (`mar`, `sun`).
_LEAST_LETTERS = 3


def publication(
    head: Sequence[Measured],
    above: Sequence[Measured],
    body: Sequence[Measured],
    *,
    published: str,
    url: str,
    filename: str,
) -> tuple[date | None, str]:
    """The day of publication and where it comes from, in the order of trust; None and an empty string if nothing says.

    Args:
        head: the lines from the title on.
        above: the lines just above the title.
        body: the kept lines of the article.
        published: what metadata say.
        url: where the article was.
        filename: the path of its file.
    """
    candidates: tuple[tuple[Callable[[], date | None], str], ...] = (
        (lambda: parse_day(published), "metadata"),
        (lambda: _in_lines(head, above, body), "text"),
        (lambda: day_in_path(url), "url"),
        (lambda: day_in_path(filename), "filename"),
        (lambda: _inferred(body), "inferred"),
    )
    for find, origin in candidates:
        day = find()
        if day is not None:
            return day, origin
    return None, ""


def label_of(line: Measured) -> str:
    """What a line says of the day in it: `published`, `updated`, `bare` (the day stands alone); empty: neither."""
    if line.words > _LONGEST:
        return ""
    days = line.days
    if not days:
        return ""
    before = _label_words(line.text[: days[0].start])
    if any(f" {label} " in f" {before} " for label in _labels("updated")):
        return "updated"
    if any(f" {before}".endswith(f" {label}") for label in _labels("published")):
        return "published"
    return "bare" if _other_words(line.text, days) <= _MOST_OTHER_WORDS and not line.is_closed else ""


def _in_lines(head: Sequence[Measured], above: Sequence[Measured], body: Sequence[Measured]) -> date | None:
    """The day that a line around the title, or a label anywhere, says the article was published on.

    A day with its weekday above the title is what the site's clock showed when the page was captured. Where nothing
    else says, the minute of the last change in the author's own line is taken (`By Jane Doe | Updated: 26 July 2016
    07:15`: papers that print no other day); of days of change alone, three of seven were years after publication.
    """
    found: dict[str, date] = {}
    for line in (*head, *above):
        label = label_of(line)
        if label == "updated" and _TIME.search(line.text) and names_in(line, None):
            label = "signed"
        day = line.days[0] if label else None
        if day is not None and not (label == "bare" and day.weekday and line in above):
            found.setdefault(label, day.date)
    for line in body:
        if "published" not in found and label_of(line) == "published":
            found["published"] = line.days[0].date
    return found.get("published") or found.get("bare") or found.get("signed")


def _inferred(body: Sequence[Measured]) -> date | None:
    """The latest day in an article, if a caption has it with its weekday and the lead tells of that weekday alone.

    `on Wednesday` in the lead and `Wednesday, Nov. 24, 2021. (AP)` under a picture: agencies date pictures of the news
    so. A day in the running text can as well be past or to come; anything less stays unknown.
    """
    captions = [line for line in body if is_caption(line)]
    lead = [line for line in body if line.words > _LONGEST and line not in captions][:_LEAD]
    told = {number for line in lead for number in _bare_weekdays(line)}
    pictured = {day.date for line in captions for day in line.days if day.weekday}
    if len(told) != 1 or not pictured:
        return None
    latest = max(day.date for line in body for day in line.days)
    return latest if latest in pictured and latest.weekday() in told else None


def _bare_weekdays(line: Measured) -> list[int]:
    """The weekdays a line names without a date, but for names that mean several."""
    text = line.text
    for day in reversed(line.days):
        text = text[: max(0, day.start - WEEKDAY_REACH)] + text[day.end :]
    found = (weekdays().get(word.lower(), frozenset()) for word in _WORD.findall(text) if len(word) > _LEAST_LETTERS)
    return [next(iter(numbers)) for numbers in found if len(numbers) == 1]


def _label_words(text: str) -> str:
    """The folded words before a day, without the weekday that belongs to it."""
    words = fold(text).replace(":", " ").rstrip(" -–—|,.").split()
    if words and words[-1] in weekdays():
        words.pop()
    return " ".join(words).rstrip(" -–—|,")


@cache
def _labels(kind: str) -> tuple[str, ...]:
    return tuple(sorted({label.rstrip(":") for label in words_of("publication")[kind]}))


def _other_words(text: str, days: Sequence[Day]) -> int:
    for day in reversed(days):
        text = text[: day.start] + text[day.end :]
    return sum(word.lower() not in weekdays() for word in _WORD.findall(_TIME.sub(" ", text)))
