"""The day an article was published, and what says so; never the day of today."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache

from dateline.clean.bylines import is_name, names_in
from dateline.clean.days import WEEKDAY_REACH, Day, day_in_path, parse_day, weekdays
from dateline.clean.lines import Measured, fold
from dateline.clean.sections import is_caption
from dateline.clean.words import words_of

#: Longest line around a day of publication; longer ones tell what happened on that day.
_LONGEST = 16
#: So many words beside the day, its weekday and its label make a line say something else.
_MOST_OTHER_WORDS = 6
#: So many words can stand between a label and its day if an author does (`Posted by Jane Doe on`).
_MOST_BEFORE = 8
#: The same for a day with a name before it, or nothing: tags follow.
_LONGEST_LISTED = 30
#: So many if the line ends as a sentence does: a day and a time of day.
_MOST_BESIDE_TIME = 3
#: How far from the title its day stands, in lines.
_ABOVE, _BELOW = 3, 10
#: A paragraph stands so many lines below the day of the article, unless that stands so few below a title that does not
#: begin the page; the first is looked for so far from the title.
_FAR, _BESIDE, _WITHIN = 20, 4, 200
#: Labels before a day of publication, and what else a day can be taken for it, in the order of trust.
_BEFORE = ("original", "published", "near")
_TRUST = (*_BEFORE, "bare", "stamped")
_BAR = re.compile(r"\s[|•·]\s?|[|•·]\s")
_TIME = re.compile(
    r"(?<!\d)\d{1,2}[:.hH]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?|\b(?:GMT|UTC|CET|CEST|EST|EDT|[A-Z]{1,2}[SD]T)\b"
)
_WORD = re.compile(r"[^\W\d_]{2,}")
#: A weekday without a date stands in one of so many first paragraphs when news is told of the day before.
_LEAD = 3
#: Short names of weekdays are words of other languages (`mar`, `sun`).
_LEAST_LETTERS = 3


def publication(
    lines: Sequence[Measured],
    title: int,
    body: Sequence[Measured],
    *,
    published: str,
    url: str,
    filename: str,
) -> tuple[date | None, str]:
    """The day of publication and where it comes from, in the order of trust; None and an empty string if nothing says.

    Args:
        lines: the lines of the page.
        title: the index of its title, -1 if it has none.
        body: the kept lines of the article.
        published: what metadata say.
        url: where the article was.
        filename: the path of its file.
    """
    candidates: tuple[tuple[Callable[[], date | None], str], ...] = (
        (lambda: parse_day(published), "metadata"),
        (lambda: _in_lines(lines, max(title, 0), body), "text"),
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
    """What a line says of its day: `original`, `published`, `near`, `updated`; `bare`: it stands alone; else empty."""
    return labelled_day(line)[0]


def labelled_day(line: Measured) -> tuple[str, Day | None]:
    """What a line says of one of its days, and that day: of publication, else one that stands alone, else of a change.

    A day stands alone between bars, at the start of a line, or behind a name, whatever follows (tags, mostly).
    """
    if line.words > _LONGEST_LISTED or not line.days:
        return "", None
    found: dict[str, Day] = {}
    for before, day in zip((None, *line.days), line.days, strict=False):
        found.setdefault(_label(line.text[before.end if before else 0 : day.start]), day)
    if line.words > _LONGEST and _BAR.search(line.text) is None:
        found = {"": line.days[0]}
    for label in _BEFORE:
        if label in found:
            return label, found[label]
    if "" in found and (not line.is_closed or _is_timed(line)) and _stands_alone(line):
        return "bare", found[""]
    return ("updated", found["updated"]) if "updated" in found else ("", None)


def is_labelled(line: Measured) -> bool:
    """Whether a line begins with words that stand before a day of publication, or of a change."""
    words = f"{_label_words(line.text[: line.days[0].start] if line.days else line.text)} "
    return any(
        words.startswith(f"{label} ") for kind in ("original", "published", "updated") for label in _labels(kind)
    )


def _label(before: str) -> str:
    """What the words before a day say of it."""
    words = _label_words(before)
    if any(f" {label} " in f" {words} " for label in _labels("updated")):
        return "updated"
    for kind in _BEFORE:
        if any(f" {words}".endswith(f" {label}") for label in _labels(kind)):
            return kind
    return "published" if words.count(" ") < _MOST_BEFORE and words.startswith(_published_by()) else ""


def _is_timed(line: Measured) -> bool:
    """Whether a line that ends as a sentence does is a day and a time of day (`24/11/2021 a las 07:48h.`)."""
    return _TIME.search(line.text) is not None and _other_words(line.text, line.days) <= _MOST_BESIDE_TIME


def _stands_alone(line: Measured) -> bool:
    if line.words <= _LONGEST and _other_words(line.text, line.days) <= _MOST_OTHER_WORDS:
        return True
    day = line.days[0]
    before = _BAR.split(line.text[: day.start])[-1].strip(" ,–—-")
    after = _BAR.split(line.text[day.end :])[0]
    alone = len(_WORD.findall(after)) <= _MOST_OTHER_WORDS or _BAR.search(line.text) is None
    return alone and (not _label_words(before) or is_name(before))


def _in_lines(lines: Sequence[Measured], title: int, body: Sequence[Measured]) -> date | None:
    """The day that a line around the title, or a label anywhere, says the article was published on.

    A day with its weekday above the title is what the site's clock showed when the page was captured, unless its author
    stands beside it. Days far above the first paragraph are those of other articles. Where nothing else says, the
    minute of the last change is taken (`Updated: 26 July 2016 07:15`: papers that print no other day; 9 of 9 were the
    day of publication where the rule was made, on 160 pages); of days of change alone, 8 of 14 were years after it.
    """
    lead = _lead(lines, title)
    above = range(max(0, title - _ABOVE), title)
    found: dict[str, date] = {}
    for i in (*range(title, min(len(lines), title + _BELOW)), *above):
        label, day = labelled_day(lines[i])
        if label == "updated" and i < lead and _TIME.search(lines[i].text):
            label = "stamped"
        clock = day is not None and day.weekday and i in above and not names_in(lines[i], None)
        far = lead - i > _FAR and not 0 < title < i <= title + _BESIDE
        if day is not None and not (label == "bare" and (clock or far)):
            found.setdefault(label, day.date)
    for line in (*lines[title:lead], *body):
        label, day = labelled_day(line)
        if label in ("original", "published") and day is not None:
            found.setdefault(label, day.date)
    return next((found[label] for label in _TRUST if label in found), None)


def _lead(lines: Sequence[Measured], title: int) -> int:
    """The index of the first paragraph below the title; without one, every line counts as near."""
    near = range(title + 1, min(len(lines), title + _WITHIN))
    return next((i for i in near if lines[i].words > _LONGEST and lines[i].is_closed), title + 1 + _BELOW)


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


@cache
def _published_by() -> tuple[str, ...]:
    """How lines begin that give an author before their day: `posted by`, `veröffentlicht von`."""
    by = [word.rstrip(":") for word in words_of("bylines")["by"]]
    return tuple(f"{label} {word} " for label in _labels("published") for word in by)


def _other_words(text: str, days: Sequence[Day]) -> int:
    for day in reversed(days):
        text = text[: day.start] + text[day.end :]
    return sum(word.lower() not in weekdays() for word in _WORD.findall(_TIME.sub(" ", text)))
