"""How much speaks for a line being the headline of the article, on pages whose menus go on for hundreds of lines.

The first line of a page is often its `<title>`; the headline stands below the menus, often reworded, mostly above a
day, an author and the first paragraph. The weights are those of a conditional logit over the lines of 270 flattened
pages and of the gold pages (most of them English, the rest in sixteen languages), rounded; half of the pages foretold
the other half as well as themselves (128 and 131 of 140).
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import accumulate

from dateline.clean.bylines import is_announced, names_in
from dateline.clean.lines import Measured
from dateline.clean.publication import label_of
from dateline.clean.rows import is_row
from dateline.clean.sections import is_caption
from dateline.clean.words import words_of

#: Where the headline is looked for, in lines: menus of big sites have some five hundred.
WITHIN = 600
#: What sites put between a title and their own name.
SEPARATOR = re.compile(r"\s+[|•·:»«]+\s+|\s+[-–—/]\s+|(?<=\S)[-|]\s+|[_｜]|\s?：")
_CRUMBS = re.compile(r"\w\s?[>›]\s?\w[^>›]*[>›]\s?\w")
_WORD = re.compile(r"\w+")
#: A title has at most so many words; a sentence of so many words is the article itself.
LONGEST, PROSE = 30, 12
#: A paragraph has so many words and ends as a sentence does.
_PARAGRAPH = 17
#: A line about the day or the authors has at most so many words.
_SIGNATURE = 16
#: A headline that has a day in it has more words than this; what has less is the day of publication.
_WITH_DAY = 7

#: It is the first line that can be one on pages with a short head.
_USUAL = 1.6
#: It says what the first line says, or what that says before the name of the site; it shares words with it.
_SAME, _BEFORE_SITE, _SHARED = 4.5, 6.8, 3.0
#: Such words have so many letters, at least, where letters are not words.
_LEAST_LETTERS = 4
#: A day stands so many lines below it, or a few more; or someone's name.
_DAY_NEXT, _DAY_BELOW, _AUTHOR_NEXT = 2.0, 1.8, 0.9
_NEXT, _BELOW = 2, 5
#: A day with its weekday in one of so many first lines is what the clock of the site showed.
_CLOCK = 6
#: The page has it twice in a row: in the breadcrumb and as headline. It comes back all over the page: a menu.
_TWICE, _MENU = 1.8, -0.5
_OFTEN = 3
#: A paragraph stands so many lines below it, or none does.
_NEAR, _FAR = 0.5, -0.6
_NEAR_LINES, _FAR_LINES = 8, 20
#: Paragraphs stand above it: the first, and each up to so many.
_PARAGRAPH_ABOVE, _EACH_ABOVE, _MOST_ABOVE = -1.0, -0.5, 6
#: By number of words, and if it has more than so many.
_BY_WORDS = {1: -3.0, 2: -3.0, 3: -2.1, 4: -1.0, 5: -0.8}
_LONG, _LONG_FROM = -1.3, 23
#: The line above has words enough for a title: this one sums up what that says.
_BELOW_LONG, _LONG_ENOUGH = -0.8, 4
#: What has less than this is no headline where nothing heads the page: it can have none.
_LEAST = 1.0


def headline(lines: Sequence[Measured], furniture: Sequence[bool], name: int, usual: int, given: str = "") -> int:
    """The index of the line that heads the article, -1 if nothing speaks for any. Linear in the length of the page.

    Args:
        lines: the lines of the page.
        furniture: which of them certainly are page furniture.
        name: index of the line with the name of the outlet, -1 if there is none.
        usual: index of the line that heads the page if it begins with its headline, -1 if none can.
        given: the title that metadata give; else the first line of the page is taken for it.
    """
    near = _Near(lines[: WITHIN + _FAR_LINES], furniture)
    first = next((i for i in range(min(len(lines), WITHIN)) if not furniture[i] and i != name), -1)
    best, most = -1, _LEAST if usual < 0 else -math.inf
    likeness = _Likeness(given or (lines[first].text if first >= 0 and not is_prose(lines[first]) else ""))
    for index, line in enumerate(lines[:WITHIN]):
        if furniture[index] or index == name or is_prose(line):
            continue
        like = likeness.score(near.keys[index]) if given or index != first else 0.0
        score = near.score(index) + like + _by_length(line) + (_USUAL if index == usual else 0.0)
        if score > most and (like >= _SAME or _can_head(lines, index, index == usual)):
            best, most = index, score
    return best if best >= 0 else usual


def is_prose(line: Measured) -> bool:
    """Whether a line is prose of the article: what comes after it is not its title."""
    return line.words > LONGEST or (line.words >= PROSE and line.is_closed and line.text[-1] not in "?!")


def key(text: str) -> str:
    """A title in the form in which titles are compared."""
    return " ".join(_WORD.findall(text.lower()))


def _can_head(lines: Sequence[Measured], index: int, usual: bool) -> bool:
    """Whether a line can be a headline by itself: it is no caption, no way through the site, no day, no author."""
    line = lines[index]
    if not any(map(str.isalpha, line.text)) or _CRUMBS.search(line.text):
        return False
    if is_caption(line) or _credit_pattern().search(line.text) or label_of(line) not in ("", "bare"):
        return False
    if not usual and (is_row(line) or (line.days and line.words <= _WITH_DAY)):
        return False
    previous = lines[index - 1] if index else None
    return not is_announced(line, previous) and not (line.words <= _WITH_DAY + 1 and names_in(line, previous))


@cache
def _credit_pattern() -> re.Pattern[str]:
    words = "|".join(map(re.escape, words_of("captions")["labels"]))
    return re.compile(rf"(?<!\w)(?:{words})\s?[:：]\s", re.IGNORECASE)


def _by_length(line: Measured) -> float:
    return _BY_WORDS.get(line.words, 0.0) + (_LONG if line.words >= _LONG_FROM else 0.0)


class _Likeness:
    """What a line has in common with the first line of its page."""

    def __init__(self, first: str) -> None:
        self._whole = key(first)
        self._heads = {key(first[: match.start()]) for match in SEPARATOR.finditer(first)}
        self._words = _long_words(self._whole)

    def score(self, own: str) -> float:
        if own == self._whole:
            return _SAME
        if own in self._heads:
            return _BEFORE_SITE
        words = _long_words(own)
        common = len(words & self._words)
        return _SHARED * common / min(len(words), len(self._words)) if common > 1 else 0.0


def _long_words(text: str) -> set[str]:
    return {word for word in text.split() if len(word) >= _LEAST_LETTERS or not word.isascii()}


class _Near:
    """What stands above and below the lines of a page: days, authors, paragraphs, copies."""

    def __init__(self, lines: Sequence[Measured], skipped: Sequence[bool]) -> None:
        self._lines = lines
        self._skipped = skipped
        self.keys = [key(line.text) if line.words <= LONGEST else "" for line in lines]
        self._counts = Counter(self.keys)
        paragraphs = [line.words >= _PARAGRAPH and line.is_closed for line in lines]
        self._above = list(accumulate(paragraphs, initial=0))
        short = [line.words <= _SIGNATURE for line in lines]
        self._to_paragraph = _distances(paragraphs)
        self._to_day = _distances(
            [ok and _is_dated(line, i) for i, (ok, line) in enumerate(zip(short, lines, strict=True))]
        )
        self._to_author = _distances(
            [ok and not lines[i].days and _is_author(lines, i) for i, ok in enumerate(short)],
        )

    def score(self, index: int) -> float:
        day, author, paragraph = self._to_day[index], self._to_author[index], self._to_paragraph[index]
        score = _DAY_NEXT if day <= _NEXT else _DAY_BELOW if day <= _BELOW else 0.0
        score += _AUTHOR_NEXT if author <= _NEXT else 0.0
        score += _NEAR if paragraph <= _NEAR_LINES else _FAR if paragraph > _FAR_LINES else 0.0
        above = self._above[index]
        score += (_PARAGRAPH_ABOVE if above else 0.0) + _EACH_ABOVE * min(above, _MOST_ABOVE)
        own = self.keys[index]
        if own in (*self.keys[max(0, index - 1) : index], *self.keys[index + 1 : index + 2]):
            score += _TWICE
        upper = self._lines[index - 1] if index else None
        if upper and upper.words >= _LONG_ENOUGH and not (upper.is_closed or upper.days or self._skipped[index - 1]):
            score += _BELOW_LONG * (self.keys[index - 1] != own)
        return score + (_MENU if self._counts[own] >= _OFTEN else 0.0)


def _is_dated(line: Measured, index: int) -> bool:
    """Whether a line has a day in it that is not what the clock of the site showed, at the top of the page."""
    return bool(line.days) and not (index < _CLOCK and line.days[0].weekday)


def _is_author(lines: Sequence[Measured], index: int) -> bool:
    line, previous = lines[index], lines[index - 1] if index else None
    return is_announced(line, previous) or ("," in line.text and bool(names_in(line, previous)))


def _distances(marks: Sequence[bool]) -> list[int]:
    """For each line, how many lines below it the next marked one is; far away if none is."""
    distance, found = len(marks) + _FAR_LINES, []
    for mark in reversed(marks):
        found.append(distance)
        distance = 1 if mark else distance + 1
    return found[::-1]
