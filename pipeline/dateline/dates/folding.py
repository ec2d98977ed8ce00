"""Folding: a text as the grammar reads it: lower case, plain typography, one spelling of each letter, without marks."""

import re
import unicodedata
from dataclasses import dataclass

# Letters that Arabic writers use for each other, the words of the lexicons too: hamza or none, yeh or its dotless form.
LETTERS = str.maketrans("أإآٱىیةک", "ااااييهك")
# The digits of every script, and typography that means the same; one character for one, so that offsets hold.
DIGITS = {
    code: str(unicodedata.digit(chr(code))) for code in range(0x660, 0x1FBFA) if unicodedata.category(chr(code)) == "Nd"
}
FOLD = DIGITS | LETTERS | str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "´": "'", "\u00a0": " ", "\u202f": " ",
                      "\u2009": " ", "\u2010": "-", "\u2011": "-", "\t": " ", "\n": " ",
                      "־": "-", "׳": "'", "״": '"'})  # fmt: skip
VOWELS = "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
# What stands inside words without changing them: points and vowel signs, the Arabic stroke, marks of direction.
MARKS = re.compile(f"[{VOWELS}\u0640\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_ENDING = re.compile(f"[{VOWELS}\u0640]*")


@dataclass(frozen=True, slots=True)
class Bare:
    """A text without the marks inside its words.

    Attributes:
        text: what is left.
        offsets: where each character of it stood; `None` when nothing was taken out.
        marked: the text as it was.
    """

    text: str
    offsets: tuple[int, ...] | None
    marked: str

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a span of `text` stands in the text as it was, the marks of its last letter with it."""
        if self.offsets is None:
            return start, end
        last = _ENDING.match(self.marked, self.offsets[end - 1] + 1)
        return self.offsets[start], last.end() if last else end


def bare(text: str) -> Bare:
    """The text without marks; most texts are their own."""
    marks = [] if text.isascii() else list(MARKS.finditer(text))
    if not marks:
        return Bare(text, None, text)
    ends = [0, *(mark.end() for mark in marks)]
    starts = [*(mark.start() for mark in marks), len(text)]
    offsets = tuple(at for start, end in zip(ends, starts, strict=True) for at in range(start, end))
    return Bare("".join(text[at] for at in offsets), offsets, text)


def fold(text: str) -> str:
    """The text in lower case and plain typography, every character at its old offset."""
    lower = text.lower()
    if len(lower) != len(text):  # 'İ' grows by a point: its letter is enough
        lower = "".join(char.lower()[0] for char in text)
    return lower.translate(FOLD)
