"""How much speaks for a line being the headline of the article, on pages whose menus go on for hundreds of lines.

The first line of a page is often its `<title>`; the headline stands below the menus, often reworded, mostly above a
day, an author and the first paragraph. `data/headlines.json` holds the weights of a conditional logit over the lines of
a page, and how often it was right on pages that it was not fitted to; `fit_headlines` fits it.
"""

import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import accumulate

from dateline.clean.bylines import is_announced, names_in
from dateline.clean.lines import Measured
from dateline.clean.publication import is_labelled, label_of
from dateline.clean.rows import is_row
from dateline.clean.sections import is_caption
from dateline.clean.words import words_of

#: Where the headline is looked for, in lines: menus of big sites have some five hundred.
WITHIN = 600
#: What sites put between a title and their own name.
SEPARATOR = re.compile(r"\s+[|•·:»«]+\s+|\s+[-–—/]\s+|(?<=\S)[-|]\s+|[_｜]|\s?：")
_CRUMBS = re.compile(r"\w\s?(?:[›»]|>{1,2})\s?\w[^>›»]*(?:[›»]|>{1,2})\s?\w")
_WORD = re.compile(r"\w+")
#: A title has at most so many words; a sentence of so many words is the article itself.
LONGEST, PROSE = 30, 12
#: A paragraph has so many words and ends as a sentence does.
_PARAGRAPH = 17
#: A line about the day or the authors has at most so many words.
_SIGNATURE = 16
#: A headline that has a day in it has more words than this; what has less is the day of publication.
_WITH_DAY = 7
#: Shared words have so many letters, at least, where letters are not words.
_LEAST_LETTERS = 4
#: A day or an author is next so many lines below, or a few more; a paragraph is near, or none is.
_NEXT, _BELOW, _NEAR, _FAR = 2, 5, 8, 20
#: A day with its weekday in one of so many first lines is what the clock of the site showed.
_CLOCK = 6
#: More paragraphs above do not count.
_MOST_ABOVE = 6
#: Numbers of words that count for themselves, and the one from which a line is long.
_COUNTED, _LONG = 5, 23
#: Words that make a line long enough for a title, so that the one below it sums it up.
_ENOUGH = 4
#: A line below the title that sums the article up has at least so many.
_DEK = 8
#: What has less than this is no headline where nothing heads the page: it can have none.
_LEAST = 1.0

#: Features of lines with the day of the article around them.
_DATED = frozenset({"day next", "day below", "day above"})

#: Of all paragraphs of a page, less stand above the head of its article.
_MOST_ABOVE_HEAD = 0.5

#: What speaks for or against a line, by name.
Features = dict[str, float]


def headline(
    lines: Sequence[Measured], furniture: Sequence[bool], name: int, usual: int, given: str = ""
) -> tuple[int, int]:
    """The index of the line that heads the page, and of the one that heads the article; -1 if nothing speaks for any.

    They are the same, unless the page begins with its `<title>` and another line heads the article, near its day, in
    words so different that the first line is the better bet. Linear in the length of the page.

    Args:
        lines: the lines of the page.
        furniture: which of them certainly are page furniture.
        name: index of the line with the name of the outlet, -1 if there is none.
        usual: index of the line that heads the page if it begins with its headline, -1 if none can.
        given: the title that metadata give; else the first line of the page is taken for it.
    """
    weights = _weights()
    best, most, chosen = usual, _LEAST if usual < 0 else -math.inf, Features()
    below, most_below = -1, _LEAST
    for index, features in candidates(lines, furniture, name, usual, given):
        score = sum(weights.get(feature, 0.0) * value for feature, value in features.items())
        if score > most:
            best, most, chosen = index, score, features
        if score > most_below and _can_be_apart(features):
            below, most_below = index, score
    apart = below >= 0 and "first" in chosen and "paragraph near" not in chosen
    return best, below if apart else best


def candidates(
    lines: Sequence[Measured], furniture: Sequence[bool], name: int, usual: int, given: str = ""
) -> Iterator[tuple[int, Features]]:
    """The lines that can be the headline, by index, with what speaks for and against each; arguments as above."""
    near = _Near(lines[: WITHIN + _FAR], furniture)
    first = next((i for i in range(min(len(lines), WITHIN)) if not furniture[i]), -1)
    likeness = _Likeness(given or (lines[first].text if first >= 0 and not is_prose(lines[first]) else ""))
    for index, line in enumerate(lines[:WITHIN]):
        if furniture[index] or index == name or is_prose(line) or near.is_crumbs(index):
            continue
        like = (
            likeness.features(near.keys[index]) if given or index != first else {"first": float(line.words >= _ENOUGH)}
        )
        if "same" in like or "before site" in like or _can_head(lines, index, index == usual, "shared" in like):
            around = near.features(index)
            if index == usual and "first" not in like:
                around["usual"] = 1.0
            yield index, like | around | _shape(line)


def _can_be_apart(features: Features) -> bool:
    """Whether a line can head the article if the first line is its title: it has a day, and the article below it."""
    begins = "paragraph near" in features and features.get("share above", 0.0) < _MOST_ABOVE_HEAD
    return begins and "first" not in features and not _DATED.isdisjoint(features)


def is_prose(line: Measured) -> bool:
    """Whether a line is prose of the article: what comes after it is not its title."""
    return line.words > LONGEST or (line.words >= PROSE and line.is_closed and line.text[-1] not in "?!")


def key(text: str) -> str:
    """A title in the form in which titles are compared."""
    return " ".join(_WORD.findall(text.lower()))


