"""What the characters of lines are, counted for all lines of a page at once."""

import unicodedata
from collections.abc import Sequence
from enum import IntEnum
from functools import cache
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from dateline.clean.words import words_of

Counts: TypeAlias = npt.NDArray[np.int64]


class Kind(IntEnum):
    """What a character is."""

    UPPER, LOWER, LETTER, UNSPACED, DIGIT, SPACE, STOP, COMMA, COLON, SEPARATOR, QUOTE, BRACKET, SIGN, OTHER = range(14)


_BY_CATEGORY = {
    "Lu": Kind.UPPER, "Lt": Kind.UPPER, "Ll": Kind.LOWER, "Lo": Kind.LETTER, "Lm": Kind.LETTER, "Mn": Kind.LETTER,
    "Mc": Kind.LETTER, "Nd": Kind.DIGIT, "Zs": Kind.SPACE, "Cc": Kind.SPACE, "Ps": Kind.BRACKET, "Pe": Kind.BRACKET,
    "Pi": Kind.QUOTE, "Pf": Kind.QUOTE,
}  # fmt: skip
_BY_CHARACTER = {
    Kind.STOP: ".!?…؟۔。！？",
    Kind.COMMA: ",،、，;؛；",
    Kind.COLON: ":：",
    Kind.SEPARATOR: "|•·›→/>_*+=~^<‹",
    Kind.QUOTE: "\"'“”„‘’「」『』«»",
    Kind.BRACKET: "()[]{}（）【】",
    Kind.SIGN: "@©#&%$€£",
}
#: Scripts that do not space their words: Thai, kana, Han; then letters of other scripts, beyond the table's start.
_UNSPACED = ((0xE00, 0xE80), (0x3040, 0x3100), (0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00), (0x20000, 0x32000))
_LETTERS = ((0xA000, 0xD7B0), (0xFB1D, 0xFE00), (0xFE70, 0xFF00), (0x10400, 0x1E000))
#: Code points below are looked up one by one, those above belong to the ranges.
_LISTED = 0x3100
_ALL = 0x110000
#: Hiragana, which write what function words are elsewhere.
_HIRAGANA = slice(0x3041, 0x3097)


class Characters:
    """The characters of a page's lines, counted by kind.

    Attributes:
        length: of each line, in characters.
        counts: for each kind, how many of each line's characters are of it.
        tokens: how many words each line has, split at spaces.
        capitals: how many of them start with a capital.
        lower: how many with a small letter.
        stops: how many sentences end in each line.
        function: how many characters of each line are function words of Chinese and Japanese.
        last: what each line's last character is.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        points = np.frombuffer("\n".join((*texts, "")).encode("utf-32-le", "surrogatepass"), np.uint32)
        kinds = _kinds()[points]
        self.length = np.fromiter(map(len, texts), np.int64, len(texts))
        self.start = np.concatenate(([0], np.cumsum(self.length[:-1] + 1)))
        at_word = np.concatenate(([True], kinds[:-1] == Kind.SPACE)) & (kinds != Kind.SPACE)
        line = np.repeat(np.arange(len(texts)), self.length + 1)
        table = np.bincount(line * len(Kind) + kinds, minlength=len(texts) * len(Kind))
        self.counts = table.reshape(len(texts), len(Kind)).T
        self.tokens = self._count(at_word)
        self.capitals = self._count(at_word & (kinds == Kind.UPPER))
        self.lower = self._count(at_word & (kinds == Kind.LOWER))
        self.stops = self._count(_sentence_ends(points, kinds))
        self.function = self._count(_functions()[points])
        self.last = kinds[self.start + self.length - 1]

    def _count(self, mask: npt.NDArray[np.bool_]) -> Counts:
        return np.add.reduceat(mask, self.start, dtype=np.int64)


def _sentence_ends(points: npt.NDArray[np.uint32], kinds: npt.NDArray[np.uint8]) -> npt.NDArray[np.bool_]:
    """Full stops before a space or quote; those of unspaced scripts anywhere."""
    ends: npt.NDArray[np.bool_] = kinds == Kind.STOP
    ends[:-1] &= (kinds[1:] == Kind.SPACE) | (kinds[1:] == Kind.QUOTE) | (points[:-1] > _LISTED - 0x100)
    return ends


@cache
def _kinds() -> npt.NDArray[np.uint8]:
    table = np.full(_ALL, Kind.OTHER, np.uint8)
    for point in range(_LISTED):
        table[point] = _BY_CATEGORY.get(unicodedata.category(chr(point)), Kind.OTHER)
    for kind, ranges in ((Kind.LETTER, _LETTERS), (Kind.UNSPACED, _UNSPACED)):
        for start, end in ranges:
            table[start:end] = kind
    for kind, characters in _BY_CHARACTER.items():
        table[[ord(character) for character in characters]] = kind
    return table


@cache
def _functions() -> npt.NDArray[np.bool_]:
    table = np.zeros(_ALL, np.bool_)
    table[[ord(character) for character in words_of("function_characters")["zh"]]] = True
    table[_HIRAGANA] = True
    return table
