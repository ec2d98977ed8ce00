"""The lines of a page, measured: what the rules that tell prose from page furniture look at."""

import re
from collections.abc import Iterator, Mapping

from dateline.clean.days import NO_ORDER, Day, find_days
from dateline.clean.orders import day_first
from dateline.unspaced import UNSPACED

_LINE = re.compile(r"[^\r\n]+")
_DIGITS = re.compile(r"[0-9٠-٩۰-۹]+(?:[.,:][0-9٠-٩۰-۹]+)*")
_WORD_CHARACTER = re.compile(r"[^\W_]")
_STOP = re.compile(r"""[.!?…؟۔。！？]["'”’»)\]」』]*$""")
_UNSPACED = re.compile(f"[{UNSPACED}]")
#: Characters that stand for a word where a script does not space them.
_CHARACTERS_PER_WORD = 2
#: Words beyond these do not change what a line is; long lines are measured by their beginning.
_MEASURED = 2000


class Measured:
    """A line of a page: where it is and what it looks like.

    Attributes:
        text: the line, without the white space around it.
        start: where it begins in the page.
        end: one past its last character.
        words: how many words it has; in unspaced scripts, how many its characters stand for.
        is_closed: whether it ends as a sentence does.
    """

    __slots__ = ("_days", "_folded", "_order", "end", "is_closed", "start", "text", "words")

    def __init__(self, text: str, start: int, end: int, order: Mapping[str, bool] = NO_ORDER) -> None:
        self.text = text[start:end]
        self.start = start
        self.end = end
        beginning = self.text[:_MEASURED]
        unspaced = 0 if beginning.isascii() else len(_UNSPACED.findall(beginning))
        self.words = len(self.text.split()) + unspaced // _CHARACTERS_PER_WORD
        self.is_closed = _STOP.search(self.text, max(0, len(self.text) - 8)) is not None
        self._order = order
        self._days: tuple[Day, ...] | None = None
        self._folded: str | None = None

    @property
    def days(self) -> tuple[Day, ...]:
        """The days in it that a year is given with."""
        if self._days is None:
            self._days = tuple(find_days(self.text, self._order))
        return self._days

    @property
    def folded(self) -> str:
        """Its beginning in lower case, `0` for every number, single spaces; what phrases are compared with."""
        if self._folded is None:
            self._folded = fold(self.text[:_MEASURED])
        return self._folded


def measure(text: str) -> list[Measured]:
    """The lines of a text that hold more than white space, without the white space around them."""
    order = day_first(text)
    return [Measured(text, start, end, order) for start, end in _spans(text)]


def fold(text: str) -> str:
    """A text in the form in which phrases are compared: lower case, `0` for every number, single spaces."""
    return " ".join(_DIGITS.sub("0", text.lower()).replace("：", ":").replace(" :", ":").split())


def bare(folded: str) -> str:
    """A folded text without the punctuation at its ends."""
    first, end = _WORD_CHARACTER.search(folded), len(folded)
    if first is None:
        return ""
    while not folded[end - 1].isalnum():
        end -= 1
    return folded[first.start() : end]


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for match in _LINE.finditer(text):
        line = match[0]
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        if start < end:
            yield start, end