def _can_head(lines: Sequence[Measured], index: int, usual: bool, shared: bool) -> bool:
    """Whether a line can be a headline by itself: it is no caption, no way through the site, no day, no author.

    Short lines with a day are days, unless they share words with the first line (`Weekly review, 19 December 2025`).
    """
    line = lines[index]
    if not any(map(str.isalpha, line.text)) or _CRUMBS.search(line.text):
        return False
    if is_caption(line) or _credit_pattern().search(line.text) or label_of(line) not in ("", "bare"):
        return False
    if not usual and (is_row(line) or (line.days and (is_labelled(line) or (line.words <= _WITH_DAY and not shared)))):
        return False
    previous = lines[index - 1] if index else None
    return not is_announced(line, previous) and not (line.words <= _WITH_DAY + 1 and names_in(line, previous))


@cache
def _credit_pattern() -> re.Pattern[str]:
    words = "|".join(map(re.escape, words_of("captions")["labels"]))
    return re.compile(rf"(?<!\w)(?:{words})\s?[:：]\s", re.IGNORECASE)


def _shape(line: Measured) -> Features:
    """What a line looks like."""
    features: Features = {}
    if line.words <= _COUNTED:
        features[f"words {line.words}"] = 1.0
    elif line.words >= _LONG:
        features["long"] = 1.0
    if line.is_closed and line.text[-1] not in "?!？！؟":
        features["closed"] = 1.0
    if 2 * sum(any(map(str.isdigit, word)) for word in line.text.split()) >= line.words:
        features["numbers"] = 1.0
    return features


class _Likeness:
    """What a line has in common with the first line of its page."""

    def __init__(self, first: str) -> None:
        self._whole = key(first)
        self._heads = {key(first[: match.start()]) for match in SEPARATOR.finditer(first)}
        self._tails = {key(first[match.end() :]) for match in SEPARATOR.finditer(first)}
        self._words = _long_words(self._whole)

    def features(self, own: str) -> Features:
        if own == self._whole:
            return {"same": 1.0}
        if own in self._heads:
            return {"before site": 1.0}
        words = _long_words(own)
        common = len(words & self._words)
        found = {"shared": common / min(len(words), len(self._words))} if common > 1 else {}
        return found | ({"after site": 1.0} if own in self._tails else {})


def _long_words(text: str) -> set[str]:
    return {word for word in text.split() if len(word) >= _LEAST_LETTERS or not word.isascii()}


class _Near:
    """What stands above and below the lines of a page: days, authors, paragraphs, copies."""

    def __init__(self, lines: Sequence[Measured], skipped: Sequence[bool]) -> None:
        self._lines = lines
        self._skipped = skipped
        self.keys = [key(line.text) if line.words <= LONGEST else "" for line in lines]
        paragraphs = [line.words >= _PARAGRAPH and line.is_closed for line in lines]
        self._above = list(accumulate(paragraphs, initial=0))
        short = [line.words <= _SIGNATURE for line in lines]
        self._days = [ok and _is_dated(line, i) for i, (ok, line) in enumerate(zip(short, lines, strict=True))]
        self._to_paragraph = _distances(paragraphs)
        self._to_day = _distances(self._days)
        self._to_author = _distances([ok and not lines[i].days and _is_author(lines, i) for i, ok in enumerate(short)])

    def features(self, index: int) -> Features:
        day, author, paragraph = self._to_day[index], self._to_author[index], self._to_paragraph[index]
        above = self._above[index]
        total = self._above[-1]
        own = self.keys[index]
        found: Features = {
            "day next": day <= _NEXT,
            "day below": _NEXT < day <= _BELOW,
            "author next": author <= _NEXT,
            "paragraph next": paragraph <= _NEXT,
            "paragraph near": paragraph <= _NEAR,
            "paragraph far": paragraph > _FAR,
            "paragraph above": above > 0,
            "paragraphs above": min(above, _MOST_ABOVE),
            "share above": above / total if total else 0.0,
            "day above": any(self._days[max(0, index - _NEXT) : index]),
            "copy below": own in self.keys[index + 1 : index + 2],
            "below title": self._is_below_title(index),
            "above dek": index + 1 < len(self._lines) and self._lines[index + 1].words >= _DEK,
        }
        return {name: float(value) for name, value in found.items() if value}

    def is_crumbs(self, index: int) -> bool:
        """Whether the line below repeats the end of a line: that shows the way to the page, then its title."""
        own, lower = self.keys[index], "".join(self.keys[index + 1 : index + 2])
        return index > 0 and lower.count(" ") > 1 and own.endswith(f" {lower}")

    def _is_below_title(self, index: int) -> bool:
        """Whether the line above could be a title, so that this one sums up what that says."""
        upper = self._lines[index - 1] if index else None
        if upper is None or upper.words < _ENOUGH or upper.is_closed or upper.days or self._skipped[index - 1]:
            return False
        return self.keys[index - 1] != self.keys[index] and not self.is_crumbs(index - 1)


def _is_dated(line: Measured, index: int) -> bool:
    """Whether a line has a day in it that is not what the clock of the site showed, at the top of the page."""
    return bool(line.days) and not (index < _CLOCK and line.days[0].weekday)


def _is_author(lines: Sequence[Measured], index: int) -> bool:
    line, previous = lines[index], lines[index - 1] if index else None
    return is_announced(line, previous) or ("," in line.text and bool(names_in(line, previous)))


def _distances(marks: Sequence[bool]) -> list[int]:
    """For each line, how many lines below it the next marked one is; far away if none is."""
    distance, found = len(marks) + _FAR, []
    for mark in reversed(marks):
        found.append(distance)
        distance = 1 if mark else distance + 1
    return found[::-1]


@cache
def _weights() -> Mapping[str, float]:
    path = files("dateline.clean") / "data" / "headlines.json"
    weights: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))["weights"]
    return weights
